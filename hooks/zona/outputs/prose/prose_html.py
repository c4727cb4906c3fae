"""A page of prose in, its HTML out, whether MkDocs or `susun` asks: Markdown, with marks filled from data, links that work
below any path, tables that phones can show. Raw HTML that the checks let through is shown as the words it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.prose.blocks import BLOK, BlockCall, render_block
from zona.outputs.prose.shown_text import shown_text
from zona.outputs.wording import state_of_rule
from zona.records.informasi.prosa import TANDA_BLOK, TANDA_DALAM_BARIS, Prosa

LONG_TABLE = 40  # rows: more are folded, about three screens of a phone


@dataclass(frozen=True)
class Tulisan:
    """The text of a page of prose. It is written when a template first asks for it: to know which pages there are, nobody has
    to. `terbit` is each year's published evidence by name, for blocks that show it; `noted` the rules of which it was said
    whether they still hold, once a page."""

    page: Prosa
    findings: Findings
    terbit: dict[int, dict[str, BuktiTerbit]]
    noted: set[str] = field(default_factory=set)

    @property
    def html(self) -> Markup:
        """The text as HTML."""
        return self._written[0]

    @property
    def bagian(self) -> tuple[tuple[str, str], ...]:
        """The second-level headings as (id, text) in order."""
        return self._written[1]

    @cached_property
    def _written(self) -> tuple[Markup, tuple[tuple[str, str], ...]]:
        md = Markdown(extensions=["tables", "def_list", "sane_lists", "toc"], output_format="html")
        md.tulisan = self  # where the steps find what they write
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.preprocessors.register(_BlocksOnOwnLines(md), "tanda", 30)
        md.parser.blockprocessors.register(_Blocks(md.parser), "tanda", 95)
        md.inlinePatterns.register(_Marks(TANDA_DALAM_BARIS.pattern, md), "tanda", 185)
        md.treeprocessors.register(_Links(md), "tautan", 4)
        md.treeprocessors.register(NamedTables(md), "tabel", 3)
        md.treeprocessors.register(_Folds(md), "lipat", 2)
        html = Markup(_said_once(md.convert(shown_text(self.page, self.findings))))  # made here, from text that is escaped
        return html, tuple((token["id"], token["name"]) for token in md.toc_tokens if token["level"] == 2)


def _said_once(html: str) -> str:
    """The page with each sentence of `data-sekali`, which several blocks bring along, only where it stands first."""
    said = set[str]()

    def first(found: re.Match[str]) -> str:
        known = found[0] in said
        said.add(found[0])
        return "" if known else found[0]

    return re.sub(r"<span data-sekali>[^<]*</span>", first, html)


class _BlocksOnOwnLines(Preprocessor):
    """A mark alone on its line becomes a block of its own, with or without empty lines around it."""

    def run(self, lines: list[str]) -> list[str]:
        apart: list[str] = []
        for line in lines:
            apart += ["", line.strip(), ""] if _is_block(line) else [line]
        return apart


def _is_block(line: str) -> bool:
    found = TANDA_BLOK.fullmatch(line.strip())
    return bool(found and found[1] in BLOK)


class _Blocks(BlockProcessor):
    """A block is replaced by what the data say."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return _is_block(block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        found = TANDA_BLOK.fullmatch(blocks.pop(0).strip())
        assert found
        tulisan: Tulisan = self.parser.md.tulisan
        call = BlockCall(tulisan.findings, tulisan.terbit, (found[2] or "").strip())
        filled = render_block(found[1], call, addresses.prosa(tulisan.page.nama)).strip()
        html = f'<div class="zi-blok" data-blok="{found[1]}">\n{filled}\n</div>'
        SubElement(parent, "p").text = self.parser.md.htmlStash.store(html)


