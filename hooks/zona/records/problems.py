"""What is wrong with the data, and what to write instead.

A problem is a sentence for the person who wrote the file: the place, what must hold, how to write it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` counts from 1; `masalah` and `saran` are plain Indonesian."""

    path: str
    line: int
    masalah: str
    saran: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.masalah}; {self.saran}"


class DataError(Exception):
    """The data can't be published: `problems` lists every reason, ordered by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
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
