"""Internal control (SPIP) of a year: the task force, control cards by month, risks by title, the questionnaire's result."""

from __future__ import annotations

import re
from datetime import date

from pydantic import Field

from zona.problems import Problem
from zona.records.laporan.laporan import Banyak, Laporan, Nilai, fitting_answers
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatWeb, KodePeriode, Record, Teks
from zona.records.reading.rules import Surroundings, at_most, once, rule

SKALA_TERKECIL, SKALA_TERBESAR = 2, 10


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
            masalah = f"dikirim {self.dikirim} mendahului bulan {periode}"
            yield Problem(("dikirim",), masalah, "periksa tanggal atau bulannya")


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
    skala: int = Field(ge=SKALA_TERKECIL, le=SKALA_TERBESAR, description="Nilai tertinggi jawaban; terendah 1.")
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
