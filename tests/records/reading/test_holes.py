"""Records with holes: what is valid is there, what is not stops only the check that asks for it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from zona.problems import Problem
from zona.records.capaian.capaian import Capaian
from zona.records.informasi.dasar_hukum import DasarHukum
from zona.records.informasi.kanal import DaftarKanal
from zona.records.informasi.lapor import Lapor
from zona.records.laporan.survei import Nilai, Survei
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.reading import rules as reading_rules
from zona.records.reading.data_error import Found
from zona.records.reading.rules import Hole, Surroundings, faults, is_whole, rules
from zona.records.rencana.keputusan import Diktum, Keputusan
from zona.records.rencana.rencana_aksi import RencanaAksi

AROUND = Surroundings(
    {"I.1": ("2026-07",)},
    date(2026, 1, 1),
    {"Tim": None},
    tahun=2026,
    nama="07.yml",
    kunci={"kanal.yml": (), "dasar-hukum.yml": ()},
)
NILAI = ({"unsur": "waktu", "jawaban": (1, 2)}, {"unsur": "biaya", "jawaban": (1, -2)}, "x")

KEYS = st.sampled_from(
    "tahun kelompok aksi kode catatan bagian tertulis jadwal target_waktu diktum butir kanal kunci cara jenis nilai janji "
    "sumber situasi aturan oleh keadaan bulan masuk kategori lama_selesai selesai tindak_lanjut hasil bukti berkas judul "
    "periode tanggal dicatat_oleh verifikasi sidik mengoreksi alasan".split()
)
LEAVES = st.none() | st.integers() | st.text(max_size=5) | st.dates() | st.sampled_from(["I", "I.1", "2026-07", "web", "x"])
ANYTHING = st.recursive(LEAVES, lambda inner: st.lists(inner).map(tuple) | st.dictionaries(KEYS, inner), max_leaves=12)


def test_what_is_valid_is_there() -> None:
    """Of a list with a bad item every item is there, and of the bad item whatever is valid; unknown keys are left out."""
    survei = Survei.as_far_as_valid({"tahun": 2026, "jenis": "skm", "nilai": NILAI, "lain": 1})
    assert (survei.tahun, [reading_rules.given(item, "unsur", "?") for item in survei.nilai]) == (2026, ["waktu", "biaya", "?"])
    assert survei.nilai[0] == Nilai(unsur="waktu", jawaban=(1, 2))
    assert [is_whole(item) for item in survei.nilai] == [True, False, False]


@pytest.mark.parametrize(
    ("record", "whole"),
    [
        (Diktum.as_far_as_valid({"diktum": "KESATU", "teks": "a", "butir": ({"nomor": 1, "teks": "a"},)}), True),
        (
            Diktum.as_far_as_valid(
                {"diktum": "KESATU", "teks": "a", "butir": ({"nomor": 1, "teks": "a"}, {"nomor": 0, "teks": "a"})}
            ),
            False,
        ),
        (PengaduanBulan.as_far_as_valid({"lama_selesai": (1, -1)}).lama_selesai, False),
        (PengaduanBulan.as_far_as_valid({"lama_selesai": (1, 2)}).lama_selesai, True),
    ],
)
def test_one_hole_within_is_enough(record: object, whole: bool) -> None:
    """A record is whole where every record and every counted item in it is."""
    assert is_whole(record) == whole


@pytest.mark.parametrize("name", ["jenis", "judul"])
def test_a_hole_is_no_value(name: str) -> None:
    """A value that is wrong or missing can't be asked for; one that may be left out has its default."""
    survei = Survei.as_far_as_valid({"jenis": "skm"})
    with pytest.raises(Hole):
        getattr(survei, name)
    assert survei.tindak_lanjut == ()


def test_a_check_ends_at_a_hole() -> None:
    """The check that meets the hole ends, after what it found; the next one goes on."""
    survei = Survei.as_far_as_valid({"tahun": 2026})

    def check(key: str) -> Found:
        yield Problem((key,), "sebelum", "x")
        yield Problem((key,), str(getattr(survei, key)), "x")

    found = [(problem.place, problem.masalah) for problem in rules(check("judul"), check("tahun"))]
    assert found == [(("judul",), "sebelum"), (("tahun",), "sebelum"), (("tahun",), "2026")]


def test_only_checks_see_holes() -> None:
    """A record is never made with a hole otherwise."""
    with pytest.raises(ValidationError):
        Survei.model_validate({"tahun": 2026})
    assert not hasattr(Survei.as_far_as_valid({}), "tidak_ada")


@given(ANYTHING)
def test_checks_survive_any_file(value: object) -> None:
    """Whatever a file holds, the rules of every kind of file end without an error of their own."""
    models = (Capaian, PengaduanBulan, Keputusan, RencanaAksi, DaftarKanal, Lapor, DasarHukum)
    assert all(problem.saran for model in models for problem in faults(model.as_far_as_valid(value), AROUND))
