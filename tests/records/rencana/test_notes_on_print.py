"""Notes on the print: what they name and quote is there, and which of them programs follow."""

from __future__ import annotations

from typing import Any

import pytest
from zona.records.reading.rules import Surroundings, faults
from zona.records.rencana.keputusan import Butir, JenisCatatan

NOTE = {"jenis": "salah_ketik", "keyakinan": "tinggi", "penjelasan": "Uji."}
TEKS = "Peratuan uji; Peratuan lain"


def noted(**note: Any) -> Butir:
    return Butir.as_far_as_valid({"nomor": 1, "teks": TEKS, "catatan": (NOTE | note,)})


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ({}, None),
        ({"bagian": "teks"}, None),
        ({"tertulis": "Peratuan"}, None),
        ({"bagian": "teks", "tertulis": "Peratuan uji"}, None),
        ({"bagian": "tekss"}, (("catatan", 0, "bagian"), "bagian “tekss” tidak ada di sini")),
        ({"bagian": "nomor"}, (("catatan", 0, "bagian"), "bagian “nomor” tidak ada di sini")),
        ({"bagian": "tekss", "tertulis": "x"}, (("catatan", 0, "bagian"), "bagian “tekss” tidak ada di sini")),
        ({"tertulis": "Peraturan"}, (("catatan", 0, "tertulis"), "“Peraturan” tidak ada dalam teks yang dicatat")),
        ({"bagian": "teks", "tertulis": "peratuan"}, (("catatan", 0, "tertulis"), "“peratuan” tidak ada dalam teks")),
    ],
)
def test_what_a_note_names(note: dict[str, str], said: object) -> None:
    """A note names a text of its owner, or all of them, and quotes what stands there; one slip is one problem."""
    assert [(item.place, item.masalah) for item in faults(noted(**note), Surroundings())] == ([said] if said else [])


@pytest.mark.parametrize(
    ("note", "reading"),
    [
        ({"bagian": "teks", "tertulis": "Peratuan", "dibaca": "Peraturan"}, "Peraturan uji; Peraturan lain"),
        ({"bagian": "teks", "tertulis": "Peratuan", "dibaca": "Peraturan", "jenis": "keraguan"}, TEKS),
        ({"tertulis": "Peratuan", "dibaca": "Peraturan"}, TEKS),
        ({"bagian": "teks", "tertulis": "Peratuan"}, TEKS),
        ({"bagian": "teks", "dibaca": "Peraturan"}, TEKS),
    ],
)
def test_what_programs_read(note: dict[str, str], reading: str) -> None:
    """A slip of typing in the cell itself is read as noted, wherever it stands; nothing else is."""
    assert noted(**note).reading_of("teks") == reading


def test_every_kind_is_explained() -> None:
    """The method page has a sentence of its own for each kind of note."""
    assert len({kind.arti for kind in JenisCatatan if kind.arti}) == len(JenisCatatan)
