"""Rules about one record in its surroundings: the plan, the roles, its file's name, the evidence beside it.

Each is a small generator of (place, what is wrong, what to write instead).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from zona.records.capaian.bukti import BerkasBukti
from zona.records.capaian.capaian import Hasil, file_stem
from zona.records.peran import Peran, check_role
from zona.records.reading.personal_data import find_personal_data
from zona.records.reading.problems import did_you_mean
from zona.records.reading.yaml_reader import Loc

Finding = tuple[Loc, str, str]


@dataclass(frozen=True)
class Surroundings:
    """What a record is checked against. `periode` holds each action's period codes; empty where the plan can't be read."""

    periode: dict[str, tuple[str, ...]]
    tanggal_keputusan: date | None
    peran: Peran
    bukti: dict[str, BerkasBukti]
    kontak_resmi: tuple[str, ...]


def check_capaian(value: Any, nama: str, around: Surroundings) -> Iterator[Finding]:
    """Everything about one record; `nama` is its file's name."""
    if not isinstance(value, dict):
        return
    yield from _plan(value, around)
    yield from _file_name(value, nama)
    yield from _date(value, around)
    yield from _roles(value, around)
    yield from _evidence(value, around)
    for loc, text in _texts(value):
        for masalah in find_personal_data(text, allowed=around.kontak_resmi):
            yield loc, masalah, "hapus; data pribadi tidak boleh dipublikasikan"


def _plan(value: dict[str, Any], around: Surroundings) -> Iterator[Finding]:
    aksi, periode = value.get("aksi"), value.get("periode")
    if not around.periode or not isinstance(aksi, str):
        return
    if aksi not in around.periode:
        yield ("aksi",), f"aksi “{aksi}” tidak ada dalam rencana", did_you_mean(aksi, around.periode)
    elif isinstance(periode, str) and periode not in around.periode[aksi]:
        yield ("periode",), f"aksi {aksi} tidak punya periode “{periode}”", did_you_mean(periode, around.periode[aksi])


def _file_name(value: dict[str, Any], nama: str) -> Iterator[Finding]:
    aksi, periode = value.get("aksi"), value.get("periode")
    if isinstance(aksi, str) and isinstance(periode, str):
        stem = file_stem(aksi, periode)
        if not re.fullmatch(rf"{re.escape(stem)}(_[2-9]|_[1-9][0-9])?\.yml", nama):
            yield (), f"nama berkas “{nama}” tidak cocok dengan isinya", f"ganti namanya menjadi {stem}.yml (atau {stem}_2.yml)"


def _date(value: dict[str, Any], around: Surroundings) -> Iterator[Finding]:
    tanggal = value.get("tanggal")
    if isinstance(tanggal, date) and around.tanggal_keputusan and tanggal < around.tanggal_keputusan:
        yield (
            ("tanggal",),
            f"tanggal {tanggal} mendahului keputusan ({around.tanggal_keputusan})",
            "tulis tanggal pelaksanaannya",
        )


def _roles(value: dict[str, Any], around: Surroundings) -> Iterator[Finding]:
    recorder, verifier = value.get("dicatat_oleh"), value.get("diverifikasi_oleh")
    for key, peran in (("dicatat_oleh", recorder), ("diverifikasi_oleh", verifier)):
        for masalah, saran in check_role(peran, value.get("tanggal"), around.peran):
            yield (key,), masalah, saran
    if verifier is not None and verifier == recorder:
        yield ("diverifikasi_oleh",), "pencatat dan pemverifikasi berperan sama", "verifikasi harus oleh peran yang lain"


def _evidence(value: dict[str, Any], around: Surroundings) -> Iterator[Finding]:
    bukti = value.get("bukti")
    if value.get("hasil") == Hasil.SELESAI and not bukti:
        yield ("hasil",), "hasil “selesai” tanpa bukti", "tambahkan sedikitnya satu bukti, atau tulis hasil: berjalan"
    for index, item in enumerate(bukti if isinstance(bukti, tuple) else ()):
        berkas = item.get("berkas") if isinstance(item, dict) else None
        if isinstance(berkas, str) and berkas not in around.bukti and not re.search(r"[/\\]", berkas):
            hint = did_you_mean(berkas, around.bukti) if around.bukti else "simpan berkasnya di folder bukti tahun itu"
            yield ("bukti", index, "berkas"), f"berkas bukti “{berkas}” tidak ada", hint


def _texts(value: dict[str, Any]) -> Iterator[tuple[Loc, str]]:
    """The texts of a record that the public will read."""
    for key in ("uraian", "dicatat_oleh", "diverifikasi_oleh"):
        if isinstance(value.get(key), str):
            yield (key,), value[key]
    for index, item in enumerate(value["bukti"] if isinstance(value.get("bukti"), tuple) else ()):
        if isinstance(item, dict) and isinstance(item.get("judul"), str):
            yield ("bukti", index, "judul"), item["judul"]
