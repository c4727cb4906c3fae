"""A printed number of a row (`IV`, `A.`, `1)`, `i.`, `1.1.1`, `I.4.a`) as what it may mean: kinds of signs with values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from zona.records.rencana.kode import NUMERALS

_ROMAN = {numeral: value for value, numeral in enumerate(NUMERALS, 1)}
_PART = r"(?:[0-9]{1,4}|[IVXLC]{1,8}|[ivxlc]{1,8}|[A-Za-z])"
_MARK = re.compile(rf"\(?({_PART}(?:[. \-/]+{_PART}){{0,4}}|[0-9]{{1,3}}[a-z]|{_PART}\.[0-9]{{1,2}}[a-z])[ .)\]]*")
_CODE = re.compile(r"[A-Z]{2,6}(?:[-./ ]?[0-9]{1,4}|[-./][A-Z]{1,6}){0,4}\.?")
# A number in front of the text that it numbers: “I. JUDUL”, “a) Membentuk tim”, “1.2 Survei”, “A PENGUNGKIT”.
_LEADING = re.compile(
    rf"(\(?(?:{_PART}(?:\.{_PART}){{0,4}})[.)][.)]?(?=[\s\w])|[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{1,4}}\.?(?=\s)"
    r"|[IVXL]{1,5}(?=\s+[-–:]?\s*\w)|[A-H](?=\s+[A-Z]{2})|[0-9]{1,3}(?=\s+[A-Z]))[\s:–-]*(\S.*)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Sign:
    """One reading of a part of a number: its kind, and its value from 1."""

    kind: str
    value: int


@dataclass(frozen=True)
class Mark:
    """A row's number: as printed, its parts, and how it ends, which parts `1.` from `1)`."""

    printed: str
    parts: tuple[str, ...]
    ending: str

    @cached_property
    def readings(self) -> tuple[Sign, ...]:
        """What its last part may be: `I` is the first Roman numeral and the ninth letter."""
        return tuple(_readings(self.parts[-1])) or (Sign("singkatan", 1),)

    @property
    def starts(self) -> bool:
        """Whether it may be the first of its kind."""
        return any(sign.value == 1 for sign in self.readings)


def read_mark(text: str) -> Mark | None:
    """The number that a cell holds; None where it holds something else."""
    words = " ".join(text.split())
    found = _MARK.fullmatch(words)
    if not found or len(words) > 24:
        return None
    parts = re.findall(r"[0-9]+|[A-Za-z]+", found[1])
    if any(not list(_readings(part)) for part in parts):
        return None
    return Mark(words, tuple(parts), ("(" if words.startswith("(") else "") + (")" if ")" in words else ""))


def read_code(text: str) -> Mark | None:
    """A code of an office's own that begins with letters (“MP”, “MP-01”), where a column of numbers holds it."""
    words = " ".join(text.split())
    if not _CODE.fullmatch(words) or len(words) > 16:
        return None
    return Mark(words, tuple(re.findall(r"[0-9]+|[A-Z]+", words)), "")


def leading_mark(text: str) -> tuple[Mark, str] | None:
    """The number at the head of a text, and the text behind it; None where there is none."""
    found = _LEADING.fullmatch(text)
    mark = read_mark(found[1]) if found else None
    return (mark, found[2]) if found and mark else None


def _readings(part: str) -> Iterator[Sign]:
    if part.isdecimal():
        if 0 < int(part) < 2000:
            yield Sign("angka", int(part))
        return
    case = "besar" if part.isupper() else "kecil"
    if (value := _ROMAN.get(part.upper())) and part in (part.upper(), part.lower()):
        yield Sign(f"romawi {case}", value)
    if len(part) == 1:
        yield Sign(f"huruf {case}", ord(part.lower()) - ord("a") + 1)


def same_code(printed: str, code: str) -> bool:
    """Whether a printed number says no more than our code: all of it, without its group, or its number alone."""
    own = [part.casefold() for part in re.findall(r"[0-9]+|[A-Za-z]+", printed)]
    parts = code.casefold().split(".")
    return own in (parts, parts[1:], parts[1:2])
