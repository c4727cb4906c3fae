"""The same number in every format: the tables to download, against each other and against the JSON.

Pages are held against the JSON in test_reconciliation.py, charts in test_built_charts.py; here every file of a built site is
read by other people's programs. Nothing here asks the core.
"""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
from recount.published_data import UNDUHAN, api, kinds_of, only, package, page_of, rows_of
from recount.published_page import having, words
from recount.status_again import TAHUN, standing
from support.zi_command import ROOT


def test_csv_and_workbook_hold_the_same(any_site: Path) -> None:
    """Of every table CSV and workbook have the same columns and rows, value by value, with dates and numbers as such in the
    workbook; the archive holds these very files."""
    folder = any_site / UNDUHAN
    book = openpyxl.load_workbook(folder / f"zona-integritas-{TAHUN}.xlsx")
    assert book.sheetnames == ["catatan-berkas", *(item["name"] for item in package(any_site)), "istilah"]
    for item in package(any_site):
        name, kinds = item["name"], kinds_of(item)
        rows = rows_of(any_site, name)
        first, *sheet = book[name].iter_rows(values_only=True)
        assert list(first) == list(kinds), name
        assert (folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0] == ",".join(kinds), name
        assert len(sheet) == len(rows), name
        for cells, row in zip(sheet, rows, strict=True):
            assert list(cells) == [as_cell(value, kinds[key]) for key, value in row.items()], name
    archive = zipfile.ZipFile(folder / f"zona-integritas-{TAHUN}.zip")
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".csv", ".json", ".xlsx")}
    assert {name: archive.read(name) for name in archive.namelist() if name != "BACA-SAYA.txt"} == files


def as_cell(value: Any, kind: str) -> Any:
    """A value of the CSV as a workbook's cell."""
    return datetime.fromisoformat(value) if kind == "date" and value else value


def test_the_page_counts_the_rows(any_site: Path) -> None:
    """The page of downloads names every table of the package with its title, what it holds, its rows and its files."""
    page = page_of(any_site, UNDUHAN)
    shown = {item.attributes["data-unduhan"]: item for item in having(page, unduhan="…")}
    assert list(shown) == [item["name"] for item in package(any_site)]
    for item in package(any_site):
        text, number = words(shown[item["name"]]), len(rows_of(any_site, item["name"]))
        assert text.startswith(f"{item['title']} {item['description']} {number} baris.")
        links = {child.attributes["href"] for child in shown[item["name"]].walk() if "href" in child.attributes}
        assert links == {f"{item['name']}.csv"}
        assert f"Arti {len(item['schema']['fields'])} kolom" in text


def test_plan_and_periods(any_site: Path) -> None:
    """The tables of the plan and its periods hold what rencana-aksi.json and capaian.json do, row by row."""
    plan = [aksi for kelompok in api(any_site, f"{TAHUN}/rencana-aksi")["kelompok"] for aksi in kelompok["aksi"]]
    cells = ("kode", "komponen", "indikator", "langkah_aksi", "bukti_fisik", "target_waktu", "target_capaian")
    assert only(rows_of(any_site, "rencana-aksi"), *cells) == only(plan, *cells)
    capaian = api(any_site, f"{TAHUN}/capaian")
    keys = ("aksi", "periode", "tenggat", "keadaan", "hari_lewat", "terlambat_dipenuhi", "jumlah_catatan")
    assert only(rows_of(any_site, "periode"), *keys) == only(capaian["periode"], *keys)
    own = Counter(item["aksi"] for item in capaian["periode"])
    done = Counter(item["aksi"] for item in capaian["periode"] if item["keadaan"] == "terpenuhi")
    evidence = Counter(item["aksi"] for item in standing(capaian["catatan_capaian"]) for _ in item["bukti"])
    told = only(rows_of(any_site, "rencana-aksi"), "kode", "jumlah_periode", "terpenuhi", "jumlah_bukti")
    assert told == [(item["kode"], own[item["kode"]], done[item["kode"]], evidence[item["kode"]]) for item in plan]


def test_the_late(any_site: Path) -> None:
    """The table of the late holds exactly the late rows of periode.csv, the action that is late for longest first; with the
    evidence that its row asks for and that its records give, and the day of its last record."""
    keys = ("aksi", "periode", "tenggat", "keadaan", "hari_lewat")
    periods = [item for item in rows_of(any_site, "periode") if item["keadaan"] in ("terlambat", "belum_dilaporkan")]
    found = rows_of(any_site, "lewat-tenggat")
    assert Counter(only(found, *keys)) == Counter(only(periods, *keys))
    longest = {
        kode: max(item["hari_lewat"] for item in periods if item["aksi"] == kode) for kode in {i["aksi"] for i in periods}
    }
    assert [longest[item["aksi"]] for item in found] == sorted((longest[item["aksi"]] for item in found), reverse=True)
    asked = {item["kode"]: item["bukti_fisik"] for item in rows_of(any_site, "rencana-aksi")}
    assert all(item["bukti_diminta"] == asked[item["aksi"]] for item in found)
    assert all((item["keadaan"] == "belum_dilaporkan") == (item["tanggal_laporan"] is None) for item in found)
    records = rows_of(any_site, "catatan")
    for item in found:
        own = [record["tanggal"] for record in records if all(record[key] == item[key] for key in ("aksi", "periode"))]
        assert item["tanggal_laporan"] in (own or [None])
    assert {item["salinan_dari"] for item in found if item["aksi"].startswith("III.")} <= {f"II.{n}" for n in range(1, 6)}
    assert all((item["salinan_dari"] is None) != item["aksi"].startswith("III.") for item in found)


def test_records_and_evidence(any_site: Path) -> None:
    """The tables of records and evidence hold what capaian.json does, however it is ordered."""
    records = api(any_site, f"{TAHUN}/capaian")["catatan_capaian"]
    keys = ("aksi", "periode", "tanggal", "hasil", "uraian", "dicatat_oleh", "diverifikasi_oleh", "berkas")
    keys += ("mengoreksi", "mencabut", "alasan")
    found = rows_of(any_site, "catatan")
    assert Counter(only(found, *keys, "jumlah_bukti")) == Counter(
        (*cells, len(item["bukti"])) for cells, item in zip(only(records, *keys), records, strict=True)
    )
    of_evidence = ("judul", "jenis", "tautan", "alamat", "ukuran", "sha256", "dilihat", "tautan_lemah", "membuktikan")
    told = Counter(only(rows_of(any_site, "bukti"), "catatan", *of_evidence))
    assert told == Counter((item["berkas"], *cells) for item in records for cells in only(item["bukti"], *of_evidence))


def test_nothing_above_is_empty(contoh: Path) -> None:
    """Of the sample office every table has rows; so no comparison above is one of nothing with nothing."""
    assert not [item["name"] for item in package(contoh) if not rows_of(contoh, item["name"])]


def test_no_file_of_the_office_is_marked_as_sample(situs: Path) -> None:
    """No download, feed or calendar of the real office says DATA CONTOH."""
    real = not json.loads((situs / "api/v1" / str(TAHUN) / "capaian.json").read_text(encoding="utf-8"))["contoh"]
    assert real, ROOT
    paths = [
        path for path in situs.rglob("*") if path.suffix in (".csv", ".ics", ".xml", ".json") and "pagefind" not in path.parts
    ]
    assert not [path for path in paths if "DATA CONTOH" in path.read_text(encoding="utf-8")]
