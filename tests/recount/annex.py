"""Plans as tables of an office: what the importer has to read, made from records in the looks that such tables have."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from zona.records.rencana.rencana_aksi import KOLOM, Aksi, Kelompok

HEADINGS = ["NO", *(label.upper() for label in KOLOM.values())]


@dataclass(frozen=True)
class Look:
    """How the table looks."""

    heading: str = "beside"  # numeral in NO, title beside | merged: “I. title” across all | bare: title across all, no numeral
    merged: bool = True  # cells that sub-rows share are one merged cell, else empty below the first
    paragraphs: str = "rows"  # a cell's further paragraphs are rows of their own | lines: empty lines in the cell
    wrap: int = 0  # lines are broken at every so many words
    numbers: bool = True  # a row of column numbers below the heading
    page: int = 0  # the heading again after so many rows
    title: tuple[str, ...] = ()
    columns: tuple[int, ...] = tuple(range(7))  # the order of the columns
    extra: bool = False  # a column of no interest on either side


@dataclass
class Grid:
    """The rows of the table, and its merged areas as (first row, first column, last row, last column), from 0."""

    rows: list[list[str]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def xlsx(self, path: Path) -> Path:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for number, row in enumerate(self.rows, 1):
            for column, text in enumerate(row, 1):
                if text:
                    sheet.cell(number, column, int(text) if text.isdecimal() else text)
        for top, left, bottom, right in self.merges:
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        book.save(path)
        return path

    def csv(self, path: Path, *, separator: str = ";", encoding: str = "utf-8-sig") -> Path:
        with path.open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream, delimiter=separator).writerows(self.rows)
        return path


def grid_of(kelompok: Iterable[Kelompok], look: Look) -> Grid:
    """The plan as such a table."""
    return _Writer(look).write(kelompok)


class _Writer:
    def __init__(self, look: Look) -> None:
        self.look, self.grid = look, Grid()
        self.left = 1 if look.extra else 0
        self.place = {name: self.left + look.columns.index(index) for index, name in enumerate(HEADINGS)}
        self.since = 0

    def write(self, kelompok: Iterable[Kelompok]) -> Grid:
        for line in self.look.title:
            self.across(line)
        self.header()
        for group in kelompok:
            self.group(group)
        return self.grid

    def row(self, cells: dict[str, str]) -> int:
        row = [""] * (7 + 2 * self.left)
        for name, text in cells.items():
            row[self.place[name]] = text
        if self.look.extra:
            row[0], row[-1] = "keterangan", "lain"
        self.grid.rows.append(row)
        return len(self.grid.rows) - 1

    def across(self, text: str) -> None:
        self.grid.rows.append([""] * self.left + [text] + [""] * (6 + self.left))
        row = len(self.grid.rows) - 1
        self.grid.merges.append((row, self.left, row, self.left + 6))

    def header(self) -> None:
        self.row({name: f" {name.title()} " if self.look.wrap else name for name in HEADINGS})
        if self.look.numbers:
            self.row({name: str(number) for number, name in enumerate(HEADINGS[1:], 2)})  # the 1 is lost, as in the decree
        self.since = 0

    def group(self, group: Kelompok) -> None:
        if self.look.heading == "beside":
            row = self.row({"NO": group.kode, "KOMPONEN": group.judul})
            if self.place["KOMPONEN"] == self.left + 1:
                self.grid.merges.append((row, self.left + 1, row, self.left + 6))
        else:
            self.across(f"{group.kode}. {group.judul}" if self.look.heading == "merged" else group.judul)
        for _, rows in groupby(group.aksi, key=lambda aksi: int(aksi.kode.split(".")[1])):
            self.number(list(rows))

    def number(self, rows: list[Aksi]) -> None:
        """The rows of one number; cells that are as in the row above are written only once, where the row keeps two own."""
        if self.look.page and self.since >= self.look.page:
            self.header()
        above: Aksi | None = None
        areas: dict[str, list[int]] = {}
        for aksi in rows:
            cells = {"NO": "" if above else aksi.kode.split(".")[1]}
            more: list[tuple[str, str]] = []
            shared = self.shared(aksi, above)
            for key, label in KOLOM.items():
                text = getattr(aksi, key) or ""
                if key in shared:
                    continue
                head, *rest = text.split("\n\n") if aksi is rows[-1] and self.parted(key, rows) else [text]
                cells[label.upper()] = self.wrapped(head)
                more += [(label.upper(), part) for part in rest]
            self.extend(areas, shared, self.row(cells))
            for label, part in more:
                self.row({label: self.wrapped(part)})
            self.since += 1
            above = aksi
        for key, area in areas.items():
            self.close(area, key)

    def extend(self, areas: dict[str, list[int]], shared: set[str], row: int) -> None:
        """Let the cells that a row shares with the one above reach down to it, and begin new ones for the others."""
        for key in KOLOM:
            if key in shared:
                areas[key][-1] = row
            else:
                self.close(areas.pop(key, None), key)
                areas[key] = [row, row]

    def shared(self, aksi: Aksi, above: Aksi | None) -> set[str]:
        """The columns that take over the cell above. A target can be shared only by a merge: an empty one means none."""
        if not above:
            return set()
        keys = [key for key in KOLOM if getattr(aksi, key) and getattr(aksi, key) == getattr(above, key)]
        if not self.look.merged:
            keys = [key for key in keys if key != "target_capaian"]
        own = [key for key in KOLOM if getattr(aksi, key) and key not in keys]
        return set(keys) if len(own) >= 2 else set()

    def parted(self, key: str, rows: list[Aksi]) -> bool:
        """Whether paragraphs of the column are rows of their own. A component that sub-rows share stays whole."""
        return self.look.paragraphs == "rows" and (key in ("indikator", "langkah_aksi", "bukti_fisik") or len(rows) == 1)

    def close(self, area: list[int] | None, key: str) -> None:
        if area and area[0] < area[1] and self.look.merged:
            column = self.place[KOLOM[key].upper()]
            self.grid.merges.append((area[0], column, area[1], column))

    def wrapped(self, text: str) -> str:
        """The text with lines broken at every so many words, and stray spaces."""
        if not self.look.wrap:
            return text
        parts = []
        for part in text.split("\n\n"):
            words, size = part.split(" "), self.look.wrap
            parts.append(" \n".join(" ".join(words[at : at + size]) for at in range(0, len(words), size)))
        return "\n \n".join(parts) + "  "
