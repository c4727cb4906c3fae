"""Drafts: what somebody typed and gave for a record that is not written yet, kept on this computer alone.

A draft is a folder of its own: its answers in one file, replaced in one step, and its evidence, already fit for the public, in
files named after what they hold. A closed tab, a crash or a restart loses nothing of it."""

import hashlib
import json
import re
import secrets
import shutil
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from pydantic import TypeAdapter

from zona.desk.clean_evidence import Cleaned
from zona.desk.evidence_answers import Answer
from zona.disk.new_files import create
from zona.disk.private_folder import private_folder
from zona.records.capaian.capaian import BENTUK_BUKTI, JenisBukti

_KEY = re.compile(r"[0-9a-f]{16}")
_FILE = re.compile(rf"[0-9a-f]{{64}}\.({'|'.join(BENTUK_BUKTI)})")
_ANSWERS = "isian.json"


@dataclass(frozen=True)
class DraftEvidence:
    """A piece of evidence of a draft: its file in the draft's folder or its link, what is typed of it, and what is told of the
    file as it was given."""

    kunci: str
    berkas: str = ""
    tautan: str = ""
    judul: str = ""
    jenis: str = ""
    membuktikan: str = ""
    dilihat: str = ""
    nama_asal: str = ""
    ukuran_asal: int = 0
    ukuran: int = 0
    dibuang: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()

    @property
    def bergambar(self) -> bool:
        """Whether it can be shown as a picture."""
        return bool(self.berkas) and not self.berkas.endswith(".pdf")


@dataclass(frozen=True)
class Draft:
    """What is typed so far: `isian` by the form's names, the other actions that the deed is for (`lain`), the evidence;
    `pesan` is why a verifier returned it."""

    kunci: str
    diubah: str = ""
    isian: dict[str, str] = field(default_factory=dict)
    lain: tuple[str, ...] = ()
    bukti: tuple[DraftEvidence, ...] = ()
    pesan: str = ""

    def __getitem__(self, name: str) -> str:
        """An answer as it is typed; empty where there is none."""
        return self.isian.get(name, "")


_DRAFT = TypeAdapter(Draft)


@dataclass(frozen=True)
class Drafts:
    """The drafts for the office whose data folder is `data`."""

    data: Path

    @property
    def folder(self) -> Path:
        """Where they are."""
        return private_folder(self.data) / "draf"

    def new(self) -> Draft:
        """An empty draft under a key of its own; nothing is on disk before it is kept."""
        return Draft(secrets.token_hex(8))

    def all(self) -> list[Draft]:
        """Those that can be read, the latest first."""
        keys = [path.name for path in self.folder.iterdir()] if self.folder.is_dir() else []
        found = [draft for key in keys if (draft := self.find(key))]
        return sorted(found, key=lambda draft: draft.diubah, reverse=True)

    def find(self, kunci: str) -> Draft | None:
        """A draft by its key; None where there is none, or what is there is none."""
        if not _KEY.fullmatch(kunci):
            return None
        try:
            return replace(_DRAFT.validate_json((self.folder / kunci / _ANSWERS).read_bytes()), kunci=kunci)
        except (OSError, ValueError):
            return None

    def keep(self, draft: Draft, now: datetime) -> Draft:
        """Write a draft, with the moment in the office's time; files that it no longer cites are removed."""
        draft = replace(draft, diubah=now.isoformat(timespec="seconds"))
        folder = self._made(draft.kunci)
        written = create(folder / f".{secrets.token_hex(4)}", json.dumps(asdict(draft), ensure_ascii=False).encode(), [])
        written.replace(folder / _ANSWERS)
        cited = {item.berkas for item in draft.bukti}
        for path in folder.iterdir():
            if path.name not in cited and path.name != _ANSWERS:
                path.unlink(missing_ok=True)
        return draft

    def take(self, draft: Draft, answer: Answer, found: Cleaned, name: str, size: int) -> Draft:
        """The draft with one more file, which is on disk then, and which `keep` must name; a file that it has is not taken
        twice. `name` and `size` (bytes) are those of the file as it was given."""
        berkas = f"{answer.key}.{answer.akhiran}"
        if any(item.berkas == berkas for item in draft.bukti):
            return draft
        path = self._made(draft.kunci) / berkas
        if not path.exists():
            create(path.with_name(f".{secrets.token_hex(4)}"), answer.content, []).replace(path)
        told = DraftEvidence(
            secrets.token_hex(4),
            berkas,
            judul=answer.judul,
            jenis=answer.jenis.value,
            membuktikan=answer.membuktikan or "",
            nama_asal=name,
            ukuran_asal=size,
            ukuran=len(answer.content),
            dibuang=found.dibuang,
            catatan=found.catatan,
        )
        return replace(draft, bukti=(*draft.bukti, told))

    def content(self, draft: Draft, item: DraftEvidence) -> bytes | None:
        """A file of the draft; None where it is gone, or no longer what was given."""
        if not _FILE.fullmatch(item.berkas):
            return None
        try:
            content = (self.folder / draft.kunci / item.berkas).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == item.berkas[:64] else None

    def discard(self, kunci: str) -> None:
        """Remove a draft."""
        if _KEY.fullmatch(kunci):
            shutil.rmtree(self.folder / kunci, ignore_errors=True)

    def _made(self, kunci: str) -> Path:
        folder = self.folder / kunci
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder


def answer_of(item: DraftEvidence, content: bytes, dilihat: date | None) -> Answer:
    """The evidence as it is written: its words checked before, its file read, the day on which its link was seen."""
    answer = Answer(item.judul, JenisBukti(item.jenis), membuktikan=item.membuktikan or None)
    if item.tautan:
        return replace(answer, tautan=item.tautan, dilihat=dilihat)
    return replace(answer, content=content, akhiran=item.berkas.rpartition(".")[2])
