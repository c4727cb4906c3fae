"""Where the heading of a plan's table stands: in one to three rows, merged or not, below titles, on whichever sheet."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from xlsxwriter.utility import xl_col_to_name

from zona.intake.plan.column_words import LEFT_OUT, SURE, ArtiKolom, meanings, plain
from zona.intake.plan.numbering import read_mark
from zona.intake.table_files import Table
from zona.records.rencana.jadwal import BULAN, BULAN_TERTULIS

TALLEST, DEEPEST = 3, 300  # rows of a heading; rows among which one is looked for
_TITLE = re.compile(
    r"(rencana (aksi|kerja|tindak)|program kerja|matriks|plan of action|time ?(schedule|line))\b", re.IGNORECASE
)
_MONTHS = {word: BULAN[number - 1] for word, number in BULAN_TERTULIS.items()}
_QUARTER = re.compile(r"(?:tw|triwulan|tri wulan) ?(iv|i{1,3}|[1-4])", re.IGNORECASE)
_DONE = re.compile(r"(capaian|realisasi|progres)")
_NUMERALS = {"1": "I", "2": "II", "3": "III", "4": "IV"}


@dataclass(frozen=True)
class PlanColumn:
    """A column of the table by its place; it may be printed across several (`until` is the last). `parts` are the texts of its
    heading from above; `bulan` is the month or quarter that marks below it mean."""

    place: int
    until: int
    parts: tuple[str, ...]
    bulan: str = ""

    @property
    def name(self) -> str:
        """Its heading on one line; empty where none stands."""
        return " ".join(" ".join(self.parts).split())

    @property
    def letter(self) -> str:
        """What spreadsheets call it."""
        return str(xl_col_to_name(self.place))


@dataclass(frozen=True)
class Heading:
    """The heading of a table: its first row, how many rows it takes, and its columns from the left."""

    table: Table
    row: int
    height: int
    columns: tuple[PlanColumn, ...]

    @cached_property
    def score(self) -> float:
        """How much it looks like one: each meaning counts once, as sure as its best word is."""
        best: dict[ArtiKolom, float] = {}
        for column in self.columns:
            for meaning, weight in meanings(column.name).items():
                best[meaning] = max(best.get(meaning, 0), weight)
        months = min(len({column.bulan for column in self.columns} - {""}), 4)
        return sum(weight for meaning, weight in best.items() if meaning not in LEFT_OUT) + months * SURE / 4

    @property
    def first(self) -> int:
        """The first row below it."""
        return self.row + self.height

    def labels(self) -> dict[int, str]:
        """What each column is called in messages and in the map file, by its place: no two are called the same."""
        names = Counter(column.name for column in self.columns)
        return {
            column.place: f"{column.name} ({column.letter})" if names[column.name] > 1 else column.name or column.letter
            for column in self.columns
        }

    def repeated_at(self, row: int) -> int:
        """How many rows the heading takes where it stands again, as at the top of each printed page; else 0."""
        own = {column.place: plain(column.name) for column in self.columns if column.name}
        for height in range(self.height, 0, -1):
            again = {column.place: plain(column.name) for column in _columns(self.table, row, height) if column.name}
            same = sum(again.get(place) == name for place, name in own.items())
            if same >= max(2, 0.6 * len(own)) and same >= 0.6 * len(again):
                return height
        return 0


def find_headings(tables: Iterable[Table], at: int | None = None, height: int | None = None) -> list[Heading]:
    """The likeliest heading of each table that has one, the likeliest first. `at` and `height` say where it stands (its first
    row from 0, how many rows)."""
    found = [heading for table in tables if (heading := _best(table, at, height))]
    return sorted(found, key=lambda item: -item.score)


def _best(table: Table, at: int | None, height: int | None) -> Heading | None:
    """The best of a table: the lowest of those that say the same, and the first."""
    rows = range(min(len(table.rows), DEEPEST)) if at is None else range(at, min(at + 1, len(table.rows)))
    tall = range(1, TALLEST + 1) if height is None else [height]
    headings = [Heading(table, row, rows_of, (*_columns(table, row, rows_of),)) for row in rows for rows_of in tall]
    headings = [item for item in headings if at is not None or _is_heading(item)]
    best = max(headings, key=lambda item: (round(item.score, 3), -item.height, -item.row), default=None)
    if best is None:
        return None
    row, last = best.row, best.row + best.height
    while at is None and last - row < TALLEST and any(cell.text and not cell.own for cell in table.rows[row]):
        row -= 1  # cells that are merged down from above belong to it
    while at is None and last - row < TALLEST and _is_below_merged(table, row, last):
        last += 1
    best = Heading(table, row, last - row, (*_columns(table, row, last - row),))
    return replace(best, columns=_with_nameless(best))


def _is_below_merged(table: Table, row: int, below: int) -> bool:
    """Whether all that stands in the row below parts a time, target or month that is merged above it: “mulai” and “selesai”,
    the weeks of a month."""
    cells = [(place, cell) for place, cell in enumerate(table.rows[below] if below < len(table.rows) else ()) if cell.filled]
    reached = set[int]()
    for place, cell in enumerate(table.rows[row]):
        parted = meanings(cell.text).keys() & {ArtiKolom.TARGET_WAKTU, ArtiKolom.TARGET_CAPAIAN}
        if cell.columns > 1 and (parted or plain(cell.text) in _MONTHS):
            reached |= {*range(place, place + cell.columns)}
    return bool(cells) and all(place in reached and len(cell.text) < 30 for place, cell in cells)


def _is_heading(heading: Heading) -> bool:
    """Two columns or more whose names say what they hold, one of them what will be done, and no cell that is a text."""
    known = {meaning for column in heading.columns for meaning in list(meanings(column.name))[:1]} - {*LEFT_OUT}
    named = [column for column in heading.columns if column.name]
    texts = {ArtiKolom.KOMPONEN, ArtiKolom.LANGKAH_AKSI, ArtiKolom.INDIKATOR, ArtiKolom.KELOMPOK, ArtiKolom.BUKTI_FISIK}
    top = [cell for cell in heading.table.rows[heading.row] if cell.filled]
    if heading.height > 1 and len(top) == 1 and named and top[0].text in named[0].parts:  # a title above the heading
        return False
    short = all(len(column.name) <= 100 for column in named)
    return short and len(known) >= 2 and bool(known & texts) and len(named) >= 2 and heading.score >= 2 * SURE - 4


def _columns(table: Table, row: int, height: int) -> Iterator[PlanColumn]:
    """The columns of the rows as a heading. What is merged across stands above each column that it reaches."""
    width = max((len(table.rows[at]) for at in range(row, min(row + height, len(table.rows)))), default=0)
    above: list[tuple[str, int, int]] = [("", -1, -1)] * height  # text, first column, last column
    skip = -1
    for place in range(width):
        parts: list[str] = []
        spans: list[int] = []
        for level in range(height):
            cell = table.cell(row + level, place)
            if cell.text:
                above[level] = (" ".join(cell.text.split()), place, place + cell.columns - 1)
            text, _, until = above[level]
            if text and place <= until and (not parts or parts[-1] != text):
                parts.append(text)
                spans.append(until)
        until = min(spans, default=place) if spans else place
        if place > skip:
            bulan = _month_of(parts)
            yield PlanColumn(place, until, tuple(parts), bulan)
            skip = until


def _month_of(parts: list[str]) -> str:
    """The month or quarter that a heading's lowest parts name: “Jan”, “TW I”, a number below a word of time."""
    above = plain(" ".join(parts[:-1]))
    if _DONE.match(above) or {*list(meanings(above))[:1]} & {*LEFT_OUT}:  # months of what was reached or spent are no schedule
        return ""
    for part in reversed(parts):
        words = plain(part)
        bare = " ".join(re.sub(r"\b20[0-9]{2}\b", "", words).split())
        if bare in BULAN_TERTULIS:
            return BULAN[BULAN_TERTULIS[bare] - 1]
        if found := _QUARTER.fullmatch(bare):
            return f"Triwulan {_NUMERALS.get(found[1], found[1].upper())}"
    return _numbered_month(parts)


