"""Isi banyak sekaligus at the desk: periods picked and told once, workbooks dropped or pasted; drafts, refusals, and saving."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from small.desk_client import desk_client, get, post
from small.office_data import row, write_kantor
from support.evidence_files import pdf, phone_photo
from support.recording import PERAN, tree
from werkzeug.test import TestResponse
from zona.records.load import load_data

PAGE = "/tumpukan/"
PICKS = ["I.1 2026-01", "I.1 2026-02", "I.2 2026-TW1"]
TEXT = {"rentang": "1", "hasil": "selesai", "uraian": "DATA CONTOH: kampanye.", "akhir": "ya"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small office with a monthly action and a quarterly one."""
    rows = [row("I.1", "Bulanan"), row("I.2", "Per Triwulan"), row("I.3", "Desember")]
    return write_kantor(tmp_path / "data", {2026: rows}, situs={"peran": PERAN})


@pytest.fixture
def client(data: Path) -> FlaskClient:
    """A desk of that office."""
    return desk_client(data, PERAN[0])


def said(answer: TestResponse) -> str:
    """What a page says, without its marks, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True))).split())


def key(answer: TestResponse) -> str:
    """The key of the draft that a page belongs to, or leads to."""
    found = re.search(r'name="kunci" value="([0-9a-f]{16})"', answer.get_data(as_text=True))
    return found[1] if found else answer.location.partition("#")[0].rpartition("/")[2]


def picked(client: FlaskClient, *picks: str) -> str:
    """The key of a draft in which periods are picked, at the form that tells of them."""
    answer = post(client, PAGE, {"menandai": "1", "pilih": list(picks or PICKS), "tindakan": "lanjut"})
    assert answer.status_code == 303
    return key(answer)


def filled(client: FlaskClient, *cells: tuple[str, str]) -> bytes:
    """The downloaded workbook with three rows filled in, and other texts in some cells."""
    book = load_workbook(io.BytesIO(get(client, f"{PAGE}buku-kerja?tahun=2026").data))
    sheet = book["Isian"]
    for number in (2, 3, 4):
        for column, text in enumerate((f"{number}/2/2026", "Selesai", f"DATA CONTOH {number}.", "laporan.pdf"), start=3):
            sheet.cell(number, column).value = text
    for cell, text in cells:
        sheet[cell] = text
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_table(client: FlaskClient) -> None:
    """Months that are not reported can be picked, quarters stand below, others are told; sets and rows are picked at once, and
    let go when they are all picked."""
    page = get(client, PAGE)
    assert "13 periode 2026 belum dilaporkan" in said(page)
    boxes = re.findall(r'name="pilih" value="([^"]+)"', page.get_data(as_text=True))
    assert boxes == [*(f"I.1 2026-{month:02}" for month in range(1, 11)), *(f"I.2 2026-TW{n}" for n in (1, 2, 3))]
    draft = ""
    for action, count in (("tandai-Semester I", 8), ("tandai-I.1", 12), ("tandai-I.1", 2), ("kosongkan", 0)):
        marks = re.findall(r'name="pilih" value="([^"]+)" checked', page.get_data(as_text=True))
        answer = post(client, PAGE, {"kunci": draft, "menandai": "1", "pilih": marks, "tindakan": action})
        assert answer.status_code == 303
        draft, page = key(answer), get(client, answer.location.partition("#")[0])
        assert page.get_data(as_text=True).count(" checked>") == count


def test_picked_and_told_once(client: FlaskClient, data: Path) -> None:
    """Three periods told once: the days are asked, the evidence's months are found, what was typed stays; then three records,
    with a file stored once, and no draft."""
    draft = picked(client)
    answer = post(client, PAGE, {"kunci": draft, "rentang": "1", "uraian": TEXT["uraian"], "tindakan": "periksa"})
    assert answer.status_code == 422
    assert "2 hal perlu dibetulkan" in said(answer)
    assert "3 periode belum bertanggal. Tulis harinya masing-masing" in said(answer)
    assert TEXT["uraian"] in said(answer)
    files = {"foto januari.jpg": phone_photo(), "laporan.pdf": pdf()}
    answer = post(client, PAGE, {"kunci": draft, **TEXT, "hari I.1 2026-01": "20/1/2026", "tindakan": "tambah"}, files)
    page = get(client, answer.location.partition("#")[0])
    assert "Bukti: foto januari.jpg" in said(page)
    assert 'value="20/1/2026"' in page.get_data(as_text=True)
    answer = post(client, PAGE, {"kunci": draft, **TEXT, "hari I.1 2026-01": "20/1/2026", "tindakan": "periksa"})
    assert "1 periode belum punya bukti. Seret buktinya" in said(answer)
    answer = post(client, PAGE, {"kunci": draft, **TEXT, "sama": "ya", "hari I.1 2026-01": "20/1/2026", "tindakan": "periksa"})
    assert "3 laporan siap disimpan" in said(answer)
    assert not list(data.glob("2026/capaian/*.yml"))
    done = post(client, PAGE, {"kunci": draft, **TEXT, "sama": "ya", "hari I.1 2026-01": "20/1/2026", "tindakan": "simpan"})
    assert done.location == f"{PAGE}?tersimpan=3"
    assert "3 laporan tersimpan" in said(get(client, done.location))
    year = load_data(data).tahun[0]
    assert sorted((item.isi.periode, item.isi.tanggal.isoformat(), len(item.isi.bukti)) for item in year.capaian) == [
        ("2026-01", "2026-01-20", 2),
        ("2026-02", "2026-02-28", 1),
        ("2026-TW1", "2026-03-31", 2),
    ]
    assert len(year.bukti) == 2
    assert get(client, PAGE + draft).status_code == 303


def test_a_workbook_with_wrong_cells(client: FlaskClient, data: Path) -> None:
    """The downloaded workbook filled in and dropped with its evidence: each wrong cell told with its own text in a field, and
    nothing written, not even by the button; corrected in the page, all is written."""
    before = tree(data)
    book = filled(client, ("A2", "I.l"), ("C3", "31/02/2026"), ("E4", "Hubungi 0812 0000 0090"))
    answer = post(client, PAGE, {"tindakan": "buku"}, {"tunggakan-2026.xlsx": book, "laporan.pdf": pdf()})
    draft = key(answer)
    page = get(client, answer.location.partition("#")[0])
    assert "Belum disimpan: 3 sel perlu dibetulkan" in said(page)
    assert re.findall(r'(?:id|for)="sel-(\w+)"', page.get_data(as_text=True))[::2] == ["A2", "C3", "E4"]
    assert 'value="31/02/2026"' in page.get_data(as_text=True)
    assert "10 baris dikosongkan" in said(page)
    refused = post(client, PAGE, {"kunci": draft, "sel-A2": "I.1", "tindakan": "simpan"})
    assert refused.status_code == 422
    assert "Belum disimpan: 2 sel" in said(refused)
    assert tree(data) == before
    right = {"sel-C3": "28/02/2026", "sel-E4": "DATA CONTOH."}
    answer = post(client, PAGE, {"kunci": draft, **right, "tindakan": "periksa"})
    assert "3 laporan siap disimpan" in said(answer)
    assert post(client, PAGE, {"kunci": draft, "tindakan": "simpan"}).location == f"{PAGE}?tersimpan=3"
    assert len(load_data(data).tahun[0].capaian) == 3


def test_a_draft_lasts(client: FlaskClient, data: Path) -> None:
    """A sheet and what was dropped beside it are there after a restart, listed on the first page; evidence that comes later
    mends its cell; a row can be left out; the draft can be thrown away."""
    book = filled(client, ("F2", "foto.jpg; surat.doc"))
    draft = key(post(client, PAGE, {"tindakan": "buku"}, {"a.xlsx": book, "laporan.pdf": pdf(), "surat.doc": b"x"}))
    again = desk_client(data, PERAN[0])
    assert f"{PAGE}{draft}" in get(again, "/").get_data(as_text=True)
    assert "Berkas “foto.jpg” belum ikut diseret." in said(get(again, PAGE + draft))
    assert "berkas DOC tidak bisa menjadi bukti" in said(get(again, PAGE + draft))
    answer = post(again, PAGE, {"kunci": draft, "tindakan": "periksa"}, {"foto.jpg": phone_photo()})
    assert "Belum disimpan: 1 sel" in said(answer)
    answer = post(again, PAGE, {"kunci": draft, "tindakan": "lewati-2"})
    assert "2 laporan siap disimpan" in said(get(again, answer.location.partition("#")[0]))
    assert post(again, PAGE, {"kunci": draft, "tindakan": "buang"}).status_code == 303
    assert get(again, PAGE + draft).status_code == 404


def test_pasted_rows(client: FlaskClient, data: Path) -> None:
    """Rows that are pasted are read as a sheet; what is no table is told, and stays in the field."""
    answer = post(client, PAGE, {"tindakan": "buku", "tempel": "halo\tdunia"})
    assert answer.status_code == 422
    assert "judul kolom tidak ditemukan" in said(answer)
    assert "halo\tdunia" in answer.get_data(as_text=True)
    answer = post(client, PAGE, {"tindakan": "buku", "tempel": "I.1\tMaret\t20/3/2026\tBerjalan\tDATA CONTOH.\n"})
    assert "1 laporan siap disimpan" in said(get(client, answer.location.partition("#")[0]))
    assert post(client, PAGE, {"kunci": key(answer), "tindakan": "simpan"}).status_code == 303
    assert load_data(data).tahun[0].capaian[0].isi.uraian == "DATA CONTOH."


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, "buku kerjanya belum ikut diseret"),
        ({"laporan.pdf": pdf()}, "buku kerjanya belum ikut diseret"),
        ({"a.xlsx": b"PK", "b.xlsx": b"PK"}, "ada beberapa buku kerja"),
        ({"a.xlsx": b"PK\3\4"}, "rusak, berkata sandi, atau bukan Excel"),
        ({"a.xls": b"\xd0\xcf"}, "bukan .xlsx atau .csv"),
        ({"../../situs.csv": b"a;b"}, "judul kolom tidak ditemukan"),
    ],
)
def test_files_that_are_no_workbook(client: FlaskClient, data: Path, files: dict[str, bytes], why: str) -> None:
    """What can't be read as a whole is told at the box, evidence that came with it is kept, and nothing is written."""
    before = tree(data)
    answer = post(client, PAGE, {"tindakan": "buku"}, files)
    assert answer.status_code == 422
    assert why in said(answer)
    assert ("1 berkas bukti" in said(answer)) == ("laporan.pdf" in files)
    assert tree(data) == before


