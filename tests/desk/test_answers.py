"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from zona.desk.answers import typed_day
from zona.problems import NotTaken

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-09-08", "2026-9-8", "08/09/2026", "8/9/26", "08-09-2026", "8.9.2026", "8 9 2026", " 8  September 2026 "),
        *("8 sept 2026", "8 Sep 26", "Selasa, 8 September 2026", "selasa 8 september 2026"),
    ],
)
def test_a_day_in_many_writings(text: str) -> None:
    """The day before the month, as everyone writes it here, or the year first."""
    assert typed_day(text, TODAY) == date(2026, 9, 8)


@pytest.mark.parametrize("text", ["8 Nopember 2026", "8 Pebruari 2026"])
def test_months_in_older_spelling(text: str) -> None:
    """Nopember and Pebruari stand in many documents."""
    assert typed_day(text, TODAY).day == 8


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kemarin", "“kemarin” bukan tanggal; tulis hari, bulan, dan tahun, misalnya 24 November 2026"),
        ("", "“” bukan tanggal"),
        ("09/2026", "bukan tanggal"),
        ("31/09/2026", "September 2026 hanya sampai tanggal 30"),
        ("30 Februari 2028", "Februari 2028 hanya sampai tanggal 29"),
        ("0/9/2026", "September 2026 hanya sampai tanggal 30"),
        ("09/28/2026", "bulan “28” tidak dikenal; tulis namanya, misalnya November"),
        ("8 Setember 2026", "bulan “Setember” tidak dikenal"),
        ("8 J 2026", "bulan “J” tidak dikenal"),
        ("0000-01-01", "tahun “0000” tidak ada"),
    ],
)
def test_no_day(text: str, why: str) -> None:
    """What is no day is refused with how to write it, and never guessed."""
    with pytest.raises(NotTaken, match=re.escape(why)):
        typed_day(text, TODAY)
