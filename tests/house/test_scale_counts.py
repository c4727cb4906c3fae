"""The arithmetic of `tests/benchmarks/scale.py`, with offices whose figures are easy to follow."""

from __future__ import annotations

import pytest
from benchmarks.scale_counts import GB, LIMITS, MB, Assumed, Office, cost, gathering, reached, years_until

OFFICE = Office(
    name="uji", cold=20, warm=5, gate=10, site=10 * MB, files=500, first_visit=40_000, later_visit=10_000, requests=8,
    records=1 * MB, evidence=99 * MB, evidence_files=200, site_evidence=99 * MB,
)  # fmt: skip
ASSUMED = Assumed(pushes=1, visitors=100, later_pages=3, round_trip=0.1, trips=4, workers=32)


def test_cost_of_many() -> None:
    """A day has the night's run, and each push twice; a night ends when the last wave of jobs does; the rest multiplies."""
    one, many = (cost(number, OFFICE, 30, ASSUMED, jobs=20) for number in (1, 552))
    assert (one.minutes_a_day, one.night) == (3.0, 1.0)  # three runs of a minute
    assert (many.minutes_a_day, many.night) == (1656.0, 28.0)  # 27.6 waves
    assert (one.site, one.repository_a_year, one.visits, one.requests) == (10 * MB, 100 * MB, 210 * MB, 42_000)
    assert (many.site, many.repository_a_year, many.visits) == (5520 * MB, 55_200 * MB, 552 * 210 * MB)


def test_when_limits_are_reached() -> None:
    """Sites reach a limit by the evidence of their years, accounts by the number of their offices; every limit is asked for."""
    found = {key: (unit, value) for key, unit, value in reached(OFFICE, 30, ASSUMED)}
    assert found.keys() == LIMITS.keys()
    assert found["pages_site"] == ("years", pytest.approx(10.0))
    assert found["pages_repo"] == ("years", 10.0)
    assert found["cf_builds"] == ("offices of one account", pytest.approx(500 / 60))
    assert found["actions_minutes"][1] == pytest.approx(2000 / 90)
    assert found["pages_band"][1] == pytest.approx(100 * GB / (210 * MB / 100))
    assert years_until(5, 9, 1) == 0
    assert years_until(5, 0, 0) == float("inf")


def test_gathering_over_a_network() -> None:
    """Each worker connects to its offices one after the other, and asks for their files over that one connection."""
    assert gathering(552, 4, 2.0, ASSUMED) == pytest.approx(2.0 + 18 * 7 * 0.1)
    assert gathering(32, 1, 0.0, ASSUMED) == pytest.approx(0.4)
