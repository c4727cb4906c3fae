"""Problems of data files: where they are while a file is read, the error that lists them all, and words to say them with."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from zona.problems import Line, Problem

# A place inside the file that is being read: the keys and numbers on the way to a value, or a line's number where the
# file holds prose. `Document.resolve` makes a line of the file of both.
Loc: TypeAlias = tuple[str | int, ...]
Within: TypeAlias = Loc | int
Found: TypeAlias = Iterator[Problem[Within]]


class DataError(Exception):
    """The data can't be published: `problems` lists every reason, ordered by place."""

    def __init__(self, problems: Iterable[Problem[Line]]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


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
