"""Putting a record and its evidence on disk: wholly, or not at all.

The record is written first under a hidden name, then its evidence, and last the record gets its own name. A run that is killed
in between leaves evidence that only the hidden file names: while it is there the loader does not ask for what evidence is
used, and `clean_up` of the next run removes both."""

import hashlib
import re
import secrets
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from disk.new_files import Changed, create, make_folder, put_in_place, replace_all, signals_wait, taking_back
from zona.records.capaian.capaian import Bukti, Capaian, JenisBukti, file_stem
from zona.records.json_schema import binding_of
from zona.records.load import BUKTI, CAPAIAN, Tahun
from zona.records.reading.file_reader import Source

from cli.catat.questions import NOTHING_WRITTEN
from cli.indonesian_click import Refused

PREFIX = ".zi-catat-"
COMMENT = "# Satu catatan capaian. Koreksi ditulis sebagai berkas baru; yang boleh ditambahkan di sini hanya diverifikasi_oleh."
MOST = 99  # records of one period: what the loader lets their files be called

_HIDDEN = re.compile(rf"{re.escape(PREFIX)}[0-9a-f]{{8}}-.+")
_NAMED = re.compile(r"^ +(?:- )?berkas: (\w[\w.-]*)$", re.MULTILINE)


def clean_up(root: Path) -> None:
    """Remove the hidden files of killed runs below a data folder, and evidence that only the record among them names."""
    for pattern in (f"*/{CAPAIAN}/{PREFIX}*", f"{BUKTI}/*/{PREFIX}*"):
        for hidden in [path for path in root.glob(pattern) if _HIDDEN.fullmatch(path.name)]:
            if hidden.parent.name == CAPAIAN:
                _remove_unfinished(root / BUKTI / hidden.parent.parent.name, hidden)
            hidden.unlink(missing_ok=True)


def _remove_unfinished(evidence: Path, hidden: Path) -> None:
    """Remove the evidence that a hidden record names, perhaps half written, and no record mentions in whatever form."""
    texts = [_text(path) for path in hidden.parent.glob("*.yml") if not path.name.startswith(".")]
    for name in _NAMED.findall(_text(hidden)):
        if not any(name in text for text in texts):
            (evidence / name).unlink(missing_ok=True)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


@dataclass(frozen=True)
class Answer:
    """One piece of evidence as it was given: the content and ending of a file, or a link."""

    judul: str
    jenis: JenisBukti
    tautan: str | None = None
    content: bytes = b""
    akhiran: str = ""

    @property
    def key(self) -> str:
        """What makes it the same evidence as another."""
        return self.tautan or hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Plan:
    """What will be written where: the record, the new evidence with its content, and the evidence that is there already."""

    record: Path
    capaian: Capaian
    new: dict[Path, bytes]
    reused: tuple[Path, ...]


def existing_record(said: Capaian, bukti: Sequence[Answer], year: Tahun) -> Source[Capaian] | None:
    """The record that says the same already, with the same evidence by content."""
    keys = sorted(item.key for item in bukti)
    for record in year.capaian:
        same = record.isi.model_copy(update={"bukti": (), "diverifikasi_oleh": None}) == said
        if same and sorted(item.tautan or year.bukti[item.berkas or ""].sha256 for item in record.isi.bukti) == keys:
            return record
    return None


def plan_record(root: Path, said: Capaian, bukti: Sequence[Answer], year: Tahun) -> Plan:
    """How to write a new record of what was said, with this evidence. Raises `Refused` where there can be no more."""
    evidence, records = root / BUKTI / str(year.tahun), root / str(year.tahun) / CAPAIAN
    stem = file_stem(said.aksi, said.periode)
    named, new = _name_evidence(stem.lower(), bukti, year, evidence)
    reused = {evidence / item.berkas for item in named if item.berkas} - set(new)
    capaian = said.model_copy(update={"bukti": tuple(named)})
    return Plan(records / _record_name(stem, records), capaian, new, tuple(sorted(reused)))