def _numbered_month(parts: list[str]) -> str:
    above, last = plain(" ".join(parts[:-1])), plain(parts[-1]) if parts else ""
    if ("bulan" in above or "jadwal" in above or "waktu" in above) and last.isdecimal() and 1 <= int(last) <= 12:
        return BULAN[int(last) - 1]
    if ("triwulan" in above or "jadwal" in above or "waktu" in above) and last.upper() in _NUMERALS.values():
        return f"Triwulan {last.upper()}"
    return f"Triwulan {_NUMERALS[last]}" if "triwulan" in above and last in _NUMERALS else ""


def _with_nameless(heading: Heading) -> tuple[PlanColumn, ...]:
    """The columns that hold something. A nameless one right of a column of numbers or of indented text goes on with it."""
    table, found = heading.table, list[PlanColumn]()
    for column in heading.columns:
        body = [table.cell(row, column.place) for row in range(heading.first, len(table.rows))]
        if column.name:
            found.append(column)
        elif not any(cell.filled for cell in body):
            continue
        elif found and found[-1].until + 1 == column.place and _goes_on(heading, found[-1]):
            found[-1] = replace(found[-1], until=column.until)
        else:
            found.append(column)
    return tuple(found)


def _goes_on(heading: Heading, left: PlanColumn) -> bool:
    """Whether the column holds mostly numbers below a name of texts, so that its texts stand beside."""
    table = heading.table
    cells = [table.cell(row, left.until) for row in range(heading.first, len(table.rows))]
    texts = [cell.text for cell in cells if cell.filled]
    marks = sum(read_mark(text) is not None for text in texts)
    return ArtiKolom.NOMOR not in meanings(left.name) and bool(texts) and marks >= 0.6 * len(texts)


def title_above(heading: Heading) -> str:
    """The last text above the heading that begins as plans are called, with the rows that go on with it."""
    parts: list[str] = []
    for row in range(heading.row):
        text = " ".join(cell.text for cell in heading.table.rows[row] if cell.filled)
        if _TITLE.match(text):
            parts = [text]
        elif parts and text and ":" not in text:
            parts.append(text)
    return " ".join(" ".join(parts).split())
