"""Codes of groups and actions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from zona.records.reading.fields import KodeAksi, KodeKelompok
from zona.records.rencana.kode import roman, successors


def is_aksi(kode: str) -> bool:
    """Whether a record takes the text as an action's code."""
    return _is(KodeAksi, kode)


def is_kelompok(kode: str) -> bool:
    """Whether a record takes the text as a group's code."""
    return _is(KodeKelompok, kode)


def _is(kind: object, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (7, "VII"), (9, "IX"), (14, "XIV"), (40, "XL"), (49, "XLIX"), (99, "XCIX"), (190, "CXC")],
)
def test_roman(number: int, numeral: str) -> None:
    """Numbers are written as Roman numerals by subtraction, not by repetition."""
    assert roman(number) == numeral


@pytest.mark.parametrize("kode", ["I", "IV", "VII", "XII"])
def test_groups(kode: str) -> None:
    """A properly written Roman numeral is a group's code."""
    assert is_kelompok(kode)


@pytest.mark.parametrize("kode", ["", "i", "IIII", "VX", "IC", "1", "I.1", "I ", "Ⅳ", "A", "C", "CI"])
def test_not_groups(kode: str) -> None:
    """Anything else is not."""
    assert not is_kelompok(kode)


@pytest.mark.parametrize("kode", ["I.1", "VII.8", "I.4.a", "VI.2.d", "X.10", "I.99.z"])
def test_actions(kode: str) -> None:
    """Group, number, and a letter where there are sub-rows."""
    assert is_aksi(kode)


@pytest.mark.parametrize(
    "kode", ["", "I", "1.1", "I.0", "I.01", "I.1.", "I.1.A", "I.1.ab", "I-1", "i.1", "I.1 ", "I.1\n", "I.100", "I..1"]
)
def test_not_actions(kode: str) -> None:
    """Anything else is not."""
    assert not is_aksi(kode)


def test_successors() -> None:
    """After a plain row comes the next number; after a sub-row the next letter or the next number."""
    assert successors("I.3") == ("I.4", "I.4.a")
    assert successors("I.4.a") == ("I.4.b", "I.5", "I.5.a")


@given(st.integers(1, 99))
def test_roman_is_a_group(number: int) -> None:
    """Every numeral that we write is one that we read."""
    assert is_kelompok(roman(number))


@given(st.integers(1, 99), st.integers(1, 98), st.sampled_from(["", "a", "k", "y"]))
def test_successors_of_any(kelompok: int, nomor: int, huruf: str) -> None:
    """A code's successors are codes that differ from it."""
    kode = ".".join(part for part in (roman(kelompok), str(nomor), huruf) if part)
    assert all(is_aksi(item) and item != kode for item in successors(kode))
