"""`survei.json`: each survey with its answers, and what they come to."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from zona.outputs.api.contract.contract_base import KepalaTahunJson, KontrakJson, arti
from zona.outputs.api.contract.contract_kinds import BanyakJson, KodeAksiJson, LetakJson, TautanJson
from zona.records.capaian import capaian
from zona.records.laporan import laporan, survei


class NilaiJson(KontrakJson, title="Satu unsur"):
    """The answers to one element."""

    unsur: str = Field(description="Kunci unsur yang dinilai.")
    nama: str = Field(description="Nama unsur yang dinilai.")
    jumlah_nilai: BanyakJson = Field(description="Jumlah semua nilai jawaban unsur itu.")
    penjawab: int = Field(ge=1, description="Banyaknya orang yang menjawab unsur itu.")
    rata_rata: float = Field(description="jumlah_nilai dibagi penjawab, dibulatkan empat angka di belakang koma.")


class KategoriJson(KontrakJson, title="Kategori indeks"):
    """The band of the index."""

    mutu: Literal["A", "B", "C", "D"] = Field(description="Mutu pelayanan menurut indeks: A, B, C, atau D.")
    kinerja: str = Field(description="Kinerja unit pelayanan menurut indeks.")


class AmbangJson(KontrakJson, title="Ambang penilaian"):
    """What assessment asks for."""

    skala: int = Field(
        description="Skala ambang penilaian. Bila lain dari skala survei, rata-rata belum bisa dibandingkan dengannya."
    )
    wbk: float = Field(description="Ambang untuk WBK.")
    wbbm: float = Field(description="Ambang untuk WBBM.")


class TindakLanjutJson(KontrakJson, title="Satu tindak lanjut"):
    """One thing to be done because of the result."""

    uraian: str = arti(laporan.TindakLanjut, "uraian")
    hasil: capaian.Hasil | None = arti(laporan.TindakLanjut, "hasil")
    tanggal: date | None = arti(laporan.TindakLanjut, "tanggal")


class SatuSurveiJson(KontrakJson, title="Satu survei"):
    """A survey that was carried out."""

    jenis: survei.JenisSurvei = arti(survei.Survei, "jenis")
    judul: str = arti(survei.Survei, "judul")
    aksi: tuple[KodeAksiJson, ...] = arti(survei.Survei, "aksi")
    tanggal_mulai: date = arti(survei.Survei, "tanggal_mulai")
    tanggal_selesai: date = arti(survei.Survei, "tanggal_selesai")
    metode: str = arti(survei.Survei, "metode")
    populasi: BanyakJson | None = arti(survei.Survei, "populasi")
    responden: BanyakJson = arti(survei.Survei, "responden")
    skala: int = Field(description="Nilai jawaban yang tertinggi; yang terendah 1.")
    nilai: tuple[NilaiJson, ...] = arti(survei.Survei, "nilai")
    rata_rata: float = Field(description="Rata-rata dari rata-rata semua unsur, dibulatkan empat angka di belakang koma.")
    indeks: float | None = Field(description="Indeks kepuasan masyarakat, 25 sampai 100; kosong untuk SPAK dan SPKP.")
    kategori: KategoriJson | None = Field(
        description="Kategori menurut indeks (PermenPANRB 14/2017); kosong untuk SPAK dan SPKP."
    )
    ambang: AmbangJson | None = Field(description="Nilai yang diminta penilaian, pada skalanya sendiri; kosong untuk IKM.")
    tindak_lanjut: tuple[TindakLanjutJson, ...] = arti(survei.Survei, "tindak_lanjut")
    kuesioner: TautanJson | None = arti(survei.Survei, "kuesioner")
    tautan: TautanJson | None = arti(survei.Survei, "tautan")
    diperbarui: date = arti(survei.Survei, "diperbarui")
    dicatat_oleh: str = arti(survei.Survei, "dicatat_oleh")
    berkas: LetakJson


class SurveiJson(KepalaTahunJson, title="Survei"):
    """The file."""

    survei: tuple[SatuSurveiJson, ...] = Field(description="Survei-survei, urut waktu; daftar kosong bila belum ada.")
