"""The last day to report a gift, counted by hand and a second way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from zona.findings.working_days import HARI_KERJA, judge_batas, last_day
from zona.findings.year_findings import Findings
from zona.records.informasi.hari_libur import HariLibur, Libur, TahunLibur

FREE = TahunLibur(
    tahun=2026,
    dasar="Keputusan uji",
    sumber=("https://contoh.go.id/libur",),
    libur=(Libur(tanggal=date(2026, 3, 4), nama="Uji"), Libur(tanggal=date(2026, 3, 7), nama="Sabtu")),
)


@pytest.mark.parametrize(
    ("received", "holidays", "count", "last"),
    [
        (date(2026, 3, 2), (), 5, date(2026, 3, 6)),  # Monday, itself the first day: until Friday
        (date(2026, 3, 2), (), 6, date(2026, 3, 9)),  # the weekend does not count
        (date(2026, 3, 7), (), 1, date(2026, 3, 9)),  # received on a Saturday: Monday is the first day
        (date(2026, 3, 2), (date(2026, 3, 4),), 5, date(2026, 3, 9)),  # a holiday moves it on by one
        (date(2026, 3, 2), (date(2026, 3, 7),), 5, date(2026, 3, 6)),  # on a Saturday it moves nothing
        (date(2026, 3, 4), (date(2026, 3, 4),), 1, date(2026, 3, 5)),  # received on a holiday
        (date(2026, 3, 2), (), HARI_KERJA, date(2026, 4, 10)),  # six weeks of five days
    ],
)
def test_by_hand(received: date, holidays: tuple[date, ...], count: int, last: date) -> None:
    """The day of receipt is the first if it is a working day; weekends and holidays are none."""
    assert last_day(received, holidays, count) == last


def test_unknown_holidays_make_it_no_later() -> None:
    """Of a year without its holidays nobody is told a day that may be too late, and the year is named."""
    known, unknown = judge_batas(HariLibur(tahun=(FREE,)), date(2026, 3, 2)), judge_batas(None, date(2026, 3, 2))
    assert known.awal == unknown.awal
    assert all(less <= more for less, more in zip(unknown.hari, known.hari, strict=True))
    assert (unknown.contoh, known.contoh) == (date(2026, 4, 10), date(2026, 4, 13))
    assert unknown.belum_diisi == (2025, 2026)
    assert known.belum_diisi == (2025,)


def test_every_day_of_a_year(temuan: Findings) -> None:
    """For each day of receipt there are exactly thirty working days until the last one, which is one itself."""
    assert temuan.hari_libur
    isi = temuan.hari_libur.isi
    free = {item.tanggal for year in isi.tahun for item in year.libur}
    batas = judge_batas(isi, temuan.per_tanggal)
    assert batas.awal < temuan.per_tanggal <= batas.akhir
    for number, days in enumerate(batas.hari):
        span = [batas.awal + timedelta(number + step) for step in range(days + 1)]
        working = [day for day in span if day.isoweekday() <= 5 and day not in free]
        assert len(working) == HARI_KERJA
        assert working[-1] == span[-1]


def test_real_holidays(temuan: Findings) -> None:
    """The real office knows the seventeen holidays of its year, with the number of the decree and a label on what is news."""
    assert temuan.hari_libur
    (year,) = temuan.hari_libur.isi.tahun
    assert (year.tahun, len(year.libur)) == (temuan.terbaru.tahun, 17)
    assert "Nomor 1497 Tahun 2025" in year.dasar
    assert year.diperiksa is None
