"""A batch checked cell by cell against the office; what is right becomes records, all of them or none."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from zona.desk.answers import checked, day_of
from zona.desk.drafts import Draft, Drafts
from zona.desk.evidence_answers import Answer
from zona.desk.office import Office
from zona.desk.sheet.batch import COLUMNS, RANGE, SHEET, STATE, Batch, SheetRow, batch_in
from zona.desk.sheet.cell_readers import EvidenceReader, action_in, choice_in, day_text, period_in, sentences
from zona.desk.sheet.dropped_files import DroppedFile, files_in
from zona.desk.sheet.month_range import batch_of_range, picks_in, range_in
from zona.desk.write_record import Plan, existing_record, plan_records
from zona.outputs.wording import periode as nama_periode
from zona.outputs.wording import tanggal
from zona.problems import Fault, NotTaken
from zona.records.capaian.capaian import Capaian, Hasil
from zona.records.capaian.corrections import name_of
from zona.records.load import Tahun
from zona.records.reading.file_reader import Source
from zona.records.reading.personal_data import find_names
from zona.records.reading.rules import Surroundings, faults
from zona.records.rencana.jadwal import BULAN, months_of

_NEEDS = Fault("hasil “Selesai” perlu sedikitnya satu bukti", "tulis buktinya, atau ubah hasilnya menjadi Berjalan")


@dataclass(frozen=True)
class WrongCell:
    """One cell to correct: its row, its column, its address as Excel shows it, what stands in it, what is wrong with that, and
    how to write it."""

    row: SheetRow
    column: str
    address: str
    text: str
    masalah: str
    saran: str


@dataclass(frozen=True)
class ReadyRow:
    """One row that is right: what its record will say, its evidence, and what its writer may want to look at again. `existing`
    is the record that says the same already: nothing is written twice."""

    row: SheetRow
    year: Tahun
    said: Capaian
    bukti: tuple[Answer, ...]
    notes: tuple[str, ...] = ()
    existing: Source[Capaian] | None = None


@dataclass(frozen=True)
class CheckedBatch:
    """What a batch comes to: the cells that are wrong, the rows that are right, how many were left empty, and the dropped
    files that no row names."""

    batch: Batch
    wrong: tuple[WrongCell, ...]
    ready: tuple[ReadyRow, ...]
    empty: int
    unused: tuple[str, ...]

    @property
    def new(self) -> tuple[ReadyRow, ...]:
        """The rows that will be records."""
        return tuple(item for item in self.ready if item.existing is None)

    @property
    def summary(self) -> str:
        """What will be written, in words: “10 aksi, Maret sampai Oktober 2026, 31 bukti. 19 selesai, 2 berjalan.”"""
        said = [item.said for item in self.new]
        days = sorted(item.tanggal for item in said)
        months = list(dict.fromkeys(f"{BULAN[day.month - 1]} {day.year}" for day in (days[0], days[-1]))) if days else []
        pieces = len({answer.key for item in self.new for answer in item.bukti})
        results = Counter(item.hasil.label.lower() for item in said)
        counted = ", ".join(f"{number} {label}" for label, number in results.items())
        return f"{len({item.aksi for item in said})} aksi, {' sampai '.join(months)}, {pieces} bukti. {counted.capitalize()}."

    def plans(self, root: Path) -> list[Plan]:
        """How to write them below a data folder; evidence that several name is written once. Raises `NotTaken` while a cell is
        wrong, or where there is nothing to write."""
        if self.wrong:
            raise NotTaken(f"{len(self.wrong)} sel perlu dibetulkan dulu; belum ada yang disimpan")
        if not self.new:
            raise NotTaken("tidak ada laporan baru; isi sedikitnya satu baris")
        return plan_records(root, ((item.said, item.bukti, item.year) for item in self.new))


def check_draft(office: Office, drafts: Drafts, draft: Draft, role: str) -> CheckedBatch | None:
    """What the sheet or the range of a draft comes to; None where it has neither as yet."""
    files, batch = files_in(drafts, draft), None
    if draft[STATE] == SHEET:
        batch = batch_in(draft)
    elif draft[STATE] == RANGE:
        batch = batch_of_range(picks_in(draft), range_in(draft), files)
    return check_batch(office, batch, files, role) if batch else None


def check_batch(office: Office, batch: Batch, files: Sequence[DroppedFile], role: str) -> CheckedBatch:
    """Every cell of a batch, read against the office's data; `role` is who records, `files` were dropped beside it."""
    check = _Check(office, batch, files, role)
    meant = [row for row in batch.rows if row.meant]
    read = [check.row(row) for row in meant]
    ready = [item for item in read if item]
    check.compare(ready)
    blamed = {item.row.number for item in check.wrong}
    ready = [item for item in ready if item.row.number not in blamed]
    used = {answer.key for _, answer in check.named}
    unused = tuple(item.name for item in files if item.answer and item.answer.key not in used)
    wrong = sorted(check.wrong, key=lambda item: (item.row.number, batch.places[item.column]))
    return CheckedBatch(batch, tuple(wrong), tuple(ready), len(batch.rows) - len(meant), unused)


