"""Tables of offices read into plans: this office's own annex, any plan in any look, and everything that can't be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from recount.annex import HEADINGS, Grid, Look, grid_of
from support.zi_command import ROOT
from zona.intake.plan.plan_reader import Intake, read_plan
from zona.intake.table_files import UnreadableTable, read_tables
from zona.records.load import Data
from zona.records.rencana.kode import roman
from zona.records.rencana.rencana_aksi import KOLOM, Aksi, Kelompok

# What seven columns can't hold: someone has to write it again in the new file.
NOT_IN_A_TABLE = {"singkat", "tema", "nomor_tercetak", "catatan", "jadwal", "alasan_jadwal", "penanggung_jawab"}

LOOKS = {
    "as decreed": Look(page=8),
    "headings across all columns": Look(heading="merged", paragraphs="lines", numbers=False),
    "narrow columns": Look(wrap=3),
    "other columns in another order": Look(merged=False, extra=True, columns=(0, 1, 4, 3, 2, 6, 5)),
    "headings without numerals": Look(heading="bare"),
}


def printed(kelompok: tuple[Kelompok, ...]) -> list[tuple[str, str, list[dict[str, str | None]]]]:
    """All that the seven columns and the heading rows hold."""
    return [
        (group.kode, group.judul, [{key: getattr(aksi, key) for key in ("kode", *KOLOM)} for aksi in group.aksi])
        for group in kelompok
    ]


def said(items: tuple[object, ...]) -> list[str]:
    return [str(item) for item in items]


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
def test_the_decrees_own_annex(look: Look, data: Data, tmp_path: Path) -> None:
    """The annex as an Excel table gives its 43 rows again: codes, groups, title and every text."""
    plan = data.tahun[-1].rencana_aksi.isi
    words = plan.judul.split(" ")
    title = (" ".join(words[:6]), " ".join(words[6:]))
    path = grid_of(plan.kelompok, replace(look, title=("LAMPIRAN", "KEPUTUSAN NOMOR 5", *title))).xlsx(tmp_path / "a.xlsx")
    found = read_plan(read_tables(path), plan.tahun)
    assert said(found.problems) == []
    assert sum(len(group.aksi) for group in found.kelompok) == 43
    assert printed(found.kelompok) == printed(plan.kelompok)
    assert found.judul == plan.judul
    assert set(Aksi.model_fields) == {"kode", *KOLOM, *NOT_IN_A_TABLE}


def test_the_annex_as_csv(data: Data, tmp_path: Path) -> None:
    """The annex as Excel in Indonesian saves it to CSV, where merged cells are empty below the first, gives the same rows."""
    plan = data.tahun[-1].rencana_aksi.isi
    path = grid_of(plan.kelompok, Look(merged=False, wrap=5, page=10)).csv(tmp_path / "a.csv")
    found = read_plan(read_tables(path), plan.tahun)
    assert said(found.problems) == []
    assert printed(found.kelompok) == printed(plan.kelompok)


def test_notes_name_what_had_to_be_guessed(data: Data, tmp_path: Path) -> None:
    """Of the decree's annex someone has to look at the paragraph without a row, and to decide about two times."""
    plan = data.tahun[-1].rencana_aksi.isi
    found = read_plan(read_tables(grid_of(plan.kelompok, Look()).xlsx(tmp_path / "a.xlsx")), plan.tahun)
    assert found.undecided == {"Juli 2025": ("F8",), "Agustsus 2026": ("F41",)}
    assert [(note.place, "paragraf lanjutan D8" in note.masalah) for note in found.notes] == [("D9", True)]


def test_another_years_plan_is_refused_once(data: Data, tmp_path: Path) -> None:
    """A table whose times name another year is taken for the wrong file: one problem, not one a row."""
    plan = data.tahun[-1].rencana_aksi.isi
    found = read_plan(read_tables(grid_of(plan.kelompok, Look()).xlsx(tmp_path / "a.xlsx")), 2030)
    assert said(found.problems) == [
        "F1: 37 dari 43 aksi bertarget waktu tahun 2026, bukan 2030; pakai tabel rencana aksi 2030, atau buat tahun 2026"
    ]


# --- any plan ---

