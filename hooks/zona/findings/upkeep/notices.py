"""Notices for whoever keeps the data: a plan of the year that is not there, a security contact that runs out, and channels,
rules and sources that were not confirmed for long, or never. No notice stops a build."""

from collections.abc import Iterable, Iterator
from typing import Any

from zona.findings.upkeep.age import age_of
from zona.findings.upkeep.confirmation import KeadaanPemeriksaan
from zona.findings.year_findings import Findings
from zona.problems import Line
from zona.records.informasi.dasar_hukum import Aturan
from zona.records.informasi.lapor import Situasi
from zona.records.informasi.prosa import SumberProsa
from zona.records.reading.file_reader import Source
from zona.records.reading.personal_data import find_names
from zona.records.reading.rules import walk

WARNED_BEFORE = 30  # days that a security contact is still good for
NAMED = 4


def notices(findings: Findings, label: str) -> Iterator[str]:
    """One line for the year's plan where it is missing, for a security contact that runs out, and for each channel that is to
    be confirmed; one for each kind of age of the chooser, the rules, and the sources of a page; one for each title with what
    may be a person's name behind it; one for each printed week. `label` is the data folder."""
    if tahun := age_of(findings).rencana_belum_dimuat:
        yield f"{label}: rencana aksi {tahun} belum dimuat; buat foldernya dengan zi.py tahun-baru {tahun}"
    yield from _security_contact(findings, label)
    if findings.kanal:
        for index, item in enumerate(findings.kanal.isi.kanal):
            age = findings.pemeriksaan(item.diperiksa)
            if not age.baru:
                place = findings.kanal.line(label, f"kanal.{index}.diperiksa")
                days = f" ({age.hari} hari)" if age.hari is not None else ""
                yield f"{place.path}:{place.line}: saluran {item.kunci} {age.keadaan.label}{days}"
    if findings.lapor:
        yield from _by_file(findings.lapor, "situasi", findings, label)
    if findings.dasar_hukum:
        yield from _by_file(findings.dasar_hukum, "aturan", findings, label)
    for page in findings.prosa:
        for file in page.berkas:
            yield from _grouped(file.path, "sumber", file.kepala.sumber, findings)
    yield from _weeks(findings, label)
    yield from _named_persons(findings, label)


def _weeks(findings: Findings, label: str) -> Iterator[str]:
    """Times that name a week: whoever keeps the data writes the day as a schedule, once the office has said which."""
    source = findings.terbaru.rencana_aksi
    for number, kelompok in enumerate(source.isi.kelompok):
        for row, aksi in enumerate(kelompok.aksi):
            if any(item.ditaksir for item in aksi.tenggat):
                place = source.line(label, f"kelompok.{number}.aksi.{row}.target_waktu")
                said = f"“{aksi.target_waktu}” kami baca sebagai tenggat {aksi.tenggat[0].tenggat}"
                more = f" dan {len(aksi.tenggat) - 1} lainnya" if len(aksi.tenggat) > 1 else ""
                yield f"{place.path}:{place.line}: {said}{more}; tegaskan harinya dengan jadwal dan alasan_jadwal"


def _named_persons(findings: Findings, label: str) -> Iterator[str]:
    """What people wrote of their work, and what pages say; not the decree, which names who signed it."""
    texts: list[tuple[Line, str]] = []
    records: list[Source[Any] | None] = [findings.kanal, findings.lapor]  # records of any model
    for year in findings.tahun:
        records += [*year.capaian, *year.sumber.pengaduan, *year.sumber.semua_laporan()]
    for source in filter(None, records):
        for loc, text in walk(source.isi):
            if isinstance(text, str):
                texts.append((source.line(label, ".".join(map(str, loc))), text))
    for page in findings.prosa:
        texts += page.teks()
    for place, text in texts:
        for name in find_names(text):
            yield f"{place.path}:{place.line}: “{name}” tampaknya nama orang; tulis jabatannya"


def _security_contact(findings: Findings, label: str) -> Iterator[str]:
    contact = findings.situs.isi.kontak_keamanan
    if not contact or (left := (contact.berlaku_sampai - findings.per_tanggal).days) > WARNED_BEFORE:
        return
    line = findings.situs.baris.get("kontak_keamanan.berlaku_sampai", 1)
    said = "habis masa berlakunya; security.txt tidak terbit" if left < 0 else f"berlaku {left} hari lagi"
    yield f"{label}/{findings.situs.path}:{line}: kontak_keamanan {said}; pastikan kontaknya, lalu majukan berlaku_sampai"


# Any: records of any model.
def _by_file(source: Source[Any], daftar: str, findings: Findings, label: str) -> Iterator[str]:
    """The lines of `_grouped` for each file that a list is joined from."""
    files: dict[str, list[Any]] = {}
    for index, item in enumerate(getattr(source.isi, daftar)):
        files.setdefault(source.line(label, f"{daftar}.{index}").path, []).append(item)
    for path, items in files.items():
        yield from _grouped(path, daftar, items, findings)


def _grouped(path: str, kind: str, items: Iterable[Situasi | Aturan | SumberProsa], findings: Findings) -> Iterator[str]:
    """A line for each kind of age but the new, with the first few names, and how many more there are."""
    ages = [(item.kunci, findings.pemeriksaan(item.diperiksa).keadaan) for item in items]
    for state in KeadaanPemeriksaan:
        names = [kunci for kunci, age in ages if age is state]
        few = names if len(names) <= NAMED + 1 else [*names[:NAMED], f"dan {len(names) - NAMED} lainnya"]
        if names and state is not KeadaanPemeriksaan.BARU:
            yield f"{path}: {len(names)} {kind} {state.label}: {', '.join(few)}"
