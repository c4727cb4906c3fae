"""Questions that `catat` asks, and answers checked one by one as the loader will check them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypeVar

import click
from pydantic import ValidationError
from zona.findings.per_tanggal import day_as_written
from zona.records.capaian.capaian import Capaian
from zona.records.reading.data_error import Document, did_you_mean, problems_of
from zona.records.reading.fields import Record
from zona.records.reading.personal_data import personal_data
from zona.records.reading.rules import Surroundings, faults

from cli.indonesian_click import Refused

NOTHING_WRITTEN = "Tidak ada yang ditulis."
WIDTH = 110

T = TypeVar("T")


@dataclass(frozen=True)
class Questions:
    """Gets each answer from its option, else by asking; with `ya` nobody is asked."""

    ya: bool

    def ask(self, option: str, given: str | None, question: str, read: Callable[[str], T], default: str = "") -> T:
        """`read` makes the value from the text, or raises `Refused`; a typed answer can be corrected."""
        if given is not None:
            return read(readable(given))
        if self.ya:
            raise Refused(f"--{option} belum ditulis. {NOTHING_WRITTEN}")
        while True:
            try:
                return read(readable(click.prompt(question, default=default, show_default=bool(default))))
            except Refused as error:
                click.echo(f"  {error.message}")

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


def readable(text: str) -> str:
    """A typed text without what is no letter in any script: half signs and the zero sign."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def one_of(option: str, words: Sequence[str], numbers: Mapping[str, str], text: str) -> str:
    """The word of `words` that was typed, whatever its case, or the one that a typed number stands for. Raises `Refused` under
    the name of the option, with the nearest word."""
    text, known = " ".join(text.split()), {word.casefold(): word for word in words} | {**numbers}
    if word := known.get(text.casefold()):
        return word
    raise Refused(f"{option.replace('-', ' ')} “{text}” tidak dikenal; {did_you_mean(text, words)}")


def _yes_or_no(text: str) -> bool:
    answers = {"y": True, "ya": True, "t": False, "tidak": False}
    if text.strip().lower() not in answers:
        raise Refused("jawab ya atau tidak")
    return answers[text.strip().lower()]


def checked(key: str, around: Surroundings, text: str) -> str:
    """A text of the record as the loader will accept it."""
    accept({key: text}, {(key,): text}, around)
    return text.strip()


def checked_evidence(key: str, around: Surroundings, text: str) -> str:
    """A text of one piece of evidence."""
    text = " ".join(text.split())
    sample = {"tautan": "https://contoh.go.id", "judul": "x", "jenis": "dokumen"}  # checked as the loader will check it
    accept({"bukti": (sample | {key: text},)}, {("bukti", 0, key): text}, around)
    return text


def accept(values: dict[str, Any], texts: dict[Any, str], around: Surroundings) -> None:
    """Refuse what the model or the checks of records refuse, in their words."""
    refuse_invalid(Capaian, values, texts)
    for found in faults(Capaian.as_far_as_valid(values), around):
        raise Refused(found.words)
    for text in texts.values():
        for found in personal_data((), text, around.kontak_resmi):
            raise Refused(found.words)


def refuse_invalid(model: type[Record], values: dict[str, Any], texts: dict[Any, str]) -> None:
    """Refuse what a model refuses of some of its values, as they were typed; the others are not asked for yet."""
    try:
        model.model_validate(values)
    except ValidationError as error:
        for problem in problems_of(error, Document("", texts=texts), model):
            if problem.place[0] in values:
                raise Refused(problem.words) from None


def day_of(today: date, around: Surroundings, text: str) -> date:
    """A day that has come, and that the decree does not come after."""
    try:
        day = day_as_written(text.strip())
    except ValueError:
        raise Refused(f"“{text}” bukan tanggal; tulis tahun-bulan-hari, misalnya {today}") from None
    if day > today:
        raise Refused(f"tanggal {day} belum tiba (hari ini {today}); catat yang sudah dilaksanakan")
    accept({"tanggal": day}, {}, around)
    return day
