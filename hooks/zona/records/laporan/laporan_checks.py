"""Rules that all yearly reports share: the year, dates, roles, codes of actions, personal data, answers to a questionnaire.

Each is a small generator of (place, what is wrong, what to write instead), and reads the file's plain values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeGuard

from zona.records.capaian.capaian_checks import Surroundings
from zona.records.peran import check_role
from zona.records.reading.personal_data import find_personal_data
from zona.records.reading.problems import did_you_mean
from zona.records.reading.yaml_reader import Loc
from zona.records.rencana.jadwal import months_of

Finding = tuple[Loc, str, str]

# Answers of fewer people point to them, where others know who was asked. The house's own rule, not one of the law.
RESPONDEN_PALING_SEDIKIT = 5

# Dates of what happened in the year; what was set before it, or holds beyond it, has other keys.
_DALAM_TAHUN = ("tanggal", "tanggal_mulai", "tanggal_selesai")
# Dates of what is still to come.
_NANTI = ("batas_waktu", "berlaku_sampai")

# Titles that stand before or behind a person's name, and never in a position.
_GELAR = re.compile(
    r"(?<!\w)(?:Bapak|Ibu(?! Kota)|Sdri?|Dr[sa]?|Ir|Hj|Prof)(?:\.|(?= [A-Z]))|(?<!\w)H\. ?[A-Z]"
    r"|(?:, ?[SM]\.? ?|(?<!\w)[SM]\. ?)(?:H|E|T|M|AP|IP|Kom|Pd|Sos|Si|Ak|STP|Hum)\.?(?!\w)"
)


def check_laporan(value: Any, tahun: int, around: Surroundings) -> Iterator[Finding]:
    """What every yearly report must keep to; `tahun` is the folder's."""
    if not isinstance(value, dict):
        return
    if isinstance(value.get("tahun"), int) and value["tahun"] != tahun:
        message = f"tahun {value['tahun']} berada di folder {tahun}"
        yield ("tahun",), message, f"tulis tahun: {tahun}, atau pindahkan berkasnya"
    diperbarui = value.get("diperbarui")
    if isinstance(diperbarui, date) and diperbarui < date(tahun, 1, 1):
        yield ("diperbarui",), f"diperbarui {diperbarui} mendahului tahun {tahun}", "tulis tanggal isinya terakhir diperbarui"
    for masalah, saran in check_role(value.get("dicatat_oleh"), diperbarui, around.peran):
        yield ("dicatat_oleh",), masalah, saran
    for loc, part in leaves(value, ()):
        key = next((str(word) for word in reversed(loc) if isinstance(word, str)), "")
        if isinstance(part, date):
            yield from _date(loc, key, part, tahun, diperbarui)
        elif isinstance(part, str):
            yield from _text(loc, key, part, around)


