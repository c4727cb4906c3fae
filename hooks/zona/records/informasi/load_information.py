"""What pages of information are made of: rules, channels, the chooser and prose, each checked against those before it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from zona.problems import Line, Problem
from zona.records.informasi.dasar_hukum import DasarHukum, check_dasar_hukum
from zona.records.informasi.docs import NO_DOCS, Docs, read_docs
from zona.records.informasi.kanal import DaftarKanal, check_kanal
from zona.records.informasi.lapor import Lapor, check_lapor
from zona.records.informasi.prosa import NAMA_PROSA, KepalaProsa, Prosa, Sekitar, check_prosa
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.reading.data_error import did_you_mean
from zona.records.reading.file_reader import FileReader, Source, lines_of
from zona.records.reading.yaml_reader import read_front_matter
from zona.records.rencana.rencana_aksi import RencanaAksi
from zona.records.situs import Situs

KANAL, LAPOR, DASAR_HUKUM = "kanal.yml", "lapor.yml", "dasar-hukum.yml"
# Where pages of prose lie in the repository: so problems name them, and edit links find them.
PROSA = "docs/informasi"


@dataclass(frozen=True)
class Informasi:
    """What pages of information are made of; None where there is no such file."""

    dasar_hukum: Source[DasarHukum] | None = None
    kanal: Source[DaftarKanal] | None = None
    lapor: Source[Lapor] | None = None
    prosa: tuple[Prosa, ...] = ()
    docs: Docs = NO_DOCS


def read_information(
    reader: FileReader,
    situs: Situs | None,
    rencana: Sequence[RencanaAksi],
    pengaduan: Iterable[Source[PengaduanBulan]],
    prosa: Path | None,
    taken: Collection[str],
) -> Informasi:
    """Everything that `Informasi` holds. `rencana` are all plans, whose actions pages may name; `pengaduan` all months of
    complaints, which name channels; `prosa` the folder of pages, left out for an office without rules, channels and chooser;
    `taken` the names at the top of the site that no hand-written page may have."""
    dasar_hukum = reader.optional(DASAR_HUKUM, DasarHukum, check_dasar_hukum)
    aturan = _keys(reader, DASAR_HUKUM, dasar_hukum)
    kanal = reader.optional(KANAL, DaftarKanal, lambda value: check_kanal(value, aturan))
    channels = _keys(reader, KANAL, kanal)
    if channels:
        _check_channels(reader, pengaduan, channels)
    kontak = situs.kontak_resmi if situs else ()
    kontak += tuple(cara.nilai for item in (kanal.isi.kanal if kanal else ()) for cara in item.cara if cara.nilai)
    lapor = reader.optional(LAPOR, Lapor, lambda value: check_lapor(value, channels, aturan, kontak))
    pages: tuple[Prosa, ...] = ()
    docs = NO_DOCS
    if prosa is not None:
        reader.problems += _check_names(prosa, taken)
        docs = read_docs(reader, prosa.parent)
        if not all(reader.missing(path) for path in (KANAL, LAPOR, DASAR_HUKUM)):
            aksi = tuple(dict.fromkeys(item.kode for plan in rencana for item in plan.semua_aksi()))
            pages = _read_prose(reader, prosa, Sekitar(channels, aturan, aksi, kontak, prosa.parent / "aset"))
    return Informasi(dasar_hukum, kanal, lapor, pages, docs)


def _keys(reader: FileReader, path: str, source: Source[DasarHukum | DaftarKanal] | None) -> tuple[str, ...] | None:
    """The keys that a file gives: none where there is no file, None where it can't be read."""
    if source is None:
        return () if reader.missing(path) else None
    return tuple(source.isi.menurut_kunci())


def _check_channels(reader: FileReader, months: Iterable[Source[PengaduanBulan]], known: tuple[str, ...]) -> None:
    """Complaints came through channels that citizens are told of."""
    for month in months:
        for kunci in month.isi.masuk.kanal:
            if kunci not in known:
                place = month.line(reader.label, f"masuk.kanal.{kunci}")
                masalah = f"kanal “{kunci}” tidak ada dalam {KANAL}"
                reader.problems.append(Problem(place, masalah, did_you_mean(kunci, known)))


def _check_names(folder: Path, taken: Collection[str]) -> Iterator[Problem[Line]]:
    """Hand-written files of `docs/` and of its folder of prose that would lie where the site has something of its own, or a
    page of prose where `docs/` has one: one of the two would not be published. As on Windows, case makes no other name."""
    written = {path for path in folder.parent.glob("*") if path != folder}
    used = {_name(path) for path in written} | {folder.name}
    for path in sorted(written):
        if {_name(path), path.name} & set(taken):
            yield _taken(f"{folder.parent.name}/{path.name}", path)
    for path in sorted(folder.glob("*.md")):
        if _name(path) in used | set(taken):
            yield _taken(f"{PROSA}/{path.name}", path)


def _name(path: Path) -> str:
    """What a file or folder is called at the top of the site."""
    return path.name.lower().removesuffix(".md")


def _taken(label: str, path: Path) -> Problem[Line]:
    masalah = f"alamat “{_name(path)}” sudah dipakai situs ini sendiri"
    return Problem(Line(label), masalah, f"pakai nama lain untuk {path.name}")


def _read_prose(reader: FileReader, folder: Path, around: Sekitar) -> tuple[Prosa, ...]:
    """Every page of a folder of prose, in its order."""
    listing = FileReader(folder, PROSA)
    names, pages = listing.names("") or (), []
    reader.problems += listing.problems
    for name in names:
        page = _read_page(reader, folder / name, folder, around)
        pages += [page] if page else []
    return tuple(sorted(pages, key=lambda item: (item.kepala.urutan, item.nama)))


def _read_page(reader: FileReader, path: Path, folder: Path, around: Sekitar) -> Prosa | None:
    label = f"{PROSA}/{path.name}"
    if not NAMA_PROSA.fullmatch(path.name):
        hint = "pakai nama lain, huruf kecil dan tanda hubung, berakhiran .md"
        reader.problems.append(Problem(Line(label), f"nama berkas “{path.name}” tidak bisa dipakai", hint))
        return None
    document, isi, first = read_front_matter(path, label=label, root=folder)
    kepala = reader.validate(document, KepalaProsa, partial(check_prosa, isi=isi, first=first, around=around))
    reader.problems += document.problems
    return Prosa(path.stem, label, kepala, isi, document.raw, lines_of(document)) if kepala else None
