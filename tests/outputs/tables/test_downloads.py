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
from small.office_data import row, write_kantor
from support.zi_command import CONTOH, PER_TANGGAL, ROOT
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.api.data_json import ringkasan_json, year_head
from zona.outputs.evidence.published import publish_all
from zona.outputs.pages.berbagi.open_data_pages import page_of_downloads
from zona.outputs.pages.frame import Frame
from zona.outputs.pages.render import render
from zona.outputs.tables.csv_table import defused, to_csv
from zona.outputs.tables.downloads import Unduhan, downloads_of
from zona.outputs.tables.table import Jenis, Kolom, Tabel
from zona.outputs.tables.workbook import to_workbook
from zona.records.load import load_data

pytestmark = pytest.mark.lambat

TABEL = (
    "rencana-aksi", "periode", "lewat-tenggat", "catatan", "bukti",
    "pengaduan-bulanan", "pengaduan-jangka", "pengaduan-rincian", "pengaduan-lama",
    "kanal", "kanal-cara", "kanal-janji", "survei", "survei-unsur",
)  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> Findings:
    """The sample office, with records in every state."""
    return judge(load_data(CONTOH / "data"), PER_TANGGAL)


def downloads(findings: Findings) -> Unduhan:
    """The newest year's downloads."""
    tahun = findings.terbaru
    return downloads_of(tahun, findings, publish_all(findings, ROOT / ".zi-cache")[tahun.tahun])


@pytest.fixture(scope="module")
def files(sample: Findings) -> dict[str, bytes]:
    """Every file of the newest year's folder."""
    return {name: file.read() for name, file in downloads(sample).berkas.items()}


def read_csv(content: bytes) -> list[dict[str, str]]:
    """A CSV's rows."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_data_package_describes_its_files(files: dict[str, bytes], tmp_path: Path) -> None:
    """frictionless finds no fault in the archive: every CSV has the columns, kinds and values that its description says."""
    archive = zipfile.ZipFile(io.BytesIO(next(content for name, content in files.items() if name.endswith(".zip"))))
    archive.extractall(tmp_path)
    report = Package.from_descriptor(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    assert report.stats["tasks"] == len([name for name in files if name.endswith(".csv")]) == len(TABEL) + 1
    assert {path.name for path in tmp_path.iterdir()} == {
        "BACA-SAYA.txt", *(name for name in files if not name.endswith(".zip")),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("periode.csv", b"\r\n2026,", b"\r\ndua,", "type-error"),
        ("kanal.csv", b"\r\nppid-kantor,", b"\r\nkantor,", "primary-key"),
        ("kanal-cara.csv", b"\r\nkantor,", b"\r\nlain,", "foreign-key"),
        ("survei-unsur.csv", b",data/2026/survei/ikm.yml,", b",data/2026/survei/lain.yml,", "foreign-key"),
    ],
)
def test_a_wrong_table_is_found(files: dict[str, bytes], tmp_path: Path, name: str, old: bytes, new: bytes, fault: str) -> None:
    """The check above can fail: a word in a column of numbers, a key that stands twice, and a row that refers to nothing."""
    for other, content in files.items():
        (tmp_path / other).write_bytes(content)
    assert old in files[name]
    (tmp_path / name).write_bytes(files[name].replace(old, new, 1))
    report = Package.from_descriptor(str(tmp_path / "datapackage.json")).validate()
    assert fault in {kind for (kind,) in report.flatten(["type"])}


def test_keys_and_references_hold(sample: Findings) -> None:
    """No two rows have the same key; whatever a table refers to is there; only evidence and ways of channels have no key."""
    tables = {table.nama: table for table in downloads(sample).tabel}
    assert tuple(tables) == (*TABEL, "lke")  # the sample is mapped to the LKE
    rows = {name: [dict(zip([item.nama for item in table.kolom], row, strict=True)) for row in table.baris]
            for name, table in tables.items()}  # fmt: skip

    def values(name: str, keys: tuple[str, ...]) -> list[tuple[Any, ...]]:
        return [tuple(row[key] for key in keys) for row in rows[name]]

    for name, table in tables.items():
        assert rows[name], name
        assert not table.kunci or len(set(values(name, table.kunci))) == len(rows[name])
        for item in table.rujukan:
            assert tables[item["reference"]["resource"]].kunci == item["reference"]["fields"]
            assert set(values(name, item["fields"])) <= set(values(item["reference"]["resource"], item["reference"]["fields"]))
    assert [name for name, table in tables.items() if not table.kunci] == ["bukti", "kanal-cara", "kanal-janji", "lke"]


def test_a_year_without_reports(tmp_path: Path) -> None:
    """An office that reported nothing has the same tables with a header and no rows, valid, and each says why it is empty."""
    findings = judge(load_data(write_kantor(tmp_path / "data", {2026: [row("I.1")]})), date(2026, 3, 1))
    made = downloads(findings)
    for name, file in made.berkas.items():
        (tmp_path / name).write_bytes(file.read())
    report = Package.from_descriptor(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    empty = {table.nama: table for table in made.tabel if not table.baris}
    assert tuple(empty) == TABEL[3:]
    readme = zipfile.ZipFile(tmp_path / "zona-integritas-2026.zip").read("BACA-SAYA.txt").decode("utf-8-sig")
    book = openpyxl.load_workbook(tmp_path / "zona-integritas-2026.xlsx")
    page = render(page_of_downloads(findings.terbaru, findings, made), Frame(findings)).read()
    for name, table in empty.items():
        assert (tmp_path / f"{name}.csv").read_bytes().count(b"\r\n") == 1
        assert [list(cells) for cells in book[name].iter_rows(values_only=True)] == [[kolom.nama for kolom in table.kolom]]
        assert f"{table.keterangan} {table.kosong}" in readme
        assert f"<b>0 baris.</b> {table.kosong}" in page.decode()
    assert "Ini bukan berarti tidak ada pengaduan." in empty["pengaduan-bulanan"].kosong


def test_every_format_says_the_same(files: dict[str, bytes], sample: Findings) -> None:
    """CSV and workbook hold the rows and values of the tables, each column of its kind."""
    book = openpyxl.load_workbook(io.BytesIO(files["zona-integritas-2026.xlsx"]))
    for table in downloads(sample).tabel:
        keys = [kolom.nama for kolom in table.kolom]
        rows = read_csv(files[f"{table.nama}.csv"])
        sheet = [list(cells) for cells in book[table.nama].iter_rows(values_only=True)]
        assert sheet[0] == keys == list(rows[0])
        assert len(rows) == len(sheet) - 1 == len(table.baris)
        for line, values, cells in zip(rows, table.baris, sheet[1:], strict=True):
            for kolom, value, cell in zip(table.kolom, values, cells, strict=True):
                assert line[kolom.nama] == written(value)
                assert cell == (datetime.fromisoformat(value.isoformat()) if isinstance(value, date) else value)
                assert value is None or type(value) in KINDS[kolom.jenis]


KINDS = {
    Jenis.TEKS: (str,),
    Jenis.TANGGAL: (date,),
    Jenis.BILANGAN: (int,),
    Jenis.DESIMAL: (int, float),
    Jenis.BENAR_SALAH: (bool,),
}


def written(value: Any) -> str:
    """A value as CSV writes it."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    return defused(value) if isinstance(value, str) else str(value)


