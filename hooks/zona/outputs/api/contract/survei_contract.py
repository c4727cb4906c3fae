"""`survei.json`: each survey with its answers, and what they come to."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from zona.outputs.api.contract.contract_base import (
    BanyakJson,
    KepalaTahunJson,
    KodeAksiJson,
    KontrakJson,
    LetakJson,
    TautanJson,
    arti,
)
from zona.records.capaian import capaian
from zona.records.laporan import laporan, survei


class NilaiJson(KontrakJson, title="Satu unsur"):
    """The answers to one element."""

    unsur: Annotated[str, Field(description="Kunci unsur yang dinilai.")]
    nama: Annotated[str, Field(description="Nama unsur yang dinilai.")]
    jumlah_nilai: Annotated[BanyakJson, Field(description="Jumlah semua nilai jawaban unsur itu.")]
    penjawab: Annotated[int, Field(ge=1, description="Banyaknya orang yang menjawab unsur itu.")]
    rata_rata: Annotated[float, Field(description="jumlah_nilai dibagi penjawab, dibulatkan empat angka di belakang koma.")]


class KategoriJson(KontrakJson, title="Kategori indeks"):
    """The band of the index."""

    mutu: Annotated[Literal["A", "B", "C", "D"], Field(description="Mutu pelayanan menurut indeks: A, B, C, atau D.")]
    kinerja: Annotated[str, Field(description="Kinerja unit pelayanan menurut indeks.")]


class AmbangJson(KontrakJson, title="Ambang penilaian"):
    """What assessment asks for."""

    skala: Annotated[
        int,
        Field(description="Skala ambang penilaian. Bila lain dari skala survei, rata-rata belum bisa dibandingkan dengannya."),
    ]
    wbk: Annotated[float, Field(description="Ambang untuk WBK.")]
    wbbm: Annotated[float, Field(description="Ambang untuk WBBM.")]


class TindakLanjutJson(KontrakJson, title="Satu tindak lanjut"):
    """One thing to be done because of the result."""

    uraian: Annotated[str, arti(laporan.TindakLanjut, "uraian")]
    hasil: Annotated[capaian.Hasil | None, arti(laporan.TindakLanjut, "hasil")]
    tanggal: Annotated[date | None, arti(laporan.TindakLanjut, "tanggal")]


class SatuSurveiJson(KontrakJson, title="Satu survei"):
    """A survey that was carried out."""

    jenis: Annotated[survei.JenisSurvei, arti(survei.Survei, "jenis")]
    judul: Annotated[str, arti(survei.Survei, "judul")]
    aksi: Annotated[tuple[KodeAksiJson, ...], arti(survei.Survei, "aksi")]
    tanggal_mulai: Annotated[date, arti(survei.Survei, "tanggal_mulai")]
    tanggal_selesai: Annotated[date, arti(survei.Survei, "tanggal_selesai")]
    metode: Annotated[str, arti(survei.Survei, "metode")]
    populasi: Annotated[BanyakJson | None, arti(survei.Survei, "populasi")]
    responden: Annotated[BanyakJson, arti(survei.Survei, "responden")]
    skala: Annotated[int, Field(description="Nilai jawaban yang tertinggi; yang terendah 1.")]
    nilai: Annotated[tuple[NilaiJson, ...], arti(survei.Survei, "nilai")]
    rata_rata: Annotated[
        float, Field(description="Rata-rata dari rata-rata semua unsur, dibulatkan empat angka di belakang koma.")
    ]
    indeks: Annotated[float | None, Field(description="Indeks kepuasan masyarakat, 25 sampai 100; kosong untuk SPAK dan SPKP.")]
    kategori: Annotated[
        KategoriJson | None, Field(description="Kategori menurut indeks (PermenPANRB 14/2017); kosong untuk SPAK dan SPKP.")
    ]
    ambang: Annotated[
        AmbangJson | None, Field(description="Nilai yang diminta penilaian, pada skalanya sendiri; kosong untuk IKM.")
    ]
    tindak_lanjut: Annotated[tuple[TindakLanjutJson, ...], arti(survei.Survei, "tindak_lanjut")]
    kuesioner: Annotated[TautanJson | None, arti(survei.Survei, "kuesioner")]
    tautan: Annotated[TautanJson | None, arti(survei.Survei, "tautan")]
    diperbarui: Annotated[date, arti(survei.Survei, "diperbarui")]
    dicatat_oleh: Annotated[str, arti(survei.Survei, "dicatat_oleh")]
    berkas: LetakJson


class SurveiJson(KepalaTahunJson, title="Survei"):
    """The file."""

    survei: Annotated[tuple[SatuSurveiJson, ...], Field(description="Survei-survei, urut waktu; daftar kosong bila belum ada.")]
