"""A month of complaints as counts: by channel, by category and by stage. No field can hold a person or a complaint.

Categories are a closed list, because a key that anyone may word is a place where a name can get in.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from zona.records.reading.fields import Record, Teks, wrong
from zona.records.reading.holes import ITEM

POLA_BULAN = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
_KANAL = re.compile(r"(?=.{1,40}$)(?!.*[0-9]{4})[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Kategori(StrEnum):
    """What a complaint is about. `label` is what citizens see."""

    LAYANAN = "layanan"
    PERILAKU_PEGAWAI = "perilaku_pegawai"
    PUNGUTAN_GRATIFIKASI = "pungutan_gratifikasi"
    BENTURAN_KEPENTINGAN = "benturan_kepentingan"
    KODE_ETIK = "kode_etik"
    TAHAPAN_PEMILU = "tahapan_pemilu"
    DATA_PEMILIH = "data_pemilih"
    INFORMASI_PUBLIK = "informasi_publik"
    SARANA = "sarana"
    LAINNYA = "lainnya"

    @property
    def label(self) -> str:
        """The category in words: “Perilaku pegawai”."""
        return _LABEL.get(self, self.value.replace("_", " ").capitalize())


_LABEL = {
    Kategori.LAYANAN: "Pelayanan",
    Kategori.PUNGUTAN_GRATIFIKASI: "Pungutan, suap, atau gratifikasi",
    Kategori.KODE_ETIK: "Kode etik penyelenggara pemilu",
    Kategori.TAHAPAN_PEMILU: "Tahapan pemilu dan pemilihan",
    Kategori.SARANA: "Sarana dan prasarana",
}


def _bulan(text: str) -> str:
    if not POLA_BULAN.fullmatch(text):
        raise wrong("bulan tidak sah", "tulis tahun-bulan dengan dua angka bulan, misalnya 2026-03")
    return text


def _kanal(text: str) -> str:
    if not _KANAL.fullmatch(text):
        raise wrong("kunci kanal tidak sah", "pakai huruf kecil, angka, dan tanda -, misalnya kotak-saran")
    return text


Jumlah = Annotated[int, Field(ge=0, le=100_000)]
KunciKanal = Annotated[str, AfterValidator(_kanal)]


class Masuk(Record):
    """Complaints received in the month, told twice: by the channel they came through and by what they are about."""

    kanal: Annotated[
        dict[KunciKanal, Jumlah],
        Field(default_factory=dict, description="Banyaknya per kanal: kunci kanal, lalu angkanya."),
    ]
    kategori: Annotated[
        dict[Annotated[Kategori, Field(strict=False)], Jumlah],
        Field(default_factory=dict, description="Banyaknya per kategori; jumlahnya sama dengan jumlah menurut kanal."),
    ]

    @property
    def jumlah(self) -> int:
        """Complaints received; the checks hold both ways of telling them equal."""
        return sum(self.kanal.values())


class PengaduanBulan(Record):
    """One month. `harus_ditindaklanjuti`, `diproses` and `selesai` are the three numbers that the ZI assessment form counts.

    The checks hold: sisa_bulan_lalu + masuk = tidak_ditindaklanjuti + harus_ditindaklanjuti, and
    harus_ditindaklanjuti = diproses + selesai; `diproses` is the next month's `sisa_bulan_lalu`.
    """

    bulan: Annotated[str, AfterValidator(_bulan), Field(description="Tahun dan bulan, misalnya 2026-03.")]
    sisa_bulan_lalu: Annotated[Jumlah, Field(description="Pengaduan bulan-bulan lalu yang belum selesai pada awal bulan ini.")]
    masuk: Annotated[Masuk, Field(description="Pengaduan yang diterima bulan ini, menurut kanal dan menurut kategori.")]
    tidak_ditindaklanjuti: Annotated[
        Jumlah, Field(description="Ditutup tanpa tindak lanjut: bukan wewenang, dicabut, atau tidak bisa diperiksa.")
    ] = 0
    harus_ditindaklanjuti: Annotated[Jumlah, Field(description="Yang harus ditindaklanjuti bulan ini.")]
    diproses: Annotated[Jumlah, Field(description="Yang belum selesai pada hari terakhir bulan ini.")]
    selesai: Annotated[Jumlah, Field(description="Yang selesai ditindaklanjuti bulan ini.")]
    lama_selesai: Annotated[
        tuple[Annotated[int, Field(ge=0, le=1000), ITEM], ...] | None,
        Field(description="Lama penyelesaian dalam hari kerja: satu angka untuk tiap pengaduan yang selesai."),
    ] = None
    tindak_lanjut: Annotated[
        tuple[Annotated[Teks, Field(max_length=300)], ...],
        Field(description="Perbaikan yang dilakukan; tanpa orang, tanpa isi pengaduan, tanpa banyaknya pengaduan."),
    ] = ()
    dicatat_oleh: Annotated[Teks, Field(description="Peran yang mencatat, bukan nama orang.")]
