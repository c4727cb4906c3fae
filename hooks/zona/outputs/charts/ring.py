"""The ring: one whole and its states."""

from dataclasses import dataclass
from math import cos, pi, sin

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.outputs.charts.chart_values import Bagan, states_of
from zona.outputs.wording import angka, of_counts

SIZE, OUTER, INNER = 200, 98.0, 72.0  # the viewBox is SIZE square; half the stroke of 1.5 stays inside it
_GAP = 0.004  # of the circle, on each side of a slice


@dataclass(frozen=True)
class Irisan:
    """One state's slice: how many, its drawn share of the ring, and its outline as an SVG path."""

    keadaan: Keadaan
    jumlah: int
    bagian: float
    jalur: str


@dataclass(frozen=True)
class Cincin(Bagan):
    """A ring, clockwise from the top, with a number in its middle; without slices where there are no periods."""

    besar: str
    kecil: tuple[str, ...]
    irisan: tuple[Irisan, ...]


def ring(id: str, judul: str, hitungan: Hitungan) -> Cincin:  # noqa: A002 - it is the element's id
    """The ring of these counts; `id` begins every id in it."""
    slices = tuple(Irisan(state, n, part, _outline(*edge)) for state, n, part, edge in states_of(hitungan))
    big, small = "–", ("belum ada", "tenggat")
    if hitungan.jumlah:
        big, small = angka(hitungan.terpenuhi), (f"dari {angka(hitungan.jumlah)} tenggat", "terpenuhi")
    return Cincin(id, judul, of_counts(hitungan), big, small, slices)


def _outline(start: float, end: float) -> str:
    """The slice between two fractions of the circle, a little shorter on each side so that neighbours stay apart."""
    if end - start > 1 - 1e-9:
        return _circle(OUTER, 1) + _circle(INNER, 0)
    gap = min(_GAP, (end - start) / 4)
    start, end = start + gap, end - gap
    large = int(end - start > 0.5)
    return (
        f"M{_point(OUTER, start)}A{OUTER:g} {OUTER:g} 0 {large} 1 {_point(OUTER, end)}"
        f"L{_point(INNER, end)}A{INNER:g} {INNER:g} 0 {large} 0 {_point(INNER, start)}z"
    )


def _circle(radius: float, direction: int) -> str:
    """A whole circle in two halves; the hole runs against the rim."""
    arc = f"A{radius:g} {radius:g} 0 0 {direction}"
    return f"M{_point(radius, 0)}{arc} {_point(radius, 0.5)}{arc} {_point(radius, 0)}z"


def _point(radius: float, turn: float) -> str:
    middle = SIZE / 2
    x, y = middle + radius * sin(2 * pi * turn), middle - radius * cos(2 * pi * turn)
    return f"{round(x, 2):g} {round(y, 2):g}"
