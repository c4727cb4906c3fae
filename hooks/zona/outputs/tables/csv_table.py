"""A table in, CSV out: what every program reads, and no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from datetime import date

from zona.outputs.tables.table import CellValue, Tabel

# What a spreadsheet takes for the start of a formula (OWASP, CSV injection), also as East Asian keyboards write it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(table: Tabel) -> bytes:
    """RFC 4180 with a byte order mark, by which Excel knows that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([kolom.nama for kolom in table.kolom])
    writer.writerows([[_cell(value) for value in row] for row in table.baris])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return defused(value) if isinstance(value, str) else str(value)


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
