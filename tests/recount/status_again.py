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
KEADAAN_AKSI = ("selesai", *KEADAAN[1:])
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


def deciding(catatan: list[dict[str, Any]], day: date) -> dict[Key, dict[str, Any]]:
    """The last record of each period up to a day."""
    found = {}
    for item in sorted(catatan, key=lambda item: (item["tanggal"], len(item["berkas"]), item["berkas"])):
        if item["tanggal"] <= day.isoformat():
            found[(item["aksi"], item["periode"])] = item
    return found


def state(item: dict[str, Any] | None, tenggat: str, day: date) -> str:
    """What a deciding record makes of its period on a day."""
    passed = tenggat < day.isoformat()
    if item is None:
        return "belum_dilaporkan" if passed else "belum_jatuh_tempo"
    if item["hasil"] == "selesai" and item["bukti"]:
        return "menunggu_verifikasi" if item["diverifikasi_oleh"] in (None, item["dicatat_oleh"]) else "terpenuhi"
    return "terlambat" if passed else "berjalan"


def states(terbitan: Terbitan, day: date) -> list[str]:
    """Every period's state on a day, counted from the published records."""
    last = deciding(terbitan.catatan, day)
    return [state(last.get((item["aksi"], item["periode"])), item["tenggat"], day) for item in terbitan.periode]


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
    last = deciding(terbitan.catatan, terbitan.per_tanggal)
    done = [last[(item["aksi"], item["periode"])]["tanggal"] for item in terbitan.periode if item["keadaan"] == "terpenuhi"]
    return [
        {
            "bulan": end.month,
            "rencana": sum(item["tenggat"] <= end.isoformat() for item in terbitan.periode),
            "kenyataan": sum(day <= end.isoformat() for day in done) if end.replace(day=1) <= terbitan.per_tanggal else None,
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
