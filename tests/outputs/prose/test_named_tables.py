"""Tables of hand-written pages: named by their headings, lists of keys and long tables known."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from zona.outputs.prose.prose_html import LONG_TABLE, NamedTables


def html_of(text: str) -> str:
    markdown = Markdown(extensions=["tables"])
    markdown.treeprocessors.register(NamedTables(markdown), "nama-tabel", 3)
    html: str = markdown.convert(text)
    return html


def test_tables_are_named() -> None:
    """A table gets the heading above it as its caption; its heads say that they are of columns, its cells whose they are, and
    nothing is styled in place."""
    html = html_of("## Satu *dua*\n\n| A | B |\n|---|:-:|\n| b | c |\n\n### Tiga\n\n| A |\n|---|\n| b |\n")
    assert re.findall(r"<caption[^>]*>(.*?)</caption>", html) == ["Satu dua", "Tiga"]
    assert html.count('<th scope="col">A</th>') == 2
    assert '<th scope="row">b</th>\n<td data-label="B">c</td>' in html
    assert "style=" not in html


@pytest.mark.parametrize(("cell", "keys"), [("`kunci`", True), ("kata", False)])
def test_keys_are_a_list(cell: str, keys: bool) -> None:
    """A table whose rows all begin with a name of code is a list of keys on phones."""
    assert ("zi-kamus" in html_of(f"| A | B |\n|---|---|\n| {cell} | b |\n| `lain` | b |\n")) == keys


@pytest.mark.parametrize(("rows", "folds"), [(LONG_TABLE, 0), (LONG_TABLE + 1, 1)])
def test_long_tables_are_folded(rows: int, folds: int) -> None:
    """A table of more than forty rows is folded away, in its place, and says how many it has."""
    html = html_of("awal\n\n| A |\n|---|\n" + "| b |\n" * rows + "\nakhir\n")
    assert html.count("<details") == folds
    assert ("Lihat semua (41 baris)" in html) == bool(folds)
    assert html.index("awal") < html.index("<table") < html.index("akhir")
