"""Roles of the office: who may record and verify, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from zona.records.reading.fields import Record, Teks


class PeranBerakhir(Record):
    """A role that has ended, or whose end is known. What it recorded in its time stays valid."""

    nama: Teks = Field(description="Nama peran, seperti tertulis dalam catatan-catatannya.")
    sampai: date = Field(description="Hari terakhir peran itu berlaku.")


def roles_of(peran: tuple[str | PeranBerakhir, ...]) -> dict[str, date | None]:
    """The roles of situs.yml with their last days, None while one has not ended. One that is named twice, as when its end was
    added below, has ended."""
    found: dict[str, date | None] = {item: None for item in peran if isinstance(item, str)}
    return found | {item.nama: item.sampai for item in peran if not isinstance(item, str)}


def open_on(peran: Mapping[str, date | None], day: date) -> tuple[str, ...]:
    """The roles that may record on a day, in their order."""
    return tuple(name for name, sampai in peran.items() if sampai is None or day <= sampai)
