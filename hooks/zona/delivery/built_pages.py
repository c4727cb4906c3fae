"""What built pages use: element names, classes, ids and attributes, inline scripts, and the text that the search reads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Pagefind's attributes for the part of a page to index, and for what to skip in it; then the elements that are always
# skipped: by Pagefind itself or, for figures, by our settings, because a chart repeats the numbers of its table.
BODY, PASS_OVER = "data-pagefind-body", "data-pagefind-ignore"
_PASSED = frozenset("figure nav footer script style noscript form svg template".split())
# Elements that have no end tag.
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADING_OR_TABLE = re.compile(
    r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<table>(?P<head>\s*<thead>.*?</thead>)", flags=re.DOTALL
)

# Types of <script> whose text is data; browsers run the others.
_DATA = ("application/json", "application/ld+json")


@dataclass(frozen=True)
class Text:
    """The text that the search reads of a page: its heading, and everything with the heading. Both are "" for a page that the
    search leaves out."""

    title: str = ""
    whole: str = ""


@dataclass
class Used:
    """Everything that styles can select by, in all pages together. `attributes` has the values seen, by attribute; `styles` are
    the linked style sheets in order, as written; `scripts` the texts of inline scripts; `texts` has one entry a page, in the
    order in which the pages were read."""

    tags: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """Every class name that an element has."""
        return {name for value in self.attributes["class"] for name in value.split()}

    @property
    def ids(self) -> set[str]:
        """Every id that an element has."""
        return self.attributes["id"]


class _PageReader(HTMLParser):
    def __init__(self, used: Used) -> None:
        super().__init__(convert_charrefs=True)
        self.used, self.in_script = used, False
        # How many elements are open here: inside the part that the search reads, and inside what it skips there.
        self.within, self.passing = 0, 0
        self.text: list[str] = []
        self.title: list[str] = []
        self.in_title = False

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 – line numbers are not needed, and cost a tenth of the time
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.used.tags.add(tag)
        for name, value in given.items():
            self.used.attributes[name].add(value)
        if tag == "link" and given.get("rel") == "stylesheet" and given["href"] not in self.used.styles:
            self.used.styles.append(given["href"])
        self.in_script = tag == "script" and "src" not in given and given.get("type") not in _DATA
        if tag not in _VOID and (self.within or BODY in given):
            self.within += 1
            self.passing += bool(self.passing or PASS_OVER in given or tag in _PASSED)
            self.in_title = self.in_title or tag == "h1"

    def handle_data(self, data: str) -> None:
        if self.within and not self.passing:
            self.text.append(data)
            if self.in_title:
                self.title.append(data)
        if self.in_script and data not in self.used.scripts:
            self.used.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.in_script = self.in_script and tag != "script"
        if self.within and tag not in _VOID:
            self.within -= 1
            self.passing = max(0, self.passing - 1)
            self.in_title = self.in_title and tag != "h1"


def read_pages(pages: Iterable[str]) -> Used:
    """Read the HTML of pages. Raises nothing: like a browser, it accepts any HTML."""
    used = Used()
    for text in pages:
        reader = _PageReader(used)
        reader.feed(text)
        reader.close()
        used.texts.append(Text(" ".join(" ".join(reader.title).split()), " ".join(" ".join(reader.text).split())))
    return used


def with_named_tables(page: str) -> str:
    """The page with what Markdown can't express about its tables: the heading above a table becomes its caption, and its header
    cells get their scope."""
    heading = ""

    def named(found: re.Match[str]) -> str:
        nonlocal heading
        if found["heading"] is not None:
            heading = re.sub(r"<[^>]*>", "", found["heading"]).strip()
            return found[0]
        head = found["head"].replace("<th>", '<th scope="col">')
        return f'<table>\n<caption class="zi-sr">{heading}</caption>{head}'

    return _HEADING_OR_TABLE.sub(named, page)
