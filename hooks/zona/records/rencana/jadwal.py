"""When an action is due: the annex's `target_waktu` in; periods, each with its deadline, out. The forms in which it is read are
`BENTUK`; anything else, or another year than the plan's, is `UnreadableTime`: an explicit `jadwal` has to say it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
BULAN_KE = {nama.lower(): nomor for nomor, nama in enumerate(BULAN, start=1)} | {"pebruari": 2, "nopember": 11}

POLA_PERIODE = r"^[0-9]{4}-((0[1-9]|1[0-2])(-sd-(0[1-9]|1[0-2]))?|TW[1-4])$"

# (form, what the public is told about it), in the order of the method page.
BENTUK = (
    ("Januari 2026", "satu bulan: jatuh tempo pada hari terakhir bulan itu"),
    ("Januari dan Juli 2026", "beberapa bulan: masing-masing jatuh tempo pada hari terakhirnya"),
    ("Bulanan 2026", "setiap bulan: dua belas tenggat, pada hari terakhir tiap bulan"),
    ("12 (dua belas) bulan", "sama dengan bulanan: dua belas tenggat"),
    ("Per Triwulan", "empat tenggat: akhir Maret, Juni, September, dan Desember"),
    ("Januari s.d Maret 2026", "satu rentang: satu tenggat, pada hari terakhir rentang itu"),
)

_YEAR = re.compile(r"\s+(?:tahun\s+)?((?:19|20)[0-9]{2})$")
_MONTHLY = re.compile(r"(?:bulanan|(?:setiap|tiap|per) bulan|12 (?:\(dua belas\) )?bulan)")
_QUARTERLY = re.compile(r"(?:(?:per|tiap|setiap) triwulan|triwulanan)")
_WINDOW = re.compile(r"(\w+)\s*(?:s\.d\.?|s/d|sd|sampai dengan|–|-)\s*(\w+)")
_AND = re.compile(r"\s*(?:,\s*(?:dan\s+)?|\s+dan\s+)\s*")


class UnreadableTime(ValueError):
    """The text of a `target_waktu` is not one of the known forms; the message says which part."""


@dataclass(frozen=True, order=True)
class Tenggat:
    """One period and the last day on which it is still in time."""

    tenggat: date
    periode: str


def read_target_waktu(text: str, tahun: int) -> tuple[Tenggat, ...]:
    """The periods of a printed `target_waktu` in a plan for `tahun`, in order of time. Raises `UnreadableTime`."""
    words = " ".join(text.lower().split())
    if year := _YEAR.search(words):
        if int(year[1]) != tahun:
            raise UnreadableTime(f"tahun {year[1]} bukan tahun rencana ({tahun})")
        words = words[: year.start()]
    if _MONTHLY.fullmatch(words):
        return tuple(tenggat_of(f"{tahun}-{bulan:02}") for bulan in range(1, 13))
    if _QUARTERLY.fullmatch(words):
        return tuple(tenggat_of(f"{tahun}-TW{n}") for n in range(1, 5))
    if window := _WINDOW.fullmatch(words):
        first, last = _bulan(window[1]), _bulan(window[2])
        if first >= last:
            raise UnreadableTime(f"rentang “{window[0]}” berakhir sebelum atau pada bulan mulainya")
        return (tenggat_of(f"{tahun}-{first:02}-sd-{last:02}"),)
    months = [_bulan(word) for word in _AND.split(words)]
    if months != sorted(set(months)):
        raise UnreadableTime("bulannya berulang atau tidak urut")
    return tuple(tenggat_of(f"{tahun}-{bulan:02}") for bulan in months)


def tenggat_of(periode: str) -> Tenggat:
    """The deadline that a period's code means: the last day of its last month. `2026-03`, `2026-TW1`, `2026-01-sd-03`."""
    tahun, last = int(periode[:4]), periode[-2:]
    bulan = int(last[-1]) * 3 if last.startswith("W") else int(last)
    return Tenggat(date(tahun, bulan, calendar.monthrange(tahun, bulan)[1]), periode)


def months_of(periode: str) -> range:
    """The months (1–12) that a period's code spans."""
    last = tenggat_of(periode).tenggat.month
    if "TW" in periode:
        return range(last - 2, last + 1)
    return range(int(periode[5:7]), last + 1)


def _bulan(word: str) -> int:
    if word not in BULAN_KE:
        raise UnreadableTime(f"“{word}” bukan nama bulan")
    return BULAN_KE[word]
