"""How long ago something was last confirmed: a telephone number, a rule, the source of a statement. Two edges, in one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zona.problems import Line
from zona.records.load import Data

# More days than this since the last confirmation: to be checked again; and: to be doubted.
PERLU_DIPERIKSA, PERINGATAN = 90, 180


class KeadaanPemeriksaan(StrEnum):
    """How far a confirmation can be relied on."""

    BARU = "baru"
    PERLU_DIPERIKSA = "perlu_diperiksa"
    PERINGATAN = "peringatan"
    BELUM_PERNAH = "belum_pernah"

    @property
    def label(self) -> str:
        """How lists call it."""
        return {
            "baru": "sudah dipastikan",
            "perlu_diperiksa": f"dipastikan lebih dari {PERLU_DIPERIKSA} hari lalu",
            "peringatan": f"dipastikan lebih dari {PERINGATAN} hari lalu",
            "belum_pernah": "belum pernah dipastikan",
        }[self.value]


@dataclass(frozen=True)
class Pemeriksaan:
    """One confirmation (None: never) seen on a date."""

    diperiksa: date | None
    per_tanggal: date

    @property
    def hari(self) -> int | None:
        """Whole days since then; None if never."""
        return (self.per_tanggal - self.diperiksa).days if self.diperiksa else None

    @property
    def keadaan(self) -> KeadaanPemeriksaan:
        """Day 90 is still new, and day 180 only to be checked."""
        if self.hari is None:
            return KeadaanPemeriksaan.BELUM_PERNAH
        if self.hari > PERINGATAN:
            return KeadaanPemeriksaan.PERINGATAN
        return KeadaanPemeriksaan.PERLU_DIPERIKSA if self.hari > PERLU_DIPERIKSA else KeadaanPemeriksaan.BARU

    @property
    def baru(self) -> bool:
        """Whether nothing need be said against it."""
        return self.keadaan is KeadaanPemeriksaan.BARU


def confirmations(data: Data) -> Iterator[tuple[Line, date | None]]:
    """Every `diperiksa` of channels, situations, rules, years of holidays and sources, with its place."""
    files = ((data.kanal, "kanal"), (data.lapor, "situasi"), (data.dasar_hukum, "aturan"), (data.hari_libur, "tahun"))
    for source, name in files:
        if source:
            for index, item in enumerate(getattr(source.isi, name)):
                yield source.line(data.label, f"{name}.{index}.diperiksa"), item.diperiksa
    for page in data.prosa:
        for index, cited in enumerate(page.kepala.sumber):
            yield page.letak_sumber(index), cited.diperiksa


def tries(data: Data) -> Iterator[tuple[Line, date | None]]:
    """Every `dicoba` of the ways to reach a channel, with its place."""
    if data.kanal:
        for index, kanal in enumerate(data.kanal.isi.kanal):
            for number, cara in enumerate(kanal.cara):
                yield data.kanal.line(data.label, f"kanal.{index}.cara.{number}.dicoba"), cara.dicoba
