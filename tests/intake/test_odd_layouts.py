"""Layouts of plans that nobody described: calendars of crosses, indented columns, full codes, letters, sheets, no numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from recount.annex import Grid
from zona.intake.plan.numbering import read_mark
from zona.intake.plan.plan_cells import names_person
from zona.intake.plan.plan_map import PetaTabel
from zona.intake.plan.plan_reader import Intake, read_plan
from zona.intake.plan.template_workbook import template_workbook
from zona.intake.table_files import read_tables, tables_in

MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des"]
Merge = tuple[int, int, int, int]


def crosses(*months: int) -> list[str]:
    """A calendar of twelve columns with a cross in some."""
    return ["v" if month in months else "" for month in range(1, 13)]


def read(rows: Sequence[Sequence[str]], folder: Path, merges: Sequence[Merge] = (), **peta: object) -> Intake:
    """A plan that is written as a workbook, read again; nothing in it is refused."""
    path = Grid([list(row) for row in rows], list(merges)).xlsx(folder / "a.xlsx")
    found = read_plan(read_tables(path), 2027, PetaTabel.model_validate(peta))
    assert [str(problem) for problem in found.problems] == []
    return found


def shape(found: Intake) -> list[tuple[str, str, list[str]]]:
    """Each group's printed number, its title, and the codes of its rows, with their printed numbers where they differ."""
    return [
        (group.nomor_tercetak or "", group.judul, [f"{row.kode}={row.nomor_tercetak or ''}".rstrip("=") for row in group.aksi])
        for group in found.kelompok
    ]


def test_indented_columns_and_a_calendar(tmp_path: Path) -> None:
    """One heading over five columns, numbers indented level by level, and months with crosses below a merged heading."""
    rows = [
        ["RENCANA AKSI"],
        ["URAIAN", "", "", "", "", "DATA DUKUNG", "PIC", "WAKTU PELAKSANAAN", *[""] * 11],
        [*[""] * 7, *MONTHS],
        ["A.", "PENGUNGKIT"],
        ["", "I.", "PEMENUHAN"],
        ["", "", "1.", "MANAJEMEN PERUBAHAN"],
        ["", "", "", "i.", "Tim kerja"],
        ["", "", "", "a.", "Membentuk tim", "SK", "Subbag Umum", *crosses(1)],
        ["", "", "", "b.", "Rapat tim", "Notulen", "Subbag Umum", *crosses(3, 6, 9, 12)],
        ["", "", "2.", "PENATAAN TATALAKSANA"],
        ["", "", "", "i.", "Prosedur"],
        ["", "", "", "a.", "Menyusun prosedur", "", "Kepala", *crosses(*range(1, 13))],
        ["", "II.", "REFORM"],
        ["", "", "1.", "MANAJEMEN PERUBAHAN"],
        ["", "", "", "i.", "Komitmen"],
        ["", "", "", "a.", "Menandatangani pakta", "Pakta", "Kepala", *crosses(1, 7)],
    ]
    found = read(rows, tmp_path, [(1, 0, 2, 4), (1, 7, 1, 18), (1, 5, 2, 5), (1, 6, 2, 6)])
    assert shape(found) == [
        ("A. I. 1.", "PEMENUHAN – MANAJEMEN PERUBAHAN", ["I.1.a=i. a.", "I.1.b=i. b."]),
        ("A. I. 2.", "PENATAAN TATALAKSANA", ["II.1=i. a."]),
        ("A. II. 1.", "REFORM – MANAJEMEN PERUBAHAN", ["III.1=i. a."]),
    ]
    times = [row.target_waktu for group in found.kelompok for row in group.aksi]
    assert times == ["Januari", "Maret, Juni, September dan Desember", "Setiap bulan", "Januari dan Juli"]
    assert (found.kelompok[1].aksi[0].bukti_fisik, found.undecided) == (None, {})


def test_full_codes(tmp_path: Path) -> None:
    """1, 1.1 and 1.1.1 are three levels; the outermost that names areas is the group, and codes stay as printed."""
    rows = [
        ["Kode", "Uraian", "Bukti Dukung", "Jadwal"],
        ["1", "Manajemen Perubahan"],
        ["1.1", "Tim Kerja"],
        ["1.1.1", "Membentuk tim", "SK", "Januari"],
        ["1.1.2", "Rapat", "Notulen", "Setiap bulan"],
        ["1.2", "Agen"],
        ["1.2.1", "Menunjuk agen", "SK", "Feb"],
        ["2", "Tata Laksana"],
        ["2.1", "Prosedur"],
        ["2.1.1", "Menyusun prosedur", "Prosedur", "TW I"],
    ]
    assert shape(read(rows, tmp_path)) == [
        ("1", "Manajemen Perubahan", ["I.1.a=1.1.1", "I.1.b=1.1.2", "I.2=1.2.1"]),
        ("2", "Tata Laksana", ["II.1=2.1.1"]),
    ]


