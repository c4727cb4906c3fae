"""Roles of the office: who may record and verify, and until when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc, did_you_mean
from zona.records.reading.fields import Record, Teks

# Each role with its last day; None while it has not ended.
Peran = Mapping[str, date | None]


class PeranBerakhir(Record):
    """A role that has ended, or whose end is known. What it recorded in its time stays valid."""

    nama: Annotated[Teks, Field(description="Nama peran, seperti tertulis dalam catatan-catatannya.")]
    sampai: Annotated[date, Field(description="Hari terakhir peran itu berlaku.")]


def roles_of(peran: tuple[str | PeranBerakhir, ...]) -> dict[str, date | None]:
    """The roles of situs.yml with their last days. One that is named twice, as when its end was added below, has ended."""
    found: dict[str, date | None] = {item: None for item in peran if isinstance(item, str)}
    return found | {item.nama: item.sampai for item in peran if not isinstance(item, str)}


def open_on(peran: Peran, day: date) -> tuple[str, ...]:
    """The roles that may record on a day, in their order."""
    return tuple(name for name, sampai in peran.items() if sampai is None or day <= sampai)


def check_role(place: Loc, role: str | None, day: Callable[[], date], peran: Peran) -> Found:
    """A role that a record about a day names is one of the office's, and was open on that day. Nothing is checked without
    roles; `day` is asked only where it matters, as it may be a hole."""
    if role is None or not peran:
        return
    if role not in peran:
        yield Problem(place, f"peran “{role}” tidak ada dalam situs.yml", did_you_mean(role, peran))
    elif (sampai := peran[role]) and day() > sampai:
        hint = "pakai peran yang berlaku pada hari itu, atau betulkan sampai di situs.yml"
        yield Problem(place, f"peran “{role}” berakhir {sampai}", hint)
