"""Notices for whoever keeps the data: a plan of the year that is not there, a security contact that runs out, and channels,
rules and sources that were not confirmed for long, or never. No notice stops a build."""

from collections.abc import Iterable, Iterator
from typing import Any

from zona.findings.upkeep.age import age_of
from zona.findings.upkeep.confirmation import KeadaanPemeriksaan
from zona.findings.year_findings import Findings
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
                line = findings.kanal.baris.get(f"kanal.{index}.diperiksa", findings.kanal.baris.get(f"kanal.{index}", 1))
                days = f" ({age.hari} hari)" if age.hari is not None else ""
                yield f"{label}/{findings.kanal.path}:{line}: saluran {item.kunci} {age.keadaan.label}{days}"
    if findings.lapor:
        yield from _grouped(f"{label}/{findings.lapor.path}", "situasi", findings.lapor.isi.situasi, findings)
    if findings.dasar_hukum:
        yield from _grouped(f"{label}/{findings.dasar_hukum.path}", "aturan", findings.dasar_hukum.isi.aturan, findings)
    for page in findings.prosa:
        yield from _grouped(page.path, "sumber", page.kepala.sumber, findings)
    yield from _weeks(findings, label)
    yield from _named_persons(findings, label)


def _weeks(findings: Findings, label: str) -> Iterator[str]:
    """Times that name a week: whoever keeps the data writes the day as a schedule, once the office has said which."""
    source = findings.terbaru.rencana_aksi
    for number, kelompok in enumerate(source.isi.kelompok):
        for row, aksi in enumerate(kelompok.aksi):
            if any(item.ditaksir for item in aksi.tenggat):
                line = source.baris.get(f"kelompok.{number}.aksi.{row}.target_waktu", 1)
                said = f"“{aksi.target_waktu}” kami baca sebagai tenggat {aksi.tenggat[0].tenggat}"
                more = f" dan {len(aksi.tenggat) - 1} lainnya" if len(aksi.tenggat) > 1 else ""
                yield f"{label}/{source.path}:{line}: {said}{more}; tegaskan harinya dengan jadwal dan alasan_jadwal"


def _named_persons(findings: Findings, label: str) -> Iterator[str]:
    """What people wrote of their work, and what pages say; not the decree, which names who signed it."""
    texts: list[tuple[str, int, str]] = []
    records: list[Source[Any] | None] = [findings.kanal, findings.lapor]  # records of any model
    for year in findings.tahun:
        records += [*year.capaian, *year.sumber.pengaduan, *year.sumber.semua_laporan()]
    for source in filter(None, records):
        for loc, text in walk(source.isi):
            if isinstance(text, str):
                texts.append((f"{label}/{source.path}", source.baris.get(".".join(map(str, loc)), 1), text))
    for page in findings.prosa:
        first = page.raw.count(b"\n") - page.isi.count("\n") + 1
        texts += ((page.path, line, text) for line, text in enumerate(page.isi.split("\n"), first))
    for path, line, text in texts:
        for name in find_names(text):
            yield f"{path}:{line}: “{name}” tampaknya nama orang; tulis jabatannya"


def _security_contact(findings: Findings, label: str) -> Iterator[str]:
    contact = findings.situs.isi.kontak_keamanan
    if not contact or (left := (contact.berlaku_sampai - findings.per_tanggal).days) > WARNED_BEFORE:
        return
    line = findings.situs.baris.get("kontak_keamanan.berlaku_sampai", 1)
    said = "habis masa berlakunya; security.txt tidak terbit" if left < 0 else f"berlaku {left} hari lagi"
    yield f"{label}/{findings.situs.path}:{line}: kontak_keamanan {said}; pastikan kontaknya, lalu majukan berlaku_sampai"


def _grouped(path: str, kind: str, items: Iterable[Situasi | Aturan | SumberProsa], findings: Findings) -> Iterator[str]:
    """A line for each kind of age but the new, with the first few names, and how many more there are."""
    ages = [(item.kunci, findings.pemeriksaan(item.diperiksa).keadaan) for item in items]
    for state in KeadaanPemeriksaan:
        names = [kunci for kunci, age in ages if age is state]
        few = names if len(names) <= NAMED + 1 else [*names[:NAMED], f"dan {len(names) - NAMED} lainnya"]
        if names and state is not KeadaanPemeriksaan.BARU:
            yield f"{path}: {len(names)} {kind} {state.label}: {', '.join(few)}"
