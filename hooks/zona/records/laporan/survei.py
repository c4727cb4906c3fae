"""Questionnaires and their answers, as whole numbers; and internal control (SPIP) with its own."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import Field

from zona.own_data import beside
from zona.problems import Problem
from zona.records.laporan.laporan import Banyak, Laporan, TindakLanjut
from zona.records.reading.data_error import Found, Loc, did_you_mean
from zona.records.reading.fields import AlamatWeb, KodeAksi, KodePeriode, Pilihan, Record, Teks, wrong
from zona.records.reading.rules import Surroundings, at_most, each, given, not_before, once, planned, rule, rules

NAMA_BERKAS = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\.yml")
_BENTUK: Final = beside(__file__, "bentuk_survei.yml")  # by the word of the form


@dataclass(frozen=True)
class Bentuk:
    """A form of survey: its full name, the best answer's value (the worst is 1), and its elements by key."""

    nama: str
    skala: int
    unsur: dict[str, str]


class JenisSurvei(Pilihan):
    """The forms of surveys. `label` is the short name on pages."""

    IKM = "ikm", "IKM"
    SPAK = "spak", "SPAK"
    SPKP = "spkp", "SPKP"

    @property
    def bentuk(self) -> Bentuk:
        """The form: its full name, its scale, and its elements by key."""
        return Bentuk(**_BENTUK[self])


# Answers of fewer people point to them, where others know who was asked. The house's own rule, not one of the law.
RESPONDEN_PALING_SEDIKIT = 5


class Nilai(Record):
    """The answers to one question: how many chose 1, 2, 3, …; or their sum and how many answered."""

    unsur: Teks = Field(description="Unsur atau butir yang dinilai.")
    jawaban: tuple[Banyak, ...] | None = Field(
        None, min_length=1, description="Banyaknya jawaban bernilai 1, 2, 3, dan seterusnya."
    )
    jumlah_nilai: Banyak | None = Field(None, description="Jumlah semua nilai, bila jawaban tidak dirinci.")
    penjawab: Banyak | None = Field(None, description="Banyaknya orang yang menjawab, bila jawaban tidak dirinci.")

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
    """What does not fit in a questionnaire: too few people, counts beyond the scale 1–`skala`, other keys than `unsur` (None:
    its own items are free)."""
    answered = []
    for place, item in each(kuesioner.nilai, "nilai"):
        answered.append(key := given(item, "unsur", ""))
        if unsur and key and key not in unsur:
            yield Problem((*place, "unsur"), f"unsur “{key}” tidak dikenal dalam survei ini", did_you_mean(key, unsur))
        yield from rules(_answers(item, place, skala, kuesioner))
    if missing := ", ".join(key for key in unsur or () if key not in answered):
        yield Problem(("nilai",), f"unsur belum lengkap: {missing}", "tulis semua unsur, masing-masing sekali")
    if 1 <= kuesioner.responden < RESPONDEN_PALING_SEDIKIT:
        least = f"paling sedikit {RESPONDEN_PALING_SEDIKIT} orang, supaya jawaban orang tidak dikenali"
        yield Problem(("responden",), f"hanya {kuesioner.responden} responden", f"{least}; gabungkan dengan survei berikutnya")


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


