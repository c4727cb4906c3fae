"""Periods as people write them, and months in names of files."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zona.desk.sheet.period_words import Span, not_a_period, period_meant, span_of, spans_in
from zona.outputs.wording import periode as nama_periode
from zona.records.rencana.jadwal import months_of

TODAY = date(2026, 11, 24)
MONTHLY = [f"{year}-{month:02}" for year in (2026, 2027) for month in range(1, 13)]
QUARTERS = [f"2026-TW{number}" for number in range(1, 5)]


@pytest.mark.parametrize(
    "text",
    ["Agustus", "agustus 2026", "AGT", "Ags. 2026", "Agu", "8", "08", "2026-08", "08/2026", "bulan Agustus", " Agustus  2026 "],
)
def test_a_month_in_every_writing(text: str) -> None:
    """A month by its name, cut short, or its number, with its year or without, is the period of that month."""
    assert period_meant(text, MONTHLY, TODAY) == "2026-08"


@pytest.mark.parametrize(
    "text", ["TW 3", "tw3", "TW III", "Triwulan III 2026", "triwulan ke", "2026-TW3", "2026-tw3", "Jul-Sep"]
)
def test_a_quarter_in_every_writing(text: str) -> None:
    """A quarter by its number in either kind of figures, or by its months; a quarter without a number is none."""
    assert period_meant(text, QUARTERS, TODAY) == (None if text.endswith("ke") else "2026-TW3")


@pytest.mark.parametrize("text", ["Januari s.d. Maret 2026", "Jan – Mar", "januari sampai dengan maret", "TW 1", ""])
def test_a_range(text: str) -> None:
    """Months with any word between them; nothing at all means the only period that there is."""
    assert period_meant(text, ["2026-01-sd-03"], TODAY) == "2026-01-sd-03"


@given(st.sampled_from([*MONTHLY, *QUARTERS, "2026-01-sd-03", "2026-04-sd-12"]))
def test_every_name_of_ours_is_read(periode: str) -> None:
    """Codes, and names as pages show them, are read as the period that they are."""
    months = months_of(periode)
    for text in (periode, nama_periode(periode), nama_periode(periode).upper()):
        assert span_of(text) == Span(months[0], months[-1], int(periode[:4]))


def test_a_month_without_a_year_is_the_last_that_began() -> None:
    """“Desember” is told in January of the December before, though the new plan has one too."""
    assert period_meant("Desember", MONTHLY, date(2027, 1, 5)) == "2026-12"
    assert period_meant("Januari", MONTHLY, date(2027, 1, 5)) == "2027-01"
    assert period_meant("Desember", MONTHLY[:12], TODAY) == "2026-12"


@pytest.mark.parametrize("text", ["", "13", "0", "kemarin", "Januari 2026 2027", "Agustus kemarin", "TW 5", "Jan sampai"])
def test_what_is_no_period(text: str) -> None:
    """What names no month, or more than a period, means none of several."""
    assert period_meant(text, MONTHLY, TODAY) is None


@pytest.mark.parametrize(
    ("periods", "text", "said"),
    [
        (MONTHLY[:12], "Triwulan 3", "I.1 dilaporkan tiap bulan; tulis satu bulan, misalnya Oktober 2026"),
        (QUARTERS, "Juli", "I.1 dilaporkan tiap triwulan; tulis satu triwulan, misalnya Triwulan III 2026"),
        (["2026-01", "2026-07"], "Maret", "I.1 dilaporkan untuk Januari 2026 dan Juli 2026; tulis salah satunya"),
        (["2026-12"], "Maret", "I.1 dilaporkan untuk Desember 2026; tulis Desember 2026"),
        (MONTHLY[:12], "Juli 2025", "aksi I.1 tidak ada dalam rencana tahun 2025; tulis misalnya Oktober 2026"),
    ],
)
def test_what_is_said_of_another_period(periods: list[str], text: str, said: str) -> None:
    """How often the action is reported, with an example that has passed."""
    assert "; ".join(not_a_period("I.1", text, periods, TODAY)) == said


@pytest.mark.parametrize(
    ("name", "spans"),
    [
        ("foto agustus.jpg", [Span(8, 8)]),
        ("08 Agustus 2026/foto.jpg", [Span(8, 8, 2026)]),
        ("IMG_20260820_101500.jpg", [Span(8, 8, 2026)]),
        ("2026-08 rapat.pdf", [Span(8, 8, 2026)]),
        ("rapat 20-08-2026.pdf", [Span(8, 8, 2026)]),
        ("Laporan Januari–Oktober 2026.pdf", [Span(1, 10, 2026)]),
        ("laporan_tw_3.pdf", [Span(7, 9)]),
        ("jan, feb.pdf", [Span(1, 1), Span(2, 2)]),
        ("foto rapat.jpg", []),
        ("Desain taman 12.pdf", []),
    ],
)
def test_months_in_a_files_name(name: str, spans: list[Span]) -> None:
    """Names of months, dates, ranges and quarters are found in names of files and folders, and in no other word."""
    assert spans_in(name) == spans
