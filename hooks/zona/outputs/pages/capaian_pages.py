"""The pages about what was done: a year's numbers, the quarters' monitoring sheets, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from zona.findings.last_change import last_change
from zona.findings.plan_findings import count_periods
from zona.findings.upkeep.missing import missing
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.charts.calendar_map import map_of_group
from zona.outputs.charts.curve import curve
from zona.outputs.charts.ring import ring
from zona.outputs.charts.stacked import bars_of_groups
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.pages.render import Page
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.kode import roman


def pages_of_capaian(tahun: TahunFinding, findings: Findings, terbit: dict[str, BuktiTerbit]) -> Iterator[Page]:
    """A year's achievement page and its four monitoring sheets (the decree's row I.3: "lembar monev ZI")."""
    kantor = findings.situs.isi.kantor
    yield Page(
        addresses.capaian(tahun.tahun),
        f"Capaian {tahun.tahun}",
        f"{tahun.hitungan.terpenuhi} dari {tahun.hitungan.jumlah} tenggat rencana aksi {kantor} {tahun.tahun} terpenuhi.",
        "pages/capaian.html",
        tahun.rencana_aksi.path,
        {"tahun": tahun, "bulan": BULAN, **_charts(tahun)},
        berubah=last_change(tahun.periode),
    )
    for nomor in range(1, 5):
        yield _triwulan(tahun, nomor, terbit)


def _charts(tahun: TahunFinding) -> dict[str, Any]:
    """The year's pictures: ring, groups, months, calendar."""
    return {
        "cincin": ring("cincin", f"Keadaan seluruh rencana aksi {tahun.tahun}", tahun.hitungan),
        "tumpuk": bars_of_groups("kelompok-batang", f"Keadaan tenggat per kelompok, {tahun.tahun}", tahun.kelompok),
        "kurva": curve("kurva", f"Rencana dan kenyataan {tahun.tahun}, kumulatif tiap bulan", tahun),
        "peta": [
            (item, map_of_group(f"peta-{addresses.slug(item.kelompok.kode)}", item, tahun.tahun, tahun.per_tanggal))
            for item in tahun.kelompok
        ],
    }


def _triwulan(tahun: TahunFinding, nomor: int, terbit: dict[str, BuktiTerbit]) -> Page:
    months = range(nomor * 3 - 2, nomor * 3 + 1)
    own = [item for item in tahun.periode if item.tenggat.tenggat.year == tahun.tahun and item.tenggat.tenggat.month in months]
    return Page(
        addresses.triwulan(tahun.tahun, nomor),
        f"Lembar monitoring Triwulan {roman(nomor)} {tahun.tahun}",
        f"Keadaan {len(own)} tenggat yang jatuh pada Triwulan {roman(nomor)} {tahun.tahun}, dengan bukti.",
        "pages/triwulan.html",
        tahun.rencana_aksi.path,
        {
            "tahun": tahun,
            "nomor": nomor,
            "periode": own,
            "hitungan": count_periods(own),
            "awal": date(tahun.tahun, nomor * 3 - 2, 1),
            "bulan": BULAN,
            "terbit": terbit,
        },
        berubah=last_change(own),
    )


def kelengkapan(findings: Findings) -> Page:
    """The page of what is missing."""
    tahun = findings.terbaru
    return Page(
        addresses.KELENGKAPAN,
        "Apa yang belum lengkap",
        "Data yang belum ada, belum diverifikasi, atau perlu ditegaskan kantor.",
        "pages/kelengkapan.html",
        tahun.rencana_aksi.path,
        {"bagian": missing(findings), "tahun": tahun},
    )
