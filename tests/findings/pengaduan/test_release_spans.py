"""What is published of spans of months: half-years, years, their tables and the time to finish, at their edges."""

from __future__ import annotations

from datetime import date

import pytest
from small.pengaduan_months import Row, month, months, statistics
from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.pengaduan.release import ReleasedTable, StageRelease


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


def test_what_the_network_says_of_a_span() -> None:
    """A span that is not complete has no sum to show; a hidden sum has no number; a shown one has its own."""
    stages = StageRelease()
    for number, isi in enumerate(
        months([(1, 0, 1), (0, 0, 0), (1, 0, 1), (0, 0, 0), (0, 0, 0), (1, 0, 1)] + [(9, 0, 9)] * 6), 1
    ):
        closes = {6: {"2026 semester_1": 3}, 12: {"2026 semester_2": 54, "2026 setahun": 57}}.get(number, {})
        stages.add_month(isi, closes)
        if number == 5:
            assert not stages.shown("2026 semester_1", "masuk")
    first, second = "2026 semester_1", "2026 semester_2"
    halves = {first: [f"2026-{number:02}" for number in range(1, 7)], second: [f"2026-{number:02}" for number in range(7, 13)]}
    assert [stages.numbers(span, own, own)["masuk"].jumlah for span, own in halves.items()] == [None, 54]
    assert [stages.shown(span, "masuk") for span in (first, second, "2027 semester_1")] == [False, True, False]
    assert [stages.shown(span, "selesai") for span in (first, second, "2027 semester_1")] == [False, True, False]


def test_the_years_table_beside_a_half_years() -> None:
    """A row without a complaint is 0 in the year; beside a published half-year the other half is protected too."""
    table = ReleasedTable()
    halves = {"s1": {"a": 9, "b": 8, "c": 0}, "s2": {"a": 9, "b": 7, "d": 6}}
    table.release("s1", halves["s1"])
    table.release_year("tahun", halves)
    column = table.column("tahun")
    assert column is not None
    assert {key: angka.jumlah for key, angka in column.items()} == {"a": 18, "b": 15, "c": 0, "d": 6}
    assert list(table.column("s1") or ()) == ["a", "b", "c"]
    assert table.column("s2") is None
    table = ReleasedTable()
    table.release("s1", {"a": 9, "b": 8})
    table.release_year("tahun", {"s1": {"a": 9, "b": 8}, "s2": {"a": 2, "b": 9}})
    column = table.column("tahun")
    assert column is not None
    assert Tampil.ANGKA not in {angka.tampil for angka in column.values()}  # 11 - 9 would be 2