def write_record(plan: Plan, check: Callable[[], object]) -> None:
    """Write the evidence, then the record, then have the result checked; nothing is left of it where any of it fails."""
    with signals_wait() as stop_if_asked, taking_back() as made:
        for folder in [folder for path in plan.new for folder in (path.parent.parent, path.parent)]:
            make_folder(folder, made)
        make_folder(plan.record.parent, made)
        written = create(hidden(plan.record), record_text(plan.capaian).encode(), made)
        for path, content in plan.new.items():
            stop_if_asked()
            put_in_place(create(hidden(path), content, made), path, made)
        put_in_place(written, plan.record, made)
        check()
        stop_if_asked()


def hidden(path: Path) -> Path:
    """A name beside a file that nobody reads, and that `clean_up` finds."""
    return path.with_name(f"{PREFIX}{secrets.token_hex(4)}-{path.name}")


def _name_evidence(stem: str, bukti: Sequence[Answer], year: Tahun, folder: Path) -> tuple[list[Bukti], dict[Path, bytes]]:
    """The evidence with the names of its files, and the content of those files that are not in the folder yet."""
    names = {item.sha256: item.nama for item in year.bukti.values()}
    number = max(_numbers(folder, rf"{re.escape(stem)}_([0-9]+)\..*"), default=0)
    named, new = [], {}
    for item in bukti:
        if item.tautan is None and item.key not in names:
            number += 1
            names[item.key] = f"{stem}_{number}.{item.akhiran}"
            new[folder / names[item.key]] = item.content
        berkas = None if item.tautan else names[item.key]
        named.append(Bukti(berkas=berkas, tautan=item.tautan, judul=item.judul, jenis=item.jenis))
    return named, new


def _record_name(stem: str, folder: Path) -> str:
    number = max(_numbers(folder, rf"{re.escape(stem)}(?:_([0-9]+))?\.yml"), default=0) + 1
    if number > MOST:
        raise Refused(f"catatan {stem} sudah {MOST} buah; tidak dapat ditambah. {NOTHING_WRITTEN}")
    return f"{stem}_{number}.yml" if number > 1 else f"{stem}.yml"


def _numbers(folder: Path, form: str) -> Iterator[int]:
    """The numbers in the names of a folder; a name without one counts as 1."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if match := re.fullmatch(form, path.name, re.IGNORECASE):
            yield int(match[1] or 1)


def write_verification(path: Path, record: Source[Capaian], peran: str, check: Callable[[], object]) -> None:
    """Add a line of verification to a record and have the result checked; the record stays as it was where any of it fails.
    Raises `Refused` where it is no longer what was read."""
    end = b"\r\n" if b"\r\n" in record.raw else b"\n"
    gap = b"" if record.raw.endswith(b"\n") else end
    verified = record.raw + gap + _line("diverifikasi_oleh", peran).encode() + end
    try:
        replace_all({path: (record.raw, verified)}, hidden, check)
    except Changed:
        raise Refused(f"catatan itu baru saja diubah orang lain; ulangi. {NOTHING_WRITTEN}") from None


def record_text(capaian: Capaian) -> str:
    """The record as YAML, with its keys in the order of the model."""
    binding = binding_of(f"{capaian.periode[:4]}/{CAPAIAN}/{capaian.aksi}.yml")
    lines = [binding, COMMENT, f"aksi: {capaian.aksi}", f'periode: "{capaian.periode}"', f"tanggal: {capaian.tanggal}"]
    lines += [f"hasil: {capaian.hasil.value}", _line("uraian", capaian.uraian)]
    lines += ["bukti:", *map(_evidence_lines, capaian.bukti)] if capaian.bukti else []
    return "\n".join([*lines, _line("dicatat_oleh", capaian.dicatat_oleh)]) + "\n"


def _evidence_lines(item: Bukti) -> str:
    source = _line("berkas", item.berkas) if item.berkas else _line("tautan", item.tautan)
    lines = "\n".join([source, _line("judul", item.judul), f"jenis: {item.jenis.value}"])
    return "  - " + textwrap.indent(lines, "    ").strip()


def _line(key: str, value: Any) -> str:
    """`key: value`, quoted where YAML would take the text for something else."""
    return str(yaml.safe_dump({key: value}, allow_unicode=True, width=10**9)).rstrip("\n")