class _Marks(InlineProcessor):
    """The office's name, numbers of sources, names of rules."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str, int, int]:  # noqa: N802, ARG002
        kind, _, kunci = m[1].partition(":")
        if kind == "lipat":
            return Element("span", {"data-lipat": ""}), m.start(0), m.end(0)
        if kind == "s":
            return self._source(kunci), m.start(0), m.end(0)
        if kind == "h":
            return self._rule(kunci), m.start(0), m.end(0)
        return AtomicString(self.md.tulisan.findings.situs.isi.kantor), m.start(0), m.end(0)

    def _source(self, kunci: str) -> Element:
        number = [item.kunci for item in self.md.tulisan.page.kepala.sumber].index(kunci) + 1
        link = Element("a", {"class": "zi-tanda", "href": f"#sumber-{kunci}", "aria-label": f"Sumber {number}"})
        link.text = f"[{number}]"
        return link

    def _rule(self, kunci: str) -> Element:
        findings: Findings = self.md.tulisan.findings
        aturan = findings.aturan_menurut_kunci[kunci]
        whole = Element("span")
        whole.text = AtomicString("")
        link = SubElement(whole, "a", {"href": f"/{addresses.DASAR_HUKUM}#{kunci}"})
        link.text = AtomicString(aturan.sebutan)  # what people called it, in which no sign is Markdown
        tulisan: Tulisan = self.md.tulisan
        if kunci not in tulisan.noted and (note := state_of_rule(aturan, findings)):
            tulisan.noted.add(kunci)
            link.tail = " "
            SubElement(whole, "span").text = AtomicString(f"({note})")
        return whole


class _Links(Treeprocessor):
    """Links out say nothing about where the reader came from; all others are addresses of this site."""

    def run(self, root: Element) -> None:
        here = addresses.prosa(self.md.tulisan.page.nama)
        for link in root.iter("a"):
            target = link.get("href", "")
            if urlsplit(target).scheme:
                link.set("rel", "noopener")
                link.set("referrerpolicy", "no-referrer")
            elif not target.startswith("#"):
                link.set("href", addresses.relative(here, re.sub(r"^(\.*/)+", "", target)))


def _captioned(root: Element) -> Iterator[Element]:
    """Each table, once the heading above it is its caption: Markdown has no words for one."""
    heading = ""
    for element in list(root):
        if re.fullmatch("h[1-6]", element.tag):
            heading = "".join(element.itertext())
        if element.tag == "table":
            caption = Element("caption", {"class": "zi-sr"})
            caption.text = heading or "Tabel"
            element.insert(0, caption)
            yield element


class _Folds(Treeprocessor):
    """A heading that ends with [[lipat]] heads a fold, which holds what follows up to the next heading of its level."""

    def run(self, root: Element) -> None:
        fold: Element | None = None
        for element in list(root):
            if element.tag == "h2":
                mark = element.find("span[@data-lipat]")
                fold = None if mark is None else self._fold(root, element, mark)
            elif fold is not None:
                root.remove(element)
                fold.append(element)

    @staticmethod
    def _fold(root: Element, heading: Element, mark: Element) -> Element:
        heading.remove(mark)
        place = list(root).index(heading)
        root.remove(heading)
        fold = Element("details", {"class": "zi-lipat zi-bagian"})
        SubElement(fold, "summary").append(heading)
        root.insert(place, fold)
        return fold


class NamedTables(Treeprocessor):
    """Tables are named, their cells know their headings, and phones turn rows into cards. A table of keys, whose rows begin
    with a name of code, is a list there; a long table is folded."""

    def run(self, root: Element) -> None:
        """Change the tables below `root`."""
        for table in list(_captioned(root)):
            names = ["".join(cell.itertext()) for cell in table.iter("th")]
            rows = list(table.iter("tr"))[1:]
            table.set("class", "zi-angka zi-monev")
            for head in table.iter("th"):
                head.attrib = {"scope": "col"}  # the library writes alignment as inline styles, which the policy forbids
            for row in rows:
                _name_cells(row, names)
            if rows and all(row[0].find("code") is not None for row in rows):
                table.set("class", "zi-angka zi-monev zi-kamus")
            if len(rows) > LONG_TABLE:
                _fold(root, table, len(rows))


def _name_cells(row: Element, names: list[str]) -> None:
    """The first cell heads its row, the others say under which heading they stand."""
    for index, cell in enumerate(row):
        cell.tag = "td" if index else "th"
        cell.attrib = {"data-label": names[index]} if index else {"scope": "row"}


def _fold(root: Element, table: Element, rows: int) -> None:
    fold = Element("details", {"class": "zi-lipat"})
    SubElement(fold, "summary").text = f"Lihat semua ({rows} baris)"
    root[list(root).index(table)] = fold
    fold.append(table)