def test_codes_of_letters(tmp_path: Path) -> None:
    """“MP” and “MP-01” are numbers of the office's own: titles and rows keep them as printed, and texts stay without them."""
    rows = [
        ["Kode", "Kegiatan", "Waktu"],
        ["MP", "Manajemen Perubahan"],
        ["MP-01", "Membentuk tim", "Jan"],
        ["MP-02", "Rapat", "Feb"],
        ["TL", "Tata Laksana"],
        ["TL-01", "Menyusun prosedur", "Mar"],
    ]
    found = read(rows, tmp_path)
    assert shape(found) == [
        ("MP", "Manajemen Perubahan", ["I.1=MP-01", "I.2=MP-02"]),
        ("TL", "Tata Laksana", ["II.1=TL-01"]),
    ]
    assert [row.langkah_aksi for row in found.kelompok[0].aksi] == ["Membentuk tim", "Rapat"]


def test_titles_in_a_column_of_their_own(tmp_path: Path) -> None:
    """What stands alone in the column of groups is the title of the rows below it, with its own number, and no component."""
    rows = [
        ["NO", "AREA PERUBAHAN", "KEGIATAN", "WAKTU"],
        ["I", "MANAJEMEN PERUBAHAN"],
        ["1", "", "Membentuk tim", "Januari"],
        ["2", "", "Rapat", "Setiap bulan"],
        ["II", "PENGAWASAN"],
        ["1", "", "Kampanye", "TW I"],
    ]
    found = read(rows, tmp_path)
    assert shape(found) == [("", "MANAJEMEN PERUBAHAN", ["I.1", "I.2"]), ("", "PENGAWASAN", ["II.1"])]
    assert [row.komponen for group in found.kelompok for row in group.aksi] == [None, None, None]


def test_numbers_in_the_texts(tmp_path: Path) -> None:
    """Without a column of numbers, those at the head of the texts are taken; the texts stay without them."""
    rows = [
        ["KEGIATAN", "WAKTU", "PJ"],
        ["I. MANAJEMEN PERUBAHAN"],
        ["1. Membentuk tim", "Januari", "Ketua"],
        ["2. Rapat", "Setiap bulan", "Sekretaris"],
        ["II. PENGAWASAN"],
        ["1. Kampanye", "TW I", "Ketua"],
    ]
    found = read(rows, tmp_path)
    assert shape(found) == [("", "MANAJEMEN PERUBAHAN", ["I.1", "I.2"]), ("", "PENGAWASAN", ["II.1"])]
    assert [row.langkah_aksi for row in found.kelompok[0].aksi] == ["Membentuk tim", "Rapat"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [["1.", "Perubahan"], ["1", "Tim", "Jan"], ["2", "Rapat", "Feb"], ["2.", "Pengawasan"], ["1", "Laporan", "Mar"]],
            [("1.", "Perubahan", ["I.1", "I.2"]), ("2.", "Pengawasan", ["II.1"])],
        ),
        (
            [
                ["A", "Tim"],
                ["1", "Membentuk", "Jan"],
                ["B", "Gratifikasi"],
                ["1", "Kampanye", "Jan"],
                ["C", "WBS"],
                ["1", "x y", "Jan"],
            ],
            [("A", "Tim", ["I.1"]), ("B", "Gratifikasi", ["II.1"]), ("C", "WBS", ["III.1"])],
        ),
        (
            [["POKJA I : PERUBAHAN"], ["1", "Tim", "Jan"], ["POKJA II : TATALAKSANA"], ["2", "Prosedur", "Feb"]],
            [("", "POKJA I : PERUBAHAN", ["I.1"]), ("", "POKJA II : TATALAKSANA", ["II.1=2"])],
        ),
        (
            [["I", "Perubahan"], ["1", "Tim kerja"], ["a)", "Membentuk", "Jan"], ["b)", "Sosialisasi", "Feb"], ["", "JUMLAH"]],
            [("", "Perubahan", ["I.1.a", "I.1.b"])],
        ),
    ],
    ids=["digits over digits", "letters that are Roman too", "titles in the column of numbers", "letters with brackets"],
)
def test_numbering(rows: list[list[str]], expected: list[tuple[str, str, list[str]]], tmp_path: Path) -> None:
    """Numbers of an office's own are read by their kinds, and kept where our code says something else."""
    found = read([["NO", "RENCANA AKSI", "WAKTU"], *rows], tmp_path)
    assert shape(found) == expected