@dataclass
class _Check:
    """The work on one batch: what it is checked against, and what was found as yet."""

    office: Office
    batch: Batch
    files: Sequence[DroppedFile]
    role: str
    wrong: list[WrongCell] = field(default_factory=list)
    named: list[tuple[str, Answer]] = field(default_factory=list)

    @cached_property
    def periods(self) -> dict[str, dict[str, tuple[Tahun, date | None]]]:
        """Each action's periods, with their year and deadline, where they have one."""
        known = self.office.actions()
        return {
            aksi: {kode: (year, item.tenggat if item else None) for kode, (year, item) in self.office.periods(aksi).items()}
            for aksi in known
        }

    @cached_property
    def around(self) -> dict[int, Surroundings]:
        """What records of each year are checked against."""
        return {year.tahun: self.office.around(year) for year in self.office.data.tahun}

    def refuse(self, row: SheetRow, column: str, fault: Fault) -> None:
        """Note what is wrong with a cell; a cell is blamed once."""
        if not any(item.row.number == row.number and item.column == column for item in self.wrong):
            words = sentences(NotTaken(fault))
            self.wrong.append(WrongCell(row, column, self.batch.address(row, column), row.texts.get(column, ""), *words))

    def row(self, row: SheetRow) -> ReadyRow | None:
        """A row as it will be a record; None where a cell of it is wrong."""
        before, cell = len(self.wrong), _Cells(self, row)
        aksi = cell.read("aksi", lambda text: action_in(text, list(self.periods)))
        own = self.periods.get(aksi or "", {})
        periode = cell.read("periode", lambda text: period_in(text, str(aksi), list(own), self.office.today)) if aksi else None
        year, due = own[periode] if periode else (self.office.data.tahun[-1], None)
        around = self.around[year.tahun]
        day = cell.read("tanggal", lambda text: day_of(self.office.today, around, _filled(day_text(text))))
        hasil = cell.read("hasil", lambda text: choice_in(text, Hasil, "hasil"))
        uraian = cell.read("uraian", lambda text: checked("uraian", around, _said(text)))
        bukti = self.evidence(cell, EvidenceReader(around, self.files), periode)
        if hasil is Hasil.SELESAI and bukti == ():
            self.refuse(row, "bukti", _NEEDS)
        if len(self.wrong) > before or not (aksi and periode and day and hasil and uraian and due):
            return None
        said = Capaian(aksi=aksi, periode=periode, tanggal=day, hasil=hasil, uraian=uraian, dicatat_oleh=self.role)
        for found in faults(said, replace(around, nama=said.nama_berkas)):
            column = str(found.place[0]) if isinstance(found.place, tuple) and found.place else ""
            if (column, hasil) != ("hasil", Hasil.SELESAI):  # its evidence is not in the record as yet
                self.refuse(row, column if column in COLUMNS else "tanggal", found.fault)
        return ReadyRow(row, year, said, bukti or (), tuple(_notes(said, due, bukti or ())))

    def evidence(self, cell: "_Cells", reader: EvidenceReader, periode: str | None) -> tuple[Answer, ...] | None:
        """The evidence of a row, with titles and kinds; None where one of its cells is wrong."""
        sources = cell.read("bukti", reader.sources)
        if sources is None:
            return None
        self.named += sources
        kinds = cell.read("jenis_bukti", lambda text: reader.kinds(text, sources))
        if kinds is None or periode is None:
            return None
        titles = cell.read("judul_bukti", lambda text: reader.titles(text, sources, kinds, periode))
        if titles is None:
            return None
        zipped = zip(sources, titles, kinds, strict=True)
        return tuple(replace(answer, judul=title, jenis=kind) for (_, answer), title, kind in zipped)

    def compare(self, ready: list[ReadyRow]) -> None:
        """Rows beside each other and beside the records that there are: two alike, and two that contradict each other."""
        first: dict[Any, int] = {}
        days = {key: hasil for year in self.office.data.tahun for key, hasil in _days(year)}
        for index, item in enumerate(ready):
            said, number = item.said, item.row.number
            day = (said.aksi, said.periode, said.tanggal)
            own = [record for record in item.year.capaian if (record.isi.aksi, record.isi.periode) == day[:2]]
            existing = existing_record(said, item.bukti, replace(item.year, capaian=tuple(own)))
            ready[index] = replace(item, existing=existing)
            same = first.setdefault((said, tuple(sorted(answer.key for answer in item.bukti))), number)
            if same != number:
                self.refuse(item.row, "aksi", Fault(f"baris {number} sama dengan baris {same}", "hapus salah satunya"))
            _, due = self.periods[said.aksi][said.periode]
            if due and days.setdefault(day, said.hasil) is not said.hasil:
                masalah = f"pada {tanggal(said.tanggal)} sudah ada laporan dengan hasil “{days[day].label}”"
                self.refuse(item.row, "hasil", Fault(masalah, "samakan hasilnya, atau betulkan tanggalnya"))


