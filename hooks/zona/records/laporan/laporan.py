"""What yearly reports have in common: which year, how fresh, who answers for it; answers to a questionnaire; follow-up.

Reports hold counts, titles and positions. No report has a field for a person's name.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from zona.problems import Problem
from zona.records.capaian.capaian import Hasil
from zona.records.reading.data_error import Found, Loc, did_you_mean
from zona.records.reading.fields import AlamatWeb, Record, Teks, wrong
from zona.records.reading.rules import Surroundings, each, given, in_its_folder, no_personal_data, open_role, rule, rules, walk
from zona.records.rencana.jadwal import months_of

Banyak = Annotated[int, Field(ge=0)]

# Answers of fewer people point to them, where others know who was asked. The house's own rule, not one of the law.
RESPONDEN_PALING_SEDIKIT = 5

# Dates of what happened in the year; what was set before it, or holds beyond it, has other keys.
_DALAM_TAHUN = ("tanggal", "tanggal_mulai", "tanggal_selesai")
# Dates of what is still to come.
_NANTI = ("batas_waktu", "berlaku_sampai")


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
    _personal_data = no_personal_data()

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
            masalah = f"{key} {day} sesudah berkas diperbarui ({self.diperbarui})"
            yield Problem(loc, masalah, "betulkan salah satu tanggalnya")

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


class Nilai(Record):
    """The answers to one question: how many chose 1, 2, 3, …; or their sum and how many answered."""

    unsur: Teks = Field(description="Unsur atau butir yang dinilai.")
    jawaban: tuple[Banyak, ...] | None = Field(
        None, min_length=1, description="Banyaknya jawaban bernilai 1, 2, 3, dan seterusnya."
    )
    jumlah_nilai: int | None = Field(None, ge=0, description="Jumlah semua nilai, bila jawaban tidak dirinci.")
    penjawab: int | None = Field(None, ge=0, description="Banyaknya orang yang menjawab, bila jawaban tidak dirinci.")

    def must_agree(self) -> None:
        """The answers are written in one of the two forms."""
        sums = (self.jumlah_nilai is not None) + (self.penjawab is not None)
        if (self.jawaban is None) == (sums == 0) or sums == 1:
            hint = "tulis jawaban: [banyaknya nilai 1, 2, …], atau jumlah_nilai dan penjawab"
            raise wrong("nilai harus ditulis dengan satu cara", hint)

    @property
    def jumlah(self) -> int:
        """The sum of all answers."""
        if self.jawaban is None:
            return self.jumlah_nilai or 0
        return sum(nilai * banyak for nilai, banyak in enumerate(self.jawaban, start=1))

    @property
    def menjawab(self) -> int:
        """How many answered."""
        return sum(self.jawaban) if self.jawaban is not None else self.penjawab or 0


# Any: a survey, or a questionnaire of SPIP, which both have `responden` and `nilai`.
def fitting_answers(kuesioner: Any, skala: int, unsur: tuple[str, ...] | None) -> Found:
    """The answers of a questionnaire: enough people, counts that fit the scale 1–`skala`.

    `unsur` are the keys that there must be; None where the questionnaire's own items are free.
    """
    entries = list(each(kuesioner.nilai, "nilai"))
    yield from rules(_few(kuesioner))
    for place, item in entries:
        yield from rules(_unsur(item, place, unsur), _answers(item, place, skala, kuesioner))
    answered = [given(item, "unsur", "") for _, item in entries]
    if missing := ", ".join(key for key in unsur or () if key not in answered):
        yield Problem(("nilai",), f"unsur belum lengkap: {missing}", "tulis semua unsur, masing-masing sekali")


def _few(kuesioner: Any) -> Found:
    if 1 <= kuesioner.responden < RESPONDEN_PALING_SEDIKIT:
        least = f"paling sedikit {RESPONDEN_PALING_SEDIKIT} orang, supaya jawaban orang tidak dikenali"
        masalah = f"hanya {kuesioner.responden} responden"
        yield Problem(("responden",), masalah, f"{least}; gabungkan dengan survei berikutnya")


def _unsur(item: Nilai, loc: Loc, unsur: tuple[str, ...] | None) -> Found:
    if unsur is not None and item.unsur not in unsur:
        masalah = f"unsur “{item.unsur}” tidak dikenal dalam survei ini"
        yield Problem((*loc, "unsur"), masalah, did_you_mean(item.unsur, unsur))


def _answers(item: Nilai, loc: Loc, skala: int, kuesioner: Any) -> Found:
    jawaban, penjawab = item.jawaban, item.penjawab
    if jawaban is not None and len(jawaban) != skala:
        masalah = f"jawaban berisi {len(jawaban)} angka, bukan {skala}"
        yield Problem((*loc, "jawaban"), masalah, f"tulis [{', '.join('…' for _ in range(skala))}] untuk nilai 1–{skala}")
        return
    key, penjawab = ("penjawab", penjawab) if jawaban is None else ("jawaban", sum(jawaban))
    if penjawab is None:  # neither form is whole: the model says so
        return
    if penjawab == 0:
        hint = "periksa angkanya; unsur tanpa jawaban tidak bisa dihitung"
        yield Problem((*loc, key), "tidak seorang pun menjawab unsur ini", hint)
    elif penjawab > kuesioner.responden:
        masalah = f"penjawab {penjawab} melebihi responden {kuesioner.responden}"
        yield Problem((*loc, key), masalah, "periksa kedua angka itu")
    elif item.jumlah_nilai is not None and not penjawab <= item.jumlah_nilai <= skala * penjawab:
        most = f"{penjawab} penjawab memberi jumlah {penjawab} sampai {skala * penjawab}"
        yield Problem((*loc, "jumlah_nilai"), f"jumlah_nilai {item.jumlah_nilai} tidak mungkin", most)
