"""The next release, from true counts and earlier releases: what is taken from these, and what can't be released."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small.pengaduan_months import KANAL, Row, month, months, published, releases
from zona.findings.pengaduan.complaint_counts import Tampil
from zona.problems import Problem
from zona.records.pengaduan.pengaduan import Masuk, PengaduanBulan
from zona.records.pengaduan.rilis import HitunganRilis, RilisPengaduan
from zona.release.agreement import MonthKey, disagreements
from zona.release.next_release import NotReleasable, next_release
from zona.release.stage_network import StageNetwork

ROWS: list[Row | None] = [(20, 6, 10), (9, 3, 12), (7, 2, 8), (12, 0, 9), (8, 1, 7), (15, 0, 9)]


def refused(items: list[PengaduanBulan], found: list[RilisPengaduan]) -> list[Problem[MonthKey]]:
    with pytest.raises(NotReleasable) as raised:
        next_release(items, found)
    return list(raised.value.problems)


def test_one_after_the_other() -> None:
    """The earliest month without a release is next; where every month has one there is none."""
    items = months(ROWS, sisa=4)
    found = releases(items)
    assert [item.bulan for item in found] == [item.bulan for item in items]
    assert next_release(items, found) is None
    assert next_release([], []) is None
    assert next_release(items, found[:2]) == found[2]
    assert next_release(items[::-1], found[:2][::-1]) == found[2]  # in whatever order they are given


def test_what_was_decided_is_taken_as_it_stands() -> None:
    """A release that hides more than the rule asks for is no reason to decide otherwise: what follows builds on it."""
    items = months([(20, 6, 10), (20, 6, 10), (20, 6, 10)])
    found = releases(items[:1])
    stricter = [found[0].model_copy(update={"diproses": "disembunyikan", "harus_ditindaklanjuti": "disembunyikan"})]
    after = next_release(items, stricter)
    assert after
    assert after.sisa_bulan_lalu == "disembunyikan"
    assert next_release(items, found) != after


def test_a_correction_that_contradicts_a_release_is_refused() -> None:
    """A number that was released, and "<5" that is 5 or more now, at their place; with what the office can do."""
    items = months(ROWS, sisa=4)
    found = releases(items[:3])
    assert found[2].tidak_ditindaklanjuti == "<5"
    wrong = [*items[:2], month(2026, 3, items[1].diproses, (7, 6, 3)), *items[3:]]
    problems = refused(wrong, found)
    assert {item.place for item in problems} == {("2026-03", "tidak_ditindaklanjuti"), ("2026-03", "selesai")}
    assert "tidak_ditindaklanjuti sudah terbit <5, tetapi sekarang 6" in [item.masalah for item in problems]
    assert "jelaskan koreksi Maret 2026 itu dalam “catatan”" in problems[0].saran


@pytest.mark.parametrize(("tidak", "agrees"), [(0, True), (4, True), (5, False)])
def test_the_edges_of_a_released_small_count(tidak: int, agrees: bool) -> None:
    """A month's "<5" agrees with 0 to 4."""
    items = months([(20, 3, 10)], sisa=4)
    found = releases(items)
    assert found[0].tidak_ditindaklanjuti == "<5"
    changed = month(2026, 1, 4, (20, tidak, 10))
    said = [item.place for item in disagreements({"2026-01": changed}, found)]
    assert (("2026-01", "tidak_ditindaklanjuti") not in said) is agrees


def test_columns_times_and_readable_sums_are_compared_too() -> None:
    """Channels, categories, times and what later releases made readable are held against the true counts."""
    items = [isi.model_copy(update={"lama_selesai": (3,) * isi.selesai}) for isi in months([(20, 6, 10)] * 6, sisa=5)]
    found = releases(items)
    other = items[5].masuk.model_copy(update={"kanal": {"langsung": items[5].masuk.jumlah}})
    changed = items[5].model_copy(update={"masuk": other, "lama_selesai": (9,) * 10})
    said = [item.masalah for item in disagreements({item.bulan: item for item in [*items[:5], changed]}, found)]
    assert any("kanal langsung" in text for text in said)
    assert any("terlama hari kerja" in text for text in said)
    told = found[5].model_copy(update={"terbaca": {"2026-02": {"masuk": 0}, "2026 semester_1": {"selesai": 61, "masuk": 120}}})
    said = [item.masalah for item in disagreements({item.bulan: item for item in items}, [*found[:5], told])]
    assert said[0] == "masuk sudah terbit 0, tetapi sekarang 20"
    assert said[1:] == ["selesai (2026 semester 1) sudah terbit 61, tetapi sekarang 60"]


HIDDEN: dict[str, int | str] = dict.fromkeys(KANAL, "disembunyikan")


@pytest.mark.parametrize(
    ("column", "agrees"),
    [
        (HIDDEN, True),
        (HIDDEN | {"langsung": 7}, False),
        (dict.fromkeys(KANAL[1:], "disembunyikan"), False),  # a row that is left out is 0
        (HIDDEN | {"a": 0}, True),
        (HIDDEN | {"a": "<5"}, False),  # in a column a zero is told apart
        (HIDDEN | {"a": 1}, False),
    ],
)
def test_columns_agree_row_by_row(column: dict[str, int | str], agrees: bool) -> None:
    """Every row of a released column is held against the true counts, and every row that it does not have."""
    items = months([(20, 6, 10)] * 6, sisa=5)
    found = releases(items)
    span = found[5].semester_1
    assert span
    told = found[5].model_copy(update={"semester_1": span.model_copy(update={"kanal": column})})
    assert (not list(disagreements({item.bulan: item for item in items}, [*found[:5], told]))) is agrees


