"""Which months or quarters are marked in a plan's rows: by what is written below them, or, where nothing is, by colour."""

from collections.abc import Iterator
from functools import cached_property

from zona.intake.plan.column_words import ArtiKolom
from zona.intake.plan.plan_columns import ColumnPlan
from zona.intake.plan.remarks import Remarks
from zona.intake.table_files import Cell

_UNMARKED = ("", "-", "–", "0")  # what in a column of a month means nothing


class MarkedMonths:
    """The calendar of a table, read row by row."""

    def __init__(self, plan: ColumnPlan, remarks: Remarks) -> None:
        self.plan, self.table, self.remarks = plan, plan.heading.table, remarks
        self.columns = plan.of(ArtiKolom.BULAN)

    def of(self, row: int) -> Iterator[str]:
        """The months or quarters that are marked in a row; a merged mark reaches over several."""
        reach, seen, base = -1, set[str](), self._base(row)
        for column in self.columns:
            for cell in self._cells(row, column.place, column.until):
                if self._marked(cell, base):
                    reach = max(reach, column.place + cell.columns - 1)
            if column.place <= reach and column.bulan not in seen:
                seen.add(column.bulan)
                yield column.bulan

    def _marked(self, cell: Cell, base: str) -> bool:
        return (cell.filled and cell.text not in _UNMARKED) or (self._by_colour and cell.colour not in ("", base))

    @cached_property
    def _by_colour(self) -> bool:
        """Whether colours are the marks: nothing is written in the calendar. Said once; more than one colour is refused, since
        nobody but the office knows which of them is the plan."""
        rows = range(self.plan.heading.first, len(self.table.rows))
        cells = [
            (cell, self._base(row))
            for row in rows
            for item in self.columns
            for cell in self._cells(row, item.place, item.until)
        ]
        if any(cell.filled and cell.text not in _UNMARKED for cell, _ in cells):
            return False
        coloured = [cell for cell, base in cells if cell.colour not in ("", base)]
        if len({cell.colour for cell in coloured}) > 1:
            words = "bulan ditandai dengan lebih dari satu warna, dan artinya tidak terbaca"
            self.remarks.problem(coloured[0], words, "tulis x di sel bulan yang direncanakan")
            return False
        if coloured:
            self.remarks.note(coloured[0], "bulan tiap aksi dibaca dari warna selnya", "periksa beberapa barisnya")
        return bool(coloured)

    def _cells(self, row: int, first: int, last: int) -> list[Cell]:
        return [self.table.cell(row, place) for place in range(first, last + 1)]

    def _base(self, row: int) -> str:
        """The colour of the row itself, as of stripes and of rows with titles."""
        texts = self.plan.of(ArtiKolom.LANGKAH_AKSI) or self.plan.heading.columns
        return self.table.cell(row, texts[0].place).colour
