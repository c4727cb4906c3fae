"""The calendar: a row for each action, as high as its fullest month; a column for each month; and the strip of one action."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import AksiFinding, KelompokFinding, PeriodeFinding
from zona.outputs.charts.chart_values import MONTHS, Bagan, KolomBulan, month_names
from zona.outputs.wording import BULAN_PENDEK, listing, of_counts, tanggal_pendek
from zona.records.rencana.jadwal import BULAN

# The map's units: room for the codes (at least, and for each character), a month's width, a line's height, the line of
# the months' letters. A map is no wider than a chart on the smallest phone, 288 pixels, so that its text is not below 12.
LEFT, LETTER, CELL, LINE, HEAD = 48, 7, 18, 20, 18


@dataclass(frozen=True)
class BarisPeta:
    """An action's line: the y of its code, and its deadlines in words: months of this year, other dates in full."""

    kode: str
    y: float
    kembar: tuple[tuple[Keadaan, str], ...]


@dataclass(frozen=True)
class Titik:
    """The places of one state's symbols, in the order of the rows."""

    keadaan: Keadaan
    tempat: tuple[tuple[int, int], ...]

    @property
    def jalur(self) -> str:
        """A path of relative steps, which compress well; the last goes nowhere, because one corner alone is no path."""
        steps = [(x - a, y - b) for (a, b), (x, y) in zip([(0, 0), *self.tempat], self.tempat, strict=False)]
        return "m" + " ".join(f"{x} {y}" for x, y in steps) + "h0"


@dataclass(frozen=True)
class Peta(Bagan):
    """The map of some actions, `lebar` wide; the months begin at `kiri`. `tanda` are the symbols by state; `pita` is the
    left edge of the date's month. `di_luar` counts deadlines of other years, which only words tell."""

    kiri: int
    lebar: int
    tinggi: int
    bulan: tuple[KolomBulan, ...]
    pita: int | None
    baris: tuple[BarisPeta, ...]
    tanda: tuple[Titik, ...]
    di_luar: int


@dataclass(frozen=True)
class BulanStrip:
    """A month of the strip: the states of the deadlines in it, in order of time; `tengah` is its middle, in percent."""

    nama: str
    kini: bool
    tengah: float
    keadaan: tuple[Keadaan, ...]


@dataclass(frozen=True)
class Strip:
    """One action's year: twelve months side by side, as many lines as its fullest month has deadlines; the same in words; and
    how many deadlines fall in other years, which only words tell."""

    bulan: tuple[BulanStrip, ...]
    baris: int
    uraian: str
    di_luar: int


def map_of_group(id: str, kelompok: KelompokFinding, tahun: int, per_tanggal: date) -> Peta:  # noqa: A002
    """The calendar of a group's actions."""
    rows, marks, line = [], [], 0
    left = max([LEFT, *(LETTER * len(item.kode) + 4 for item in kelompok.aksi)])
    for aksi in kelompok.aksi:
        months = _by_month(aksi, tahun)
        rows.append(BarisPeta(aksi.kode, HEAD + line * LINE + LINE / 2, _words(aksi.periode, tahun)))
        for month, own in enumerate(months):
            x = left + month * CELL + CELL // 2
            marks += [(item.keadaan, (x, HEAD + (line + below) * LINE + LINE // 2)) for below, item in enumerate(own)]
        line += max(1, *map(len, months))
    now = _now(tahun, per_tanggal)
    outside = len(kelompok.periode) - len(marks)
    name = f"Kelompok {kelompok.kode}: status janji {len(kelompok.aksi)} aksi tiap bulan {tahun}"
    return Peta(
        id,
        name,
        of_counts(kelompok.hitungan) + (f" {outside} tenggatnya jatuh di tahun lain." if outside else ""),
        left,
        left + 12 * CELL,
        HEAD + line * LINE,
        month_names([left + number * CELL + CELL / 2 for number in range(12)], now),
        None if now is None else left + now * CELL,
        tuple(rows),
        tuple(
            Titik(state, points) for state in Keadaan if (points := tuple(place for found, place in marks if found is state))
        ),
        outside,
    )


def strip(aksi: AksiFinding, tahun: int, per_tanggal: date) -> Strip:
    """One action's deadlines month by month."""
    months = _by_month(aksi, tahun)
    return Strip(
        tuple(
            BulanStrip(month.nama, month.kini, month.x, tuple(item.keadaan for item in own))
            for month, own in zip(month_names(MONTHS, _now(tahun, per_tanggal)), months, strict=True)
        ),
        max(1, *map(len, months)),
        "; ".join(f"{state.label}: {where}" for state, where in _words(aksi.periode, tahun, BULAN)),
        len(aksi.periode) - sum(map(len, months)),
    )


def _by_month(aksi: AksiFinding, tahun: int) -> list[list[PeriodeFinding]]:
    own = [item for item in aksi.periode if item.tenggat.year == tahun]
    return [[item for item in own if item.tenggat.month == month] for month in range(1, 13)]


def _now(tahun: int, per_tanggal: date) -> int | None:
    return per_tanggal.month - 1 if per_tanggal.year == tahun else None


def _words(
    periods: Iterable[PeriodeFinding], tahun: int, names: Sequence[str] = BULAN_PENDEK
) -> tuple[tuple[Keadaan, str], ...]:
    """Each state with its deadlines: months of this year by name, other days in full."""
    found: dict[Keadaan, list[str]] = {state: [] for state in Keadaan}
    for item in periods:
        day = item.tenggat
        found[item.keadaan].append(names[day.month - 1] if day.year == tahun else tanggal_pendek(day))
    return tuple((state, listing(words) if names is BULAN else ", ".join(words)) for state, words in found.items() if words)
