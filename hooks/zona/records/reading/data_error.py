"""What one file says, and what is wrong with it: the error that lists every problem, and validation errors in Indonesian."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from zona.own_data import beside
from zona.problems import Fault, Line, Problem

M = TypeVar("M", bound=BaseModel)
# A place inside the file that is being read: the keys and numbers on the way to a value, or a line's number in prose.
Loc: TypeAlias = tuple[str | int, ...]
Within: TypeAlias = Loc | int
Found: TypeAlias = Iterator[Problem[Within]]
Value: TypeAlias = str | int | float | bool | date | tuple["Value", ...] | dict[str, "Value"] | None


class DataError(Exception):
    """The data can't be published: `problems` lists every reason, ordered by place."""

    def __init__(self, problems: Iterable[Problem[Line]]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass
class Document:
    """What one file says: its `value`, the `lines` and raw `texts` of the values, the `comments` by their lines, and the
    `problems` met so far; whether it could be read to its end (`complete`), and the places blamed already (`refused`).
    Of a text that is read again they are the same: `records` are what the value was found to be, `judged` what was last found
    of it beside which surroundings, each by the model."""

    path: str
    raw: bytes = b""
    complete: bool = False
    value: Value = None
    lines: dict[Loc, int] = field(default_factory=dict)
    texts: dict[Loc, str] = field(default_factory=dict)
    comments: dict[int, str] = field(default_factory=dict)
    problems: list[Problem[Line]] = field(default_factory=list)
    refused: set[Loc] = field(default_factory=set)
    records: dict[type[BaseModel], Any] = field(default_factory=dict)
    judged: dict[type[BaseModel], Any] = field(default_factory=dict)

    def record(self, model: type[M]) -> M:
        """The value as a record. Raises `ValidationError`."""
        if model not in self.records:
            self.records[model] = model.model_validate(self.value)
        found: M = self.records[model]
        return found

    def restate(self, value: Value) -> None:
        """Take another value, as where other files complete this one."""
        self.value, self.records, self.judged = value, {}, {}

    @cached_property
    def baris(self) -> dict[str, int]:
        """The line of each value by its place as people write it: `hasil`, `kanal.3.diperiksa`."""
        return {".".join(map(str, loc)): line for loc, line in self.lines.items()}

    def line_of(self, place: Within) -> int:
        """The line of a value, or of the nearest thing around it that has one; of prose, the line itself."""
        if isinstance(place, int):
            return place
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def take(self, problems: Iterable[Problem[Within]]) -> None:
        """Note problems inside the file with its path and their lines."""
        self.problems += (Problem(Line(self.path, self.line_of(item.place)), *item.fault) for item in problems)

    def add(self, place: Within, masalah: str, saran: str) -> None:
        """Note one problem at a place."""
        self.take([Problem(place, masalah, saran)])


def quoted(text: object, *, most: int = 60) -> str:
    """The offending text as the reader knows it: on one line, cut short, between marks."""
    flat = " ".join(str(text).split())
    return f"“{flat[: most - 1] + '…' if len(flat) > most else flat}”"


def did_you_mean(word: object, choices: Iterable[str]) -> str:
    """“maksud Anda …?” for a near miss among the choices, otherwise the choices themselves."""
    choices = list(choices)
    if near := difflib.get_close_matches(str(word), choices, n=1, cutoff=0.6):
        return f"maksud Anda “{near[0]}”?"
    return "yang dikenal: " + ", ".join(choices)


_DAY_FIRST = re.compile(r"(0?[1-9]|[12][0-9]|3[01])[-/. ](0?[1-9]|1[0-2])[-/. ]((?:19|20)[0-9]{2})")

# Keys of earlier versions, and what brings them up to date.
_RENAMED = {
    "diverifikasi_oleh": "jalankan zi.py perbarui-data, yang menulisnya sebagai verifikasi",
    "baris": "tulis tema: [tema halaman ini]; zi.py perbarui-data menulisnya dari rencana",
    "halaman_janji": "hapus; sekarang ditemukan dari tema aksi. zi.py perbarui-data menghapusnya",
}

# What is wrong and how to write it, by pydantic's own name for the kind of error.
_WORDS: Final[dict[str, list[str]]] = beside(__file__, "pydantic_words.yml")


def problems_of(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Problem[Loc]]:
    """Every error of one file, at its place; values that the reader refused already are not blamed twice."""
    for detail in error.errors(include_url=False):
        # A tag in brackets names a way of writing, which is no place in the file; “[key]” is pydantic's own.
        loc = detail["loc"] = tuple(part for part in detail["loc"] if part == "[key]" or not str(part).startswith("["))
        blamed = any(loc[: len(place)] == place for place in document.refused)
        # pydantic also calls a list too short when its items are invalid: they speak for themselves.
        filled = detail["type"] == "too_short" and (*loc, 0) in document.lines
        if blamed or filled:
            continue
        if loc[-1:] == ("[key]",):  # pydantic's own mark for the key, not the value, of a mapping
            yield Problem(loc[:-1], *_explain_key(detail))
        else:
            yield Problem(loc, *_explain(detail, document, model))


def _explain_key(detail: ErrorDetails) -> Fault:
    """A key of a mapping of counts: of a closed list, or of a form."""
    context = detail.get("ctx", {})
    if detail["type"] == "zona":
        return Fault(context["masalah"], context["saran"])
    kunci = detail["loc"][-2]
    return Fault(f"kunci {quoted(kunci)} tidak dikenal", did_you_mean(kunci, _choices(context)))


def _choices(context: dict[str, str]) -> list[str]:
    """The words of a closed list, which pydantic gives as one text: 'a', 'b' or 'c'."""
    return re.findall(r"'([^']*)'", context.get("expected", ""))


def _explain(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Fault:
    kind, loc, context = detail["type"], detail["loc"], detail.get("ctx", {})
    name, text = _name(loc), document.texts.get(loc, "")
    if kind == "zona":
        shown = f": {quoted(text)}" if loc in document.texts else ""
        return Fault(f"“{name}”: {context['masalah']}{shown}", context["saran"])
    if text == "" and kind.endswith("_type") and kind != "date_type":
        kind = "empty"
    words = {
        "kunci": name,
        "nama": f"“{name}”",
        "teks": text,
        "tertulis": quoted(text),
        "angka": text if text.isdecimal() else 3,
        "tanggal": _date_hint(text),
        "milik": _owner(loc, document),
        "dikenal": _RENAMED.get(name) or did_you_mean(name, _keys_at(model, loc[:-1])),
        "pilihan": did_you_mean(text, _choices(context)),
    }
    return Fault(*(form.format(**words, **context) for form in _WORDS.get(kind, _WORDS["other"])))


def _name(loc: Loc) -> str:
    """The key a person would look for: the last word of the place, with a list item's number where there is one."""
    words = [str(part) for part in loc if isinstance(part, str)]
    if not words:
        return "isi berkas"
    return words[-1] if isinstance(loc[-1], str) else f"{words[-1]} butir ke-{int(loc[-1]) + 1}"


def _owner(loc: Loc, document: Document) -> str:
    """“ pada aksi I.3”: which of many alike things lacks the key, where it has a code to be called by."""
    kode = document.texts.get((*loc[:-1], "kode")) or document.texts.get((*loc[:-1], "kunci"))
    return f" pada {kode}" if kode else ""


def _date_hint(text: str) -> str:
    if found := _DAY_FIRST.fullmatch(text.strip()):
        return f"tulis {found[3]}-{int(found[2]):02}-{int(found[1]):02} (tahun-bulan-hari, tanpa kutip)"
    return "tulis tahun-bulan-hari tanpa kutip, misalnya 2026-03-31"


def _keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the model knows at a place."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = _inner_model(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _inner_model(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_inner_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found), None)
