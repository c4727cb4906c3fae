"""Excel and CSV files in, tables of cells out. What a file can't tell is said; only the sign between CSV columns is guessed. A
file may come from anybody: how much of it is unpacked is bounded before a library sees it."""

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell as address_of

from zona.problems import Fault, Problem
from zona.records.rencana.jadwal import BULAN

MAX_BYTES = 20_000_000
MAX_ROWS, MAX_COLUMNS = 5000, 100
# What a workbook may hold when it is unpacked: a hundred thousand rows of empty cells with borders, and no more.
MAX_UNPACKED, MAX_TAGS = 60_000_000, 2_000_000

# Signs that word processors leave in a text and nobody sees; U+00AD is an optional hyphen.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_BREAKS = re.compile(r"_x000D_\n?|\r\n|[\r\x0b\x0c\u2028]")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
KINDS = ("xlsx", "xlsm", "csv", "txt", "tsv")  # the endings of files that may be read
_LIST_ITEM = re.compile(r"([-•–*·▪]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s")


@dataclass(frozen=True)
class Cell:
    """`text` is empty where nothing stands; `own` is false where a merged cell above or beside reaches in; `columns` is
    how many it is merged across; `unreadable` tells what is wrong with a value that is no text, and what to write. `value` is
    what stands in it before it was made fit to be read: its text with its line breaks, or a day. `shown` are the words for a
    date that the cell shows with its year, for columns of times; `colour` is that of its ground, unless it is white."""

    address: str
    text: str = ""
    own: bool = True
    columns: int = 1
    unreadable: Fault | None = None
    value: str | date = ""
    shown: str = ""
    colour: str = ""

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
    try:
        with path.open("rb") as stream:
            return tables_in(path.name, stream.read(MAX_BYTES + 1))
    except OSError:
        raise UnreadableTable(f"berkas “{path.name}” tidak bisa dibuka; tutup dulu di Excel, lalu ulangi") from None


def tables_in(name: str, content: bytes) -> list[Table]:
    """The same of a file's name and content."""
    kind = name.rpartition(".")[2].lower()
    if kind not in KINDS:
        raise UnreadableTable(
            f"berkas “{name}” bukan .xlsx atau .csv; buka di Excel (tabel Word: salin lalu tempel ke Excel), "
            "lalu simpan sebagai Excel Workbook (.xlsx)"
        )
    if len(content) > MAX_BYTES:
        raise UnreadableTable(f"berkas “{name}” lebih dari 20 MB; salin tabelnya saja ke berkas baru")
    return _read_excel(name, content) if kind in ("xlsx", "xlsm") else tables_in_text(name, *_decode(content, name))


def tables_in_text(name: str, text: str, notes: tuple[Problem[str], ...] = (), separators: str = ";,\t") -> list[Table]:
    """A text as a table, parted by each of the signs that may part its columns. Raises `UnreadableTable`."""
    tables = []
    for separator in separators:
        try:
            records = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        except csv.Error:
            continue
        if len(records) > MAX_ROWS:
            raise UnreadableTable(f"“{name}” lebih dari {MAX_ROWS} baris; hapus yang bukan tabelnya")
        rows = (
            tuple(Cell(address_of(r, c), clean(value), value=value) for c, value in enumerate(item[:MAX_COLUMNS]))
            for r, item in enumerate(records)
        )
        tables.append(Table(name, tuple(rows), notes))
    if not tables:
        raise UnreadableTable(f"“{name}” bukan tabel; simpan ulang dari Excel sebagai .xlsx")
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


def _read_excel(name: str, content: bytes) -> list[Table]:
    import openpyxl  # here: it takes a quarter of a second, and only this needs it

    try:
        _refuse_bomb(name, content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # English remarks on what a table of text has no use for
            books = [openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=only) for only in (True, False)]
            sheets = [book.worksheets for book in books]
            return [_read_sheet(sheet, written) for sheet, written in zip(*sheets, strict=True)]
    except UnreadableTable:
        raise
    except Exception:  # a broken file breaks the library in as many ways as there are parts in it
        raise UnreadableTable(
            f"berkas “{name}” rusak, berkata sandi, atau bukan Excel; buka di Excel lalu simpan ulang sebagai .xlsx"
        ) from None


