"""A table's rows in; the groups and actions of a plan out, or every cell that can't be read, by its address. Read as offices
write them: headings again on every page, rows of column numbers, groups by Roman numerals, rows without a number (they become
a, b, c, and take over what is not written again), merged cells. What was read by more than the cell itself is a note."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError
from xlsxwriter.utility import xl_cell_to_rowcol

from zona.intake.plan_columns import NAMES, NO, Header, find_header, other_sheets, repeated_names, title_above
from zona.intake.plan_rows import MAY_BE_EMPTY, PlanGroup, PlanRow, PlanRows, Remarks
from zona.intake.table_files import Cell, Table
from zona.problems import Problem
from zona.records.reading.data_error import Document, problems_of, quoted
from zona.records.reading.fields import Record
from zona.records.rencana.rencana_aksi import Aksi, Kelompok

M = TypeVar("M", bound=Record)


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
        hint = f"tulis judul kolom dalam satu baris: {', '.join(NAMES.values())}"
        return Intake("", (), (Problem("A1", "baris judul kolom tidak ditemukan", hint),), ())
    remarks, first = Remarks(), header.table.cell(header.row, 0)
    for name in other_sheets(header, tables):
        masalah = f"yang dibaca lembar “{header.table.name}”; lembar “{name}” juga berisi tabel rencana aksi"
        remarks.note(first, masalah, "bila itu yang dimaksud, hapus yang lain")
    groups = []
    if header.missing:
        masalah = f"kolom {', '.join(header.missing)} tidak ada di baris ini"
        remarks.problem(first, masalah, "tambahkan kolom dengan nama itu")
    else:
        remarks.problems += repeated_names(header)
        groups = PlanRows(header, remarks).read()
    _refuse_other_year(groups, header, tahun, remarks)
    kelompok = tuple(filter(None, [_group(group, tahun, remarks) for group in groups]))
    if not kelompok and not remarks.problems:
        below = header.table.cell(header.row + header.height, 0)
        remarks.problem(below, "tidak ada satu aksi pun di bawah judul kolom", "isi tabelnya")
    problems, notes = (
        sorted(items, key=lambda item: xl_cell_to_rowcol(item.place)) for items in (remarks.problems, remarks.notes)
    )
    return Intake(title_above(header), () if problems else kelompok, tuple(problems), (*header.table.notes, *notes))


def _refuse_other_year(groups: list[PlanGroup], header: Header, tahun: int, remarks: Remarks) -> None:
    """A table whose times mostly name one other year is another year's plan: reported once, not row by row."""
    rows = [row for group in groups for row in group.rows]
    years = Counter(year for row in rows for year in re.findall(r"\b20[0-9]{2}\b", row.teks["target_waktu"]))
    year, count = max(years.items(), key=lambda item: item[1], default=("", 0))
    if count > len(rows) / 2 and int(year) != tahun:
        heading = header.table.cell(header.row, header.places["target_waktu"])
        masalah = f"{count} dari {len(rows)} aksi bertarget waktu tahun {year}, bukan {tahun}"
        remarks.problem(heading, masalah, f"pakai tabel rencana aksi {tahun}, atau buat tahun {year}")


def _group(group: PlanGroup, tahun: int, remarks: Remarks) -> Kelompok | None:
    """A group as a record; None where it, or one of its actions, can't be one."""
    if not group.rows:
        remarks.problem(group.sel, f"kelompok {group.kode} tidak berisi satu aksi pun", "isi, atau hapus judulnya")
        return None
    aksi = [_action(row, kode, tahun, remarks) for row, kode in _coded(group, remarks)]
    if None in aksi:
        return None
    return _checked(Kelompok, {"kode": group.kode, "judul": group.judul, "aksi": (*aksi,)}, {"judul": group.sel}, remarks)


def _coded(group: PlanGroup, remarks: Remarks) -> Iterator[tuple[PlanRow, str]]:
    """Each row of the group with its code; rows that share a number get letters in their order."""
    siblings, seen = Counter(row.nomor for row in group.rows), Counter[int]()
    for row in group.rows:
        due = chr(ord("a") + seen[row.nomor])
        seen[row.nomor] += 1
        letter = due if siblings[row.nomor] > 1 else row.huruf
        if row.huruf and row.huruf != due:
            remarks.problem(row.sel[NO], f"huruf “{row.huruf}” tidak urut pada nomor {row.nomor}", f"tulis {due}")
        if due > "z":
            remarks.problem(row.sel[NO], f"nomor {row.nomor} mempunyai lebih dari 26 anak baris", "periksa kolom NO")
            letter = "z"
        yield row, ".".join(part for part in (group.kode, str(row.nomor), letter) if part)


def _action(row: PlanRow, kode: str, tahun: int, remarks: Remarks) -> Aksi | None:
    if any(not text for key, text in row.teks.items() if key != MAY_BE_EMPTY):
        return None  # reported already
    value = {"kode": kode} | {key: text or None for key, text in row.teks.items()}
    aksi = _checked(Aksi, value, row.sel | {"kode": row.sel[NO]}, remarks)
    if aksi and (why := aksi.read_time(tahun)):
        masalah = f"TARGET WAKTU {kode} {quoted(aksi.target_waktu)} belum terbaca sebagai tenggat: {why}"
        hint = "bila memang tercetak demikian, tambahkan jadwal dan alasan_jadwal di rencana-aksi.yml"
        remarks.note(row.sel["target_waktu"], masalah, hint)
    return aksi


def _checked(model: type[M], value: Mapping[str, object], sel: dict[str, Cell], remarks: Remarks) -> M | None:
    """The value as a record, or None and a problem at each cell that is refused."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for problem in problems_of(error, Document(""), model):
            key = str(problem.place[0])
            remarks.problem(sel[key], problem.masalah.replace(f"“{key}”", key.replace("_", " ").upper()), problem.saran)
        return None
