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
NUMBER = 6  # characters of a number that a label of full width leaves room for
NARROW = 9.0  # percent: the bar of a group with few periods, which has place for all six states
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
    width = _width(hitungan.jumlah, dari)
    row = BarisTumpuk("", (), "", 0, width, pieces(hitungan, width))
    return Tumpuk(id, judul, of_counts(hitungan), BAR, (row,))


def bars_of_groups(id: str, kelompok: Sequence[KelompokFinding]) -> Tumpuk:  # noqa: A002
    """A bar for each group below its name, as long as its number of periods says: six look like six beside forty."""
    counts = [f"{angka(own.terpenuhi)}/{angka(own.jumlah)}" if (own := item.hitungan).jumlah else "–" for item in kelompok]
    names = (f"{item.kode} {item.sebutan}" for item in kelompok)
    places, bottom = below([_two_lines(name, number) for name, number in zip(names, counts, strict=True)])
    most = max([item.hitungan.jumlah for item in kelompok], default=0)
    rows = []
    for item, number, (label, y) in zip(kelompok, counts, places, strict=True):
        own = item.hitungan
        width = _width(own.jumlah, most)
        rows.append(BarisTumpuk(item.kode, label, number, y, width, pieces(own, width)))
    return Tumpuk(id, *_finding(kelompok), max(BAR, bottom), tuple(rows))


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
    found = states_of(hitungan, width / 100)
    return tuple(Potong(state, n, width * start, width * part) for state, n, part, (start, _) in found)


def _width(number: int, most: int | None) -> float:
    """How wide a bar of so many periods is where one of `most` is as wide as the chart."""
    return max(NARROW, 100 * number / most) if number and most else 100.0


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` characters; words longer than that are broken."""
    return textwrap.wrap(text, width) or [""]


def room(number: str) -> int:
    """How many characters a label's line has beside its number."""
    return WRAP - max(0, len(number) - NUMBER)


def _two_lines(name: str, number: str) -> list[str]:
    """A name in at most two lines beside its number; a longer one ends in dots, and its table has it whole."""
    return textwrap.wrap(name, room(number), max_lines=2, placeholder=" …") or [""]


def _finding(kelompok: Sequence[KelompokFinding]) -> tuple[str, str]:
    """Which group is furthest and which least, in a sentence; then each group's numbers."""
    counted = [(item.kelompok, item.hitungan) for item in kelompok if item.hitungan.jumlah]
    if not counted:
        return "Belum ada janji", "Belum ada janji."
    if len(counted) == 1:
        return f"Kelompok {counted[0][0].kode}: {part_of(counted[0][1])} janji terpenuhi", of_counts(counted[0][1])
    counts = f"Terpenuhi: {'; '.join(f'{group.kode} {part_of(own)}' for group, own in counted)}."
    if not any(own.terpenuhi for _, own in counted):
        return "Belum ada janji yang terpenuhi di kelompok mana pun", counts
    first = max(counted, key=lambda item: item[1].terpenuhi / item[1].jumlah)
    last = min(counted, key=lambda item: item[1].terpenuhi / item[1].jumlah)
    if first[1].persen_semua == last[1].persen_semua:
        return "Bagian yang terpenuhi sama di semua kelompok", counts
    most, least = (f"kelompok {group.kode} ({part_of(own)} janji)" for group, own in (first, last))
    return f"Paling jauh {most}, paling sedikit {least}", counts
