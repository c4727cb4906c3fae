"""The form as the program has it: how many items each area has, that its parts fit, and what must not stand in it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import zona.records.lke as folder
from zona.records.lke.formulir import Aspek, area_menurut_kode, butir_menurut_kode, formulir

PART = r"[ivx]+"


def test_items_of_each_area() -> None:
    """113 items: 87 of Pemenuhan, 23 of Reform, 3 of Hasil, as many in each area as published copies have."""
    counts = Counter(item.area.kode for item in butir_menurut_kode().values())
    areas = {aspek: [counts[item.kode] for part in formulir() if part.aspek is aspek for item in part.area] for aspek in Aspek}
    assert areas == {Aspek.PEMENUHAN: [12, 9, 18, 11, 18, 19], Aspek.REFORM: [4, 6, 3, 3, 4, 3], Aspek.HASIL: [2, 1]}
    assert len(butir_menurut_kode()) == 113


def test_weights_add_up() -> None:
    """An area weighs what its subs, or its items, weigh together, and an aspect what its areas do."""
    for part in formulir():
        assert part.bobot == sum(area.bobot for area in part.area)
        for area in part.area:
            assert area.bobot == sum(sub.bobot for sub in area.sub) + sum(item.bobot or 0 for item in area.butir)
    assert sum(part.bobot for part in formulir()) == 100


def test_codes_say_where_items_stand() -> None:
    """An item's code is its sub's (or area's) and a letter, in order; a sub's is its area's and a small Roman number; an item
    weighs by itself only where there is no sub."""
    for item in butir_menurut_kode().values():
        assert item.kode.rpartition(".")[0] == (item.sub or item.area).kode
        assert (item.butir.bobot is None) == (item.sub is not None)
    for area in area_menurut_kode().values():
        assert all(re.fullmatch(rf"{re.escape(area.kode)}\.{PART}", sub.kode) for sub in area.sub)
        for sub in area.sub:
            assert [item.kode[-1] for item in sub.butir] == [*"abcdefgh"[: len(sub.butir)]]


def test_questions_are_ours() -> None:
    """Every item asks in a sentence that ends with “?”, and no two ask the same."""
    asked = [item.butir.pertanyaan for item in butir_menurut_kode().values()]
    assert all(text.endswith(("?", "!?")) and len(text) < 120 for text in asked)
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("path", sorted(Path(folder.__file__).parent.glob("*.*")), ids=lambda path: path.name)
def test_no_source_is_named(path: Path) -> None:
    """Nothing names or links where the copies were read: some hold what is about other people."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://\w|berkas publik|scribd|pn-serang|rumpun|daftar-\d|basis-\d|[0-9]{9}", text)
