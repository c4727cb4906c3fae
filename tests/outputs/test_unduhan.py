"""The downloads: read back by other people's programs, equal to the findings, safe to open, the same on every build."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st
from kantor import row, write_kantor
from zi_command import PER_TANGGAL, ROOT
from zona.findings.judge import Findings, judge
from zona.outputs.api_capaian import ringkasan
from zona.outputs.bukti import publish
from zona.outputs.tabel import Jenis, Kolom, Tabel
from zona.outputs.unduhan import Unduhan, defused, downloads_of, to_csv, to_workbook
from zona.records.load import load_data


@pytest.fixture(scope="module")
def sample() -> Findings:
    """The sample office, with records in every state."""
    return judge(load_data(ROOT / "tests" / "contoh"), PER_TANGGAL)


def downloads(findings: Findings) -> Unduhan:
    """The newest year's downloads."""
    tahun = findings.terbaru
    return downloads_of(tahun, findings, publish(tahun.bukti, tahun.tahun, ROOT / ".zi-cache"))


@pytest.fixture(scope="module")
def files(sample: Findings) -> dict[str, bytes]:
    """Every file of the newest year's folder."""
    found = downloads(sample).berkas
    return {name: file.content for name, file in found.items() if isinstance(file.content, bytes)}


def read_csv(content: bytes) -> list[dict[str, str]]:
    """A CSV's rows."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_data_package_describes_its_files(files: dict[str, bytes], tmp_path: Path) -> None:
    """frictionless finds no fault in the archive: every CSV has the columns, kinds and values that its description says."""
    archive = zipfile.ZipFile(io.BytesIO(next(content for name, content in files.items() if name.endswith(".zip"))))
    archive.extractall(tmp_path)
    report = Package.from_descriptor(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    assert report.stats["tasks"] == 4
    assert {path.name for path in tmp_path.iterdir()} == {
        "BACA-SAYA.txt", *(name for name in files if not name.endswith(".zip")),
    }  # fmt: skip


def test_a_wrong_table_is_found(files: dict[str, bytes], tmp_path: Path) -> None:
    """The check above can fail: a word in a column of numbers is a fault."""
    for name in ("datapackage.json", "rencana-aksi.csv", "catatan.csv", "bukti.csv"):
        (tmp_path / name).write_bytes(files[name])
    (tmp_path / "periode.csv").write_bytes(files["periode.csv"].replace(b"\r\n2026,", b"\r\ndua,", 1))
    assert not Package.from_descriptor(str(tmp_path / "datapackage.json")).validate().valid


def test_every_format_says_the_same(files: dict[str, bytes], sample: Findings) -> None:
    """CSV, JSON and workbook hold the same rows and values, table by table."""
    book = openpyxl.load_workbook(io.BytesIO(files["zona-integritas-2026.xlsx"]))
    for table in downloads(sample).tabel:
        keys = [kolom.nama for kolom in table.kolom]
        rows = read_csv(files[f"{table.nama}.csv"])
        objects = json.loads(files[f"{table.nama}.json"])["baris"]
        sheet = [list(cells) for cells in book[table.nama].iter_rows(values_only=True)]
        assert sheet[0] == keys == list(rows[0])
        assert len(rows) == len(objects) == len(sheet) - 1 == len(table.baris)
        for line, item, cells in zip(rows, objects, sheet[1:], strict=True):
            for kolom, cell in zip(table.kolom, cells, strict=True):
                value = item[kolom.nama]
                assert line[kolom.nama] == written(value)
                assert cell == (datetime.fromisoformat(value) if kolom.jenis is Jenis.TANGGAL and value else value)


def written(value: Any) -> str:
    """A JSON value as CSV writes it."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    return defused(value) if isinstance(value, str) else str(value)


