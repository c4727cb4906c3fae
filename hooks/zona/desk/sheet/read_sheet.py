"""A table that people filled in, read into a batch: its columns are found by their headings, wherever and in whatever order
they stand; cells keep what was written."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from zona.desk.sheet.batch import COLUMNS, Batch, SheetRow
from zona.intake.table_files import Cell, Table, UnreadableTable, tables_in, tables_in_text
from zona.outputs.wording import listing, tanggal
from zona.problems import NotTaken
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.kode import KODE_AKSI

_ALSO = {
    "aksi": "kode, kode aksi, rencana aksi, nomor aksi, no aksi",
    "periode": "bulan, periode laporan, masa",
    "tanggal": "tgl, tanggal pelaksanaan, tanggal kegiatan, hari, waktu pelaksanaan",
    "hasil": "status, keadaan",
    "uraian": "keterangan, deskripsi, kegiatan, uraian kegiatan, apa yang dilakukan",
    "bukti": "berkas bukti, nama berkas, bukti dukung, data dukung, eviden, lampiran",
    "judul_bukti": "judul, nama bukti",
    "jenis_bukti": "jenis",
}
_KNOWN = {name: column for column, names in _ALSO.items() for name in [COLUMNS[column], *names.split(", ")]}
_NEEDED = ("aksi", "periode", "tanggal", "hasil", "uraian")
_OURS = ("tenggat", "komponen", "no", "nomor")  # for people, or counted by Excel
_LISTS = ("bukti", "judul_bukti", "jenis_bukti")  # cells that may hold several, one a line
PASTED = "yang ditempel"


def read_sheet(name: str, content: bytes) -> Batch:
    """The rows of a workbook or a CSV file. Raises `NotTaken` where it can't be read as a whole."""
    try:
        return _batch(name, tables_in(name, content))
    except UnreadableTable as error:
        raise NotTaken(str(error)) from None


def read_pasted(text: str) -> Batch:
    """Rows copied from Excel, with their heading or without: then they stand as in our workbook. Raises `NotTaken`."""
    try:
        (table,) = tables_in_text(PASTED, text.strip("\r\n"), separators="\t")
    except UnreadableTable as error:
        raise NotTaken(str(error)) from None
    if table.rows and re.fullmatch(KODE_AKSI, (table.cell(0, 0).text.split() or [""])[0].upper().rstrip("."), re.IGNORECASE):
        return _rows_of(table, -1, {column: place for place, column in enumerate(COLUMNS)})
    return _batch(PASTED, [table])


def _batch(name: str, tables: Sequence[Table]) -> Batch:
    """The one table that has our heading, and something below it."""
    found = [(table, row, places) for table in tables for row, places in [_heading(table)] if places]
    filled = [item for item in found if any(row.meant for row in _rows_of(*item).rows)]
    best = max(filled or found, key=lambda item: len(item[2]), default=None)
    if best is None:
        heads = ", ".join(COLUMNS.values())
        raise NotTaken(f"judul kolom tidak ditemukan dalam “{name}”; pakai buku kerja dari halaman ini, dengan kolom {heads}")
    others = {table.name for table, _, _ in filled} - {best[0].name}
    if others:
        both = listing(f"“{item}”" for item in sorted({*others, best[0].name}))
        raise NotTaken(f"isian ada di beberapa lembar: {both}; satukan dalam satu lembar, lalu hapus yang lain")
    table, row, places = best
    if missing := [COLUMNS[column] for column in _NEEDED if column not in places]:
        raise NotTaken(f"kolom {listing(missing)} tidak ada di baris {row + 1}; tambahkan kolom dengan nama itu")
    names = [_KNOWN.get(_name(cell), "") for cell in table.rows[row]]
    for column in places:
        if names.count(column) > 1:
            both = listing(cell.address for cell, name in zip(table.rows[row], names, strict=True) if name == column)
            raise NotTaken(f"kolom {COLUMNS[column]} ada beberapa ({both}); sisakan satu")
    batch = _rows_of(table, row, places)
    return Batch(name, batch.rows, batch.places, tuple(_unread(table, row)))


def _heading(table: Table) -> tuple[int, dict[str, int]]:
    """The first row that has most of our columns, three at least, and the place of each; no places where none has."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in enumerate(table.rows[:200]):
        names = {_KNOWN[name]: place for place, cell in reversed([*enumerate(row)]) if (name := _name(cell)) in _KNOWN}
        if len(names) >= 3 and "aksi" in names and len(names) > len(best[1]):
            best = number, names
    return best


def _name(cell: Cell) -> str:
    """A heading without what explains it."""
    words = re.sub(r"\(.*?\)", " ", cell.text.lower().replace("_", " "))
    return " ".join(re.findall(r"\w+", words))


def _rows_of(table: Table, heading: int, places: Mapping[str, int]) -> Batch:
    width = max(map(len, table.rows), default=0)
    absent = [column for column in COLUMNS if column not in places]
    full = {**places, **{column: width + number for number, column in enumerate(absent)}}  # where they would be added
    rows = []
    for number, cells in enumerate(table.rows[heading + 1 :], start=heading + 1):
        own = {column: cells[place] for column, place in full.items() if place < len(cells)}
        if own and not any(_KNOWN.get(_name(cell)) == column for column, cell in own.items() if column in _NEEDED[1:4]):
            texts = {column: text for column, cell in own.items() if (text := _text(cell, column))}
            bad = {column: cell.unreadable for column, cell in own.items() if cell.unreadable and column not in texts}
            rows.append(SheetRow(number + 1, texts, {column: fault for column, fault in bad.items() if fault}))
    return Batch(table.name, tuple(row for row in rows if row.texts or row.unreadable), full)


def _text(cell: Cell, column: str) -> str:
    """What a cell says in its column: days in words, and lists line by line."""
    if isinstance(cell.value, date):
        if column == "tanggal":
            return tanggal(cell.value)
        return f"{BULAN[cell.value.month - 1]} {cell.value.year}" if column == "periode" else ""
    if column in _LISTS and cell.text:
        return "\n".join(filter(None, (" ".join(line.split()) for line in re.split(r"_x000D_\n?|[\r\n\v]+", cell.value))))
    return cell.text


def _unread(table: Table, heading: int) -> Iterable[str]:
    """The columns of others that hold something."""
    for place, cell in enumerate(table.rows[heading]):
        name = _name(cell)
        below = any(table.cell(row, place).filled for row in range(heading + 1, len(table.rows)))
        if below and name not in (*_KNOWN, *_OURS):
            yield f"Kolom {cell.address.rstrip('0123456789')} ({cell.text or 'tanpa judul'}) tidak dibaca."
    if table.notes:
        yield from (f"{note.masalah[:1].upper()}{note.masalah[1:]}; {note.saran}." for note in table.notes)