words = st.sampled_from(
    ["kata", "“lain”", "12", "(dua belas)", "a:b", ": x", "#x", "100%", "É", "'p'", '"q"', "s.d", "I", ";", ","]
)
# A sentence begins with a word that no list, no code and no page number begins with.
sentences = st.lists(words, min_size=1, max_size=12).map(lambda parts: " ".join(["Isi", *parts]))
texts = st.lists(sentences, min_size=1, max_size=2).map("\n\n".join)
targets = st.none() | st.just("1 (satu) Dokumen") | sentences
times = st.sampled_from(["Januari", "Bulanan", "Per Triwulan", "Januari dan Juli"])


@st.composite
def groups(draw: st.DrawFn) -> tuple[Kelompok, ...]:
    found = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        rows: list[Aksi] = []
        for nomor in range(1, draw(st.integers(1, 3)) + 1):
            letters = draw(st.sampled_from(["", "", "ab", "abc"]))
            komponen = draw(texts)
            for letter in letters or [""]:
                kode = ".".join(part for part in (roman(number), str(nomor), letter) if part)
                cells = {"indikator": texts, "langkah_aksi": texts, "bukti_fisik": texts, "target_waktu": times}
                values = {key: draw(strategy) for key, strategy in cells.items()}
                if letter > "a" and draw(st.booleans()):  # shares cells with the row above
                    shared = draw(st.sets(st.sampled_from(["indikator", "langkah_aksi", "target_waktu"])))
                    values |= {key: getattr(rows[-1], key) for key in shared}
                rows.append(Aksi(kode=kode, komponen=komponen, target_capaian=draw(targets), **values))
        found.append(Kelompok(kode=roman(number), judul=draw(sentences), aksi=tuple(rows)))
    return tuple(found)


looks = st.builds(
    Look,
    heading=st.sampled_from(["beside", "merged"]),
    merged=st.booleans(),
    paragraphs=st.sampled_from(["rows", "lines"]),
    wrap=st.integers(0, 4),
    numbers=st.booleans(),
    page=st.integers(0, 3),
    columns=st.permutations(range(7)).map(tuple),
    extra=st.booleans(),
)


@given(kelompok=groups(), look=looks, kind=st.sampled_from(["xlsx", ";", ",", "\t"]))
def test_round_trip(kelompok: tuple[Kelompok, ...], look: Look, kind: str) -> None:
    """Any plan, in any look and either kind of file, is read as it was."""
    with TemporaryDirectory() as folder:
        if kind == "xlsx":
            path = grid_of(kelompok, look).xlsx(Path(folder) / "a.xlsx")
        else:
            path = grid_of(kelompok, replace(look, merged=False)).csv(Path(folder) / "a.csv", separator=kind)
        found: Intake = read_plan(read_tables(path), 2030)
    assert said(found.problems) == []
    assert printed(found.kelompok) == printed(kelompok)


# --- what can't be read ---

KASUS = ROOT / "tests" / "cases" / "impor"


def test_every_unreadable_cell_is_named() -> None:
    """One terrible CSV file: each cell that can't be read or had to be guessed, by its address, with its mend."""
    found = read_plan(read_tables(KASUS / "kotor.csv"), 2030)
    assert found.judul == "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS KOTA UJI TAHUN 2030"
    assert found.kelompok == ()
    lines = ["Tidak terbaca:", *said(found.problems), "Perlu dilihat:", *said(found.notes), "Belum diputuskan:"]
    lines += [f"{word}: {', '.join(cells)}" for word, cells in found.undecided.items()]
    assert lines == (KASUS / "kotor.txt").read_text(encoding="utf-8").splitlines()


