"""A count of complaints as readers see it, and what any reader can add up."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from zona.records.pengaduan.rilis import AMBANG, KURANG, Terbit


class Tampil(StrEnum):
    """How a count is published."""

    ANGKA = "angka"
    KURANG = "kurang_dari_5"
    SEMBUNYI = "disembunyikan"


@dataclass(frozen=True)
class Angka:
    """A count as published: `jumlah` is None where it is hidden, and then only the bounds that readers know are told;
    `paling_banyak` is None where they know none."""

    tampil: Tampil
    jumlah: int | None
    sedikitnya: int
    paling_banyak: int | None

    @property
    def keterangan(self) -> Tampil | None:
        """Why there is no number; None where there is one."""
        return None if self.tampil is Tampil.ANGKA else self.tampil


def how_shown(terbit: Terbit) -> Tampil:
    """How a count stands in a release."""
    if isinstance(terbit, int):
        return Tampil.ANGKA
    return Tampil.KURANG if terbit == KURANG else Tampil.SEMBUNYI


def as_read(terbit: Terbit, *, nol: bool) -> Angka:
    """What a count in a release says; “<5” covers zero too, unless `nol` says that a zero is told apart there."""
    if isinstance(terbit, int):
        return Angka(Tampil.ANGKA, terbit, terbit, terbit)
    if terbit == KURANG:
        return Angka(Tampil.KURANG, None, int(nol), AMBANG - 1)
    return Angka(Tampil.SEMBUNYI, None, 0, None)


def derive(parts: Iterable[Angka]) -> Angka:
    """A sum of published counts, as any reader could work it out: a number where all its parts are, else its bounds."""
    parts = tuple(parts)
    low = sum(part.sedikitnya for part in parts)
    highs = [part.paling_banyak for part in parts]
    high = None if None in highs else sum(item for item in highs if item is not None)
    if low == high:
        return Angka(Tampil.ANGKA, low, low, low)
    if high is not None and high < AMBANG:
        return Angka(Tampil.KURANG, None, low, high)
    return Angka(Tampil.SEMBUNYI, None, low, high)
