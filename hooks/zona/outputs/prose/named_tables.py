"""Tables of Markdown that say what they are and what heads their columns, for which Markdown has no words."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor


class NamedTables(Extension):
    """For pages that a site builder renders: the heading above a table becomes its caption, and its heads name columns."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Add the step that names tables, after everything else that changes elements."""
        md.treeprocessors.register(_Captions(md), "nama-tabel", 3)


class _Captions(Treeprocessor):
    def run(self, root: Element) -> None:
        heading = ""
        for element in root:
            if re.fullmatch("h[1-6]", element.tag):
                heading = "".join(element.itertext())
            if element.tag == "table":
                caption = Element("caption", {"class": "zi-sr"})
                caption.text = heading
                element.insert(0, caption)
                for head in element.iter("th"):
                    head.set("scope", "col")
