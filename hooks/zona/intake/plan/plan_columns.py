"""Which column of a table is which: as the office's map says, else by the usual words and by what the cells hold. What can't be
told stays open, for a person to say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from zona.intake.plan.column_words import LEFT_OUT, LIKELY, ArtiKolom, meanings, plain
from zona.intake.plan.numbering import read_mark
from zona.intake.plan.plan_heading import Heading, PlanColumn
from zona.intake.table_files import Cell

TEXTS = (ArtiKolom.LANGKAH_AKSI, ArtiKolom.KOMPONEN, ArtiKolom.INDIKATOR, ArtiKolom.KELOMPOK)
_SAMPLE = 400  # rows below the heading that are looked at
_MONTHS = 3  # so many columns of months or quarters make a calendar
_TIME = re.compile(
    r"\b(jan|feb|mar|apr|mei|jun|jul|ag[us]|sep|okt|nov|des|peb|nop)[a-z]*\b|triwulan|\btw\b|semester|\b(per|tiap|setiap) "
    r"(bulan|minggu|hari|rapat|tahun)|bulanan|harian|mingguan|tahunan|insident|kondision|sepanjang tahun|\b20[0-9]{2}\b",
    re.IGNORECASE,
)
_BEGIN, _END = (re.compile(words, re.IGNORECASE) for words in (r"\b(mulai|awal)\b", r"\b(selesai|akhir|sampai)\b"))
_COUNT = re.compile(r"[0-9]+([.,][0-9]+)? ?(%|\(|[A-Za-z]|$)")
_MONEY = re.compile(r"(rp\.? ?)?[0-9]{1,3}([.,][0-9]{3})+(,-|,00)?|rp.*|-|dipa.*", re.IGNORECASE)


@dataclass(frozen=True)
class ColumnContents:
    """What the cells below a column's heading hold: how many are filled, and which part of them has which look."""

    filled: int
    marks: float
    times: float
    counts: float
    money: float
    length: float


@dataclass(frozen=True)
class ColumnPlan:
    """Each column's meaning by its place; `open` are meanings that can't be told, each with the columns it may be. `by_map`
    are the places that the office's map names."""

    heading: Heading
    kolom: Mapping[int, ArtiKolom]
    open: Mapping[ArtiKolom, tuple[PlanColumn, ...]]
    by_map: frozenset[int] = frozenset()

    def of(self, meaning: ArtiKolom) -> tuple[PlanColumn, ...]:
        """The columns that have a meaning, from the left."""
        return tuple(column for column in self.heading.columns if self.kolom.get(column.place) is meaning)

    def unread_months(self) -> Iterator[PlanColumn]:
        """Columns between those of months of which nobody said what they hold: a mark in them would be lost."""
        places = [column.place for column in self.of(ArtiKolom.BULAN)]
        for column in self.heading.columns:
            if column.place not in self.kolom and places and places[0] < column.place < places[-1]:
                yield column

    @cached_property
    def labels(self) -> Mapping[int, str]:
        """What each column is called, by its place."""
        return self.heading.labels()

    def told(self) -> Iterator[tuple[str, str, str]]:
        """Each column from the left: its letter, its printed name, and how it is read."""
        months = self.of(ArtiKolom.BULAN)
        for column in self.heading.columns:
            meaning = self.kolom.get(column.place)
            if meaning is ArtiKolom.BULAN and column is not months[0]:
                continue
            letter, name = column.letter, self.labels[column.place] if column.name else "(tanpa judul)"
            if meaning is ArtiKolom.BULAN and len(months) > 1:
                letter, name = f"{letter}–{months[-1].letter}", f"{months[0].bulan} … {months[-1].bulan}"
            yield letter, name, "tidak dikenal, tidak diambil" if meaning is None else meaning.label


def propose_columns(heading: Heading, given: Mapping[str, ArtiKolom]) -> ColumnPlan:
    """The meaning of each column; `given` is what the office's map says of printed names or of letters."""
    by_map = _given(heading, given)
    kolom = dict(by_map)
    if len({column.bulan for column in heading.columns if column.bulan and column.place not in by_map}) >= _MONTHS:
        kolom |= {column.place: ArtiKolom.BULAN for column in heading.columns if column.bulan and column.place not in by_map}
    weights = [
        (weight, -column.place, meaning)
        for column in heading.columns
        if column.place not in kolom
        for meaning, weight in _weights(heading, column).items()
    ]
    for _, place, meaning in sorted(weights, key=lambda item: item[:2], reverse=True):
        taken = meaning not in LEFT_OUT and meaning in kolom.values()
        if meaning is ArtiKolom.TARGET_WAKTU and ArtiKolom.BULAN in kolom.values():
            taken = True
        if -place not in kolom and not taken:
            kolom[-place] = meaning
    _pair_times(heading, kolom)
    return ColumnPlan(heading, kolom, _settle(heading, kolom, by_map), frozenset(by_map))


def _pair_times(heading: Heading, kolom: dict[int, ArtiKolom]) -> None:
    """A column of ends goes with the column of beginnings that is the time."""
    begins = any(kolom.get(column.place) is ArtiKolom.TARGET_WAKTU and _BEGIN.search(column.name) for column in heading.columns)
    for column in heading.columns:
        if begins and column.place not in kolom and _END.search(column.name):
            kolom[column.place] = ArtiKolom.TARGET_WAKTU


