"""What a table for downloads is: columns with their kind, meaning and value, rows of plain values, and how tables refer to
each other. `*_tables.py` make the tables of each subject, `year_tables.py` gathers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import BaseModel

CellValue = str | int | float | date | bool | None
Row = tuple[CellValue, ...]
Isi = TypeVar("Isi")  # what a row is about


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


@dataclass(frozen=True)
class KepalaKolom:
    """The head of a column: its key as in the data and the JSON, what it holds, and what that means."""

    nama: str
    jenis: Jenis
    keterangan: str


@dataclass(frozen=True)
class Kolom(KepalaKolom, Generic[Isi]):
    """One column with its value in a row; None where there is none."""

    nilai: Callable[[Isi], CellValue]


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
    return tuple(tuple(item.nilai(about) for item in kolom) for about in isi)


def field_of(
    model: type[BaseModel], nama: str, nilai: Callable[[Isi], CellValue], jenis: Jenis = Jenis.TEKS, kunci: str | None = None
) -> Kolom[Isi]:
    """A column that is a field of a record, or a key of the published JSON: its own words say what it means. `kunci` is the
    key there, where the column is not called the same."""
    return Kolom(nama, jenis, model.model_fields[kunci or nama].description or "", nilai)


def joined(values: tuple[str, ...]) -> str | None:
    """Several values in one cell; None where there are none."""
    return " | ".join(values) or None
