"""Data files are edited in place: what says nothing else keeps its bytes."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.zi_command import ROOT
from zona.desk.forms.edit_yaml import NotEditable, first_text, rewritten
from zona.desk.forms.yaml_lines import Rows
from zona.records.reading.yaml_reader import read_yaml_text

OFFICES = ROOT / "tests" / "offices"
FILES = [path for path in sorted(OFFICES.rglob("*.yml")) if path.parent.name != "capaian"]
RECORDS = sorted(OFFICES.rglob("capaian/*.yml"))[::10]
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=200).map(
    lambda text: " ".join(text.split())
)
VALUES = st.one_of(TEXTS.filter(bool), st.integers(0, 9999), st.dates(), st.booleans(), st.none())


def name(path: Path) -> str:
    return path.relative_to(OFFICES).as_posix()


def same(value: Any) -> Any:
    """What a file says, as what is wanted of it."""
    if isinstance(value, dict):
        return {key: same(part) for key, part in value.items()}
    return Rows(dict(enumerate(map(same, value)))) if isinstance(value, tuple) else value


def scalars(value: Any, loc: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The places of all single values."""
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in scalars(part, (*loc, key))]
    if isinstance(value, tuple):
        return [found for at, part in enumerate(value) for found in scalars(part, (*loc, at))]
    return [loc]


def put(value: Any, loc: tuple[Any, ...], new: Any) -> Any:
    """What is wanted where one place is to say something else, and all else stays."""
    if not loc:
        return new
    if isinstance(value, dict):
        return {loc[0]: put(value[loc[0]], loc[1:], new)}
    return Rows({at: put(part, loc[1:], new) if at == loc[0] else same(part) for at, part in enumerate(value)})


def at(value: Any, loc: tuple[Any, ...]) -> Any:
    """The value at a place."""
    return at(value[loc[0]], loc[1:]) if loc else value


@pytest.mark.parametrize("path", [*FILES, *RECORDS], ids=name)
def test_nothing_wanted_changes_nothing(path: Path) -> None:
    """Every data file keeps its bytes when what it says is written into it, also with the line ends of Windows and a mark."""
    raw = path.read_bytes()
    value = read_yaml_text(raw.decode()).value
    assert isinstance(value, dict)
    for written in (raw, raw.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + raw):
        assert rewritten(written, same(value)) == written


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_one_change_touches_its_own_lines(data: st.DataObject) -> None:
    """Whatever value of whatever file is replaced by whatever other: the file says so, and no line but those of that value
    is another."""
    path = data.draw(st.sampled_from(FILES).filter(lambda item: item.name not in ("rencana-aksi.yml", "keputusan.yml")))
    ends = data.draw(st.sampled_from([b"\n", b"\r\n"]))
    raw = path.read_bytes().replace(b"\n", ends)
    document = read_yaml_text(raw.decode())
    loc = data.draw(st.sampled_from(scalars(document.value)))
    new = data.draw(VALUES)
    again = rewritten(raw, put(document.value, loc, new))
    found = read_yaml_text(again.decode())
    assert found.problems == []
    assert at(found.value, loc) == new
    before, after = raw.split(ends), again.split(ends)
    first, last = document.lines[loc], _last_line(document, loc, len(before))
    assert b"\n" not in again.replace(b"\r\n", b"") or ends == b"\n"
    assert after[: first - 1] == before[: first - 1]
    assert after[len(after) - (len(before) - last) :] == before[last:]


def _last_line(document: Any, loc: tuple[Any, ...], most: int) -> int:
    """The line before the one on which the next value or comment begins; a value in brackets shares its line."""
    later = [line for line in (*document.lines.values(), *document.comments) if line > document.lines[loc]]
    return min(later) - 1 if later else most


