"""An office's table of its plan, read with the office: how it was understood is shown, what can't be told is asked once, and
the answers are kept in the office's map file. Without a terminal, what to write into that file is said."""

import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click
from zona.intake.plan.column_words import ArtiKolom
from zona.intake.plan.plan_map import LATER, PetaTabel, map_line, map_text, read_map
from zona.intake.plan.plan_reader import Intake, read_plan
from zona.intake.table_files import Table, UnreadableTable, read_tables
from zona.problems import Fault, NotTaken, Problem
from zona.records.reading.data_error import quoted
from zona.records.rencana.keputusan_waktu import TAK_TERCETAK, read_decisions

from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.indonesian_click import Refused

TIMES = {
    "tanpa_tenggat": "dicatat bila terjadi; tidak pernah terlambat",
    "Setiap bulan": "dua belas tenggat",
    "Per triwulan": "empat tenggat",
    "Per semester": "dua tenggat",
    "Sekali setahun": "satu tenggat, 31 Desember",
    LATER: "jadwalnya ditulis kemudian di rencana-aksi.yml",
}
_CELLS = 6  # so many cells of one word are named


@dataclass
class TableDialogue:
    """Reads one table for a year; `peta` is where the office keeps how it is read."""

    ask: Questions
    tahun: int
    path: Path
    peta: Path | None

    def read(self) -> Intake:
        """The plan, with nothing left open. Refuses with every cell that can't be read, and with what only the office knows."""
        tables, given = self._tables(), self._given()
        intake = read_plan(tables, self.tahun, given)
        tell_columns(intake)
        asked = given
        if self._may_ask:
            asked = self._columns(tables, given)
            intake = read_plan(tables, self.tahun, asked)
        self._refuse(intake, given, asked)
        if intake.undecided and self._may_ask:
            asked = self._times(intake, asked)
            intake = read_plan(tables, self.tahun, asked)
        self._refuse(intake, given, asked)
        if undecided := list(self._undecided(intake)):
            raise Refused(f"{self._where(intake)} {NOTHING_WRITTEN}", undecided)
        self._keep(map_of(intake, asked))
        return intake

    @property
    def _may_ask(self) -> bool:
        return not self.ask.ya and at_terminal()

    def _tables(self) -> list[Table]:
        try:
            return read_tables(self.path)
        except UnreadableTable as error:
            raise Refused(f"{error}. {NOTHING_WRITTEN}") from None

    def _given(self) -> PetaTabel:
        if self.peta is None or not self.peta.is_file():
            return PetaTabel()
        given, problems = read_map(self.peta)
        if problems:
            raise Refused(NOTHING_WRITTEN, problems)
        return given

    def _refuse(self, intake: Intake, given: PetaTabel, asked: PetaTabel) -> None:
        problems = [Problem(f"{self.path.name} {item.place}", *item.fault) for item in intake.problems]
        problems += self._open(intake)
        if problems:
            kept = ""
            if asked != given and self.peta:
                self._keep(asked)
                kept = f" Jawaban Anda disimpan di {self.peta}."
            raise Refused(f"{NOTHING_WRITTEN}{kept}", problems)

    def _open(self, intake: Intake) -> Iterator[Problem[str]]:
        for meaning, labels in intake.open.items():
            example = map_line(labels[0] if labels else "NAMA KOLOM", meaning.value).strip()
            choices = f"yang mungkin: {', '.join(labels)}; " if labels else ""
            words = f"kolom mana yang berisi {meaning.label}, tidak jelas"
            yield Problem(self.path.name, words, f"{choices}tulis di bawah kolom: dalam {self._file}, misalnya {example}")

    def _undecided(self, intake: Intake) -> Iterator[Problem[str]]:
        for word, cells in (intake.undecided or {}).items():
            shown = ", ".join(cells[:_CELLS]) + (f" dan {len(cells) - _CELLS} sel lain" if len(cells) > _CELLS else "")
            words = "waktu tidak tercetak" if word == TAK_TERCETAK else f"waktu {quoted(word)} tidak terbaca"
            yield Problem(f"{self.path.name} {shown}", words, "kantor yang menentukan artinya")

    def _where(self, intake: Intake) -> str:
        """What to write into the map file about times, as it can be copied."""
        lines = "\n".join(["waktu:", *(map_line(word, "tanpa_tenggat") for word in intake.undecided or {})])
        return (
            f"Tulis artinya dalam {self._file} satu baris tiap kata, lalu ulangi dengan --peta. Ganti tanpa_tenggat "
            "(dicatat bila terjadi) dengan waktu yang jelas bila ada, misalnya Juli atau "
            f"[{self.tahun}-01, {self.tahun}-TW3]:\n\n{lines}\n\n"
        )

    @property
    def _file(self) -> str:
        return str(self.peta) if self.peta else "sebuah berkas, misalnya peta.yml (--peta peta.yml),"

    def _columns(self, tables: list[Table], peta: PetaTabel) -> PetaTabel:
        """The map with what the office says of columns: of those that can't be told, or, where it says no, of each."""
        intake = read_plan(tables, self.tahun, peta)
        if intake.columns is None:
            return peta
        kolom = dict(peta.kolom)
        for meaning, labels in intake.open.items():
            choices = dict.fromkeys(labels or intake.columns.labels.values(), "")
            label = self.ask.choose("peta", None, f"Kolom mana yang berisi {meaning.label}", choices)
            kolom[label] = meaning
        known = {column.place for column in intake.columns.heading.columns} <= intake.columns.by_map
        if not known and not self.ask.sure("Apakah kolom-kolom itu terbaca benar?"):
            meanings = {item.value: item.label for item in ArtiKolom}
            letters = {column.letter: intake.columns.labels[column.place] for column in intake.columns.heading.columns}
            wrong = self.ask.ask("peta", None, "Huruf kolom yang salah, misalnya D atau D, G", partial(_letters, known=letters))
            for letter in wrong.split():
                answer = self.ask.choose("peta", None, f"Isi kolom {letter}, {letters[letter]}", meanings)
                kolom[letters[letter]] = ArtiKolom(answer)
        return peta.model_copy(update={"kolom": kolom})

    def _times(self, intake: Intake, peta: PetaTabel) -> PetaTabel:
        """The map with one decision for each word of time that no rule reads."""
        waktu = dict(peta.waktu)
        click.echo("\nWaktu berikut tidak menyebut tenggat yang bisa dibaca. Tentukan artinya, sekali untuk semua barisnya.")
        for word, cells in (intake.undecided or {}).items():
            click.echo(f"\n{quoted(word)} ({len(cells)} baris). Pilih nomornya, atau ketik waktunya, misalnya Juli atau TW II.")
            for number, (answer, meaning) in enumerate(TIMES.items(), 1):
                click.echo(f"  {number:>3}  {answer}: {meaning}")
            waktu[word] = self.ask.ask("peta", None, "Artinya", self._time)
        return peta.model_copy(update={"waktu": waktu})

    def _time(self, text: str) -> str:
        numbers = {str(number): answer for number, answer in enumerate(TIMES, 1)}
        answer = numbers.get(text.strip(), text.strip())
        if answer != LATER:
            for problem in read_decisions({"": answer}, self.tahun)[1]:
                raise NotTaken(problem.fault)
        return answer

    def _keep(self, peta: PetaTabel) -> None:
        if self.peta:
            self.peta.write_text(map_text(peta), encoding="utf-8", newline="\n")


