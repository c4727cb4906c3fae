"""When an action is due: the codes of periods, the deadline that each means, and how months are written."""

import calendar
from dataclasses import dataclass, field
from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
BULAN_KE = {nama.lower(): nomor for nomor, nama in enumerate(BULAN, start=1)} | {"pebruari": 2, "nopember": 11}
# With the names as they are cut short here.
_SHORT = {nama[:3]: nomor for nama, nomor in BULAN_KE.items()} | {
    "mrt": 3,
    "agt": 8,
    "ags": 8,
    "agst": 8,
    "agust": 8,
    "sept": 9,
}
BULAN_TERTULIS = BULAN_KE | _SHORT

POLA_PERIODE = r"^[0-9]{4}-((0[1-9]|1[0-2])(-sd-(0[1-9]|1[0-2]))?|TW[1-4])$"


@dataclass(frozen=True, order=True)
class Tenggat:
    """One period and the last day on which it is still in time. `tercetak` is what the print calls the period where that is
    not its months (“Semester I”); `ditaksir`: the print names a week, and its last day is our reading until the office
    confirms it."""

    tenggat: date
    periode: str
    tercetak: str = field(default="", compare=False)
    ditaksir: bool = field(default=False, compare=False)


def tenggat_of(periode: str) -> Tenggat:
    """The deadline that a period's code means: the last day of its last month. `2026-03`, `2026-TW1`, `2026-01-sd-03`."""
    tahun, last = int(periode[:4]), periode[-2:]
    bulan = int(last[-1]) * 3 if last.startswith("W") else int(last)
    return Tenggat(date(tahun, bulan, calendar.monthrange(tahun, bulan)[1]), periode)


def months_of(periode: str) -> range:
    """The months (1–12) that a period's code spans."""
    last = tenggat_of(periode).tenggat.month
    if "TW" in periode:
        return range(last - 2, last + 1)
    return range(int(periode[5:7]), last + 1)


def whole_year(tahun: int) -> str:
    """The code of the period that is all of a year; what an action without a deadline is recorded for."""
    return f"{tahun}-01-sd-12"