@pytest.mark.parametrize("path", FILES, ids=name)
def test_any_item_can_go_and_come(path: Path) -> None:
    """Of every list in every file, each item can be taken away alone, and one more of its kind be added."""
    raw = path.read_bytes()
    value = read_yaml_text(raw.decode()).value
    for loc in lists(value):
        items = at(value, loc)
        for gone in {0, len(items) // 2, len(items) - 1}:
            left = {index: same(part) for index, part in enumerate(items) if index != gone}
            found = at(read_yaml_text(rewritten(raw, put(value, loc, Rows(left))).decode()).value, loc)
            assert found == tuple(part for index, part in enumerate(items) if index != gone)
        more = Rows({**{index: same(part) for index, part in enumerate(items)}, 9999: same(items[-1])})
        changed = rewritten(raw, put(value, loc, more))
        assert at(read_yaml_text(changed.decode()).value, loc) == (*items, without_empty(items[-1]))
        taken = [line for line in difflib.ndiff(raw.decode().splitlines(), changed.decode().splitlines()) if line[0] == "-"]
        assert len(taken) <= 1  # a list in brackets grows on its line


def without_empty(value: Any) -> Any:
    """A value without the keys that say nothing, which new items leave out."""
    if isinstance(value, dict):
        return {key: without_empty(part) for key, part in value.items() if part not in (None, ())}
    return tuple(map(without_empty, value)) if isinstance(value, tuple) else value


def lists(value: Any, loc: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The places of the lists that have items; of long ones those within their first two items."""
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in lists(part, (*loc, key))]
    if isinstance(value, tuple) and value:
        return [loc, *(found for index, part in enumerate(value[:2]) for found in lists(part, (*loc, index)))]
    return []


COMMENTED = """\
# kepala
tahun: 2026   # tahun ini

peran:  # siapa saja
  # yang pertama
  - Ketua  # tetap
  # di antaranya
  - 'Tim A'

  # terakhir
  - >-
    Tim yang
    panjang
kosong:
catatan: >-  # keterangan
  satu
  dua

# ekor
"""


def edited(text: str, **wanted: Any) -> str:
    return rewritten(text.encode(), wanted).decode()


def test_comments_stay() -> None:
    """Comments between items, behind values and at the end stay where they are, and none becomes part of a text."""
    new = edited(COMMENTED, tahun=2027, peran=Rows({0: "Ketua", 1: "Tim B", 2: "Tim C", 3: "Tim D"}), kosong="isi")
    assert new == COMMENTED.replace("2026", "2027").replace("Tim A", "Tim B").replace("kosong:", "kosong: isi").replace(
        "  - >-\n    Tim yang\n    panjang\n", "  - Tim C\n  - Tim D\n"
    )
    new = edited(COMMENTED, tahun="dua\nbaris", catatan="satu")
    assert "tahun: |- # tahun ini\n  dua\n  baris\n" in new
    assert "catatan: satu # keterangan\n\n# ekor\n" in new
    new = edited(COMMENTED, peran=Rows({1: "Tim A"}), catatan=None)
    assert "  # yang pertama\n  # di antaranya\n  - 'Tim A'\n\n  # terakhir\nkosong:\ncatatan: null # keterangan\n" in new
    left = "peran: []  # siapa saja\n  # yang pertama\n  # di antaranya\n\n  # terakhir\nkosong:\n"
    assert left in edited(COMMENTED, peran=Rows())


def test_new_keys_stand_in_their_order() -> None:
    """A key that the file lacks comes below the nearest that stands before it in the model; an empty one is not written."""
    rows = Rows({0: {"x": 1, "y": "ya, ya"}, 1: {"x": 2}})
    new = edited("a: 1\nc:\n  - {x: 1}\n", a=1, b={"m": "satu", "n": None}, c=rows, d=None)
    assert new == 'a: 1\nb:\n  m: satu\nc:\n  - {x: 1, y: "ya, ya"}\n  - {x: 2}\n'


def test_an_empty_value_in_brackets_is_filled_in_its_place() -> None:
    """Where nothing stands behind a colon within brackets, the value comes behind it, on its line."""
    for text in ("a: {x: 1, y: }\n", "a: {x: 1, y: , z: 2}\n", "a: {\n  x: 1,\n  y: # belum ada\n}\n", "a: {\n  y:\n}\n"):
        assert edited(text, a={"y": "👍 baik"}) == text.replace("y:", "y: 👍 baik")


def test_a_role_that_ends_becomes_a_group() -> None:
    """An item that was one word can become a group, and the line beside it stays."""
    new = edited(
        "peran:\n  - Ketua # kita\n  - Tim\n", peran=Rows({0: "Ketua", 1: {"nama": "Tim", "sampai": date(2026, 6, 30)}})
    )
    assert new == "peran:\n  - Ketua # kita\n  - nama: Tim\n    sampai: 2026-06-30\n"


def test_what_cannot_be_read_is_refused_in_words() -> None:
    """A file with a slip of syntax, or one that repeats a value by a mark, is not touched."""
    for text in ("a: [1\n", "a: &x 1\nb: *x\n", "- a\n", "a: 1\na: 2\n"):
        with pytest.raises(NotEditable, match="berkas"):
            rewritten(text.encode(), {"a": 2})


def test_a_new_file_says_what_is_wanted() -> None:
    """The first lines of a new file are its comments; below stands what was filled in."""
    text = first_text(
        ["# satu"], {"tahun": 2031, "a": None, "daftar": Rows({0: {"x": "ya", "y": Rows({0: 1, 1: 2})}}), "b": "12:30"}
    )
    assert text.startswith("# satu\ntahun: 2031\ndaftar:\n  - x: ")
    assert read_yaml_text(text).value == {"tahun": 2031, "daftar": ({"x": "ya", "y": (1, 2)},), "b": "12:30"}
