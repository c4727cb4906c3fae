"""What is published of spans of months: half-years, years, their tables and the time to finish, at their edges."""

from __future__ import annotations

from datetime import date

import pytest
from small.pengaduan_months import Row, month, months, published, releases, statistics
from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.release.released_tables import half_column, year_column


@pytest.mark.parametrize(("second", "median"), [(0, 3.5), (9, 6.5)])
def test_time_of_none_or_many_in_the_second_half(second: int, median: float) -> None:
    """The year's median is told where nothing was finished since the half-year's, or enough."""
    items, sisa = [], 9
    for number, selesai in enumerate([9] * 6 + [second] * 6, start=1):
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=(number,) * selesai))
        sisa = items[-1].diproses
    lama = statistics(items)[0].jangka[2].lama
    assert lama is not None
    assert lama.median_hari_kerja == median


def test_what_a_reader_is_told_first() -> None:
    """The sums since January while no month is missing, else those of the longest whole span that ends last, else nothing."""
    rows: list[Row | None] = [(20, 6, 10)] * 9
    (stat,) = statistics(months(rows, sisa=5), date(2026, 11, 24))
    assert stat.jumlah is not None
    assert (stat.jumlah.awal, stat.jumlah.akhir, stat.jumlah.angka["masuk"].jumlah) == (1, 9, 180)
    assert (stat.terakhir and stat.terakhir.bulan, stat.belum_dilaporkan) == (9, (10,))
    (stat,) = statistics(months([*rows[:6], None, *rows[:2]], sisa=5), date(2026, 11, 24))
    assert stat.jumlah is not None
    assert (stat.jumlah.awal, stat.jumlah.akhir, stat.jumlah.angka["masuk"].jumlah) == (1, 6, 120)
    assert (stat.jumlah is stat.jangka[0], stat.belum_dilaporkan) == (True, (7, 10))
    (stat,) = statistics(months([None, *rows[:2]]), date(2026, 4, 1))
    assert stat.jumlah is None
    assert [item.kode for item in stat.terperinci] == []
    assert [(item.awal, item.akhir) for item in stat.jangka] == [(1, 6), (7, 12), (1, 12)]


def test_a_hidden_half_year_is_added_up_from_its_months() -> None:
    """Where a half-year's sum is hidden, readers still have its months, and no time to finish is told."""
    rows = [(3, 1), (0, 2), (0, 0), (3, 0), (5, 3), (2, 3)]  # what came in, and what was finished
    items, sisa = [], 0
    for number, (masuk, selesai) in enumerate(rows, start=1):
        items.append(month(2026, number, sisa, (masuk, 0, selesai), lama_selesai=(3,) * selesai))
        sisa = items[-1].diproses
    (stat,) = statistics(items, date(2026, 7, 1))
    assert stat.jangka[0].angka["selesai"] == Angka(Tampil.SEMBUNYI, None, 0, 24)
    assert stat.berjalan["selesai"] == Angka(Tampil.SEMBUNYI, None, 0, 24)
    assert stat.jangka[0].lama is not None
    assert (stat.jangka[0].lama.median_hari_kerja, stat.jangka[0].lama.terlama_hari_kerja) == (None, None)


def test_time_of_few_in_the_first_half() -> None:
    """The year's time is not told either where only few were finished before the second half: its own is told beside it."""
    items, sisa = [], 9
    for number, selesai in enumerate([0] * 5 + [2] + [9] * 6, start=1):
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=(number,) * selesai))
        sisa = items[-1].diproses
    lama = [item.lama and item.lama.median_hari_kerja for item in statistics(items)[0].jangka]
    assert lama == [None, 9.5, None]


def test_a_half_year_has_its_tables() -> None:
    """Channels and categories of the first half-year are published with it, months before the year is over."""
    (stat,) = statistics(months([(20, 6, 10)] * 6), date(2026, 7, 1))
    assert [item.kode for item in stat.terperinci] == ["semester_1"]


def test_time_of_a_year_whose_first_half_finished_nothing() -> None:
    """Then the year's time is the second half's."""
    items, sisa = [], 9
    for number, selesai in enumerate([0] * 6 + [9] * 6, start=1):
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=(number,) * selesai))
        sisa = items[-1].diproses
    (stat,) = statistics(items)
    assert stat.jangka[0].lama is None
    assert [item.lama and item.lama.median_hari_kerja for item in stat.jangka[1:]] == [9.5, 9.5]