def test_numbers_are_those_of_the_summary(files: dict[str, bytes], sample: Findings) -> None:
    """Counted from the downloads, periods, states and actions are those of `ringkasan.json`."""
    summary = ringkasan_json(sample.terbaru, year_head(sample.terbaru, sample)).model_dump(mode="json")
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


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@given(st.one_of(st.text(max_size=40), st.builds(str.__add__, st.sampled_from(FORMULA), st.text(max_size=9))))
def test_no_text_becomes_a_formula(text: str) -> None:
    """Whatever people wrote, no cell begins as a formula does, and nothing but the mark before it is added."""
    table = Tabel("uji", "Uji", "Uji.", (Kolom("teks", Jenis.TEKS, "Uji."),), ((text,),), bagian="Uji")
    content = to_csv(table).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    cell = rows[1][0] if rows[1:] and rows[1] else ""
    assert not cell.startswith(FORMULA)
    assert cell in (text, f"'{text}")


@pytest.mark.parametrize("start", FORMULA)
def test_every_start_of_a_formula_is_defused(start: str) -> None:
    """Also after a tab or a new line, and in the full width in which East Asian keyboards write the signs."""
    assert defused(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@SUM(A1)", "{=A1}", "https://contoh.example", "x" * 40_000])
def test_workbook_cells_are_text(text: str, sample: Findings) -> None:
    """In the workbook people's words are text cells: no formula, no link; a text longer than a cell may be is cut."""
    table = Tabel("uji", "Uji", "Uji.", (Kolom("teks", Jenis.TEKS, "Uji."),), ((text,),), bagian="Uji")
    cell = openpyxl.load_workbook(io.BytesIO(to_workbook((table,), sample)))["uji"]["A2"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text[:32_767], None)


def test_same_bytes_again(files: dict[str, bytes], sample: Findings) -> None:
    """Made anew, every file is the same to the byte; the archive's files are dated by the day that they are about."""
    again = downloads(sample).berkas
    assert {name: file.read() for name, file in again.items()} == files
    archive = zipfile.ZipFile(io.BytesIO(files["zona-integritas-2026.zip"]))
    assert {item.date_time for item in archive.infolist()} == {(2026, 11, 24, 0, 0, 0)}


def test_every_column_is_explained(sample: Findings) -> None:
    """A column without a meaning is not published; names are those of the data: small letters and underscores."""
    for table in downloads(sample).tabel:
        assert all(kolom.keterangan.endswith(".") and kolom.nama.replace("_", "").isalnum() for kolom in table.kolom)
        assert len({kolom.nama for kolom in table.kolom}) == len(table.kolom)


def test_licence_and_address_only_when_known(tmp_path: Path) -> None:
    """A package names a licence, a home page and its source's page where the office gave them, and otherwise none; it always
    says in Indonesian what it is, whose it is and which decree it comes from."""
    known = {"lisensi_data": "CC-BY-4.0", "alamat_situs": "https://contoh.example/zi"}
    found = []
    for name, situs in (("tahu", known), ("tidak", {})):
        findings = judge(load_data(write_kantor(tmp_path / name, {2026: [row("I.1")]}, situs=situs)), date(2026, 3, 1))
        package = json.loads(downloads(findings).berkas["datapackage.json"].read())
        assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
        assert package["description"].startswith("Rencana aksi Zona Integritas Komisi Pemilihan Umum Kota Uji tahun 2026: ")
        assert package["contributors"] == [{"title": "Komisi Pemilihan Umum Kota Uji", "roles": ["publisher"]}]
        (source,) = package["sources"]
        assert source["title"] == "Komisi Pemilihan Umum Kota Uji, Keputusan Nomor 1 Tahun 2026"
        found.append((package.get("licenses"), package.get("homepage"), source.get("path")))
    licence = {"name": "CC-BY-4.0", "path": "https://spdx.org/licenses/CC-BY-4.0.html"}
    page = "https://contoh.example/zi/rencana-aksi/2026/keputusan/"
    assert found == [([licence], "https://contoh.example/zi/", page), (None, None, None)]