@dataclass(frozen=True)
class _Cells:
    """The cells of one row."""

    check: _Check
    row: SheetRow

    def read(self, column: str, reader: Callable[[str], Any]) -> Any:
        """What a cell means; None where it is wrong, which is noted."""
        if fault := self.row.unreadable.get(column):
            self.check.refuse(self.row, column, fault)
            return None
        try:
            return reader(self.row.texts.get(column, "").strip())
        except NotTaken as error:
            self.check.refuse(self.row, column, sentences(error))
            return None


def _filled(text: str) -> str:
    if not text:
        raise NotTaken(Fault("tanggal belum diisi", "tulis hari kegiatannya"))
    return text


def _said(text: str) -> str:
    if not text:
        raise NotTaken(Fault("uraian belum diisi", "tulis apa yang dilakukan, satu kalimat pun cukup"))
    return text


def _days(year: Tahun) -> Iterator[tuple[tuple[str, str, date], Hasil]]:
    """The result that the year's records tell of each period and day, but for those that a later record takes the place of."""
    targets = {record.isi.menyasar for record in year.capaian}
    for record in year.capaian:
        if name_of(record) not in targets:
            yield (record.isi.aksi, record.isi.periode, record.isi.tanggal), record.isi.hasil


def _notes(said: Capaian, due: date | None, bukti: Sequence[Answer]) -> Iterator[str]:
    """What whoever wrote a row may want to look at again."""
    if due and said.hasil is Hasil.SELESAI and said.tanggal > due:
        yield f"{(said.tanggal - due).days} hari setelah tenggat. Warga akan membaca: dipenuhi terlambat."
    if said.tanggal < date(int(said.periode[:4]), months_of(said.periode)[0], 1):
        yield f"Tanggalnya sebelum {nama_periode(said.periode)}."
    for name in find_names(said.uraian):
        yield f"Tampaknya ada nama orang (“{name}”). Tulis perannya."
    if bukti and all(item.tautan for item in bukti):
        yield "Halaman web bisa hilang. Unggah juga tangkapan layarnya."
