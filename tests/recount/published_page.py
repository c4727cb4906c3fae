"""What a built page shows: its elements, and the numbers, tables and lists that are marked in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "col", "link", "input", "br", "img", "hr", "source", "path", "rect", "circle"}


@dataclass
class Element:
    """One element of a page: its name, attributes, children and the text in it, in order."""

    name: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def text(self) -> str:
        """The text directly in it and in its descendants."""
        return "".join(self.texts)


class Reader(HTMLParser):
    """Reads a page into elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in [element.name for element in self.open]:
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.texts.append(data.replace("\u00ad", ""))  # a soft hyphen is no letter of the word


def read_page(path: Path) -> Element:
    """A page's elements, which nobody may change: a page is read by many tests."""
    return _elements(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=512)  # the pages of two sites
def _elements(text: str) -> Element:
    reader = Reader()
    reader.feed(text)
    return reader.root


def words(element: Element) -> str:
    return " ".join(element.text.split())


def having(page: Element, **attributes: str) -> Iterator[Element]:
    """The elements with these data attributes; `…` stands for any value."""
    wanted = {f"data-{key.replace('_', '-')}": value for key, value in attributes.items()}
    for element in page.walk():
        if all(key in element.attributes and value in ("…", element.attributes[key]) for key, value in wanted.items()):
            yield element


def number(page: Element, name: str) -> str:
    """The one number of that name on a page."""
    (element,) = having(page, angka=name)
    return words(element)


def legend(page: Element, order: tuple[str, ...]) -> dict[str, int]:
    """The legend's numbers by state, which must stand once on the page, in this order of the states."""
    items = [
        element for element in having(page, keadaan="…") if element.name == "li" and "data-periode" not in element.attributes
    ]
    assert [item.attributes["data-keadaan"] for item in items] == list(order)
    found = {}
    for item in items:
        (bold,) = [child for child in item.walk() if child.name == "b"]
        found[item.attributes["data-keadaan"]] = int(words(bold))
        assert words(item).startswith(label(item.attributes["data-keadaan"]))
    return found


def label(keadaan: str) -> str:
    return keadaan.replace("_", " ").capitalize()


def table(page: Element, name: str) -> list[Element]:
    """The rows of the body of the one table of that name."""
    (found,) = having(page, tabel=name)
    (body,) = [child for child in found.children if child.name == "tbody"]
    return [child for child in body.children if child.name == "tr"]


def heads(page: Element, name: str) -> list[str]:
    (found,) = having(page, tabel=name)
    (head,) = [child for child in found.children if child.name == "thead"]
    return [words(child) for child in head.walk() if child.name == "th"]


def cells(line: Element) -> list[str]:
    return [words(child) for child in line.children if child.name in ("th", "td")]


def listed(page: Element, heading: str) -> tuple[str, list[Element]]:
    """A list's heading, and its entries."""
    (section,) = [item for item in page.walk() if item.name == "section" and item.attributes.get("aria-labelledby") == heading]
    (title,) = [child for child in section.walk() if child.attributes.get("id") == heading]
    return words(title), [child for child in section.walk() if child.name == "li"]
