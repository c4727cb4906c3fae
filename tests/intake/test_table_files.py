"""Files of strangers as tables: how much of them is unpacked, what stands in a cell, and what a clipboard holds."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter
from openpyxl import Workbook
from zona.intake.table_files import Table, UnreadableTable, tables_in, tables_in_text


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The workbook with other bytes in one of its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            new.writestr(item, part if item == name else old.read(item))
    return stream.getvalue()


@pytest.mark.parametrize("part", [b" " * 60_000_001, b"<sheetData>" + b"<c/>" * 2_000_000], ids=["long", "many cells"])
def test_a_bomb_is_not_unpacked(part: bytes) -> None:
    """A small file that grows to 60 MB, or to two million tags, is refused before a library reads it."""
    content = with_part(saved(Workbook()), "xl/worksheets/sheet1.xml", part)
    assert len(content) < 100_000
    with pytest.raises(UnreadableTable, match="terlalu besar"):
        tables_in("a.xlsx", content)


def test_empty_rows_and_rows_beyond_the_limit() -> None:
    """Twenty thousand rows that hold nothing but borders are read as the rows above them; one text far below is refused."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet, border = book.add_worksheet("Isian"), book.add_format({"border": 1})
    for row in range(20_000):
        sheet.write_blank(row, 0, None, border)
    sheet.write_string(0, 0, "aksi")
    book.close()
    (table,) = tables_in("a.xlsx", stream.getvalue())
    assert [cell.text for (cell,) in table.rows] == ["aksi"]
    book = Workbook()
    assert book.active is not None
    book.active["A6000"] = "x"
    with pytest.raises(UnreadableTable, match="lebih dari 5000 baris"):
        tables_in("a.xlsx", saved(book))


def test_many_merges_take_no_time() -> None:
    """Merges that overlap all over a sheet, which no program writes, are refused."""
    book = Workbook()
    assert book.active is not None
    book.active["A5000"] = "x"
    merges = b'<mergeCell ref="A1:XFD1048576"/>' * 1000
    content = with_part(
        saved(book),
        "xl/worksheets/sheet1.xml",
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="5000"><c r="A5000">'
        b"<v>1</v></c></row></sheetData><mergeCells>" + merges + b"</mergeCells></worksheet>",
    )
    with pytest.raises(UnreadableTable, match="tidak bisa dibaca"):
        tables_in("a.xlsx", content)


def values(tables: list[Table]) -> list[list[object]]:
    return [[cell.value for cell in row] for row in tables[0].rows]


def test_a_cell_keeps_what_stands_in_it() -> None:
    """Beside the text that is read, a cell has its line breaks, its day or its number."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["a.jpg\nb.jpg", date(2030, 9, 28), datetime(2030, 9, 28, 10, 0), 46_000])  # noqa: DTZ001  # a sheet knows no zone
    read = tables_in("a.xlsx", saved(book))
    assert values(read) == [["a.jpg\nb.jpg", datetime(2030, 9, 28), datetime(2030, 9, 28, 10, 0), "46000"]]  # noqa: DTZ001
    assert read[0].rows[0][0].text == "a.jpg b.jpg"


def test_what_a_clipboard_holds() -> None:
    """Rows copied from Excel are parted by tabs; a cell with line breaks or quotes stands in quotes."""
    read = tables_in_text("tempelan", 'I.1\tJanuari\t"a.jpg\nb.jpg"\tdisebut ""\nI.2\t\t"kata ""ini"""\r\n', separators="\t")
    assert values(read) == [["I.1", "Januari", "a.jpg\nb.jpg", 'disebut ""'], ["I.2", "", 'kata "ini"']]
