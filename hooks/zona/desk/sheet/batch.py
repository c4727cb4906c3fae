"""Rows that will become records: as people filled them in, with the cells in which they stand. A batch is kept as a draft."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from pydantic import TypeAdapter
from xlsxwriter.utility import xl_rowcol_to_cell

from zona.desk.drafts import Draft
from zona.problems import Fault

# The columns, each with its heading, in the order in which the workbook has them.
COLUMNS = {
    "aksi": "aksi",
    "periode": "periode",
    "tanggal": "tanggal",
    "hasil": "hasil",
    "uraian": "uraian",
    "bukti": "bukti",
    "judul_bukti": "judul bukti",
    "jenis_bukti": "jenis bukti",
}
GIVEN = ("aksi", "periode")  # filled in before anybody wrote: a row that has no more is not meant


@dataclass(frozen=True)
class SheetRow:
    """One row, by its number as Excel counts: the text of each column, and what is wrong with cells that hold no text. One that
    was `picked` is meant whatever stands in it."""

    number: int
    texts: Mapping[str, str]
    unreadable: Mapping[str, Fault] = field(default_factory=dict)
    picked: bool = False

    @property
    def meant(self) -> bool:
        """Whether it is to be a record: somebody wrote in it."""
        return self.picked or any(
            self.texts.get(column) or column in self.unreadable for column in COLUMNS if column not in GIVEN
        )


@dataclass(frozen=True)
class Batch:
    """Rows under one heading: what they came in is called `name`, `places` are the columns' places from 0, and `notes` say what
    of it was not read."""

    name: str
    rows: tuple[SheetRow, ...]
    places: Mapping[str, int] = field(default_factory=lambda: {column: place for place, column in enumerate(COLUMNS)})
    notes: tuple[str, ...] = ()

    def address(self, row: SheetRow, column: str) -> str:
        """A cell as Excel shows it: A7."""
        return str(xl_rowcol_to_cell(row.number - 1, self.places[column]))

    def corrected(self, texts: Mapping[str, str]) -> "Batch":
        """The batch with other texts in the cells of these addresses; other addresses are let pass."""
        rows = []
        for row in self.rows:
            new = {column: texts[cell].strip() for column in COLUMNS if (cell := self.address(row, column)) in texts}
            left = {column: fault for column, fault in row.unreadable.items() if not new.get(column)}
            rows.append(replace(row, texts={**row.texts, **new}, unreadable=left))
        return replace(self, rows=tuple(rows))

    def without(self, numbers: Collection[int | str]) -> "Batch":
        """The batch without some rows, by their numbers."""
        left = set(map(str, numbers))
        return replace(self, rows=tuple(row for row in self.rows if str(row.number) not in left))


_BATCH = TypeAdapter(Batch)
_KEPT = "lembar"  # of a draft
# Of a draft of many records: how far it is. First periods are picked, or a sheet is given.
STATE, PICKING, RANGE, SHEET = "tumpukan", "tandai", "rentang", "lembar"


def with_batch(draft: Draft, batch: Batch) -> Draft:
    """The draft with a batch in it."""
    return replace(draft, isian=draft.isian | {_KEPT: _BATCH.dump_json(batch).decode()})


def batch_in(draft: Draft) -> Batch | None:
    """The batch that a draft has; None where it has none that can be read."""
    try:
        return _BATCH.validate_json(draft[_KEPT]) if draft[_KEPT] else None
    except ValueError:
        return None
