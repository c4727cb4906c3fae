"""What the texts of a plan's table may look like: numbers, codes, numerals, and what belongs to the print alone."""

from __future__ import annotations

import re

from zona.intake.cells import Cell
from zona.records.rencana.kode import NUMERALS, ROMAN

NUMBER = re.compile(r"([0-9]{1,2}) ?[.)]? ?([a-z])?[.)]?")
LETTER = re.compile(r"([a-z])[.)]?")
CODE = re.compile(rf"({ROMAN})\.([1-9][0-9]?)(?:\.?([a-z]))?")
NUMERAL = re.compile(rf"({ROMAN})[.)]?")
NUMBERED_TITLE = re.compile(rf"({ROMAN})(?:[.)]\s*|\s+[-–:]?\s*)(.+)", re.DOTALL)
COLUMN_NUMBER = re.compile(r"\(?[0-9]\)?")
PAGE_NUMBER = re.compile(r"[-–] ?[0-9]{1,3} ?[-–]|(hal(aman)?\.? ?[0-9]+.*)", re.IGNORECASE)
BELOW_THE_TABLE = re.compile(r"(di)?tetapkan di\b|pada tanggal\b|salinan sesuai\b|mengetahui\b|ttd\b", re.IGNORECASE)
TITLE = re.compile(r"rencana aksi\b", re.IGNORECASE)


def is_decoration(cells: dict[str, Cell], filled: list[str]) -> bool:
    """A row of column numbers below the heading, or a page number."""
    texts = [cells[key].text for key in filled]
    if len(texts) == 1:
        return PAGE_NUMBER.fullmatch(texts[0]) is not None
    return len(texts) >= 3 and all(COLUMN_NUMBER.fullmatch(text) for text in texts)


def number_hint(no: str) -> str:
    """How a NO should be written; numerals that scanning or typing made of l and 1 are recognised."""
    near = no.upper().replace("1", "I").replace("L", "I") if not no.isdecimal() else ""
    if near in NUMERALS:
        return f"maksud Anda “{near}”?"
    return "tulis angka (1), huruf anak baris (a), atau angka Romawi untuk judul kelompok (I)"
