"""A survey and its answers: IKM (PermenPANRB 14/2017), SPAK and SPKP (the questionnaires of SE MenPANRB 4/2023).

A record holds whole numbers only; means and indices are computed. The elements of IKM are those of the rule, in its order.
The items of SPAK and SPKP were read from copies of the questionnaires, not from the circular itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from zona.problems import Problem
from zona.records.laporan.laporan import Laporan, Nilai, TindakLanjut, fitting_answers
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatWeb, KodeAksi, Pilihan, Teks
from zona.records.reading.rules import Surroundings, not_before, once, planned, rule

NAMA_BERKAS = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\.yml")


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
        return _BENTUK[self]


_BENTUK = {
    JenisSurvei.IKM: Bentuk(
        "Survei Kepuasan Masyarakat",
        4,
        {
            "persyaratan": "Persyaratan",
            "prosedur": "Sistem, mekanisme, dan prosedur",
            "waktu": "Waktu penyelesaian",
            "biaya": "Biaya/tarif",
            "produk": "Produk spesifikasi jenis pelayanan",
            "kompetensi": "Kompetensi pelaksana",
            "perilaku": "Perilaku pelaksana",
            "pengaduan": "Penanganan pengaduan, saran, dan masukan",
            "sarana": "Sarana dan prasarana",
        },
    ),
    JenisSurvei.SPAK: Bentuk(
        "Survei Persepsi Anti Korupsi",
        6,
        {
            "diskriminasi": "Diskriminasi pelayanan",
            "kecurangan": "Pelayanan di luar prosedur atau kecurangan",
            "imbalan": "Imbalan atau hadiah",
            "pungli": "Pungutan liar",
            "percaloan": "Percaloan",
        },
    ),
    JenisSurvei.SPKP: Bentuk(
        "Survei Persepsi Kualitas Pelayanan",
        6,
        {
            "informasi": "Informasi pelayanan",
            "persyaratan": "Persyaratan",
            "prosedur": "Prosedur atau alur",
            "waktu": "Jangka waktu pelayanan",
            "tarif": "Tarif atau biaya",
            "sarana": "Sarana dan prasarana",
            "perilaku": "Perilaku dan respons petugas",
            "pengaduan": "Konsultasi dan pengaduan",
        },
    ),
}


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

    @rule
    def _population(self, _: Surroundings) -> Found:
        if self.populasi is not None and self.responden > self.populasi:
            masalah = f"responden {self.responden} melebihi populasi {self.populasi}"
            yield Problem(("responden",), masalah, "periksa kedua angka itu")

    _elements_once = once("nilai", "unsur")

    @rule
    def _answers(self, _: Surroundings) -> Found:
        yield from fitting_answers(self, self.jenis.bentuk.skala, tuple(self.jenis.bentuk.unsur))
