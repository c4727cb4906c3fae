"""Rules of records: methods that say what does not hold between a record's values, or between them and what lies around.

`faults` asks the rules of a record, and of every record in it. A rule is written as if the record were whole; where it meets a
hole it ends, and the others go on. Below it stand the rules that many records share.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any, TypeVar

from pydantic import BaseModel

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc, did_you_mean
from zona.records.reading.holes import Hole, each, given, walk
from zona.records.reading.personal_data import personal_data


@dataclass(frozen=True)
class Surroundings:
    """What a record is checked against. `periode` holds each action's period codes, `peran` the roles with their last days;
    both are empty where they can't be read. `bukti` are the names of the year's evidence, `tahun` and `nama` those of the
    folder and the file; `kanal` and `aturan` the known keys (None: their file can't be read). Of a page of prose there are its
    numbered lines (`teks`) and the folder with the files to download (`aset`)."""

    periode: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tanggal_keputusan: date | None = None
    peran: Mapping[str, date | None] = field(default_factory=dict)
    bukti: Collection[str] = ()
    kontak_resmi: tuple[str, ...] = ()
    tahun: int = 0
    nama: str = ""
    kanal: Collection[str] | None = None
    aturan: Collection[str] | None = None
    teks: tuple[tuple[int, str], ...] = ()
    aset: Path = Path()


# Any: each rule takes a record of its own kind.
Rule = TypeVar("Rule", bound=Callable[[Any, Surroundings], Found])
_RULES = set[object]()


def rule(method: Rule) -> Rule:
    """Mark a method of a record as a rule; the places that it names lie within the record."""
    _RULES.add(method)
    return method


@cache
def _rules_of(kind: type[BaseModel]) -> tuple[FunctionType, ...]:
    functions = (item for base in kind.__mro__ for item in vars(base).values() if isinstance(item, FunctionType))
    return tuple(item for item in functions if item in _RULES)


def faults(record: BaseModel, around: Surroundings) -> Found:
    """What the rules of a record, and of every record in it, find."""
    for loc, part in walk(record):
        for check in _rules_of(type(part)) if isinstance(part, BaseModel) else ():
            with suppress(Hole):
                for problem in check(part, around):
                    place = problem.place if isinstance(problem.place, int) else (*loc, *problem.place)
                    yield Problem(place, *problem.fault)


def in_its_folder(tahun: int, around: Surroundings) -> Found:
    """A record lies in the folder of its year."""
    if tahun != around.tahun:
        hint = f"tulis tahun: {around.tahun}, atau pindahkan berkasnya"
        yield Problem(("tahun",), f"tahun {tahun} berada di folder {around.tahun}", hint)


def once(record: BaseModel, name: str, key: str) -> Found:
    """No two parts of a list of the record have the same value under a key."""
    seen = set[str]()
    twice, hint = ("ditulis dua kali", f"tiap {key} cukup sekali")
    if key == "kunci":
        twice, hint = ("dipakai dua kali", "beri tiap butir kuncinya sendiri")
    for loc, item in each(getattr(record, name) or (), name):
        value = given(item, key, "")
        if value and value in seen:
            yield Problem((*loc, key), f"{key} “{value}” {twice}", hint)
        seen.add(value)


def listed(record: BaseModel, key: str, known: Collection[str] | None, berkas: str, loc: Loc = ()) -> Found:
    """What a record at a place names under `key` (one key or a list) stands in `berkas`; None: that file can't be read, and is
    blamed itself."""
    named: str | tuple[str, ...] = getattr(record, key) or ()
    for place, name in [((*loc, key), named)] if isinstance(named, str) else each(named, *loc, key):
        if known is not None and name not in known:
            yield Problem(place, f"kunci “{name}” tidak ada dalam {berkas}", hint_of(name, known, berkas))


def hint_of(name: str, known: Collection[str], berkas: str) -> str:
    """The nearest known key; all known ones where they are few, else where to look."""
    hint = did_you_mean(name, known)
    if known and (hint.startswith("maksud") or len(known) <= 12):
        return hint
    return f"lihat kunci-kunci di {berkas}, atau tambahkan di sana"


def in_plan(kode: str, around: Surroundings, *loc: str | int) -> Found:
    """An action that is named stands in the plan."""
    if around.periode and kode not in around.periode:
        yield Problem(loc, f"aksi “{kode}” tidak ada dalam rencana", did_you_mean(kode, around.periode))


def open_role(key: str, role: str | None, day: Callable[[], date], around: Surroundings) -> Found:
    """A role that a record about a day names is one of the office's, and was open on that day. Nothing is checked without
    roles; `day` is asked only where it matters, as it may be a hole."""
    if role is None or not around.peran:
        return
    if role not in around.peran:
        yield Problem((key,), f"peran “{role}” tidak ada dalam situs.yml", did_you_mean(role, around.peran))
    elif (sampai := around.peran[role]) and day() > sampai:
        hint = "pakai peran yang berlaku pada hari itu, atau betulkan sampai di situs.yml"
        yield Problem((key,), f"peran “{role}” berakhir {sampai}", hint)


def no_personal_data(record: BaseModel, around: Surroundings, *without: str) -> Found:
    """No text of a record points to a person; the keys `without` hold codes and addresses."""
    for loc, text in walk(record):
        if isinstance(text, str) and not {*loc} & {*without}:
            yield from personal_data(loc, text, around.kontak_resmi)
