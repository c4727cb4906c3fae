"""Columns of plain numbers side by side: complaints month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from zona.outputs.bahasa import angka
from zona.outputs.grafik.kurva import scale
from zona.outputs.grafik.nilai import Deret, Rupa, Tertutup, look, told

# Pixels: the plot, and the stub of a number that is not told.
HEIGHT, HIDDEN = 140, 16


@dataclass(frozen=True)
class Tiang:
    """One column: which row of values it belongs to, how it looks; x and width in percent, y and height in pixels."""

    deret: int
    rupa: Rupa
    x: float
    lebar: float
    y: float
    tinggi: float


@dataclass(frozen=True)
class Tiangan:
    """Columns side by side: `garis` are (pixel, number), `nama` the columns' names with their places in percent."""

    id: str
    judul: str
    uraian: str
    deret: tuple[str, ...]
    garis: tuple[tuple[float, str], ...]
    nama: tuple[tuple[float, str], ...]
    tiang: tuple[Tiang, ...]
    kosong: tuple[float, ...]
    kembar: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def ada_tertutup(self) -> bool:
        """Whether some number is not told."""
        return any(item.rupa is Rupa.TERTUTUP for item in self.tiang)


def columns(id: str, judul: str, nama: Sequence[str], deret: Sequence[Deret]) -> Tiangan | None:  # noqa: A002
    """For each name (a month) a column of each row of values; None where there is no data at all.

    Each row has as many values as there are names.
    """
    values = [value for row in deret for value in row.nilai]
    if all(value is None for value in values):
        return None
    top, ticks = scale(max([int(value) for value in values if isinstance(value, int | Decimal)], default=0))
    step = 100 / len(nama)
    width = 0.8 * step / len(deret)
    shafts = []
    for number, row in enumerate(deret):
        for column, value in enumerate(row.nilai):
            if value is not None:
                height = HIDDEN if isinstance(value, Tertutup) else max(2.0, round(HEIGHT * float(value) / top, 2))
                x = round(step * (column + 0.1) + width * number, 3)
                shafts.append(Tiang(number, look(value), x, round(width * 0.9, 3), round(HEIGHT - height, 2), height))
    missing = [column for column in range(len(nama)) if all(row.nilai[column] is None for row in deret)]
    return Tiangan(
        id,
        judul,
        ". ".join(f"{row.label}: {_sum_of(row)}" for row in deret) + ".",
        tuple(row.label for row in deret),
        tuple((round(HEIGHT * (1 - tick / top), 2), angka(tick)) for tick in ticks),
        tuple((round(step * (column + 0.5), 2), name) for column, name in enumerate(nama)),
        tuple(shafts),
        tuple(round(step * (column + 0.5), 2) for column in missing),
        tuple((name, tuple(told(row.nilai[column]) for row in deret)) for column, name in enumerate(nama)),
    )


def _sum_of(row: Deret) -> str:
    """A row's sum where every number of it is told, else what is told and what is not."""
    known = [value for value in row.nilai if isinstance(value, int | Decimal)]
    hidden = sum(isinstance(value, Tertutup) for value in row.nilai)
    missing = sum(value is None for value in row.nilai)
    parts = [f"{angka(int(sum(known)))} dalam {len(known)} bulan"] if known else []
    parts += [f"{hidden} bulan ditutup"] if hidden else []
    parts += [f"{missing} bulan belum ada data"] if missing else []
    return ", ".join(parts)
