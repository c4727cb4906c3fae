"""Surveys and yearly reports as files: what is accepted, what is refused, and that no person's name has a place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError
from small.office_data import row, write_kantor
from support.model_keys import keys_of
from zona.records.laporan.laporan_tahunan import LAPORAN, BenturanKepentingan
from zona.records.laporan.survei import JenisSurvei, Survei
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.records.reading.fields import KodePeriode
from zona.records.reading.rules import Surroundings, faults
from zona.records.rencana.jadwal import months_of

KASUS = Path(__file__).resolve().parents[2] / "cases"
MODELS: list[type[BaseModel]] = [Survei, *LAPORAN.values()]
AROUND = Surroundings(periode={"I.1": ()}, tahun=2026, nama="ikm.yml")

LEAVES = st.none() | st.integers() | st.text() | st.dates() | st.just("2026-03-sd-01") | st.just("2026-05")
KEYS = st.sampled_from(
    "nilai unsur jawaban rekap periode peta pernyataan wajib bebas potensi kartu_kendali kuesioner_spip skala responden "
    "pelaporan jenis sop nomor tanggal diperbarui dikirim".split()
)

IKM: dict[str, Any] = {
    "tahun": 2026,
    "diperbarui": date(2026, 9, 1),
    "dicatat_oleh": "Tim",
    "jenis": "ikm",
    "judul": "Survei uji",
    "aksi": ["I.1"],
    "tanggal_mulai": date(2026, 8, 1),
    "tanggal_selesai": date(2026, 8, 31),
    "metode": "Kuesioner",
    "responden": 10,
    "nilai": [{"unsur": key, "jawaban": [0, 0, 5, 5]} for key in JenisSurvei.IKM.bentuk.unsur],
}


def problems(root: Path) -> list[str]:
    with pytest.raises(DataError) as raised:
        load_data(root)
    return [str(problem) for problem in raised.value.problems]


def office(root: Path, **files: dict[str, Any]) -> Path:
    """A small office with files of its year, named by their path with `__` for `/` and `_` for `-`."""
    write_kantor(root, {2026: [row("I.1")]})
    for key, value in files.items():
        path = root / "2026" / f"{key.replace('__', '/').replace('_', '-')}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


def test_terrible_reports() -> None:
    """One folder with every slip we know in surveys and reports gives this whole list, and no traceback."""
    assert problems(KASUS / "buruk-laporan") == (KASUS / "buruk-laporan.txt").read_text(encoding="utf-8").splitlines()


def test_every_kind_is_in_the_terrible_folder() -> None:
    """The list above speaks of each kind of report, so that none is left unchecked."""
    text = (KASUS / "buruk-laporan.txt").read_text(encoding="utf-8")
    assert all(f"data/2022/{name}:" in text for name in (*LAPORAN, "survei/ikm.yml"))


def test_reports_are_optional(tmp_path: Path) -> None:
    """A year without any of them is whole; with one of them the others stay missing."""
    assert load_data(office(tmp_path / "a")).tahun[0].semua_laporan() == []
    tahun = load_data(office(tmp_path / "b", survei__ikm=IKM)).tahun[0]
    assert [item.path for item in tahun.semua_laporan()] == ["2026/survei/ikm.yml"]
    assert tahun.laporan.gratifikasi is None


def test_surveys_stand_in_order_of_time(tmp_path: Path) -> None:
    """Not the file's name but the last day orders the surveys."""
    early = IKM | {"tanggal_mulai": date(2026, 2, 1), "tanggal_selesai": date(2026, 2, 20)}
    tahun = load_data(office(tmp_path, survei__a=IKM, survei__b=early)).tahun[0]
    assert [item.path for item in tahun.survei] == ["2026/survei/b.yml", "2026/survei/a.yml"]


@pytest.mark.parametrize("model", MODELS)
def test_no_place_for_a_name(model: type[BaseModel]) -> None:
    """No report has a key for a person's name, contact or identity number; positions and roles have."""
    forbidden = {"nama", "pelapor", "pemberi", "penerima", "nik", "nip", "telepon", "surel", "alamat", "narasumber", "pegawai"}
    assert not forbidden & set(keys_of(model))