def test_many_rows_without_groups(tmp_path: Path) -> None:
    """A hundred and thirty rows without a group are one group, which is told; codes stay within their form."""
    found = read([["NO", "KEGIATAN", "WAKTU"], *([str(n), f"Kegiatan {n}", "TW I"] for n in range(1, 131))], tmp_path)
    (group,) = found.kelompok
    assert (len(group.aksi), group.aksi[-1].kode, group.aksi[-1].nomor_tercetak) == (130, "I.5.z", "130")
    assert any("tidak tercetak dalam kelompok" in note.masalah for note in found.notes)


def test_one_column(tmp_path: Path) -> None:
    """A plan of one column, where the office says its heading's row, is a list of actions; areas are its titles."""
    rows = [["Rencana Aksi"], ["MANAJEMEN PERUBAHAN"], ["Membentuk tim"], ["Rapat"], ["PENGUATAN PENGAWASAN"], ["Kampanye"]]
    found = read(rows, tmp_path, baris_judul=1)
    assert shape(found) == [("", "MANAJEMEN PERUBAHAN", ["I.1", "I.2"]), ("", "PENGUATAN PENGAWASAN", ["II.1"])]


def test_from_when_until_when(tmp_path: Path) -> None:
    """Two columns of one heading, from when and until when, are one time."""
    rows = [["NO", "KEGIATAN", "WAKTU", ""], ["", "", "MULAI", "SELESAI"], ["1", "Tim", "Januari", "Maret"]]
    found = read(rows, tmp_path, [(0, 2, 0, 3)])
    assert found.kelompok[0].aksi[0].target_waktu == "Januari s.d. Maret"


def test_one_plan_on_several_sheets(tmp_path: Path) -> None:
    """Sheets with the same heading are asked about; named together in the map, they are one plan, and each is a group."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["RENCANA AKSI"])
    for name in ("Perubahan", "Tatalaksana"):
        sheet = book.create_sheet(name)
        for row in (["NO", "KEGIATAN", "OUTPUT", "JADWAL"], [1, f"Rapat {name}", "Notulen", "Bulanan"]):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    tables = read_tables(tmp_path / "a.xlsx")
    (asked,) = read_plan(tables, 2027).problems
    assert "lembar Perubahan, Tatalaksana sama-sama berisi tabel rencana; tulis" in str(asked)
    assert [group.judul for group in read_plan(tables, 2027, PetaTabel(lembar=("Perubahan", "Tatalaksana"))).kelompok] == [
        "Perubahan",
        "Tatalaksana",
    ]
    assert len(read_plan(tables, 2027, PetaTabel(lembar="Perubahan")).kelompok) == 1


def test_the_template_is_read_when_it_is_filled(tmp_path: Path) -> None:
    """The workbook to start from has a heading that is found, no row of its own, and the same bytes each time."""
    (problem,) = read_plan(tables_in("a.xlsx", template_workbook()), 2027).problems
    assert problem.masalah == "tidak ada satu aksi pun di bawah judul kolom"
    assert template_workbook() == template_workbook()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("I.", ("I",)),
        ("1)", ("1",)),
        ("(a)", ("a",)),
        ("I.4.a", ("I", "4", "a")),
        ("1.1.1.", ("1", "1", "1")),
        ("4a", ("4", "a")),
    ],
)
def test_numbers_of_all_kinds(text: str, parts: tuple[str, ...]) -> None:
    """A printed number is known by its parts, however they are joined."""
    mark = read_mark(text)
    assert mark is not None
    assert mark.parts == parts


@pytest.mark.parametrize("text", ["Tim", "Januari", "1.000.000", "SK 5", ""])
def test_what_is_no_number(text: str) -> None:
    """Words, amounts and names of documents number nothing."""
    assert read_mark(text) is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Budi Santoso, S.H., M.H.", True),
        ("Drs. Ahmad", True),
        ("1. Siti Aminah\n2. Joko Susilo", True),
        ("Kepala Subbagian Umum", False),
        ("Panitera Muda Hukum", False),
        ("Tim RB; Humas", False),
        ("Semua Pegawai", False),
        ("Waka Kurikulum", False),
        ("PPID", False),
        ("Direktur (dr. Andi Wijaya, Sp.PD)", True),
        ("AKP Sutrisno", True),
        ("Kasubbag TU: Siti Aminah", True),
        ("BUDI SANTOSO", True),
        ("KASAT LANTAS\nKA SPKT", False),
        ("Kabid Yanmed", False),
        ("Ka. Instalasi Farmasi", False),
        ("Koord. Tata Usaha", False),
        ("KABAGOPS / KASIHUMAS", False),
    ],
)
def test_names_of_persons(text: str, person: bool) -> None:
    """A person's name is known by a degree, a title or its look; posts, units and teams are none."""
    assert names_person(text) is person
