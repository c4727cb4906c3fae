"""The rows below a plan's heading as lines: each with its printed number, the group that a column names, and its cells by what
they hold. Headings that stand again, column numbers, page numbers, totals, footnotes and signatures are no lines."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from zona.intake.plan.column_words import LEFT_OUT, ArtiKolom
from zona.intake.plan.numbering import Mark, leading_mark, read_code, read_mark
from zona.intake.plan.plan_columns import TEXTS, ColumnPlan
from zona.intake.plan.plan_heading import PlanColumn
from zona.intake.plan.plan_months import MarkedMonths
from zona.intake.plan.remarks import Remarks
from zona.intake.table_files import Cell
from zona.records.reading.data_error import quoted
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.kode import NUMERALS

CONTENT = (ArtiKolom.BUKTI_FISIK, ArtiKolom.TARGET_WAKTU, ArtiKolom.TARGET_CAPAIAN, ArtiKolom.PENANGGUNG_JAWAB, ArtiKolom.BULAN)
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2})\)?(?: ?= ?.*)?")
_PAGE_NUMBER = re.compile(r"[-–] ?[0-9]{1,3} ?[-–]|(hal(aman)?\.? ?[0-9]+.*)", re.IGNORECASE)
_TOTAL = re.compile(r"(jumlah|total|sub ?total|grand total)\b[\w ]{0,20}:?", re.IGNORECASE)
_BELOW_THE_TABLE = re.compile(
    r"(di)?tetapkan di\b|pada tanggal\b|salinan sesuai\b|mengetahui\b|ttd\b|menyetujui\b|disusun oleh\b|dibuat oleh\b"
    r"|nip\b[ .:]|(keterangan|catatan|sumber|ket)\.? ?:|\*+\)? ?\w"
    rf"|[A-Z][\w .]{{2,30}}, *[0-9]{{0,2}} *({'|'.join(BULAN)}) 20[0-9]{{2}}",
    re.IGNORECASE,
)
# What the six areas of an integrity zone are called: a title wherever it stands.
AREAS = re.compile(
    r"manajemen perubahan|penataan (tata ?laksana|tata kelola)|penataan (sistem )?(manajemen )?(sdm|sumber daya manusia)"
    r"|(penguatan )?akuntabilitas( kinerja)?|penguatan pengawasan|peningkatan kualitas pelayanan publik|(penguatan )?pengawasan"
    r"|(peningkatan )?(kualitas )?pelayanan publik|tata ?laksana|penataan sistem manajemen sdm( aparatur)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PlanLine:
    """A row: its number where one is printed, the cell of that, the group that its column names, its cells by what they hold,
    and the months that are marked in it. `wide`: it is merged across most of the table; `aside`: its text stands in a
    column of no texts, as titles do that begin at the table's left edge."""

    mark: Mark | None
    at: Cell
    group: Cell | None
    cells: dict[ArtiKolom, Cell]
    months: tuple[str, ...] = ()
    wide: bool = False
    aside: bool = False

    @cached_property
    def texts(self) -> tuple[ArtiKolom, ...]:
        """Which of its columns of texts are filled in this very row."""
        return tuple(key for key in TEXTS[:3] if key in self.cells and self.cells[key].filled)

    @cached_property
    def alone(self) -> ArtiKolom | None:
        """Which of its columns is the only one filled in this very row. Of a plan of one column, each text is an action."""
        if len(self.cells) == 1 and not self.is_area:
            return None
        filled = [key for key, cell in self.cells.items() if cell.filled]
        return filled[0] if len(filled) == 1 and not self.months else None

    @property
    def bare(self) -> bool:
        """Whether one text is all that stands in the row."""
        return self.alone in TEXTS[:3]

    @property
    def title(self) -> Cell:
        """The cell of its first text."""
        return self.cells[self.texts[0]] if self.texts else self.at

    @property
    def is_area(self) -> bool:
        """Whether the text is what an area is called, or in capitals, as titles are."""
        words = " ".join(self.title.text.split())
        return bool(AREAS.fullmatch(words)) or (words.isupper() and len(words) > 5)


