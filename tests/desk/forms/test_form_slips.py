"""What is typed into forms: slips are told, and many ways of writing are taken."""

from __future__ import annotations

import pytest
from small.desk_office import told
from zona.desk.forms.office_form import answer, open_form
from zona.desk.office import Office


def test_slips_are_told_at_their_field(shared_contoh: Office) -> None:
    """Days that are none, numbers that are none, empty fields, addresses and telephone numbers of other forms: each is told at
    its field in a sentence."""
    ikm = "2026/survei/ikm.yml"
    said = told(shared_contoh, ikm, tanggal_selesai__hari="31", tanggal_selesai__bulan="9", responden="6,2", judul=" ")
    assert said == {
        "tanggal_selesai": ("September 2026 hanya sampai tanggal 30; tulis hari kegiatannya",),
        "responden": ("“6,2” bukan bilangan bulat; tulis angka saja, misalnya 12 atau 1.250",),
        "judul": ("belum diisi",),
    }
    assert told(shared_contoh, ikm, tanggal_mulai__tahun="0") == {
        "tanggal_mulai": ("“3 8 0” bukan tanggal; tulis hari, bulan, dan tahun, misalnya 26 November 2026",)
    }
    assert told(shared_contoh, ikm, tanggal_mulai__bulan="") == {
        "tanggal_mulai": ("tanggalnya belum lengkap; isi hari, bulan, dan tahun",)
    }
    assert told(shared_contoh, ikm, nilai__0__jawaban="0 4 33")["nilai.0.jawaban"] == (
        "jawaban berisi 3 angka, bukan 4; tulis […, …, …, …] untuk nilai 1–4",
    )
    kantor = ("kanal", 0)
    assert told(shared_contoh, "kanal.yml", kantor, cara__0__nilai="198 ya")["cara.0.nilai"] == (
        '“nilai”: nomor tidak sah: “198 ya”; tulis angkanya saja, misalnya "198" atau "0811 959 575"',
    )
    assert "surel" in told(shared_contoh, "kanal.yml", kantor, cara__1__nilai="kantor.contoh.go.id")["cara.1.nilai"][0]
    assert "kode wilayah" in told(shared_contoh, "kanal.yml", kantor, cara__0__nilai="526 202 1234")["cara.0.nilai"][0]
    assert list(told(shared_contoh, ikm, metode="Hubungi 0812 3456 7890.")) == ["metode"]


def test_people_read_no_keys_and_no_files(shared_contoh: Office) -> None:
    """What is wrong is told without the keys, the dates and the names of files as those know them who write YAML."""
    ikm = "2026/survei/ikm.yml"
    (said,) = told(shared_contoh, ikm, tanggal_selesai__hari="2")["tanggal_selesai"]
    assert said == "tanggal selesai 2 Agustus 2026 mendahului tanggal mulai (3 Agustus 2026); periksa kedua tanggal itu"
    (said,) = told(shared_contoh, ikm, dicatat_oleh="Tim Lain")["dicatat_oleh"]
    assert said.startswith("peran “Tim Lain” tidak ada dalam Kantor dan peran; ")


@pytest.mark.parametrize("written", ["0526-2021234", "(0526) 2021234", "+62 526 2021234", "0526.202.1234", " 0526  2021234 "])
def test_a_telephone_may_be_written_in_many_ways(written: str, shared_contoh: Office) -> None:
    """The ways in which people write a telephone number are taken."""
    assert told(shared_contoh, "kanal.yml", ("kanal", 0), cara__0__nilai=written) == {}


@pytest.mark.parametrize(
    ("hari", "bulan", "tahun"), [("3", "8", "2026"), ("3/8/2026", "", ""), ("2026-08-03", "", ""), ("03", "Agustus", "2026")]
)
def test_a_day_may_be_written_in_many_ways(hari: str, bulan: str, tahun: str, shared_contoh: Office) -> None:
    """A day in three fields, as a whole date in the first, with the month's name: all are the same day, and change nothing."""
    form = open_form(shared_contoh, "2026/survei/ikm.yml")
    typed = {"tanggal_mulai.hari": hari, "tanggal_mulai.bulan": bulan, "tanggal_mulai.tahun": tahun}
    assert answer(shared_contoh, form, typed).content == form.raw


def test_a_number_with_dots_is_read(shared_contoh: Office) -> None:
    """A thousand may be written with its dot."""
    form = open_form(shared_contoh, "2026/survei/ikm.yml")
    answered = answer(shared_contoh, form, {"populasi": "1.250"})
    assert b"populasi: 1250\n" in (answered.content or b"")
