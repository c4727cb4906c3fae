"""One decision a word, for the times that no rule reads."""

from __future__ import annotations

from datetime import date

import pytest
from zona.records.rencana.jadwal import Tenggat
from zona.records.rencana.keputusan_waktu import decided_word, read_decisions
from zona.records.rencana.rencana_aksi import TANPA_TENGGAT


@pytest.mark.parametrize(
    ("decision", "periode"),
    [
        ("setiap bulan", [f"2027-{month:02}" for month in range(1, 13)]),
        (["2027-01"], ["2027-01"]),
        ("2027-TW3", ["2027-TW3"]),
        (["Juli", "Januari"], ["2027-01", "2027-07"]),
        (["2027-07-sd-12", "Semester I"], ["2027-01-sd-06", "2027-07-sd-12"]),
        ([{"periode": "2027-06", "tenggat": date(2027, 6, 15)}], ["2027-06"]),
        ({"jadwal": ["2027-01"]}, ["2027-01"]),
    ],
)
def test_schedules(decision: object, periode: list[str]) -> None:
    """A decision is a time that a rule reads, codes, or periods with deadlines; it becomes the row's schedule, in order."""
    found, problems = read_decisions({"Awal tahun": decision}, 2027)
    assert not problems
    jadwal = found["awal tahun"].jadwal
    assert isinstance(jadwal, tuple)
    assert [item.periode for item in jadwal] == periode


def test_without_deadline() -> None:
    """`tanpa_tenggat` is a decision; its reason is the office's own where it gives one, else what was printed and decided."""
    own = {"jadwal": TANPA_TENGGAT, "alasan": "Rapat diadakan bila perlu."}
    found, problems = read_decisions({"Insidentil": TANPA_TENGGAT, "Setiap rapat": own, "": "tanpa tenggat"}, 2027)
    assert not problems
    assert {item.jadwal for item in found.values()} == {TANPA_TENGGAT}
    assert found["insidentil"].alasan_jadwal == "Tercetak “Insidentil”: tidak ada tenggatnya, jadi dicatat bila terjadi."
    assert found["setiap rapat"].alasan_jadwal == "Rapat diadakan bila perlu."
    assert found[decided_word(None)].alasan_jadwal.startswith("Waktunya tidak tercetak:")


def test_words_are_met_however_they_are_written() -> None:
    """Capitals, spaces and a full stop make no other word; an empty cell is “tidak tercetak”."""
    assert decided_word(" Awal  TAHUN. ") == decided_word("awal tahun")
    assert decided_word("") == decided_word(None) == decided_word("Tidak tercetak")


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        ("kapan saja", "tidak terbaca"),
        (["2026-01"], "bukan tahun 2027"),
        (["2027-01", "Januari"], "berulang"),
        ([], "tidak berisi periode"),
        (None, "bukan periode"),
        (2027, "bukan periode"),
        ([{"periode": "2027-06"}], "bukan periode dengan tenggatnya"),
        ([{"periode": "2027-06", "tenggat": date(2027, 5, 1)}], "mendahului akhir periode"),
    ],
)
def test_what_is_no_decision(decision: object, reason: str) -> None:
    """What is no schedule is a problem at its word, and decides nothing; other words are decided all the same."""
    found, problems = read_decisions({"Awal tahun": decision, "Insidentil": TANPA_TENGGAT}, 2027)
    assert list(found) == ["insidentil"]
    (problem,) = problems
    assert problem.place == "Awal tahun"
    assert reason in problem.masalah


def test_deadlines_are_those_of_the_words() -> None:
    """A day that a decision names is the deadline."""
    jadwal = read_decisions({"Awal tahun": "15 Januari"}, 2027)[0]["awal tahun"].jadwal
    assert isinstance(jadwal, tuple)
    assert [Tenggat(item.tenggat, item.periode) for item in jadwal] == [Tenggat(date(2027, 1, 15), "2027-01")]
