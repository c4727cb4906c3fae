"""A table's rows in; the groups and actions of a plan out, or every cell that can't be read, by its address.

Read as offices write them: the heading again on every page, a row of column numbers, group headings with a Roman numeral,
rows without a number below one that has (they become a, b, c, and take over what is not written again), merged cells.
Whatever had to be read by more than what stands in the cell is a note: someone has to look at it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from xlsxwriter.utility import xl_cell_to_rowcol
from xlsxwriter.utility import xl_rowcol_to_cell as address_of

from zona.intake.cells import Remarks, Table
from zona.intake.plan_columns import NAMES, Header, find_header, other_sheets, repeated_names, title_above
from zona.intake.plan_records import PlanRecords
from zona.intake.plan_rows import PlanGroup, PlanRows
from zona.problems import Problem
from zona.records.rencana.rencana_aksi import Kelompok


@dataclass(frozen=True)
class Intake:
    """What a table says: `judul` is empty where no title stands above it. `kelompok` is empty where there are `problems`;
    `notes` are cells to look at all the same."""

    judul: str
    kelompok: tuple[Kelompok, ...]
    problems: tuple[Problem[str], ...]
    notes: tuple[Problem[str], ...]


def read_plan(tables: list[Table], tahun: int) -> Intake:
    """The plan for `tahun` in the one of these tables that has the columns."""
    header = find_header(tables)
    if header is None:
        names = ", ".join(NAMES.values())
        problem = Problem("A1", "baris judul kolom tidak ditemukan", f"tulis judul kolom dalam satu baris: {names}")
        return Intake("", (), (problem,), ())
    remarks = Remarks()
    for name in other_sheets(header, tables):
        masalah = f"yang dibaca lembar “{header.table.name}”; lembar “{name}” juga berisi tabel rencana aksi"
        remarks.note(address_of(header.row, 0), masalah, "bila itu yang dimaksud, hapus yang lain")
    groups = _groups(header, remarks)
    _refuse_other_year(groups, header, tahun, remarks)
    records = PlanRecords(tahun, remarks)
    kelompok = tuple(record for group in groups if (record := records.group(group)))
    if not kelompok and not remarks.problems:
        below = address_of(header.row + header.height, 0)
        remarks.problem(below, "tidak ada satu aksi pun di bawah judul kolom", "isi tabelnya")
    found = () if remarks.problems else kelompok
    problems, notes = (
        sorted(items, key=lambda item: xl_cell_to_rowcol(item.place)) for items in (remarks.problems, remarks.notes)
    )
    return Intake(title_above(header), found, tuple(problems), (*header.table.notes, *notes))


def _groups(header: Header, remarks: Remarks) -> list[PlanGroup]:
    """The groups below a heading that has every column, each once."""
    if header.missing:
        masalah = f"kolom {', '.join(header.missing)} tidak ada di baris ini"
        remarks.problem(address_of(header.row, 0), masalah, "tambahkan kolom dengan nama itu")
        return []
    remarks.problems += repeated_names(header)
    return PlanRows(header, remarks).read()


def _refuse_other_year(groups: list[PlanGroup], header: Header, tahun: int, remarks: Remarks) -> None:
    """A table whose times mostly name one other year is another year's plan: reported once, not row by row."""
    rows = [row for group in groups for row in group.rows]
    years = Counter(year for row in rows for year in re.findall(r"\b20[0-9]{2}\b", row.teks["target_waktu"]))
    year, count = max(years.items(), key=lambda item: item[1], default=("", 0))
    if count > len(rows) / 2 and int(year) != tahun:
        remarks.problem(
            address_of(header.row, header.places["target_waktu"]),
            f"{count} dari {len(rows)} aksi bertarget waktu tahun {year}, bukan {tahun}",
            f"pakai tabel rencana aksi {tahun}, atau buat tahun {year}",
        )
