"""What a table for downloads is: columns with their kind, meaning and value, rows of plain values, and how tables refer to
each other. `*_tables.py` make the tables of each subject, `year_tables.py` gathers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from functools import partial
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel

CellValue = str | int | float | date | bool | None
Row = tuple[CellValue, ...]
Isi = TypeVar("Isi", contravariant=True)  # what a row is about


class Jenis(StrEnum):
    """What a column holds. `label` is what people see."""

    TEKS = "string"
    BILANGAN = "integer"
    DESIMAL = "number"
    TANGGAL = "date"
    BENAR_SALAH = "boolean"

    @property
    def label(self) -> str:
        """The word that the dictionary uses for it."""
        return {
            "string": "teks",
            "integer": "bilangan bulat",
            "number": "bilangan",
            "date": "tanggal",
            "boolean": "benar atau salah",
        }[self.value]


# By the type of a field; where it has several, by the first that stands here; every other type is text.
_KINDS = {float: Jenis.DESIMAL, int: Jenis.BILANGAN, bool: Jenis.BENAR_SALAH, date: Jenis.TANGGAL}


@dataclass(frozen=True)
class KepalaKolom:
    """The head of a column: its key as in the data and the JSON, what it holds, and what that means."""

    nama: str
    jenis: Jenis
    keterangan: str


@dataclass(frozen=True)
class Kolom(KepalaKolom, Generic[Isi]):
    """One column with its value in a row: None where there is none, a tuple where there are several."""

    nilai: Callable[[Isi], Any]


@dataclass(frozen=True)
class Rujukan:
    """Columns whose values stand in a row of another table, in the columns that are its key."""

    kolom: tuple[str, ...]
    tabel: str
    kunci: tuple[str, ...]


@dataclass(frozen=True)
class Tabel:
    """One table of a year: its rows have one value for each column. Its name is the file's name. `kunci` are the columns that
    no two rows have the same values in; `kosong` is what is said where there are no rows; `bagian` is the heading that it
    stands under on the page."""

    nama: str
    judul: str
    keterangan: str
    kolom: tuple[KepalaKolom, ...]
    baris: tuple[Row, ...]
    kunci: tuple[str, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    kosong: str = "Belum ada."
    bagian: str = field(kw_only=True)


def rows_of(kolom: tuple[Kolom[Isi], ...], isi: Iterable[Isi]) -> tuple[Row, ...]:
    """A row for each of the things that a table is about."""
    return tuple(tuple(_cell(item.nilai(about)) for item in kolom) for about in isi)


def _cell(value: Any) -> CellValue:
    """A value as a cell holds it: several in one text, None where there is none."""
    if isinstance(value, tuple):
        return " | ".join(value) or None
    found: CellValue = value.value if isinstance(value, Enum) else value
    return found


def keys_of(model: type[BaseModel], names: str, owner: Callable[[Any], object] | None = None) -> tuple[Kolom[Any], ...]:
    """Columns that are fields of a record, or keys of the published JSON: the model's own words and types say what they hold.
    `names` stand with spaces between them, `skala_ambang=skala` for a column that is not called as its key; `owner` finds
    in what a row is about what has these keys, None where there is no such thing; without it, that itself has them."""
    pairs = (name.partition("=") for name in names.split())
    return tuple(_column(model, name, key or name, owner) for name, _, key in pairs)


def _column(model: type[BaseModel], name: str, key: str, owner: Callable[[Any], object] | None) -> Kolom[Any]:
    found = model.model_fields[key]
    types = set(_types(found.annotation))
    kind = next((kind for of, kind in _KINDS.items() if of in types), Jenis.TEKS)
    return Kolom(name, kind, found.description or "", partial(_value_of, owner, key))


def _types(hint: object) -> Iterator[object]:
    """A type hint and everything within it."""
    yield hint
    for part in get_args(hint):
        yield from _types(part)


def _value_of(owner: Callable[[Any], object] | None, key: str, about: object) -> Any:
    found = owner(about) if owner else about
    return None if found is None else getattr(found, key)
