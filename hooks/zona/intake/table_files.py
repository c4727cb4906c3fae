"""Excel and CSV files in, tables of cells out. What a file can't tell is said; only the sign between CSV columns is guessed."""

import csv
import io
import re
import unicodedata
import warnings
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell as address_of

from zona.problems import Fault, Problem
from zona.records.rencana.jadwal import BULAN

MAX_BYTES = 20_000_000
MAX_ROWS, MAX_COLUMNS = 5000, 100

# Signs that word processors leave in a text and nobody sees; U+00AD is an optional hyphen.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_BREAKS = re.compile(r"_x000D_\n?|\r\n|[\r\x0b\x0c\u2028]")
_LIST_ITEM = re.compile(r"([-•–*·▪]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s")


@dataclass(frozen=True)
class Cell:
    """`text` is empty where nothing stands; `own` is false where a merged cell above or beside reaches in; `columns` is
    how many it is merged across; `unreadable` tells what is wrong with a value that is no text, and what to write."""

    address: str
    text: str = ""
    own: bool = True
    columns: int = 1
    unreadable: Fault | None = None

    @property
    def filled(self) -> bool:
        """Whether something stands in this very cell."""
        return self.own and bool(self.text or self.unreadable)


@dataclass(frozen=True)
class Table:
    """The rows of one sheet, from its first; `notes` are remarks on how the file was read."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Problem[str], ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """The cell at zero-based places; an empty one beyond the row's end."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else Cell(address_of(row, column))


class UnreadableTable(Exception):
    """The file holds no table that can be read; the message says what is wrong and what to do, in Indonesian."""


def read_tables(path: Path) -> list[Table]:
    """Every sheet of an .xlsx file, or a .csv file parted by each sign that may part its columns. Raises `UnreadableTable`."""
    if not path.is_file():
        raise UnreadableTable(f"berkas “{path}” tidak ada; periksa letak dan namanya")
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableTable(f"berkas “{path.name}” lebih dari 20 MB; salin tabelnya saja ke berkas baru")
    kind = path.suffix.lower()
    if kind not in (".xlsx", ".xlsm", ".csv", ".txt", ".tsv"):
        raise UnreadableTable(
            f"berkas “{path.name}” bukan .xlsx atau .csv; buka di Excel (tabel Word: salin lalu tempel ke Excel), "
            "lalu simpan sebagai Excel Workbook (.xlsx)"
        )
    try:
        return _read_excel(path) if kind in (".xlsx", ".xlsm") else _read_csv(path)
    except OSError:
        raise UnreadableTable(f"berkas “{path.name}” tidak dapat dibuka; tutup dulu di Excel, lalu ulangi") from None


def _read_csv(path: Path) -> list[Table]:
    text, notes = _decode(path.read_bytes(), path.name)
    tables = []
    for separator in ";,\t":
        try:
            records = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        except csv.Error:
            continue
        if len(records) > MAX_ROWS:
            raise UnreadableTable(f"berkas “{path.name}” lebih dari {MAX_ROWS} baris; hapus yang bukan tabel rencana aksi")
        rows = (tuple(Cell(address_of(r, c), clean(value)) for c, value in enumerate(item)) for r, item in enumerate(records))
        tables.append(Table(path.name, tuple(rows), notes))
    if not tables:
        raise UnreadableTable(f"berkas “{path.name}” bukan tabel CSV; simpan ulang dari Excel sebagai .xlsx")
    return tables


