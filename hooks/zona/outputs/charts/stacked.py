"""Stacked bars: one row for each group, one piece for each state."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import KelompokFinding
from zona.outputs.charts.chart_values import Bagan, states_of
from zona.outputs.wording import angka, of_counts, part_of

BAR, LINE, GAP = 14, 17, 12  # pixels
WRAP = 30  # characters: a label is as wide as a phone's chart lets it
Label = tuple[tuple[float, str], ...]  # the lines of a label with the pixel of each baseline


@dataclass(frozen=True)
class Potong:
    """One state's piece: how many, where it begins and how wide it is, in percent of the chart's width."""

    keadaan: Keadaan
    jumlah: int
    x: float
    lebar: float


@dataclass(frozen=True)
class BarisTumpuk:
    """One bar: its label, the numbers beside it, its top edge, and its width in percent."""

    kode: str
    label: Label
    angka: str
    y: float
    lebar: float
    potong: tuple[Potong, ...]


@dataclass(frozen=True)
class Tumpuk(Bagan):
    """Stacked bars below each other; `tinggi` in pixels."""

    tinggi: float
    baris: tuple[BarisTumpuk, ...]


def bar(id: str, judul: str, hitungan: Hitungan, dari: int | None = None) -> Tumpuk:  # noqa: A002
    """One bar without label; on a scale of `dari` periods where bars are compared by their counts."""
    width = 100 * hitungan.jumlah / dari if dari else 100
    row = BarisTumpuk("", (), "", 0, width, pieces(hitungan, width))
    return Tumpuk(id, judul, of_counts(hitungan), BAR, (row,))


def bars_of_groups(id: str, judul: str, kelompok: Sequence[KelompokFinding]) -> Tumpuk:  # noqa: A002
    """A bar for each group below its name."""
    places, bottom = below([wrap(f"{item.kode} {item.judul}", WRAP) for item in kelompok])
    rows = []
    for item, (label, y) in zip(kelompok, places, strict=True):
        own = item.hitungan
        counts = f"{angka(own.terpenuhi)}/{angka(own.jumlah)}" if own.jumlah else "–"
        rows.append(BarisTumpuk(item.kode, label, counts, y, 100, pieces(own)))
    return Tumpuk(id, judul, _finding(kelompok), max(BAR, bottom), tuple(rows))


def below(labels: Iterable[Sequence[str]], top: float = 0.0) -> tuple[list[tuple[Label, float]], float]:
    """Bars from the pixel `top` down, each under its label's lines: the label and top edge of each, the lower edge of all."""
    places, y = [], top
    for lines in labels:
        label = tuple((y + 12 + LINE * number, line) for number, line in enumerate(lines))
        y += LINE * len(lines)
        places.append((label, y))
        y += BAR + GAP
    return places, y - GAP


def pieces(hitungan: Hitungan, width: float = 100) -> tuple[Potong, ...]:
    """The states that have periods, from left to right, in a bar `width` percent of the chart's."""
    found = states_of(hitungan)
    return tuple(Potong(state, n, width * start, width * part) for state, n, part, (start, _) in found)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` characters; words longer than that are broken."""
    return textwrap.wrap(text, width) or [""]


def _finding(kelompok: Sequence[KelompokFinding]) -> str:
    """Which group is furthest, which least, then each group's numbers."""
    counted = [(item.kelompok, item.hitungan) for item in kelompok if item.hitungan.jumlah]
    if len(counted) < 2:
        return of_counts(counted[0][1]) if counted else "Belum ada tenggat."
    counts = "; ".join(f"{group.kode} {part_of(own)}" for group, own in counted)
    first = max(counted, key=lambda item: item[1].terpenuhi / item[1].jumlah)
    last = min(counted, key=lambda item: item[1].terpenuhi / item[1].jumlah)
    if first[1].persen_semua == last[1].persen_semua:
        return f"Bagian yang terpenuhi sama di semua kelompok. Terpenuhi: {counts}."
    most, least = (f"{group.kode} ({part_of(own)})" for group, own in (first, last))
    return f"Paling jauh kelompok {most}, paling sedikit kelompok {least}. Terpenuhi: {counts}."
