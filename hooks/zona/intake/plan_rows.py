"""A table's rows in; groups and actions in the making out, with each of their cells."""

import re
from dataclasses import dataclass, field

from zona.intake.plan_columns import NAMES, NO, Header
from zona.intake.table_files import Cell
from zona.problems import Problem
from zona.records.reading.data_error import quoted
from zona.records.rencana.kode import NUMERALS, ROMAN, roman
from zona.records.rencana.rencana_aksi import KOLOM

MAY_BE_EMPTY = "target_capaian"
_CONTINUED = ("komponen", "indikator", "langkah_aksi", "bukti_fisik")  # one of these alone in a row is one more paragraph

_NUMBER = re.compile(r"([0-9]{1,2}) ?[.)]? ?([a-z])?[.)]?")
_LETTER = re.compile(r"([a-z])[.)]?")
_CODE = re.compile(rf"({ROMAN})\.([1-9][0-9]?)(?:\.?([a-z]))?")
_NUMERAL = re.compile(rf"({ROMAN})[.)]?")
_NUMBERED_TITLE = re.compile(rf"({ROMAN})(?:[.)]\s*|\s+[-–:]?\s*)(.+)", re.DOTALL)
_COLUMN_NUMBER = re.compile(r"\(?[0-9]\)?")
_PAGE_NUMBER = re.compile(r"[-–] ?[0-9]{1,3} ?[-–]|(hal(aman)?\.? ?[0-9]+.*)", re.IGNORECASE)
_BELOW_THE_TABLE = re.compile(r"(di)?tetapkan di\b|pada tanggal\b|salinan sesuai\b|mengetahui\b|ttd\b", re.IGNORECASE)


@dataclass
class Remarks:
    """What is said about a table's cells: problems, and notes on cells to look at all the same."""

    problems: list[Problem[str]] = field(default_factory=list)
    notes: list[Problem[str]] = field(default_factory=list)

    def problem(self, cell: Cell, masalah: str, saran: str) -> None:
        """Something to correct."""
        self.problems.append(Problem(cell.address, masalah, saran))

    def note(self, cell: Cell, masalah: str, saran: str) -> None:
        """Something to look at."""
        self.notes.append(Problem(cell.address, masalah, saran))


@dataclass
class PlanRow:
    """An action in the making: its number, its letter where one is written, its cells and the text of each."""

    nomor: int
    huruf: str
    sel: dict[str, Cell]
    teks: dict[str, str] = field(default_factory=dict)


@dataclass
class PlanGroup:
    """A group in the making: its numeral, its title, the cell of that, and its actions."""

    kode: str
    judul: str
    sel: Cell
    rows: list[PlanRow] = field(default_factory=list)


