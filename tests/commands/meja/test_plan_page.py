"""The desk's page for a new year: a table is given, its columns and times are looked at, then the year is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from small.desk_client import desk_client, get, post
from small.office_data import row, write_kantor
from small.sent_form import fields_sent
from support.zi_command import ROOT
from zona.records.load import load_data

TABLE = ROOT / "tests" / "cases" / "impor-kantor" / "statistik.xlsx"
HERE = "/rencana-baru/"
TIMES = {"Insidentil": "tanpa_tenggat", "Awal tahun": "Januari"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "informasi").mkdir(parents=True)
    return write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim"]})


@pytest.fixture
def meja(data: Path) -> FlaskClient:
    return desk_client(data, "Tim")


def given(meja: FlaskClient) -> str:
    """The page after the table was given."""
    answer = post(meja, HERE, {"tahun": "2027", "tindakan": "baca"}, {TABLE.name: TABLE.read_bytes()})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def decided(page: str) -> dict[str, str | list[str]]:
    """What answers the words of time on a page."""
    fields = fields_sent(page, tindakan="baca")
    numbers = {value[0]: key.removeprefix("kata-") for key, value in fields.items() if key.startswith("kata-")}
    return {f"arti-{numbers[word]}": meaning for word, meaning in TIMES.items()}


def test_a_year_is_written(meja: FlaskClient, data: Path) -> None:
    """The table's columns and words are shown; once they are decided the groups are, and the year is written as by command."""
    page = given(meja)
    assert '<option value="langkah_aksi" selected>yang akan dikerjakan</option>' in page
    assert "12 kelompok, 109 aksi" in page
    assert "Simpan rencana" not in page
    page = post(meja, HERE, fields_sent(page, tindakan="baca", **decided(page))).get_data(as_text=True)
    assert "12 kelompok, 109 aksi, 265 tenggat." in page
    assert not (data / "2027").exists()
    answer = post(meja, HERE, fields_sent(page, tindakan="simpan"))
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{HERE}?dibuat=2027")
    year = load_data(data).tahun[-1]
    assert (year.tahun, sum(1 for _ in year.rencana_aksi.isi.semua_aksi())) == (2027, 109)
    assert "Rencana 2027 sudah dibuat" in get(meja, f"{HERE}?dibuat=2027").get_data(as_text=True)


def test_answers_are_kept_for_the_next_table(meja: FlaskClient, data: Path) -> None:
    """What words of time mean is asked once: the next table on this computer starts with it."""
    page = given(meja)
    page = post(meja, HERE, fields_sent(page, tindakan="baca", **decided(page))).get_data(as_text=True)
    post(meja, HERE, fields_sent(page, tindakan="simpan"))
    again = post(meja, HERE, {"tahun": "2028", "tindakan": "baca"}, {TABLE.name: TABLE.read_bytes()}).get_data(as_text=True)
    assert 'value="tanpa_tenggat">' in again


@pytest.mark.parametrize(
    ("fields", "files", "why"),
    [
        ({"tahun": "2027"}, {}, "pilih berkas tabelnya dulu"),
        ({"tahun": "2027", "tabel": "../situs.yml"}, {}, "pilih berkas tabelnya dulu"),
        ({"tahun": "2027"}, {"a.pdf": b"x"}, "bukan .xlsx atau .csv"),
        ({"tahun": "27"}, {"a.csv": b"NO;KEGIATAN;WAKTU\n1;Rapat;Jan\n"}, "tidak sah; tulis empat angka"),
    ],
    ids=["nothing given", "another path", "another kind", "no year"],
)
def test_what_is_refused(fields: dict[str, str], files: dict[str, bytes], why: str, meja: FlaskClient, data: Path) -> None:
    """What can't be read is one sentence on the form, and nothing is written."""
    answer = post(meja, HERE, fields | {"tindakan": "simpan"}, files or None)
    assert answer.status_code == 422
    assert why in answer.get_data(as_text=True)
    assert sorted(path.name for path in data.iterdir() if path.name.isdecimal()) == ["2026"]


def test_a_year_that_is_there_is_left_alone(meja: FlaskClient, data: Path) -> None:
    """A table for a year that is there is refused, and the year stays."""
    table = b"NO;KEGIATAN;WAKTU\n1;Rapat;Jan\n2;Lapor;Feb\n"
    before = (data / "2026" / "rencana-aksi.yml").read_bytes()
    answer = post(meja, HERE, {"tahun": "2026", "judul": "x", "tindakan": "simpan"}, {"a.csv": table})
    assert (answer.status_code, "sudah ada, dan tidak ditimpa" in answer.get_data(as_text=True)) == (422, True)
    assert (data / "2026" / "rencana-aksi.yml").read_bytes() == before


def test_a_calendar_is_folded(meja: FlaskClient) -> None:
    """Columns of months stand in one fold, each still with its field."""
    table = b"NO,KEGIATAN,Jan,Feb,Mar\n1,Rapat,x,,\n"
    answer = post(meja, HERE, {"tahun": "2027", "tindakan": "baca"}, {"a.csv": table})
    head, _, fold = answer.get_data(as_text=True).partition("<summary>Kolom bulan (3)</summary>")
    assert (head.count('<select id="kolom-'), fold.partition("</details>")[0].count('<select id="kolom-')) == (2, 3)
