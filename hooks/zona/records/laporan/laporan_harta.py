"""Reports of wealth and tax of a year: how many had to report, and how many have. Never what they reported.

The whole office stands as one number for each duty. A split by rank, as assessment forms have it, would leave groups of one
in a small office, and so point to a person.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Banyak, Laporan
from zona.records.laporan.laporan_checks import check_laporan, not_more, once
from zona.records.reading.data_error import Found
from zona.records.reading.fields import Record
from zona.records.reading.holes import each, rules


class JenisHarta(StrEnum):
    """The kinds of reports, in the decree's words. `label` is what citizens see."""

    LHKPN = "lhkpn"
    LHKASN = "lhkasn"
    SPT = "spt"

    @property
    def label(self) -> str:
        """The words on pages."""
        return {"lhkpn": "LHKPN", "lhkasn": "LHKASN (non-LHKPN)", "spt": "SPT Tahunan"}[self.value]


class PelaporanHarta(Record):
    """One duty: how many have it, how many have met it."""

    jenis: Annotated[JenisHarta, Field(strict=False, description="lhkpn, lhkasn, atau spt.")]
    wajib: Annotated[Banyak, Field(description="Banyaknya orang yang wajib.")]
    sudah_lapor: Annotated[Banyak, Field(description="Banyaknya orang yang sudah melapor.")]
    batas_waktu: Annotated[date | None, Field(description="Hari terakhir melapor: tahun-bulan-hari.")] = None


class LaporanHarta(Laporan):
    """A year's counts."""

    pelaporan: Annotated[tuple[PelaporanHarta, ...], Field(min_length=1, description="Angka tiap jenis laporan.")]


def check_laporan_harta(laporan: LaporanHarta, tahun: int, around: Surroundings) -> Found:
    """Each duty stands once, and no more have reported than must."""
    yield from check_laporan(laporan, tahun, around)
    entries = list(each(laporan.pelaporan, "pelaporan"))
    yield from once(entries, "jenis")
    for loc, item in entries:
        yield from rules(not_more(item, ("sudah_lapor",), "wajib", loc))
