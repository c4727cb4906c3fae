"""What is published of complaints gives away no count of 1 to 4, of whatever office and to whoever kept earlier copies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recount.attack_on_release import attack, safe, truth_of
from small.pengaduan_months import months, published, releases, statistics
from zona.findings.pengaduan.complaint_counts import Angka
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import RilisPengaduan


@st.composite
def offices(draw: st.DrawFn, most: int = 12, years: int = 1) -> list[PengaduanBulan]:
    """Offices from almost no complaints to many, some with months that were not reported."""
    top = draw(st.sampled_from([1, 2, 4, 7, 12, 40]))
    row = st.tuples(st.integers(0, top), st.sampled_from([0, 0, 0, 1, 2, 5]), st.integers(0, top + 2))
    gaps = draw(st.booleans())
    rows = draw(st.lists(st.one_of(row, row, row, st.none()) if gaps else row, min_size=1, max_size=most))
    items = months(rows, sisa=draw(st.integers(0, 6)), spread=draw(st.integers(0, 70)))
    for year in range(1, years):
        later = draw(st.lists(row, min_size=1, max_size=most))
        items += months(later, tahun=2026 + year, sisa=items[-1].diproses if items else 0)
    return items


def page_of_every_month(items: list[PengaduanBulan]) -> list[tuple[StatistikPengaduan, ...]]:
    """What the site shows at the end of each month, by whose end it is released."""
    found: list[RilisPengaduan] = []
    pages = []
    for number in range(1, len(items) + 1):
        found = releases(items[:number], found)
        pages.append(published(found))
    return pages


@pytest.mark.lambat
@given(items=offices())
def test_nothing_hidden_can_be_worked_out(items: list[PengaduanBulan]) -> None:
    """Exact elimination on everything published of a year, by whoever kept a copy of the page of every month, finds no hidden
    count, and no chain of bounds pins one down. What is shown is true, and what is hidden lies in its bounds."""
    attacker, truth = attack(*page_of_every_month(items)), truth_of(items)
    safe(attacker, truth)
    for name, (low, high) in attacker.bounds.items():
        if name in truth:
            assert low <= truth[name] <= high, name


@pytest.mark.lambat
@given(items=offices(years=2))
@settings(max_examples=25)
def test_nothing_leaks_across_years(items: list[PengaduanBulan]) -> None:
    """What December leaves is what January begins with; no hidden count can be worked out from both years."""
    safe(attack(statistics(items)), truth_of(items))


@given(items=offices())
@settings(max_examples=40)
def test_decisions_are_not_taken_back(items: list[PengaduanBulan]) -> None:
    """A month that is published once stays as it is; only a hidden zero may turn into 0. What comes later decides nothing:
    all at once, the months are released as one by one."""
    before: dict[tuple[int, str], Angka] = {}
    pages = page_of_every_month(items)
    assert not pages or pages[-1] == statistics(items)
    for (stat,) in pages:
        now = {(item.bulan, key): angka for item in stat.bulan for key, angka in item.angka.items()}
        for place, angka in before.items():
            own = place[1] != "harus_ditindaklanjuti"  # this one is worked out from the others
            assert now[place] == angka or now[place].jumlah == 0 or not own, place
        before = now


@pytest.mark.lambat
@given(items=offices(most=7), data=st.data())
@settings(max_examples=25)
def test_other_offices_would_have_published_the_same(items: list[PengaduanBulan], data: st.DataObject) -> None:
    """For a hidden count of 1 to 4, at least three values are possible: for each, an office is constructed whose counts agree
    with everything published."""
    attacker, truth = attack(statistics(items)), truth_of(items)
    small = sorted(name for name in attacker.hidden if 0 < truth[name] < 5)
    for name in data.draw(st.lists(st.sampled_from(small), max_size=3, unique=True)) if small else ():
        assert len(attacker.values(name, truth, range(10))) >= 3, name


def test_small_sum_of_stages_is_not_told() -> None:
    """A half-year's harus_ditindaklanjuti of 1 to 4 can't be worked out from what began, came in and was closed."""
    items = months([(5, 8, 1), *[(5, 5, 0)] * 5], sisa=6)
    safe(attack(statistics(items)), truth_of(items))
    assert truth_of(items)[("2026 semester_1", "harus_ditindaklanjuti")] == 3
