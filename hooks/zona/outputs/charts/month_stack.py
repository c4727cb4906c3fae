"""Twelve columns side by side: what falls due in each month, stacked by state."""

from dataclasses import dataclass

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import LATE, Keadaan
from zona.findings.year_findings import TahunFinding
from zona.outputs.charts.chart_values import MONTHS, Bagan, KolomBulan, month_names, states_of
from zona.outputs.wording import angka, listing
from zona.records.rencana.jadwal import BULAN

TOP, HEIGHT = 18, 120  # pixels: the line of the numbers, and the fullest month's column
WIDTH = 6.4  # percent of the chart, of the 8.3 that a month has
LOW = 18  # pixels: the column of a single deadline in a year of many, which has place for six states


@dataclass(frozen=True)
class PotongBulan:
    """One state's piece of a column: how many, its top edge and its height in pixels."""

    keadaan: Keadaan
    jumlah: int
    y: float
    tinggi: float


@dataclass(frozen=True)
class TiangBulan:
    """A month's column: its name with its middle, its left edge in percent, its number above `y`, and its pieces from the foot
    up."""

    bulan: KolomBulan
    kiri: float
    jumlah: str
    y: float
    potong: tuple[PotongBulan, ...]


@dataclass(frozen=True)
class BulanTumpuk(Bagan):
    """A year's columns, which stand on the pixel `kaki`."""

    lebar: float
    kaki: int
    tiang: tuple[TiangBulan, ...]


def month_stack(id: str, tahun: TahunFinding) -> BulanTumpuk:  # noqa: A002 - it is the element's id
    """The year's deadlines by month and state. Its name says in which month most are late, or else, most fall due."""
    months = tahun.hitungan_per_bulan()
    most = max(item.jumlah for item in months)
    now = tahun.per_tanggal.month - 1 if tahun.per_tanggal.year == tahun.tahun else None
    shafts = []
    for name, own in zip(month_names(MONTHS, now), months, strict=True):
        height = max(LOW, HEIGHT * own.jumlah / most) if own.jumlah else 0.0
        top = round(TOP + HEIGHT - height, 2)
        shafts.append(TiangBulan(name, round(name.x - WIDTH / 2, 2), angka(own.jumlah), top, _pieces(own, height)))
    return BulanTumpuk(id, *_finding(months, tahun.tahun), WIDTH, TOP + HEIGHT, tuple(shafts))


def _pieces(hitungan: Hitungan, height: float) -> tuple[PotongBulan, ...]:
    foot = TOP + HEIGHT
    found = states_of(hitungan, height / HEIGHT / 1.5) if height else ()
    return tuple(
        PotongBulan(state, number, round(foot - height * end, 2), round(height * part, 2))
        for state, number, part, (_, end) in found
    )


def _finding(months: tuple[Hitungan, ...], tahun: int) -> tuple[str, str]:
    """The answer in a sentence, and every month's number."""
    late = [sum(item.keadaan[state] for state in LATE) for item in months]
    due = [item.jumlah for item in months]
    if not any(due):
        return f"Tidak ada tenggat pada {tahun}", f"Tidak ada tenggat pada {tahun}."
    numbers, said = (late, "terlambat atau belum dilaporkan") if any(late) else (due, "jatuh tempo")
    found = listing(BULAN[month] for month, number in enumerate(numbers) if number == max(numbers))
    told = listing(f"{BULAN[month]} {angka(number)}" for month, number in enumerate(due) if number)
    return f"Paling banyak janji {said}: {found} ({angka(max(numbers))})", f"Jatuh tempo: {told}."
