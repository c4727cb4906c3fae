"""Rules of records: methods that say what does not hold between a record's values, or between them and what lies around.

`faults` asks the rules of a record, and of every record in it, so that people are told more than the first thing that is wrong.
Where a value is not valid, the model says so, and the record that is asked has a hole in its place. A rule is written as if the
record were whole; where it meets a hole it ends, and the others go on. Last stand the rules that many records share.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, wraps
from types import FunctionType
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from pydantic import (
    BaseModel,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc, Within, did_you_mean
from zona.records.reading.personal_data import NumberedLines

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)
P = ParamSpec("P")

HOLES = object()  # the context of a validation that leaves holes instead of failing
_HOLE = object()  # stands for a value that is not valid while its record is made


class Hole(AttributeError):
    """The value that was asked for is not valid: whoever asked can't go on."""


# Any: pydantic's own words for the value of any field
def value_or_hole(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """The valid value; where holes are wanted, what stands for one instead of an error."""
    try:
        return handler(value)
    except ValidationError:
        if info.context is not HOLES:
            raise
        return _HOLE


ITEM = WrapValidator(value_or_hole)  # for the items of a list that are counted also where one of them is not valid


def record_with_holes(model: type[M], value: object, handler: ModelWrapValidatorHandler[M]) -> M:
    """The record with those of its values that are valid; unknown keys are left out."""
    written = value if isinstance(value, dict) else {}
    known = {key: written.get(key, _HOLE) for key, field in model.model_fields.items() if key in written or field.is_required()}
    record = handler(known)
    for name in [name for name, found in record.__dict__.items() if found is _HOLE]:
        del record.__dict__[name]
    return record


def is_whole(value: object) -> bool:
    """Whether a record, and every record in it, has no hole."""
    if isinstance(value, BaseModel):
        return len(value.__dict__) == len(type(value).model_fields) and all(is_whole(inner) for _, inner in value)
    return all(map(is_whole, value)) if isinstance(value, tuple) else value is not _HOLE


def given(record: BaseModel, name: str, default: T) -> T:
    """A value of a record, or something else where there is a hole."""
    found: T = getattr(record, name, default)
    return found


def each(items: Iterable[T], *loc: str | int) -> Iterator[tuple[Loc, T]]:
    """The items of a list that stands at a place, each with its own place."""
    for index, item in enumerate(items):
        yield (*loc, index), item


def rules(*checks: Found) -> Found:
    """What all these checks find, each as far as it meets no hole."""
    for check in checks:
        with suppress(Hole):
            yield from check


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every record and every single value in a record, with its place, in the record's order; holes are left out."""
    inner: Iterable[tuple[str | int, object]] = enumerate(value) if isinstance(value, tuple) else ()
    if not isinstance(value, tuple):
        yield loc, value
    if isinstance(value, BaseModel):
        inner = value
    for key, part in inner:
        if isinstance(part, tuple | BaseModel):
            yield from walk(part, (*loc, key))
        else:
            yield (*loc, key), part


@dataclass(frozen=True)
class Surroundings:
    """What a record is checked against. `periode` holds each action's period codes, `peran` the roles with their last days;
    both are empty where they can't be read. `sejak` is the first day of what may be recorded (None: unknown), `asal_hari` says
    whose day that is. `bukti` has the SHA-256 of each of the year's evidence files (empty: unreadable);
    `tahun` and `nama` are those of the folder and the file; `kunci` the keys that a file gives (None: it can't be read). Of a
    page of prose there are its numbered lines (`teks`) and the names of the files to download (`unduhan`)."""

    periode: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sejak: date | None = None
    asal_hari: str = ""
    peran: Mapping[str, date | None] = field(default_factory=dict)
    bukti: Mapping[str, str] = field(default_factory=dict)
    kontak_resmi: tuple[str, ...] = ()
    tahun: int = 0
    nama: str = ""
    kunci: Mapping[str, Collection[str] | None] = field(default_factory=dict)
    teks: NumberedLines = ()
    unduhan: frozenset[str] = frozenset()

    def knowing(self, name: str, keys: Iterable[str]) -> "Surroundings":
        """The same where a file of this name also may name these keys."""
        return replace(self, kunci={**self.kunci, name: tuple(keys)})


Rule: TypeAlias = Callable[[Any, Surroundings], Found]  # Any: each rule takes a record of its own kind
_RULES = set[Rule]()


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


def rule_about(check: Callable[Concatenate[Any, Surroundings, P], Found]) -> Callable[P, Rule]:
    """A rule that many records share: what is called with names of their values, and gives the rule about these."""

    @wraps(check)
    def about(*names: P.args, **named: P.kwargs) -> Rule:
        return rule(lambda record, around: check(record, around, *names, **named))

    return about


@rule_about
def once(record: Any, _: Surroundings, name: str, key: str) -> Found:
    """No two parts of the list `name` have the same value under a key."""
    seen = set[str]()
    twice, hint = "ditulis dua kali", f"tiap {key} cukup sekali"
    if key == "kunci":
        twice, hint = "dipakai dua kali", "beri tiap butir kuncinya sendiri"
    for loc, item in each(getattr(record, name) or (), name):
        value = given(item, key, "")
        if value and value in seen:
            yield Problem((*loc, key), f"{key} “{value}” {twice}", hint)
        seen.add(value)


@rule_about
def at_most(record: Any, _: Surroundings, parts: tuple[str, ...], whole: str) -> Found:
    """Some counts, added as far as they are given, are not more than another where it is given."""
    most: int | None = getattr(record, whole)
    counts: dict[str, int] = {key: number for key in parts if (number := getattr(record, key)) is not None}
    if most is not None and sum(counts.values()) > most:
        written = " + ".join(f"{key} {number}" for key, number in counts.items())
        yield Problem((parts[0],), f"{written} melebihi {whole} {most}", "periksa angka-angka itu")


@rule_about
def not_before(record: Any, _: Surroundings, later: str, earlier: str) -> Found:
    """One date does not lie before another, where both are given."""
    last, first = getattr(record, later), getattr(record, earlier)
    if last and first and last < first:
        yield Problem((later,), f"{later} {last} mendahului {earlier} ({first})", "periksa kedua tanggal itu")


@rule_about
def listed(record: Any, around: Surroundings, key: str, berkas: str) -> Found:
    """What a record names under `key` (one key or a list) stands in a file of keys."""
    named: str | tuple[str, ...] = getattr(record, key) or ()
    for place, name in [((key,), named)] if isinstance(named, str) else each(named, key):
        yield from known_key(name, around.kunci.get(berkas), berkas, place)


@rule_about
def open_role(record: Any, around: Surroundings, key: str, day_of: Callable[[Any], date]) -> Found:
    """The role named under `key` is one of the office's, and was open on the record's day. Nothing is checked without roles;
    the day is asked only where it matters, as it may be a hole."""
    role: str | None = getattr(record, key)
    if role is None or not around.peran:
        return
    if role not in around.peran:
        yield Problem((key,), f"peran “{role}” tidak ada dalam situs.yml", did_you_mean(role, around.peran))
    elif (sampai := around.peran[role]) and day_of(record) > sampai:
        hint = "pakai peran yang berlaku pada hari itu, atau betulkan sampai di situs.yml"
        yield Problem((key,), f"peran “{role}” berakhir {sampai}", hint)


@rule_about
def planned(record: Any, around: Surroundings, key: str) -> Found:
    """The actions in a list stand in the plan."""
    for place, kode in each(getattr(record, key), key):
        yield from in_plan(kode, around, place)


# Any: a record of a year, which has `tahun`.
@rule
def in_its_folder(record: Any, around: Surroundings) -> Found:
    """A record lies in the folder of its year."""
    if record.tahun != around.tahun:
        hint = f"tulis tahun: {around.tahun}, atau pindahkan berkasnya"
        yield Problem(("tahun",), f"tahun {record.tahun} berada di folder {around.tahun}", hint)


# Any: a record of a period, which has `periode`.
@rule
def period_in_year(record: Any, around: Surroundings) -> Found:
    """A record's period is of its folder's year."""
    if int(record.periode[:4]) != around.tahun:
        masalah = f"periode “{record.periode}” bukan tahun {around.tahun}"
        yield Problem(("periode",), masalah, f"tulis periode yang diawali {around.tahun}-")


def known_key(name: str, known: Collection[str] | None, berkas: str, place: Within, kind: str = "kunci") -> Found:
    """A key that is named stands in its file; None: that file can't be read, and is blamed itself. The hint is the nearest
    known key; all known ones where they are few, else where to look."""
    if known is None or name in known:
        return
    hint = did_you_mean(name, known)
    if not known or not (hint.startswith("maksud") or len(known) <= 12):
        hint = f"lihat kunci-kunci di {berkas}, atau tambahkan di sana"
    yield Problem(place, f"{kind} “{name}” tidak ada dalam {berkas}", hint)


def in_plan(kode: str, around: Surroundings, place: Within) -> Found:
    """An action that is named stands in the plan."""
    if around.periode and kode not in around.periode:
        yield Problem(place, f"aksi “{kode}” tidak ada dalam rencana", did_you_mean(kode, around.periode))
