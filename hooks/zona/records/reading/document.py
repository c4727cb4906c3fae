"""What one file says: plain values, the line and the written text of each, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from zona.problems import Line, Problem
from zona.records.reading.data_error import Loc, Within

Value: TypeAlias = str | int | float | bool | date | tuple["Value", ...] | dict[str, "Value"] | None


@dataclass
class Document:
    """What one file says: its `value`, the `lines` and raw `texts` of the values, and the `problems` met so far.

    `complete` tells whether the file could be read to its end; `refused` are the places blamed already.
    """

    path: str
    raw: bytes = b""
    complete: bool = False
    value: Value = None
    lines: dict[Loc, int] = field(default_factory=dict)
    texts: dict[Loc, str] = field(default_factory=dict)
    problems: list[Problem[Line]] = field(default_factory=list)
    refused: set[Loc] = field(default_factory=set)

    @property
    def baris(self) -> dict[str, int]:
        """The line of each value by its place as people write it: `hasil`, `kanal.3.diperiksa`."""
        return {".".join(map(str, loc)): line for loc, line in self.lines.items()}

    def line_of(self, place: Within) -> int:
        """The line of a value, or of the nearest thing around it that has one; of prose, the line itself."""
        if isinstance(place, int):
            return place
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def take(self, problems: Iterable[Problem[Within]]) -> None:
        """Note problems inside the file with its path and their lines."""
        self.problems += (Problem(Line(self.path, self.line_of(item.place)), *item.fault) for item in problems)

    def add(self, place: Within, masalah: str, saran: str) -> None:
        """Note one problem at a place."""
        self.take([Problem(place, masalah, saran)])
