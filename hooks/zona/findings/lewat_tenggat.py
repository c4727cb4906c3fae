"""Deadlines by action and by day: what is late, the longest late first, in the one order of every page; and what comes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import LATE, Keadaan
from zona.findings.plan_findings import AksiFinding, PeriodeFinding, count_periods
from zona.findings.record_findings import BarisFinding
from zona.records.rencana.rencana_aksi import KOLOM, Aksi


class Irama(StrEnum):
    """How often an action is to be reported; what has no label of its own is said by its periods."""

    BULANAN = "bulanan"
    TRIWULAN = "triwulan"
    LAIN = "lain"


@dataclass(frozen=True)
class AksiLewat(BarisFinding):
    """An action with its late periods in order of time; `salinan` is the code of the earlier row that it is printed as."""

    periode: tuple[PeriodeFinding, ...]
    salinan: str | None

    @property
    def sejak(self) -> date:
        """The earliest deadline that has passed unfulfilled."""
        return self.periode[0].tenggat

    @property
    def hari(self) -> int:
        """Days since then."""
        return self.periode[0].hari_lewat

    @property
    def keadaan(self) -> dict[Keadaan, int]:
        """How many of the late periods are in which state, without states that have none."""
        counts = Counter(item.keadaan for item in self.periode)
        return {state: counts[state] for state in LATE if counts[state]}

    @property
    def irama(self) -> Irama:
        """How often the plan asks for a report, by all periods of the row."""
        codes = [item.periode for item in self.aksi.tenggat]
        if len(codes) > 1 and all("TW" in code for code in codes):
            return Irama.TRIWULAN
        return Irama.BULANAN if len(codes) == 12 else Irama.LAIN


@dataclass(frozen=True)
class HariTenggat:
    """Everything that falls due on one day."""

    tenggat: date
    periode: tuple[PeriodeFinding, ...]

    @property
    def hitungan(self) -> Hitungan:
        """How far what falls due then is."""
        return count_periods(self.periode)


def late_actions(actions: Iterable[AksiFinding]) -> tuple[AksiLewat, ...]:
    """The actions that have late periods, the longest late first; in the order of the annex where that is the same."""
    rows = tuple(actions)
    copies = copies_of(row.aksi for row in rows)
    late = [(row, tuple(sorted((p for p in row.periode if p.keadaan in LATE), key=lambda p: p.tenggat))) for row in rows]
    found = [AksiLewat(row.aksi, periods, copies.get(row.kode)) for row, periods in late if periods]
    return tuple(sorted(found, key=lambda item: item.sejak))


def by_age(late: Iterable[AksiLewat]) -> tuple[tuple[date, tuple[AksiLewat, ...]], ...]:
    """Late actions, ordered as they come, by the day since which they are late."""
    return tuple((day, tuple(items)) for day, items in groupby(late, key=lambda item: item.sejak))


def by_rhythm(late: Iterable[AksiLewat]) -> dict[Irama, tuple[AksiLewat, ...]]:
    """Late actions by how often they are to be reported, without rhythms that none has."""
    items = tuple(late)
    found = {irama: tuple(item for item in items if item.irama is irama) for irama in Irama}
    return {irama: own for irama, own in found.items() if own}


def coming_days(periods: Iterable[PeriodeFinding], today: date) -> tuple[HariTenggat, ...]:
    """The days from `today` on whose deadlines are not all fulfilled yet, the nearest first, each with all that falls due."""
    ahead = sorted((item for item in periods if item.tenggat >= today), key=lambda item: item.tenggat)
    days = (HariTenggat(day, tuple(items)) for day, items in groupby(ahead, key=lambda item: item.tenggat))
    return tuple(day for day in days if any(item.menanti for item in day.periode))


def copies_of(rows: Iterable[Aksi]) -> dict[str, str]:
    """The rows whose printed cells say what an earlier row's say, whatever their capitals and spaces, each with that row's
    code. Typing slips are read as noted: a copy may mend one."""
    first: dict[tuple[str, ...], str] = {}
    found: dict[str, str] = {}
    for row in rows:
        cells = tuple(" ".join((row.reading_of(key) or "").casefold().split()) for key in KOLOM)
        if first.setdefault(cells, row.kode) != row.kode:
            found[row.kode] = first[cells]
    return found
