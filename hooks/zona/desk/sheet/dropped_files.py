"""Files that were dropped beside a sheet: each cleaned once, found by the names that people write, with what can be told of it
without asking."""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import BinaryIO

from zona.desk.drafts import Draft, Drafts
from zona.desk.evidence_answers import Answer, from_file
from zona.intake.table_files import KINDS
from zona.problems import Fault, NotTaken
from zona.records.capaian.capaian import JenisBukti
from zona.records.reading.data_error import did_you_mean

# Names that a telephone or a program gave: nobody would read them as a title.
_MACHINE = re.compile(
    r"(?:img|dsc[fn]?|pxl|wa|whatsapp|image|photo|foto|scan|screenshot|doc|dok|mvimg|document)?[\W\d_]*", re.I
)
_REFUSED = "ditolak"  # of a draft: the names of files that could not be taken, each with the reason


@dataclass(frozen=True)
class DroppedFile:
    """One file: its `name` as it came, also with folders; the evidence that it became, without title and kind, or why it can't
    be taken."""

    name: str
    answer: Answer | None = None
    refused: str = ""

    @property
    def base(self) -> str:
        """Its name without folders."""
        return _base(self.name)


def with_file(drafts: Drafts, draft: Draft, name: str, stream: BinaryIO) -> Draft:
    """The draft with one more file, made fit for the public before it is on disk; a later file of the same name takes its
    place. Of a file that can't be taken it keeps the reason."""
    refused = refused_in(draft)
    refused.pop(name, None)
    rest = tuple(item for item in draft.bukti if item.nama_asal != name)
    try:
        answer, found, size = from_file(_base(name), stream)
        taken = drafts.take(replace(draft, bukti=()), answer, found, name, size)
        rest = (*rest, *taken.bukti)
    except NotTaken as error:
        refused[name] = str(error)
    said = draft.isian | {_REFUSED: json.dumps(refused, ensure_ascii=False)}
    return replace(draft, isian=said, bukti=rest)


def refused_in(draft: Draft) -> dict[str, str]:
    """The files that could not be taken, each with the reason."""
    return dict(json.loads(draft[_REFUSED] or "{}"))


def files_in(drafts: Drafts, draft: Draft) -> tuple[DroppedFile, ...]:
    """The files that were dropped for a draft."""
    found = []
    for item in draft.bukti:
        content = drafts.content(draft, item)
        answer = Answer("", JenisBukti.DOKUMEN, content=content or b"", akhiran=item.berkas.rpartition(".")[2])
        gone = f"berkas “{item.nama_asal}” hilang dari draf; seret lagi berkasnya"
        found.append(DroppedFile(item.nama_asal, answer) if content else DroppedFile(item.nama_asal, refused=gone))
    return (*found, *(DroppedFile(name, refused=reason) for name, reason in refused_in(draft).items()))


def _base(name: str) -> str:
    return re.split(r"[/\\]", name)[-1]


def is_sheet(name: str) -> bool:
    """Whether a dropped file is a table, and no evidence."""
    return name.rpartition(".")[2].lower() in (*KINDS, "xls", "ods")


def find_file(written: str, files: Iterable[DroppedFile]) -> DroppedFile:
    """The file that a name in a cell means: in whatever case, form of letters or spacing, with its folders or without, and
    without its ending where that leaves one. Raises `NotTaken` where it means none or several."""
    files = list(files)
    wanted = _parts(written)
    found = [item for item in files if _parts(item.name)[-len(wanted) :] == wanted]
    found = found or [item for item in files if _parts(item.name.rpartition(".")[0])[-len(wanted) :] == wanted]
    if len({item.answer.key if item.answer else item.name for item in found}) > 1:
        raise NotTaken(Fault(f"ada beberapa berkas “{written}”", f"tulis juga nama foldernya, misalnya {_folder(found[0])}"))
    if not found:
        hint = did_you_mean(written, [item.base for item in files])
        hint = hint if hint.startswith("maksud") else "seret berkasnya, atau tulis nama yang benar"
        raise NotTaken(Fault(f"berkas “{written}” belum ikut diseret", hint))
    if found[0].refused:
        raise NotTaken(found[0].refused)
    return found[0]


def is_named(written: str, files: Iterable[DroppedFile]) -> bool:
    """Whether a text is the whole name of a file."""
    wanted = _parts(written)
    return any(_parts(item.name)[-len(wanted) :] == wanted for item in files)


def _folder(item: DroppedFile) -> str:
    return "/".join(re.split(r"[/\\]", item.name)[-2:])


def _parts(name: str) -> list[str]:
    """The folders and the name, each in the form in which names are compared."""
    text = unicodedata.normalize("NFKC", name).casefold().strip(" \"'“”")
    return [" ".join(part.split()) for part in re.split(r"[/\\]", text) if part.strip(" .")] or [""]


def title_of(name: str) -> str:
    """The title that a file's name is; empty where only a machine gave it that name."""
    stem = _base(name).rpartition(".")[0]
    parted = r"[_+]" if " " in stem else r"[_+-]"  # foto-rapat, but not: laporan Januari-Maret
    words = " ".join(re.sub(parted, " ", unicodedata.normalize("NFC", stem)).split())
    if _MACHINE.fullmatch(words):
        return ""
    return words[:1].upper() + words[1:]
