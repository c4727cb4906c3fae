"""Complaint statistics in words and figures: column titles, hidden counts as readers see them, and rows of tables."""

from __future__ import annotations

from zona.findings.pengaduan import StatistikPengaduan
from zona.findings.rilis_pengaduan import KOLOM
from zona.findings.supresi import Angka, Tampil
from zona.outputs.bahasa import angka as with_points

JUDUL = {
    "sisa_bulan_lalu": "Sisa sebelumnya",
    "masuk": "Masuk",
    "tidak_ditindaklanjuti": "Tidak ditindaklanjuti",
    "harus_ditindaklanjuti": "Harus ditindaklanjuti",
    "selesai": "Selesai",
    "diproses": "Masih diproses",
}
JANGKA = {"semester_1": "Semester I", "semester_2": "Semester II", "setahun": "Setahun"}

Baris = tuple[str, ...]


def in_figures(angka: Angka, *, plain: bool = False) -> str:
    """A count as it stands on a page: 1.234, <5, 7–10, ≥12 or “disembunyikan”; `plain` for tables that computers read
    (1234, 7-10, >=12)."""
    figure = str if plain else with_points
    if angka.nilai is not None:
        return figure(angka.nilai)
    if angka.tampil is Tampil.KURANG:
        return "<5"
    if angka.paling_banyak is not None:
        return f"{figure(angka.sedikitnya)}{'-' if plain else '–'}{figure(angka.paling_banyak)}"
    return f"{'>=' if plain else '≥'}{figure(angka.sedikitnya)}" if angka.sedikitnya else "disembunyikan"


def monthly_rows(stat: StatistikPengaduan) -> tuple[Baris, ...]:
    """A header and one row a month; a month that was not reported has its state in place of counts."""
    header = ("bulan", "keadaan", *KOLOM)
    rows = [
        (f"{stat.tahun}-{item.bulan:02}", item.keadaan.value, *_cells([item.angka.get(key) for key in KOLOM]))
        for item in stat.bulan
    ]
    return (header, *rows)


def span_rows(stat: StatistikPengaduan) -> tuple[Baris, ...]:
    """A header and one row for each half-year and the year; empty cells until all its months are reported."""
    rows = [(span.kode, *_cells([span.angka.get(key) for key in KOLOM])) for span in stat.jangka]
    return (("jangka", *KOLOM), *rows)


def detail_rows(stat: StatistikPengaduan, table: str) -> tuple[Baris, ...]:
    """A header and one row for each channel (`kanal`) or category (`kategori`), with one column for each published span."""
    header = ("kunci", "nama", *(span.kode for span in stat.terperinci))
    rows = [(kunci, nama, *_cells(list(counts), missing="0")) for kunci, nama, counts in stat.rows(table)]
    return (header, *rows)


def _cells(counts: list[Angka | None], missing: str = "") -> Baris:
    return tuple(missing if item is None else in_figures(item, plain=True) for item in counts)
