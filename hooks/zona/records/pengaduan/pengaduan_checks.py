"""Rules about complaint counts: within a month's file, and from one month to the next.

Each check is a small generator of (place, what is wrong, what to write instead).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, TypeGuard

from zona.records.capaian.capaian_checks import Finding
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.peran import Peran, check_role
from zona.records.reading.personal_data import find_personal_data
from zona.records.rencana.jadwal import BULAN

# A number of complaints or people in prose would tell what the tables hide.
_NUMBER = r"(?:[0-9]+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?: \([a-z ]+\))?"
_COUNTED = r"(?:buah |orang |kali )?(?:pengaduan|aduan|laporan|keluhan|pengadu|pelapor|orang|warga|dumas)"
_TOLD = re.compile(rf"(?<![\w.,])(?:{_NUMBER} {_COUNTED}|sebuah (?:pengaduan|aduan)|seorang)\b", re.IGNORECASE)


@dataclass(frozen=True)
class PengaduanSurroundings:
    """What a month is checked against."""

    tahun: int
    peran: Peran
    kontak_resmi: tuple[str, ...]


def check_pengaduan(value: Any, nama: str, around: PengaduanSurroundings) -> Iterator[Finding]:
    """Everything about one month; `nama` is its file's name."""
    if not isinstance(value, dict):
        return
    yield from _file_name(value, nama, around.tahun)
    yield from _sums(value)
    yield from _durations(value)
    yield from _texts(value, around)


def _file_name(value: dict[str, Any], nama: str, tahun: int) -> Iterator[Finding]:
    bulan, due = value.get("bulan"), f"{tahun}-{nama.removesuffix('.yml')}"
    if isinstance(bulan, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}", bulan) and bulan != due:
        yield ("bulan",), f"bulan {bulan} berada di berkas {tahun}/pengaduan/{nama}", f"tulis bulan: {due}, atau pindahkan"


def _sums(value: dict[str, Any]) -> Iterator[Finding]:
    """Both ways of telling what came in agree; the stages add up."""
    kanal, kategori = _total(_part(value, "masuk", "kanal")), _total(_part(value, "masuk", "kategori"))
    if kanal is None or kategori is None:
        return
    if kanal != kategori:
        yield (
            ("masuk", "kategori"),
            f"menurut kategori ada {kategori} pengaduan masuk, menurut kanal {kanal}",
            "samakan: tiap pengaduan dihitung satu kali di kanal dan satu kali di kategori",
        )
        return
    names = ("sisa_bulan_lalu", "tidak_ditindaklanjuti", "harus_ditindaklanjuti", "diproses", "selesai")
    counts = [count for name in names if _is_count(count := value.get(name, 0 if name == "tidak_ditindaklanjuti" else None))]
    if len(counts) < len(names):
        return
    sisa, tidak, harus, diproses, selesai = counts
    if sisa + kanal != tidak + harus:
        yield (
            ("harus_ditindaklanjuti",),
            f"sisa bulan lalu {sisa} + masuk {kanal} tidak sama dengan tidak ditindaklanjuti {tidak} + harus {harus}",
            f"harus_ditindaklanjuti semestinya {sisa} + {kanal} - {tidak} = {sisa + kanal - tidak}; betulkan yang keliru",
        )
    if harus != diproses + selesai:
        yield (
            ("selesai",),
            f"harus ditindaklanjuti {harus} tidak sama dengan diproses {diproses} + selesai {selesai}",
            f"jumlah diproses dan selesai semestinya {harus}; betulkan yang keliru",
        )


def _durations(value: dict[str, Any]) -> Iterator[Finding]:
    lama, selesai = value.get("lama_selesai"), value.get("selesai")
    if isinstance(lama, tuple) and _is_count(selesai) and len(lama) != selesai:
        yield (
            ("lama_selesai",),
            f"ada {len(lama)} lama penyelesaian untuk {selesai} pengaduan yang selesai",
            "tulis satu angka hari kerja untuk tiap pengaduan yang selesai, atau hapus barisnya bila tidak dicatat",
        )


def _first_day(bulan: Any) -> date | None:
    """The first day of the month: it is reported after its end, perhaps by a role that ended within it."""
    try:
        return date.fromisoformat(f"{bulan}-01")
    except ValueError:
        return None


def _texts(value: dict[str, Any], around: PengaduanSurroundings) -> Iterator[Finding]:
    role = value.get("dicatat_oleh")
    for masalah, saran in check_role(role, _first_day(value.get("bulan")), around.peran):
        yield ("dicatat_oleh",), masalah, saran
    texts = value.get("tindak_lanjut")
    places = [(("tindak_lanjut", index), text) for index, text in enumerate(texts if isinstance(texts, tuple) else ())]
    for loc, text in [(("dicatat_oleh",), role), *places]:
        if isinstance(text, str):
            for masalah in find_personal_data(text, allowed=around.kontak_resmi):
                yield loc, masalah, "hapus; data pribadi tidak boleh dipublikasikan"
    for loc, text in places:
        if isinstance(text, str) and (told := _TOLD.search(text)):
            yield loc, f"“{told[0]}” menyebut banyaknya pengaduan atau orang", "tulis perbaikannya saja, tanpa jumlah"


def _part(value: dict[str, Any], *keys: str) -> dict[str, Any] | None:
    """A mapping below these keys; empty where it is left out, None where something else stands there."""
    found: Any = value
    for key in keys:
        found = found.get(key, {}) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None


def _is_count(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _total(part: dict[str, Any] | None) -> int | None:
    """The sum, or None where something is no count: that is reported by the validation of the file."""
    counts = [item for item in part.values() if _is_count(item)] if part is not None else []
    return sum(counts) if part is not None and len(counts) == len(part) else None


def broken_chains(months: list[tuple[str, PengaduanBulan]]) -> Iterator[tuple[str, str, str]]:
    """The months, given as (path, month) in order of time, whose carry-over is not what the month before left.

    A month without a file breaks the chain: what follows it can't be compared, and pages show the gap.
    """
    for (before_path, before), (path, month) in pairwise(months):
        if follows(before.bulan, month.bulan) and month.sisa_bulan_lalu != before.diproses:
            nama = f"{BULAN[int(before.bulan[5:]) - 1]} {before.bulan[:4]}"
            yield (
                path,
                f"sisa bulan lalu {month.sisa_bulan_lalu}, padahal pada akhir {nama} masih diproses {before.diproses}",
                f"samakan dengan “diproses” di {before_path}, atau betulkan berkas itu",
            )


def follows(before: str, after: str) -> bool:
    """Whether a month (2026-12) is directly followed by another (2027-01)."""
    first, second = (int(item[:4]) * 12 + int(item[5:]) for item in (before, after))
    return second == first + 1
