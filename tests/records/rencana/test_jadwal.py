"""Codes of periods → deadlines and months."""

from __future__ import annotations

from datetime import date

import pytest
from zona.records.rencana.jadwal import months_of, tenggat_of, whole_year


@pytest.mark.parametrize(
    ("periode", "tenggat"),
    [
        ("2026-02", date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 31)),
        ("2026-TW1", date(2026, 3, 31)),
        ("2026-TW2", date(2026, 6, 30)),
        ("2026-TW3", date(2026, 9, 30)),
        ("2026-TW4", date(2026, 12, 31)),
        ("2026-01-sd-03", date(2026, 3, 31)),
        ("2028-01-sd-02", date(2028, 2, 29)),
        ("2100-02", date(2100, 2, 28)),
    ],
)
def test_deadline(periode: str, tenggat: date) -> None:
    """A period is due on the last day of its last month, leap years included."""
    assert tenggat_of(periode).tenggat == tenggat


@pytest.mark.parametrize(
    ("periode", "months"),
    [("2026-11", [11]), ("2026-TW1", [1, 2, 3]), ("2026-TW4", [10, 11, 12]), ("2026-10-sd-12", [10, 11, 12])],
)
def test_months(periode: str, months: list[int]) -> None:
    """A period spans its months from the first to the last."""
    assert list(months_of(periode)) == months


def test_the_whole_year_is_a_period() -> None:
    """What has no deadline is recorded for the period that is all of its year."""
    assert list(months_of(whole_year(2026))) == list(range(1, 13))
