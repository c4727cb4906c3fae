"""Planned against actual, cumulative through the year, and how far the one is behind the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zona.findings.year_findings import AkhirBulan, TahunFinding, month_end
from zona.outputs.charts.chart_values import MONTHS, Bagan, KolomBulan, month_names
from zona.outputs.wording import angka, tanggal, tanggal_pendek

DATE, TOP, BOTTOM = 32, 54, 214  # pixels from the chart's top: the date's name, the plot's upper and lower edge
WIDTH = 1200  # of the stretched plot, in its own units
# The chart on the smallest phone, a digit of the number at the line's end, and its distance from the date's line, in pixels.
NARROW, DIGIT, SIDE = 260, 8, 6
BESIDE, END = 0.9, 44  # from there on the gap's name makes place for the number at the plan's end, in pixels


@dataclass(frozen=True)
class TulisanKurva:
    """A word on the chart: x in percent, y in pixels, and which of its ends is there (SVG `text-anchor`)."""

    x: float
    y: float
    jangkar: str
    teks: str


@dataclass(frozen=True)
class Selisih:
    """The gap between the lines on the date (after the year: at its end): whether the deeds are behind, its place, its two ends
    in pixels, and its name, which is moved aside by `geser` pixels."""

    tertinggal: bool
    x: float
    atas: float
    bawah: float
    tulisan: TulisanKurva
    geser: int


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
    selisih: Selisih | None


def curve(id: str, tahun: TahunFinding) -> Kurva:  # noqa: A002
    """The year's lines, from its first day (nothing planned) to its last, with the date marked. The plan has a point on the
    date as well: what is due by then, which every other page counts too. Its name says how far the deeds are behind."""
    months, today = tahun.bulanan(), tahun.per_tanggal
    here = _place(today) if today.year == tahun.tahun else None
    planned = months[-1].rencana
    known = [(month.kenyataan, month.bulan) for month in months if month.kenyataan is not None]
    top, ticks = scale(max([planned, *(number for number, _ in known)]))
    plan = [(0.0, 0), *((month.bulan / 12, month.rencana) for month in months)]
    if here is not None:
        plan = sorted([*plan, (here, tahun.hitungan.jatuh_tempo)])
    real = [(0.0, 0), *((min(month / 12, here if here is not None else 1), number) for number, month in known)]
    return Kurva(
        id,
        *_finding(tahun, months),
        tuple(
            TulisanKurva(0, round(_y(tick, top), 2), "start", angka(tick) + (" janji" if tick == top else ""))
            for tick in (0, *ticks)
            if planned
        ),
        month_names(MONTHS, None if here is None else today.month - 1),
        _path(plan, top) if planned else None,
        _path(real, top) if known and planned else None,
        TulisanKurva(round(100 * here, 2), DATE, "end" if here > 0.5 else "start", tanggal_pendek(today))
        if here is not None
        else None,
        TulisanKurva(100, round(_y(planned, top) - 7, 2), "end", angka(planned)) if planned else None,
        _end(real, top) if known and planned else None,
        _gap(here, tahun.hitungan.jatuh_tempo if here is not None else planned, real[-1][1], top)
        if known and planned
        else None,
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


def _gap(here: float | None, due: int, done: int, top: int) -> Selisih | None:
    """The gap, None where there is none. Its name stands where no line can be: in the year's second half to the left of the
    plan, which rises towards it; before, to the right of the actual line, which ends there."""
    if due == done:
        return None
    x, high, low = 1.0 if here is None else here, _y(max(due, done), top), _y(min(due, done), top)
    words = f"{'tertinggal' if due > done else 'lebih cepat'} {angka(abs(due - done))}"
    left = x > 0.5
    number = _y(done, top)  # whose own word stands below it, or above it near the foot
    place = high - 8 if left else min((high + low) / 2 + 4, number - (23 if number + 18 > BOTTOM - 4 else 0))
    text = TulisanKurva(round(100 * x, 2), round(max(place, DATE + 14), 2), "end" if left else "start", words)
    return Selisih(
        due > done, round(100 * x, 2), round(high, 2), round(low, 2), text, -END if x > BESIDE else -SIDE if left else SIDE
    )


def _finding(tahun: TahunFinding, months: tuple[AkhirBulan, ...]) -> tuple[str, str]:
    """How far the deeds are behind the plan, in a sentence; then what it comes from."""
    planned, day = months[-1].rencana, tahun.per_tanggal
    if not planned:
        return f"Tidak ada tenggat pada {tahun.tahun}", f"Tidak ada tenggat pada {tahun.tahun}."
    whole = f"Sampai akhir {tahun.tahun} direncanakan {angka(planned)} janji."
    done = [month.kenyataan for month in months if month.kenyataan is not None]
    if not done:
        return f"Tahun {tahun.tahun} belum mulai per {tanggal(day)}", whole
    runs = day.year == tahun.tahun
    due, when = (tahun.hitungan.jatuh_tempo, f"Per {tanggal(day)}") if runs else (planned, f"Pada akhir {tahun.tahun}")
    early = done[-1] - tahun.hitungan.terpenuhi_jatuh_tempo if runs else 0
    told = f"{when} {angka(due)} janji sudah jatuh tempo dan {angka(done[-1])} terpenuhi"
    told += f", {angka(early)} di antaranya sebelum jatuh tempo. " if early else ". "
    if due == done[-1]:
        return f"{when} yang terpenuhi sebanyak yang jatuh tempo: {angka(due)} janji", told + (whole if runs else "")
    way = "tertinggal" if due > done[-1] else "lebih cepat"
    return f"{when} kami {way} {angka(abs(due - done[-1]))} janji dari rencana", (told + (whole if runs else "")).strip()
