"""Bars of plain numbers below each other: complaints by kind and category, survey answers by element."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from zona.outputs.grafik.nilai import Butir, Nilai, Rupa, Tertutup, look, told
from zona.outputs.grafik.tumpuk import BAR, wrap

_LINE, _GAP, _WRAP = 17, 12, 30


@dataclass(frozen=True)
class BarisBatang:
    """One bar: its label's lines with their pixels, its value in words, its top edge, and its width in percent."""

    label: tuple[tuple[float, str], ...]
    teks: str
    rupa: Rupa
    y: float
    lebar: float


@dataclass(frozen=True)
class Batas:
    """A line that values are held against: its place in percent, its name, and the pixel that the name stands on."""

    x: float
    y: float
    teks: str


@dataclass(frozen=True)
class Batang:
    """Bars below each other; `kembar` are their labels and values as a table tells them."""

    id: str
    judul: str
    uraian: str
    tinggi: float
    baris: tuple[BarisBatang, ...]
    batas: tuple[Batas, ...]
    kembar: tuple[tuple[str, str], ...]


def bars(
    id: str,  # noqa: A002
    judul: str,
    butir: Sequence[Butir],
    *,
    puncak: int | Decimal | None = None,
    batas: Sequence[Butir] = (),
    desimal: int = 0,
) -> Batang | None:
    """A bar for each value below its name; None where there is no data at all.

    `puncak` is the end of the scale (default: the largest value), `batas` are lines to hold against, and `desimal` is how
    many digits stand behind the comma.
    """
    if all(item.nilai is None for item in butir):
        return None
    numbers = [item.nilai for item in (*butir, *batas) if isinstance(item.nilai, int | Decimal)]
    top = puncak if puncak is not None else max([*numbers, 1])
    limits = tuple(
        Batas(_percent(item.nilai, top), 12 + _LINE * number, f"{item.label} {told(item.nilai, desimal)}")
        for number, item in enumerate(batas)
    )
    rows, y = [], float(_LINE * len(limits))
    for item in butir:
        lines = wrap(item.label, _WRAP)
        label = tuple((y + 12 + _LINE * number, line) for number, line in enumerate(lines))
        y += _LINE * len(lines)
        rows.append(BarisBatang(label, told(item.nilai, desimal), look(item.nilai), y, _percent(item.nilai, top)))
        y += BAR + _GAP
    twin = tuple((item.label, told(item.nilai, desimal)) for item in butir)
    return Batang(id, judul, _finding(butir, desimal), y - _GAP, tuple(rows), limits, twin)


def _percent(value: Nilai, top: int | Decimal) -> float:
    """A value's width; never beyond the scale, and never so small that it looks like zero."""
    if not isinstance(value, int | Decimal) or not value or not top:
        return 0.0
    return round(min(100.0, max(1.5, 100 * float(value) / float(top))), 2)


def _finding(butir: Sequence[Butir], desimal: int) -> str:
    """Every value, the largest first where there are many."""
    known = [(item.label, item.nilai) for item in butir if isinstance(item.nilai, int | Decimal)]
    rest = [item for item in butir if not isinstance(item.nilai, int | Decimal)]
    parts = []
    if len(known) > 3 and len({value for _, value in known}) > 1:
        known.sort(key=lambda item: -item[1])
        (most, high), (least, low) = known[0], known[-1]
        parts.append(f"Tertinggi {most} ({told(high, desimal)}), terendah {least} ({told(low, desimal)})")
    elif known:
        parts.append("; ".join(f"{label} {told(value, desimal)}" for label, value in known))
    hidden = sum(isinstance(item.nilai, Tertutup) for item in rest)
    if hidden:
        parts.append(f"{hidden} angka ditutup supaya tidak ada orang yang dapat ditebak")
    if len(rest) > hidden:
        parts.append(f"{len(rest) - hidden} belum ada datanya")
    return ". ".join(part[:1].upper() + part[1:] for part in parts) + "."
