"""One cell of an office's table, and its text as it was meant: no line breaks of a narrow column, no invisible signs."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell as address_of

from zona.problems import Fault, Problem

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


@dataclass
class Remarks:
    """What is said about a table's cells: problems, and notes on cells to look at all the same."""

    problems: list[Problem[str]] = field(default_factory=list)
    notes: list[Problem[str]] = field(default_factory=list)

    def problem(self, cell: Cell, masalah: str, saran: str) -> None:
        """Something to correct."""
        self.problems.append(Problem(cell.address, masalah, saran))

    def note(self, cell: Cell, masalah: str, saran: str) -> None:
        """Something to look at."""
        self.notes.append(Problem(cell.address, masalah, saran))


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
