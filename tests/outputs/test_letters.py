"""The letters to the decree's owner: what they ask is what the notes say, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.office_data import row, write_kantor
from small.records import write_yaml
from support.zi_command import PER_TANGGAL, TABALONG
from zona.findings.judge import judge
from zona.findings.upkeep.copied_groups import copied_groups
from zona.findings.upkeep.doubts import doubts_of
from zona.findings.upkeep.work import Surat
from zona.findings.year_findings import Findings
from zona.outputs.letters import TITIK, letter_files, letters_of, text_of
from zona.outputs.pages.kelengkapan_page import kelengkapan
from zona.records.load import load_data
from zona.records.rencana.keputusan import Bercatatan, Catatan

TODAY = date(2026, 8, 1)
ASKING = ("keraguan", "tak_terbaca")


def note(jenis: str, why: str, **more: Any) -> dict[str, Any]:
    return {"jenis": jenis, "keyakinan": "tinggi", "penjelasan": why, **more}


def office(root: Path, *groups: list[dict[str, Any]], **decree: Any) -> Findings:
    """An office whose plan has these groups of rows."""
    data = write_kantor(root / "data", {2026: [row("I.1")]}, **decree)
    kinds = [
        {"kode": kode, "judul": f"Kelompok {kode}", "aksi": rows}
        for kode, rows in zip(("I", "II", "III"), groups, strict=False)
    ]
    write_yaml(data / "2026" / "rencana-aksi.yml", {"tahun": 2026, "judul": "RENCANA", "kelompok": kinds})
    return judge(load_data(data), TODAY)


def full(kode: str, **more: Any) -> dict[str, Any]:
    """A row whose target is printed."""
    return row(kode, target_capaian="1 Dokumen") | more


def notes_in(value: object) -> list[Catatan]:
    """Every note anywhere in a decree or a plan."""
    if isinstance(value, tuple):
        return [found for item in value for found in notes_in(item)]
    if not isinstance(value, Bercatatan):
        return []
    fields = [getattr(value, name) for name in type(value).model_fields if name != "catatan"]
    return [*value.catatan, *(found for item in fields for found in notes_in(item))]


def test_nothing_doubtful_no_letter(tmp_path: Path) -> None:
    """Where nothing is doubtful and no group repeats another, there is no letter, and the page links to none."""
    slips = [note("salah_ketik", "Salah ketik.", bagian="komponen", tertulis="komponen"), note("susunan", "Dipulihkan.")]
    findings = office(tmp_path, [full("I.1", catatan=slips)])
    assert letters_of(findings) == ()
    assert list(letter_files(findings)) == []
    assert "surat/" not in kelengkapan(findings, ()).view.render(findings, "kelengkapan/")


def test_what_is_asked(tmp_path: Path) -> None:
    """Doubts of the decree and the annex with their place, print, reading and question; the same words of several places
    are one question; an order that is not certain is asked, one that is certain is not."""
    target = note("keraguan", "Satu atau dua belas?", bagian="target_capaian")
    unsure = note("susunan", "Mungkin baris lain.") | {"keyakinan": "sedang"}
    rows = [
        full("I.1", catatan=[target, note("tak_terbaca", "Rusak.", bagian="komponen", tertulis="komponen", dibaca="Komponen")]),
        full("I.2", catatan=[target, unsure, note("susunan", "Pasti.")]),
        row("I.3"),
    ]
    law = {"nomor": 1, "teks": "Peraturan uji;", "catatan": [note("keraguan", "Sudah diganti?", bagian="teks", tertulis="uji")]}
    (surat,) = letters_of(office(tmp_path, rows, mengingat=[law]))
    assert surat.kunci is Surat.NASKAH
    assert surat.kepada == "KETUA"
    assert surat.lampiran == (
        ("Mengingat angka 1", "uji", "", "Sudah diganti? Mohon penegasannya."),
        ("Baris I.1, I.2, kolom Target capaian", "1 Dokumen", "", "Satu atau dua belas? Mohon penegasannya."),
        ("Baris I.1, kolom Komponen", "komponen", "Komponen", "Rusak. Benarkah bacaan itu?"),
        ("Baris I.2", "", "", "Mungkin baris lain. Benarkah susunannya begitu?"),
        ("Baris I.3, kolom Target capaian", "", "", "Kolom ini kosong dalam lampiran. Mohon penegasannya."),
    )
    assert any("5 pertanyaan" in part for part in surat.isi)


def test_rows_that_repeat_another_groups(tmp_path: Path) -> None:
    """A row is a copy where every cell reads the same as one of an earlier group, whatever its typing slips, capitals and
    spaces; other words, or the same group, make none. The letter names each with its original."""
    said = {name: f"{name} sama" for name in ("komponen", "indikator", "langkah_aksi", "bukti_fisik")}
    slip = note("salah_ketik", "Huruf berlebih.", bagian="komponen", tertulis="komponeen", dibaca="komponen")
    groups = (
        [full("I.1", **said), full("I.2"), full("I.3", **said)],
        [
            full("II.1", **said | {"komponen": "komponeen sama"}, catatan=[slip]),
            full("II.2", **said | {"bukti_fisik": "lain"}),
            full("II.3", **said | {"indikator": "Indikator  Sama"}),
        ],
        [full("III.1", **said, target_waktu="Maret")],
    )
    findings = office(tmp_path, *groups)
    (copied,) = copied_groups(findings.terbaru)
    assert (copied.kelompok.kode, copied.asal.kode) == ("II", "I")
    assert [(item.aksi.kode, item.asal.kode, item.beda) for item in copied.baris] == [
        ("II.1", "I.1", ("Komponen",)),
        ("II.3", "I.1", ("Indikator",)),
    ]
    (surat,) = letters_of(findings)
    assert surat.kunci is Surat.SALINAN
    assert [cells[:2] for cells in surat.lampiran] == [("II.1", "I.1"), ("II.3", "I.1")]
    assert "2 dari 3 baris kelompok II (Kelompok II) berbunyi sama dengan baris kelompok I (Kelompok I)." in surat.isi[1]
    assert "memuat 2 janji; 2 di antaranya lewat tenggat per 1 Agustus 2026" in surat.isi[2]


def test_what_is_not_known_stays_open(tmp_path: Path) -> None:
    """Number, date and who signs are dots for a pen; sample data say what they are."""
    findings = office(tmp_path, [row("I.1")], situs={"contoh": True})
    (surat,) = letters_of(findings)
    text = text_of(surat, findings)
    assert text.startswith("DATA CONTOH\n")
    for line in (f"Alamat: {TITIK}", f"Nomor: {TITIK}", f"Uji, {TITIK}", f"Jabatan: {TITIK}", f"Nama: {TITIK}", "Yth. KETUA"):
        assert f"\n{line}\n" in text
    (file,) = letter_files(findings)
    assert (file.path, file.content) == ("surat/2026/penegasan-naskah.txt", text.encode())


@pytest.fixture(scope="module")
def tabalong() -> Findings:
    return judge(load_data(TABALONG / "data"), PER_TANGGAL)


def test_the_real_decree(tabalong: Findings) -> None:
    """Every note of the decree that asks something is in the letter, by its words and what it quotes; group III repeats all
    five rows of group II, and the letter counts their deadlines."""
    tahun = tabalong.terbaru
    asked = doubts_of(tahun)
    notes = [*notes_in(tahun.keputusan.isi), *notes_in(tahun.rencana_aksi.isi)]
    wanted = {(item.penjelasan, item.dibaca) for item in notes if item.jenis.value in ASKING}
    told = {(item.penjelasan, item.dibaca) for item in asked}
    assert len(wanted) > 40
    assert wanted <= told
    unsure = {
        (item.penjelasan, item.dibaca) for item in notes if item.jenis.value == "susunan" and item.keyakinan.value != "tinggi"
    }
    empty = {(item.penjelasan, item.dibaca) for item in asked if item.penjelasan.startswith("Kolom ini kosong")}
    assert told == wanted | unsure | empty
    copies, naskah = letters_of(tabalong)
    assert len(naskah.lampiran) == len(asked)
    assert [cells[:2] for cells in copies.lampiran] == [(f"III.{n}", f"II.{n}") for n in range(1, 6)]
    assert "memuat 28 janji; 22 di antaranya lewat tenggat" in copies.isi[2]
