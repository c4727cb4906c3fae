"""Tables of offices read into plans: this office's own annex, any plan in any look, and everything that can't be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from annex import Look, grid_of
from hypothesis import given
from hypothesis import strategies as st
from zona.intake.plan import Intake, read_plan
from zona.intake.tables import read_tables
from zona.records.kode import roman
from zona.records.load import Data
from zona.records.rencana_aksi import KOLOM, Aksi, Kelompok

# What seven columns can't hold: someone has to write it again in the new file.
NOT_IN_A_TABLE = {"catatan", "jadwal", "alasan_jadwal"}

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
    """Of the decree's annex someone has to look at: the paragraph without a row, two times, five empty targets."""
    plan = data.tahun[-1].rencana_aksi.isi
    found = read_plan(read_tables(grid_of(plan.kelompok, Look()).xlsx(tmp_path / "a.xlsx")), plan.tahun)
    times = [note for note in said(found.notes) if "TARGET WAKTU" in note]
    assert times == [
        "F8: TARGET WAKTU I.4.b “Juli 2025” belum terbaca sebagai tenggat: tahun 2025 bukan tahun rencana (2026); "
        "bila memang tercetak demikian, tambahkan jadwal dan alasan_jadwal di rencana-aksi.yml",
        "F41: TARGET WAKTU VI.3 “Agustsus 2026” belum terbaca sebagai tenggat: “agustsus” bukan nama bulan; "
        "bila memang tercetak demikian, tambahkan jadwal dan alasan_jadwal di rencana-aksi.yml",
    ]
    assert [note.sel for note in found.notes if "paragraf lanjutan D8" in note.masalah] == ["D9"]
    assert len([note for note in found.notes if note.masalah == "TARGET CAPAIAN kosong"]) == 5
    assert len(found.notes) == 2 + 1 + 5


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
