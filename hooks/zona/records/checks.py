"""What a single value can't show: rules between the parts of one file, and between files.

Each check is a small generator of (place, what is wrong, what to write instead).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zona.records.catatan import Bercatatan
from zona.records.jadwal import UnreadableTime, tenggat_of
from zona.records.keputusan import Keputusan
from zona.records.kode import breaks, roman
from zona.records.problems import did_you_mean, quoted
from zona.records.rencana_aksi import Aksi, Kelompok, RencanaAksi
from zona.records.yaml_reader import Loc

Finding = tuple[Loc, str, str]


def check_keputusan(keputusan: Keputusan, folder: int) -> Iterator[Finding]:
    """Everything about one year's decree."""
    yield from _year(keputusan.tahun, folder)
    yield from _notes(keputusan, ())
    for name in ("menimbang", "mengingat", "diktum"):
        for index, item in enumerate(getattr(keputusan, name)):
            yield from _notes(item, (name, index))
    for index, diktum in enumerate(keputusan.diktum):
        for number, butir in enumerate(diktum.butir):
            yield from _notes(butir, ("diktum", index, "butir", number))
    if keputusan.pengesahan:
        yield from _notes(keputusan.pengesahan, ("pengesahan",))


def check_rencana_aksi(rencana: RencanaAksi, folder: int) -> Iterator[Finding]:
    """Everything about one year's annex."""
    yield from _year(rencana.tahun, folder)
    yield from _notes(rencana, ())
    yield from _kelompok_in_order(rencana)
    for index, kelompok in enumerate(rencana.kelompok):
        loc: Loc = ("kelompok", index)
        yield from _notes(kelompok, loc)
        yield from _aksi_in_order(kelompok, loc)
        for number, aksi in enumerate(kelompok.aksi):
            yield from _notes(aksi, (*loc, "aksi", number))
            yield from _schedule(aksi, rencana.tahun, (*loc, "aksi", number))


def _year(tahun: int, folder: int) -> Iterator[Finding]:
    if tahun != folder:
        yield ("tahun",), f"tahun {tahun} berada di folder {folder}", f"tulis tahun: {folder}, atau pindahkan berkasnya"


def _kelompok_in_order(rencana: RencanaAksi) -> Iterator[Finding]:
    for index, kelompok in enumerate(rencana.kelompok):
        due = roman(index + 1)
        if kelompok.kode != due:
            yield (
                ("kelompok", index, "kode"),
                f"kelompok ke-{index + 1} berkode “{kelompok.kode}”, tidak urut",
                f"kelompok ke-{index + 1} harus berkode {due}",
            )


def _aksi_in_order(kelompok: Kelompok, loc: Loc) -> Iterator[Finding]:
    """Rows belong to their group, appear once, and are numbered without a gap."""
    kodes = [aksi.kode for aksi in kelompok.aksi]
    blamed: set[int] = set()
    for index, kode in enumerate(kodes):
        place = (*loc, "aksi", index, "kode")
        if not kode.startswith(f"{kelompok.kode}."):
            blamed.add(index)
            yield place, f"aksi “{kode}” berada di kelompok {kelompok.kode}", f"awali kodenya dengan {kelompok.kode}."
        elif kode in kodes[:index]:
            blamed.add(index)
            yield place, f"kode aksi “{kode}” dipakai dua kali", "beri tiap baris kodenya sendiri"
    first = (f"{kelompok.kode}.1", f"{kelompok.kode}.1.a")
    if kodes[0] not in first and 0 not in blamed:
        yield (*loc, "aksi", 0, "kode"), f"kelompok dimulai dengan “{kodes[0]}”", f"mulai dengan {first[0]} atau {first[1]}"
    for index, before, kode in breaks(kodes):
        if not blamed & {index, index - 1}:
            yield (
                (*loc, "aksi", index, "kode"),
                f"setelah “{before}” datang “{kode}”",
                f"periksa urutan; jangan ada kode yang terlewat setelah {before}",
            )


def _schedule(aksi: Aksi, tahun: int, loc: Loc) -> Iterator[Finding]:
    """The time can be read, or is written out with its reason."""
    if aksi.jadwal is None:
        if aksi.alasan_jadwal:
            yield (*loc, "alasan_jadwal"), f"{aksi.kode} punya alasan_jadwal tanpa jadwal", "tambahkan jadwal atau hapus alasannya"
        try:
            aksi.tenggat(tahun)
        except UnreadableTime as error:
            yield (
                (*loc, "target_waktu"),
                f"target_waktu {quoted(aksi.target_waktu)} tidak terbaca: {error}",
                f"tulis jadwal: daftar periode (misalnya {tahun}-07) dengan tenggatnya, dan alasan_jadwal",
            )
        return
    if not aksi.alasan_jadwal:
        yield (*loc, "jadwal"), f"jadwal {aksi.kode} ditulis sendiri tanpa alasan", "tambahkan alasan_jadwal: …"
    yield from _written_schedule(aksi, tahun, loc)


def _written_schedule(aksi: Aksi, tahun: int, loc: Loc) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, item in enumerate(aksi.jadwal or ()):
        place = (*loc, "jadwal", index)
        if item.periode in seen:
            yield (*place, "periode"), f"periode “{item.periode}” ditulis dua kali", "tiap periode cukup sekali"
        seen.add(item.periode)
        if int(item.periode[:4]) != tahun:
            yield (*place, "periode"), f"periode “{item.periode}” bukan tahun {tahun}", f"tulis periode yang diawali {tahun}-"
        elif item.tenggat.strftime("%Y-%m") < tenggat_of(item.periode).tenggat.strftime("%Y-%m"):
            yield (
                (*place, "tenggat"),
                f"tenggat {item.tenggat} mendahului akhir periode {item.periode}",
                f"biasanya {tenggat_of(item.periode).tenggat}",
            )


def _notes(owner: Bercatatan, loc: Loc) -> Iterator[Finding]:
    """A note names a cell of its owner, and quotes what really stands there."""
    cells = [name for name, field in type(owner).model_fields.items() if re.search(r"\bstr\b", str(field.annotation))]
    for index, note in enumerate(owner.catatan):
        place = (*loc, "catatan", index)
        if note.bagian is not None and note.bagian not in cells:
            yield (*place, "bagian"), f"bagian “{note.bagian}” tidak ada di sini", did_you_mean(note.bagian, cells)
        elif note.tertulis is not None and note.tertulis not in _text_under(owner, note.bagian, cells):
            yield (
                (*place, "tertulis"),
                f"{quoted(note.tertulis)} tidak ada dalam {note.bagian or 'teks yang dicatat'}",
                "salin potongan teksnya persis seperti tertulis",
            )


def _text_under(owner: Bercatatan, bagian: str | None, cells: list[str]) -> str:
    return "\n".join(str(getattr(owner, name) or "") for name in ([bagian] if bagian else cells))
