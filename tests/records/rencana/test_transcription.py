"""The transcription of the real decree is whole, and names nobody that the copy does not name."""

from __future__ import annotations

import pytest
from support.zi_command import TABALONG
from zona.records.load import Data
from zona.records.rencana.keputusan import JenisCatatan

# The 43 rows of the annex in print order. I.4's paragraph without cells of its own is the second step of I.4.b.
KODE = """I.1 I.2 I.3 I.4.a I.4.b II.1 II.2 II.3 II.4 II.5 III.1 III.2 III.3 III.4 III.5 IV.1 IV.2 IV.3 IV.4 IV.5
V.1.a V.1.b V.2 V.3 V.4.a V.4.b VI.1 VI.2.a VI.2.b VI.2.c VI.2.d VI.3 VI.4
VII.1.a VII.1.b VII.2.a VII.2.b VII.3 VII.4 VII.5 VII.6 VII.7 VII.8""".split()

DOUBTS = [
    ("I.3", "target_capaian"), ("I.4.b", "target_waktu"), ("II.1", "target_capaian"), ("III.1", None), ("III.5", None),
    ("IV.4", "langkah_aksi"), ("IV.4", "bukti_fisik"), ("V.1.a", "target_capaian"), ("VII.2.a", "target_capaian"),
    ("VII.2.a", "bukti_fisik"), ("VII.4", "target_capaian"), ("VII.5", "target_capaian"), ("VII.7", "target_capaian"),
]  # fmt: skip


def test_every_row_once(data: Data) -> None:
    """All 43 rows of the annex are there, once each, in print order, in seven groups."""
    rencana = data.tahun[0].rencana_aksi.isi
    assert [aksi.kode for aksi in rencana.semua_aksi()] == KODE
    assert len(rencana.kelompok) == 7


def test_body_is_whole(data: Data) -> None:
    """Menimbang a–c, Mengingat 1–12, KESATU–KETIGA, and the four aims of KEDUA."""
    keputusan = data.tahun[0].keputusan.isi
    assert [item.huruf for item in keputusan.menimbang] == ["a", "b", "c"]
    assert [item.nomor for item in keputusan.mengingat] == list(range(1, 13))
    assert [(item.diktum, len(item.butir)) for item in keputusan.diktum] == [("KESATU", 0), ("KEDUA", 4), ("KETIGA", 0)]


def test_rows_without_target(data: Data) -> None:
    """Five rows have no target in print; none is made up."""
    empty = [aksi.kode for aksi in data.tahun[0].rencana_aksi.isi.semua_aksi() if aksi.target_capaian is None]
    assert empty == ["V.1.a", "VII.2.a", "VII.4", "VII.5", "VII.7"]


def test_calendar(data: Data) -> None:
    """The 43 rows come to 178 periods."""
    assert sum(len(aksi.tenggat) for aksi in data.tahun[0].rencana_aksi.isi.semua_aksi()) == 178


@pytest.mark.parametrize(("kode", "bagian"), DOUBTS)
def test_known_oddities_are_noted(kode: str, bagian: str | None, data: Data) -> None:
    """The oddities that readers would stumble over carry a note at their cell."""
    (aksi,) = [item for item in data.tahun[0].rencana_aksi.isi.semua_aksi() if item.kode == kode]
    assert any(note.bagian == bagian for note in aksi.catatan)


def test_wrong_law_number_is_printed_and_noted(data: Data) -> None:
    """Mengingat 2 cites a law that does not exist: it stays as printed, with a doubt beside it."""
    butir = data.tahun[0].keputusan.isi.mengingat[1]
    assert "Undang-Undang Nomor 30 Tahun 2022" in butir.teks
    assert any(note.jenis is JenisCatatan.KERAGUAN and "20 Tahun 2001" in (note.dibaca or "") for note in butir.catatan)


def test_printed_slips_stay(data: Data) -> None:
    """Typing slips of the print are not mended in the text."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in TABALONG.glob("data/2026/*.yml"))
    for slip in ("waijib", "Dokuemen", "Agustsus", "Mebuat", "dank Kode Etik", "Lembatan", "dengan dengan"):
        assert slip in text


def test_certifying_official_is_not_named(data: Data) -> None:
    """The name under the certification can't be read, so the model has no place for one."""
    pengesahan = data.tahun[0].keputusan.isi.pengesahan
    assert pengesahan is not None
    assert set(type(pengesahan).model_fields) == {"catatan", "teks", "unit", "jabatan"}
    assert "achman" not in data.tahun[0].keputusan.raw.decode()