def test_spans_of_a_year() -> None:
    """Each span has its months and its own sums; channels and categories add up to what came in, row by row."""
    (stat,) = statistics(months([(20 + number, 6, 10) for number in range(12)], sisa=5))
    assert [(item.kode, item.awal, item.akhir) for item in stat.jangka] == [
        ("semester_1", 1, 6), ("semester_2", 7, 12), ("setahun", 1, 12),
    ]  # fmt: skip
    assert [item.angka["masuk"].jumlah for item in stat.jangka] == [135, 171, 306]
    assert [item.angka["sisa_bulan_lalu"].jumlah for item in stat.jangka] == [5, 44, 5]
    assert stat.berjalan["masuk"].jumlah == 306
    assert stat.berjalan["harus_ditindaklanjuti"].jumlah == 306 + 5 - 72
    assert stat.jumlah
    assert (stat.jumlah.awal, stat.jumlah.akhir) == (1, 12)
    for table in ("kanal", "kategori"):
        for index, span in enumerate(stat.terperinci):
            column = [counts[index] for _, _, counts in stat.rows(table)]
            assert sum(angka.jumlah or 0 for angka in column if angka) == span.angka["masuk"].jumlah
    assert [name for _, name, _ in stat.rows("kanal")] == ["Langsung", "Sp4n lapor", "Surel", "Whatsapp"]


@pytest.mark.parametrize(("finished", "told"), [(4, False), (5, True)])
def test_time_needs_five(finished: int, told: bool) -> None:
    """Five finished complaints are enough for a median, four are not; both ways the span has a word on it."""
    days = (tuple(range(1, finished + 1)), *[()] * 5)
    items, sisa = [], 9
    for number, own in enumerate(days, start=1):
        items.append(month(2026, number, sisa, (9, 0, len(own)), lama_selesai=own))
        sisa = items[-1].diproses
    lama = statistics(items)[0].jangka[0].lama
    assert lama is not None
    assert (lama.median_hari_kerja, lama.terlama_hari_kerja) == ((3, 5) if told else (None, None))


def test_a_span_is_released_with_the_month_that_completes_it() -> None:
    """Half-years and the year stand in the release of the month that makes them whole; a hidden sum has no number, and then
    no channels."""
    found = releases(months([(1, 0, 1), (0, 0, 0), (1, 0, 1), (0, 0, 0), (0, 0, 0), (1, 0, 1)] + [(9, 0, 9)] * 6))
    assert [(item.bulan, list(item.jangka)) for item in found if item.jangka] == [
        ("2026-06", ["semester_1"]), ("2026-12", ["semester_2", "setahun"]),
    ]  # fmt: skip
    first, second = found[5].semester_1, found[11].semester_2
    assert first
    assert second
    assert (first.masuk, first.selesai, first.kanal) == ("<5", "<5", None)
    assert (second.masuk, second.selesai) == (54, 54)


def test_a_late_month_completes_its_spans() -> None:
    """A month between others that are released already is released late, and what it completes stands in its release."""
    items = months([(20 + number, 6, 10) for number in range(12)], sisa=5)
    early = releases([*items[:7], *items[8:]])
    late = releases(items, early)[-1]
    assert (late.bulan, list(late.jangka)) == ("2026-08", ["semester_2", "setahun"])
    assert late.diproses == early[7].sisa_bulan_lalu
    (stat,) = published([*early, late])
    assert [span.angka["masuk"].jumlah for span in stat.jangka] == [135, 171, 306]


def test_the_years_column_beside_a_half_years() -> None:
    """A row without a complaint is 0 in the year; beside a released half-year the other half is protected too."""
    halves = ({"a": 9, "b": 8, "c": 0}, {"a": 9, "b": 7, "d": 6})
    first = half_column(halves[0])
    assert first == {"a": 9, "b": 8, "c": 0}
    assert year_column(halves, (first, None)) == {"a": 18, "b": 15, "c": 0, "d": 6}
    assert year_column(halves, (None, None)) == {"a": 18, "b": 15, "c": 0, "d": 6}
    column = year_column(({"a": 9, "b": 8}, {"a": 2, "b": 9}), ({"a": 9, "b": 8}, None))
    assert column is not None
    assert not [count for count in column.values() if isinstance(count, int)]  # 11 - 9 would be 2
    assert column == year_column(({"a": 2, "b": 9}, {"a": 9, "b": 8}), (None, {"a": 9, "b": 8}))
    assert half_column({"a": 3}) is None
    assert half_column({}) is None
    assert year_column(({"a": 9}, {"a": 3}), ({"a": 9}, None)) is None
