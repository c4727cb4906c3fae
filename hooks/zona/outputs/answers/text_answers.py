"""Answers that the office has written itself: sentences of its pages of prose, and what its glossary says of a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.answers.answer import Jawaban
from zona.outputs.pages.docs_pages import term_id
from zona.outputs.prose.shown_text import shown_text
from zona.records.informasi.docs_files import GLOSARIUM
from zona.records.informasi.prosa import Prosa

_LONGEST = 320  # signs of an answer

_TERM = re.compile(r"^(?P<istilah>[^\s:#].*)\n:\s+(?P<arti>.+)$", re.MULTILINE)
_ITEM = re.compile(r"(?:[-*]|\d+\.)\s+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\d])")


@dataclass(frozen=True)
class Bagian:
    """A part of a page of prose: its heading ("" before the first), and its sentences; the items of a list belong to the
    sentence that ends in a colon before it, and are sentences where none does."""

    judul: str
    kalimat: tuple[str, ...]


def parts_of(page: Prosa, findings: Findings) -> Iterator[Bagian]:
    """The parts of a page in their order, as readers see their words."""
    for part in re.split(r"^## +", f"\n{shown_text(page, findings)}", flags=re.MULTILINE):
        title, _, text = part.partition("\n")
        paragraphs: list[str] = []
        for line in (_plain(line, findings) for line in text.splitlines() if not line.startswith(("|", "#"))):
            item = _ITEM.match(line)
            if item and paragraphs and re.search(r"([:;,]| dan| atau)$", paragraphs[-1]):
                paragraphs[-1] += f" {line[item.end() :]}"
            elif line:
                paragraphs.append(line[item.end() :] if item else line)
        yield Bagian(_plain(title, findings), tuple(s for item in paragraphs for s in _SENTENCE.split(item)))


def _plain(line: str, findings: Findings) -> str:
    """A line of Markdown without its marks."""
    rules = findings.aturan_menurut_kunci
    line = line.replace("[[kantor]]", findings.situs.isi.kantor)
    line = re.sub(r"\[\[h:([^\]]+)\]\]", lambda found: rules[found[1]].sebutan, line)
    line = re.sub(r"\s*\[\[[^\]]*\]\]|\*+|(?<!\w)_|_(?!\w)", "", line)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line).strip()


def from_prose(page: Prosa, heading: str, words: str, findings: Findings) -> Jawaban | None:
    """The first sentence with these words in the first part whose heading has that (each where given); None without one."""
    for part in parts_of(page, findings):
        found = next((item for item in part.kalimat if words.lower() in item.lower()), None)
        if found and heading.lower() in part.judul.lower():
            said = shorten(found, _LONGEST, placeholder=" …")
            return Jawaban(said if said[-1] in ".!?…" else f"{said}.", _anchor(page, part.judul))
    return None


def _anchor(page: Prosa, title: str) -> str:
    """Where a part stands: its heading's id is made as the Markdown library makes it."""
    return addresses.prosa(page.nama) + (f"#{term_id(title)}" if title else "")


def glossary(findings: Findings) -> Iterator[tuple[tuple[str, ...], Jawaban]]:
    """What the glossary explains: the names of each thing, and its answer."""
    for page in findings.docs.halaman:
        if page.nama == GLOSARIUM:
            for found in _TERM.finditer(page.isi):
                term = found["istilah"].partition(" – ")[0]
                names = tuple(name.strip() for name in re.split(r"[(),]", term) if name.strip())
                ke = f"{addresses.docs(page.nama)}#{term_id(term)}"
                yield names, Jawaban(f"{term}: {_plain(found['arti'], findings)}", ke)
