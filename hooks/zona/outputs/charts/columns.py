"""Columns of plain numbers side by side, month by month: complaints."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from zona.outputs.charts.chart_values import (
    Bagan,
    Deret,
    KolomBulan,
    RupaBagan,
    Tertutup,
    gaps_in_words,
    in_words,
    look,
    month_names,
)
from zona.outputs.charts.curve import scale
from zona.outputs.wording import angka, listing
from zona.records.rencana.jadwal import BULAN

HEIGHT, HIDDEN, LOW, ZERO = 140, 16, 4.0, 2.0  # pixels: the plot, a hidden number's stub, the least above zero, and zero
LEFT = 8  # percent: room for the scale's numbers, on a phone too


@dataclass(frozen=True)
class Tiang:
    """One column: which row of values it belongs to, how it looks; x and width in percent, y and height in pixels."""

    deret: int
    rupa: RupaBagan
    x: float
    lebar: float
    y: float
    tinggi: float


@dataclass(frozen=True)
class Tiangan(Bagan):
    """Columns: `garis` are (pixel, number), `kosong` those without data."""

    deret: tuple[str, ...]
    garis: tuple[tuple[float, str], ...]
    bulan: tuple[KolomBulan, ...]
    tiang: tuple[Tiang, ...]
    kosong: tuple[float, ...]

    @property
    def ada_tertutup(self) -> bool:
        """Whether some number is hidden."""
        return any(item.rupa is RupaBagan.TERTUTUP for item in self.tiang)


def columns(id: str, judul: str, deret: Sequence[Deret]) -> Tiangan | None:  # noqa: A002
    """For each month a column of each row of values, twelve in each; None where there is no data at all."""
    values = [value for row in deret for value in row.nilai]
    if all(value is None for value in values):
        return None
    top, ticks = scale(max([int(value) for value in values if isinstance(value, int | Decimal)], default=0))
    step = (100 - LEFT) / len(BULAN)
    width = 0.8 * step / len(deret)
    shafts = []
    for number, row in enumerate(deret):
        for column, value in enumerate(row.nilai):
            if value is not None:
                # Zero is a line, and nothing else is as low.
                high = HIDDEN if isinstance(value, Tertutup) else round(HEIGHT * float(value) / top, 2)
                height = max(LOW if value else ZERO, high)
                x = round(LEFT + step * (column + 0.1) + width * number, 3)
                shafts.append(Tiang(number, look(value), x, round(width * 0.9, 3), round(HEIGHT - height, 2), height))
    missing = [column for column in range(len(BULAN)) if all(row.nilai[column] is None for row in deret)]
    return Tiangan(
        id,
        judul,
        _finding(deret, missing),
        tuple(row.label for row in deret),
        tuple((round(HEIGHT * (1 - tick / top), 2), angka(tick)) for tick in ticks),
        month_names([round(LEFT + step * (column + 0.5), 2) for column in range(len(BULAN))], None),
        tuple(shafts),
        tuple(round(LEFT + step * (column + 0.5), 2) for column in missing),
    )


def _finding(deret: Sequence[Deret], missing: Sequence[int]) -> str:
    """The last month with data, how much is hidden, the months without. No sums: what is left over is counted again."""
    last = max(column for column in range(len(BULAN)) if column not in missing)
    newest = ", ".join(f"{row.label.lower()} {in_words(row.nilai[last])}" for row in deret)
    hidden = sum(isinstance(value, Tertutup) for row in deret for value in row.nilai)
    parts = [f"{BULAN[last]}: {newest}", *gaps_in_words(hidden, 0)]
    if missing:
        parts.append(f"Belum ada data: {listing(BULAN[column] for column in missing)}")
    return ". ".join(parts) + "."
