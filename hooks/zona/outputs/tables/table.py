"""What a table for downloads is: columns with their kind and meaning, rows of plain values, and references between tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from zona.outputs.api.json_document import JsonObject
from zona.own_data import beside
from zona.records.reading.fields import Pilihan

CellValue = str | int | float | date | bool | None
Row = tuple[CellValue, ...]
Isi = dict[str, Any]  # what a row is about: values by the names of columns, and others; several values as a tuple


class Jenis(Pilihan):
    """What a column holds, by its type in a Data Package; the `label` is what people see."""

    TEKS = "string", "teks"
    BILANGAN = "integer", "bilangan bulat"
    DESIMAL = "number", "bilangan"
    TANGGAL = "date", "tanggal"
    BENAR_SALAH = "boolean", "benar atau salah"


_TABEL: Final = beside(__file__, "tables.yml")  # what is said of each table, by its name
# By the type of a field; where it has several, by the first that stands here; every other type is text.
_KINDS = {float: Jenis.DESIMAL, int: Jenis.BILANGAN, bool: Jenis.BENAR_SALAH, date: Jenis.TANGGAL}


@dataclass(frozen=True)
class Kolom:
    """A column: its key as in the data and the JSON, what it holds, and what that means."""

    nama: str
    jenis: Jenis
    keterangan: str


@dataclass(frozen=True)
class Tabel:
    """One table of a year: its rows have one value for each column, and its name is the file's. `kunci` are the columns that no
    two rows have the same values in; `rujukan`, as in a Data Package, columns whose values are the key of a row of another
    table; `kosong` is what is said where there are no rows; `bagian` is the heading that it stands under on the page."""

    nama: str
    judul: str
    keterangan: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Row, ...]
    bagian: str
    kunci: Sequence[str] = ()
    rujukan: Sequence[JsonObject] = ()
    kosong: str = "Belum ada."


def table_of(nama: str, kolom: tuple[Kolom, ...], isi: Iterable[Isi]) -> Tabel:
    """The table that `tables.yml` has under this name, with a row for each of the things that it is about."""
    baris = tuple(tuple(_cell(item[column.nama]) for column in kolom) for item in isi)
    return Tabel(nama, kolom=kolom, baris=baris, **_TABEL[nama])


def _cell(value: Any) -> CellValue:
    """A value as a cell holds it: several in one text, None where there is none."""
    if isinstance(value, tuple):
        return " | ".join(value) or None
    found: CellValue = value.value if isinstance(value, Enum) else value
    return found


def keys_of(model: type[BaseModel], names: str) -> tuple[Kolom, ...]:
    """Columns that are fields of a record, or keys of the published JSON: the model's own words and types say what they hold.
    `names` stand with spaces between them, `skala_ambang=skala` for a column that is not called as its key."""
    pairs = (name.partition("=") for name in names.split())
    return tuple(_column(name, model.model_fields[key or name]) for name, _, key in pairs)


def _column(name: str, field: FieldInfo) -> Kolom:
    types = set(_types(field.annotation))
    kind = next((kind for of, kind in _KINDS.items() if of in types), Jenis.TEKS)
    return Kolom(name, kind, field.description or "")


def _types(hint: object) -> Iterator[object]:
    """A type hint and everything within it."""
    yield hint
    for part in get_args(hint):
        yield from _types(part)
