"""What is published of complaints: as much as can be, each rule by an example."""

from __future__ import annotations

from datetime import date

import pytest
from small.pengaduan_months import Row, month, months, statistics
from zona.findings.pengaduan.complaint_counts import Tampil
from zona.findings.pengaduan.statistics import KeadaanBulan


def test_large_counts_hide_nothing() -> None:
    """Where no count is small, all are shown."""
    rows: list[Row | None] = [(20 + number, 6, 10) for number in range(12)]
    (stat,) = statistics(months(rows, sisa=5))
    shown = [angka for item in (*stat.bulan, *stat.jangka) for angka in item.angka.values()]
    shown += [row for span in stat.terperinci for table in (span.kanal, span.kategori) for row in table or ()]
    assert {angka.tampil for angka in shown} == {Tampil.ANGKA}


def test_one_small_count_hides_as_little_as_it_must() -> None:
    """One small count beside large ones costs one other count of its month, and one of the next, which that one would else
    be worked out from; all that came in and was finished stays."""
    rows: list[Row | None] = [(20, 6, 15), (20, 2, 15), (20, 6, 15)]
    (stat,) = statistics(months(rows, sisa=6))
    hidden = {(item.bulan, key) for item in stat.bulan for key, angka in item.angka.items() if angka.jumlah is None}
    told_twice = {(3, "sisa_bulan_lalu"), (2, "harus_ditindaklanjuti"), (3, "harus_ditindaklanjuti")}
    assert hidden - told_twice == {(2, "tidak_ditindaklanjuti"), (2, "diproses"), (3, "tidak_ditindaklanjuti")}


def test_zero_in_a_month_is_not_told_from_a_small_count() -> None:
    """“<5” in a month covers 0, so that it does not say that there was a complaint; a half-year without any shows 0."""
    (stat,) = statistics(months([(1, 0, 1), (0, 0, 0), (2, 0, 2)]))
    assert {item.angka["masuk"].tampil for item in stat.bulan[:3]} == {Tampil.KURANG}
    assert (stat.bulan[1].angka["masuk"].sedikitnya, stat.bulan[1].angka["masuk"].paling_banyak) == (0, 4)
    (stat,) = statistics(months([(0, 0, 0)] * 6))
    assert stat.jangka[0].angka["masuk"].jumlah == 0
    assert {item.angka["masuk"].jumlah for item in stat.bulan[:6]} == {0}


def test_small_office_gets_its_sums() -> None:
    """An office with one or two complaints a month hides its months and shows its half-years and its year."""
    (stat,) = statistics(months([(1, 0, 1), (2, 0, 1), (0, 0, 1), (1, 0, 0), (2, 0, 2), (1, 0, 1)] * 2))
    assert [span.angka["masuk"].jumlah for span in stat.jangka] == [7, 7, 14]
    assert {angka.jumlah for item in stat.bulan for angka in (item.angka["masuk"], item.angka["selesai"])} == {None}


def test_missing_month_is_not_zero() -> None:
    """A month without a report breaks the chain and keeps its half-year's sums and the sums since January unpublished."""
    rows: list[Row | None] = [(9, 0, 9), (9, 0, 9), None, (9, 0, 9), (9, 0, 9), (9, 0, 9)]
    (stat,) = statistics(months(rows), date(2026, 11, 24))
    states = [item.keadaan for item in stat.bulan]
    assert states[2] is KeadaanBulan.BELUM_DILAPORKAN
    assert states[10:] == [KeadaanBulan.BELUM_BERAKHIR] * 2
    assert [item.bulan for item in stat.bulan if item.putus] == [4]
    assert (stat.jangka[0].bulan_belum_dilaporkan, stat.jangka[0].angka, stat.berjalan) == ((3,), {}, {})


def test_months_of_the_future_do_not_count() -> None:
    """A month that is not over on the date is as if it had not been reported."""
    items = months([(9, 0, 9)] * 6)
    (stat,) = statistics(items, date(2026, 5, 31))
    assert [item.keadaan for item in stat.bulan[3:6]] == [
        KeadaanBulan.DILAPORKAN, KeadaanBulan.BELUM_BERAKHIR, KeadaanBulan.BELUM_BERAKHIR,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("finished", "shown"),
    [
        ([1, 1, 1, 1, 1, 1], True),
        ([1, 1, 1, 1, 0, 0], False),
        ([0, 0, 0, 0, 0, 0], False),
    ],
)
def test_time_to_finish(finished: list[int], shown: bool) -> None:
    """Median and longest time are published over five or more finished complaints, and not over fewer."""
    items, sisa = [], 9
    for number, selesai in enumerate(finished, start=1):
        days = tuple(range(number, number + selesai))
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=days))
        sisa = items[-1].diproses
    (stat,) = statistics(items)
    lama = stat.jangka[0].lama
    assert (lama is not None and lama.median_hari_kerja == 3.5 and lama.terlama_hari_kerja == 6) is shown


def test_time_of_few_in_the_second_half() -> None:
    """The year's median is not published where only a few were finished after the half-year's: the difference reveals them."""
    items, sisa = [], 9
    for number, selesai in enumerate([9] * 6 + [0] * 5 + [2], start=1):
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=(number,) * selesai))
        sisa = items[-1].diproses
    (stat,) = statistics(items)
    assert stat.jangka[0].lama is not None
    assert stat.jangka[0].lama.median_hari_kerja == 3.5
    assert stat.jangka[2].lama is not None
    assert stat.jangka[2].lama.median_hari_kerja is None


def test_times_that_were_not_noted() -> None:
    """Where a time is missing, none is told, be it of one month only."""
    items, sisa = [], 0
    for number in range(1, 7):
        items.append(month(2026, number, sisa, (9, 0, 9), lama_selesai=None if number == 4 else (number,) * 9))
    assert statistics(items)[0].jangka[0].lama is None
    (stat,) = statistics(months([(9, 0, 9)] * 6))
    assert stat.jangka[0].lama is None
