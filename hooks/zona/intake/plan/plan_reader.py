"""An office's table in; the groups and actions of its plan out, or every cell that can't be read, by its address. How the table
was understood is told with it: where its heading stands, which column is which, what was decided about times, and what was
read by more than the cell itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from xlsxwriter.utility import xl_cell_to_rowcol

from zona.intake.plan.column_words import LEFT_OUT, ArtiKolom, plain
from zona.intake.plan.numbering import leading_mark
from zona.intake.plan.outline import Node, Outline
from zona.intake.plan.plan_actions import PlanActions
from zona.intake.plan.plan_codes import coded_groups
from zona.intake.plan.plan_columns import ColumnPlan, heading_cell, propose_columns, unknown_names
from zona.intake.plan.plan_heading import Heading, find_headings, title_above
from zona.intake.plan.plan_lines import PlanLines
from zona.intake.plan.plan_map import PetaTabel, map_line
from zona.intake.plan.plan_times import PlanTimes
from zona.intake.plan.remarks import Remarks
from zona.intake.table_files import Cell, Table
from zona.problems import Problem
from zona.records.reading.data_error import quoted
from zona.records.rencana.rencana_aksi import Kelompok

_EXAMPLES = "misalnya NO, KEGIATAN (atau RENCANA AKSI), OUTPUT (atau DATA DUKUNG), JADWAL, PENANGGUNG JAWAB"


@dataclass(frozen=True)
class Intake:
    """What a table says: `judul` is empty where no title stands above it. `kelompok` is empty where there are `problems`, or
    `open` questions: columns of which nobody but the office can say what they hold. `undecided` are the printed times that no
    rule reads and no decision covers, each with its cells. `notes` are cells to look at all the same."""

    judul: str
    kelompok: tuple[Kelompok, ...]
    problems: tuple[Problem[str], ...]
    notes: tuple[Problem[str], ...]
    columns: ColumnPlan | None = None
    undecided: Mapping[str, tuple[str, ...]] | None = None
    sheets: tuple[str, ...] = ()

    @property
    def open(self) -> Mapping[ArtiKolom, tuple[str, ...]]:
        """What can't be told about the columns: each meaning with the names of the columns that it may be."""
        if not self.columns:
            return {}
        labels = self.columns.labels
        return {key: tuple(labels[item.place] for item in found) for key, found in self.columns.open.items()}


def read_plan(tables: list[Table], tahun: int, peta: PetaTabel | None = None) -> Intake:
    """The plan for `tahun` in the one of these tables that has the likeliest heading, or in those that `peta` names, which is
    what the office says of them."""
    peta = peta or PetaTabel()
    names = tuple(dict.fromkeys(table.name for table in tables))
    for name in (name for name in peta.sheets if name not in names):
        return _refused(f"lembar “{name}” dalam peta tidak ada", f"lembar yang ada: {', '.join(names)}")
    chosen = [table for table in tables if not peta.sheets or table.name in peta.sheets]
    at = None if peta.baris_judul is None else peta.baris_judul - 1
    headings = find_headings(chosen, at, peta.tinggi_judul)
    if not headings:
        hint = f"tulis judul kolom di atas tabelnya, {_EXAMPLES}; atau sebut barisnya dalam peta: baris_judul"
        return _refused("baris judul kolom tidak ditemukan", hint)
    alike = _alike(headings)
    if len(alike) > 1 and not peta.sheets:
        sheets = tuple(item.table.name for item in alike)
        hint = (
            f"tulis yang dibaca dalam peta, {map_line('lembar', sheets[0]).strip()}; bila semuanya bersama-sama satu rencana, "
        )
        hint += map_line("lembar", sheets).strip()
        return replace(_refused(f"lembar {', '.join(sheets)} sama-sama berisi tabel rencana", hint), sheets=sheets)
    return _PlanReader(alike if len(peta.sheets) > 1 else headings[:1], tahun, peta).read()


def _refused(masalah: str, saran: str) -> Intake:
    return Intake("", (), (Problem("A1", masalah, saran),), ())


def _alike(headings: list[Heading]) -> list[Heading]:
    """The best heading and those of other sheets that name the same columns, in the order of the book."""
    best, found = headings[0], dict[str, Heading]()
    names = {plain(column.name) for column in best.columns}
    for item in headings:
        same = {plain(column.name) for column in item.columns} & names
        if len(same) >= 0.8 * len(names):
            found.setdefault(item.table.name, item)
    return list(found.values())


