"""A problem is said in one line, whatever its place is and whatever a file's name or text holds."""

from __future__ import annotations

import pytest
from cli.indonesian_click import Refused
from zona.delivery.check_built import BuiltFile
from zona.problems import Line, Problem
from zona.records.reading.data_error import Document, did_you_mean, quoted
from zona.records.reading.file_reader import Source


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Line("data/a.yml", 3), "data/a.yml:3: salah; betulkan"),
        (Line("a\n::error::b"), "a�::error::b:1: salah; betulkan"),
        ("F12", "F12: salah; betulkan"),
        (Line("::error::b"), "�error::b:1: salah; betulkan"),
        (BuiltFile(" ::error::b\n##[error]"), "�error::b��error]: salah; betulkan"),
        (BuiltFile("a.html"), "a.html: salah; betulkan"),
        (BuiltFile("a.html", 2), "a.html (dan 2 berkas lain): salah; betulkan"),
    ],
)
def test_every_place_is_said(place: object, said: str) -> None:
    """Lines of files, cells, files of the site: the place, what is wrong, what to do."""
    assert str(Problem(place, "salah", "betulkan")) == said


def test_texts_are_fit_to_be_shown() -> None:
    """No text brings a line end or a control sign along, and none is very long."""
    problem = Problem("A1", "a\x1b[2Jb\nc", "x" * 1000)
    assert (problem.masalah, len(problem.saran)) == ("a�[2Jb�c", 600)


def test_places_inside_a_file_become_lines() -> None:
    """A value's place is the line of the nearest thing that has one; a line stays itself."""
    document = Document("data/a.yml", lines={(): 1, ("a",): 4, ("a", 0): 5})
    document.take([Problem(("a", 0, "b"), "x", "y"), Problem(("c",), "x", "y"), Problem(9, "x", "y")])
    assert [problem.place for problem in document.problems] == [Line("data/a.yml", line) for line in (5, 1, 9)]


def test_a_refusal_carries_its_problems() -> None:
    """Every problem is in the refusal; of very many the first are said, and how many there are."""
    problems = [Problem(f"A{number}", "salah", "betulkan") for number in range(1, 4)]
    refused = Refused("Tidak ada yang ditulis.", problems, most=2)
    assert refused.problems == tuple(problems)
    assert refused.message.split("\n") == [
        "A1: salah; betulkan", "A2: salah; betulkan", "… dan 1 lagi", "3 masalah. Tidak ada yang ditulis.",
    ]  # fmt: skip
    assert (Refused("x").message, Refused("x").problems) == ("x", ())


@pytest.mark.parametrize(
    ("text", "said"),
    [("x" * 60, f"“{'x' * 60}”"), ("x" * 61, f"“{'x' * 59}…”"), (" a\n  b ", "“a b”"), (1.5, "“1.5”"), ("", "“”")],
)
def test_what_was_written_is_quoted(text: object, said: str) -> None:
    """On one line, and cut where it has more than sixty signs, to sixty with the sign that says so."""
    assert quoted(text) == said


def test_the_nearest_word_is_named() -> None:
    """A near miss names the one word that was meant; anything else names all that there are."""
    assert did_you_mean("selsai", ["berjalan", "selesai"]) == "maksud Anda “selesai”?"
    assert did_you_mean(7, iter(["berjalan", "selesai"])) == "yang dikenal: berjalan, selesai"


def test_the_line_of_a_key() -> None:
    """A key of a record is found at its line; one that the file does not have, at the file's first."""
    source = Source("isi", "2026/a.yml", b"", {"hasil": 4})
    assert [source.line("data", key) for key in ("hasil", "bukti")] == [Line("data/2026/a.yml", 4), Line("data/2026/a.yml", 1)]
