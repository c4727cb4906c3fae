"""What a single value can't show: rules between the parts of a decree or a plan, and between them and their folder.

Each check is a small generator of problems over a record that may have holes, so that one malformed row hides nothing that is
wrong with the others.
"""

from __future__ import annotations

import re
from typing import Protocol

from pydantic import BaseModel

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc, did_you_mean, quoted
from zona.records.reading.holes import each, given, is_whole, rules, walk
from zona.records.rencana.catatan import Bercatatan, Catatan
from zona.records.rencana.jadwal import tenggat_of
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.kode import roman, successors
from zona.records.rencana.rencana_aksi import Aksi, Jadwal, Kelompok, RencanaAksi


class OfYear(Protocol):
    """A record that says which year it is of."""

    @property
    def tahun(self) -> int:
        """The year."""


def check_keputusan(keputusan: Keputusan, folder: int) -> Found:
    """Everything about one year's decree."""
    return rules(check_year(keputusan, folder), _all_notes(keputusan))


def check_rencana_aksi(rencana: RencanaAksi, folder: int) -> Found:
    """Everything about one year's annex."""
    yield from rules(check_year(rencana, folder), _all_notes(rencana), _kelompok_in_order(rencana))
    for loc, kelompok in each(rencana.kelompok, "kelompok"):
        yield from rules(_aksi_in_order(kelompok, loc))
        if given(rencana, "tahun", 0) == folder:  # times are read for the plan's own year
            yield from rules(_schedules(kelompok, folder, loc))


def check_year(record: OfYear, folder: int) -> Found:
    """A record lies in the folder of its year."""
    if record.tahun != folder:
        hint = f"tulis tahun: {folder}, atau pindahkan berkasnya"
        yield Problem(("tahun",), f"tahun {record.tahun} berada di folder {folder}", hint)


def _kelompok_in_order(rencana: RencanaAksi) -> Found:
    for number, (loc, kelompok) in enumerate(each(rencana.kelompok, "kelompok"), start=1):
        due = roman(number)
        kode = given(kelompok, "kode", due)
        if kode != due:
            nth = f"kelompok ke-{number}"
            yield Problem((*loc, "kode"), f"{nth} berkode “{kode}”, tidak urut", f"{nth} harus berkode {due}")


def _aksi_in_order(kelompok: Kelompok, loc: Loc) -> Found:
    """Rows belong to their group, appear once, and are numbered without a gap; one slip is reported once."""
    before, seen = "", set[str]()
    for place, row in each(kelompok.aksi, *loc, "aksi"):
        kode = given(row, "kode", "")
        in_group = kode.startswith(f"{kelompok.kode}.")
        if kode and not in_group:
            hint = f"awali kodenya dengan {kelompok.kode}."
            yield Problem((*place, "kode"), f"aksi “{kode}” berada di kelompok {kelompok.kode}", hint)
        elif kode in seen:
            yield Problem((*place, "kode"), f"kode aksi “{kode}” dipakai dua kali", "beri tiap baris kodenya sendiri")
        elif kode:
            yield from _follows(kode, before, kelompok.kode, place)
        before = kode if in_group else ""
        seen |= {before} - {""}


def _follows(kode: str, before: str, kelompok: str, place: Loc) -> Found:
    """A row's code is one that may follow the row above; after one that is not valid, or in another group, any may."""
    first = (f"{kelompok}.1", f"{kelompok}.1.a")
    if place[-1] == 0 and kode not in first:
        yield Problem((*place, "kode"), f"kelompok dimulai dengan “{kode}”", f"mulai dengan {' atau '.join(first)}")
    elif before and kode not in successors(before):
        hint = f"setelah {before} harus {' atau '.join(successors(before))}"
        yield Problem((*place, "kode"), f"setelah “{before}” datang “{kode}”", hint)


def _schedules(kelompok: Kelompok, tahun: int, loc: Loc) -> Found:
    for place, aksi in each(kelompok.aksi, *loc, "aksi"):
        if is_whole(aksi):
            yield from _printed_time(aksi, tahun, place) if aksi.jadwal is None else _written_schedule(aksi, tahun, place)


def _printed_time(aksi: Aksi, tahun: int, loc: Loc) -> Found:
    """The time can be read, or is written out."""
    if aksi.alasan_jadwal:
        yield Problem((*loc, "alasan_jadwal"), f"{aksi.kode} punya alasan_jadwal tanpa jadwal", "tambahkan jadwal, atau hapus")
    if aksi.unreadable_time:
        yield Problem(
            (*loc, "target_waktu"),
            f"target_waktu {quoted(aksi.target_waktu)} tidak terbaca: {aksi.unreadable_time}",
            f"tulis jadwal: daftar periode (misalnya {tahun}-07) dengan tenggatnya, dan alasan_jadwal",
        )


def _written_schedule(aksi: Aksi, tahun: int, loc: Loc) -> Found:
    """A schedule has its reason; its periods are of the year, each once, and end before their deadlines."""
    if not aksi.alasan_jadwal:
        yield Problem((*loc, "jadwal"), f"jadwal {aksi.kode} ditulis sendiri tanpa alasan", "tambahkan alasan_jadwal: …")
    seen: set[str] = set()
    for place, item in each(aksi.jadwal or (), *loc, "jadwal"):
        if item.periode in seen:
            yield Problem((*place, "periode"), f"periode “{item.periode}” ditulis dua kali", "tiap periode cukup sekali")
        seen.add(item.periode)
        yield from _written_period(item, tahun, place)


def _written_period(item: Jadwal, tahun: int, place: Loc) -> Found:
    end = tenggat_of(item.periode).tenggat
    if int(item.periode[:4]) != tahun:
        hint = f"tulis periode yang diawali {tahun}-"
        yield Problem((*place, "periode"), f"periode “{item.periode}” bukan tahun {tahun}", hint)
    elif item.tenggat.strftime("%Y-%m") < end.strftime("%Y-%m"):
        masalah = f"tenggat {item.tenggat} mendahului akhir periode {item.periode}"
        yield Problem((*place, "tenggat"), masalah, f"biasanya {end}")


def _all_notes(record: BaseModel) -> Found:
    for loc, part in walk(record):
        if isinstance(part, Bercatatan):
            yield from rules(_notes(part, loc))


def _notes(owner: Bercatatan, loc: Loc) -> Found:
    for place, note in each(owner.catatan, *loc, "catatan"):
        yield from rules(_note(owner, note, place))


def _note(owner: Bercatatan, note: Catatan, place: Loc) -> Found:
    """A note names a cell of its owner, and quotes what really stands there."""
    cells = [name for name, field in type(owner).model_fields.items() if re.search(r"\bstr\b", str(field.annotation))]
    if note.bagian is not None and note.bagian not in cells:
        hint = did_you_mean(note.bagian, cells)
        yield Problem((*place, "bagian"), f"bagian “{note.bagian}” tidak ada di sini", hint)
        return
    texts = (getattr(owner, name) or "" for name in ([note.bagian] if note.bagian else cells))
    if note.tertulis is not None and note.tertulis not in "\n".join(texts):
        masalah = f"{quoted(note.tertulis)} tidak ada dalam {note.bagian or 'teks yang dicatat'}"
        yield Problem((*place, "tertulis"), masalah, "salin potongan teksnya persis seperti tertulis")
