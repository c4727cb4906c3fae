"""What a year's plan rests on, read from its files."""

from __future__ import annotations

from pathlib import Path

from zona.intake.skeleton import DASAR_KEPUTUSAN, basis_file
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings
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
    basis = basis_file(2027, DASAR_KEPUTUSAN)
    assert basis
    assert problems(tmp_path, basis[1]) == [
        "data/2027/keputusan.yml:1: keputusan belum diisi; isi dari naskahnya; bila naskahnya belum ada, hapus dulu berkas ini"
    ]
    begun = problems(tmp_path, basis[1].replace("nomor:\n", "nomor: 1/X/2027\n", 1))
    assert len(begun) > 5
    assert not any("belum diisi" in line for line in begun)
