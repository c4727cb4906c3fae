"""The date that every finding is about. It is read at the edge and handed down; no clock is read here."""

import re
from datetime import date, datetime

from zona.records.situs import ZonaWaktu


class UnreadableDate(ValueError):
    """The date that someone asked for is not a date; the message says how to write it."""


def read_per_tanggal(asked: str | None, *, now: datetime, zona_waktu: ZonaWaktu) -> date:
    """The date asked for (`YYYY-MM-DD`), else the day that `now` (with its time zone) falls on at the office."""
    if not asked:
        return now.astimezone(zona_waktu.tzinfo).date()
    try:
        return day_as_written(asked)
    except ValueError:
        raise UnreadableDate(f"per tanggal “{asked}” bukan tanggal; tulis tahun-bulan-hari, misalnya 2026-11-24") from None


def day_as_written(text: str) -> date:
    """The day of a text `YYYY-MM-DD`; raises `ValueError` for any other form, though it be in ISO 8601."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)
