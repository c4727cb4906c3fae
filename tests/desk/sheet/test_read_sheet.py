"""Sheets in everything that people do to them, read into rows."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from zona.desk.drafts import Drafts
from zona.desk.sheet.batch import Batch, batch_in, with_batch
from zona.desk.sheet.read_sheet import read_pasted, read_sheet
from zona.problems import NotTaken

Sheet = Callable[..., bytes]
GOOD = ["I.1", "Agustus", "20/08/2026", "Selesai", "Rapat.", "a.jpg"]
TEXTS = {"aksi": "I.1", "periode": "Agustus", "tanggal": "20/08/2026", "hasil": "Selesai", "uraian": "Rapat.", "bukti": "a.jpg"}


def texts(batch: Batch) -> list[dict[str, str]]:
    return [dict(row.texts) for row in batch.rows]


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def book_of(content: bytes) -> tuple[Workbook, Any]:
    book = load_workbook(io.BytesIO(content))
    return book, book.active


def test_columns_that_were_moved_and_renamed(sheet: Sheet) -> None:
    """Columns are found by their headings in any order, in other words, among others; a column that nobody knows is named."""
    heads = ["No", "BUKTI DUKUNG", "Uraian Kegiatan", "Tgl", "Kode Aksi", "status", "Bulan", "Petugas", "Tenggat"]
    batch = read_sheet(
        "a.xlsx", sheet([1, "a.jpg", "Rapat.", "20/08/2026", "I.1", "Selesai", "Agustus", "x", "y"], heads=heads)
    )
    assert texts(batch) == [TEXTS]
    assert batch.address(batch.rows[0], "aksi") == "E2"
    assert batch.notes == ("Kolom H (Petugas) tidak dibaca.",)


def test_rows_that_say_nothing(sheet: Sheet) -> None:
    """Empty rows are left out, rows that only have what the workbook had are not meant, and a heading that stands again is
    none; numbers of rows stay those of Excel."""
    batch = read_sheet("a.xlsx", sheet(["I.1", "Juli"], [], GOOD, ["aksi", "periode", "tanggal", "hasil", "uraian"], GOOD))
    assert [(row.number, row.meant) for row in batch.rows] == [(2, False), (4, True), (6, True)]


def test_a_title_above_and_more_sheets(sheet: Sheet) -> None:
    """The heading may stand below a title, and other sheets may hold whatever they like but rows of ours."""
    book, first = book_of(sheet(GOOD))
    first.insert_rows(1, 3)
    first["A1"] = "Tunggakan"
    book.create_sheet("Catatan", 0).append(["jangan lupa", "rapat"])
    batch = read_sheet("a.xlsx", saved(book))
    assert texts(batch) == [TEXTS]
    assert batch.address(batch.rows[0], "aksi") == "A5"
    second = book.create_sheet("Salinan")
    for row in first.iter_rows(min_row=4, values_only=True):
        second.append(row)
    with pytest.raises(NotTaken, match="beberapa lembar: “Salinan” dan “Sheet”; satukan"):
        read_sheet("a.xlsx", saved(book))


def test_days_and_numbers(sheet: Sheet) -> None:
    """A day that Excel knows is told in words, in the column of periods as its month."""
    row = ["I.1", date(2026, 8, 1), datetime(2026, 8, 20, 9, 30), "Selesai", 12, "a.jpg"]  # noqa: DTZ001  # a sheet knows no zone
    assert texts(read_sheet("a.xlsx", sheet(row))) == [
        TEXTS | {"periode": "Agustus 2026", "tanggal": "20 Agustus 2026", "uraian": "12"}
    ]


def test_formulas_and_errors(sheet: Sheet) -> None:
    """A formula whose result is not stored, an error of Excel, and a day in the place of a text are named by their cell, and
    go when something is typed."""
    content = sheet(["I.1", "Agustus", "=A1", "Selesai", date(2026, 8, 1), "#REF!"])
    book, first = book_of(content)
    first["F2"].data_type = "e"
    batch = read_sheet("a.xlsx", saved(book))
    (row,) = batch.rows
    assert {batch.address(row, column): fault.masalah for column, fault in row.unreadable.items()} == {
        "C2": "berisi rumus yang hasilnya belum tersimpan",
        "E2": "diubah Excel menjadi tanggal, sehingga tulisan aslinya hilang",
        "F2": "berisi kesalahan Excel #REF!",
    }
    (row,) = batch.corrected({"C2": "20/08/2026", "E2": " ", "Z9": "x"}).rows
    assert row.texts["tanggal"] == "20/08/2026"
    assert set(row.unreadable) == {"uraian", "bukti"}


def test_merged_cells(sheet: Sheet) -> None:
    """What is merged over several rows is said of each of them."""
    book, first = book_of(sheet(GOOD, ["I.1", "September", "20/09/2026", "Selesai", None, "b.jpg"]))
    first.merge_cells("E2:E3")
    assert [row["uraian"] for row in texts(read_sheet("a.xlsx", saved(book)))] == ["Rapat.", "Rapat."]


def test_several_names_in_a_cell(sheet: Sheet) -> None:
    """The lines of a cell of evidence stay apart; those of a description are joined."""
    row = [*GOOD[:4], "Rapat\nbersama", "a.jpg\nb.jpg; c.jpg\n"]
    (found,) = texts(read_sheet("a.xlsx", sheet(row)))
    assert (found["uraian"], found["bukti"]) == ("Rapat bersama", "a.jpg\nb.jpg; c.jpg")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_same_as_csv(separator: str) -> None:
    """A CSV file is read alike, whatever parts its columns."""
    text = "\r\n".join(separator.join(row) for row in (list(TEXTS), GOOD))
    assert texts(read_sheet("a.csv", text.encode("utf-8-sig"))) == [TEXTS]


def test_rows_pasted() -> None:
    """Rows copied from Excel are read with their heading, and without it in the order of our workbook."""
    row = "\t".join(GOOD)
    assert texts(read_pasted(row + "\n" + row.replace("I.1", "i.1 komponen"))) == [TEXTS, TEXTS | {"aksi": "i.1 komponen"}]
    assert texts(read_pasted("\t".join(TEXTS) + "\r\n" + row)) == [TEXTS]
    with pytest.raises(NotTaken, match="judul kolom tidak ditemukan"):
        read_pasted("halo\tdunia")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0", r"bukan \.xlsx atau \.csv"),
        ("a.docx", b"PK", r"bukan \.xlsx atau \.csv"),
        ("a.xlsx", b"PK\x03\x04", "rusak, berkata sandi, atau bukan Excel"),
        ("a.csv", b"", "judul kolom tidak ditemukan"),
        ("a.csv", b"aksi;periode;hasil\nI.1;Juli;selesai", "kolom tanggal dan uraian tidak ada di baris 1; tambahkan"),
        ("a.csv", b"aksi;periode;tanggal;hasil;uraian;keterangan\n", r"kolom uraian ada beberapa \(E1 dan F1\); sisakan satu"),
    ],
)
def test_what_is_no_sheet(name: str, content: bytes, why: str) -> None:
    """A file of another kind, a broken one, and one without our columns is refused with what to do."""
    with pytest.raises(NotTaken, match=why):
        read_sheet(name, content)


def test_a_batch_is_kept(sheet: Sheet, tmp_path: Path) -> None:
    """A batch in a draft on disk is the batch again, with what is wrong with its cells; a draft without one has none."""
    drafts, batch = Drafts(tmp_path / "data"), read_sheet("a.xlsx", sheet(GOOD, ["I.1", "Juli", "=A1"]))
    draft = drafts.keep(with_batch(drafts.new(), batch), datetime.now(UTC))
    found = drafts.find(draft.kunci)
    assert found is not None
    assert batch_in(found) == batch
    assert batch_in(drafts.new()) is None
    assert [row.number for row in batch.without([2]).rows] == [3]
