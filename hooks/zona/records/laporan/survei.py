"""A survey and its answers: IKM (PermenPANRB 14/2017), SPAK and SPKP (the questionnaires of SE MenPANRB 4/2023).

A record holds whole numbers only; means and indices are computed. The elements of IKM are those of the rule, in its order.
The items of SPAK and SPKP were read from copies of the questionnaires, not from the circular itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Laporan, Nilai, TindakLanjut
from zona.records.laporan.laporan_checks import Finding, check_laporan, check_nilai, not_before
from zona.records.reading.fields import AlamatWeb, KodeAksi, Teks

NAMA_BERKAS = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\.yml")


@dataclass(frozen=True)
class Bentuk:
    """A form of survey: its full name, the best answer's value (the worst is 1), and its elements by key."""

    nama: str
    skala: int
    unsur: dict[str, str]


class JenisSurvei(StrEnum):
    """The forms of surveys. `label` is what citizens see."""

    IKM = "ikm"
    SPAK = "spak"
    SPKP = "spkp"

    @property
    def label(self) -> str:
        """The short name on pages."""
        return self.value.upper()

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

    jenis: Annotated[JenisSurvei, Field(strict=False, description="ikm, spak, atau spkp.")]
    judul: Annotated[Teks, Field(description="Judul survei untuk publik.")]
    aksi: Annotated[tuple[KodeAksi, ...], Field(min_length=1, description="Baris rencana aksi yang dilayani survei ini.")]
    tanggal_mulai: Annotated[date, Field(description="Hari pertama kuesioner diisi: tahun-bulan-hari.")]
    tanggal_selesai: Annotated[date, Field(description="Hari terakhir kuesioner diisi: tahun-bulan-hari.")]
    metode: Annotated[Teks, Field(description="Cara memilih responden dan mengumpulkan jawaban.")]
    populasi: Annotated[int | None, Field(ge=1, description="Banyaknya pengguna layanan, bila diketahui.")] = None
    responden: Annotated[int, Field(ge=1, description="Banyaknya orang yang mengisi kuesioner.")]
    nilai: Annotated[tuple[Nilai, ...], Field(min_length=1, description="Jawaban tiap unsur.")]
    tindak_lanjut: Annotated[tuple[TindakLanjut, ...], Field(description="Tindak lanjut atas hasil survei.")] = ()
    kuesioner: Annotated[AlamatWeb | None, Field(description="Alamat kuesioner, bila sudah terbit.")] = None
    tautan: Annotated[AlamatWeb | None, Field(description="Alamat laporan lengkap, bila sudah terbit.")] = None


def check_survei(value: Any, nama: str, tahun: int, around: Surroundings) -> Iterator[Finding]:
    """Everything about one survey; `nama` is its file's name."""
    if not NAMA_BERKAS.fullmatch(nama):
        yield (), f"nama berkas “{nama}” tidak sah", "pakai huruf kecil, angka, dan -, misalnya ikm.yml atau spak-desember.yml"
    yield from check_laporan(value, tahun, around)
    if not isinstance(value, dict):
        return
    yield from not_before(value, "tanggal_selesai", "tanggal_mulai")
    yield from _population(value)
    jenis = value.get("jenis")
    if jenis in set(JenisSurvei):
        bentuk = JenisSurvei(jenis).bentuk
        yield from check_nilai(value, (), bentuk.skala, tuple(bentuk.unsur))


def _population(value: dict[str, Any]) -> Iterator[Finding]:
    populasi, responden = value.get("populasi"), value.get("responden")
    if isinstance(populasi, int) and isinstance(responden, int) and responden > populasi:
        yield ("responden",), f"responden {responden} melebihi populasi {populasi}", "periksa kedua angka itu"
