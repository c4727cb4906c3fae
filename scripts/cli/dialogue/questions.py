"""Questions on a terminal: each answer from its option, else typed, and asked again while it can't be taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import click
from zona.desk.answers import one_of, readable
from zona.problems import NotTaken

from cli.indonesian_click import Refused

NOTHING_WRITTEN = "Tidak ada yang ditulis."
WIDTH = 110

T = TypeVar("T")


@dataclass(frozen=True)
class Questions:
    """Gets each answer from its option, else by asking; with `ya` nobody is asked."""

    ya: bool

    def ask(self, option: str, given: str | None, question: str, read: Callable[[str], T], default: str = "") -> T:
        """`read` makes the value from the text, or raises `NotTaken`; a typed answer can be corrected."""
        if given is not None:
            return read(readable(given))
        if self.ya:
            raise Refused(f"--{option} belum ditulis. {NOTHING_WRITTEN}")
        while True:
            try:
                return read(readable(click.prompt(question, default=default, show_default=bool(default))))
            except NotTaken as error:
                click.echo(f"  {error}")

    def choose(self, option: str, given: str | None, question: str, choices: Mapping[str, str]) -> str:
        """One of the choices, by its word; when asked, also by its number in the list that is shown."""
        words = list(choices)
        numbers: dict[str, str] = {}
        if given is None and not self.ya:
            numbers = {str(number): word for number, word in enumerate(words, 1)}
            click.echo(f"\n{question}:")
            for number, word in numbers.items():
                line = f"  {number:>3}  {word}  {choices[word]}".rstrip()
                click.echo(line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…")
        return self.ask(option, given, f"{question} (nomor atau kata)", partial(one_of, option, words, numbers))

    def sure(self, question: str) -> bool:
        """Whether a question is answered with yes."""
        return self.ya or self.ask("ya", None, f"\n{question} (ya/tidak)", _yes_or_no)

    def agree(self, question: str) -> None:
        """Go on only after a yes."""
        if not self.sure(question):
            raise click.Abort


def _yes_or_no(text: str) -> bool:
    answers = {"y": True, "ya": True, "t": False, "tidak": False}
    if text.strip().lower() not in answers:
        raise NotTaken("jawab ya atau tidak")
    return answers[text.strip().lower()]
