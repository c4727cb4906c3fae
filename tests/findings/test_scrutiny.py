"""What of a proposal has to be looked at with care."""

from __future__ import annotations

from datetime import date

import pytest
from small.records import verified
from zona.findings.changes import PerubahanCapaian
from zona.findings.differences import Beda, differences
from zona.findings.scrutiny import at_once, verifier
from zona.records.capaian.capaian import Capaian
from zona.records.informasi.kanal import DaftarKanal

KANAL = {"kunci": "a", "nama": "A", "pemilik": "P", "untuk": ("x",), "sumber": ("https://a.go.id",)}
SATU, DUA = {"jenis": "telepon", "nilai": "198"}, {"jenis": "surel", "nilai": "a@a.go.id"}


def channels(*cara: dict[str, str], kunci: str = "a") -> DaftarKanal:
    return DaftarKanal.model_validate({"kanal": ({**KANAL, "kunci": kunci, "cara": cara},)})


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (channels(SATU), channels(SATU), []),
        (channels(SATU), channels({**SATU, "nilai": "199"}), [("kanal.a.cara", "Telepon: 198", "Telepon: 199")]),
        (channels(SATU), channels(SATU, DUA), [("kanal.a.cara", None, "Surel: a@a.go.id")]),
        (channels(DUA, SATU), channels(SATU), [("kanal.a.cara", "Surel: a@a.go.id", None)]),
        (channels(SATU, SATU), channels(SATU), [("kanal.a.cara.urutan", "Telepon: 198, Telepon: 198", "Telepon: 198")]),
        (
            channels(SATU, DUA),
            channels(DUA, SATU),
            [("kanal.a.cara.urutan", "Telepon: 198, Surel: a@a.go.id", "Surel: a@a.go.id, Telepon: 198")],
        ),
    ],
)  # fmt: skip
def test_differences(before: DaftarKanal, after: DaftarKanal, told: list[tuple[str, str | None, str | None]]) -> None:
    """Every value that differs is told once, with its place; also another order, and what stands there twice."""
    assert [(".".join(item.tempat), item.dari, item.menjadi) for item in differences(before, after)] == told


def test_what_is_new_or_gone_is_told_value_by_value() -> None:
    """A channel under another key is one that went and one that came, each with all its values."""
    found = list(differences(channels(SATU), channels(SATU, kunci="b")))
    assert Beda(("kanal", "a", "cara"), "Telepon: 198", None) in found
    assert Beda(("kanal", "b", "cara"), None, "Telepon: 198") in found
    assert all((item.dari is None) != (item.menjadi is None) for item in found)


def record(**more: str) -> Capaian:
    known = {"aksi": "I.1", "periode": "2026-01", "tanggal": date(2026, 1, 5), "hasil": "berjalan", "uraian": "x"}
    return Capaian.model_validate({**known, "dicatat_oleh": "Tim", **more})


def test_record_and_verification_at_once() -> None:
    """A record that comes verified, or is reworded and verified; not one that was there and is verified."""
    bare, approved, reworded = record(), verified(record(), "Ketua"), verified(record(uraian="y"), "Ketua")
    pairs = [(None, approved), (bare, reworded), (bare, approved), (approved, reworded), (approved, bare), (approved, None)]
    found = [PerubahanCapaian(2026, "x", dari, menjadi) for dari, menjadi in pairs]
    assert [at_once(item) for item in found] == [True, True, False, True, False, False]
    assert [verifier(item) for item in found] == ["Ketua", "Ketua", "Ketua", "Ketua", None, None]
