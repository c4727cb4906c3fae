"""What an office tells beside its plan: the chooser, pages of prose, other hand-written pages, holidays; from its packs and its
own files."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from zona.records.informasi.docs_files import NO_DOCS, Docs, read_docs, with_glossary
from zona.records.informasi.hari_libur import HariLibur
from zona.records.informasi.joined_prose import pack_pages, read_prose
from zona.records.informasi.lapor import Lapor
from zona.records.informasi.prosa import Prosa, taken_names
from zona.records.paket.joined_lists import ListReader
from zona.records.reading.file_reader import FileReader, Source
from zona.records.reading.rules import Surroundings

KANAL, LAPOR, DASAR_HUKUM, HARI_LIBUR = "kanal.yml", "lapor.yml", "dasar-hukum.yml", "hari-libur.yml"


@dataclass(frozen=True)
class Folders:
    """Where hand-written pages are: those of prose (None: none are read) and the others (None: around those of prose); and the
    names that none may have."""

    prosa: Path | None
    docs: Path | None
    taken: Collection[str]


@dataclass(frozen=True)
class Information:
    """What was read."""

    lapor: Source[Lapor] | None
    hari_libur: Source[HariLibur] | None
    prosa: tuple[Prosa, ...] = ()
    docs: Docs = NO_DOCS


def read_information(reader: FileReader, lists: ListReader, around: Surroundings, folders: Folders) -> Information:
    """Everything of the office; what is wrong joins the reader's problems. Pages of prose are left out where there are neither
    packs, channels, chooser nor rules."""
    lapor = lists.read(LAPOR, "situasi", Lapor, around)
    hari_libur = reader.optional(HARI_LIBUR, HariLibur, around)
    if folders.prosa is None:
        return Information(lapor, hari_libur)
    docs, pages = folders.docs or folders.prosa.parent, tuple[Prosa, ...]()
    reader.problems += taken_names(folders.prosa, docs, folders.taken, pack_pages(lists.packs))
    written = with_glossary(read_docs(docs, around, reader.problems))
    if lists.packs or not all(reader.missing(path) for path in (KANAL, LAPOR, DASAR_HUKUM)):
        pages = read_prose(folders.prosa, docs / "aset", lists.packs, around, reader)
    return Information(lapor, hari_libur, pages, written)
