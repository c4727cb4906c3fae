"""What a table for downloads is: columns with their kind, meaning and value, rows of plain values, and how tables refer to
each other. `tabel_*.py` make the tables of each subject, `tabel_tahun.py` gathers them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel

CellValue = str | int | float | date | bool | None
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
class Kolom(Generic[Isi]):
    """One column: its key as in the data and the JSON, what it holds, what that means, and its value in a row; None where
    there is none."""

    nama: str
    jenis: Jenis
    keterangan: str
    nilai: Callable[[Isi], CellValue]


@dataclass(frozen=True)
class Rujukan:
    """Columns whose values stand in a row of another table, in the columns that are its key."""

    kolom: tuple[str, ...]
    tabel: str
    kunci: tuple[str, ...]


@dataclass(frozen=True)
class Tabel(Generic[Isi]):
    """One table of a year. Its name is the file's name; `isi` is what its rows are about. `kunci` are the columns that no
    two rows have the same values in; `kosong` is what is said where there are no rows; `bagian` is the heading that it stands
    under on the page."""

    nama: str
    judul: str
    keterangan: str
    kolom: tuple[Kolom[Isi], ...]
    isi: tuple[Isi, ...]
    kunci: tuple[str, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    kosong: str = "Belum ada."
    bagian: str = field(kw_only=True)

    @cached_property
    def baris(self) -> tuple[tuple[CellValue, ...], ...]:
        """The rows, with one value for each column."""
        return tuple(tuple(kolom.nilai(item) for kolom in self.kolom) for item in self.isi)


def field_of(
    model: type[BaseModel], nama: str, nilai: Callable[[Isi], CellValue], jenis: Jenis = Jenis.TEKS, kunci: str | None = None
) -> Kolom[Isi]:
    """A column that is a field of a record, or a key of the published JSON: its own words say what it means. `kunci` is the
    key there, where the column is not called the same."""
    return Kolom(nama, jenis, model.model_fields[kunci or nama].description or "", nilai)


def joined(values: tuple[str, ...]) -> str | None:
    """Several values in one cell; None where there are none."""
    return " | ".join(values) or None
