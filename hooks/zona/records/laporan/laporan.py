"""What yearly reports have in common. They hold counts, titles and positions; none has a field for a person's name."""

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.problems import Problem
from zona.records.capaian.capaian import Hasil
from zona.records.reading.data_error import Found, Loc
from zona.records.reading.fields import AlamatWeb, Record, Teks, wrong
from zona.records.reading.rules import Surroundings, in_its_folder, open_role, rule, rules, walk
from zona.records.rencana.jadwal import months_of

Banyak = Annotated[int, Field(ge=0)]

# Dates of what happened in the year; what was set before it, or holds beyond it, has other keys.
_DALAM_TAHUN = ("tanggal", "tanggal_mulai", "tanggal_selesai")
_NANTI = ("batas_waktu", "berlaku_sampai")  # dates of what is still to come


class Laporan(Record):
    """One yearly report: a file below `data/<tahun>/`."""

    tahun: int = Field(ge=2000, le=2100, description="Tahun yang dilaporkan, sama dengan nama foldernya.")
    diperbarui: date = Field(description="Tanggal isi berkas ini terakhir diperbarui: tahun-bulan-hari.")
    dicatat_oleh: Teks = Field(description="Peran yang mencatat, bukan nama orang.")

    _year = in_its_folder

    @rule
    def _updated(self, around: Surroundings) -> Found:
        if self.diperbarui < date(around.tahun, 1, 1):
            masalah = f"diperbarui {self.diperbarui} mendahului tahun {around.tahun}"
            yield Problem(("diperbarui",), masalah, "tulis tanggal isinya terakhir diperbarui")

    _recorder = open_role("dicatat_oleh", lambda laporan: laporan.diperbarui)

    @rule
    def _times(self, around: Surroundings) -> Found:
        for loc, value in walk(self):
            if isinstance(value, date):
                yield from rules(self._date(loc, str(loc[-1]), value, around.tahun))
            elif isinstance(value, str) and loc[-1] == "periode" and int(value[:4]) == around.tahun:
                yield from rules(self._begun(loc, value))

    def _date(self, loc: Loc, key: str, day: date, tahun: int) -> Found:
        if key in _DALAM_TAHUN and day.year != tahun:
            hint = f"tulis tanggal dalam {tahun}, atau pindahkan ke folder tahunnya"
            yield Problem(loc, f"{key} {day} bukan tahun {tahun}", hint)
        elif key not in _NANTI and day > self.diperbarui:
            yield Problem(loc, f"{key} {day} sesudah berkas diperbarui ({self.diperbarui})", "betulkan salah satu tanggalnya")

    def _begun(self, loc: Loc, periode: str) -> Found:
        """Nothing is counted ahead of time."""
        if self.diperbarui < date(int(periode[:4]), months_of(periode)[0], 1):
            masalah = f"periode {periode} belum mulai saat berkas diperbarui ({self.diperbarui})"
            yield Problem(loc, masalah, "betulkan periodenya, atau tanggal diperbarui")


class Dokumen(Record):
    """A document or event of the year, with its address where it is published."""

    judul: Teks = Field(description="Judul untuk publik, tanpa nama orang.")
    tanggal: date = Field(description="Tanggal: tahun-bulan-hari.")
    tautan: AlamatWeb | None = Field(None, description="Alamat https:// dokumennya, bila sudah terbit.")


class TindakLanjut(Record):
    """One thing to be done because of a result."""

    uraian: Teks = Field(description="Apa yang ditindaklanjuti, tanpa nama orang.")
    hasil: Hasil | None = Field(None, strict=False, description="selesai, berjalan, atau kendala; kosong bila belum dimulai.")
    tanggal: date | None = Field(None, description="Tanggal hasil itu: tahun-bulan-hari.")

    def must_agree(self) -> None:
        """What is done was done on a day."""
        if self.hasil is Hasil.SELESAI and self.tanggal is None:
            raise wrong("tindak lanjut “selesai” tanpa tanggal", "tambahkan tanggal: …, atau tulis hasil: berjalan")

    @property
    def label(self) -> str:
        """The state in words that citizens see."""
        return self.hasil.label if self.hasil else "Belum dimulai"
