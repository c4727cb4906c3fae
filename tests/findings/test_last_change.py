"""When something last happened."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from support.zi_command import CONTOH
from zona.findings.judge import judge_year
from zona.findings.plan_findings import last_change
from zona.findings.year_findings import Findings
from zona.records.load import Tahun, load_data


@cache
def tahun() -> Tahun:
    """The sample office's year."""
    return load_data(CONTOH / "data").tahun[0]


@given(day=st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_never_after_the_day_it_is_told(day: date) -> None:
    """Nothing happens later than the date of the findings, and one day more never moves the last change back."""
    now, next_day = (last_change(judge_year(tahun(), asked).periode) for asked in (day, day + timedelta(days=1)))
    assert now is None or now <= day
    assert next_day is not None or now is None
    assert now is None or (next_day is not None and next_day >= now)


def test_built_again_is_no_change(sample: Findings) -> None:
    """Quarter I of the sample changed last when its last record or verification came, months before it was built."""
    own = [item for item in sample.terbaru.periode if item.tenggat <= date(2026, 3, 31)]
    records = [record.isi for item in own for record in item.capaian]
    days = [isi.tanggal for isi in records] + [isi.verifikasi.tanggal for isi in records if isi.verifikasi]
    assert last_change(own) == max(days) < date(2026, 7, 1)


def test_nothing_yet(sample: Findings) -> None:
    """Before the year begins nothing has happened to it."""
    assert last_change(judge_year(tahun(), date(2025, 1, 1)).periode) is None