def test_the_years_column_protects_the_half_that_is_not_released() -> None:
    """Beside the first half-year's column, a number in the year's would give a small count of the second half away."""
    even = Masuk(kanal=dict.fromkeys(KANAL, 5), kategori={"layanan": 20})
    rare = Masuk(kanal={KANAL[0]: 2, KANAL[1]: 18}, kategori={"layanan": 20})
    received = {f"2026-{number:02}": even for number in range(1, 7)} | {"2026-12": rare}
    items = months([(20, 6, 10)] * 6 + [(0, 0, 0)] * 5 + [(20, 6, 10)], sisa=5)
    items = [item.model_copy(update={"masuk": received.get(item.bulan, item.masuk)}) for item in items]
    found = releases(items)
    first, year = found[5].semester_1, found[11].setahun
    assert first
    assert year
    assert first.kanal == dict.fromkeys(sorted(KANAL), 30)
    assert year.masuk == 140
    assert year.kanal
    assert not isinstance(year.kanal[KANAL[0]], int)  # 32 - 30 would be 2


def test_a_correction_that_agrees_is_taken() -> None:
    """Where what was released holds of the corrected counts as well, later releases go on from them."""
    items = months([(20, 6, 10), (9, 3, 12), (7, 2, 8), (12, 0, 9)], sisa=4)
    found = releases(items[:3])
    assert (found[1].tidak_ditindaklanjuti, found[1].diproses) == ("<5", "<5")
    second = month(2026, 2, items[0].diproses, (9, 2, 12))
    third = month(2026, 3, second.diproses, (7, 2, 7))
    fourth = month(2026, 4, third.diproses, (12, 0, 9))
    made = next_release([items[0], second, third, fourth], found)
    assert made
    assert (made.bulan, made.selesai) == ("2026-04", 9)


def test_an_unsafe_correction_is_refused() -> None:
    """Counts that agree with every label, but that the labels no longer protect: nothing is built on them."""
    items = months([(20, 6, 10), (20, 6, 10)], sisa=9)
    (first,) = releases(items[:1])
    bare = first.model_copy(update={"tidak_ditindaklanjuti": "<5"})  # the other counts of the month give it away
    corrected = [month(2026, 1, 9, (20, 2, 10)), month(2026, 2, 17, (20, 6, 10))]
    bare = bare.model_copy(update={"harus_ditindaklanjuti": 27, "diproses": 17})
    (problem,) = refused(corrected, [bare])
    assert "bisa ditebak" in problem.masalah


def test_nothing_is_added_to_what_gives_a_small_sum_away() -> None:
    """Where a half-year's harus_ditindaklanjuti of 1 to 4 can be worked out already, no month can follow."""
    items = months([(1, 0, 1), (1, 0, 1), (1, 0, 1), *[(0, 0, 0)] * 4])
    labels = {f"{item.bulan}.{key}": Tampil.SEMBUNYI for item in items[:6] for key in ("masuk", "selesai", "diproses")}
    told = StageNetwork({item.bulan: item for item in items[:6]}, labels)
    assert told.net.stands()
    assert told.add(items[6])
    shown = labels | dict.fromkeys(("2026 semester_1.selesai", "2026-06.diproses"), Tampil.ANGKA)
    assert StageNetwork(told.months, shown).add(items[6]) is None


def test_lost_counts_of_connected_months() -> None:
    """Without the true counts of a month that the new one begins from, nothing can be released; after a month that is left
    out, they are not needed."""
    items = months([*ROWS, None, (9, 0, 9)], sisa=4)
    found = releases(items[:5])
    (problem,) = refused([*items[:4], items[5]], found)
    assert problem.place == ("2026-05", "bulan")
    assert "salin berkasnya dari cadangan" in problem.saran
    made = next_release([items[6]], releases(items[:6]))
    assert made
    assert made.bulan == "2026-08"


def test_late_months_agree_with_what_began_after_them() -> None:
    """What a late month leaves is what the next one's release says that it began with, also where that is hidden."""
    items = months([(5, 1, 2), (3, 0, 3), (4, 1, 2), (6, 0, 3)], sisa=1)
    early = releases([items[0], items[2], items[3]])
    late = next_release(items, early)
    assert late
    assert late.bulan == "2026-02"
    assert late.diproses == early[1].sisa_bulan_lalu
    assert late.sisa_bulan_lalu == early[0].diproses


@given(
    rows=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2), st.integers(0, 6)), min_size=2, max_size=8),
    late=st.integers(0, 7),
)
@settings(max_examples=30)
def test_the_site_shows_what_the_releases_say(rows: list[Row], late: int) -> None:
    """In whatever order months are released, every number of a release stands on the site, and zeros that became readable."""
    items = months(rows)
    found = releases([item for item in items if item.bulan != items[late % len(items)].bulan])
    found = releases(items, found)
    (stat,) = published(found)
    for item in found:
        shown = stat.bulan[int(item.bulan[5:]) - 1].angka
        for key, angka in shown.items():
            told = getattr(item, key)
            hidden = angka.jumlah in (None, 0) or key == "harus_ditindaklanjuti"
            assert angka.jumlah == told if isinstance(told, int) else hidden
    spans = {f"2026 {kode}": span for item in found for kode, span in item.jangka.items()}
    printed: dict[str, HitunganRilis] = {item.bulan: item for item in found} | spans
    readable = [(span, key) for item in found for span, counts in item.terbaca.items() for key in counts]
    assert not [(span, key) for span, key in readable if isinstance(getattr(printed[span], key), int)]
    assert len(set(readable)) == len(readable)
