"""The office itself: its time zone, and which role may record on a day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from small.office_data import row, write_kantor
from zona.problems import Line, Problem
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.records.situs import PeranBerakhir, ZonaWaktu, open_on, roles_of


def test_time_zones() -> None:
    """The three zones are seven, eight and nine hours ahead of UTC (Keppres 41/1987)."""
    offsets = {zona.value: zona.tzinfo.utcoffset(None) for zona in ZonaWaktu}
    assert offsets == {"WIB": timedelta(hours=7), "WITA": timedelta(hours=8), "WIT": timedelta(hours=9)}


def test_open_roles() -> None:
    """A role is open to its last day and on it; one that is named twice has ended; their order is the file's."""
    ended = PeranBerakhir(nama="Sekretaris", sampai=date(2026, 3, 30))
    peran = roles_of(("Sekretaris", "Tim", ended))
    assert peran == {"Sekretaris": date(2026, 3, 30), "Tim": None}
    assert open_on(peran, date(2026, 3, 30)) == ("Sekretaris", "Tim")
    assert open_on(peran, date(2026, 3, 31)) == ("Tim",)


def test_a_role_is_told_by_what_was_written(tmp_path: Path) -> None:
    """A role that is neither a name nor a name with its last day gets one sentence, in which no word is of the program."""
    (said,) = problems(write_kantor(tmp_path / "a", {2026: [row("I.1")]}, situs={"peran": [{"nama": "Tim"}]}))
    assert said.words == "“sampai” belum ada; tambahkan baris sampai: …"
    (said,) = problems(write_kantor(tmp_path / "b", {2026: [row("I.1")]}, situs={"peran": ["Tim", 7]}))
    assert said.masalah.startswith("“peran butir ke-2” harus teks"), said


def test_the_end_of_a_role_must_be_told(tmp_path: Path) -> None:
    """A role that is written with its name alone lacks the day on which it ended; a key that no role has is told, too."""
    found = [
        str(problem)
        for role in ({"nama": "Tim"}, {"nama": "Tim", "sampai": date(2026, 1, 1), "smapai": 1})
        for problem in problems(write_kantor(tmp_path / str(len(role)), {2026: [row("I.1")]}, situs={"peran": [role]}))
    ]
    assert any("“sampai” belum ada; tambahkan baris sampai" in said for said in found)
    assert any("kunci “smapai” tidak dikenal; maksud Anda “sampai”?" in said for said in found)


def problems(root: Path) -> tuple[Problem[Line], ...]:
    with pytest.raises(DataError) as raised:
        load_data(root)
    return raised.value.problems
