"""A printed `target_waktu` → periods and deadlines."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zona.records.rencana.jadwal import BULAN, months_of, tenggat_of
from zona.records.rencana.target_waktu import BENTUK, UnreadableTime, read_target_waktu

WAKTU = Path(__file__).resolve().parents[2] / "cases" / "waktu.tsv"
with WAKTU.open(encoding="utf-8", newline="") as file:
    WORDS = [(row["tercetak"], row["dibaca"], row["periode"]) for row in csv.DictReader(file, delimiter="\t")]
MONTHLY = [f"2026-{month:02}" for month in range(1, 13)]
HALVES = ["2026-01-sd-06", "2026-07-sd-12"]
LATER_PAIRS = ["2026-07-sd-08", "2026-09-sd-10", "2026-11-sd-12"]
QUARTERS = ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"]


def _expected(periode: str) -> list[tuple[str, str]]:
    """Each period that a line of the table names, with its deadline as `03-15`."""
    codes, _, said = periode.partition(" (tenggat ")
    if codes == "2027-01..2027-12":
        found = [f"2027-{month:02}" for month in range(1, 13)]
    else:
        found = [f"2027-TW{n}" for n in range(1, 5)] if codes == "2027-TW1..TW4" else codes.split(", ")
    days = [tenggat_of(code).tenggat for code in found]
    if day := re.search("[0-9]+", said):
        days = [end.replace(day=int(day[0])) for end in days]
    return [(code, f"{end:%m-%d}") for code, end in zip(found, days, strict=True)]


@pytest.mark.parametrize(("text", "periode"), [(text, periode) for text, dibaca, periode in WORDS if dibaca != "kantor"])
def test_usual_words_are_read(text: str, periode: str) -> None:
    """Each usual word that a rule can read gives the periods and deadlines of the table; where the table leaves the day to the
    office, it is marked as our reading, and nowhere else."""
    found = read_target_waktu(text, 2027)
    assert [(item.periode, f"{item.tenggat:%m-%d}") for item in found] == _expected(periode)
    assert {item.ditaksir for item in found} == {"kantor menegaskan" in periode}


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("B03, B06, B09, B12", ["2027-03", "2027-06", "2027-09", "2027-12"]),
        ("B01 - B02", ["2027-01-sd-02"]),
        ("Bulan ke-3", ["2027-03"]),
        ("Mrt dan Agst 2027", ["2027-03", "2027-08"]),
    ],
)
def test_months_by_number_or_cut_short(text: str, months: list[str]) -> None:
    """A month may be written as reports of action plans number it, or as offices cut it short."""
    assert [item.periode for item in read_target_waktu(text, 2027)] == months


@pytest.mark.parametrize("text", [text for text, dibaca, _ in WORDS if dibaca == "kantor"])
def test_words_of_the_office_are_never_guessed(text: str) -> None:
    """What only the office can say is refused."""
    with pytest.raises(UnreadableTime):
        read_target_waktu(text, 2027)


def test_the_table_has_its_words() -> None:
    """At least 25 of the 35 usual words are read by rule."""
    assert len(WORDS) == 35
    assert sum(dibaca != "kantor" for _, dibaca, _ in WORDS) >= 25


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
        ("Maret 2026 s.d. Mei 2026", ["2026-03-sd-05"]),
        ("Januari 2026 dan Juli 2026", ["2026-01", "2026-07"]),
        ("Januari, Februari, dan Maret", ["2026-01", "2026-02", "2026-03"]),
        ("Jan-Mar dan Jul-Sept", ["2026-01-sd-03", "2026-07-sd-09"]),
        ("akhir Maret", ["2026-03"]),
        ("bulan Juni", ["2026-06"]),
        ("Maret; Juni; Nop.", ["2026-03", "2026-06", "2026-11"]),
        ("3 (tiga) bulan sekali", QUARTERS),
        ("tiga bulanan", QUARTERS),
        ("4 (empat) triwulan", QUARTERS),
        ("1 (satu) kali setiap triwulan", QUARTERS),
        ("Setiap triwulan (Maret, Juni, September, Desember)", QUARTERS),
        ("sebulan sekali", MONTHLY),
        ("1x/bulan", MONTHLY),
        ("paling sedikit 1 kali dalam sebulan", MONTHLY),
        ("setiap dua bulan", ["2026-01-sd-02", "2026-03-sd-04", "2026-05-sd-06", *LATER_PAIRS]),
        ("TW. III – IV", ["2026-TW3", "2026-TW4"]),
        ("TW1-TW2", ["2026-TW1", "2026-TW2"]),
        ("Triwulan ke-2", ["2026-TW2"]),
        ("Tri Wulan ketiga", ["2026-TW3"]),
        ("Kuartal I, III", ["2026-TW1", "2026-TW3"]),
        ("Q4 2026", ["2026-TW4"]),
        ("Triwulan I (Januari – Maret)", ["2026-TW1"]),
        ("Semester 2", ["2026-07-sd-12"]),
        ("Smt. I & II", HALVES),
        ("Tiap semester", HALVES),
        ("Semester I-II tahun 2026", HALVES),
        ("Tahun Anggaran 2026", ["2026-01-sd-12"]),
        ("2026", ["2026-01-sd-12"]),
        ("minimal 1 kali setahun", ["2026-01-sd-12"]),
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
        ("", "tidak ada waktunya"),
        ("Januari Juli 2026", "susunan"),
        ("Januari dan Januari 2026", "berulang"),
        ("Juli dan Januari 2026", "tidak urut"),
        ("Maret s.d Januari 2026", "berakhir sebelum"),
        ("Januari s.d Januari 2026", "berakhir sebelum"),
        ("Januari s.d 2026", "susunan"),
        ("13 (tiga belas) bulan", "belas"),
        ("12 (sebelas) bulan", "sebelas"),
        ("Triwulan", "susunan"),
        ("Triwulan 5", "susunan"),
        ("Semester 3", "tidak ada"),
        ("Triwulan III - I", "terbalik"),
        ("Triwulan II dan I", "tidak urut"),
        ("30 Februari 2026", "tanggal 30 tidak ada di bulan Februari"),
        ("Setiap tanggal 31", "tanggal 31 tidak ada di bulan Februari"),
        ("15 Maret dan 20 Maret", "berulang"),
        ("15 Maret s.d. 14 Maret", "berakhir sebelum"),
        ("Des 2025 - Jan 2026", "tahun 2025"),
        ("Semester I 2026/2027", "susunan"),
        ("Triwulan I (Januari)", "kurung"),
        ("Setiap bulan (Januari s.d. Desember)", "kurung"),
        ("setiap 5 bulan", "tidak terbagi rata"),
        ("Januari/Juli", "susunan"),
        ("Januari dan/atau Juli", "atau"),
        ("Januari dan", "susunan"),
        ("Januari - Maret, Juli", "susunan"),
        ("TW I dan Juli", "susunan"),
        ("Setiap bulan Januari s.d. Juni", "susunan"),
        ("bulan 3", "susunan"),
        ("6 bulan", "susunan"),
        ("1 tahun", "susunan"),
        ("2 kali setahun", "susunan"),
        ("2 kali setiap triwulan", "susunan"),
        ("5 per bulan", "susunan"),
        ("per 31 Desember 2026", "susunan"),
        ("akhir tahun", "susunan"),
        ("akhir tahun 2026", "susunan"),
        ("akhir bulan", "susunan"),
        ("awal Maret", "awal"),
        ("sebelum Maret", "sebelum"),
        ("mulai Januari", "mulai"),
        ("s.d. Maret", "susunan"),
        ("tanggal 10 bulan berikutnya", "berikutnya"),
        ("setiap minggu", "susunan"),
        ("minggu II", "susunan"),
        ("minggu V Maret", "“v”"),
        ("Minggu, 15 Maret 2026", "susunan"),
        ("Mar-26", "susunan"),
        ("15/03/2026", "susunan"),
        ("sepanjang tahun 2026", "sepanjang"),
        ("Semester Ganjil", "ganjil"),
        ("Tahun Pelajaran 2026", "pelajaran"),
    ],
)
def test_unreadable(text: str, reason: str) -> None:
    """What the grammar does not know is refused with the part that stopped it, never guessed."""
    with pytest.raises(UnreadableTime, match=reason):
        read_target_waktu(text, 2026)


@pytest.mark.parametrize(
    ("text", "periode", "tenggat", "ditaksir"),
    [
        ("15 Maret 2026", "2026-03", "2026-03-15", False),
        ("paling lambat tanggal 15 Maret", "2026-03", "2026-03-15", False),
        ("selambat-lambatnya 31 Des. 2026", "2026-12", "2026-12-31", False),
        ("1 – 15 Maret", "2026-03", "2026-03-15", False),
        ("15 Maret s.d. 14 Juni 2026", "2026-03-sd-06", "2026-06-14", False),
        ("29 Februari 2028", "2028-02", "2028-02-29", False),
        ("Minggu ke-3 Maret", "2026-03", "2026-03-21", True),
        ("Februari minggu II", "2026-02", "2026-02-14", True),
        ("minggu I s.d. III bulan April", "2026-04", "2026-04-21", True),
        ("minggu terakhir Maret", "2026-03", "2026-03-31", True),
    ],
)
def test_days_and_weeks(text: str, periode: str, tenggat: str, ditaksir: bool) -> None:
    """A printed day is the deadline; of a week it is the last day, counted in sevens, as our reading."""
    (found,) = read_target_waktu(text, int(tenggat[:4]))
    assert (found.periode, found.tenggat.isoformat(), found.ditaksir) == (periode, tenggat, ditaksir)


def test_a_day_of_each_month() -> None:
    """A day that stands for each month is the deadline of twelve."""
    for text in (
        "Setiap tanggal 10",
        "tanggal 10 setiap bulan",
        "Tiap bulan paling lambat tgl. 10",
        "tanggal 1-10 setiap bulan",
    ):
        found = read_target_waktu(text, 2026)
        assert [(item.periode, item.tenggat.day, item.ditaksir) for item in found] == [(code, 10, False) for code in MONTHLY]


def test_names_of_the_print() -> None:
    """A half-year is called “Semester” where the print says the word; of months it stays months."""
    printed = {"Per semester": ["Semester I", "Semester II"], "per 6 bulan": ["", ""], "Januari s.d. Juni": [""]}
    for text, names in printed.items():
        assert [item.tercetak for item in read_target_waktu(text, 2026)] == names


def test_forms_of_the_method_page() -> None:
    """Every form that the public is told about is one that the grammar reads, and there are as many deadlines as it says."""
    numbers = [len(read_target_waktu(form, 2026)) for forms, _ in BENTUK for form in forms.split("; ")]
    assert numbers == [1, 1, 2, 3, 1, 1, 12, 12, 12, 4, 4, 4, 1, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 12]


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


@given(st.sampled_from(["triwulan", "TW ", "Tw. ", "Q"]), st.integers(1, 4), st.data(), st.integers(2000, 2099))
def test_quarters_from_one_to_another(noun: str, first: int, draw: st.DataObject, tahun: int) -> None:
    """A range of quarters gives each of them, in any year, however the word and the numbers are written."""
    last = draw.draw(st.integers(first, 4))
    numbers = [draw.draw(st.sampled_from([str(n), ("I", "II", "III", "IV")[n - 1], f"ke-{n}"])) for n in (first, last)]
    text = f"{noun} {numbers[0]}" + (f" s.d. {numbers[1]} {tahun}" if last > first else "")
    assert [item.periode for item in read_target_waktu(text, tahun)] == [f"{tahun}-TW{n}" for n in range(first, last + 1)]


@given(st.lists(st.sampled_from("januari mar tw semester 1 ii 15 minggu setiap bulan kali tahun - , dan ( ) akhir".split())))
def test_readings_are_in_order_within_the_year(words: list[str]) -> None:
    """Whatever is made of known words: a reading's periods are of the year, ordered, never overlap, and end by its deadline's
    month."""
    try:
        found = read_target_waktu(" ".join(words), 2026)
    except UnreadableTime:
        return
    assert list(found) == sorted(found)
    assert all(item.tenggat.year == 2026 and item.periode.startswith("2026-") for item in found)
    months = [month for item in found for month in months_of(item.periode)]
    assert months == sorted(set(months))
    assert all(item.tenggat.month == months_of(item.periode)[-1] for item in found)
