"""The workbook that is filled in: its rows, its lists, and that it holds no formula."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from small.office_data import row, write_kantor
from support.recording import PERAN
from zona.desk.office import Office
from zona.desk.sheet.blank_workbook import blank_workbook, open_periods
from zona.desk.sheet.read_sheet import read_sheet
from zona.findings.year_findings import Findings
from zona.records.load import Data, load_data

Opened = Callable[[], Office]


def test_a_row_for_each_period_past(opened: Opened) -> None:
    """Every period whose deadline has passed without a record, in the order of the plan; all open ones where that is asked."""
    office = opened()
    (year,) = office.data.tahun
    due = [(item.kode, item.periode) for item in open_periods(office, year)]
    quarters, others = [("I.2", f"2026-TW{n}") for n in (1, 2, 3)], [("I.3", "2026-01"), ("I.3", "2026-07")]
    assert due == [*(("I.1", f"2026-{n:02}") for n in range(1, 11)), *quarters, *others, ("I.4.a", "2026-01-sd-03")]
    assert len(open_periods(office, year, due_only=False)) == len(due) + 3


def test_all_of_the_frozen_year(data: Data, temuan: Findings, tmp_path: Path) -> None:
    """Of the office of the decree there are 142 deadlines past: those without a record have a row each."""
    year = temuan.tahun[-1]
    past = [item for item in year.periode if item.lewat]
    rows = open_periods(Office(data, tmp_path, tmp_path, temuan.per_tanggal), year.sumber)
    assert len(past) == 142
    assert [(item.kode, item.periode) for item in rows] == [(item.kode, item.periode) for item in past if not item.capaian]


def test_the_workbook_as_people_see_it(opened: Opened) -> None:
    """Action with its component, month and deadline in words, in text cells; days show their month's name; two columns and the
    heading stay in sight, results and kinds drop down, a second sheet says how."""
    office = opened()
    (year,) = office.data.tahun
    book = load_workbook(io.BytesIO(blank_workbook(office, year, open_periods(office, year))))
    sheet = book["Isian"]
    assert book.sheetnames == ["Isian", "Cara mengisi"]
    assert [cell.value for cell in sheet[1]] == [
        *("aksi", "periode", "tanggal", "hasil", "uraian", "bukti", "judul bukti", "jenis bukti", "tenggat")
    ]
    assert [cell.value for cell in sheet[9]][:2] == ["I.1 komponen I.1", "Agustus 2026"]
    assert (sheet["I9"].value, sheet["B9"].number_format, sheet.freeze_panes) == ("31 Agustus 2026", "@", "C2")
    assert sheet.column_dimensions["C"].width > 15
    lists = {str(item.sqref): item.formula1 for item in sheet.data_validations.dataValidation if item.type == "list"}
    assert lists == {
        "D2:D217": '"Selesai,Berjalan,Ada kendala"',
        "H2:H217": '"Dokumen,Foto,Daftar hadir,Notulen,Undangan,Laporan,Tampilan"',
    }
    days = [item.prompt for item in sheet.data_validations.dataValidation if item.promptTitle == "Tanggal"]
    assert days == ["Hari kegiatannya, dari 2 Januari 2026 sampai 24 November 2026."]


def test_the_same_bytes_and_no_formula(tmp_path: Path) -> None:
    """The same state gives the same bytes; a component that looks like a formula stays a text."""
    rows = [row("I.1", komponen='=HYPERLINK("https://contoh.go.id")')]
    root = write_kantor(tmp_path / "lain", {2026: rows}, situs={"peran": PERAN})
    office = Office(load_data(root), root, tmp_path, date(2026, 11, 24))
    (year,) = office.data.tahun
    periods = open_periods(office, year)
    content = blank_workbook(office, year, periods)
    assert content == blank_workbook(office, year, periods)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {item.date_time[:3] for item in packed.infolist()} == {(1980, 1, 1)}
        assert not [name for name in packed.namelist() if b"<f>" in packed.read(name) or b"hyperlink" in packed.read(name)]


def test_it_is_read_back(opened: Opened) -> None:
    """The empty workbook is read as rows of which none is meant."""
    office = opened()
    (year,) = office.data.tahun
    batch = read_sheet("a.xlsx", blank_workbook(office, year, open_periods(office, year)))
    assert (len(batch.rows), [row for row in batch.rows if row.meant], batch.notes) == (16, [], ())
    assert batch.rows[7].texts == {"aksi": "I.1 komponen I.1", "periode": "Agustus 2026"}
