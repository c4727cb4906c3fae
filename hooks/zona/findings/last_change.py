"""When something last happened to periods: what tells readers and search engines how new a page is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from zona.findings.plan_findings import PeriodeFinding


def last_change(periods: Iterable[PeriodeFinding]) -> date | None:
    """The last day on which one of the periods changed: a record is dated then, or its deadline had passed the day before.
    None where nothing has happened yet. Never the day of the build: a page is no newer for being built again."""
    return max((day for item in periods for day in _days(item)), default=None)


def _days(item: PeriodeFinding) -> Iterator[date]:
    yield from (record.isi.tanggal for record in item.capaian)
    if item.lewat:
        yield item.tenggat + timedelta(days=1)