class Survei(Laporan):
    """One survey that was carried out."""

    jenis: JenisSurvei = Field(strict=False, description="ikm, spak, atau spkp.")
    judul: Teks = Field(description="Judul survei untuk publik.")
    aksi: tuple[KodeAksi, ...] = Field(min_length=1, description="Baris rencana aksi yang dilayani survei ini.")
    tanggal_mulai: date = Field(description="Hari pertama kuesioner diisi: tahun-bulan-hari.")
    tanggal_selesai: date = Field(description="Hari terakhir kuesioner diisi: tahun-bulan-hari.")
    metode: Teks = Field(description="Cara memilih responden dan mengumpulkan jawaban.")
    populasi: int | None = Field(None, ge=1, description="Banyaknya pengguna layanan, bila diketahui.")
    responden: int = Field(ge=1, description="Banyaknya orang yang mengisi kuesioner.")
    nilai: tuple[Nilai, ...] = Field(min_length=1, description="Jawaban tiap unsur.")
    tindak_lanjut: tuple[TindakLanjut, ...] = Field((), description="Tindak lanjut atas hasil survei.")
    kuesioner: AlamatWeb | None = Field(None, description="Alamat kuesioner, bila sudah terbit.")
    tautan: AlamatWeb | None = Field(None, description="Alamat laporan lengkap, bila sudah terbit.")

    @rule
    def _file_name(self, around: Surroundings) -> Found:
        if not NAMA_BERKAS.fullmatch(around.nama):
            hint = "pakai huruf kecil, angka, dan -, misalnya ikm.yml atau spak-desember.yml"
            yield Problem((), f"nama berkas “{around.nama}” tidak sah", hint)

    _rows = planned("aksi")
    _days = not_before("tanggal_selesai", "tanggal_mulai")
    _population = at_most(("responden",), "populasi")
    _elements_once = once("nilai", "unsur")

    @rule
    def _answers(self, _: Surroundings) -> Found:
        yield from fitting_answers(self, self.jenis.bentuk.skala, tuple(self.jenis.bentuk.unsur))


class Satgas(Record):
    """The decree that set up the task force."""

    nomor: Teks = Field(description="Nomor keputusan pembentukan satgas.")
    ditetapkan: date = Field(description="Tanggal ditetapkan: tahun-bulan-hari.")
    tautan: AlamatWeb | None = Field(None, description="Alamat naskahnya, bila sudah terbit.")


class KartuKendali(Record):
    """The control cards of one month, and when they were sent."""

    periode: KodePeriode = Field(description="Bulan kartu kendali, misalnya 2026-01.")
    jumlah_kartu: Banyak = Field(description="Banyaknya kartu kendali bulan itu.")
    dikirim: date | None = Field(None, description="Tanggal dikirim: tahun-bulan-hari; kosong bila belum.")

    @rule
    def _month(self, around: Surroundings) -> Found:
        periode, tahun = self.periode, around.tahun
        if not re.fullmatch(rf"{tahun}-[0-9]{{2}}", periode):
            hint = f"tulis bulannya, misalnya {tahun}-01"
            yield Problem(("periode",), f"periode “{periode}” bukan bulan tahun {tahun}", hint)
        elif self.dikirim and self.dikirim < date(tahun, int(periode[5:]), 1):
            yield Problem(("dikirim",), f"dikirim {self.dikirim} mendahului bulan {periode}", "periksa tanggal atau bulannya")


class Risiko(Record):
    """One risk by its title, and how it is kept small."""

    judul: Teks = Field(description="Judul risiko, tanpa nama orang.")
    unit_kerja: Teks = Field(description="Bagian atau subbagian pemilik risiko.")
    pengendalian: Teks | None = Field(None, description="Bentuk pengendaliannya, bila sudah disusun.")


class Kuesioner(Record):
    """A questionnaire among officials and staff. Its items and scale are the office's own; no category is known."""

    tanggal: date = Field(description="Tanggal kuesioner selesai dikumpulkan: tahun-bulan-hari.")
    disebar: Banyak = Field(description="Banyaknya kuesioner yang disebar.")
    responden: Banyak = Field(description="Banyaknya kuesioner yang diterima kembali.")
    skala: int = Field(ge=2, le=10, description="Nilai tertinggi jawaban; terendah 1.")
    nilai: tuple[Nilai, ...] = Field(min_length=1, description="Jawaban tiap butir.")

    _returned = at_most(("responden",), "disebar")
    _elements_once = once("nilai", "unsur")

    @rule
    def _answers(self, _: Surroundings) -> Found:
        yield from fitting_answers(self, self.skala, None)


class Spip(Laporan):
    """A year's internal control, as far as it is published."""

    satgas: Satgas | None = Field(None, description="Keputusan pembentukan satgas SPIP.")
    kartu_kendali: tuple[KartuKendali, ...] = Field((), description="Rekap kartu kendali tiap bulan.")
    risiko: tuple[Risiko, ...] = Field((), description="Daftar risiko, sampai judulnya.")
    kuesioner_spip: Kuesioner | None = Field(None, description="Hasil kuesioner penanaman nilai SPIP.")

    _each_month_once = once("kartu_kendali", "periode")
