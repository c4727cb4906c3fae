"""Rules that many records share: what they say of a key, an action and a role that are named."""

from __future__ import annotations

from datetime import date

import pytest
from zona.records.capaian.capaian import Capaian
from zona.records.informasi.dasar_hukum import DasarHukum
from zona.records.reading.rules import Surroundings, faults, in_plan, known_key

KEYS = tuple(f"{letter * 4}-1" for letter in "abcdefghijklm")
ELSEWHERE = "lihat kunci-kunci di kanal.yml, atau tambahkan di sana"


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("aaaa-1", KEYS, None),
        ("zzzz", None, None),
        ("aaaa-2", KEYS, "maksud Anda “aaaa-1”?"),
        ("zzzz", KEYS, ELSEWHERE),
        ("zzzz", KEYS[:12], f"yang dikenal: {', '.join(KEYS[:12])}"),
        ("zzzz", KEYS[:1], "yang dikenal: aaaa-1"),
        ("zzzz", (), ELSEWHERE),
    ],
)
def test_a_key_that_is_named(name: str, known: tuple[str, ...] | None, hint: str | None) -> None:
    """Of an unknown key the nearest one is named, or up to twelve that there are, else where to look; nothing is said of a file
    that can't be read."""
    found = [(item.place, item.masalah, item.saran) for item in known_key(name, known, "kanal.yml", 7, "saluran")]
    assert found == ([] if hint is None else [(7, f"saluran “{name}” tidak ada dalam kanal.yml", hint)])


def test_an_action_that_is_named() -> None:
    """It stands in the plan; where no plan can be read, nothing is said."""
    around = Surroundings(periode={"I.1": ()})
    assert list(in_plan("I.1", around, 3)) == list(in_plan("I.2", Surroundings(), 3)) == []
    (problem,) = in_plan("I.2", around, 3)
    assert (problem.place, problem.masalah, problem.saran) == (3, "aksi “I.2” tidak ada dalam rencana", "maksud Anda “I.1”?")


def test_a_role_that_is_named() -> None:
    """It is one of the office's, and open on the record's day; where no role can be read, nothing is said, and where the day is
    a hole, only what needs no day."""
    ended = Surroundings(peran={"Tim": date(2026, 3, 1), "Sekretaris": None})

    def said(around: Surroundings, **cells: object) -> list[str]:
        record = Capaian.as_far_as_valid({"dicatat_oleh": "Tim", **cells})
        return [problem.masalah for problem in faults(record, around) if problem.place == ("dicatat_oleh",)]

    assert said(ended, tanggal=date(2026, 3, 1)) == []
    assert said(ended, tanggal=date(2026, 3, 2)) == ["peran “Tim” berakhir 2026-03-01"]
    assert said(ended) == said(ended, dicatat_oleh="Sekretaris") == said(Surroundings(), dicatat_oleh="Lain") == []
    assert said(ended, dicatat_oleh="Lain") == ["peran “Lain” tidak ada dalam situs.yml"]


def test_what_is_written_twice_in_a_list() -> None:
    """The second and each further one is told at its own place; those that are not valid are not compared."""
    aturan = ({"kunci": "a"}, {"kunci": "b"}, {}, {"kunci": "a"}, {}, {"kunci": "a"})
    found = [
        item for item in faults(DasarHukum.as_far_as_valid({"aturan": aturan}), Surroundings()) if "dua kali" in item.masalah
    ]
    assert [item.place for item in found] == [("aturan", 3, "kunci"), ("aturan", 5, "kunci")]
    assert {item.masalah for item in found} == {"kunci “a” dipakai dua kali"}
