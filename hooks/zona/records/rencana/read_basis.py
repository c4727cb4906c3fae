"""Reads what a year's plan rests on: its decree, another document, or that nothing is written."""

from dataclasses import replace
from typing import TypeAlias

from zona.records.reading.file_reader import FileReader, Source
from zona.records.reading.rules import Surroundings
from zona.records.reading.yaml_reader import read_yaml
from zona.records.rencana.dasar import Dasar, DasarLain
from zona.records.rencana.keputusan import Keputusan

KEPUTUSAN, DASAR = "keputusan.yml", "dasar.yml"
_CONTENT = ("nomor", "judul", "tentang", "tanggal", "diktum")
Decree: TypeAlias = Source[Keputusan] | None
Other: TypeAlias = Source[DasarLain] | None


def basis_of(tahun: int, keputusan: Decree, lain: Other) -> Dasar:
    """The basis that the files tell of, as far as there are any."""
    return Dasar.of(tahun, keputusan.isi if keputusan else None, lain.isi if lain else None)


def read_basis(reader: FileReader, name: str, around: Surroundings) -> tuple[Decree, Other, Surroundings]:
    """The decree or the other document of the year in the folder `name`; and the surroundings with the first day of what may be
    recorded, where no file about it is unreadable. That there are both is a problem."""
    keputusan = None if _is_unfilled(reader, name) else reader.optional(f"{name}/{KEPUTUSAN}", Keputusan, around)
    lain = reader.optional(f"{name}/{DASAR}", DasarLain, around)
    there = {path: found for path, found in ((KEPUTUSAN, keputusan), (DASAR, lain)) if not reader.missing(f"{name}/{path}")}
    if len(there) > 1:
        reader.refuse(f"{name}/{DASAR}", f"ada {KEPUTUSAN} di samping {DASAR}", "satu rencana satu dasar: hapus satu")
    dasar = basis_of(around.tahun, keputusan, lain)
    return keputusan, lain, replace(around, sejak=dasar.sejak if all(there.values()) else None, asal_hari=dasar.asal_hari)


def _is_unfilled(reader: FileReader, name: str) -> bool:
    """Whether the decree's file is still as it was first written; that is one problem, not one a line."""
    path = f"{name}/{KEPUTUSAN}"
    if reader.missing(path):
        return False
    document = read_yaml(reader.root / path, label=path, root=reader.root)
    value = document.value
    if not document.complete or not isinstance(value, dict) or any(_is_filled(value.get(key)) for key in _CONTENT):
        return False
    reader.refuse(path, "keputusan belum diisi", "isi dari naskahnya; bila naskahnya belum ada, hapus dulu berkas ini")
    return True


def _is_filled(value: object) -> bool:
    items = value if isinstance(value, list | tuple) else [value]
    return any(item.get("teks") if isinstance(item, dict) else item for item in items)
