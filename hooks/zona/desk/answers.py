"""Answers of whoever records or verifies, each checked as the loader will check it; the terminal and the desk ask alike."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from zona.findings.per_tanggal import day_as_written
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian
from zona.records.reading.data_error import Document, did_you_mean, problems_of
from zona.records.reading.fields import Record
from zona.records.reading.personal_data import personal_data
from zona.records.reading.rules import Surroundings, faults


def readable(text: str) -> str:
    """A typed text without what is no letter in any script: half signs and the zero sign."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def one_of(option: str, words: Sequence[str], numbers: Mapping[str, str], text: str) -> str:
    """The word of `words` that was typed, whatever its case, or the one that a typed number stands for. Raises `NotTaken` under
    the name of the option, with the nearest word."""
    text, known = " ".join(text.split()), {word.casefold(): word for word in words} | {**numbers}
    if word := known.get(text.casefold()):
        return word
    raise NotTaken(f"{option.replace('-', ' ')} “{text}” tidak dikenal; {did_you_mean(text, words)}")


def checked(key: str, around: Surroundings, text: str) -> str:
    """A text of the record as the loader will accept it. Raises `NotTaken`."""
    accept({key: text}, {(key,): text}, around)
    return text.strip()


def checked_evidence(key: str, around: Surroundings, text: str) -> str:
    """A text of one piece of evidence. Raises `NotTaken`."""
    text = " ".join(text.split())
    sample = {"tautan": "https://contoh.go.id", "judul": "x", "jenis": "dokumen"}  # checked as the loader will check it
    accept({"bukti": (sample | {key: text},)}, {("bukti", 0, key): text}, around)
    return text


def accept(values: dict[str, Any], texts: dict[Any, str], around: Surroundings) -> None:
    """Raise `NotTaken` for what the model or the checks of records refuse, in their words."""
    refuse_invalid(Capaian, values, texts)
    for found in faults(Capaian.as_far_as_valid(values), around):
        raise NotTaken(found.words)
    for text in texts.values():
        for found in personal_data((), text, around.kontak_resmi):
            raise NotTaken(found.words)


def refuse_invalid(model: type[Record], values: dict[str, Any], texts: dict[Any, str]) -> None:
    """Raise `NotTaken` for what a model refuses of some of its values, as they were typed; the others are not asked for yet."""
    try:
        model.model_validate(values)
    except ValidationError as error:
        for problem in problems_of(error, Document("", texts=texts), model):
            if problem.place[0] in values:
                raise NotTaken(problem.words) from None


def day_of(today: date, around: Surroundings, text: str) -> date:
    """A day that has come, and that the decree does not come after. Raises `NotTaken`."""
    try:
        day = day_as_written(text.strip())
    except ValueError:
        raise NotTaken(f"“{text}” bukan tanggal; tulis tahun-bulan-hari, misalnya {today}") from None
    if day > today:
        raise NotTaken(f"tanggal {day} belum tiba (hari ini {today}); catat yang sudah dilaksanakan")
    accept({"tanggal": day}, {}, around)
    return day
