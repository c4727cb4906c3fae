"""Years of releases, late months and corrections: what an attacker learns who kept every state of the site and every release.

`tests/benchmarks/hidden_counts.py` asks the same of many more offices, with integer programs."""

from __future__ import annotations

import pytest
from recount.attack_on_release import safe, truth_of
from recount.release_history import History, attacked, office_at_work


@pytest.mark.lambat
@pytest.mark.parametrize("first", range(0, 24, 8))
def test_nothing_leaks_over_years_late_months_and_corrections(first: int) -> None:
    """No hidden count of two years can be worked out, and one of 1 to 4 keeps three possible values."""
    histories = [office_at_work(seed) for seed in range(first, first + 8)]
    for history in histories:
        safe(attacked(history), truth_of(sorted(history.truth.values(), key=lambda item: item.bulan)))
    assert sum(history.corrected for history in histories) >= 8
    assert sum(history.refused for history in histories) >= 8
    assert sum(history.late for history in histories) >= 8


@pytest.fixture(scope="module")
def history() -> History:
    """An office with late months and corrections."""
    return office_at_work(6)


def test_other_values_stay_possible(history: History) -> None:
    """For some hidden counts of 1 to 4 of an office with late months and corrections, offices with at least three values are
    constructed that agree with everything published."""
    attacker, truth = attacked(history), truth_of(sorted(history.truth.values(), key=lambda item: item.bulan))
    assert history.corrected
    small = sorted(name for name in attacker.hidden if 0 < truth[name] < 5)
    for name in (small[0], small[-1]):
        assert len(attacker.values(name, truth, range(5))) >= 3, name


def test_the_attack_finds_a_leak(history: History) -> None:
    """Where the releases show one count more than they may, the attacker works it out."""
    attacker, truth = attacked(history), truth_of(sorted(history.truth.values(), key=lambda item: item.bulan))
    name = next(name for name in sorted(attacker.hidden) if len(name) == 2 and name[1] == "diproses" and 0 < truth[name] < 5)
    attacker.bounds[name[0], "selesai"] = (truth[name[0], "selesai"],) * 2
    attacker.bounds[name[0], "harus_ditindaklanjuti"] = (truth[name[0], "harus_ditindaklanjuti"],) * 2
    with pytest.raises(AssertionError):
        safe(attacker, truth)
