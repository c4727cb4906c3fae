"""Stacked bars: one row for each group, one piece for each state."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import KelompokFinding
from zona.outputs.charts.chart_sentences import of_counts, part_of
from zona.outputs.charts.shares import edges, shares
from zona.outputs.wording import angka

BAR = 14
_LINE, _GAP, _WRAP = 17, 12, 30  # pixels, pixels, characters: a label is as wide as a phone's chart lets it


@dataclass(frozen=True)
class Potong:
    """One state's piece: how many, where it begins and how wide it is, in percent of the chart's width."""

    keadaan: Keadaan
    jumlah: int
    x: float
    lebar: float


@dataclass(frozen=True)
class BarisTumpuk:
    """One bar: its label's lines with the pixel of each baseline, the numbers beside it, and its top edge."""

    kode: str
    label: tuple[tuple[float, str], ...]
    angka: str
    y: float
    potong: tuple[Potong, ...]


@dataclass(frozen=True)
class Tumpuk:
    """Stacked bars below each other; `tinggi` in pixels."""

    id: str
    judul: str
    uraian: str
    tinggi: float
    baris: tuple[BarisTumpuk, ...]


def bar(id: str, judul: str, hitungan: Hitungan) -> Tumpuk:  # noqa: A002
    """One bar without label."""
    row = BarisTumpuk("", (), "", 0, pieces(hitungan))
    return Tumpuk(id, judul, of_counts(hitungan), BAR, (row,))


def bars_of_groups(id: str, judul: str, kelompok: Sequence[KelompokFinding]) -> Tumpuk:  # noqa: A002
    """A bar for each group below its name."""
    rows, y = [], 0.0
    for item in kelompok:
        lines = wrap(f"{item.kode} {item.judul}", _WRAP)
        own = item.hitungan
        label = tuple((y + 12 + _LINE * number, line) for number, line in enumerate(lines))
        y += _LINE * len(lines)
        counts = f"{angka(own.terpenuhi)}/{angka(own.jumlah)}" if own.jumlah else "–"
        rows.append(BarisTumpuk(item.kode, label, counts, y, pieces(own)))
        y += BAR + _GAP
    return Tumpuk(id, judul, _finding(kelompok), max(BAR, y - _GAP), tuple(rows))


def pieces(hitungan: Hitungan) -> tuple[Potong, ...]:
    """The states that have periods, from left to right."""
    states = [(state, n) for state, n in hitungan.keadaan.items() if n]
    parts = shares([n for _, n in states])
    return tuple(
        Potong(state, n, 100 * start, 100 * part)
        for (state, n), part, (start, _) in zip(states, parts, edges(parts), strict=True)
    )


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
