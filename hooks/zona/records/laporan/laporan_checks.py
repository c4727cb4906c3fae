"""Rules that all yearly reports share: the year, dates, roles, codes of actions, personal data, answers to a questionnaire.

Each is a small generator of problems, over a report that may have holes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from pydantic import BaseModel

from zona.problems import Problem
from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Laporan, Nilai
from zona.records.peran import check_role
from zona.records.reading.data_error import Found, Loc, did_you_mean
from zona.records.reading.holes import each, given, rules, walk
from zona.records.reading.personal_data import personal_data
from zona.records.rencana.jadwal import months_of
from zona.records.rencana.rencana_checks import check_year

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


class Answered(Protocol):
    """What has answers to a questionnaire."""

    @property
    def responden(self) -> int:
        """How many people answered."""

    @property
    def nilai(self) -> tuple[Nilai, ...]:
        """The answers to each question."""


def check_laporan(laporan: Laporan, tahun: int, around: Surroundings) -> Found:
    """What every yearly report must keep to; `tahun` is the folder's."""
    yield from rules(check_year(laporan, tahun), _updated(laporan, tahun), _recorder(laporan, around))
    for loc, part in walk(laporan):
        key = next((str(word) for word in reversed(loc) if isinstance(word, str)), "")
        if isinstance(part, date):
            yield from rules(_date(loc, key, part, tahun, laporan))
        elif isinstance(part, str):
            yield from _text(loc, key, part, around)


def _updated(laporan: Laporan, tahun: int) -> Found:
    if laporan.diperbarui < date(tahun, 1, 1):
        masalah = f"diperbarui {laporan.diperbarui} mendahului tahun {tahun}"
        yield Problem(("diperbarui",), masalah, "tulis tanggal isinya terakhir diperbarui")


def _recorder(laporan: Laporan, around: Surroundings) -> Found:
    yield from check_role(("dicatat_oleh",), laporan.dicatat_oleh, lambda: laporan.diperbarui, around.peran)


def _date(loc: Loc, key: str, day: date, tahun: int, laporan: Laporan) -> Found:
    if key in _DALAM_TAHUN and day.year != tahun:
        hint = f"tulis tanggal dalam {tahun}, atau pindahkan ke folder tahunnya"
        yield Problem(loc, f"{key} {day} bukan tahun {tahun}", hint)
    elif key not in _NANTI and day > laporan.diperbarui:
        masalah = f"{key} {day} sesudah berkas diperbarui ({laporan.diperbarui})"
        yield Problem(loc, masalah, "betulkan salah satu tanggalnya")


def _text(loc: Loc, key: str, text: str, around: Surroundings) -> Found:
    if key == "aksi" and around.periode and text not in around.periode:
        yield Problem(loc, f"aksi “{text}” tidak ada dalam rencana", did_you_mean(text, around.periode))
    if key == "jabatan_terkait" and _GELAR.search(text):
        masalah = "jabatan_terkait tampaknya memuat nama orang"
        yield Problem(loc, masalah, "tulis jabatannya saja, tanpa nama dan gelar")
    yield from personal_data(loc, text, around.kontak_resmi)


def not_before(entry: BaseModel, later: str, earlier: str, loc: Loc = ()) -> Found:
    """One date of an entry may not lie before another."""
    last: date | None = getattr(entry, later)
    first: date | None = getattr(entry, earlier)
    if last and first and last < first:
        yield Problem((*loc, later), f"{later} {last} mendahului {earlier} ({first})", "periksa kedua tanggal itu")


def not_more(entry: BaseModel, parts: tuple[str, ...], whole: str, loc: Loc = ()) -> Found:
    """Counts of an entry, added, may not be more than another of its counts."""
    counts: dict[str, int] = {key: getattr(entry, key) for key in (*parts, whole)}
    if sum(counts[key] for key in parts) > counts[whole]:
        written = " + ".join(f"{key} {counts[key]}" for key in parts)
        yield Problem((*loc, parts[0]), f"{written} melebihi {whole} {counts[whole]}", "periksa angka-angka itu")


