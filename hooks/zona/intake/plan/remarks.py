"""What is said about a table's cells while it is read."""

from dataclasses import dataclass, field

from zona.intake.table_files import Cell
from zona.problems import Problem


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
