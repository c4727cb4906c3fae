"""Plans of other kinds of office, from the table to the office's data, by the command and a map file alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.dialogue import table_dialogue
from cli.tahun_baru import tahun_baru
from click.testing import CliRunner, Result
from recount.annex import Grid
from small.office_data import row, write_kantor
from support.zi_command import ROOT
from zona.intake.plan.plan_map import map_text, read_map
from zona.intake.plan.plan_reader import read_plan
from zona.intake.table_files import read_tables
from zona.records.reading.yaml_reader import read_yaml
from zona.records.rencana.rencana_aksi import RencanaAksi

CASES = ROOT / "tests" / "cases" / "impor-kantor"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return write_kantor(tmp_path / "data", {2026: [row("I.1")]})


def run(office: Path, table: Path, peta: Path | None = None, answers: str = "") -> Result:
    arguments = ["2027", "--dari", str(table), "--data", str(office)]
    return CliRunner().invoke(tahun_baru, [*arguments, *(["--peta", str(peta)] if peta else [])], input=answers)


def plan_in(office: Path) -> RencanaAksi:
    document = read_yaml(office / "2027" / "rencana-aksi.yml", label="a", root=office)
    assert document.problems == []
    assert isinstance(document.value, dict)
    return RencanaAksi.model_validate({"judul": "x"} | {key: value for key, value in document.value.items() if value})


def copied_map(name: str, tmp_path: Path) -> Path:
    path = tmp_path / name
    path.write_text((CASES / name).read_text(encoding="utf-8"), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "groups", "rows", "periods", "without_deadline", "without_evidence"),
    [("pengadilan", 13, 33, 94, 8, 0), ("statistik", 12, 109, 265, 9, 12), ("madrasah", 6, 62, 215, 7, 62)],
)
def test_a_plan_comes_through(
    name: str,
    groups: int,
    rows: int,
    periods: int,
    without_deadline: int,
    without_evidence: int,
    office: Path,
    tmp_path: Path,
) -> None:
    """Each plan comes through with a few decisions about times: groups, rows and periods as printed, no evidence invented."""
    done = run(office, CASES / f"{name}.xlsx", copied_map(f"{name}.yml", tmp_path))
    assert done.exit_code == 0, done.output
    assert f"{groups} kelompok, {rows} aksi dari {name}.xlsx" in done.output
    plan = plan_in(office)
    actions = list(plan.semua_aksi())
    assert (len(plan.kelompok), len(actions)) == (groups, rows)
    assert all(not aksi.read_time(2027) for aksi in actions)
    assert sum(len(aksi.tenggat) for aksi in actions) == periods
    assert sum(aksi.tanpa_tenggat for aksi in actions) == without_deadline
    assert sum(aksi.bukti_fisik is None for aksi in actions) == without_evidence


def test_printed_numbers_stay(office: Path, tmp_path: Path) -> None:
    """Running numbers and four levels are kept as printed beside our codes, and only where they say something else."""
    court = read_plan(read_tables(CASES / "pengadilan.xlsx"), 2027).kelompok
    assert [(aksi.kode, aksi.nomor_tercetak) for aksi in court[0].aksi] == [("I.1", None), ("I.2", None), ("I.3", None)]
    assert [(aksi.kode, aksi.nomor_tercetak) for aksi in court[1].aksi] == [("II.1", "4"), ("II.2", "5")]
    assert court[12].aksi[-1].nomor_tercetak == "33"
    office_of_statistics = read_plan(read_tables(CASES / "statistik.xlsx"), 2027).kelompok
    first, seventh = office_of_statistics[0], office_of_statistics[6]
    assert (first.judul, first.nomor_tercetak) == ("PEMENUHAN – MANAJEMEN PERUBAHAN", "A. 1.")
    assert (seventh.judul, seventh.nomor_tercetak) == ("REFORM – MANAJEMEN PERUBAHAN", "B. 1.")
    assert (first.aksi[0].kode, first.aksi[0].nomor_tercetak, first.aksi[0].komponen) == (
        "I.1.a",
        "i. a.",
        "Penyusunan Tim Kerja",
    )
    madrasah = read_plan(read_tables(CASES / "madrasah.xlsx"), 2027).kelompok
    assert [(group.kode, group.nomor_tercetak) for group in madrasah] == list(
        zip(["I", "II", "III", "IV", "V", "VI"], "123456", strict=True)
    )


def test_what_is_taken_is_told(office: Path, tmp_path: Path) -> None:
    """Which column is read as what is said, the budget that is left out too; the map keeps it, and gives the same again."""
    peta = copied_map("pengadilan.yml", tmp_path)
    first = run(office, CASES / "pengadilan.xlsx", peta)
    assert "    B  URAIAN KEGIATAN: yang akan dikerjakan\n" in first.output
    assert "    G  ANGGARAN (Rp): anggaran (tidak diambil)\n" in first.output
    kept, problems = read_map(peta)
    assert problems == ()
    assert (kept.baris_judul, kept.tinggi_judul, kept.kolom["PIC"].value) == (4, 2, "penanggung_jawab")
    assert read_plan(read_tables(CASES / "pengadilan.xlsx"), 2027, kept).kelompok == tuple(
        read_plan(read_tables(CASES / "pengadilan.xlsx"), 2027, read_map(CASES / "pengadilan.yml")[0]).kelompok
    )
    assert map_text(kept) == peta.read_text(encoding="utf-8")


def test_without_a_terminal_it_says_what_to_write(office: Path) -> None:
    """Times that no rule reads stop it, each named once with its cells, and the lines to write are told; nothing is written."""
    done = run(office, CASES / "statistik.xlsx")
    assert done.exit_code == 1
    assert re.search(r"statistik\.xlsx D\d+, .* dan \d+ sel lain: waktu “Insidentil” tidak terbaca", done.stderr)
    assert "\nwaktu:\n  Insidentil: tanpa_tenggat\n  Awal tahun: tanpa_tenggat\n" in done.stderr
    assert not (office / "2027").exists()


def test_the_dialogue_asks_once_a_word(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the columns are shown and agreed to, each word is asked once, a wrong answer again; the map keeps them."""
    monkeypatch.setattr(table_dialogue, "at_terminal", lambda: True)
    peta = tmp_path / "peta.yml"
    done = run(office, CASES / "statistik.xlsx", peta, "ya\n1\nkapan saja\nJanuari\n")
    assert done.exit_code == 0, done.output
    assert "“kapan saja” tidak terbaca" in done.output
    assert dict(read_map(peta)[0].waktu) == {"Insidentil": "tanpa_tenggat", "Awal tahun": "Januari"}
    assert run(write_kantor(tmp_path / "lain", {2026: [row("I.1")]}), CASES / "statistik.xlsx", peta).exit_code == 0


