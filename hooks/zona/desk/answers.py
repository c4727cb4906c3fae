"""Answers of whoever records or verifies, each checked as the loader will check it; the terminal and the desk ask alike."""

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import MINYEAR, date
from typing import Any

from pydantic import ValidationError

from zona.outputs.wording import tanggal
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian
from zona.records.reading.data_error import Document, did_you_mean, problems_of
from zona.records.reading.fields import Record
from zona.records.reading.personal_data import personal_data
from zona.records.reading.rules import Surroundings, faults
from zona.records.rencana.jadwal import BULAN, BULAN_KE

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_TYPED = re.compile(r"(?:[a-z]+,? )?([0-9]{1,2})[ ./-]([0-9]{1,2}|[a-z]+)[ ./-]([0-9]{4}|[0-9]{2})", re.IGNORECASE)


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


def typed_day(text: str, today: date) -> date:
    """The day that a text means, as people here write it: 2026-09-28, 28/09/2026, 28-9-26, 28 September 2026, Senin, 28 Sep
    2026. Raises `NotTaken` for what is no day."""
    text = " ".join(text.split())
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _TYPED.fullmatch(text):
        day, month, year = found.groups()
    else:
        raise NotTaken(f"“{text}” bukan tanggal; tulis hari, bulan, dan tahun, misalnya {tanggal(today)}")
    number = int(month) if month.isdigit() else _month_of(month)
    if not 1 <= number <= 12:
        raise NotTaken(f"bulan “{month}” tidak dikenal; tulis namanya, misalnya {BULAN[today.month - 1]}")
    full = int(year) + (2000 if len(year) == 2 else 0)
    if full < MINYEAR:
        raise NotTaken(f"tahun “{year}” tidak ada; tulis misalnya {today.year}")
    last = calendar.monthrange(full, number)[1]
    if not 1 <= int(day) <= last:
        raise NotTaken(f"{BULAN[number - 1]} {full} hanya sampai tanggal {last}; tulis hari kegiatannya")
    return date(full, number, int(day))


def _month_of(word: str) -> int:
    """The number of a month by its name or the beginning of it, three letters at least; 0 where there is none."""
    known = {name: number for name, number in BULAN_KE.items() if len(word) >= 3 and name.startswith(word.lower())}
    return next(iter(known.values()), 0)


def day_of(today: date, around: Surroundings, text: str) -> date:
    """A day that has come, and that does not come before what the plan rests on. Raises `NotTaken`."""
    day = typed_day(text, today)
    if day > today:
        raise NotTaken(f"{tanggal(day)} belum tiba (hari ini {tanggal(today)}); catat yang sudah dilaksanakan")
    if around.sejak and day < around.sejak:
        raise NotTaken(f"{tanggal(day)} mendahului {around.asal_hari}, {tanggal(around.sejak)}; tulis hari sesudahnya")
    return day
