"""Complaint counts in words and figures: titles, names of spans, and hidden counts as readers see them."""

from __future__ import annotations

from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.outputs.wording import angka as with_points

JUDUL = {
    "sisa_bulan_lalu": "Sisa sebelumnya",
    "masuk": "Masuk",
    "tidak_ditindaklanjuti": "Tidak ditindaklanjuti",
    "harus_ditindaklanjuti": "Harus ditindaklanjuti",
    "selesai": "Selesai",
    "diproses": "Masih diproses",
}
JANGKA = {"semester_1": "Semester I", "semester_2": "Semester II", "setahun": "Setahun"}


def in_figures(angka: Angka) -> str:
    """A count as pages show it: 1.234, <5, 7–10, ≥12 or “disembunyikan”."""
    if angka.nilai is not None:
        return with_points(angka.nilai)
    if angka.tampil is Tampil.KURANG:
        return "<5"
    if angka.paling_banyak is not None:
        return f"{with_points(angka.sedikitnya)}–{with_points(angka.paling_banyak)}"
    return f"≥{with_points(angka.sedikitnya)}" if angka.sedikitnya else "disembunyikan"
