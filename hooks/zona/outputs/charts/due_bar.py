"""What has fallen due, in one bar that is read three ways: how many are due, how many of them reported, how many verified."""

from collections.abc import Iterable
from dataclasses import dataclass

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.outputs.charts.stacked import Potong, Tumpuk, bar


@dataclass(frozen=True)
class Bacaan:
    """One reading of the bar: what it counts, how many, in words, and where it ends, in percent of the bar's width."""

    kunci: str
    jumlah: int
    sebutan: str
    lebar: float


@dataclass(frozen=True)
class BatangTempo:
    """The bar, and its readings from the shortest to the longest."""

    tumpuk: Tumpuk
    bacaan: tuple[Bacaan, ...]


def due_bar(id: str, jatuh_tempo: Hitungan) -> BatangTempo:  # noqa: A002
    """The bar of the periods that are due, by their counts; nothing else must be counted in them."""
    drawn = bar(id, f"{jatuh_tempo.jumlah} janji yang sudah jatuh tempo", jatuh_tempo)
    pieces = drawn.baris[0].potong
    reported = [item for item in pieces if item.keadaan is not Keadaan.BELUM_DILAPORKAN]
    verified = [item for item in pieces if item.keadaan is Keadaan.TERPENUHI]
    named = (("diverifikasi", verified), ("dilaporkan", reported), ("jatuh_tempo", pieces))
    return BatangTempo(drawn, tuple(_reading(kunci, own) for kunci, own in named))


def _reading(kunci: str, own: Iterable[Potong]) -> Bacaan:
    parts = tuple(own)
    width = sum(item.lebar for item in parts)
    return Bacaan(kunci, sum(item.jumlah for item in parts), f"sudah {kunci.replace('_', ' ')}", width)