@pytest.mark.parametrize("jenis", list(JenisSurvei))
def test_elements_have_keys_of_their_own(jenis: JenisSurvei) -> None:
    """Keys are plain words, and no two elements have one name."""
    unsur = jenis.bentuk.unsur
    assert all(key.isalpha() and key.islower() for key in unsur)
    assert len(set(unsur.values())) == len(unsur)


@pytest.mark.parametrize(
    ("jabatan", "named"),
    [
        ("Kepala Subbagian Keuangan, Umum, dan Logistik", False),
        ("Pejabat Pembuat Komitmen", False),
        ("Pejabat pengadaan barang/jasa", False),
        ("Petugas layanan Ibu Kota Kabupaten", False),
        ("Anggota KPU Divisi Hukum dan Pengawasan", False),
        ("Operator SAKTI dan SIMAK", False),
        ("Staf S1 dan D3", False),
        ("Fulan, S.H.", True),
        ("Fulan, SE", True),
        ("Fulan M.Si", True),
        ("Dr. Fulan", True),
        ("Drs Fulan", True),
        ("H. Fulan", True),
        ("Bapak Fulan", True),
        ("Ibu Fulan", True),
        ("Sdr. Fulan", True),
        ("Hj. Fulanah", True),
    ],
)
def test_names_among_positions(jabatan: str, named: bool) -> None:
    """A title or degree beside a position gives a person away; positions with capitals and commas don't."""
    value = BenturanKepentingan.as_far_as_valid({"peta": ({"jabatan_terkait": (jabatan,)},)})
    found = [problem.masalah for problem in faults(value, AROUND)]
    assert found == (["jabatan_terkait tampaknya memuat nama orang"] if named else [])


@pytest.mark.parametrize(("responden", "accepted"), [(4, False), (5, True)])
def test_few_respondents(responden: int, accepted: bool, tmp_path: Path) -> None:
    """Four people's answers are not published, five people's are."""
    nilai = [{"unsur": key, "jawaban": [0, 0, 0, responden]} for key in JenisSurvei.IKM.bentuk.unsur]
    root = office(tmp_path, survei__ikm=IKM | {"responden": responden, "nilai": nilai})
    if accepted:
        assert load_data(root)
    else:
        (problem,) = problems(root)
        assert "hanya 4 responden" in problem


def test_a_survey_that_someone_left_half_unanswered(tmp_path: Path) -> None:
    """Fewer answers than respondents are honest, not wrong."""
    nilai = [*IKM["nilai"][1:], {"unsur": "persyaratan", "jawaban": [0, 0, 1, 2]}]
    assert load_data(office(tmp_path, survei__ikm=IKM | {"nilai": nilai}))


@pytest.mark.lambat
@given(st.recursive(LEAVES, lambda inner: st.lists(inner).map(tuple) | st.dictionaries(KEYS, inner)))
def test_checks_survive_anything(value: Any) -> None:
    """Whatever a file holds, no check falls over: the models say what is wrong with its form."""
    for model in LAPORAN.values():
        list(faults(model.as_far_as_valid(value), AROUND))
    for jenis in JenisSurvei:
        survei = Survei.as_far_as_valid({"jenis": jenis.value, "nilai": value, "responden": 7})
        list(faults(survei, AROUND))
    list(faults(Survei.as_far_as_valid(value), AROUND))


@pytest.mark.parametrize(
    ("periode", "months"),
    [("2026-02", [2]), ("2026-TW2", [4, 5, 6]), ("2026-01-sd-03", [1, 2, 3]), ("2026-03-sd-01", None),
     ("2026-03-sd-03", None), ("2026-13", None),
     ("Januari", None), (2026, None), (None, None)],
)  # fmt: skip
def test_months_of_a_period(periode: object, months: list[int] | None) -> None:
    """A period's code gives its months; what is no code is refused."""
    if months is None:
        with pytest.raises(ValidationError):
            TypeAdapter(KodePeriode).validate_python(periode)
    else:
        assert list(months_of(TypeAdapter(KodePeriode).validate_python(periode))) == months
