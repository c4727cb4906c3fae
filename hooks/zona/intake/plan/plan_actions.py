"""Coded groups and actions as records of the plan; what can't be one is a problem at each cell that is refused."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeVar

from pydantic import ValidationError

from zona.intake.plan.column_words import ArtiKolom
from zona.intake.plan.plan_cells import CELLS, ActionCells, cells_of
from zona.intake.plan.plan_codes import CodedAction, CodedGroup
from zona.intake.plan.plan_columns import ColumnPlan, heading_cell
from zona.intake.plan.plan_times import PlanTimes
from zona.intake.plan.remarks import Remarks
from zona.intake.proposed_tema import proposed_for
from zona.intake.table_files import Cell
from zona.problems import Problem
from zona.records.reading.data_error import Document, problems_of
from zona.records.reading.fields import Record
from zona.records.rencana.rencana_aksi import Aksi, Kelompok

M = TypeVar("M", bound=Record)


class PlanActions:
    """Makes the records of a plan for a year, whose columns are known."""

    def __init__(self, tahun: int, columns: ColumnPlan, times: PlanTimes, remarks: Remarks) -> None:
        self.tahun, self.columns, self.times, self.remarks = tahun, columns, times, remarks

    def read(self, groups: tuple[CodedGroup, ...]) -> tuple[Kelompok, ...]:
        """The groups that are whole, in the order of the print, their rows with the subjects that their words propose."""
        kelompok = tuple(filter(None, [self._group(group) for group in groups]))
        self._refuse_other_year(groups)
        tema = proposed_for(kelompok)
        return tuple(
            group.model_copy(update={"aksi": tuple(row.model_copy(update={"tema": tema[row.kode]}) for row in group.aksi)})
            for group in kelompok
        )

    def _group(self, group: CodedGroup) -> Kelompok | None:
        """A group as a record; None where it, or one of its actions, can't be one."""
        table = self.columns.heading.table
        inherits = not any(not cell.own and cell.text for row in table.rows for cell in row)
        aksi, before = list[Aksi | None](), None
        for item in group.aksi:
            before = cells_of(item, before if item.above else None, self.remarks, inherits=inherits)
            aksi.append(self._action(item, before))
        if None in aksi:
            return None
        value = {"kode": group.kode, "judul": group.judul, "nomor_tercetak": group.nomor_tercetak, "aksi": (*aksi,)}
        return self._checked(Kelompok, value, {}, group.node.at)

    def _action(self, item: CodedAction, cells: ActionCells) -> Aksi | None:
        at = cells.at[ArtiKolom.LANGKAH_AKSI]
        if not cells.texts[ArtiKolom.LANGKAH_AKSI]:
            name = self.columns.labels[self.columns.of(ArtiKolom.LANGKAH_AKSI)[0].place]
            hint = "tulis apa yang akan dikerjakan, atau gabungkan (merge) dengan sel di atasnya"
            if not at.unreadable:
                self.remarks.problem(at, f"{name} kosong", hint)
            return None
        value: dict[str, object] = {key.value: cells.texts[key] or None for key in CELLS}
        value |= {"kode": item.kode, "nomor_tercetak": item.nomor_tercetak}
        value |= self.times.schedule(cells.texts[ArtiKolom.TARGET_WAKTU], cells.at[ArtiKolom.TARGET_WAKTU])
        return self._checked(Aksi, value, {key.value: cell for key, cell in cells.at.items()}, item.node.at)

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
            self.remarks.problems.insert(0, Problem(heading_cell(self.columns.heading, column).address, masalah, hint))


def _times(groups: tuple[CodedGroup, ...]) -> Iterator[str]:
    for group in groups:
        for action in group.aksi:
            cell = action.node.line.cells.get(ArtiKolom.TARGET_WAKTU) if action.node.line else None
            yield cell.text if cell else ""