class PlanRows:
    """Goes down the rows once, keeping the group and the number that it is in; what it finds goes to `remarks`."""

    def __init__(self, header: Header, remarks: Remarks) -> None:
        self.header, self.remarks = header, remarks
        self.groups: list[PlanGroup] = []

    def read(self) -> list[PlanGroup]:
        """The groups of every row down to the table's end."""
        table, height = self.header.table, self.header.height
        row = self.header.row + height
        while row < len(table.rows):
            if self.header.repeated_at(row):
                row += height
                continue
            cells = {key: table.cell(row, place) for key, place in self.header.places.items() if key in NAMES}
            filled = [key for key in NAMES if cells[key].filled]
            if filled and _BELOW_THE_TABLE.match(cells[filled[0]].text) and NO not in filled:
                self.remarks.note(cells[filled[0]], "dari sini ke bawah tidak dibaca (tanda tangan)", "periksa bila ada aksi")
                break
            if filled and not _is_decoration(cells, filled):
                self._row(cells, filled, self.header.group_at(row))
            row += 1
        return self.groups

    def _row(self, cells: dict[str, Cell], filled: list[str], group: str) -> None:
        cell = cells[NO]
        no = cell.text if NO in filled else ""
        if self._heading(cells, filled, no):
            return
        if cell.own and cell.unreadable:
            self.remarks.problem(cell, *cell.unreadable)
        elif code := _CODE.fullmatch(no):
            self._enter(code[1], group, cell)
            self._numbered(cells, int(code[2]), code[3] or "")
        elif number := _NUMBER.fullmatch(no):
            self._numbered(cells, int(number[1]), number[2] or "")
        elif no and not _LETTER.fullmatch(no):
            self.remarks.problem(cell, f"NO {quoted(no)} tidak terbaca", _number_hint(no))
        else:
            self._unnumbered(cells, filled, no[:1])

    def _heading(self, cells: dict[str, Cell], filled: list[str], no: str) -> bool:
        """Read the row as a group's heading, where it is one."""
        others = [key for key in filled if key != NO]
        if numeral := _NUMERAL.fullmatch(no):
            if len(others) == 1:
                self._open_group(numeral[1], cells[others[0]].text, cells[NO])
            else:
                wrong = "baris judul kelompok berisi kolom lain juga" if others else "tidak ada judul kelompok di sebelahnya"
                self.remarks.problem(cells[NO], f"{quoted(no)}: {wrong}", "tulis angka Romawi di NO dan judulnya di KOMPONEN")
            return True
        if len(filled) != 1 or _NUMBER.fullmatch(no) or cells[filled[0]].unreadable:
            return False
        cell = cells[filled[0]]
        titled = _NUMBERED_TITLE.fullmatch(cell.text)
        due = roman(len(self.groups) + 1)
        if titled and (titled[1] == due or (titled[1] in NUMERALS and (cell.columns > 1 or filled[0] == NO))):
            self._open_group(titled[1], titled[2], cell)
        elif cell.columns >= len(KOLOM) // 2 or (len(cell.text) > 5 and filled[0] == NO) or not self.groups:
            self.remarks.note(cell, f"judul kelompok tanpa angka Romawi, dibaca kelompok {due}", f"tulis {due} di depannya")
            self._open_group(due, cell.text, cell)
        else:
            return False
        return True

    def _open_group(self, kode: str, judul: str, cell: Cell) -> None:
        due = roman(len(self.groups) + 1)
        if kode != due:
            self.remarks.problem(cell, f"kelompok ke-{len(self.groups) + 1} bernomor “{kode}”", f"tulis {due}")
        self.groups.append(PlanGroup(due, judul, cell))

    def _enter(self, kode: str, judul: str, cell: Cell) -> None:
        """A row with a full code stands in its own group; a column KELOMPOK opens groups without heading rows."""
        if self.groups and self.groups[-1].kode == kode:
            return
        titled = _NUMBERED_TITLE.fullmatch(judul)
        title = titled[2] if titled and titled[1] == kode else judul
        if title:
            self._open_group(kode, title, cell)
        else:
            self.remarks.problem(cell, f"{quoted(cell.text)} tidak berada di bawah judul kelompok {kode}", "betulkan NO")

    def _numbered(self, cells: dict[str, Cell], nomor: int, huruf: str) -> None:
        if not self.groups:
            hint = "sisipkan baris judul di atasnya: angka Romawi di NO, judulnya di KOMPONEN"
            self.remarks.problem(cells[NO], "aksi ini tidak berada di bawah judul kelompok", hint)
            self.groups.append(PlanGroup("I", "?", cells[NO]))
        group = self.groups[-1]
        before = group.rows[-1].nomor if group.rows else 0
        if nomor != before + 1 and not (huruf and nomor == before):
            after = f"setelah {before} datang {nomor}" if before else f"kelompok {group.kode} dimulai dengan {nomor}"
            self.remarks.problem(cells[NO], f"NO tidak urut: {after}", f"tulis {before + 1}")
        self._add(cells, nomor, huruf)

    def _unnumbered(self, cells: dict[str, Cell], filled: list[str], huruf: str) -> None:
        """A row without a number: one more paragraph of the row above, or the next of the rows below one number."""
        rows = self.groups[-1].rows if self.groups else []
        komponen = cells["komponen"]
        if not rows:
            self.remarks.problem(cells[NO], "NO kosong pada baris pertama kelompok", "tulis nomornya, misalnya 1")
        elif len(filled) == 1 and filled[0] in _CONTINUED and not cells[filled[0]].unreadable:
            cell, above = cells[filled[0]], rows[-1].sel[filled[0]].address
            rows[-1].teks[filled[0]] = f"{rows[-1].teks[filled[0]]}\n\n{cell.text}".lstrip()
            self.remarks.note(cell, f"dibaca sebagai paragraf lanjutan {above}", "bila baris tersendiri, isi juga kolom lain")
        elif komponen.filled and komponen.text != rows[-1].teks.get("komponen") and not huruf:
            hint = "tulis nomornya; atau kosongkan KOMPONEN bila ini anak baris dari nomor di atasnya"
            self.remarks.problem(cells[NO], "NO kosong, padahal KOMPONEN berisi", hint)
            self._add(cells, rows[-1].nomor, huruf)
        else:
            self._add(cells, rows[-1].nomor, huruf, above=rows[-1])

    def _add(self, cells: dict[str, Cell], nomor: int, huruf: str, above: PlanRow | None = None) -> None:
        row = PlanRow(nomor, huruf, cells)
        for key, label in KOLOM.items():
            cell, empty = cells[key], f"{label.upper()} kosong"
            row.teks[key] = cell.text
            if cell.unreadable:
                if cell.own:
                    self.remarks.problem(cell, *cell.unreadable)
            elif not cell.text and key == MAY_BE_EMPTY:
                self.remarks.note(cell, empty, "ditulis tanpa target; isi bila sebenarnya tercetak")
            elif not cell.text and above and above.teks[key]:
                row.teks[key] = above.teks[key]
                self.remarks.note(cell, f"{empty}, diisi sama dengan {above.sel[key].address}", "isi bila berbeda")
            elif not cell.text:
                self.remarks.problem(cell, empty, "isi selnya, atau gabungkan (merge) dengan sel di atasnya")
        self.groups[-1].rows.append(row)


def _is_decoration(cells: dict[str, Cell], filled: list[str]) -> bool:
    """A row of column numbers below the heading, or a page number."""
    texts = [cells[key].text for key in filled]
    if len(texts) == 1:
        return _PAGE_NUMBER.fullmatch(texts[0]) is not None
    return len(texts) >= 3 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)


def _number_hint(no: str) -> str:
    """How a NO should be written; numerals that scanning or typing made of l and 1 are recognised."""
    near = no.upper().replace("1", "I").replace("L", "I") if not no.isdecimal() else ""
    if near in NUMERALS:
        return f"maksud Anda “{near}”?"
    return "tulis angka (1), huruf anak baris (a), atau angka Romawi untuk judul kelompok (I)"
