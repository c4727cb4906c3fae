"""The pages of complaint statistics, one a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zona.findings.pengaduan.complaint_counts import Angka
from zona.findings.pengaduan.release import KOLOM
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.charts import pengaduan_charts
from zona.outputs.charts.bars import Batang
from zona.outputs.charts.columns import Tiangan
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.outputs.wording import NAMA_JANGKA


@dataclass(frozen=True)
class RincianPengaduan:
    """What came in by one detail, `kategori` or `kanal`: its chart (None: nothing can be drawn), and each row's key, name and
    count in each published span (None: no such row, which means 0)."""

    kunci: str
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
            # The files of months are not published, so the page leads to the data that are.
            sumber=(f"data/{stat.tahun}/pengaduan (angka yang boleh terbit)", addresses.api(stat.tahun, "pengaduan")),
        )


def _statistik(stat: StatistikPengaduan) -> StatistikPengaduanView:
    return StatistikPengaduanView(
        statistik=stat,
        kolom=KOLOM,
        tahap=pengaduan_charts.TAHAP,
        nama_jangka=NAMA_JANGKA,
        gambar_tahap=pengaduan_charts.stages(stat),
        gambar_bulan=pengaduan_charts.months(stat),
        rincian=tuple(
            RincianPengaduan(kunci, judul, pengaduan_charts.details(stat, kunci), tuple(stat.rows(kunci)))
            for kunci, judul in (("kategori", "Tentang apa"), ("kanal", "Lewat kanal apa"))
        ),
    )
