"""What is wrong, for the person who can correct it: one kind of problem for data files, evidence, tables and built sites."""

import re
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

# Line ends, control signs, signs that turn the direction of writing, and bytes of a name that are no letters: shown as they
# are, a file's name could write lines of its own into a log that a code host obeys, or move a terminal's cursor.
_UNSHOWN = re.compile("[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# GitHub's commands: the new form at the beginning of a line, the old one anywhere.
_COMMAND = re.compile(r"^\s*::|##\[")
_MOST = 600  # signs; a text of a megabyte would bury what is said of it

P = TypeVar("P", covariant=True)


class Fault(NamedTuple):
    """What is wrong, and what to write or do instead: plain Indonesian, without the place."""

    masalah: str
    saran: str


class NotTaken(Exception):
    """An answer, or a file that was given, can't be taken; the message says why, and what to do."""

    def __init__(self, said: str | Fault) -> None:
        super().__init__(said if isinstance(said, str) else "; ".join(said))


@dataclass(frozen=True, order=True)
class Line:
    """A line of a file, counted from 1; the path is as people know it, made fit to be shown."""

    path: str
    line: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", shown(self.path))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem(Generic[P]):
    """One thing to correct at its `place`: a `Line`, or whatever the one who looks has – a place inside the file that is
    being read, an evidence file's name, a cell's address, a file of the built site. The texts are made fit to be `shown`."""

    place: P
    masalah: str
    saran: str

    def __post_init__(self) -> None:
        for name in ("masalah", "saran"):
            object.__setattr__(self, name, shown(getattr(self, name)))

    @property
    def fault(self) -> Fault:
        """What is wrong and how to write it, for another place."""
        return Fault(self.masalah, self.saran)

    @property
    def words(self) -> str:
        """The problem without its place."""
        return f"{self.masalah}; {self.saran}"

    def __str__(self) -> str:
        return f"{self.place}: {self.words}"


def on_one_line(text: str) -> str:
    """The text without control signs, and without what a code host would take for a command in a log."""
    return _COMMAND.sub("�", _UNSHOWN.sub("�", text))


def shown(text: str) -> str:
    """The text fit to be shown: on one line, without control signs, cut where it is very long."""
    text = on_one_line(text)
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
