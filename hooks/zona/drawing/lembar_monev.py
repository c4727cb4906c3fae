"""The quarterly report, drawn: the monitoring sheet (the decree's row I.3: "lembar monev ZI") to print, sign and file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from zona.drawing.template_values import JumlahKeadaan, TemplateValues, counts, identity, qr
from zona.drawing.typst_drawing import Drawer
from zona.findings.keadaan import LATE
from zona.findings.plan_findings import PeriodeFinding, count_periods
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.sharing_words import due_sentence
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import angka, periode, tanggal
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.kode import roman


@dataclass(frozen=True)
class CatatanLembar:
    """A record on the sheet; its evidence is named by number."""

    tanggal: str
    hasil: str
    uraian: str
    peran: str
    bukti: tuple[str, ...]


@dataclass(frozen=True)
class BarisLembar:
    """A period with its records."""

    kode: str
    komponen: str
    periode: str
    tenggat: str
    bukti_fisik: str
    keadaan: str
    label: str
    capaian: tuple[CatatanLembar, ...]


@dataclass(frozen=True)
class LewatLembar:
    """A period past its deadline that is not fulfilled, and for how many days."""

    kode: str
    komponen: str
    periode: str
    tenggat: str
    hari: str
    keadaan: str
    label: str
    uraian: str


@dataclass(frozen=True)
class BuktiLembar:
    """A piece of evidence in the list at the end: a file with its SHA-256, or a link."""

    nomor: str
    aksi: str
    judul: str
    jenis: str
    sha256: str | None
    tautan: str | None


@dataclass(frozen=True)
class LembarMonevValues(TemplateValues):
    """A quarter's report."""

    template = "laporan.typ"

    judul: str
    bulan: str
    keputusan: str
    jumlah: str
    keadaan: tuple[JumlahKeadaan, ...]
    kalimat: str | None
    lembar: tuple[BarisLembar, ...]
    lewat: tuple[LewatLembar, ...]
    bukti: tuple[BuktiLembar, ...]
    pencatat: tuple[str, ...]
    pemverifikasi: tuple[str, ...]


def report_files(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]], drawer: Drawer) -> list[SiteFile]:
    """Every year's four reports, as PDF/UA, as far as they can be drawn; `terbit` is each year's published evidence by name."""
    files: list[SiteFile] = []
    for tahun in findings.tahun:
        for nomor in range(1, 5):
            with drawer.attempt(path := addresses.laporan(tahun.tahun, nomor)):
                values = values_of(tahun, nomor, findings, terbit[tahun.tahun])
                content = drawer.pdf(values, findings.per_tanggal)
                files.append(SiteFile(path, content, f"data/{tahun.rencana_aksi.path}"))
    return files


def values_of(tahun: TahunFinding, nomor: int, findings: Findings, terbit: dict[str, BuktiTerbit]) -> LembarMonevValues:
    """What the template needs to draw a quarter's report."""
    own = tahun.triwulan(nomor)
    records = [record.isi for item in own for record in item.capaian]
    return LembarMonevValues(
        identitas=identity(findings),
        qr=qr(findings, addresses.triwulan(tahun.tahun, nomor)),
        judul=f"Lembar Monitoring dan Evaluasi Triwulan {roman(nomor)} {tahun.tahun}",
        bulan=f"{BULAN[nomor * 3 - 3]} sampai {BULAN[nomor * 3 - 1]} {tahun.tahun}",
        keputusan=tahun.keputusan.isi.nomor,
        jumlah=angka(len(own)),
        keadaan=counts(count_periods(own)),
        kalimat=due_sentence(count_periods(own)),
        lembar=_sheet(own),
        lewat=tuple(_late(item) for item in own if item.keadaan in LATE),
        bukti=_all_evidence(own, terbit),
        pencatat=_roles(record.dicatat_oleh for record in records),
        pemverifikasi=_roles(record.diverifikasi_oleh for record in records),
    )


def _roles(roles: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({role for role in roles if role}))


def _numbers() -> Iterator[str]:
    """The numbers of evidence, in the order of the sheet: B1, B2, …"""
    return (f"B{number}" for number in count(1))


def _sheet(periods: Iterable[PeriodeFinding]) -> tuple[BarisLembar, ...]:
    numbers = _numbers()
    return tuple(_row(item, numbers) for item in periods)


def _row(item: PeriodeFinding, numbers: Iterator[str]) -> BarisLembar:
    return BarisLembar(
        kode=item.kode,
        komponen=item.komponen,
        periode=periode(item.periode),
        tenggat=tanggal(item.tenggat),
        bukti_fisik=item.aksi.bukti_fisik,
        keadaan=item.keadaan.value,
        label=item.keadaan.label,
        capaian=tuple(_record(record.isi, numbers) for record in item.capaian),
    )


def _record(isi: Capaian, numbers: Iterator[str]) -> CatatanLembar:
    verified = f"diverifikasi oleh {isi.diverifikasi_oleh}" if isi.diverifikasi_oleh else "belum diverifikasi"
    return CatatanLembar(
        tanggal=tanggal(isi.tanggal),
        hasil=isi.hasil.label,
        uraian=isi.uraian,
        peran=f"Dicatat oleh {isi.dicatat_oleh}; {verified}.",
        bukti=tuple(next(numbers) for _ in isi.bukti),
    )


def _all_evidence(periods: Iterable[PeriodeFinding], terbit: dict[str, BuktiTerbit]) -> tuple[BuktiLembar, ...]:
    found = [(bukti, item) for item in periods for record in item.capaian for bukti in record.isi.bukti]
    return tuple(_evidence(bukti, nomor, item, terbit) for nomor, (bukti, item) in zip(_numbers(), found, strict=False))


def _evidence(bukti: Bukti, nomor: str, item: PeriodeFinding, terbit: dict[str, BuktiTerbit]) -> BuktiLembar:
    return BuktiLembar(
        nomor=nomor,
        aksi=f"{item.kode}, {periode(item.periode)}",
        judul=bukti.judul,
        jenis=bukti.jenis.label,
        sha256=terbit[bukti.berkas].sha256 if bukti.berkas else None,
        tautan=bukti.tautan,
    )


def _late(item: PeriodeFinding) -> LewatLembar:
    return LewatLembar(
        kode=item.kode,
        komponen=item.komponen,
        periode=periode(item.periode),
        tenggat=tanggal(item.tenggat),
        hari=angka(item.hari_lewat),
        keadaan=item.keadaan.value,
        label=item.keadaan.label,
        uraian=item.penentu.uraian if item.penentu else "Belum ada catatan di situs ini.",
    )
