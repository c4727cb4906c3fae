"""Subjects are proposed by a plan's own words, whoever's plan it is; what its words leave open gets none."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from support.zi_command import ROOT
from zona.intake.proposed_lke import proposed_lke, proposed_mapping
from zona.intake.proposed_tema import WordedGroup, proposed_for, proposed_tema
from zona.records.lke.pemetaan import PemetaanLke
from zona.records.rencana.rencana_aksi import RencanaAksi
from zona.records.rencana.tema import about, bukan_tema, daftar_tema, keluarga

OFFICES = ROOT / "tests" / "offices"


def plan_of(path: Path) -> RencanaAksi:
    return RencanaAksi.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")), strict=False)


def test_the_list_is_in_order() -> None:
    """A part follows what it is part of; each phrase is written as texts are read, and names one subject."""
    known, phrases = set[str](), Counter[str](bukan_tema())
    for item in daftar_tema().values():
        assert item.induk is None or item.induk in known, item.kunci
        assert item.kata or item.dalam_induk, item.kunci
        assert item.induk or not item.dalam_induk, item.kunci
        known.add(item.kunci)
        phrases.update(item.kata)
        assert all(re.fullmatch(r"[0-9a-z]+( [0-9a-z]+)*", word) for word in (*item.kata, *item.dalam_induk)), item.kunci
    assert [word for word, number in phrases.items() if number > 1] == []
    assert keluarga("wbs-evaluasi") == ("wbs-evaluasi", "wbs")


def test_a_part_is_about_the_whole() -> None:
    """Who asks for a subject gets its parts; who asks for a part does not get rows of which only the whole is known."""
    assert about(("spip-risiko",), ("spip",))
    assert not about(("spip",), ("spip-risiko",))
    assert not about((), ("spip",))


def test_tabalong() -> None:
    """Of the decree's 43 rows none is proposed for a subject that the office's own tags do not have: five are named less
    fully, and the training (VI.2.d) by its component, which says follow-up. Group III says nothing of its own but its title."""
    plan = plan_of(OFFICES / "tabalong-2026" / "data" / "2026" / "rencana-aksi.yml")
    own, proposed = {row.kode: row.tema for row in plan.semua_aksi()}, proposed_for(plan.kelompok)
    assert len(proposed) == 43
    less = {kode for kode, found in proposed.items() if found != own[kode]}
    assert less == {"I.4.a", "I.4.b", "II.2", "V.1.b", "VI.2.d", "VII.8"}
    assert all(set(proposed[kode]) < set(own[kode]) for kode in less - {"VI.2.d"})
    assert proposed["VI.2.d"] == ("pengaduan-tindak-lanjut",)
    assert {proposed[f"III.{number}"] for number in range(1, 6)} == {("wbs",)}


def test_another_institution() -> None:
    """The laboratory's office: a row whose words name nothing that is in the list has no subject."""
    plan = plan_of(OFFICES / "balai-2031" / "data" / "2031" / "rencana-aksi.yml")
    assert proposed_for(plan.kelompok) == {"I.1": ("proses-bisnis",), "I.2": (), "II.1": ("akuntabilitas",)}


