"""Soft hyphens: where they may stand, and where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zona.outputs.soft_hyphens import SOFT_HYPHEN, hyphenated


@pytest.mark.parametrize(
    "word",
    [
        *("pen-ce-gahan", "Penan-da-tanganan", "per-tang-gung-ja-waban", "pem-be-ri-ta-huan", "gra-ti-fi-kasi"),
        *("diim-ple-men-ta-si-kan", "moni-to-ring", "disem-bu-nyi-kan", "trans-pa-ransi", "sosi-ali-sasi", "peng-aturan"),
    ],
)
def test_long_words_break_between_syllables(word: str) -> None:
    """A long Indonesian word may break between its syllables; no syllable is a single letter or lacks a vowel."""
    assert hyphenated(word.replace("-", "")).replace(SOFT_HYPHEN, "-") == word


@pytest.mark.parametrize(
    "text",
    [
        *("pengaduan", "Diterima", "PENCEGAHAN", "SP4N-LAPOR!", "belum_dilaporkan_lagi", "keputusan.pencegahan"),
        *("pertanggungjawaban.csv", "https://pencegahan.example/a", "pencegahan@surat.example", "aBcdefghijklm"),
    ],
)
def test_what_stays_whole(text: str) -> None:
    """Short words, short forms, keys, addresses and names of files get none."""
    assert hyphenated(text) == text


@given(st.text(alphabet="aeiouklmnprst -.,/@_ABC\n", max_size=60))
def test_nothing_else_changes(text: str) -> None:
    """Without its soft hyphens a text is what it was, and three letters stay together at both ends of a word."""
    made = hyphenated(text)
    assert made.replace(SOFT_HYPHEN, "") == text
    assert all(part.isalpha() for word in made.split() for part in word.split(SOFT_HYPHEN)[1:-1])