def _decode(raw: bytes, name: str) -> tuple[str, tuple[Problem[str], ...]]:
    """The text of a CSV file as Excel may have saved it: UTF-8, “Unicode text”, or the old code page of Windows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace"), ()
    with suppress(UnicodeDecodeError):
        return raw.decode("utf-8-sig"), ()
    masalah = "berkas tidak disimpan sebagai UTF-8, dan dibaca dengan kode huruf Windows"
    note = Problem("A1", masalah, "periksa tanda seperti “ ” – pada hasilnya; atau simpan ulang sebagai “CSV UTF-8”")
    try:
        return raw.decode("cp1252"), (note,)
    except UnicodeDecodeError:
        raise UnreadableTable(f"huruf dalam “{name}” tidak terbaca; simpan ulang sebagai .xlsx atau “CSV UTF-8”") from None


def _read_excel(path: Path) -> list[Table]:
    import openpyxl  # here: it takes a quarter of a second, and only this needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # English remarks on what a table of text has no use for
            values, written = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    except OSError:
        raise
    except Exception:  # a broken file breaks the library in as many ways as there are parts in it
        raise UnreadableTable(
            f"berkas “{path.name}” rusak, berkata sandi, atau bukan Excel; buka di Excel lalu simpan ulang sebagai .xlsx"
        ) from None
    return [_read_sheet(sheet, written[sheet.title]) for sheet in values.worksheets]


def _read_sheet(sheet: Any, written: Any) -> Table:
    """One sheet. A vertical merge has its text in each row, as not their own; a horizontal one in its first column only."""
    height, width = min(sheet.max_row, MAX_ROWS), min(sheet.max_column, MAX_COLUMNS)
    if any(value is not None for row in sheet.iter_rows(min_row=MAX_ROWS + 1, values_only=True) for value in row):
        raise UnreadableTable(f"lembar “{sheet.title}” lebih dari {MAX_ROWS} baris; hapus yang bukan tabel rencana aksi")
    cells = {
        (cell.row - 1, cell.column - 1): _cell(cell, written.cell(cell.row, cell.column))
        for row in sheet.iter_rows(max_row=height, max_col=width)
        for cell in row
    }
    for area in sheet.merged_cells.ranges:
        top, left = area.min_row - 1, area.min_col - 1
        first = cells.get((top, left), Cell(address_of(top, left)))
        for row, column in product(range(top, min(area.max_row, height)), range(left, area.max_col)):
            if (row, column) in cells:
                address = address_of(row, column)
                first_column = Cell(address, first.text, row == top, area.max_col - left, first.unreadable)
                cells[row, column] = first_column if column == left else Cell(address, own=False)
    return Table(sheet.title, tuple(tuple(cells[row, column] for column in range(width)) for row in range(height)))


def _cell(cell: Any, written: Any) -> Cell:
    """A cell's text as the sheet shows it, or why it can't be known."""
    address, value = address_of(cell.row - 1, cell.column - 1), cell.value
    if value is None and getattr(written, "data_type", "") == "f":
        fault = Fault("berisi rumus yang hasilnya belum tersimpan", "buka di Excel, ganti rumus dengan tulisannya")
        return Cell(address, unreadable=fault)
    if value is None or (isinstance(value, str) and getattr(cell, "data_type", "") != "e"):
        return Cell(address, clean(value or ""))
    if isinstance(value, str):
        return Cell(address, unreadable=Fault(f"berisi kesalahan Excel {value}", "ganti dengan tulisannya"))
    if isinstance(value, (date, time, timedelta)):
        meant = f"{BULAN[value.month - 1]} {value.year}" if isinstance(value, date) else "tulisannya"
        hint = f"beri format Text lalu ketik ulang, misalnya diawali petik tunggal: '{meant}"
        return Cell(address, unreadable=Fault("diubah Excel menjadi tanggal, sehingga tulisan aslinya hilang", hint))
    return Cell(address, _number(value, str(cell.number_format)))


def _number(value: Any, form: str) -> str:
    """A number as it is shown: whole numbers without a point, percentages with their sign, a decimal comma."""
    if isinstance(value, bool):
        return "YA" if value else "TIDAK"
    if form.endswith("%"):
        return f"{value * 100:g}%".replace(".", ",")
    return str(int(value)) if value == int(value) else f"{value:g}".replace(".", ",")


def clean(text: str) -> str:
    """A cell's text: lines that the column's width broke are joined again, blank lines and list items part paragraphs
    (as an empty line), and spaces are single. A line that ends in a hyphen is joined without a space."""
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    text = _BREAKS.sub("\n", text).replace("\u2029", "\n\n")
    paragraphs: list[str] = []
    new = True
    for line in (" ".join(part.split()) for part in text.split("\n")):
        if not line:
            new = True
        elif new or _LIST_ITEM.match(line):
            paragraphs.append(line)
            new = False
        else:
            glue = "" if re.search(r"\w-$", paragraphs[-1]) and line[0].islower() else " "
            paragraphs[-1] += glue + line
    return "\n\n".join(paragraphs)
