"""What all charts share: their head, the months below them, and a value with how it looks and reads.

Zero (0), no data (None) and a hidden number (`Tertutup`) are three different things, with three different pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

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
    return tuple(
        KolomBulan(place, nama, number == now) for number, (place, nama) in enumerate(zip(places, BULAN_PENDEK, strict=True))
    )


# The middle of each month in percent of a year's width.
MONTHS = tuple(round((number + 0.5) / 0.12, 2) for number in range(12))


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