class PlanLines:
    """Goes down the rows of a table once; what it finds to say goes to `remarks`."""

    def __init__(self, plan: ColumnPlan, remarks: Remarks) -> None:
        self.plan, self.table, self.remarks = plan, plan.heading.table, remarks
        self.numbers, self.months = plan.of(ArtiKolom.NOMOR), MarkedMonths(plan, remarks)
        places = [column for key in TEXTS[:3] for column in plan.of(key)]
        known = [item for item in plan.heading.columns if plan.kolom.get(item.place, ArtiKolom.ABAIKAN) not in LEFT_OUT]
        self.places = [place for item in known for place in range(item.place, item.until + 1)]
        self.first_text = min(places, key=lambda column: column.place, default=None)

    def read(self) -> list[PlanLine]:
        """The lines down to the table's end."""
        found, row = list[PlanLine](), self.plan.heading.first
        while row < len(self.table.rows):
            if again := self.plan.heading.repeated_at(row):
                row += again
                continue
            cells = [cell for place in self.places if (cell := self.table.cell(row, place)).filled]
            if cells and not self._is_decoration(cells):
                if self._ends(cells, row):
                    break
                if line := self._line(row):
                    found.append(line)
            row += 1
        return found

    def _is_decoration(self, cells: list[Cell]) -> bool:
        """A row of column numbers, a page number, or a total."""
        if len(cells) == 1 and _PAGE_NUMBER.fullmatch(cells[0].text):
            return True
        if _TOTAL.fullmatch(cells[0].text):
            self.remarks.note(cells[0], f"baris “{cells[0].text}” tidak dibaca", "tidak perlu diapa-apakan bila itu jumlah")
            return True
        numbers = [int(found[1]) for cell in cells if (found := _COLUMN_NUMBER.fullmatch(cell.text))]
        counted = len(cells) >= 3 and len(set(numbers)) == len(cells)
        return counted and max(numbers) - min(numbers) <= len(numbers) + 2

    def _ends(self, cells: list[Cell], row: int) -> bool:
        """Whether footnotes or signatures begin here: few cells, of which one says so, and no number."""
        numbered = any(self.table.cell(row, column.place).filled for column in self.numbers)
        said = next((cell for cell in cells if _BELOW_THE_TABLE.match(cell.text)), None)
        if said is None or len(cells) > 3 or (numbered and said is not cells[0]):
            return False
        times = [self._cell(row, self.plan.of(key)) for key in CONTENT[:2] if self.plan.of(key)]
        if (numbered and read_mark(cells[0].text)) or any(cell.filled and cell.text != said.text for cell in times):
            return False
        self.remarks.note(said, "dari sini ke bawah tidak dibaca (catatan atau tanda tangan)", "periksa bila ada aksi")
        return True

    def _line(self, row: int) -> PlanLine | None:
        cells = {key: self._cell(row, self.plan.of(key)) for key in (*TEXTS[:3], *CONTENT[:4]) if self.plan.of(key)}
        months = tuple(self.months.of(row))
        wide = self._wide(row)
        mark, at, aside = self._number(row, cells)
        if mark is None and not aside and not months:
            mark, at, aside = self._title_aside(row, cells, at, wide)
        groups = self.plan.of(ArtiKolom.KELOMPOK)
        group = self._cell(row, groups) if groups else None
        if group and group.filled and self._moved_group(cells, group, months):
            group, aside = None, True
        here = [*cells.values(), *([group] if group else [])]
        if not (months or any(cell.filled for cell in here)):
            if mark and not any(cell.text for cell in here):
                self.remarks.note(at, f"“{mark.printed}” tanpa isi tidak dibaca", "isi, atau hapus barisnya")
                return None
            if not any(cell.text for key, cell in cells.items() if key in TEXTS) or not mark:
                return None
        return PlanLine(mark, at, group, cells, months, wide, aside)

    def _moved_group(self, cells: dict[ArtiKolom, Cell], group: Cell, months: tuple[str, ...]) -> bool:
        """Read a group that stands alone in its row as the title of the rows below."""
        key = self._first_key(cells)
        if key is None or months or any(cell.filled for cell in cells.values()):
            return False
        cells[key] = group
        return True

    def _cell(self, row: int, columns: tuple[PlanColumn, ...]) -> Cell:
        """The text of columns in a row as one cell, at the place of its first text."""
        cells = [self.table.cell(row, place) for column in columns for place in range(column.place, column.until + 1)]
        if columns == self.plan.of(ArtiKolom.TARGET_WAKTU):
            cells = [replace(cell, text=cell.shown, unreadable=None) if cell.shown else cell for cell in cells]
        found = [cell for cell in cells if cell.text or (cell.own and cell.unreadable)]
        if len(found) > 1:
            glue = " s.d. " if columns == self.plan.of(ArtiKolom.TARGET_WAKTU) else " "  # from when, until when
            text = glue.join(dict.fromkeys(cell.text for cell in found))
            return replace(found[0], text=text, unreadable=next((cell.unreadable for cell in found if cell.unreadable), None))
        return found[0] if found else cells[0]

    def _wide(self, row: int) -> bool:
        columns = self.plan.heading.columns
        most = max((cell.columns for cell in self.table.rows[row] if cell.filled), default=1)
        return most >= max(3, (columns[-1].until - columns[0].place + 1) // 2)

    def _number(self, row: int, cells: dict[ArtiKolom, Cell]) -> tuple[Mark | None, Cell, bool]:
        """The row's number, from its own column, or from the head of its first text, where it is taken off."""
        column_cells = [self.table.cell(row, place) for item in self.numbers for place in range(item.place, item.until + 1)]
        filled = [cell for cell in column_cells if cell.filled]
        first = self.first_text.place if self.first_text else 0
        at = filled[0] if filled else (column_cells[0] if column_cells else self.table.cell(row, first))
        if filled:
            marks = [mark for cell in filled if (mark := read_mark(cell.text))]
            if len(marks) == len(filled):
                return (
                    (marks[0] if len(marks) == 1 else read_mark(".".join(mark.printed.strip(". ") for mark in marks))),
                    at,
                    False,
                )
            return self._number_with_text(filled, cells), at, True
        return self._number_in_text(cells), at, False

    def _number_with_text(self, filled: list[Cell], cells: dict[ArtiKolom, Cell]) -> Mark | None:
        """A title that stands in the column of numbers, as where it is merged across the table."""
        text = " ".join(cell.text for cell in filled)
        near = text.upper().replace("1", "I").replace("L", "I").rstrip(".")
        if near in NUMERALS and len(text) < 6:  # numerals that scanning or typing made of l and 1
            self.remarks.problem(filled[0], f"nomor {quoted(text)} tidak terbaca", f"maksud Anda “{near}”?")
            return None
        led = leading_mark(text)
        key = self._first_key(cells)
        if key is None:
            return None
        if cells[key].filled and (code := read_code(text)):
            return code
        rest = led[1] if led else text
        own = cells[key]
        joined = f"{rest} {own.text}" if own.filled else rest
        cells[key] = replace(filled[0], text=joined)
        return led[0] if led else None

    def _title_aside(self, row: int, cells: dict[ArtiKolom, Cell], at: Cell, wide: bool) -> tuple[Mark | None, Cell, bool]:
        """A title that stands alone in a column of something else: merged from there, or at the table's left edge."""
        filled, first = [key for key, cell in cells.items() if cell.filled], self._first_key(cells)
        if len(filled) != 1 or filled[0] in TEXTS or first is None:
            return None, at, False
        cell = cells[filled[0]]
        led = leading_mark(cell.text)
        numeral = led is not None and any(sign.kind == "romawi besar" for sign in led[0].readings)
        at_edge = cell.address == self.table.cell(row, self.places[0]).address
        if not (wide or numeral or (at_edge and filled[0] is not ArtiKolom.BUKTI_FISIK)):
            return None, at, False
        cells[first] = replace(cell, text=led[1] if led else cell.text)
        cells[filled[0]] = Cell(cell.address)
        return led[0] if led else None, cell, True

    def _first_key(self, cells: dict[ArtiKolom, Cell]) -> ArtiKolom | None:
        return next((key for key in cells if self.first_text in self.plan.of(key)), None)

    def _number_in_text(self, cells: dict[ArtiKolom, Cell]) -> Mark | None:
        """A number at the head of the row's first text. Where there is a column of numbers, only a title's or a letter's."""
        key = next((key for key in cells if key in TEXTS and cells[key].filled), None)
        if key is None or (key is not self._first_key(cells) and not self._alone(cells)):
            return None
        whole = self._split_mark(cells, key) or leading_mark(cells[key].text)
        if not whole or (self.numbers and not self._may_number(whole[0], cells)):
            return None
        cells[key] = replace(cells[key], text=whole[1])
        return whole[0]

    def _split_mark(self, cells: dict[ArtiKolom, Cell], key: ArtiKolom) -> tuple[Mark, str] | None:
        """The number in the first of several cells that one heading spans."""
        first = next((item for item in self.plan.of(key) if item.until > item.place), None)
        head, _, rest = cells[key].text.partition(" ")
        mark = read_mark(head) if first else None
        return (mark, rest) if mark and rest else None

    def _alone(self, cells: dict[ArtiKolom, Cell]) -> bool:
        return sum(cell.filled for cell in cells.values()) == 1

    def _may_number(self, mark: Mark, cells: dict[ArtiKolom, Cell]) -> bool:
        kinds = {sign.kind for sign in mark.readings}
        if self._alone(cells):
            return bool(kinds & {"romawi besar", "huruf besar"})
        return bool(kinds & {"huruf kecil", "romawi kecil"}) or bool(mark.ending)
