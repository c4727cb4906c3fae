"""What is said of personal data in a text: how little of it is repeated, whatever the text holds.

Every number, address and plate here is made up.
"""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.personal_data_cases import FOUND, TELEPON, kinds
from zona.records.reading.personal_data import find_personal_data


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("NIK 6399011205900012", "tampaknya ada NIK (63••••••••••••12)"),
        ("0812-9999-0001", "tampaknya ada nomor telepon (08••••••••01)"),
        ("warga@contoh.example", "tampaknya ada alamat surel (wa••••••••••••••••le)"),
        ("a@b.id", "tampaknya ada alamat surel (a••••d)"),
        ("DA 1234 XY", "tampaknya ada nomor polisi kendaraan (DA••••XY)"),
        ("B 12 X", "tampaknya ada nomor polisi kendaraan (B••X)"),
    ],
)
def test_message(text: str, message: str) -> None:
    """The message names the kind and shows at most two signs at each end."""
    assert list(find_personal_data(text)) == [message]


@pytest.mark.lambat
@given(st.from_regex(r"63[0-9]{4}(0[1-9]|[12][0-9]|4[1-9])(0[1-9]|1[0-2])[0-9]{6}", fullmatch=True))
def test_nik_is_masked(nik: str) -> None:
    """Of any NIK only the first two and the last two digits stand in the message."""
    assert list(find_personal_data(f"atas nama Fulan ({nik})")) == [f"tampaknya ada NIK ({nik[:2]}••••••••••••{nik[-2:]})"]


@pytest.mark.parametrize("text", [text for text, _ in FOUND])
def test_message_is_masked(text: str) -> None:
    """No message holds three digits in a row, or a whole address: a log of messages gives nobody away."""
    assert not [message for message in find_personal_data(text) if re.search(r"[0-9]{3}|@", message)]


@given(st.text(max_size=120), st.lists(st.text(max_size=20), max_size=3))
def test_never_raises(text: str, allowed: list[str]) -> None:
    """Any text with any list of allowed contacts gives whole messages and no error."""
    assert all(
        re.fullmatch(r"tampaknya ada .+ \(.+\)", message) for message in find_personal_data(text, allowed=tuple(allowed))
    )


@given(st.text(alphabet="0123456789 .-+()/@ABDKPTkX\n", max_size=120))
def test_never_raises_on_number_soup(text: str) -> None:
    """Texts made of nothing but the signs of such numbers give each kind at most once."""
    found = kinds(text)
    assert len(found) == len(set(found))


WORDS = st.lists(st.from_regex(r"[A-Za-z]{2,9}", fullmatch=True), max_size=5).map(" ".join)


@given(
    WORDS,
    st.sampled_from(["0", "+62", "+62 ", "62", "62 ", "62-"]),
    st.from_regex(r"8[1-9][0-9]{7,10}", fullmatch=True),
    st.sampled_from(["", " ", "-", "."]),
    WORDS,
)
def test_mobile_number_among_words(before: str, start: str, number: str, gap: str, after: str) -> None:
    """A mobile number is found whatever words stand around it, and so is none once it is allowed."""
    text = f"{before} {start}{number[:3]}{gap}{number[3:7]}{gap}{number[7:]} {after}"
    assert kinds(text) == [TELEPON]
    assert kinds(text, allowed=(f"0{number}",)) == []


@pytest.mark.parametrize("sign", ["0", "a.", "-", "(", "@", "a@", "A", "8", "62", "1 ", "08 ", "12.345.678."])
def test_long_texts_take_no_time(sign: str) -> None:
    """A hundred thousand signs of one sort are searched in five seconds: that takes half a second at most, and the simplest
    form that backtracks sixteen."""
    start = time.perf_counter()
    list(find_personal_data(sign * (100_000 // len(sign))))
    assert time.perf_counter() - start < 5
