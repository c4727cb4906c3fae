"""Tables in, one XLSX workbook out: a sheet a table, before them a sheet of notes, after them the terms."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zona.cache import keep, kept, maker
from zona.findings.year_findings import Findings
from zona.outputs.tables.table import Jenis, Row, Tabel
from zona.outputs.tables.year_tables import contents_of, notes_of

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LEBAR = {Jenis.TEKS: 28, Jenis.TANGGAL: 12}
_TOP = {"text_wrap": True, "valign": "top"}
_LONGEST_CELL = 32_767  # Excel's limit


def to_workbook(tables: tuple[Tabel, ...], findings: Findings, kept_in: Path | None = None) -> bytes:
    """Typed cells, and on each table's sheet a frozen header and a filter. No clock: the workbook is of `per_tanggal`. The
    folder `kept_in` keeps it: nothing else in a build needs the library, and writing takes as long as loading it."""
    title, day = f"Zona Integritas {findings.situs.isi.kantor}", findings.per_tanggal
    notes = (*notes_of(findings), *((f"tabel {table.nama}", contents_of(table)) for table in tables))
    key = f"{maker(__file__, 'xlsxwriter')} {(title, day, notes, tables)!r}"
    found = kept(kept_in, key)
    if found is None:
        found = _workbook(title, day, notes, tables)
        keep(kept_in, key, found)
    return found


def _workbook(title: str, day: date, notes: tuple[Row, ...], tables: tuple[Tabel, ...]) -> bytes:
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001  # as it is kept there
    sheets = _Sheets(
        book,
        head=book.add_format(_TOP | {"bold": True, "bg_color": "#7B1E23", "font_color": "#FFFFFF"}),
        wrap=book.add_format(_TOP),
        days=book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
    )
    sheets.add("catatan-berkas", (28, 90), notes, lambda _, column: column == 0)
    for table in tables:
        sheets.add_table(table)
    terms = [(table.nama, kolom.nama, kolom.jenis.label, kolom.keterangan) for table in tables for kolom in table.kolom]
    sheets.add("istilah", (22, 22, 16, 90), [("tabel", "kolom", "isi", "arti"), *terms], lambda row, _: row == 0)
    book.close()
    return target.getvalue()


@dataclass(frozen=True)
class _Sheets:
    """The workbook being written, and the looks of its cells."""

    book: "xlsxwriter.Workbook"
    head: "Format"
    wrap: "Format"
    days: "Format"

    def add(self, name: str, widths: Iterable[int], rows: Iterable[Row], is_head: Callable[[int, int], bool]) -> "Worksheet":
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    look = self.head if is_head(number, column) else self.days if isinstance(value, date) else self.wrap
                    sheet.write(number, column, value[:_LONGEST_CELL] if isinstance(value, str) else value, look)
        return sheet

    def add_table(self, table: Tabel) -> None:
        names = tuple(kolom.nama for kolom in table.kolom)
        widths = (_LEBAR.get(kolom.jenis, 10) for kolom in table.kolom)
        sheet = self.add(table.nama, widths, (names, *table.baris), lambda row, _: row == 0)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.baris), len(table.kolom) - 1)
