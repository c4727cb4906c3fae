"""`pengaduan.json` of a year: complaint counts as far as they may be published."""

from __future__ import annotations

from typing import Any

from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.pengaduan.release import KOLOM
from zona.findings.pengaduan.statistics import BulanPengaduan, JangkaPengaduan, Rincian, StatistikPengaduan


def pengaduan(stat: StatistikPengaduan) -> dict[str, Any]:
    """Months, half-years and the year. A hidden count has no `jumlah`; `keterangan` says why, and the bounds what is known."""
    return {
        "bulanan": [_month(item, stat.tahun) for item in stat.bulan],
        "jangka": [_span(item) for item in stat.jangka],
    }


def _count(angka: Angka | None) -> dict[str, Any] | None:
    if angka is None:
        return None
    return {
        "jumlah": angka.nilai,
        "keterangan": None if angka.tampil is Tampil.ANGKA else angka.tampil.value,
        "sedikitnya": angka.sedikitnya,
        "paling_banyak": angka.paling_banyak,
    }


def _month(item: BulanPengaduan, tahun: int) -> dict[str, Any]:
    head = {"bulan": f"{tahun}-{item.bulan:02}", "keadaan": item.keadaan.value}
    counts = {key: _count(item.angka.get(key)) for key in KOLOM}
    return head | counts | {"tindak_lanjut": list(item.tindak_lanjut)}


def _span(item: JangkaPengaduan) -> dict[str, Any]:
    head = {"kode": item.kode, "bulan_belum_dilaporkan": list(item.kurang)}
    counts = {key: _count(item.angka.get(key)) for key in KOLOM}
    return (
        head
        | counts
        | {
            "median_hari_kerja": item.lama.median if item.lama else None,
            "terlama_hari_kerja": item.lama.terlama if item.lama else None,
            "kanal": _rows(item.kanal),
            "kategori": _rows(item.kategori),
        }
    )


def _rows(rows: tuple[Rincian, ...] | None) -> list[dict[str, Any]] | None:
    if rows is None:
        return None
    return [{"kode": row.kunci, "nama": row.nama, **(_count(row.angka) or {})} for row in rows]
