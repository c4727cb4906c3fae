"""What one file says, and problems of data files: where they are while a file is read, the error that lists them all, words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from zona.problems import Line, Problem

# A place inside the file that is being read: the keys and numbers on the way to a value, or a line's number where the
# file holds prose. `Document.resolve` makes a line of the file of both.
Loc: TypeAlias = tuple[str | int, ...]
Within: TypeAlias = Loc | int
Found: TypeAlias = Iterator[Problem[Within]]
Value: TypeAlias = str | int | float | bool | date | tuple["Value", ...] | dict[str, "Value"] | None


class DataError(Exception):
    """The data can't be published: `problems` lists every reason, ordered by place."""

    def __init__(self, problems: Iterable[Problem[Line]]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


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


def quoted(text: object, *, most: int = 60) -> str:
    """The offending text as the reader knows it: on one line, cut short, between marks."""
    flat = " ".join(str(text).split())
    return f"“{flat[: most - 1] + '…' if len(flat) > most else flat}”"


def did_you_mean(word: object, choices: Iterable[str]) -> str:
    """“maksud Anda …?” for a near miss among the choices, otherwise the choices themselves."""
    choices = list(choices)
    near = difflib.get_close_matches(str(word), choices, n=1, cutoff=0.6)
    if near:
        return f"maksud Anda “{near[0]}”?"
    return "yang dikenal: " + ", ".join(choices)
