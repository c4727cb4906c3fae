"""What became of gifts to officials in a year: counts by period. Zero is written as 0; what is left out is not reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Laporan
from zona.records.laporan.laporan_checks import Finding, begun, check_laporan, items
from zona.records.reading.fields import KodePeriode, Record
from zona.records.rencana.jadwal import months_of, read_periode

ANGKA = ("ditolak", "diterima", "dilaporkan_upg", "dilaporkan_kpk")

Jumlah = Annotated[int | None, Field(ge=0)]


class RekapGratifikasi(Record):
    """The counts of one period. A report may fall in a later period than its gift, so no count bounds another."""

    periode: Annotated[KodePeriode, Field(description="Bulan, triwulan, atau rentang bulan, misalnya 2026-01.")]
    ditolak: Annotated[Jumlah, Field(description="Banyaknya pemberian yang ditolak; tulis 0 bila tidak ada.")] = None
    diterima: Annotated[Jumlah, Field(description="Banyaknya pemberian yang diterima; tulis 0 bila tidak ada.")] = None
    dilaporkan_upg: Annotated[Jumlah, Field(description="Banyaknya laporan kepada UPG; tulis 0 bila tidak ada.")] = None
    dilaporkan_kpk: Annotated[Jumlah, Field(description="Banyaknya laporan kepada KPK; tulis 0 bila tidak ada.")] = None


class Gratifikasi(Laporan):
    """A year's counts."""

    rekap: Annotated[tuple[RekapGratifikasi, ...], Field(min_length=1, description="Angka tiap periode.")]


def check_gratifikasi(value: Any, tahun: int, around: Surroundings) -> Iterator[Finding]:
    """The periods are of the year, and no month is counted twice."""
    yield from check_laporan(value, tahun, around)
    owner: dict[int, str] = {}
    for loc, item in items(value, "rekap"):
        periode = read_periode(item.get("periode"))
        if periode is None:
            continue
        if int(periode[:4]) != tahun:
            yield (*loc, "periode"), f"periode “{periode}” bukan tahun {tahun}", f"tulis periode yang diawali {tahun}-"
            continue
        yield from begun(value, loc, periode)
        twice = next((owner[month] for month in months_of(periode) if month in owner), None)
        if twice:
            yield (*loc, "periode"), f"periode “{periode}” bertumpuk dengan {twice}", "hitung tiap bulan sekali saja"
        owner |= dict.fromkeys(months_of(periode), periode)
