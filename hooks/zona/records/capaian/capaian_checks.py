"""Rules about one record in its surroundings: the plan, the roles, its file's name, the evidence beside it.

Each is a small generator of problems, over a record that may have holes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from zona.problems import Problem
from zona.records.capaian.bukti import BerkasBukti
from zona.records.capaian.capaian import Bukti, Capaian, Hasil, file_stem
from zona.records.peran import Peran, check_role
from zona.records.reading.data_error import Found, Loc, did_you_mean
from zona.records.reading.holes import each, given, rules, walk
from zona.records.reading.personal_data import personal_data


@dataclass(frozen=True)
class Surroundings:
    """What a record is checked against. `periode` holds each action's period codes; empty where the plan can't be read."""

    periode: dict[str, tuple[str, ...]]
    tanggal_keputusan: date | None
    peran: Peran
    bukti: dict[str, BerkasBukti]
    kontak_resmi: tuple[str, ...]


def check_capaian(capaian: Capaian, nama: str, around: Surroundings) -> Found:
    """Everything about one record; `nama` is its file's name."""
    return rules(
        _action(capaian, around),
        _file_name(capaian, nama),
        _date(capaian, around),
        _recorder(capaian, around),
        _verifier(capaian, around),
        _done_with_evidence(capaian),
        _evidence(capaian, around),
        _personal_data(capaian, around),
    )


def _action(capaian: Capaian, around: Surroundings) -> Found:
    aksi = capaian.aksi
    if around.periode and aksi not in around.periode:
        yield Problem(("aksi",), f"aksi “{aksi}” tidak ada dalam rencana", did_you_mean(aksi, around.periode))
    elif around.periode and capaian.periode not in around.periode[aksi]:
        hint = did_you_mean(capaian.periode, around.periode[aksi])
        yield Problem(("periode",), f"aksi {aksi} tidak punya periode “{capaian.periode}”", hint)


def _file_name(capaian: Capaian, nama: str) -> Found:
    stem = file_stem(capaian.aksi, capaian.periode)
    if not re.fullmatch(rf"{re.escape(stem)}(_[2-9]|_[1-9][0-9])?\.yml", nama):
        masalah = f"nama berkas “{nama}” tidak cocok dengan isinya"
        yield Problem((), masalah, f"ganti namanya menjadi {stem}.yml (atau {stem}_2.yml)")


def _date(capaian: Capaian, around: Surroundings) -> Found:
    if around.tanggal_keputusan and capaian.tanggal < around.tanggal_keputusan:
        masalah = f"tanggal {capaian.tanggal} mendahului keputusan ({around.tanggal_keputusan})"
        yield Problem(("tanggal",), masalah, "tulis tanggal pelaksanaannya")


def _recorder(capaian: Capaian, around: Surroundings) -> Found:
    yield from check_role(("dicatat_oleh",), capaian.dicatat_oleh, lambda: capaian.tanggal, around.peran)


def _verifier(capaian: Capaian, around: Surroundings) -> Found:
    place = ("diverifikasi_oleh",)
    if capaian.diverifikasi_oleh is not None and capaian.diverifikasi_oleh == given(capaian, "dicatat_oleh", ""):
        yield Problem(place, "pencatat dan pemverifikasi berperan sama", "verifikasi harus oleh peran yang lain")
    yield from check_role(place, capaian.diverifikasi_oleh, lambda: capaian.tanggal, around.peran)


def _done_with_evidence(capaian: Capaian) -> Found:
    if capaian.hasil is Hasil.SELESAI and not capaian.bukti:
        hint = "tambahkan sedikitnya satu bukti, atau tulis hasil: berjalan"
        yield Problem(("hasil",), "hasil “selesai” tanpa bukti", hint)


def _evidence(capaian: Capaian, around: Surroundings) -> Found:
    for loc, bukti in each(capaian.bukti, "bukti"):
        yield from rules(_file(bukti, loc, around))


def _file(bukti: Bukti, loc: Loc, around: Surroundings) -> Found:
    berkas = bukti.berkas
    if berkas is not None and berkas not in around.bukti and not re.search(r"[/\\]", berkas):
        hint = did_you_mean(berkas, around.bukti) if around.bukti else "simpan berkasnya di folder bukti tahun itu"
        yield Problem((*loc, "berkas"), f"berkas bukti “{berkas}” tidak ada", hint)


def _personal_data(capaian: Capaian, around: Surroundings) -> Found:
    for loc, text in walk(capaian):
        if isinstance(text, str) and loc[-1] in ("uraian", "dicatat_oleh", "diverifikasi_oleh", "judul"):
            yield from personal_data(loc, text, around.kontak_resmi)
