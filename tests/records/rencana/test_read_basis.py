"""What a year's plan rests on, read from its files."""

from __future__ import annotations

from pathlib import Path

import pytest
from small.office_data import row, write_kantor
from zona.intake.skeleton import basis_file
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings
from zona.records.rencana.dasar import DITETAPKAN
from zona.records.rencana.read_basis import KEPUTUSAN, read_basis


def problems(folder: Path, text: str) -> list[str]:
    """What is said about a decree's file with this text."""
    (folder / "2027").mkdir(exist_ok=True)
    (folder / "2027" / KEPUTUSAN).write_text(text, encoding="utf-8")
    reader = FileReader(folder, "data")
    read_basis(reader, "2027", Surroundings(tahun=2027))
    return [str(problem) for problem in reader.problems]


def test_a_decree_as_it_was_first_written(tmp_path: Path) -> None:
    """A decree's file that nobody filled in yet is one problem with its two ways out; once one line is filled, each empty
    line is named."""
    basis = basis_file(2027, DITETAPKAN)
    assert basis
    assert problems(tmp_path, basis[1]) == [
        "data/2027/keputusan.yml:1: keputusan belum diisi; isi dari naskahnya; bila naskahnya belum ada, hapus dulu berkas ini"
    ]
    begun = problems(tmp_path, basis[1].replace("nomor:\n", "nomor: 1/X/2027\n", 1))
    assert len(begun) > 5
    assert not any("belum diisi" in line for line in begun)


def test_a_decree_and_another_document(tmp_path: Path) -> None:
    """Two bases of one plan are refused, and so is another document without what it is called."""
    data = write_kantor(tmp_path / "data", {2026: [row("I.1")]})
    (data / "2026" / "dasar.yml").write_text("tahun: 2026\njenis: lain\n", encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load_data(data)
    told = [str(problem).partition("dasar.yml:")[2] for problem in raised.value.problems]
    assert told[0].startswith("1: ada keputusan.yml di samping dasar.yml; satu rencana satu dasar")
    assert any("dokumen lain tanpa judul; tambahkan baris judul" in text for text in told)
    (data / "2026" / "keputusan.yml").unlink()
    (data / "2026" / "dasar.yml").write_text("tahun: 2026\njenis: rencana_kerja\n", encoding="utf-8")
    assert load_data(data).tahun[0].dasar.sebutan == "Rencana Kerja"  # a kind that has a name of its own needs no other
