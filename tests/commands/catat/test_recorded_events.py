"""What happens without a deadline, recorded as often as it does: by `catat`, at the desk, and in a sheet."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path

import pytest
from small.desk_client import desk_client, get, post
from small.desk_office import office_at
from small.office_data import row, write_kantor
from support.recording import PERAN, options, records, run, tree
from zona.desk.sheet.period_words import period_meant
from zona.records.capaian.capaian import Hasil
from zona.records.rencana.jadwal import whole_year

YEAR = whole_year(2026)
EVENT = {"aksi": "I.2", "periode": YEAR, "hasil": "berjalan"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office with an action a month, and one without deadlines."""
    event = row("I.2", "Insidentil", jadwal="tanpa_tenggat", alasan_jadwal="Rapat bila diperlukan.")
    return write_kantor(tmp_path / "data", {2026: [row("I.1"), event]}, situs={"peran": PERAN})


def test_as_often_as_it_happens(data: Path) -> None:
    """Two happenings, even of one day and with two results, are two records; the same one twice is told."""
    for changed in ({"tanggal": "2026-03-05"}, {"tanggal": "2026-03-06"}, {"tanggal": "2026-03-06", "hasil": "kendala"}):
        done = run(data, *options([], **EVENT | changed))
        assert done.exit_code == 0, done.output
    found = records(data)
    assert [(item.aksi, item.periode) for item in found] == [("I.2", YEAR)] * 3
    assert sorted((item.tanggal, item.hasil) for item in found)[1:] == [
        (date(2026, 3, 6), Hasil.BERJALAN),
        (date(2026, 3, 6), Hasil.KENDALA),
    ]
    before = tree(data)
    assert "sudah ada" in run(data, *options([], **EVENT | {"tanggal": "2026-03-05"})).output
    assert tree(data) == before


def test_verified_and_corrected(data: Path) -> None:
    """A happening is verified by another role and corrected like any record."""
    assert run(data, *options([], **EVENT)).exit_code == 0
    name = next(path.name for path in data.glob("2026/capaian/*.yml"))
    assert run(data, "--verifikasi", name, "--diverifikasi-oleh", PERAN[1], "--ya").exit_code == 0
    own = {key: value for key, value in EVENT.items() if key == "hasil"} | {"aksi": None, "periode": None, "alasan": "Salah."}
    done = run(data, *options([], mengoreksi=name, **own))
    assert done.exit_code == 0, done.output
    assert sorted(item.mengoreksi == name and item.verifikasi is None for item in records(data)) == [False, True]


def test_in_a_dialogue(data: Path) -> None:
    """The one period is named by its year, with what it is instead of a deadline."""
    assert "Tahun 2026, dicatat bila terjadi" in run(data, answers="I.2\n").output


def test_at_the_desk(data: Path) -> None:
    """The form offers the year, chosen already; what is saved shows on the page to verify it by, without any deadline."""
    client = desk_client(data, PERAN[0])
    page = html.unescape(get(client, "/catat/?aksi=I.2").get_data(as_text=True))
    assert f'value="{YEAR}" checked' in page
    assert "catat tiap kali terjadi" in page
    fields = {**EVENT, "hari": "5", "bulan": "3", "tahun": "2026", "uraian": "Rapat.", "tindakan": "pratinjau"}
    shown = get(client, post(client, "/catat/", fields).location).get_data(as_text=True)
    assert "tidak ada tenggatnya" in shown
    assert "Dicatat bila terjadi" in shown
    assert post(client, "/catat/", fields | {"tindakan": "simpan"}).status_code == 302
    (record,) = records(data)
    page = get(desk_client(data, PERAN[1]), f"/verifikasi/{record.nama_berkas}").get_data(as_text=True)
    assert "Verifikasi I.2, Tahun 2026" in page
    assert "tidak ada tenggatnya" in page


def test_in_a_sheet(data: Path) -> None:
    """In a table the period may stay empty, as there is only one, or be the year."""
    office = office_at(data)
    assert [period_meant(text, list(office.periods("I.2")), office.today) for text in ("", "2026", "tahun 2026")] == [YEAR] * 3