def _refuse_bomb(name: str, content: bytes) -> None:
    """Raise `UnreadableTable` for a file that grows beyond all use when it is unpacked. A part's stated size binds whoever
    reads it: what goes beyond is not unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        tags = 0
        if sum(part.file_size for part in parts) <= MAX_UNPACKED:
            for part in parts:
                with packed.open(part) as stream:
                    tags += sum(block.count(b"<") for block in iter(lambda: stream.read(1_000_000), b""))
            if tags <= MAX_TAGS:
                return
    raise UnreadableTable(f"isi berkas “{name}” terlalu besar; salin tabelnya saja ke berkas baru")


# Any: sheets of openpyxl as it reads them row by row, which its types leave open.
def _read_sheet(sheet: Any, written: Any) -> Table:
    """One sheet. A vertical merge has its text in each row, as not their own; a horizontal one in its first column only."""
    sheet.reset_dimensions()  # what other programs state of it may be wrong
    written.reset_dimensions()
    filled = [(number, row) for number, row in enumerate(sheet.iter_rows()) if any(cell.value is not None for cell in row)]
    if filled and filled[-1][0] >= MAX_ROWS:
        raise UnreadableTable(f"lembar “{sheet.title}” lebih dari {MAX_ROWS} baris; hapus yang bukan tabelnya")
    known = {number: row[:MAX_COLUMNS] for number, row in filled}
    formulas = {number: row[:MAX_COLUMNS] for number, row in enumerate(written.iter_rows(max_row=MAX_ROWS))}
    formulas = {number: row for number, row in formulas.items() if any(cell.value is not None for cell in row)}
    merged = _merged(sheet)
    rows = [*known.values(), *formulas.values()]
    height = max((number + 1 for number in (*known, *formulas)), default=0)
    height = min(max((height, *(area.max_row for area in merged))), MAX_ROWS)
    width = max(map(len, rows), default=0)
    cells = {
        (row, column): replace(_cell(row, column, found, _at(formulas, row, column)), colour=_colour(found))
        for row, column in product(range(height), range(width))
        for found in [_at(known, row, column)]
    }
    if sum(min(area.max_row, height) - area.min_row + 1 for area in merged) > MAX_ROWS * MAX_COLUMNS:  # they can't overlap
        raise UnreadableTable(f"lembar “{sheet.title}” tidak bisa dibaca; salin tabelnya saja ke berkas baru")
    for area in merged:
        top, left = area.min_row - 1, area.min_col - 1
        first = cells.get((top, left), Cell(address_of(top, left)))
        for row, column in product(range(top, min(area.max_row, height)), range(left, min(area.max_col, width))):
            address = address_of(row, column)
            own = replace(first, address=address, own=row == top, columns=area.max_col - left)
            cells[row, column] = own if column == left else Cell(address, own=False)
    return Table(sheet.title, tuple(tuple(cells[row, column] for column in range(width)) for row in range(height)))


def _at(rows: dict[int, Any], row: int, column: int) -> Any:
    """The cell of openpyxl at zero-based places; None beyond what is filled."""
    found = rows.get(row, ())
    return found[column] if column < len(found) else None


def _merged(sheet: Any) -> list[Any]:
    """The merged areas, which openpyxl leaves out where it reads row by row."""
    from openpyxl.worksheet.cell_range import CellRange

    with sheet.parent._archive.open(sheet._worksheet_path) as stream:
        return [CellRange(found[1].decode()) for found in _MERGED.finditer(stream.read())]


def _cell(row: int, column: int, cell: Any, written: Any) -> Cell:
    """A cell's text as the sheet shows it, or why it can't be known."""
    address, value = address_of(row, column), getattr(cell, "value", None)
    if value is None and getattr(written, "data_type", "") == "f":
        fault = Fault("berisi rumus yang hasilnya belum tersimpan", "buka di Excel, ganti rumus dengan tulisannya")
        return Cell(address, unreadable=fault)
    if value is None or (isinstance(value, str) and cell.data_type != "e"):
        return Cell(address, clean(value or ""), value=value or "")
    if isinstance(value, str):
        return Cell(address, unreadable=Fault(f"berisi kesalahan Excel {value}", "ganti dengan tulisannya"))
    if isinstance(value, (date, time, timedelta)):
        meant = f"{BULAN[value.month - 1]} {value.year}" if isinstance(value, date) else "tulisannya"
        hint = f"beri format Text lalu ketik ulang, misalnya diawali petik tunggal: '{meant}"
        fault = Fault("diubah Excel menjadi tanggal, sehingga tulisan aslinya hilang", hint)
        if not isinstance(value, date):
            return Cell(address, unreadable=fault)
        return Cell(address, unreadable=fault, value=value, shown=_shown(value, str(cell.number_format)))
    text = _number(value, str(cell.number_format))
    return Cell(address, text, value=text)


def _shown(day: date, form: str) -> str:
    """The day or the month that a cell of this form shows, in words; empty where it leaves out the year, or shows an hour."""
    signs = set(re.sub(r'"[^"]*"|\\.|\[[^]]*\]', "", form.lower()))
    if not signs >= {"m", "y"} or "h" in signs:
        return ""
    return f"{f'{day.day} ' if 'd' in signs else ''}{BULAN[day.month - 1]} {day.year}"


def _colour(cell: Any) -> str:
    """The colour of a cell's ground, as its file says it; empty for none and for white."""
    fill = cell.fill if getattr(cell, "has_style", False) else None
    if fill is None or fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    value = f"{colour.type} {colour.value} {colour.tint:g}"
    return "" if value.endswith("FFFFFF 0") or value in ("theme 0 0", "indexed 9 0", "indexed 1 0") else value


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
