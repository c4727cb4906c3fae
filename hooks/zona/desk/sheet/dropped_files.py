"""Files that were dropped beside a sheet: each cleaned once, found by the names that people write, with what can be told of it
without asking."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from zona.desk.evidence_answers import Answer, from_file
from zona.intake.table_files import KINDS
from zona.problems import Fault, NotTaken
from zona.records.capaian.capaian import GAMBAR, JenisBukti
from zona.records.reading.data_error import did_you_mean

# Words in a file's name that tell its kind; the first that is found counts.
_KINDS = {
    JenisBukti.DAFTAR_HADIR: r"daftar hadir|absen(?:si)?|presensi",
    JenisBukti.NOTULEN: r"notul(?:en|a|ensi)|risalah",
    JenisBukti.UNDANGAN: r"undangan",
    JenisBukti.TAMPILAN: r"tangkapan(?: layar)?|screen ?shot|tampilan",
    JenisBukti.LAPORAN: r"laporan|lap",
}
# Names that a telephone or a program gave: nobody would read them as a title.
_MACHINE = re.compile(
    r"(?:img|dsc[fn]?|pxl|wa|whatsapp|image|photo|foto|scan|screenshot|doc|dok|mvimg|document)?[\W\d_]*", re.I
)
_WHATSAPP = re.compile(r"whatsapp (?:image|document)\b.*|img[ -]\d{8}[ -]wa\d+.*|screenshot\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class DroppedFile:
    """One file: its `name` as it came, also with folders; the evidence that it became, without title and kind; what was taken
    out of it, or why it can't be taken."""

    name: str
    answer: Answer | None = None
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str = ""

    @property
    def base(self) -> str:
        """Its name without folders."""
        return re.split(r"[/\\]", self.name)[-1]


def cleaned_files(files: Iterable[tuple[str, bytes]]) -> tuple[DroppedFile, ...]:
    """Files (name, content) made fit for the public; what comes twice is cleaned once."""
    known: dict[tuple[str, str], DroppedFile] = {}
    found = []
    for name, content in files:
        key = (hashlib.sha256(content).hexdigest(), name.rpartition(".")[2].lower())
        if key not in known:
            known[key] = _cleaned(name, content)
        found.append(replace(known[key], name=name))
    return tuple(found)


def _cleaned(name: str, content: bytes) -> DroppedFile:
    try:
        answer, done = from_file(re.split(r"[/\\]", name)[-1], content)
    except NotTaken as error:
        return DroppedFile(name, refused=str(error))
    return DroppedFile(name, answer, done.dibuang, done.catatan)


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


def _folder(item: DroppedFile) -> str:
    return "/".join(re.split(r"[/\\]", item.name)[-2:])


def _parts(name: str) -> list[str]:
    """The folders and the name, each in the form in which names are compared."""
    text = unicodedata.normalize("NFKC", name).casefold().strip(" \"'“”")
    return [" ".join(part.split()) for part in re.split(r"[/\\]", text) if part.strip(" .")] or [""]


def kind_of(name: str, akhiran: str) -> JenisBukti:
    """The kind of evidence that a file's name tells; else a photo, or a document."""
    words = " ".join(re.findall(r"[a-z]+", name.lower()))
    for kind, form in _KINDS.items():
        if re.search(rf"\b(?:{form})\b", words):
            return kind
    return JenisBukti.FOTO if akhiran in GAMBAR else JenisBukti.DOKUMEN


def title_of(name: str) -> str:
    """The title that a file's name is; empty where only a machine gave it that name."""
    stem = re.split(r"[/\\]", name)[-1].rpartition(".")[0]
    parted = r"[_+]" if " " in stem else r"[_+-]"  # foto-rapat, but not: laporan Januari-Maret
    words = " ".join(re.sub(parted, " ", unicodedata.normalize("NFC", stem)).split())
    if _MACHINE.fullmatch(words):
        return ""
    return words[:1].upper() + words[1:]
