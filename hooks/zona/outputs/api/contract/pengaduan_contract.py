"""`pengaduan.json`: complaint counts as far as they may be published."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from zona.findings.pengaduan.complaint_counts import Tampil
from zona.findings.pengaduan.statistics import KeadaanBulan, KodeJangka
from zona.outputs.api.contract.contract_base import KepalaTahunJson, KontrakJson, arti
from zona.outputs.api.contract.contract_kinds import BanyakJson
from zona.records.pengaduan import pengaduan

_Disembunyikan = Literal[Tampil.KURANG, Tampil.SEMBUNYI]
# Whole working days, or half ones: the middle of an even number of them.
_HariKerja = Annotated[int | float, WithJsonSchema({"type": "number", "minimum": 0})]


class CacahJson(KontrakJson, title="Satu angka pengaduan"):
    """A count, or what may be said of it."""

    jumlah: BanyakJson | None = Field(description="Banyaknya; kosong bila disembunyikan.")
    keterangan: _Disembunyikan | None = Field(
        description="Mengapa jumlah kosong: kurang_dari_5, atau disembunyikan supaya angka kecil lain tidak bisa dihitung."
    )
    sedikitnya: BanyakJson = Field(description="Batas bawah; sama dengan jumlah bila disebut.")
    paling_banyak: BanyakJson | None = Field(
        description="Batas atas; sama dengan jumlah bila disebut, kosong bila tidak diketahui."
    )


class BulanPengaduanJson(KontrakJson, title="Satu bulan"):
    """A month; its counts are None where it was not reported."""

    bulan: Annotated[str, Field(pattern=f"^{pengaduan.POLA_BULAN.pattern}$"), arti(pengaduan.PengaduanBulan, "bulan")]
    keadaan: KeadaanBulan = Field(description="Sudah dilaporkan, belum dilaporkan, atau bulannya belum berakhir.")
    sisa_bulan_lalu: CacahJson | None = Field(description="Pengaduan yang belum selesai pada awal bulan atau jangka.")
    masuk: CacahJson | None = Field(description="Pengaduan yang diterima.")
    tidak_ditindaklanjuti: CacahJson | None = arti(pengaduan.PengaduanBulan, "tidak_ditindaklanjuti")
    harus_ditindaklanjuti: CacahJson | None = Field(description="Pengaduan yang harus ditindaklanjuti.")
    selesai: CacahJson | None = Field(description="Pengaduan yang selesai ditindaklanjuti.")
    diproses: CacahJson | None = Field(description="Pengaduan yang belum selesai pada akhir bulan atau jangka.")
    tindak_lanjut: tuple[str, ...] = arti(pengaduan.PengaduanBulan, "tindak_lanjut")


class RincianJson(KontrakJson, title="Satu kanal atau kategori"):
    """The count of one channel or category."""

    kode: str = Field(description="Kode kanal atau kategori.")
    nama: str = Field(description="Nama kanal atau kategori.")
    jumlah: BanyakJson | None = arti(CacahJson, "jumlah")
    keterangan: _Disembunyikan | None = arti(CacahJson, "keterangan")
    sedikitnya: BanyakJson = arti(CacahJson, "sedikitnya")
    paling_banyak: BanyakJson | None = arti(CacahJson, "paling_banyak")


class JangkaJson(KontrakJson, title="Satu jangka"):
    """A half-year or the year; its counts are None until all its months are reported."""

    kode: KodeJangka = Field(description="Semester pertama, kedua, atau setahun.")
    bulan_belum_dilaporkan: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(
        description="Nomor bulan jangka itu yang belum dilaporkan."
    )
    sisa_bulan_lalu: CacahJson | None = arti(BulanPengaduanJson, "sisa_bulan_lalu")
    masuk: CacahJson | None = arti(BulanPengaduanJson, "masuk")
    tidak_ditindaklanjuti: CacahJson | None = arti(BulanPengaduanJson, "tidak_ditindaklanjuti")
    harus_ditindaklanjuti: CacahJson | None = arti(BulanPengaduanJson, "harus_ditindaklanjuti")
    selesai: CacahJson | None = arti(BulanPengaduanJson, "selesai")
    diproses: CacahJson | None = arti(BulanPengaduanJson, "diproses")
    median_hari_kerja: _HariKerja | None = Field(
        description="Nilai tengah lama penyelesaian dalam hari kerja; kosong bila tidak dicatat atau disembunyikan."
    )
    terlama_hari_kerja: BanyakJson | None = Field(
        description="Penyelesaian yang paling lama dalam hari kerja; kosong bila tidak dicatat atau disembunyikan."
    )
    kanal: tuple[RincianJson, ...] | None = Field(
        description="Pengaduan yang diterima, menurut kanal; kosong bila rinciannya tidak terbit."
    )
    kategori: tuple[RincianJson, ...] | None = Field(
        description="Pengaduan yang diterima, menurut kategori; kosong bila rinciannya tidak terbit."
    )


class PengaduanJson(KepalaTahunJson, title="Pengaduan"):
    """The file."""

    bulanan: tuple[BulanPengaduanJson, ...] = Field(description="Angka tiap bulan, Januari sampai Desember.")
    jangka: tuple[JangkaJson, ...] = Field(description="Angka tiap semester dan setahun.")