def leaves(value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Every single value in the file with its place, in the file's order."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*loc, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from leaves(part, (*loc, index))
    else:
        yield loc, value


def _date(loc: Loc, key: str, day: date, tahun: int, diperbarui: Any) -> Iterator[Finding]:
    if key in _DALAM_TAHUN and day.year != tahun:
        yield loc, f"{key} {day} bukan tahun {tahun}", f"tulis tanggal dalam {tahun}, atau pindahkan ke folder tahunnya"
    elif key not in _NANTI and isinstance(diperbarui, date) and day > diperbarui:
        yield loc, f"{key} {day} sesudah berkas diperbarui ({diperbarui})", "betulkan salah satu tanggalnya"


def _text(loc: Loc, key: str, text: str, around: Surroundings) -> Iterator[Finding]:
    if key == "aksi" and around.periode and text not in around.periode:
        yield loc, f"aksi “{text}” tidak ada dalam rencana", did_you_mean(text, around.periode)
    if key == "jabatan_terkait" and _GELAR.search(text):
        yield loc, "jabatan_terkait tampaknya memuat nama orang", "tulis jabatannya saja, tanpa nama dan gelar"
    for masalah in find_personal_data(text, allowed=around.kontak_resmi):
        yield loc, masalah, "hapus; data pribadi tidak boleh dipublikasikan"


def items(value: Any, key: str, loc: Loc = ()) -> Iterator[tuple[Loc, dict[str, Any]]]:
    """The entries of a list that the file has under a key, with their places; what is no entry is left out."""
    found = value.get(key) if isinstance(value, dict) else None
    for index, item in enumerate(found if isinstance(found, tuple) else ()):
        if isinstance(item, dict):
            yield (*loc, key, index), item


def not_before(value: dict[str, Any], later: str, earlier: str, loc: Loc = ()) -> Iterator[Finding]:
    """One date of an entry may not lie before another."""
    last, first = value.get(later), value.get(earlier)
    if isinstance(last, date) and isinstance(first, date) and last < first:
        yield (*loc, later), f"{later} {last} mendahului {earlier} ({first})", "periksa kedua tanggal itu"


def not_more(value: dict[str, Any], parts: tuple[str, ...], whole: str, loc: Loc = ()) -> Iterator[Finding]:
    """Counts of an entry, added, may not be more than another of its counts."""
    known = [number for number in map(value.get, parts) if _counts(number)]
    most = value.get(whole)
    if len(known) == len(parts) and _counts(most) and sum(known) > most:
        written = " + ".join(f"{key} {number}" for key, number in zip(parts, known, strict=True))
        yield (*loc, parts[0]), f"{written} melebihi {whole} {most}", "periksa angka-angka itu"


def begun(value: Any, loc: Loc, periode: str) -> Iterator[Finding]:
    """A period of the year had begun when the file was last updated: nothing is counted ahead of time."""
    diperbarui = value.get("diperbarui")
    first = date(int(periode[:4]), months_of(periode)[0], 1)
    if isinstance(diperbarui, date) and diperbarui < first:
        hint = "betulkan periodenya, atau tanggal diperbarui"
        yield (*loc, "periode"), f"periode {periode} belum mulai saat berkas diperbarui ({diperbarui})", hint


def once(entries: Iterator[tuple[Loc, dict[str, Any]]], key: str) -> Iterator[Finding]:
    """No two entries have the same value under a key."""
    seen: set[Any] = set()
    for loc, item in entries:
        if isinstance(item.get(key), str):
            if item[key] in seen:
                yield (*loc, key), f"{key} “{item[key]}” ditulis dua kali", f"tiap {key} cukup sekali"
            seen.add(item[key])


def check_nilai(value: dict[str, Any], loc: Loc, skala: int, unsur: tuple[str, ...] | None) -> Iterator[Finding]:
    """The answers of a questionnaire: enough people, every element once, counts that fit the scale 1–`skala`.

    `unsur` are the keys that there must be; None where the questionnaire's own items are free.
    """
    responden = value.get("responden")
    if _counts(responden) and 1 <= responden < RESPONDEN_PALING_SEDIKIT:
        least = f"paling sedikit {RESPONDEN_PALING_SEDIKIT} orang, supaya jawaban orang tidak dikenali"
        yield (*loc, "responden"), f"hanya {responden} responden", f"{least}; gabungkan dengan survei berikutnya"
    found = list(items(value, "nilai", loc))
    yield from once(iter(found), "unsur")
    for place, item in found:
        if unsur is not None and isinstance(item.get("unsur"), str) and item["unsur"] not in unsur:
            hint = did_you_mean(item["unsur"], unsur)
            yield (*place, "unsur"), f"unsur “{item['unsur']}” tidak dikenal dalam survei ini", hint
        yield from _answers(item, place, skala, responden)
    missing = [key for key in unsur or () if key not in [item.get("unsur") for _, item in found]]
    if found and missing:
        yield (*loc, "nilai"), f"unsur belum lengkap: {', '.join(missing)}", "tulis semua unsur, masing-masing sekali"


def _answers(item: dict[str, Any], loc: Loc, skala: int, responden: Any) -> Iterator[Finding]:
    jawaban, jumlah, penjawab = item.get("jawaban"), item.get("jumlah_nilai"), item.get("penjawab")
    key = "penjawab"
    if isinstance(jawaban, tuple):
        if len(jawaban) != skala:
            example = ", ".join("…" for _ in range(skala))
            yield (
                (*loc, "jawaban"),
                f"jawaban berisi {len(jawaban)} angka, bukan {skala}",
                f"tulis [{example}] untuk nilai 1–{skala}",
            )
            return
        key, penjawab = "jawaban", sum(jawaban) if all(_counts(number) for number in jawaban) else None
    if not _counts(penjawab):
        return
    if penjawab == 0:
        yield (*loc, key), "tidak seorang pun menjawab unsur ini", "periksa angkanya; unsur tanpa jawaban tidak bisa dihitung"
    elif _counts(responden) and penjawab > responden:
        yield (*loc, key), f"penjawab {penjawab} melebihi responden {responden}", "periksa kedua angka itu"
    elif _counts(jumlah) and not penjawab <= jumlah <= skala * penjawab:
        most = f"{penjawab} penjawab memberi jumlah {penjawab} sampai {skala * penjawab}"
        yield (*loc, "jumlah_nilai"), f"jumlah_nilai {jumlah} tidak mungkin", most


def _counts(value: Any) -> TypeGuard[int]:
    """Whether it is a number of things, as far as a check can use it."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
