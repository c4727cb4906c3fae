"""The quarterly report, drawn: the monitoring sheet (the decree's row I.3: "lembar monev ZI") to print, sign and file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from zona.drawing.template_values import counts, office, qr
from zona.drawing.typst_drawing import Drawer
from zona.findings.keadaan import LATE
from zona.findings.plan_findings import PeriodeFinding, count_periods
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.sharing import due_in, due_sentence
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import angka, periode, tanggal
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.kode import roman

TEMPLATE = "laporan.typ"


def report_files(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]], drawer: Drawer) -> list[SiteFile]:
    """Every year's four reports, as PDF/UA, as far as they can be drawn; `terbit` is each year's published evidence by name."""
    files: list[SiteFile] = []
    for tahun in findings.tahun:
        for nomor in range(1, 5):
            with drawer.attempt(path := addresses.laporan(tahun.tahun, nomor)):
                values = values_of(tahun, nomor, findings, terbit[tahun.tahun])
                content = drawer.pdf(TEMPLATE, values, findings.per_tanggal)
                files.append(SiteFile(path, content, f"data/{tahun.rencana_aksi.path}"))
    return files


def values_of(tahun: TahunFinding, nomor: int, findings: Findings, terbit: dict[str, BuktiTerbit]) -> dict[str, Any]:
    """What the template needs to draw a quarter's report."""
    own = due_in(tahun, nomor)
    evidence: list[dict[str, Any]] = []
    sheet = [_row(item, evidence, terbit) for item in own]
    records = [record.isi for item in own for record in item.capaian]
    months = f"{BULAN[nomor * 3 - 3]} sampai {BULAN[nomor * 3 - 1]} {tahun.tahun}"
    return office(findings) | {
        "judul": f"Lembar Monitoring dan Evaluasi Triwulan {roman(nomor)} {tahun.tahun}",
        "bulan": months,
        "keputusan": tahun.keputusan.isi.nomor,
        "jumlah": angka(len(own)),
        "keadaan": counts(count_periods(own)),
        "kalimat": due_sentence(count_periods(own)),
        "lembar": sheet,
        "lewat": [_late(item) for item in own if item.keadaan in LATE],
        "bukti": evidence,
        "pencatat": _roles(record.dicatat_oleh for record in records),
        "pemverifikasi": _roles(record.diverifikasi_oleh for record in records),
        "qr": qr(findings, addresses.triwulan(tahun.tahun, nomor)),
    }


def _roles(roles: Iterable[str | None]) -> list[str]:
    return sorted({role for role in roles if role})


def _row(item: PeriodeFinding, evidence: list[dict[str, Any]], terbit: dict[str, BuktiTerbit]) -> dict[str, Any]:
    """A period with its records; their evidence is added to `evidence`, and named there by number."""
    return {
        "kode": item.aksi.kode,
        "komponen": item.aksi.komponen,
        "periode": periode(item.tenggat.periode),
        "tenggat": tanggal(item.tenggat.tenggat),
        "bukti_fisik": item.aksi.bukti_fisik,
        "keadaan": item.keadaan.value,
        "label": item.keadaan.label,
        "capaian": [_record(record.isi, item, evidence, terbit) for record in item.capaian],
    }


def _record(
    isi: Capaian, item: PeriodeFinding, evidence: list[dict[str, Any]], terbit: dict[str, BuktiTerbit]
) -> dict[str, Any]:
    numbers = []
    for bukti in isi.bukti:
        numbers.append(f"B{len(evidence) + 1}")
        evidence.append(_evidence(bukti, numbers[-1], item, terbit))
    verified = f"diverifikasi oleh {isi.diverifikasi_oleh}" if isi.diverifikasi_oleh else "belum diverifikasi"
    return {
        "tanggal": tanggal(isi.tanggal),
        "hasil": isi.hasil.label,
        "uraian": isi.uraian,
        "peran": f"Dicatat oleh {isi.dicatat_oleh}; {verified}.",
        "bukti": numbers,
    }


def _evidence(bukti: Bukti, nomor: str, item: PeriodeFinding, terbit: dict[str, BuktiTerbit]) -> dict[str, Any]:
    file = terbit[bukti.berkas] if bukti.berkas else None
    return {
        "nomor": nomor,
        "aksi": f"{item.aksi.kode}, {periode(item.tenggat.periode)}",
        "judul": bukti.judul,
        "jenis": bukti.jenis.label,
        "sha256": file.sha256 if file else None,
        "tautan": bukti.tautan,
    }


def _late(item: PeriodeFinding) -> dict[str, Any]:
    return {
        "kode": item.aksi.kode,
        "komponen": item.aksi.komponen,
        "periode": periode(item.tenggat.periode),
        "tenggat": tanggal(item.tenggat.tenggat),
        "hari": angka(item.hari_lewat),
        "keadaan": item.keadaan.value,
        "label": item.keadaan.label,
        "uraian": item.penentu.uraian if item.penentu else "Belum ada catatan di situs ini.",
    }