class _PlanReader:
    """Reads below one heading, or below those of several sheets that are one plan."""

    def __init__(self, headings: list[Heading], tahun: int, peta: PetaTabel) -> None:
        self.headings = [_addressed(item) for item in headings] if len(headings) > 1 else headings
        self.peta, self.remarks = peta, Remarks()
        self.columns = [propose_columns(heading, peta.kolom) for heading in self.headings]
        self.times = PlanTimes(tahun, peta.waktu, self.remarks)
        self.actions = PlanActions(tahun, self.columns[0], self.times, self.remarks)

    def read(self) -> Intake:
        for columns in self.columns:
            self._look_at(columns)
        judul, kelompok = title_above(self.headings[0]), tuple[Kelompok, ...]()
        is_open = any(columns.open for columns in self.columns)
        if not is_open and not self.remarks.problems:
            groups = coded_groups(self._tree(), judul, self.peta.tingkat_kelompok, self.remarks)
            kelompok = self.actions.read(groups)
            if not groups:
                below = self.headings[0].table.cell(self.headings[0].first, 0)
                self.remarks.problem(below, "tidak ada satu aksi pun di bawah judul kolom", "isi tabelnya")
        problems, notes = (tuple(sorted(items, key=_place)) for items in (self.remarks.problems, self.remarks.notes))
        notes = (*self.headings[0].table.notes, *notes)
        shown = next((columns for columns in self.columns if columns.open), self.columns[0])
        return Intake(judul, () if problems or is_open else kelompok, problems, notes, shown, self.times.undecided)

    def _tree(self) -> Node:
        """The titles and actions of all sheets; a sheet without titles is one itself."""
        roots = [self._root(columns) for columns in self.columns]
        if len(roots) == 1:
            return roots[0]
        whole = Node("", Cell("A1"), roots[0].style)
        for columns, root in zip(self.columns, roots, strict=True):
            if not any(child.is_title for child in root.children):
                name = columns.heading.table.name
                mark, title = leading_mark(name) or (None, name)
                root.children = [Node(title, root.at, ("lembar", "", True), mark=mark, children=root.children)]
            whole.children += root.children
        return whole

    def _root(self, columns: ColumnPlan) -> Node:
        lines = PlanLines(columns, self.remarks).read()
        whole = [line for line in lines if line.alone is None]
        numbered = sum(line.mark is not None for line in whole) >= 0.3 * len(whole)
        return Outline(lines, self.remarks, numbered=numbered).read()

    def _look_at(self, columns: ColumnPlan) -> None:
        first = columns.heading.table.cell(columns.heading.row, 0)
        for name in unknown_names(columns.heading, self.peta.kolom) if columns is self.columns[0] else ():
            hint = f"kolom yang ada: {', '.join(columns.labels.values())}"
            self.remarks.problem(first, f"kolom {quoted(name)} dalam peta tidak ada di tabel", hint)
        for column in columns.unread_months():
            cell = heading_cell(columns.heading, column)
            words = f"{quoted(cell.text)} di antara kolom bulan tidak dikenal sebagai bulan"
            self.remarks.problem(
                cell, words, "tulis nama bulannya, misalnya Feb, atau tulis abaikan untuk kolom ini dalam peta"
            )
        for meaning in set(columns.kolom.values()) - {ArtiKolom.BULAN, ArtiKolom.NOMOR, ArtiKolom.TARGET_WAKTU, *LEFT_OUT}:
            if len(found := columns.of(meaning)) > 1:
                cell = heading_cell(columns.heading, found[1])
                words = f"dua kolom menjadi {meaning.value} menurut peta"
                self.remarks.problem(cell, words, "pilih satu, dan tulis abaikan untuk yang lain")


def _addressed(heading: Heading) -> Heading:
    """The heading of a sheet whose cells are called by the sheet's name too."""
    table = heading.table
    rows = tuple(tuple(replace(cell, address=f"{table.name}!{cell.address}") for cell in row) for row in table.rows)
    return replace(heading, table=replace(table, rows=rows))


def _place(problem: Problem[str]) -> tuple[str, tuple[int, int]]:
    sheet, _, address = problem.place.rpartition("!")
    return sheet, xl_cell_to_rowcol(address)
