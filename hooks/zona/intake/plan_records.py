"""Groups and actions in the making in; records out, or a problem at each cell that the records refuse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError

from zona.intake.cells import Remarks
from zona.intake.plan_columns import NO
from zona.intake.plan_rows import MAY_BE_EMPTY, PlanGroup, PlanRow
from zona.records.reading.data_error import Document, problems_of, quoted
from zona.records.reading.fields import Record
from zona.records.rencana.rencana_aksi import Aksi, Kelompok

M = TypeVar("M", bound=Record)


class PlanRecords:
    """Makes records of the groups of a plan for `tahun`; what is wrong with them goes to `remarks`."""

    def __init__(self, tahun: int, remarks: Remarks) -> None:
        self.tahun, self.remarks = tahun, remarks

    def group(self, group: PlanGroup) -> Kelompok | None:
        """A group as a record; None where it, or one of its actions, can't be one."""
        if not group.rows:
            self.remarks.problem(group.sel, f"kelompok {group.kode} tidak berisi satu aksi pun", "isi, atau hapus judulnya")
            return None
        rows = [self._action(row, kode) for row, kode in self._coded(group)]
        aksi = tuple(row for row in rows if row)
        if len(aksi) < len(rows):
            return None
        return self._checked(Kelompok, {"kode": group.kode, "judul": group.judul, "aksi": aksi}, {"judul": group.sel})

    def _coded(self, group: PlanGroup) -> list[tuple[PlanRow, str]]:
        """Each row of the group with its code; rows that share a number get letters in their order."""
        found = []
        for row in group.rows:
            siblings = [other for other in group.rows if other.nomor == row.nomor]
            due = chr(ord("a") + next(index for index, other in enumerate(siblings) if other is row))
            letter = due if len(siblings) > 1 else row.huruf
            if row.huruf and row.huruf != due:
                self.remarks.problem(row.sel[NO], f"huruf “{row.huruf}” tidak urut pada nomor {row.nomor}", f"tulis {due}")
            if due > "z":
                masalah = f"nomor {row.nomor} mempunyai lebih dari 26 anak baris"
                self.remarks.problem(row.sel[NO], masalah, "periksa kolom NO")
                letter = "z"
            found.append((row, ".".join(part for part in (group.kode, str(row.nomor), letter) if part)))
        return found

    def _action(self, row: PlanRow, kode: str) -> Aksi | None:
        if any(not text for key, text in row.teks.items() if key != MAY_BE_EMPTY):
            return None  # reported already
        value = {"kode": kode} | {key: text or None for key, text in row.teks.items()}
        aksi = self._checked(Aksi, value, row.sel | {"kode": row.sel[NO]})
        if aksi is None:
            return None
        aksi.read_time(self.tahun)
        if aksi.unreadable_time:
            printed = f"TARGET WAKTU {kode} {quoted(aksi.target_waktu)}"
            self.remarks.note(
                row.sel["target_waktu"],
                f"{printed} belum terbaca sebagai tenggat: {aksi.unreadable_time}",
                "bila memang tercetak demikian, tambahkan jadwal dan alasan_jadwal di rencana-aksi.yml",
            )
        return aksi

    def _checked(self, model: type[M], value: Mapping[str, object], sel: dict[str, str]) -> M | None:
        """The value as a record, or None and a problem at each cell that is refused."""
        try:
            return model.model_validate(value)
        except ValidationError as error:
            for problem in problems_of(error, Document(""), model):
                key = str(problem.place[0])
                masalah = problem.masalah.replace(f"“{key}”", key.replace("_", " ").upper())
                self.remarks.problem(sel[key], masalah, problem.saran)
            return None
