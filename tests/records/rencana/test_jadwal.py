"""`target_waktu` → periods and deadlines."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zona.records.rencana.jadwal import BENTUK, BULAN, UnreadableTime, months_of, read_target_waktu, tenggat_of

MONTHLY = [f"2026-{month:02}" for month in range(1, 13)]
QUARTERS = ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"]


@pytest.mark.parametrize(
    ("text", "periode"),
    [
        ("Januari 2026", ["2026-01"]),
        ("Januari", ["2026-01"]),
        ("  desember   2026 ", ["2026-12"]),
        ("Pebruari 2026", ["2026-02"]),
        ("Nopember 2026", ["2026-11"]),
        ("Januari dan Juli 2026", ["2026-01", "2026-07"]),
        ("Januari, Mei dan Juli 2026", ["2026-01", "2026-05", "2026-07"]),
        ("Januari, Mei, dan Juli 2026", ["2026-01", "2026-05", "2026-07"]),
        ("Juli tahun 2026", ["2026-07"]),
        ("Bulanan 2026", MONTHLY),
        ("Bulanan", MONTHLY),
        ("Setiap bulan", MONTHLY),
        ("12 (dua belas) bulan", MONTHLY),
        ("12 bulan", MONTHLY),
        ("Per Triwulan", QUARTERS),
        ("Per Triwulan 2026", QUARTERS),
        ("Triwulanan", QUARTERS),
        ("Januari s.d Maret 2026", ["2026-01-sd-03"]),
        ("Januari s.d. Maret 2026", ["2026-01-sd-03"]),
        ("Januari s/d Maret", ["2026-01-sd-03"]),
        ("Januari sampai dengan Maret 2026", ["2026-01-sd-03"]),
        ("Januari–Maret 2026", ["2026-01-sd-03"]),
        ("Januari - Desember 2026", ["2026-01-sd-12"]),
    ],
)
def test_known_forms(text: str, periode: list[str]) -> None:
    """Every form of the decree, and its common spellings, gives its periods in order of time."""
    assert [item.periode for item in read_target_waktu(text, 2026)] == periode


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Juli 2025", "tahun 2025 bukan tahun rencana"),
        ("Bulanan 2027", "tahun 2027"),
        ("Agustsus 2026", "agustsus"),
        ("Awal tahun", "awal tahun"),
        ("", "bukan nama bulan"),
        ("2026", "bukan nama bulan"),
        ("Januari Juli 2026", "bukan nama bulan"),
        ("Januari dan Januari 2026", "berulang"),
        ("Juli dan Januari 2026", "tidak urut"),
        ("Maret s.d Januari 2026", "rentang “maret s.d januari” berakhir sebelum"),
        ("Januari s.d Januari 2026", "berakhir sebelum"),
        ("Januari s.d 2026", "bukan nama bulan"),
        ("13 (tiga belas) bulan", "bukan nama bulan"),
        ("Triwulan", "bukan nama bulan"),
        ("31 Maret 2026", "bukan nama bulan"),
    ],
)
def test_unreadable(text: str, reason: str) -> None:
    """What the grammar does not know is refused with the part that stopped it, never guessed."""
    with pytest.raises(UnreadableTime, match=reason):
        read_target_waktu(text, 2026)


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


def test_forms_of_the_method_page() -> None:
    """Every form that the public is told about is one that the grammar reads."""
    assert [len(read_target_waktu(form, 2026)) for form, _ in BENTUK] == [1, 2, 12, 12, 4, 1]


@given(st.sets(st.integers(1, 12), min_size=1), st.integers(2000, 2099))
def test_months_are_due_on_their_last_day(months: set[int], tahun: int) -> None:
    """Named months give exactly those months, and the day after each deadline is a first."""
    text = " dan ".join(BULAN[month - 1] for month in sorted(months)) + f" {tahun}"
    found = read_target_waktu(text, tahun)
    assert [item.tenggat.month for item in found] == sorted(months)
    assert all((item.tenggat + timedelta(days=1)).day == 1 and item.tenggat.year == tahun for item in found)


@given(st.integers(1, 11), st.data())
def test_window_spans_its_months(first: int, draw: st.DataObject) -> None:
    """A window is one period from its first month to its last."""
    last = draw.draw(st.integers(first + 1, 12))
    (window,) = read_target_waktu(f"{BULAN[first - 1]} s.d {BULAN[last - 1]}", 2026)
    assert window.periode == f"2026-{first:02}-sd-{last:02}"
    assert window.tenggat.month == last


@given(st.text(max_size=60))
def test_never_crashes(text: str) -> None:
    """Any text gives at least one period, or says why not."""
    try:
        assert read_target_waktu(text, 2026)
    except UnreadableTime as error:
        assert str(error)
