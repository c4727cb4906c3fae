"""The pages of prose of an office, joined from its packs and its own folder.

A file of the same name in a later pack, or in the office's folder, takes the page's place as a whole; one whose head says
`tambahan: true` adds to it: what stands below [[isi NAMA]] comes where the page says [[sisipan NAMA]], or at its end (`akhir`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zona.records.informasi.docs_files import PROGRAM
from zona.records.informasi.prosa import (
    AKHIR,
    BAGIAN,
    NAMA_PROSA,
    PROSA,
    SISIPAN,
    SUMBER,
    TEMPAT,
    BerkasProsa,
    KepalaProsa,
    KepalaTambahan,
    Prosa,
)
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings
from zona.records.reading.yaml_reader import read_front_matter

FOLDER = "informasi"  # where pages lie in a pack


@dataclass
class ProseReader:
    """Reads the pages of packs and of an office; `unduhan` are the names of the files that pages may offer."""

    around: Surroundings
    unduhan: frozenset[str]

    def read(self, packs: Sequence[FileReader], own: FileReader) -> tuple[Prosa, ...]:
        """Every page, in its order; what is wrong joins the problems of `own`."""
        pages: dict[str, tuple[BerkasProsa, ...]] = {}
        for pack in packs:
            reader = FileReader(pack.root / FOLDER, f"{pack.label}/{FOLDER}", own.problems)
            self._folder(reader, pages)
        self._folder(own, pages)
        found = (_joined(name, files, [pack.label for pack in packs]) for name, files in pages.items())
        return tuple(sorted(found, key=lambda item: (item.kepala.urutan, item.nama)))

    def _folder(self, reader: FileReader, pages: dict[str, tuple[BerkasProsa, ...]]) -> None:
        for name in reader.names("") or ():
            if not NAMA_PROSA.fullmatch(name):
                hint = "pakai nama lain, huruf kecil dan tanda hubung, berakhiran .md"
                reader.refuse(name, f"nama berkas “{name}” tidak bisa dipakai", hint)
                continue
            nama = name.removesuffix(".md")
            before = pages.get(nama, ())
            if found := self._file(reader, name, before):
                adds = isinstance(found.kepala, KepalaTambahan)
                pages[nama] = (*before, found) if adds else (found,)

    def _file(self, reader: FileReader, name: str, before: tuple[BerkasProsa, ...]) -> BerkasProsa | None:
        label = f"{reader.label}/{name}"
        document, isi, first = read_front_matter(reader.root / name, label=label, root=reader.root)
        around = replace(self.around, teks=tuple(enumerate(isi.split("\n"), first)), unduhan=self.unduhan)
        kepala: KepalaProsa | KepalaTambahan | None
        if isinstance(document.value, dict) and document.value.get("tambahan") is True:
            if not before:
                reader.refuse(name, f"tidak ada halaman paket bernama “{name}”", "hapus tambahan: true, dan tulis utuh")
                return None
            around = around.knowing(SISIPAN, [*TEMPAT.findall(before[0].isi), AKHIR])
            around = around.knowing(SUMBER, [item.kunci for file in before for item in file.kepala.sumber])
            kepala = reader.validate(document, KepalaTambahan, around)
        else:
            kepala = reader.validate(document, KepalaProsa, around)
        return BerkasProsa(label, kepala, isi, document.raw, document.baris) if kepala else None


def _joined(nama: str, files: tuple[BerkasProsa, ...], packs: Sequence[str]) -> Prosa:
    """One page of its files, of which the first is the page itself."""
    head = files[0].kepala
    assert isinstance(head, KepalaProsa)
    lists = {
        key: tuple(dict.fromkeys(item for file in files for item in getattr(file.kepala, key)))
        for key in ("dasar_hukum", "sumber", "menunggu")
    }
    filled: dict[str, list[str]] = {}
    for file in files[1:]:
        for place, text in _parts(file.isi):
            filled.setdefault(place, []).append(text)
    isi = files[0].isi
    if AKHIR in filled and AKHIR not in TEMPAT.findall(isi):
        isi = f"{isi.rstrip()}\n\n[[sisipan {AKHIR}]]\n"
    isi = TEMPAT.sub(lambda found: "\n\n".join(filled.get(found[1], ())), isi)
    paket = tuple(name.rpartition("/")[2] for name in packs if any(file.path.startswith(f"{name}/") for file in files))
    kepala = head.model_copy(update=lists) if len(files) > 1 else head
    return Prosa(nama, kepala, isi, files, paket)


def _parts(isi: str) -> Iterator[tuple[str, str]]:
    """The (place, text) that a file adds."""
    place, lines = "", list[str]()
    for line in [*isi.split("\n"), None]:
        found = BAGIAN.fullmatch(line.strip()) if line is not None else None
        if line is not None and not found:
            lines.append(line)
            continue
        if place:
            yield place, "\n".join(lines).strip("\n")
        place, lines = (found[1] if found else ""), []


def pack_pages(packs: Sequence[FileReader]) -> frozenset[str]:
    """The names of all pages that packs have."""
    return frozenset(path.stem for pack in packs for path in (pack.root / FOLDER).glob("*.md"))


def read_prose(
    folder: Path, aset: Path, packs: Sequence[FileReader], around: Surroundings, own: FileReader
) -> tuple[Prosa, ...]:
    """Every page of an office whose own pages lie in `folder`; what is wrong joins the problems of `own`. Pages may offer the
    files of the folder `aset`, and those that come with the program."""
    offered = (path for place in (aset, PROGRAM / "aset") for path in place.glob("*"))
    unduhan = frozenset(path.name for path in offered if re.fullmatch(r"[A-Za-z0-9][\w.-]*", path.name) and path.is_file())
    return ProseReader(around, unduhan).read(packs, FileReader(folder, PROSA, own.problems))
