"""The rules of status a second time, counted from the records that a site publishes, with no code of the site."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from recount.published_page import Element, read_page

TAHUN = 2026
KEADAAN = ("terpenuhi", "menunggu_verifikasi", "berjalan", "terlambat", "belum_dilaporkan", "belum_jatuh_tempo")
KEADAAN_AKSI = ("selesai", *KEADAAN[1:], "tanpa_tenggat")
BERAT = ("terlambat", "belum_dilaporkan", "menunggu_verifikasi")
LEWAT = ("terlambat", "belum_dilaporkan")
BULAN = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
PENDEK = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
Key = tuple[str, str]


@dataclass(frozen=True)
class Terbitan:
    """One built site: its folder, its two JSON files, and whether its data are a sample."""

    root: Path
    contoh: bool
    capaian: dict[str, Any]
    ringkasan: dict[str, Any]

    @property
    def periode(self) -> list[dict[str, Any]]:
        return self.capaian["periode"]

    @property
    def catatan(self) -> list[dict[str, Any]]:
        return self.capaian["catatan_capaian"]

    @property
    def per_tanggal(self) -> date:
        return date.fromisoformat(self.capaian["per_tanggal"])

    def page(self, address: str) -> Element:
        return read_page(self.root / address / "index.html")


def group_of(kode: str) -> str:
    return kode.partition(".")[0]


def day_of(item: dict[str, Any]) -> str | None:
    """The day from which a record counts as verified; None where another role has not verified it."""
    found = item["verifikasi"]
    return found["tanggal"] if found and found["oleh"] != item["dicatat_oleh"] else None


def gone(catatan: list[dict[str, Any]], known: dict[str, dict[str, Any]]) -> set[str]:
    """The names of the records that these correct or withdraw, and of those that those did."""
    found: set[str] = set()
    for item in catatan:
        name = item["mengoreksi"] or item["mencabut"]
        while name in known and name not in found:
            found.add(name)
            name = known[name]["mengoreksi"] or known[name]["mencabut"]
    return found


def deciding(catatan: list[dict[str, Any]], day: date) -> tuple[dict[str, Any] | None, bool]:
    """Of a period's records: the one that says how it stood on a day, and whether it was fulfilled."""
    known = {item["berkas"].rpartition("/")[2]: item for item in catatan if item["tanggal"] <= day.isoformat()}
    order = sorted(known, key=lambda name: (known[name]["tanggal"], bool(known[name]["alasan"]), name))
    verified = [name for name in order if (since := day_of(known[name])) and since <= day.isoformat()]
    standing = [name for name in verified if name not in gone([known[other] for other in verified], known)]
    if standing and is_done(known[standing[-1]]):
        return known[standing[-1]], True
    latest = [name for name in order if name not in gone(list(known.values()), known)]
    return (known[latest[-1]] if latest else None), False


def is_done(item: dict[str, Any]) -> bool:
    return item["hasil"] == "selesai" and bool(item["bukti"])


def state(catatan: list[dict[str, Any]], tenggat: str, day: date) -> str:
    """What a period's records make of it on a day."""
    passed = tenggat < day.isoformat()
    item, fulfilled = deciding(catatan, day)
    if fulfilled:
        return "terpenuhi"
    if item is None:
        return "belum_dilaporkan" if passed else "belum_jatuh_tempo"
    if is_done(item):
        return "menunggu_verifikasi"
    return "terlambat" if passed else "berjalan"


def by_period(catatan: list[dict[str, Any]]) -> dict[Key, list[dict[str, Any]]]:
    own: dict[Key, list[dict[str, Any]]] = {}
    for item in catatan:
        own.setdefault((item["aksi"], item["periode"]), []).append(item)
    return own


def deciding_records(catatan: list[dict[str, Any]], day: date) -> dict[Key, dict[str, Any]]:
    """The record that says how each period stood on a day, of those that have one."""
    found = {key: deciding(own, day)[0] for key, own in by_period(catatan).items()}
    return {key: item for key, item in found.items() if item}