def test_only_wrong_columns_are_asked(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who says that columns are read wrong names them by letter, an unknown letter again, and is asked about those alone."""
    monkeypatch.setattr(table_dialogue, "at_terminal", lambda: True)
    rows = [["NO", "KEGIATAN", "JADWAL", "PERKARA", "HASIL"], ["1", "Rapat tim", "Januari", "Tim kerja", "Notulen"]]
    done = run(office, Grid(rows).xlsx(tmp_path / "a.xlsx"), tmp_path / "peta.yml", "tidak\nZ\nd\nkomponen\n")
    assert done.exit_code == 0, done.output
    assert "kolom Z tidak ada" in done.output
    assert done.output.count("Isi kolom") == 2  # above the list, and at the answer
    assert [(aksi.komponen, aksi.bukti_fisik) for aksi in plan_in(office).semua_aksi()] == [("Tim kerja", "Notulen")]


def test_a_map_of_last_year(office: Path, tmp_path: Path) -> None:
    """Names of columns in the map that had last year in them are found with this year's."""
    peta = tmp_path / "peta.yml"
    peta.write_text("baris_judul: 1\nkolom:\n  PERKARA 2026: langkah_aksi\n  JADWAL TA. 2026: target_waktu\n", encoding="utf-8")
    rows = [["NO", "PERKARA 2027", "JADWAL TA. 2027"], ["1", "Rapat tim", "Januari"]]
    done = run(office, Grid(rows).xlsx(tmp_path / "a.xlsx"), peta)
    assert done.exit_code == 0, done.output
    assert [aksi.langkah_aksi for aksi in plan_in(office).semua_aksi()] == ["Rapat tim"]


def test_a_column_that_cannot_be_told(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two columns may be what will be done, one is asked for; without a terminal the choices and the line are told."""
    rows = [["NO", "KOMPONEN", "INDIKATOR", "JADWAL"], ["1", "Tim kerja zona integritas", "Ada tim kerja", "Januari"]]
    table = Grid(rows).xlsx(tmp_path / "a.xlsx")
    done = run(office, table)
    assert (
        "kolom mana yang berisi yang akan dikerjakan, tidak jelas; yang mungkin: KOMPONEN, INDIKATOR; tulis di bawah"
        in done.stderr
    )
    monkeypatch.setattr(table_dialogue, "at_terminal", lambda: True)
    done = run(office, table, tmp_path / "peta.yml", "1\nya\n")
    assert done.exit_code == 0, done.output
    assert [aksi.langkah_aksi for aksi in plan_in(office).semua_aksi()] == ["Tim kerja zona integritas"]


def test_a_person_is_refused(office: Path, tmp_path: Path) -> None:
    """A name, a NIP or a telephone number in the column of posts is refused by its cell; posts and units pass."""
    names = [
        "Budi Santoso, S.H.",
        "Ahmad Fauzi",
        "0812-3456-7890",
        "Kasubbag Umum",
        "Fungsi IPDS",
        "Tim RB; Humas",
        "Bapak Budi",
    ]
    rows = [["NO", "KEGIATAN", "WAKTU", "PIC"], *([str(n), f"Rapat {n}", "Januari", who] for n, who in enumerate(names, 1))]
    done = run(office, Grid(rows).xlsx(tmp_path / "a.xlsx"))
    assert re.findall(r"a\.xlsx (D\d): ", done.stderr) == ["D2", "D3", "D4", "D8"]
    assert "Fauzi" not in done.output
    assert not (office / "2027").exists()
