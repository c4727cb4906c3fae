"""A table's rows in; the groups and actions of a plan out, or every cell that can't be read, by its address.

Read as offices write them: the heading again on every page, a row of column numbers, group headings with a Roman numeral,
rows without a number below one that has (they become a, b, c, and take over what is not written again), merged cells.
Whatever had to be read by more than what stands in the cell is a note: someone has to look at it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from zona.intake.cells import Cell, CellProblem, Table, address_of
from zona.intake.forms import BELOW_THE_TABLE, CODE, LETTER, NUMBER, NUMBERED_TITLE, NUMERAL, is_decoration, number_hint
from zona.intake.plan_columns import NAMES, NO, Header, find_header, other_sheets, repeated_names, title_above
from zona.records.reading.messages import problems_of
from zona.records.reading.problems import quoted
from zona.records.reading.yaml_reader import Document
from zona.records.rencana.jadwal import UnreadableTime
from zona.records.rencana.kode import is_kelompok, roman
from zona.records.rencana.rencana_aksi import KOLOM, Aksi, Kelompok

_CONTINUED = ("komponen", "indikator", "langkah_aksi", "bukti_fisik")  # one of these alone in a row is one more paragraph
_MAY_BE_EMPTY = "target_capaian"


@dataclass(frozen=True)
class Intake:
    """What a table says: `judul` is empty where no title stands above it. `kelompok` is empty where there are `problems`;
    `notes` are cells to look at all the same."""

    judul: str
    kelompok: tuple[Kelompok, ...]
    problems: tuple[CellProblem, ...]
    notes: tuple[CellProblem, ...]


@dataclass
class _Row:
    """An action in the making: its number, its letter where one is written, its texts and the address of each."""

    nomor: int
    huruf: str
    sel: dict[str, str]
    teks: dict[str, str] = field(default_factory=dict)


@dataclass
class _Group:
    kode: str
    judul: str
    sel: str
    rows: list[_Row] = field(default_factory=list)


def read_plan(tables: list[Table], tahun: int) -> Intake:
    """The plan for `tahun` in the one of these tables that has the columns."""
    header = find_header(tables)
    if header is None:
        names = ", ".join(NAMES.values())
        problem = CellProblem("A1", "baris judul kolom tidak ditemukan", f"tulis judul kolom dalam satu baris: {names}")
        return Intake("", (), (problem,), ())
    reader = _PlanReader(header, tahun)
    for name in other_sheets(header, tables):
        sel, read = address_of(header.row, 0), f"yang dibaca lembar “{header.table.name}”"
        reader.note(sel, f"{read}; lembar “{name}” juga berisi tabel rencana aksi", "bila itu yang dimaksud, hapus yang lain")
    if header.missing:
        sel = address_of(header.row, 0)
        reader.problem(sel, f"kolom {', '.join(header.missing)} tidak ada di baris ini", "tambahkan kolom dengan nama itu")
    else:
        reader.problems += repeated_names(header)
        reader.read()
    reader.refuse_other_year()
    kelompok = reader.groups_as_records()
    if not kelompok and not reader.problems:
        reader.problem(
            address_of(header.row + header.height, 0), "tidak ada satu aksi pun di bawah judul kolom", "isi tabelnya"
        )
    found = () if reader.problems else kelompok
    problems, notes = (sorted(items, key=lambda item: item.place) for items in (reader.problems, reader.notes))
    return Intake(title_above(header), found, tuple(problems), (*header.table.notes, *notes))


class _PlanReader:
    """Goes down the rows once, keeping the group and the number that it is in."""

    def __init__(self, header: Header, tahun: int) -> None:
        self.header, self.tahun = header, tahun
        self.groups: list[_Group] = []
        self.problems: list[CellProblem] = []
        self.notes: list[CellProblem] = []

    def problem(self, sel: str, masalah: str, saran: str) -> None:
        self.problems.append(CellProblem(sel, masalah, saran))

    def note(self, sel: str, masalah: str, saran: str) -> None:
        self.notes.append(CellProblem(sel, masalah, saran))

    # --- rows ---

    def read(self) -> None:
        table, height = self.header.table, self.header.height
        row = self.header.row + height
        while row < len(table.rows):
            if self.header.repeated_at(row):
                row += height
                continue
            cells = {key: table.cell(row, place) for key, place in self.header.places.items() if key in NAMES}
            filled = [key for key in NAMES if cells[key].filled]
            if filled and BELOW_THE_TABLE.match(cells[filled[0]].text) and NO not in filled:
                self.note(cells[filled[0]].address, "dari sini ke bawah tidak dibaca (tanda tangan)", "periksa bila ada aksi")
                return
            if filled and not is_decoration(cells, filled):
                self.row(cells, filled, self.header.group_at(row))
            row += 1

    def row(self, cells: dict[str, Cell], filled: list[str], group: str) -> None:
        no = cells[NO].text if NO in filled else ""
        if self.heading(cells, filled, no):
            return
        if cells[NO].unreadable and cells[NO].own:
            self.unreadable(cells[NO])
        elif code := CODE.fullmatch(no):
            self.enter(code[1], group, cells[NO])
            self.numbered(cells, int(code[2]), code[3] or "")
        elif number := NUMBER.fullmatch(no):
            self.numbered(cells, int(number[1]), number[2] or "")
        elif no and not LETTER.fullmatch(no):
            self.problem(cells[NO].address, f"NO {quoted(no)} tidak terbaca", number_hint(no))
        else:
            self.unnumbered(cells, filled, no[:1])

    # --- group headings ---

    def heading(self, cells: dict[str, Cell], filled: list[str], no: str) -> bool:
        """Read the row as a group's heading, where it is one."""
        others = [key for key in filled if key != NO]
        if numeral := NUMERAL.fullmatch(no):
            if len(others) == 1:
                self.open_group(numeral[1], cells[others[0]].text, cells[NO])
            else:
                wrong = (
                    "tidak ada judul kelompok di sebelahnya" if not others else "baris judul kelompok berisi kolom lain juga"
                )
                self.problem(cells[NO].address, f"{quoted(no)}: {wrong}", "tulis angka Romawi di NO dan judulnya di KOMPONEN")
            return True
        if len(filled) != 1 or NUMBER.fullmatch(no) or cells[filled[0]].unreadable:
            return False
        cell = cells[filled[0]]
        titled = NUMBERED_TITLE.fullmatch(cell.text)
        due = roman(len(self.groups) + 1)
        if titled and (titled[1] == due or (is_kelompok(titled[1]) and (cell.columns > 1 or filled[0] == NO))):
            self.open_group(titled[1], titled[2], cell)
        elif cell.columns >= len(KOLOM) // 2 or (len(cell.text) > 5 and filled[0] == NO) or not self.groups:
            self.note(cell.address, f"judul kelompok tanpa angka Romawi, dibaca kelompok {due}", f"tulis {due} di depannya")
            self.open_group(due, cell.text, cell)
        else:
            return False
        return True

    def open_group(self, kode: str, judul: str, cell: Cell) -> None:
        due = roman(len(self.groups) + 1)
        if kode != due:
            self.problem(cell.address, f"kelompok ke-{len(self.groups) + 1} bernomor “{kode}”", f"tulis {due}")
        self.groups.append(_Group(due, judul, cell.address))

    def enter(self, kode: str, judul: str, cell: Cell) -> None:
        """A row with a full code stands in its own group; a column KELOMPOK opens groups without heading rows."""
        if self.groups and self.groups[-1].kode == kode:
            return
        titled = NUMBERED_TITLE.fullmatch(judul)
        title = titled[2] if titled and titled[1] == kode else judul
        if title:
            self.open_group(kode, title, cell)
        else:
            self.problem(cell.address, f"{quoted(cell.text)} tidak berada di bawah judul kelompok {kode}", "betulkan NO")

    # --- actions ---

    def numbered(self, cells: dict[str, Cell], nomor: int, huruf: str) -> None:
        if not self.groups:
            self.problem(
                cells[NO].address,
                "aksi ini tidak berada di bawah judul kelompok",
                "sisipkan baris judul di atasnya: angka Romawi di NO, judulnya di KOMPONEN",
            )
            self.groups.append(_Group("I", "?", cells[NO].address))
        group = self.groups[-1]
        before = group.rows[-1].nomor if group.rows else 0
        if nomor != before + 1 and not (huruf and nomor == before):
            after = f"setelah {before} datang {nomor}" if before else f"kelompok {group.kode} dimulai dengan {nomor}"
            self.problem(cells[NO].address, f"NO tidak urut: {after}", f"tulis {before + 1}")
        self.add(cells, nomor, huruf)

    def unnumbered(self, cells: dict[str, Cell], filled: list[str], huruf: str) -> None:
        """A row without a number: one more paragraph of the row above, or the next of the rows below one number."""
        rows = self.groups[-1].rows if self.groups else []
        komponen = cells["komponen"]
        if not rows:
            self.problem(cells[NO].address, "NO kosong pada baris pertama kelompok", "tulis nomornya, misalnya 1")
        elif len(filled) == 1 and filled[0] in _CONTINUED and not cells[filled[0]].unreadable:
            cell, above = cells[filled[0]], rows[-1].sel[filled[0]]
            rows[-1].teks[filled[0]] = f"{rows[-1].teks[filled[0]]}\n\n{cell.text}".lstrip()
            self.note(cell.address, f"dibaca sebagai paragraf lanjutan {above}", "bila baris tersendiri, isi juga kolom lain")
        elif komponen.filled and komponen.text != rows[-1].teks.get("komponen") and not huruf:
            self.problem(
                cells[NO].address,
                "NO kosong, padahal KOMPONEN berisi",
                "tulis nomornya; atau kosongkan KOMPONEN bila ini anak baris dari nomor di atasnya",
            )
            self.add(cells, rows[-1].nomor, huruf)
        else:
            self.add(cells, rows[-1].nomor, huruf, above=rows[-1])

    def add(self, cells: dict[str, Cell], nomor: int, huruf: str, above: _Row | None = None) -> None:
        row = _Row(nomor, huruf, {key: cell.address for key, cell in cells.items()})
        for key, label in KOLOM.items():
            cell = cells[key]
            row.teks[key] = cell.text
            if cell.unreadable:
                self.unreadable(cell)
            elif not cell.text and key == _MAY_BE_EMPTY:
                self.note(cell.address, f"{label.upper()} kosong", "ditulis tanpa target; isi bila sebenarnya tercetak")
            elif not cell.text and above and above.teks[key]:
                row.teks[key] = above.teks[key]
                self.note(cell.address, f"{label.upper()} kosong, diisi sama dengan {above.sel[key]}", "isi bila berbeda")
            elif not cell.text:
                self.problem(
                    cell.address, f"{label.upper()} kosong", "isi selnya, atau gabungkan (merge) dengan sel di atasnya"
                )
        self.groups[-1].rows.append(row)

    def unreadable(self, cell: Cell) -> None:
        if cell.own and cell.unreadable:
            self.problem(cell.address, *cell.unreadable)

    def refuse_other_year(self) -> None:
        """A table whose times mostly name one other year is another year's plan: told once, not row by row."""
        rows = [row for group in self.groups for row in group.rows]
        years = Counter(year for row in rows for year in re.findall(r"\b20[0-9]{2}\b", row.teks["target_waktu"]))
        year, count = max(years.items(), key=lambda item: item[1], default=("", 0))
        if count > len(rows) / 2 and int(year) != self.tahun:
            sel = address_of(self.header.row, self.header.places["target_waktu"])
            self.problem(
                sel,
                f"{count} dari {len(rows)} aksi bertarget waktu tahun {year}, bukan {self.tahun}",
                f"pakai tabel rencana aksi {self.tahun}, atau buat tahun {year}",
            )

    # --- records ---

    def groups_as_records(self) -> tuple[Kelompok, ...]:
        """The groups as records; what the records refuse becomes a problem of its cell."""
        found = []
        for group in self.groups:
            if not group.rows:
                self.problem(group.sel, f"kelompok {group.kode} tidak berisi satu aksi pun", "isi, atau hapus judulnya")
                continue
            rows = [self.record(row, kode) for row, kode in self.coded(group)]
            aksi = tuple(row for row in rows if row)
            if len(aksi) == len(rows):
                found.append(
                    self.checked(Kelompok, {"kode": group.kode, "judul": group.judul, "aksi": aksi}, {"judul": group.sel})
                )
        return tuple(kelompok for kelompok in found if kelompok)

    def coded(self, group: _Group) -> list[tuple[_Row, str]]:
        """Each row of the group with its code; rows that share a number get letters in their order."""
        found = []
        for row in group.rows:
            siblings = [other for other in group.rows if other.nomor == row.nomor]
            due = chr(ord("a") + next(index for index, other in enumerate(siblings) if other is row))
            letter = due if len(siblings) > 1 else row.huruf
            if row.huruf and row.huruf != due:
                self.problem(row.sel[NO], f"huruf “{row.huruf}” tidak urut pada nomor {row.nomor}", f"tulis {due}")
            if due > "z":
                self.problem(row.sel[NO], f"nomor {row.nomor} mempunyai lebih dari 26 anak baris", "periksa kolom NO")
                letter = "z"
            found.append((row, ".".join(part for part in (group.kode, str(row.nomor), letter) if part)))
        return found

    def record(self, row: _Row, kode: str) -> Aksi | None:
        if any(not text for key, text in row.teks.items() if key != _MAY_BE_EMPTY):
            return None  # told already
        value = {"kode": kode} | {key: text or None for key, text in row.teks.items()}
        aksi: Aksi | None = self.checked(Aksi, value, row.sel | {"kode": row.sel[NO]})
        if aksi:
            try:
                aksi.tenggat(self.tahun)
            except UnreadableTime as error:
                self.note(
                    row.sel["target_waktu"],
                    f"TARGET WAKTU {kode} {quoted(aksi.target_waktu)} belum terbaca sebagai tenggat: {error}",
                    "bila memang tercetak demikian, tambahkan jadwal dan alasan_jadwal di rencana-aksi.yml",
                )
        return aksi

    def checked(self, model: Any, value: dict[str, Any], sel: dict[str, str]) -> Any:
        """The value as a record, or None and a problem at each cell that is refused."""
        try:
            return model.model_validate(value)
        except ValidationError as error:
            keys = list(value)
            document = Document("", lines={(key,): line for line, key in enumerate(keys)})
            for problem in problems_of(error, document, model):
                key = keys[problem.line]
                self.problem(sel[key], problem.masalah.replace(f"“{key}”", key.replace("_", " ").upper()), problem.saran)
            return None
