"""Where the seven columns of a plan stand in a table: found by their names, in any order, among any others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell as address_of

from zona.intake.table_files import Table
from zona.problems import Problem
from zona.records.rencana.rencana_aksi import KOLOM

NO, GROUP, GROUP_TITLE = "no", "kelompok", "judul_kelompok"
NAMES = {NO: "NO"} | {key: label.upper() for key, label in KOLOM.items()}

_KNOWN = {label.lower(): key for key, label in KOLOM.items()} | {
    **dict.fromkeys(("no", "nomor", "no urut", "kode"), NO),
    "kelompok": GROUP,
    "judul kelompok": GROUP_TITLE,
}
_TITLE = re.compile(r"rencana aksi\b", re.IGNORECASE)
_ENOUGH = 4  # so many of the seven names in one row make it the heading


@dataclass(frozen=True)
class Header:
    """The heading of a table: its first row, how many rows it takes, and each known column's place."""

    table: Table
    row: int
    height: int
    places: dict[str, int]

    @property
    def missing(self) -> list[str]:
        """The printed names of the columns that the heading does not have."""
        return [name for key, name in NAMES.items() if key not in self.places]

    def group_at(self, row: int) -> str:
        """The group's title in a table that has no heading rows, but a column for it."""
        place = self.places.get(GROUP_TITLE, self.places.get(GROUP))
        return "" if place is None else self.table.cell(row, place).text

    def repeated_at(self, row: int) -> bool:
        """Whether the heading stands there again, as at the top of each printed page."""
        return sum(name in NAMES for name in _names(self.table, row, self.height).values()) >= _ENOUGH


def find_header(tables: list[Table]) -> Header | None:
    """The first heading of the table that has most of the columns; None where none has."""
    found = [header for table in tables for header in _headers(table)]
    return max(found, key=lambda header: len(header.places.keys() & NAMES.keys()), default=None)


def other_sheets(header: Header, tables: list[Table]) -> Iterator[str]:
    """The names of other sheets that have all columns as well."""
    for name in sorted({table.name for table in tables} - {header.table.name}):
        found = find_header([table for table in tables if table.name == name])
        if found and not found.missing:
            yield name


def _headers(table: Table) -> Iterator[Header]:
    """The first heading of one row and the first of two, where there are such."""
    for height in (1, 2):
        for row in range(len(table.rows)):
            places = {name: column for column, name in reversed(_names(table, row, height).items())}  # the first of a name
            if len(places.keys() & NAMES.keys()) >= _ENOUGH:
                yield Header(table, row, height, places)
                break


def repeated_names(header: Header) -> Iterator[Problem[str]]:
    """Two columns of one name: which one is meant can't be known."""
    for column, name in _names(header.table, header.row, header.height).items():
        if name in header.places and header.places[name] != column:
            sel, first = (address_of(header.row, place) for place in (column, header.places[name]))
            label = NAMES.get(name, name.upper())
            yield Problem(sel, f"kolom {label} sudah ada di {first}", "beri nama lain pada salah satunya")


def _names(table: Table, row: int, height: int) -> dict[int, str]:
    """The known column at each place of a row. The upper of two rows may be merged: “TARGET” over “WAKTU” and “CAPAIAN”."""
    found, above, reach = {}, "", 0
    for column in range(len(table.rows[row])):
        upper = table.cell(row, column)
        if upper.filled:
            above, reach = upper.text, column + upper.columns
        words = above if column < reach else ""
        if height == 2 and (lower := table.cell(row + 1, column)).filled:
            words = f"{words} {lower.text}"
        name = _KNOWN.get(" ".join(re.findall(r"\w+", words.lower().replace("_", " "))))
        if name and (upper.filled or height == 2):
            found[column] = name
    return found


def title_above(header: Header) -> str:
    """The last text above the heading that begins with “Rencana aksi”, with the rows that go on with it."""
    parts: list[str] = []
    for row in range(header.row):
        text = " ".join(cell.text for cell in header.table.rows[row] if cell.filled)
        if _TITLE.match(text):
            parts = [text]
        elif parts and text:
            parts.append(text)
    return " ".join(" ".join(parts).split())