def _letters(text: str, known: Collection[str]) -> str:
    """The letters of columns in an answer, parted by spaces."""
    letters = text.upper().replace(",", " ").split()
    for letter in letters:
        if letter not in known:
            raise NotTaken(Fault(f"kolom {letter} tidak ada", f"tulis hurufnya: {', '.join(known)}"))
    if not letters:
        raise NotTaken(Fault("tidak ada hurufnya", f"tulis hurufnya: {', '.join(known)}"))
    return " ".join(letters)


def at_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def tell_columns(intake: Intake) -> None:
    """How the table was understood, column by column, so that a wrong guess is seen."""
    if intake.columns is None:
        return
    heading = intake.columns.heading
    click.echo(f"Tabel dibaca dari lembar “{heading.table.name}”, judul kolom di baris {heading.row + 1}:")
    for letter, name, meaning in intake.columns.told():
        click.echo(f"  {letter:>3}  {name}: {meaning}")


def map_of(intake: Intake, peta: PetaTabel) -> PetaTabel:
    """All that was proposed and answered, as the map file keeps it for the next time."""
    if intake.columns is None:
        return peta
    heading, labels = intake.columns.heading, intake.columns.labels
    kolom: Mapping[str, ArtiKolom] = {
        labels[column.place]: intake.columns.kolom.get(column.place, ArtiKolom.ABAIKAN) for column in heading.columns
    }
    place = {"baris_judul": heading.row + 1, "tinggi_judul": heading.height, "lembar": peta.lembar}
    return peta.model_copy(update={"kolom": kolom, **place})
