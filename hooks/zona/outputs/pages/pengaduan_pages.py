"""The pages of complaint statistics, one a year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zona.findings.pengaduan.release import KOLOM
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.charts import pengaduan_charts as grafik
from zona.outputs.count_wording import JANGKA
from zona.outputs.pages.render import Page
from zona.records.rencana.jadwal import BULAN


def pages_of_pengaduan(findings: Findings) -> Iterator[Page]:
    """A page for every year, also where nothing was reported: then it says so."""
    for tahun, stat in zip(findings.tahun, findings.pengaduan, strict=True):
        yield Page(
            addresses.statistik_pengaduan(stat.tahun),
            f"Statistik pengaduan {stat.tahun}",
            f"Pengaduan masyarakat kepada {findings.situs.isi.kantor} tahun {stat.tahun}: masuk, diproses, dan selesai.",
            "pages/statistik_pengaduan.html",
            tahun.rencana_aksi.path,
            {"tahun": tahun, "statistik": stat, "kolom": KOLOM, "nama_jangka": JANGKA, "bulan": BULAN, "gambar": _charts(stat)},
            # The files of months are not published, so the page leads to the data that are.
            sumber=(f"data/{stat.tahun}/pengaduan (angka yang boleh terbit)", addresses.api(stat.tahun, "pengaduan")),
        )


def _charts(stat: StatistikPengaduan) -> dict[str, Any]:
    """The year's pictures; None for each that nothing can be drawn of."""
    return {
        "tahap": grafik.stages(stat),
        "bulan": grafik.months(stat),
        "kategori": grafik.details(stat, "kategori"),
        "kanal": grafik.details(stat, "kanal"),
        "urutan": grafik.TAHAP,
    }