def test_numbers_are_those_of_the_summary(files: dict[str, bytes], sample: Findings) -> None:
    """Counted from the downloads, periods, states and actions are those of `ringkasan.json`."""
    summary = ringkasan(sample.terbaru)
    states = [line["keadaan"] for line in read_csv(files["periode.csv"])]
    assert {state: states.count(state) for state in summary["hitungan_periode"]["keadaan"]} == summary["hitungan_periode"][
        "keadaan"
    ]
    actions = read_csv(files["rencana-aksi.csv"])
    assert len(actions) == summary["hitungan_aksi"]["jumlah"]
    assert sum(int(line["terpenuhi"]) for line in actions) == summary["hitungan_periode"]["keadaan"]["terpenuhi"]
    assert sum(int(line["jumlah_bukti"]) for line in read_csv(files["catatan.csv"])) == len(read_csv(files["bukti.csv"]))


def test_excel_opens_it_right(files: dict[str, bytes]) -> None:
    """CSV starts with a byte order mark and ends its lines with CRLF; the workbook's sheets have a frozen, filtered header."""
    for name, content in files.items():
        if name.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbf")
            assert content.endswith(b"\r\n")
    book = openpyxl.load_workbook(io.BytesIO(files["zona-integritas-2026.xlsx"]))
    first, *tables, last = book.worksheets
    assert (first.title, last.title) == ("catatan-berkas", "istilah")
    assert first["A1"].value == "DATA CONTOH"
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in tables)
    terms = [tuple(cells) for cells in last.iter_rows(min_row=2, values_only=True)]
    assert len(terms) == sum(sheet.max_column for sheet in tables)
    assert all(meaning for *_, meaning in terms)


@given(st.text(max_size=40))
def test_no_text_becomes_a_formula(text: str) -> None:
    """Whatever people wrote, no cell begins as a formula does, and nothing but the mark before it is added."""
    table = Tabel("uji", "Uji", "Uji.", (Kolom("teks", Jenis.TEKS, "Uji.", lambda item: item),), (text,))
    content = to_csv(table).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    cell = rows[1][0] if rows[1:] and rows[1] else ""
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in (text, f"'{text}")


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@SUM(A1)", "{=A1}", "https://contoh.example", "x" * 40_000])
def test_workbook_cells_are_text(text: str, sample: Findings) -> None:
    """In the workbook people's words are text cells: no formula, no link; a text longer than a cell may be is cut."""
    table = Tabel("uji", "Uji", "Uji.", (Kolom("teks", Jenis.TEKS, "Uji.", lambda item: item),), (text,))
    cell = openpyxl.load_workbook(io.BytesIO(to_workbook((table,), sample)))["uji"]["A2"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text[:32_767], None)


def test_same_bytes_again(files: dict[str, bytes], sample: Findings) -> None:
    """Made anew, every file is the same to the byte; the archive's files are dated by the day that they are about."""
    again = downloads(sample).berkas
    assert {name: file.content for name, file in again.items()} == files
    archive = zipfile.ZipFile(io.BytesIO(files["zona-integritas-2026.zip"]))
    assert {item.date_time for item in archive.infolist()} == {(2026, 11, 24, 0, 0, 0)}


def test_every_column_is_explained(sample: Findings) -> None:
    """A column without a meaning is not published; names are those of the data: small letters and underscores."""
    for table in downloads(sample).tabel:
        assert all(kolom.keterangan.endswith(".") and kolom.nama.replace("_", "").isalnum() for kolom in table.kolom)
        assert len({kolom.nama for kolom in table.kolom}) == len(table.kolom)


def test_licence_and_address_only_when_known(tmp_path: Path) -> None:
    """A package names a licence and a home page where the office gave them, and otherwise none."""
    known = {"lisensi_data": "CC-BY-4.0", "alamat_situs": "https://contoh.example/zi"}
    found = []
    for name, situs in (("tahu", known), ("tidak", {})):
        findings = judge(load_data(write_kantor(tmp_path / name, {2026: [row("I.1")]}, situs=situs)), date(2026, 3, 1))
        content = downloads(findings).berkas["datapackage.json"].content
        assert isinstance(content, bytes)
        package = json.loads(content)
        found.append((package.get("licenses"), package.get("homepage")))
    assert found == [([{"name": "CC-BY-4.0"}], "https://contoh.example/zi/"), (None, None)]