def begun(laporan: Laporan, loc: Loc, periode: str) -> Found:
    """A period of the year had begun when the file was last updated: nothing is counted ahead of time."""
    if laporan.diperbarui < date(int(periode[:4]), months_of(periode)[0], 1):
        masalah = f"periode {periode} belum mulai saat berkas diperbarui ({laporan.diperbarui})"
        yield Problem((*loc, "periode"), masalah, "betulkan periodenya, atau tanggal diperbarui")


def once(entries: Iterable[tuple[Loc, BaseModel]], key: str) -> Found:
    """No two entries have the same value under a key."""
    seen: set[str] = set()
    for loc, item in entries:
        value = given(item, key, "")
        if value and value in seen:
            yield Problem((*loc, key), f"{key} “{value}” ditulis dua kali", f"tiap {key} cukup sekali")
        seen.add(value)


def check_nilai(kuesioner: Answered, loc: Loc, skala: int, unsur: tuple[str, ...] | None) -> Found:
    """The answers of a questionnaire: enough people, every element once, counts that fit the scale 1–`skala`.

    `unsur` are the keys that there must be; None where the questionnaire's own items are free.
    """
    entries = list(each(kuesioner.nilai, *loc, "nilai"))
    yield from rules(_few(kuesioner, loc), once(entries, "unsur"))
    for place, item in entries:
        yield from rules(_unsur(item, place, unsur), _answers(item, place, skala, kuesioner))
    missing = {*(unsur or ())} - {given(item, "unsur", "") for _, item in entries}
    if missing:
        names = ", ".join(key for key in unsur or () if key in missing)
        yield Problem((*loc, "nilai"), f"unsur belum lengkap: {names}", "tulis semua unsur, masing-masing sekali")


def _few(kuesioner: Answered, loc: Loc) -> Found:
    if 1 <= kuesioner.responden < RESPONDEN_PALING_SEDIKIT:
        least = f"paling sedikit {RESPONDEN_PALING_SEDIKIT} orang, supaya jawaban orang tidak dikenali"
        masalah = f"hanya {kuesioner.responden} responden"
        yield Problem((*loc, "responden"), masalah, f"{least}; gabungkan dengan survei berikutnya")


def _unsur(item: Nilai, loc: Loc, unsur: tuple[str, ...] | None) -> Found:
    if unsur is not None and item.unsur not in unsur:
        masalah = f"unsur “{item.unsur}” tidak dikenal dalam survei ini"
        yield Problem((*loc, "unsur"), masalah, did_you_mean(item.unsur, unsur))


def _answers(item: Nilai, loc: Loc, skala: int, kuesioner: Answered) -> Found:
    jawaban, penjawab = item.jawaban, item.penjawab
    if jawaban is not None and len(jawaban) != skala:
        masalah = f"jawaban berisi {len(jawaban)} angka, bukan {skala}"
        yield Problem((*loc, "jawaban"), masalah, f"tulis [{', '.join('…' for _ in range(skala))}] untuk nilai 1–{skala}")
        return
    key = "penjawab" if jawaban is None else "jawaban"
    penjawab = penjawab if jawaban is None else sum(jawaban)
    if penjawab is None:  # neither form is whole: the model says so
        return
    if penjawab == 0:
        hint = "periksa angkanya; unsur tanpa jawaban tidak bisa dihitung"
        yield Problem((*loc, key), "tidak seorang pun menjawab unsur ini", hint)
    elif penjawab > kuesioner.responden:
        masalah = f"penjawab {penjawab} melebihi responden {kuesioner.responden}"
        yield Problem((*loc, key), masalah, "periksa kedua angka itu")
    elif item.jumlah_nilai is not None and not penjawab <= item.jumlah_nilai <= skala * penjawab:
        most = f"{penjawab} penjawab memberi jumlah {penjawab} sampai {skala * penjawab}"
        yield Problem((*loc, "jumlah_nilai"), f"jumlah_nilai {item.jumlah_nilai} tidak mungkin", most)
