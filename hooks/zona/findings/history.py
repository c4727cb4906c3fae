"""Which files of the data changed, by the office's days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, tzinfo

from zona.records.git_history import Komit, Riwayat
from zona.records.load import SKEMA


@dataclass(frozen=True)
class HariBerubah:
    """One day: whether each changed file was there before and is after it, by its path, and the commits, the oldest first."""

    tanggal: date
    berkas: dict[str, tuple[bool, bool]]
    komit: tuple[str, ...]


def days_of(riwayat: Riwayat, zone: tzinfo, per_tanggal: date) -> tuple[HariBerubah, ...]:
    """The days up to `per_tanggal` on which something changed, by the clock of `zone`, the newest first."""
    days: dict[date, list[Komit]] = {}
    for komit in reversed(riwayat.komit):
        days.setdefault(komit.waktu.astimezone(zone).date(), []).append(komit)
    found = (_day(day, days[day]) for day in sorted(days, reverse=True) if day <= per_tanggal)
    return tuple(day for day in found if day.berkas)


def _day(day: date, commits: list[Komit]) -> HariBerubah:
    """What a day's commits come to, without files that came and went. Schemas, which the project makes, are no data."""
    letters: dict[str, list[str]] = {}
    for komit in commits:
        for path, letter in komit.berkas.items():
            letters.setdefault(path, []).append(letter)
    files = {path: (own[0] != "A", own[-1] != "D") for path, own in sorted(letters.items()) if not path.startswith(f"{SKEMA}/")}
    changed = {path: ends for path, ends in files.items() if any(ends)}
    return HariBerubah(day, changed, tuple(komit.kode for komit in commits))
