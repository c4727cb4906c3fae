"""What a single value can't show: rules between the parts of one file, and between files.

Each check is a small generator of (place, what is wrong, what to write instead). Checks read the file's plain values,
part by part, so that one malformed row hides nothing that is wrong with the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from zona.records.reading.problems import did_you_mean, quoted
from zona.records.reading.yaml_reader import Loc
from zona.records.rencana.catatan import Bercatatan
from zona.records.rencana.jadwal import UnreadableTime, tenggat_of
from zona.records.rencana.keputusan import Butir, Diktum, Keputusan, Pengesahan, Pertimbangan
from zona.records.rencana.kode import is_aksi, is_kelompok, roman, successors
from zona.records.rencana.rencana_aksi import Aksi, Kelompok, RencanaAksi

Finding = tuple[Loc, str, str]
M = TypeVar("M", bound=BaseModel)


def check_keputusan(value: Any, folder: int) -> Iterator[Finding]:
    """Everything about one year's decree."""
    yield from _year(value, folder)
    yield from _notes(Keputusan, value, ())
    for key, model in (("menimbang", Pertimbangan), ("mengingat", Butir), ("diktum", Diktum)):
        for loc, part in parts(value, (), key):
            yield from _notes(model, part, loc)
            for inner, butir in parts(part, loc, "butir"):
                yield from _notes(Butir, butir, inner)
    if isinstance(value, dict):
        yield from _notes(Pengesahan, value.get("pengesahan"), ("pengesahan",))


def check_rencana_aksi(value: Any, folder: int) -> Iterator[Finding]:
    """Everything about one year's annex."""
    yield from _year(value, folder)
    yield from _notes(RencanaAksi, value, ())
    yield from _kelompok_in_order(value)
    for loc, kelompok in parts(value, (), "kelompok"):
        yield from _notes(Kelompok, kelompok, loc)
        yield from _aksi_in_order(kelompok, loc)
        for place, row in parts(kelompok, loc, "aksi"):
            yield from _notes(Aksi, row, place)
            aksi = _valid(Aksi, row)
            if aksi is not None:
                yield from _schedule(aksi, folder, place)


def parts(value: Any, loc: Loc, key: str) -> Iterator[tuple[Loc, Any]]:
    """The items of a list that the file has under a key, with their places; nothing where it is no list."""
    items = value.get(key) if isinstance(value, dict) else None
    for index, item in enumerate(items if isinstance(items, tuple) else ()):
        yield (*loc, key, index), item


def _valid(model: type[M], value: Any) -> M | None:
    """The part as a record, or None: what makes it invalid is reported by the validation of the whole file."""
    try:
        return model.model_validate(value)
    except ValidationError:
        return None


def _kode(part: Any) -> str:
    kode = part.get("kode") if isinstance(part, dict) else None
    return kode if isinstance(kode, str) else ""


def _year(value: Any, folder: int) -> Iterator[Finding]:
    tahun = value.get("tahun") if isinstance(value, dict) else None
    if isinstance(tahun, int) and tahun != folder:
        yield ("tahun",), f"tahun {tahun} berada di folder {folder}", f"tulis tahun: {folder}, atau pindahkan berkasnya"


def _kelompok_in_order(value: Any) -> Iterator[Finding]:
    for number, (loc, kelompok) in enumerate(parts(value, (), "kelompok"), start=1):
        kode, due = _kode(kelompok), roman(number)
        if is_kelompok(kode) and kode != due:
            nth = f"kelompok ke-{number}"
            yield (*loc, "kode"), f"{nth} berkode “{kode}”, tidak urut", f"{nth} harus berkode {due}"


def _aksi_in_order(kelompok: Any, loc: Loc) -> Iterator[Finding]:
    """Rows belong to their group, appear once, and are numbered without a gap; one slip is reported once."""
    own, before, seen = _kode(kelompok), "", set[str]()
    first = (f"{own}.1", f"{own}.1.a")
    for place, row in parts(kelompok, loc, "aksi"):
        kode = _kode(row)
        follows = before
        before = ""
        if not is_aksi(kode) or not is_kelompok(own):
            continue
        if not kode.startswith(f"{own}."):
            yield (*place, "kode"), f"aksi “{kode}” berada di kelompok {own}", f"awali kodenya dengan {own}."
            continue
        before = kode
        if kode in seen:
            yield (*place, "kode"), f"kode aksi “{kode}” dipakai dua kali", "beri tiap baris kodenya sendiri"
        elif place[-1] == 0 and kode not in first:
            yield (*place, "kode"), f"kelompok dimulai dengan “{kode}”", f"mulai dengan {first[0]} atau {first[1]}"
        elif follows and kode not in successors(follows):
            due = successors(follows)
            yield (*place, "kode"), f"setelah “{follows}” datang “{kode}”", f"setelah {follows} harus {' atau '.join(due)}"
        seen.add(kode)


def _schedule(aksi: Aksi, tahun: int, loc: Loc) -> Iterator[Finding]:
    """The time can be read, or is written out with its reason."""
    if aksi.jadwal is None:
        if aksi.alasan_jadwal:
            yield (*loc, "alasan_jadwal"), f"{aksi.kode} punya alasan_jadwal tanpa jadwal", "tambahkan jadwal, atau hapus"
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


def _notes(model: type[Bercatatan], value: Any, loc: Loc) -> Iterator[Finding]:
    """A note names a cell of its owner, and quotes what really stands there."""
    cells = [name for name, field in model.model_fields.items() if re.search(r"\bstr\b", str(field.annotation))]
    for place, note in parts(value, loc, "catatan"):
        bagian, tertulis = (note.get("bagian"), note.get("tertulis")) if isinstance(note, dict) else (None, None)
        if isinstance(bagian, str) and bagian not in cells:
            yield (*place, "bagian"), f"bagian “{bagian}” tidak ada di sini", did_you_mean(bagian, cells)
        elif isinstance(tertulis, str) and tertulis.strip() not in _text_under(value, [bagian] if bagian else cells):
            yield (
                (*place, "tertulis"),
                f"{quoted(tertulis)} tidak ada dalam {bagian or 'teks yang dicatat'}",
                "salin potongan teksnya persis seperti tertulis",
            )


def _text_under(value: dict[str, Any], cells: list[str]) -> str:
    return "\n".join(str(value.get(name) or "") for name in cells)
