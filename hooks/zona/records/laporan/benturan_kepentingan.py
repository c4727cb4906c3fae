"""Conflicts of interest of a year: the map by position (row IV.1's evidence), statements, monitoring, follow-up.

The map names positions, never persons, as the decree's evidence cell orders it: what the conflict is, which officials or
staff it concerns, its cause, how it is handled or prevented.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Banyak, Dokumen, Laporan, TindakLanjut
from zona.records.laporan.laporan_checks import check_laporan, not_more
from zona.records.reading.data_error import Found
from zona.records.reading.fields import Record, Teks
from zona.records.reading.holes import each, rules


class Jangka(StrEnum):
    """Whether follow-up is meant for the short or the long term, as row IV.5 parts it."""

    PENDEK = "pendek"
    PANJANG = "panjang"


class BenturanPotensial(Record):
    """One line of the map."""

    uraian: Annotated[Teks, Field(description="Uraian benturan kepentingan yang mungkin terjadi.")]
    jabatan_terkait: Annotated[
        tuple[Teks, ...], Field(min_length=1, description="Jabatan yang terkait; jabatan, bukan nama orang.")
    ]
    penyebab: Annotated[Teks, Field(description="Penyebabnya.")]
    prosedur_penanganan: Annotated[Teks, Field(description="Prosedur penanganan atau pencegahannya.")]


class Pernyataan(Record):
    """The statements that were collected on a day: how many had to be given, and how many said what."""

    tanggal: Annotated[date, Field(description="Tanggal dikumpulkan: tahun-bulan-hari.")]
    wajib: Annotated[Banyak, Field(description="Banyaknya orang yang wajib.")]
    bebas: Annotated[Banyak, Field(description="Banyaknya pernyataan bebas benturan kepentingan.")]
    potensi: Annotated[Banyak, Field(description="Banyaknya pernyataan potensi benturan kepentingan.")]

    @property
    def belum(self) -> int:
        """How many have given no statement."""
        return self.wajib - self.bebas - self.potensi


class TindakLanjutBenturan(TindakLanjut):
    """One thing to be done, in the short or the long term."""

    jangka: Annotated[Jangka, Field(strict=False, description="pendek atau panjang.")]


class BenturanKepentingan(Laporan):
    """A year's map, statements, monitoring reports and follow-up."""

    peta: Annotated[tuple[BenturanPotensial, ...], Field(description="Peta benturan kepentingan menurut jabatan.")] = ()
    pernyataan: Annotated[tuple[Pernyataan, ...], Field(description="Surat pernyataan yang dikumpulkan.")] = ()
    laporan_monev: Annotated[tuple[Dokumen, ...], Field(description="Laporan monitoring dan evaluasi.")] = ()
    tindak_lanjut: Annotated[tuple[TindakLanjutBenturan, ...], Field(description="Tindak lanjut atas hasilnya.")] = ()


def check_benturan_kepentingan(laporan: BenturanKepentingan, tahun: int, around: Surroundings) -> Found:
    """Nobody gives more statements than there are people who must."""
    yield from check_laporan(laporan, tahun, around)
    for loc, item in each(laporan.pernyataan, "pernyataan"):
        yield from rules(not_more(item, ("bebas", "potensi"), "wajib", loc))