def _given(heading: Heading, given: Mapping[str, ArtiKolom]) -> dict[int, ArtiKolom]:
    words = {plain(name): meaning for name, meaning in given.items()}
    words |= {_yearless(name): given[name] for name in _unfound(heading, given)}
    labels, found = heading.labels(), dict[int, ArtiKolom]()
    for column in heading.columns:
        for name in (labels[column.place], column.name, column.letter):
            key = plain(name) if plain(name) in words else _yearless(name)
            if name and key in words:
                found[column.place] = words[key]
                break
    return found


def unknown_names(heading: Heading, given: Mapping[str, ArtiKolom]) -> list[str]:
    """The names in the office's map that no column has, not even with another year in it."""
    known = {_yearless(name) for item in heading.columns for name in (heading.labels()[item.place], item.name)}
    return [name for name in _unfound(heading, given) if _yearless(name) not in known]


def _unfound(heading: Heading, given: Mapping[str, ArtiKolom]) -> list[str]:
    labels = heading.labels()
    known = {plain(name) for item in heading.columns for name in (labels[item.place], item.name, item.letter)}
    return [name for name in given if plain(name) not in known]


def _yearless(name: str) -> str:
    """A column's name without its year: “Jadwal 2028” is what “Jadwal 2027” was."""
    return " ".join(re.sub(r"\b20[0-9]{2}\b", "", plain(name)).split())


def _settle(
    heading: Heading, kolom: dict[int, ArtiKolom], by_map: Mapping[int, ArtiKolom]
) -> dict[ArtiKolom, tuple[PlanColumn, ...]]:
    """What will be done must be known: the only column of texts is that; of several, a person has to say which."""
    if ArtiKolom.LANGKAH_AKSI in kolom.values():
        return {}
    free = [column for column in heading.columns if column.place not in by_map]
    texts = [column for column in free if kolom.get(column.place) in (ArtiKolom.KOMPONEN, ArtiKolom.INDIKATOR)]
    if not texts:
        texts = [column for column in free if kolom.get(column.place) in (None, ArtiKolom.KELOMPOK) and _prose(heading, column)]
    if len(texts) == 1:
        kolom[texts[0].place] = ArtiKolom.LANGKAH_AKSI
        return {}
    return {ArtiKolom.LANGKAH_AKSI: tuple(texts)}


def _prose(heading: Heading, column: PlanColumn) -> bool:
    look = contents_of(heading, column)
    return look.filled > 0 and look.length > 8 and look.marks < 0.5 and look.times < 0.5 and look.money < 0.5


def _weights(heading: Heading, column: PlanColumn) -> dict[ArtiKolom, float]:
    """How sure each meaning of a column is: by its whole name, by the lowest part of it, and by its cells."""
    found = dict(meanings(column.name))
    for part in column.parts[-1:] if len(column.parts) > 1 else ():
        for meaning, weight in meanings(part).items():
            found[meaning] = max(found.get(meaning, 0), weight - 1)
    look = contents_of(heading, column)
    if look.times >= 0.5 and look.filled:
        found[ArtiKolom.TARGET_WAKTU] = found.get(ArtiKolom.TARGET_WAKTU, 1) + 3
    if look.marks >= 0.7 and look.filled and (not column.name or ArtiKolom.NOMOR in found):
        found[ArtiKolom.NOMOR] = found.get(ArtiKolom.NOMOR, LIKELY - 2)
    if look.marks >= 0.7 and ArtiKolom.KELOMPOK in found:  # its title stands in another
        found[ArtiKolom.KELOMPOK] -= 3
    if look.counts >= 0.5 and ArtiKolom.TARGET_CAPAIAN in found:
        found[ArtiKolom.TARGET_CAPAIAN] += 1.5
    if look.money >= 0.6 and look.filled and ArtiKolom.NOMOR not in found and look.length > 4:
        found[ArtiKolom.ANGGARAN] = max(found.get(ArtiKolom.ANGGARAN, 0), LIKELY)
    return found


def contents_of(heading: Heading, column: PlanColumn) -> ColumnContents:
    """What stands below a column's heading."""
    rows = range(heading.first, min(len(heading.table.rows), heading.first + _SAMPLE))
    cells = [heading.table.cell(row, column.place) for row in rows]
    texts = [cell.text or cell.shown for cell in cells if cell.filled]
    total = max(1, len(texts))

    def share(look: re.Pattern[str], whole: bool = False) -> float:
        return sum(bool(look.fullmatch(text) if whole else look.search(text)) for text in texts) / total

    marks = sum(read_mark(text) is not None for text in texts) / total
    counts = sum(bool(_COUNT.match(text)) for text in texts) / total
    short_times = [text for text in texts if len(text) <= 60]
    times = share(_TIME) if len(short_times) > 0.7 * len(texts) else 0.0
    length = sum(map(len, texts)) / total
    return ColumnContents(len(texts), marks, times, counts, share(_MONEY, whole=True), length)


def heading_cell(heading: Heading, column: PlanColumn) -> Cell:
    """The cell in which a column's own name stands: the lowest that is filled."""
    cells = [heading.table.cell(row, column.place) for row in range(heading.first - 1, heading.row - 1, -1)]
    return next((cell for cell in cells if cell.filled), cells[0])
