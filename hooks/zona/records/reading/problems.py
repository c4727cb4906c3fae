"""What is wrong with the data, and what to write instead.

A problem is a sentence for the person who wrote the file: the place, what must hold, how to write it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

# Line ends, control signs, signs that turn the direction of writing, and bytes of a name that are no letters: shown as they
# are, a file's name could write lines of its own into a log that a code host obeys, or move a terminal's cursor.
_UNSHOWN = re.compile("[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_MOST = 600  # signs; a text of a megabyte would bury what is said of it


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to correct. `line` counts from 1; `masalah` and `saran` are plain Indonesian.

    All three texts are made fit to be shown: on one line, without control signs, and cut where they are very long.
    """

    path: str
    line: int
    masalah: str
    saran: str

    def __post_init__(self) -> None:
        for name in ("path", "masalah", "saran"):
            object.__setattr__(self, name, shown(getattr(self, name)))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.masalah}; {self.saran}"


class DataError(Exception):
    """The data can't be published: `problems` lists every reason, ordered by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def shown(text: str) -> str:
    """The text fit to be shown: on one line, without control signs, cut where it is very long."""
    text = _UNSHOWN.sub("�", text)
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


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