def test_nothing_picked_nothing_filled(client: FlaskClient) -> None:
    """The button without a pick says so; an empty workbook says what to fill in, and the same again that all is recorded."""
    answer = post(client, PAGE, {"menandai": "1", "tindakan": "lanjut"})
    assert "belum ada periode yang dicentang" in said(answer)
    empty = get(client, f"{PAGE}buku-kerja").data
    answer = post(client, PAGE, {"tindakan": "buku"}, {"a.xlsx": empty})
    assert "Buku kerja ini belum diisi" in said(get(client, answer.location.partition("#")[0]))
    files = {"a.xlsx": filled(client), "laporan.pdf": pdf()}
    for text in ("3 laporan siap disimpan", "3 baris sudah tercatat"):
        answer = post(client, PAGE, {"tindakan": "buku"}, files)
        assert text in said(get(client, answer.location.partition("#")[0]))
        post(client, PAGE, {"kunci": key(answer), "tindakan": "simpan"})


def test_while_somebody_types(client: FlaskClient) -> None:
    """The script's posts keep the draft, and give back what follows from the marks."""
    answer = post(client, f"{PAGE}langsung", {"menandai": "1", "pilih": PICKS})
    assert answer.status_code == 200
    assert "3 periode ditandai" in said(answer)
    assert get(client, PAGE + key(answer)).get_data(as_text=True).count(" checked>") == 3


def test_a_desk_without_a_role(data: Path, client: FlaskClient) -> None:
    """Without a role the page asks for one first, and what was posted is kept as a draft."""
    (data.parent / ".zi-meja" / "peran").unlink()
    assert get(client, PAGE).location == "/peran/?ke=/tumpukan/"
    answer = post(client, PAGE, {"tindakan": "buku"}, {"a.xlsx": filled(client), "laporan.pdf": pdf()})
    assert answer.location.startswith("/peran/?ke=/tumpukan/")
    draft = answer.location.rpartition("/")[2]
    assert post(client, "/peran/", {"peran": PERAN[0], "ke": PAGE + draft}).location == PAGE + draft
    assert "3 laporan siap disimpan" in said(get(client, PAGE + draft))