def test_what_excel_made_of_a_text(tmp_path: Path) -> None:
    """Dates without a year, errors and formulas without a result are no texts, and named; numbers are read as shown."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["NO", *(label.upper() for label in KOLOM.values())])
    sheet.append(["I", "Kelompok"])
    sheet.append([1, "Komponen", "=A1", "#REF!", "Foto", date(2030, 1, 1), 1])
    sheet["G3"].number_format = "0%"
    sheet["D3"].data_type = "e"
    sheet["F3"].number_format = "d-mmm"
    book.save(tmp_path / "a.xlsx")
    found = read_plan(read_tables(tmp_path / "a.xlsx"), 2030)
    assert said(found.problems) == [
        "C3: berisi rumus yang hasilnya belum tersimpan; buka di Excel, ganti rumus dengan tulisannya",
        "D3: berisi kesalahan Excel #REF!; ganti dengan tulisannya",
        "F3: diubah Excel menjadi tanggal, sehingga tulisan aslinya hilang; "
        "beri format Text lalu ketik ulang, misalnya diawali petik tunggal: 'Januari 2030",
    ]
    for cell in ("C3", "D3", "F3"):
        sheet[cell] = "Januari"
    book.save(tmp_path / "a.xlsx")
    (group,) = read_plan(read_tables(tmp_path / "a.xlsx"), 2030).kelompok
    assert group.aksi[0].target_capaian == "100%"


def test_heading_of_two_rows_and_missing_columns(tmp_path: Path) -> None:
    """“TARGET” over “WAKTU” and “CAPAIAN” are two columns; what has no heading is told how one is written."""
    upper = ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET", ""]
    rows = [
        upper,
        ["", "", "", "", "", "WAKTU", "CAPAIAN"],
        ["I", "Kelompok"],
        ["1", "a", "b", "c", "d", "Januari", "1 Dokumen"],
    ]
    path = Grid(rows, [(0, 5, 0, 6)] + [(0, column, 1, column) for column in range(5)]).xlsx(tmp_path / "a.xlsx")
    (group,) = read_plan(read_tables(path), 2030).kelompok
    assert (group.aksi[0].target_waktu, group.aksi[0].target_capaian) == ("Januari", "1 Dokumen")
    found = read_plan(read_tables(Grid([upper]).csv(tmp_path / "a.csv")), 2030)
    assert said(found.problems) == ["A2: tidak ada satu aksi pun di bawah judul kolom; isi tabelnya"]
    found = read_plan(read_tables(Grid([["Halo"]]).csv(tmp_path / "b.csv")), 2030)
    assert said(found.problems)[0].startswith("A1: baris judul kolom tidak ditemukan; tulis judul kolom di atas tabelnya, ")


def test_a_flat_table_with_codes_and_groups(data: Data, tmp_path: Path) -> None:
    """A table without heading rows is read by its full codes and its column KELOMPOK, among other columns, in any order."""
    plan = data.tahun[-1].rencana_aksi.isi
    heads = ["kelompok", "status", "target_capaian", "kode", *list(KOLOM)[:5], "bukti"]
    rows = [heads]
    for group in plan.kelompok:
        for aksi in group.aksi:
            cells = {key: getattr(aksi, key) or "" for key in ("kode", *KOLOM)}
            rows.append([({"kelompok": group.judul} | cells).get(head, "-") for head in heads])
    found = read_plan(read_tables(Grid(rows).csv(tmp_path / "a.csv", separator=",")), plan.tahun)
    assert said(found.problems) == []
    assert printed(found.kelompok) == printed(plan.kelompok)


def test_this_sites_own_download(situs: Path, data: Data) -> None:
    """The workbook that the site offers for download imports to the same plan: what is published can be taken up again."""
    plan = data.tahun[-1].rencana_aksi.isi
    (path,) = situs.glob(f"unduhan/{plan.tahun}/*.xlsx")
    found = read_plan(read_tables(path), plan.tahun)
    assert said(found.problems) == []
    assert printed(found.kelompok) == printed(plan.kelompok)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xls", b"x", "bukan .xlsx atau .csv"),
        ("a.xlsx", b"x", "rusak, berkata sandi, atau bukan Excel"),
        ("a.csv", b"\x81\x8d", "simpan ulang sebagai .xlsx atau “CSV UTF-8”"),
        ("tiada.csv", None, "tidak ada; periksa letak dan namanya"),
    ],
)
def test_files_that_are_no_table(name: str, content: bytes | None, why: str, tmp_path: Path) -> None:
    """A file of another kind, a broken one, unreadable letters or none at all: one sentence that says what to do."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableTable, match=why):
        read_tables(tmp_path / name)


@pytest.mark.parametrize(("encoding", "notes"), [("utf-8", 0), ("utf-16", 0), ("cp1252", 1)])
def test_encodings_of_csv(encoding: str, notes: int, tmp_path: Path) -> None:
    """CSV files are read as Excel may save them; the old code page of Windows is noted, for its signs may differ."""
    rows = [HEADINGS, ["I", "Kelompok"], ["1", "“Satu” – é", "b", "c", "d", "Januari", "1 Dokumen"]]
    found = read_plan(read_tables(Grid(rows).csv(tmp_path / "a.csv", encoding=encoding)), 2030)
    assert found.kelompok[0].aksi[0].komponen == "“Satu” – é"
    assert len(found.notes) == notes
