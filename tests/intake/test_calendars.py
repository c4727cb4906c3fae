"""Times of plans that are no words: crosses or colours below months, and dates that Excel keeps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from zona.intake.plan.column_words import ArtiKolom
from zona.intake.plan.plan_reader import Intake, read_plan
from zona.intake.table_files import read_tables

MONTHS = ["JAN", "PEB", "MRT", "APR", "MEI", "JUN", "JUL", "AGST", "SEP", "OKT", "NOP", "DES"]


def saved(book: Workbook, folder: Path) -> Intake:
    """The workbook's plan."""
    book.save(folder / "a.xlsx")
    return read_plan(read_tables(folder / "a.xlsx"), 2027)


def calendar(months: list[str], *, crosses: dict[str, str] | None = None, colours: dict[str, str] | None = None) -> Workbook:
    """Two actions with a calendar from column C; crosses and colours by the address of their cell."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["NO", "KEGIATAN", *months], [1, "Membentuk tim"], [2, "Menyusun rencana"]):
        sheet.append(row)
    for address, text in (crosses or {}).items():
        sheet[address] = text
    for address, colour in (colours or {}).items():
        sheet[address].fill = PatternFill("solid", fgColor=colour)
    return book


def times(found: Intake) -> list[str | None]:
    """The times of the plan's rows; nothing in it is refused."""
    assert [str(problem) for problem in found.problems] == []
    return [row.target_waktu for group in found.kelompok for row in group.aksi]


def test_months_cut_short_as_offices_do(tmp_path: Path) -> None:
    """PEB, MRT, AGST and NOP are months; no cross below them is lost."""
    found = saved(calendar(MONTHS, crosses={"D2": "X", "E3": "√", "J3": "√", "M3": "√"}), tmp_path)
    assert times(found) == ["Februari", "Maret, Agustus dan November"]


def test_a_month_that_nobody_knows(tmp_path: Path) -> None:
    """A column among months whose name is none is refused, since crosses in it would be lost."""
    found = saved(calendar([*MONTHS[:4], "MAY", *MONTHS[5:]], crosses={"G2": "X"}), tmp_path)
    assert [(item.place, item.masalah) for item in found.problems] == [
        ("G1", "“MAY” di antara kolom bulan tidak dikenal sebagai bulan")
    ]


def test_months_marked_by_colour(tmp_path: Path) -> None:
    """Where nothing is written in a calendar, coloured cells are its marks, which is told; a row's own colour is none."""
    stripe = {f"{column}3": "DDDDDD" for column in "ABCDEFGHIJKLMN"}
    found = saved(calendar(MONTHS, colours={"C2": "00B050", "D2": "00B050", **stripe, "H3": "00B050"}), tmp_path)
    assert times(found) == ["Januari dan Februari", "Juni"]
    assert "bulan tiap aksi dibaca dari warna selnya" in [note.masalah for note in found.notes]


def test_two_colours_are_refused(tmp_path: Path) -> None:
    """Of two colours nobody can tell which is the plan."""
    found = saved(calendar(MONTHS, colours={"C2": "00B050", "D2": "FF0000"}), tmp_path)
    assert [item.place for item in found.problems] == ["C2"]
    assert "lebih dari satu warna" in found.problems[0].masalah


def test_weeks_below_months(tmp_path: Path) -> None:
    """The weeks below merged months belong to the heading: they are no action, and a mark in one means its month."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for place, month in enumerate(["NO", "KEGIATAN", "Jan", "Feb", "Mar"]):
        first, last = (place + 1,) * 2 if place < 2 else (place * 4 - 5, place * 4 - 2)
        sheet.cell(1, first, month)
        sheet.merge_cells(start_row=1, end_row=2 if place < 2 else 1, start_column=first, end_column=last)
    for column in range(3, 15):
        sheet.cell(2, column, ("I", "II", "III", "IV")[(column - 3) % 4])
    for row, colour in ((3, "G"), (4, "N")):
        sheet.cell(row, 1, row - 2)
        sheet.cell(row, 2, f"Kegiatan {row}")
        sheet[f"{colour}{row}"].fill = PatternFill("solid", fgColor="92D050")
    assert times(saved(book, tmp_path)) == ["Februari", "Maret"]


def test_columns_of_beginnings_and_ends_with_dates(tmp_path: Path) -> None:
    """“Mulai” and “Selesai” are one time, and dates that Excel shows with their year are read as shown."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Area", "Kegiatan", "Mulai", "Selesai", "Output", "Capaian TW1"])
    sheet.append(["Perubahan", "Tim", date(2027, 1, 4), date(2027, 1, 15), "SK", "50%"])
    sheet.append(["Pengawasan", "Kampanye", date(2027, 2, 1), date(2027, 11, 1), "Foto", ""])
    for row in (2, 3):
        sheet.cell(row, 3).number_format = sheet.cell(row, 4).number_format = "dd/mm/yyyy" if row == 2 else "mmm-yy"
    found = saved(book, tmp_path)
    assert times(found) == ["4 Januari 2027 s.d. 15 Januari 2027", "Februari 2027 s.d. November 2027"]
    assert found.undecided == {}
    assert found.columns
    assert found.columns.kolom[5] is ArtiKolom.ABAIKAN
    assert [row.target_capaian for group in found.kelompok for row in group.aksi] == [None, None]
