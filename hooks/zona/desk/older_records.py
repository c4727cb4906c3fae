"""Records as they were written before their evidence was bound to them in; the same as they are written now out: with the
fingerprints of their evidence, the verification with its day and fingerprint, and a name from what they say."""

import hashlib
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from zona.desk.write_record import COMMENT, record_text, verification_text
from zona.records.capaian.capaian import Capaian, Verifikasi
from zona.records.load import BUKTI, CAPAIAN
from zona.records.reading.data_error import Document
from zona.records.reading.yaml_reader import read_yaml
from zona.records.situs import Situs, ZonaWaktu, open_on, roles_of

_BINDING = "# yaml-language-server:"
_OLDER_COMMENT = (
    "# Satu catatan capaian. Koreksi ditulis sebagai berkas baru; yang boleh ditambahkan di sini hanya diverifikasi_oleh."
)


@dataclass
class Renewal:
    """What is to be written (what each file has, what it gets), the new name of each record, and those whose verification
    must be given again, because nobody knows its day."""

    files: dict[Path, tuple[bytes | None, bytes | None]] = field(default_factory=dict)
    names: dict[Path, Path] = field(default_factory=dict)
    again: list[Path] = field(default_factory=list)


def renew_records(root: Path, cleaned: Mapping[Path, bytes], situs: Situs | None) -> Renewal:
    """How to write the older records of a data folder anew, and those that cite an evidence file which gets other contents
    (`cleaned`). A record that can't be read is left as it is."""
    found = Renewal()
    for path, document, value in _records(root):
        folder = root / BUKTI / path.parent.parent.name
        older = _is_older(path.name, value)
        if not older and not any(folder / name in cleaned for name in _cited(value)):
            continue
        said: dict[str, Any] = {key: item for key, item in value.items() if key != "diverifikasi_oleh"}
        said["bukti"] = tuple(_bound(item, folder, cleaned) for item in said.get("bukti") or ())
        try:
            record = Capaian.model_validate(said)
        except ValidationError:
            continue
        text = _with_comments(record_text(record), document.comments)
        verified = _verification(path, record, value.get("diverifikasi_oleh"), situs)
        # A name that others may refer to stays.
        target = path.with_name(record.nama_berkas) if older else path
        there = found.files.get(target, (None, None))[1] or (
            target.read_bytes() if target.exists() and target != path else None
        )
        if verified is None and "diverifikasi_oleh" in value and not (there and b"\nverifikasi:" in there):
            found.again.append(path)
        found.names[path] = target
        content = (text + (verification_text(verified) if verified else "")).encode()
        if there and not verified:  # the same record, written by somebody else, perhaps with its verification
            content = there
        before = document.raw if target == path else target.read_bytes() if target.exists() else None
        found.files |= {path: (document.raw, None)} | {target: (before, content)}
    return found


def approved_evidence(root: Path) -> set[Path]:
    """The evidence files of records that are verified as records are today: not a byte of them may change."""
    found = set[Path]()
    for path, _, value in _records(root):
        if value.get("verifikasi"):
            found |= {root / BUKTI / path.parent.parent.name / name for name in _cited(value)}
    return found


def _records(root: Path) -> Iterator[tuple[Path, Document, dict[str, Any]]]:
    """Every record that can be read, with its values."""
    for path in sorted(root.glob(f"*/{CAPAIAN}/*.yml")):
        document = read_yaml(path, label=path.name, root=root)
        if document.complete and not document.problems and isinstance(document.value, dict):
            yield path, document, document.value


def _cited(value: Mapping[str, Any]) -> list[str]:
    """The names of the evidence files that a record cites."""
    return [str(item["berkas"]) for item in value.get("bukti") or () if isinstance(item, dict) and item.get("berkas")]


def _is_older(name: str, value: Mapping[str, Any]) -> bool:
    unbound = any("sha256" not in item for item in value.get("bukti") or () if isinstance(item, dict) and "berkas" in item)
    named = re.search(r"_[0-9a-f]{8}\.yml$", name)
    return "verifikasi" not in value and ("diverifikasi_oleh" in value or unbound or not named)


def _bound(item: Any, folder: Path, cleaned: Mapping[Path, bytes]) -> Any:
    """A piece of evidence with the fingerprint of its file, where there is one."""
    if not isinstance(item, dict) or not isinstance(item.get("berkas"), str):
        return item
    path = folder / item["berkas"]
    content = cleaned.get(path) or (path.read_bytes() if path.is_file() else b"")
    return item | {"sha256": hashlib.sha256(content).hexdigest()} if content else item


def _with_comments(text: str, comments: Mapping[int, str]) -> str:
    """A record's text with what people wrote beside the old one, below the lines that every record begins with."""
    own = [f"# {line}" for comment in comments.values() if (line := comment.lstrip("# ").rstrip())]
    kept = [line for line in own if not line.startswith(_BINDING) and line not in (COMMENT, _OLDER_COMMENT)]
    first, second, *rest = text.split("\n")
    return "\n".join([first, second, *kept, *rest])


def _verification(path: Path, record: Capaian, role: object, situs: Situs | None) -> Verifikasi | None:
    """The verification by a role, with its day from git; None where there is none, or none that could be given on that day."""
    day = _committed(path, situs.zona_waktu if situs else ZonaWaktu.WITA) if role else None
    if day is None or day < record.tanggal or role == record.dicatat_oleh:
        return None
    if situs and str(role) not in open_on(roles_of(situs.peran), day):
        return None
    return Verifikasi(oleh=str(role), tanggal=day, sidik=record.sidik)


def _committed(path: Path, zone: ZonaWaktu) -> date | None:
    """The day, at the office, of the commit that brought a record's verification; None where git does not know it, or where
    older commits are not in this copy of the repository."""
    if _git(path.parent, "rev-parse", "--is-shallow-repository") != "false":
        return None
    when = _git(path.parent, "log", "-1", "--format=%cI", "-Sdiverifikasi_oleh:", "--", path.name)
    return datetime.fromisoformat(when).astimezone(zone.tzinfo).date() if when else None


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
