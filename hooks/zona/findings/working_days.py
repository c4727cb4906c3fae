"""Until when a gift must be reported: 30 working days from the day it was received (Pasal 12C ayat (2) UU 20/2001). Wherever
the law leaves a doubt, the earlier day is said: the day of receipt counts, joint leave counts, and so does every weekday of a
year whose holidays are not known."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from zona.records.informasi.hari_libur import HariLibur, TahunLibur

HARI_KERJA = 30
# Days of receipt for which the last day is given: a year back, and ahead for a site that is some days old.
_BACK, _AHEAD = 366, 31


@dataclass(frozen=True)
class BatasLapor:
    """For each day of receipt from `awal` on, after how many days the last day to report comes (`hari`); `contoh` is the last
    day for what is received on `per_tanggal`, `tahun` the years whose holidays were counted."""

    awal: date
    per_tanggal: date
    hari: tuple[int, ...]
    tahun: tuple[TahunLibur, ...]

    @property
    def akhir(self) -> date:
        """The last day of receipt that is counted."""
        return self.awal + timedelta(len(self.hari) - 1)

    @property
    def contoh(self) -> date:
        """The last day to report what is received on the findings' date."""
        return self.per_tanggal + timedelta(self.hari[(self.per_tanggal - self.awal).days])

    @property
    def belum_diisi(self) -> tuple[int, ...]:
        """The years that are counted without their holidays."""
        known = {item.tahun for item in self.tahun}
        last = self.akhir + timedelta(self.hari[-1])
        return tuple(year for year in range(self.awal.year, last.year + 1) if year not in known)


def judge_batas(hari_libur: HariLibur | None, per_tanggal: date) -> BatasLapor:
    """The last days to report, as seen on a date."""
    tahun = hari_libur.tahun if hari_libur else ()
    holidays = frozenset(item.tanggal for year in tahun for item in year.libur)
    first = per_tanggal - timedelta(_BACK)
    days = tuple((last_day(day, holidays) - day).days for day in (first + timedelta(n) for n in range(_BACK + _AHEAD + 1)))
    return BatasLapor(first, per_tanggal, days, tahun)


def last_day(received: date, holidays: Collection[date], count: int = HARI_KERJA) -> date:
    """The last of so many working days: Monday to Friday without holidays, the day of receipt among them."""
    day = received - timedelta(1)
    while count:
        day += timedelta(1)
        count -= day.weekday() < 5 and day not in holidays
    return day
