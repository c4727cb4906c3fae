"""The pages of complaint statistics, one a year, with their charts. Only what may be published is drawn: a hidden count has no
value, so no drawing can be measured to find it."""

from collections.abc import Iterator
from dataclasses import dataclass

from zona.findings.pengaduan.complaint_counts import Angka
from zona.findings.pengaduan.statistics import Rincian, StatistikPengaduan
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.charts.bars import Batang, bars
from zona.outputs.charts.chart_values import ButirBagan, Deret, NilaiBagan, Tertutup
from zona.outputs.charts.columns import Tiangan, columns
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.outputs.wording import JUDUL_CACAH, NAMA_JANGKA, in_figures
from zona.records.pengaduan.rilis import KOLOM
from zona.records.rencana.jadwal import BULAN

SEBUTAN = {"kategori": "kategori", "kanal": "saluran"}  # what readers call each detail
# The three counts that pages show first, in the order of the work.
TAHAP = ("harus_ditindaklanjuti", "diproses", "selesai")


@dataclass(frozen=True)
class RincianPengaduan:
    """What came in by one detail, `kategori` or `kanal`: what readers call it, its chart (None: nothing can be drawn), and each
    row's key, name and count in each published span (None: no such row, which means 0)."""

    kunci: str
    sebutan: str
    judul: str
    gambar: Batang | None
    baris: tuple[tuple[str, str, tuple[Angka | None, ...]], ...]


@dataclass(frozen=True)
class StatistikPengaduanView(View, template="pages/statistik_pengaduan.html"):
    """A year's complaints: `kolom` are the keys of the counts in tables, `tahap` those of the work; each picture is None
    where nothing can be drawn of it."""

    statistik: StatistikPengaduan
    kolom: tuple[str, ...]
    tahap: tuple[str, ...]
    nama_jangka: dict[str, str]
    gambar_tahap: Batang | None
    gambar_bulan: Tiangan | None
    rincian: tuple[RincianPengaduan, ...]


def pages_of_pengaduan(findings: Findings) -> Iterator[Page]:
    """A page for every year, also where nothing was reported: then it says so."""
    for tahun, stat in zip(findings.tahun, findings.pengaduan, strict=True):
        yield Page(
            addresses.statistik_pengaduan(stat.tahun),
            f"Statistik pengaduan {stat.tahun}",
            f"Pengaduan masyarakat kepada {findings.situs.isi.kantor} tahun {stat.tahun}: masuk, diproses, dan selesai.",
            tahun.rencana_aksi.path,
            _statistik(stat),
            stat.tahun,
            # Releases are made once and not edited, so the page leads to the open data.
            sumber=(f"Sumber data: data/{stat.tahun}/pengaduan (rilis tiap bulan)", addresses.api(stat.tahun, "pengaduan")),
        )


def _statistik(stat: StatistikPengaduan) -> StatistikPengaduanView:
    tables = {"kategori": "Tentang apa", "kanal": "Lewat saluran apa"}
    rincian = tuple(
        RincianPengaduan(key, SEBUTAN[key], judul, details(stat, key), tuple(stat.rows(key))) for key, judul in tables.items()
    )
    return StatistikPengaduanView(stat, KOLOM, TAHAP, NAMA_JANGKA, stages(stat), months(stat), rincian)


def stages(stat: StatistikPengaduan) -> Batang | None:
    """The three counts that a reader sees first; None where there are none."""
    if stat.jumlah is None:
        return None
    first, last = BULAN[stat.jumlah.awal - 1], BULAN[stat.jumlah.akhir - 1]
    span = first if first == last else f"{first} sampai {last}"
    items = [ButirBagan(JUDUL_CACAH[key], _value(stat.jumlah.angka[key])) for key in TAHAP]
    return bars("tahap-batang", f"Pengaduan menurut tahap, {span} {stat.tahun}", items)


def months(stat: StatistikPengaduan) -> Tiangan | None:
    """The three counts of each month; None where no month was reported."""
    rows = [Deret(JUDUL_CACAH[key], tuple(_value(item.angka.get(key)) for item in stat.bulan)) for key in TAHAP]
    return columns("bulan-tiang", f"Pengaduan tiap bulan, {stat.tahun}", rows)


def details(stat: StatistikPengaduan, table: str) -> Batang | None:
    """What came in by `kanal` or `kategori`, of the longest span that has them; None where none has."""
    if not stat.terperinci:
        return None
    span = stat.terperinci[-1]
    rows: tuple[Rincian, ...] = getattr(span, table)
    when = str(stat.tahun) if span.kode == "setahun" else f"{NAMA_JANGKA[span.kode]} {stat.tahun}"
    return bars(
        f"{table}-batang",
        f"Pengaduan masuk menurut {SEBUTAN[table]}, {when}",
        [ButirBagan(row.nama, _value(row)) for row in rows],
    )


def _value(angka: Angka | None) -> NilaiBagan:
    if angka is None:
        return None
    return angka.jumlah if angka.jumlah is not None else Tertutup(in_figures(angka))
