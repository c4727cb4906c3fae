"""An office's table in; the groups and actions of its plan out, or every cell that can't be read, by its address. How the table
was understood is told with it: where its heading stands, which column is which, what was decided about times, and what was
read by more than the cell itself."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError
from xlsxwriter.utility import xl_cell_to_rowcol

from zona.intake.plan.column_words import LEFT_OUT, ArtiKolom
from zona.intake.plan.outline import Outline
from zona.intake.plan.plan_cells import CELLS, ActionCells, cells_of
from zona.intake.plan.plan_codes import CodedAction, CodedGroup, coded_groups
from zona.intake.plan.plan_columns import ColumnPlan, heading_cell, propose_columns, unknown_names
from zona.intake.plan.plan_heading import Heading, find_headings, title_above
from zona.intake.plan.plan_lines import PlanLines, Remarks
from zona.intake.plan.plan_map import PetaTabel
from zona.intake.plan.plan_times import PlanTimes
from zona.intake.table_files import Cell, Table
from zona.problems import Problem
from zona.records.reading.data_error import Document, problems_of, quoted
from zona.records.reading.fields import Record
from zona.records.rencana.rencana_aksi import Aksi, Kelompok

M = TypeVar("M", bound=Record)
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

    @property
    def open(self) -> Mapping[ArtiKolom, tuple[str, ...]]:
        """What can't be told about the columns: each meaning with the names of the columns that it may be."""
        if not self.columns:
            return {}
        labels = self.columns.labels
        return {key: tuple(labels[item.place] for item in found) for key, found in self.columns.open.items()}


def read_plan(tables: list[Table], tahun: int, peta: PetaTabel | None = None) -> Intake:
    """The plan for `tahun` in the one of these tables that has the likeliest heading; `peta` is what the office says of it."""
    peta = peta or PetaTabel()
    chosen = [table for table in tables if not peta.lembar or table.name == peta.lembar]
    if not chosen:
        names = ", ".join(dict.fromkeys(table.name for table in tables))
        return _refused("A1", f"lembar “{peta.lembar}” tidak ada", f"lembar yang ada: {names}")
    at = None if peta.baris_judul is None else peta.baris_judul - 1
    headings = find_headings(chosen, at, peta.tinggi_judul)
    if not headings:
        hint = f"tulis judul kolom di atas tabelnya, {_EXAMPLES}; atau sebut barisnya dalam peta: baris_judul"
        return _refused("A1", "baris judul kolom tidak ditemukan", hint)
    return _PlanReader(headings[0], tahun, peta).read(headings[1:])


def _refused(place: str, masalah: str, saran: str) -> Intake:
    return Intake("", (), (Problem(place, masalah, saran),), ())


