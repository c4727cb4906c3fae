"""What of a page's text is shown, as far as it depends on the rows of the newest plan: no page says anything about rows that
the plan doesn't have."""

import re

from zona.findings.plan_findings import AksiFinding
from zona.findings.year_findings import Findings
from zona.outputs.wording import listing
from zona.records.informasi.prosa import TANDA_BERTEMA, TANDA_BLOK, TENTANG_BARIS, Prosa, subjects_of

_HEADING = re.compile(r"(#+) ")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.) ")


def shown_text(page: Prosa, findings: Findings) -> str:
    """The page's Markdown with the rows' codes in place of [[aksi:…]], without the lines that need rows of a subject where
    there are none, and without headings under which nothing is left."""
    return "\n".join(_without_empty_parts([_shown(line, findings) for line in page.isi.split("\n")]))


def _shown(line: str, findings: Findings) -> str | None:
    """The line as it is shown; None: it is left out."""
    block = TANDA_BLOK.fullmatch(line.strip())
    if block and block[1] in TENTANG_BARIS and not _shown_rows(block[1], block[2], findings):
        return None
    for mark in TANDA_BERTEMA.finditer(line):
        rows = _rows(mark[2], findings)
        lacking = not rows and any(item.aksi.tema for item in findings.terbaru.aksi)  # a plan without subjects says nothing
        if not (lacking if mark[1] == "tanpa" else rows):
            return None
    return TANDA_BERTEMA.sub(lambda mark: listing(_rows(mark[2], findings)) if mark[1] == "aksi" else "", line)


def _rows(argument: str, findings: Findings) -> tuple[str, ...]:
    """The codes of the newest plan's rows of the subjects that a mark names."""
    return tuple(item.kode for item in findings.terbaru.aksi_bertema(subjects_of(argument)))


def _shown_rows(name: str, argument: str, findings: Findings) -> tuple[AksiFinding, ...]:
    """What a block about rows has to show."""
    tahun, tema = findings.terbaru, subjects_of(argument)
    return tahun.salinan_bertema(tema) if name == "salinan" else tahun.aksi_bertema(tema)


def _without_empty_parts(lines: list[str | None]) -> list[str]:
    """The lines that are left, read from the last up: a heading, or a line that ends in a colon, goes with what stood alone
    below it."""
    kept: list[str] = []
    left_out, below = False, ""
    for line in reversed(lines):
        if line is None or (left_out and line.strip() and _says_nothing(line, below)):
            left_out = True
            continue
        kept.append(line)
        if line.strip():
            left_out, below = False, line
    return kept[::-1]


def _says_nothing(line: str, below: str) -> bool:
    """Whether a line only leads to what is not there; `below` is the next line with words ("": the page ends)."""
    if heading := _HEADING.match(line):
        after = _HEADING.match(below)
        return not below or bool(after and len(after[1]) <= len(heading[1]))
    return line.rstrip().endswith(":") and not _ITEM.match(below)
