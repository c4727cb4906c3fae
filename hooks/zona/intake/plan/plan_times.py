"""The printed times of a plan's rows: which of them a rule reads, and what the office decided about the others, one decision a
word for the whole table."""

from collections.abc import Mapping

from zona.intake.plan.plan_map import LATER
from zona.intake.plan.remarks import Remarks
from zona.intake.table_files import Cell
from zona.problems import Problem
from zona.records.reading.data_error import quoted
from zona.records.rencana.keputusan_waktu import TAK_TERCETAK, KeputusanWaktu, decided_word, read_decisions
from zona.records.rencana.target_waktu import UnreadableTime, read_target_waktu


class PlanTimes:
    """Gives each row its schedule where it needs one; keeps the times that are `undecided`, each with its cells."""

    def __init__(self, tahun: int, waktu: Mapping[str, object], remarks: Remarks) -> None:
        self.tahun, self.remarks = tahun, remarks
        self.later = {decided_word(word) for word, meaning in waktu.items() if meaning == LATER}
        given = {word: meaning for word, meaning in waktu.items() if meaning != LATER}
        self.decisions, problems = read_decisions(given, tahun)
        remarks.problems += [Problem("A1", f"peta, {item.masalah}", item.saran) for item in problems]
        self.words: dict[str, str] = {}
        self.cells: dict[str, list[str]] = {}

    @property
    def undecided(self) -> dict[str, tuple[str, ...]]:
        """Each printed time that nobody decided, as first printed, with the addresses of its cells."""
        return {self.words[word]: tuple(cells) for word, cells in self.cells.items()}

    def schedule(self, text: str, cell: Cell) -> dict[str, object]:
        """The `jadwal` and `alasan_jadwal` of a row, where its printed time needs them."""
        word = decided_word(text or None)
        decision: KeputusanWaktu | None = self.decisions.get(word)
        if decision:
            return {"jadwal": decision.jadwal, "alasan_jadwal": decision.alasan_jadwal}
        why = self._unread(text)
        if why and word in self.later:
            words = f"waktu {quoted(text) if text else TAK_TERCETAK} belum punya jadwal"
            self.remarks.note(cell, words, "tulis jadwal dan alasan_jadwal di rencana-aksi.yml")
        elif why:
            self.words.setdefault(word, " ".join(text.split()) or TAK_TERCETAK)
            self.cells.setdefault(word, []).append(cell.address)
        return {}

    def _unread(self, text: str) -> str:
        """Why no rule reads a time; empty where one does."""
        try:
            return "" if text and read_target_waktu(text, self.tahun) else TAK_TERCETAK
        except UnreadableTime as error:
            return str(error)
