"""What became of gifts to officials in a year: counts by period. Zero is written as 0; what is left out is not reported."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from zona.problems import Problem
from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Laporan
from zona.records.laporan.laporan_checks import begun, check_laporan
from zona.records.reading.data_error import Found, Loc
from zona.records.reading.fields import KodePeriode, Record
from zona.records.reading.holes import each, rules
from zona.records.rencana.jadwal import months_of

ANGKA = ("ditolak", "diterima", "dilaporkan_upg", "dilaporkan_kpk")

JumlahPemberian = Annotated[int | None, Field(ge=0)]


class RekapGratifikasi(Record):
    """The counts of one period. A report may fall in a later period than its gift, so no count bounds another."""

    periode: Annotated[KodePeriode, Field(description="Bulan, triwulan, atau rentang bulan, misalnya 2026-01.")]
    ditolak: Annotated[JumlahPemberian, Field(description="Banyaknya pemberian yang ditolak; tulis 0 bila tidak ada.")] = None
    diterima: Annotated[JumlahPemberian, Field(description="Banyaknya pemberian yang diterima; tulis 0 bila tidak ada.")] = None
    dilaporkan_upg: Annotated[JumlahPemberian, Field(description="Banyaknya laporan kepada UPG; tulis 0 bila tidak ada.")] = (
        None
    )
    dilaporkan_kpk: Annotated[JumlahPemberian, Field(description="Banyaknya laporan kepada KPK; tulis 0 bila tidak ada.")] = (
        None
    )


class Gratifikasi(Laporan):
    """A year's counts."""

    rekap: Annotated[tuple[RekapGratifikasi, ...], Field(min_length=1, description="Angka tiap periode.")]


def check_gratifikasi(gratifikasi: Gratifikasi, tahun: int, around: Surroundings) -> Found:
    """The periods are of the year, and no month is counted twice."""
    yield from check_laporan(gratifikasi, tahun, around)
    owner: dict[int, str] = {}
    for loc, item in each(gratifikasi.rekap, "rekap"):
        yield from rules(_period(gratifikasi, item, loc, tahun, owner))


def _period(gratifikasi: Gratifikasi, item: RekapGratifikasi, loc: Loc, tahun: int, owner: dict[int, str]) -> Found:
    """One period; `owner` is the period by which each month was counted so far."""
    periode = item.periode
    if int(periode[:4]) != tahun:
        hint = f"tulis periode yang diawali {tahun}-"
        yield Problem((*loc, "periode"), f"periode “{periode}” bukan tahun {tahun}", hint)
        return
    yield from rules(begun(gratifikasi, loc, periode))
    twice = next((owner[month] for month in months_of(periode) if month in owner), None)
    if twice:
        masalah = f"periode “{periode}” bertumpuk dengan {twice}"
        yield Problem((*loc, "periode"), masalah, "hitung tiap bulan sekali saja")
    owner |= dict.fromkeys(months_of(periode), periode)
