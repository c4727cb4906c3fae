"""What all charts share. Zero (0), no data (None) and a hidden number (`Tertutup`) are three things, with three pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate, pairwise

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.outputs.wording import BULAN_PENDEK, pecahan


@dataclass(frozen=True)
class Bagan:
    """A chart: the id that begins every id in it, its name, and its finding in words."""

    id: str
    judul: str
    uraian: str


@dataclass(frozen=True)
class KolomBulan:
    """A month: the place of its name (map: units; else percent), and whether it is the date's."""

    x: float
    nama: str
    kini: bool


def month_names(places: Sequence[float], now: int | None) -> tuple[KolomBulan, ...]:
    """The twelve months at these places; `now` is the date's, counted from 0, None in another year."""
    return tuple(KolomBulan(x, nama, month == now) for x, nama, month in zip(places, BULAN_PENDEK, range(12), strict=True))


MONTHS = tuple(round((number + 0.5) / 0.12, 2) for number in range(12))  # each one's middle, in percent of a year's width


@dataclass(frozen=True)
class Tertutup:
    """A number that is known but not published, so that it points to nobody; `teks` is shown in its place."""

    teks: str = "<5"


NilaiBagan = int | Decimal | Tertutup | None


class RupaBagan(StrEnum):
    """How a value looks: a bar, a line at zero, a dashed stub, or nothing."""

    NILAI = "nilai"
    NOL = "nol"
    TERTUTUP = "tertutup"
    TIDAK_ADA = "tidak_ada"


@dataclass(frozen=True)
class ButirBagan:
    """One value with its name."""

    label: str
    nilai: NilaiBagan


@dataclass(frozen=True)
class Deret:
    """A row of values with one name, one for each column: “selesai”, month by month."""

    label: str
    nilai: tuple[NilaiBagan, ...]


def look(value: NilaiBagan) -> RupaBagan:
    """How a value is drawn."""
    if value is None:
        return RupaBagan.TIDAK_ADA
    if isinstance(value, Tertutup):
        return RupaBagan.TERTUTUP
    return RupaBagan.NILAI if value else RupaBagan.NOL


def in_words(value: NilaiBagan, desimal: int = 0) -> str:
    """A value in words: “0”, “1.234”, “3,45”, “<5”, “belum ada data”."""
    if value is None:
        return "belum ada data"
    return value.teks if isinstance(value, Tertutup) else pecahan(value, desimal)


def gaps_in_words(hidden: int, missing: int) -> list[str]:
    """What a finding says of numbers that are hidden, and of those that are not there."""
    parts = [f"Tidak disebut, supaya tidak menunjuk orang: {hidden} angka"] if hidden else []
    return parts + ([f"Belum ada data: {missing}"] if missing else [])


LEAST = 0.015  # the smallest share that can be seen at 320 px: what is not zero must not look like zero
MOST = 0.1  # what a small share of a short whole gets at most: six states have place beside each other


def shares(counts: Sequence[int], least: float = LEAST) -> tuple[float, ...]:
    """Each count's share of the whole; the sum is 1, or 0 where nothing is counted. A count above zero gets at least `least`,
    taken from the larger ones in proportion, so no share is off by more than `least` times the number of counts, which must
    stay below 1."""
    whole = sum(counts)
    if not whole:
        return tuple(0.0 for _ in counts)
    small: set[int] = set()
    while True:
        rest = 1 - least * len(small)
        large = sum(number for index, number in enumerate(counts) if index not in small)
        drawn = [least if index in small else rest * number / large for index, number in enumerate(counts)]
        found = {index for index, number in enumerate(counts) if number and drawn[index] < least}
        if not found:
            return tuple(drawn)
        small |= found


def edges(parts: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Where each part begins and ends when they are in a row; the last that is not zero ends at 1 exactly."""
    last = max((index for index, part in enumerate(parts) if part), default=len(parts))
    ends = (1.0 if index >= last else end for index, end in enumerate(accumulate(parts)))
    return tuple(pairwise([0.0, *ends]))


def states_of(hitungan: Hitungan, length: float = 1) -> tuple[tuple[Keadaan, int, float, tuple[float, float]], ...]:
    """The states that have periods, in their order: how many, the drawn share, and where it begins and ends. `length` is the
    whole's part of the longest that is drawn: what is shorter gives its small shares more of itself, so that they are seen."""
    states = [(state, number) for state, number in hitungan.keadaan.items() if number]
    parts = shares([number for _, number in states], min(LEAST / length, MOST))
    return tuple((*state, part, edge) for state, part, edge in zip(states, parts, edges(parts), strict=True))