def standing(catatan: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records in whose place no other stands: of the verified ones, those that no verified one corrects or withdraws."""
    names = {item["mengoreksi"] or item["mencabut"]: item for item in catatan}
    after = [(item, names.get(item["berkas"].rpartition("/")[2])) for item in catatan]
    return [item for item, other in after if not other or (item["verifikasi"] and not other["verifikasi"])]


def states(terbitan: Terbitan, day: date) -> list[str]:
    """Every period's state on a day, counted from the published records."""
    own = by_period(terbitan.catatan)
    return [state(own.get((item["aksi"], item["periode"]), []), item["tenggat"], day) for item in terbitan.periode]


def state_of_action(of_periods: list[str]) -> str:
    if all(item == "terpenuhi" for item in of_periods):
        return "selesai"
    if all(item == "belum_jatuh_tempo" for item in of_periods):
        return "belum_jatuh_tempo"
    return next((item for item in BERAT if item in of_periods), "berjalan")


def states_of_actions(periods: Iterable[dict[str, Any]]) -> dict[str, int]:
    actions: dict[str, list[str]] = {}
    for item in periods:
        actions.setdefault(item["aksi"], []).append(item["keadaan"])
    return tally(map(state_of_action, actions.values()), KEADAAN_AKSI)


def tally(found: Iterable[str], order: tuple[str, ...] = KEADAAN) -> dict[str, int]:
    counts = Counter(found)
    assert set(counts) <= set(order)
    return {item: counts[item] for item in order}


def tenths(part: int, whole: int) -> int | None:
    """A percentage in tenths, cut."""
    return part * 1000 // whole if whole else None


def percent_text(part: int, whole: int) -> str:
    """A percentage as a page writes it: 58,9% – 58% – and a dash where there is nothing to count."""
    found = tenths(part, whole)
    if found is None:
        return "–"
    return f"{found // 10},{found % 10}%" if found % 10 else f"{found // 10}%"


def counts(periods: list[dict[str, Any]], day: date) -> dict[str, Any]:
    """What `ringkasan.json` must say of these periods on a day."""
    due = [item["keadaan"] for item in periods if item["tenggat"] < day.isoformat()]
    found = tally(item["keadaan"] for item in periods)
    semua, jatuh = tenths(found["terpenuhi"], len(periods)), tenths(due.count("terpenuhi"), len(due))
    return {
        "hitungan_periode": {
            "jumlah": len(periods),
            "jatuh_tempo": len(due),
            "terpenuhi_jatuh_tempo": due.count("terpenuhi"),
            "keadaan": found,
        },
        "persen_semua": None if semua is None else semua / 10,
        "persen_jatuh_tempo": None if jatuh is None else jatuh / 10,
    }


def month_ends() -> list[date]:
    return [date(TAHUN, month, calendar.monthrange(TAHUN, month)[1]) for month in range(1, 13)]


def series(terbitan: Terbitan) -> list[dict[str, Any]]:
    """Planned against actual at each month's end; nothing for months that have not begun."""
    return [
        {
            "bulan": end.month,
            "rencana": sum(item["tenggat"] <= end.isoformat() for item in terbitan.periode),
            "kenyataan": states(terbitan, min(end, terbitan.per_tanggal)).count("terpenuhi")
            if end.replace(day=1) <= terbitan.per_tanggal
            else None,
        }
        for end in month_ends()
    ]


def groups(terbitan: Terbitan) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for item in terbitan.periode:
        found.setdefault(group_of(item["aksi"]), []).append(item)
    return found


def short(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{found.day} {PENDEK[found.month - 1]} {found.year}"


def period_name(kode: str) -> str:
    """`2026-TW3` → Triwulan III 2026; `2026-01-sd-03` → Januari s.d. Maret 2026."""
    tahun, first, *last = kode.split("-")
    if first.startswith("TW"):
        return f"Triwulan {['I', 'II', 'III', 'IV'][int(first[2]) - 1]} {tahun}"
    return " s.d. ".join(BULAN[int(item) - 1] for item in (first, *last[1:])) + f" {tahun}"
