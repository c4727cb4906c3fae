"""Bars of plain numbers below each other: complaints by kind and category, survey answers by element."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from zona.findings.laporan.survei_results import NilaiFinding, mean_of, rounded
from zona.outputs.charts.chart_values import Bagan, ButirBagan, NilaiBagan, RupaBagan, Tertutup, gaps_in_words, in_words, look
from zona.outputs.charts.stacked import LINE, Label, below, room, wrap
from zona.outputs.wording import listing


@dataclass(frozen=True)
class BarisBatang:
    """One bar: its label, its value in words, its top edge, and its width in percent."""

    label: Label
    teks: str
    rupa: RupaBagan
    y: float
    lebar: float


@dataclass(frozen=True)
class Batas:
    """A line that values are held against: its place in percent, its name, and the pixel of the name's baseline."""

    x: float
    y: float
    teks: str


@dataclass(frozen=True)
class Batang(Bagan):
    """Bars below each other down to `dasar`; below that stand the two ends of a scale that does not begin at zero."""

    tinggi: float
    dasar: float
    baris: tuple[BarisBatang, ...]
    batas: tuple[Batas, ...]
    ujung: tuple[str, str] | None


def bars(
    id: str,  # noqa: A002
    judul: str,
    butir: Sequence[ButirBagan],
    *,
    awal: int = 0,
    puncak: int | None = None,
    batas: Sequence[ButirBagan] = (),
    desimal: int = 0,
) -> Batang | None:
    """A bar for each value below its name; None where there is no data at all. The scale goes from `awal` to `puncak` (default:
    the largest value); `batas` are lines to hold against, and `desimal` is how many digits follow the comma."""
    if all(item.nilai is None for item in butir):
        return None
    numbers = [item.nilai for item in (*butir, *batas) if isinstance(item.nilai, int | Decimal)]
    scale = awal, puncak if puncak is not None else max([*numbers, awal + 1])
    limits = tuple(
        Batas(_percent(item.nilai, *scale), 12 + LINE * number, f"{item.label} {in_words(item.nilai, desimal)}")
        for number, item in enumerate(batas)
    )
    words = [in_words(item.nilai, desimal) for item in butir]
    labels = [wrap(item.label, room(text)) for item, text in zip(butir, words, strict=True)]
    places, bottom = below(labels, float(LINE * len(limits)))
    rows = tuple(
        BarisBatang(label, text, look(item.nilai), y, _percent(item.nilai, *scale))
        for item, text, (label, y) in zip(butir, words, places, strict=True)
    )
    ends = (f"{awal} terendah", f"{puncak} tertinggi") if awal else None
    return Batang(id, judul, _finding(butir, desimal), bottom + (LINE if ends else 0), bottom, rows, limits, ends)


def means(id: str, judul: str, nilai: Sequence[NilaiFinding], skala: int) -> Batang:  # noqa: A002
    """A bar for each item, from the worst answer, 1, to the best, `skala`; the line is the mean of the items' means. Thresholds
    of assessment (WBK, WBBM) are no lines: their scale is another than that of the surveys that have them."""
    items = [ButirBagan(item.nama, rounded(item.rata_rata)) for item in nilai]
    line = ButirBagan("rata-rata", rounded(mean_of(tuple(nilai))))
    chart = bars(id, f"{judul} (skala 1–{skala})", items, awal=1, puncak=skala, batas=[line], desimal=2)
    assert chart is not None  # a checked survey has answers to every item
    return chart


def _percent(value: NilaiBagan, low: int, high: int | Decimal) -> float:
    """A value's width; never beyond the scale, and never so small that it looks like zero."""
    if not isinstance(value, int | Decimal) or not value:
        return 0.0
    return round(min(100.0, max(1.5, 100 * float(value - low) / float(high - low))), 2)


def _finding(butir: Sequence[ButirBagan], desimal: int) -> str:
    """Every value; of many only the highest and the lowest. Where some are hidden, nobody knows whether they are those."""
    known = [item for item in butir if isinstance(item.nilai, int | Decimal)]
    hidden = sum(isinstance(item.nilai, Tertutup) for item in butir)
    parts = []
    numbers = sorted({item.nilai for item in known})  # type: ignore[type-var]
    if len(known) > 3 and len(numbers) > 1:
        high, low = (
            f"{listing(item.label for item in known if item.nilai == number)} ({in_words(number, desimal)})"
            for number in (numbers[-1], numbers[0])
        )
        parts.append(f"{'Di antara yang disebut, tertinggi' if hidden else 'Tertinggi'} {high}, terendah {low}")
    elif known:
        parts.append("; ".join(f"{item.label} {in_words(item.nilai, desimal)}" for item in known))
    parts += gaps_in_words(hidden, len(butir) - len(known) - hidden)
    return ". ".join(part[:1].upper() + part[1:] for part in parts) + "."