class _PlanReader:
    """Reads below one heading."""

    def __init__(self, heading: Heading, tahun: int, peta: PetaTabel) -> None:
        self.heading, self.tahun, self.peta, self.remarks = heading, tahun, peta, Remarks()
        self.columns = propose_columns(heading, peta.kolom)
        self.times = PlanTimes(tahun, peta.waktu, self.remarks)
        self.first = heading.table.cell(heading.row, 0)

    def read(self, others: list[Heading]) -> Intake:
        self._look_at_the_columns(others)
        judul, groups = title_above(self.heading), tuple[CodedGroup, ...]()
        if not self.columns.open and not self.remarks.problems:
            lines = PlanLines(self.columns, self.remarks).read()
            whole = [line for line in lines if line.alone is None]
            numbered = sum(line.mark is not None for line in whole) >= 0.3 * len(whole)
            root = Outline(lines, self.remarks, numbered=numbered).read()
            groups = coded_groups(root, judul, self.peta.tingkat_kelompok, self.remarks)
        kelompok = tuple(filter(None, [self._group(group) for group in groups]))
        self._refuse_other_year(groups)
        if not kelompok and not self.remarks.problems and not self.columns.open:
            below = self.heading.table.cell(self.heading.first, 0)
            self.remarks.problem(below, "tidak ada satu aksi pun di bawah judul kolom", "isi tabelnya")
        problems, notes = (
            tuple(sorted(items, key=lambda item: xl_cell_to_rowcol(item.place)))
            for items in (self.remarks.problems, self.remarks.notes)
        )
        good = not problems and not self.columns.open
        return Intake(
            judul, kelompok if good else (), problems, (*self.heading.table.notes, *notes), self.columns, self.times.undecided
        )

    def _look_at_the_columns(self, others: list[Heading]) -> None:
        for other in others:
            if other.table.name != self.heading.table.name and other.score >= 0.8 * self.heading.score:
                words = f"yang dibaca lembar “{self.heading.table.name}”; lembar “{other.table.name}” juga berisi tabel"
                self.remarks.note(self.first, words, "bila itu yang dimaksud, tulis lembar dalam peta")
        for name in unknown_names(self.heading, self.peta.kolom):
            hint = f"kolom yang ada: {', '.join(self.columns.labels.values())}"
            self.remarks.problem(self.first, f"kolom {quoted(name)} dalam peta tidak ada di tabel", hint)
        several = Counter(meaning for place, meaning in self.columns.kolom.items() if place in self.columns.by_map)
        once = (ArtiKolom.BULAN, ArtiKolom.NOMOR, *LEFT_OUT)
        for meaning in (meaning for meaning, count in several.items() if count > 1 and meaning not in once):
            cell = heading_cell(self.heading, self.columns.of(meaning)[1])
            self.remarks.problem(cell, f"dua kolom menjadi {meaning.value} menurut peta", "pilih satu, dan abaikan yang lain")

    def _group(self, group: CodedGroup) -> Kelompok | None:
        """A group as a record; None where it, or one of its actions, can't be one."""
        inherits = not any(not cell.own and cell.text for row in self.heading.table.rows for cell in row)
        aksi, before = list[Aksi | None](), None
        for item in group.aksi:
            before = cells_of(item, before if item.above else None, self.remarks, inherits=inherits)
            aksi.append(self._action(item, before))
        if None in aksi:
            return None
        value = {"kode": group.kode, "judul": group.judul, "nomor_tercetak": group.nomor_tercetak, "aksi": (*aksi,)}
        return self._checked(Kelompok, value, {}, group.node.at)

    def _action(self, item: CodedAction, cells: ActionCells) -> Aksi | None:
        at = item.node.at
        if not cells.texts[ArtiKolom.LANGKAH_AKSI]:
            name = self.columns.labels[self.columns.of(ArtiKolom.LANGKAH_AKSI)[0].place]
            hint = "tulis apa yang akan dikerjakan, atau gabungkan (merge) dengan sel di atasnya"
            if not cells.at[ArtiKolom.LANGKAH_AKSI].unreadable:
                self.remarks.problem(cells.at[ArtiKolom.LANGKAH_AKSI], f"{name} kosong", hint)
            return None
        value: dict[str, object] = {key.value: cells.texts[key] or None for key in CELLS}
        value |= {"kode": item.kode, "nomor_tercetak": item.nomor_tercetak}
        value |= self.times.schedule(cells.texts[ArtiKolom.TARGET_WAKTU], cells.at[ArtiKolom.TARGET_WAKTU])
        places = {key.value: cell for key, cell in cells.at.items()}
        return self._checked(Aksi, value, places, at)

    def _checked(self, model: type[M], value: Mapping[str, object], places: Mapping[str, Cell], at: Cell) -> M | None:
        """The value as a record, or None and a problem at each cell that is refused."""
        try:
            return model.model_validate(value)
        except ValidationError as error:
            for problem in problems_of(error, Document(""), model):
                key = str(problem.place[0])
                words = problem.masalah.replace(f"“{key}”", key.replace("_", " ").upper())
                self.remarks.problem(places.get(key, at), words, problem.saran)
            return None

    def _refuse_other_year(self, groups: tuple[CodedGroup, ...]) -> None:
        """A table whose times mostly name one other year is another year's plan: reported once, not row by row."""
        texts = list(_times(groups))
        years = Counter(year for text in texts for year in re.findall(r"\b20[0-9]{2}\b", text))
        year, count = max(years.items(), key=lambda item: item[1], default=("", 0))
        column = next(iter(self.columns.of(ArtiKolom.TARGET_WAKTU)), None)
        if column and count > len(texts) / 2 and int(year) != self.tahun:
            masalah = f"{count} dari {len(texts)} aksi bertarget waktu tahun {year}, bukan {self.tahun}"
            hint = f"pakai tabel rencana aksi {self.tahun}, atau buat tahun {year}"
            self.remarks.problem(heading_cell(self.heading, column), masalah, hint)


def _times(groups: tuple[CodedGroup, ...]) -> Iterator[str]:
    for group in groups:
        for action in group.aksi:
            cell = action.node.line.cells.get(ArtiKolom.TARGET_WAKTU) if action.node.line else None
            yield cell.text if cell else ""
