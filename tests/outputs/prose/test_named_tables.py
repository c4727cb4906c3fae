"""Tables of hand-written pages: named by their headings."""

from __future__ import annotations

import re

from markdown import Markdown
from zona.outputs.prose.prose_html import NamedTables


def test_tables_are_named() -> None:
    """A table gets the heading above it as its caption, and its heads say that they are of columns."""
    text = "## Satu *dua*\n\n| A |\n|---|\n| b |\n\n### Tiga\n\n| A |\n|---|\n| b |\n"
    markdown = Markdown(extensions=["tables"])
    markdown.treeprocessors.register(NamedTables(markdown), "nama-tabel", 3)
    html = markdown.convert(text)
    assert re.findall(r"<caption[^>]*>(.*?)</caption>", html) == ["Satu dua", "Tiga"]
    assert html.count('<th scope="col">A</th>') == 2