@pytest.mark.parametrize(
    ("judul", "kata", "expected"),
    [
        ("SPBE", "Operasionalisasi manajemen SDM sudah menggunakan teknologi informasi", "spbe-kepegawaian"),
        ("Perencanaan Kebutuhan Pegawai", "Penempatan pegawai hasil rekrutmen", "kebutuhan-pegawai"),
        ("Keterlibatan Pimpinan", "Pimpinan memantau pencapaian secara berkala", "akuntabilitas-pimpinan"),
        ("Penerapan SPIP", "SPI telah diinformasikan kepada seluruh pihak terkait", "spip-informasi"),
        ("Penerapan SPIP", "Kegiatan Pengendalian Gratifikasi", "gratifikasi"),
        ("Pengaduan Masyarakat", "Hasil evaluasi atas penanganan pengaduan masyarakat telah ditindaklanjuti",
         "pengaduan-hasil-evaluasi"),
        ("Whistle-Blowing System", "Telah dilakukan evaluasi atas penerapan Whistle Blowing System", "wbs-evaluasi"),
        ("Budaya Pelayanan Prima", "Sistem pemberian kompensasi kepada penerima layanan", "pelayanan-kompensasi"),
        ("Area V Pengawasan", "Sosialisasi gratifikasi, WBS, dan benturan kepentingan kepada hakim",
         "gratifikasi-kampanye wbs-penerapan benturan-sosialisasi"),
        ("Area V Pengawasan", "Pemasangan kotak pengaduan dan banner SIWAS", "pengaduan-saluran"),
        ("Pengendalian Gratifikasi", "Laporan bulanan kepada pimpinan", "gratifikasi"),
        ("Manajemen Perubahan", "Membentuk Tim Kerja UPG", "gratifikasi-penerapan"),
        ("Manajemen Perubahan", "Membentuk Tim Kerja ZI", "tim-kerja"),
        ("Tata Laksana", "Penyusunan SOP penerimaan peserta didik baru", "sop"),
        ("SDM", "Penilaian SKP guru", "kinerja-pegawai"),
        # What looks near and is something else, or may be anything, has none.
        ("Manajemen Perubahan", "Pemilihan pegawai teladan setiap triwulan", ""),
        ("Manajemen Perubahan", "Rapat koordinasi Tim ZI", ""),
        ("Manajemen Perubahan", "Pimpinan hadir dengan disiplin dalam rapat", ""),
        ("Pelayanan Publik", "Pelaksanaan Survei Sosial Ekonomi Nasional", ""),
        ("Pelayanan Publik", "Sidang keliling bagi masyarakat terpencil", ""),
        ("Tata Laksana", "Penggunaan aplikasi e-rapor", ""),
        ("Sarana", "Mutasi barang milik negara", ""),
        ("Sarana", "Pengaduan kerusakan fasilitas lewat aplikasi", ""),
        ("Gratifikasi, WBS, dan SPIP", "Rapat bulanan", ""),
    ],
)  # fmt: skip
def test_words_of_other_offices(judul: str, kata: str, expected: str) -> None:
    """Usual rows of a statistics office, a court and a school, under the form's headings or their own."""
    ((found,),) = proposed_tema([WordedGroup(judul, ((kata,),))])
    assert found == tuple(expected.split())


def test_a_row_that_is_printed_twice_is_read_twice() -> None:
    """Only a group that repeats earlier rows throughout, and whose title names something else, is read by its title."""
    rows = (("Kampanye gratifikasi", "Terlaksana"), ("Laporan gratifikasi", "Tersusun"))
    groups = [WordedGroup("Gratifikasi", rows), WordedGroup("SPIP", (rows[0], ("Peta risiko", "Tersusun")))]
    assert proposed_tema(groups)[1] == [("gratifikasi-kampanye",), ("spip-risiko",)]
    assert proposed_tema([groups[0], WordedGroup("WBS", rows)])[1] == [("wbs",), ("wbs",)]
    own = [("gratifikasi-kampanye",), ("gratifikasi-penerapan",)]
    for judul in ("Reform: penguatan pengawasan", "Reform: gratifikasi"):  # the form's areas come twice
        assert proposed_tema([groups[0], WordedGroup(judul, rows)])[1] == own


def test_mapping_to_the_form() -> None:
    """What Tabalong's subjects propose for the LKE, beside its own file of 71 pairs of item and row: 63 are the same, two are
    called supporting where the office says direct, and one more supports; nothing else is claimed."""
    office = OFFICES / "tabalong-2026" / "data" / "2026"
    rows = {row.kode: row.tema for row in plan_of(office / "rencana-aksi.yml").semua_aksi()}
    own = yaml.safe_load((office / "lke.yml").read_text(encoding="utf-8"))["pemetaan"]
    theirs = {(entry["butir"], kode): entry["hubungan"] for entry in own for kode in entry.get("baris", ())}
    ours = {(entry.butir, kode): entry.hubungan.value for entry in proposed_mapping(rows) for kode in entry.baris}
    assert len(theirs) == 71
    assert len([pair for pair, kind in ours.items() if theirs.get(pair) == kind]) == 63
    assert {pair: kind for pair, kind in ours.items() if theirs.get(pair) != kind} == {
        ("A.1.I.iii.c", "I.3"): "mendukung", ("A.2.V.iii.b", "VII.5"): "mendukung", ("A.1.VI.iii.b", "VI.2.d"): "mendukung",
    }  # fmt: skip


def test_proposed_file_is_a_good_file() -> None:
    """The text that is written for a new year is a mapping that nobody has confirmed; a plan without subjects gets none."""
    text = proposed_lke(2031, {"I.1": ("spip-risiko",), "I.2": (), "II.1": ("wbs-penerapan", "inovasi")})
    assert text
    found = PemetaanLke.model_validate(yaml.safe_load(text), strict=False)
    assert found.ditegaskan is None
    assert {item.butir: item.baris for item in found.pemetaan} == {
        "A.1.V.ii.b": ("I.1",), "A.1.V.iv.a": ("II.1",), "A.1.VI.ii.f": ("II.1",),
    }  # fmt: skip
    assert proposed_lke(2031, {"I.1": ()}) is None
