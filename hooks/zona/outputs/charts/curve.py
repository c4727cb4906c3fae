"""Planned against actual, cumulative through the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zona.findings.year_findings import AkhirBulan, TahunFinding, month_end
from zona.outputs.charts.chart_values import MONTHS, Bagan, KolomBulan, month_names
from zona.outputs.wording import angka, tanggal, tanggal_pendek
from zona.records.rencana.jadwal import BULAN

DATE, TOP, BOTTOM = 32, 54, 214  # pixels from the chart's top: the date's name, the plot's upper and lower edge
WIDTH = 1200  # of the stretched plot, in its own units
# The chart on the smallest phone, a digit of the number at the line's end, and its distance from the date's line, in pixels.
NARROW, DIGIT, SIDE = 260, 8, 6


@dataclass(frozen=True)
class TulisanKurva:
    """A word on the chart: x in percent, y in pixels, and which of its ends is there (SVG `text-anchor`)."""

    x: float
    y: float
    jangkar: str
    teks: str


@dataclass(frozen=True)
class Kurva(Bagan):
    """Two lines as SVG paths in a plot WIDTH wide and BOTTOM - TOP high; `kenyataan` is None where nothing is known yet,
    which is not a line at zero. `hari` is the date's place and name, None outside its year."""

    garis: tuple[TulisanKurva, ...]
    bulan: tuple[KolomBulan, ...]
    rencana: str | None
    kenyataan: str | None
    hari: TulisanKurva | None
    ujung_rencana: TulisanKurva | None
    ujung_kenyataan: TulisanKurva | None


def curve(id: str, judul: str, tahun: TahunFinding) -> Kurva:  # noqa: A002
    """The year's lines, from its first day (nothing planned) to its last, with the date marked."""
    months, today = tahun.bulanan(), tahun.per_tanggal
    here = _place(today) if today.year == tahun.tahun else None
    planned = months[-1].rencana
    known = [(month.kenyataan, month.bulan) for month in months if month.kenyataan is not None]
    top, ticks = scale(max([planned, *(number for number, _ in known)]))
    plan = [(0.0, 0), *((month.bulan / 12, month.rencana) for month in months)]
    real = [(0.0, 0), *((min(month / 12, here if here is not None else 1), number) for number, month in known)]
    return Kurva(
        id,
        judul,
        _finding(tahun, months),
        tuple(TulisanKurva(0, round(_y(tick, top), 2), "start", angka(tick)) for tick in ticks if planned),
        month_names(MONTHS, None if here is None else today.month - 1),
        _path(plan, top) if planned else None,
        _path(real, top) if known and planned else None,
        TulisanKurva(round(100 * here, 2), DATE, "end" if here > 0.5 else "start", tanggal_pendek(today))
        if here is not None
        else None,
        TulisanKurva(100, round(_y(planned, top) - 7, 2), "end", angka(planned)) if planned else None,
        _end(real, top) if known and planned else None,
    )


def scale(highest: int) -> tuple[int, tuple[int, ...]]:
    """The plot's highest value and its lines: round steps, at most four of them."""
    highest, step = max(highest, 1), 1
    while highest > 4 * step:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    ticks = tuple(range(step, highest + step, step))
    return ticks[-1], ticks


def _place(day: date) -> float:
    """A day's evening as a fraction of a year of twelve equal months."""
    return (day.month - 1 + day.day / month_end(day.year, day.month).day) / 12


def _y(number: int, top: int) -> float:
    return BOTTOM - (BOTTOM - TOP) * number / top


def _path(points: Sequence[tuple[float, int]], top: int) -> str:
    return "M" + " ".join(f"{round(WIDTH * x, 1):g} {round(_y(number, top) - TOP, 1):g}" for x, number in points)


def _end(points: Sequence[tuple[float, int]], top: int) -> TulisanKurva:
    """The actual line's last number: below the line where there is room, else above it; to the right of the date where it fits.
    To its left the line rises towards it, and would be read as a minus before it: there it is placed below the line's height
    at the number's beginning, on the narrowest chart."""
    x, number = points[-1]
    y = _y(number, top)
    left = x > 0.88
    begin = x - (len(angka(number)) * DIGIT + SIDE) / NARROW
    low = max(y + 18, _y_at(begin, points, top) + 15) if left else y + 18
    place = low if low < BOTTOM - 4 else y - 8
    return TulisanKurva(round(100 * x, 2), round(place, 2), "end" if left else "start", angka(number))


def _y_at(x: float, points: Sequence[tuple[float, int]], top: int) -> float:
    """The line's height at x, a fraction of the year; its first point's before that."""
    for (x0, n0), (x1, n1) in pairwise(points):
        if x0 <= x <= x1 and x1 > x0:
            return _y(n0, top) + (_y(n1, top) - _y(n0, top)) * (x - x0) / (x1 - x0)
    return _y(points[0][1], top)


def _finding(tahun: TahunFinding, months: tuple[AkhirBulan, ...]) -> str:
    """Fulfilled until the date, against what was planned until the last month's end before it."""
    planned, day = months[-1].rencana, tahun.per_tanggal
    if not planned:
        return f"Tidak ada tenggat pada {tahun.tahun}."
    whole = f"Sampai akhir {tahun.tahun} direncanakan {angka(planned)} tenggat"
    done = [month.kenyataan for month in months if month.kenyataan is not None]
    if not done:
        return f"{whole}. Per {tanggal(day)} tahun itu belum mulai."
    done_by_now = f"Per {tanggal(day)} terpenuhi {angka(done[-1])} tenggat"
    due = [month for month in months if month_end(tahun.tahun, month.bulan) <= day]
    if not due:
        return f"{done_by_now}. {whole}."
    before = f"sampai akhir {BULAN[due[-1].bulan - 1]} direncanakan {angka(due[-1].rencana)}"
    return f"{done_by_now}; {before}." if due[-1].bulan == 12 else f"{done_by_now}; {before}. {whole}."
