"""`pengaduan.json`: complaint counts as far as they may be published."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from zona.findings.pengaduan.complaint_counts import Tampil
from zona.findings.pengaduan.statistics import KeadaanBulan
from zona.outputs.api.contract.contract_base import Banyak, KepalaTahun, Kontrak, arti
from zona.records.pengaduan import pengaduan

_Disembunyikan = Literal[Tampil.KURANG, Tampil.SEMBUNYI]
_Nilai = Annotated[Banyak | None, Field(description="Banyaknya; kosong bila disembunyikan.")]
_Mengapa = Annotated[
    _Disembunyikan | None,
    Field(description="Mengapa jumlah kosong: kurang_dari_5, atau disembunyikan supaya angka kecil lain tidak bisa dihitung."),
]
_Sedikitnya = Annotated[Banyak, Field(description="Batas bawah; sama dengan jumlah bila disebut.")]
_PalingBanyak = Annotated[
    Banyak | None, Field(description="Batas atas; sama dengan jumlah bila disebut, kosong bila tidak diketahui.")
]
# Whole working days, or half ones: the middle of an even number of them.
_HariKerja = Annotated[int | float, WithJsonSchema({"type": "number", "minimum": 0})]


class Cacah(Kontrak, title="Satu angka pengaduan"):
    """A count, or what may be said of it."""

    jumlah: _Nilai
    keterangan: _Mengapa
    sedikitnya: _Sedikitnya
    paling_banyak: _PalingBanyak


_SisaLalu = Annotated[Cacah | None, Field(description="Pengaduan yang belum selesai pada awal bulan atau jangka.")]
_Masuk = Annotated[Cacah | None, Field(description="Pengaduan yang diterima.")]
_TidakDitindaklanjuti = Annotated[Cacah | None, arti(pengaduan.PengaduanBulan, "tidak_ditindaklanjuti")]
_HarusDitindaklanjuti = Annotated[Cacah | None, Field(description="Pengaduan yang harus ditindaklanjuti.")]
_Selesai = Annotated[Cacah | None, Field(description="Pengaduan yang selesai ditindaklanjuti.")]
_Diproses = Annotated[Cacah | None, Field(description="Pengaduan yang belum selesai pada akhir bulan atau jangka.")]


class Bulan(Kontrak, title="Satu bulan"):
    """A month; its counts are None where it was not reported."""

    bulan: Annotated[str, Field(pattern=f"^{pengaduan.POLA_BULAN.pattern}$"), arti(pengaduan.PengaduanBulan, "bulan")]
    keadaan: Annotated[KeadaanBulan, Field(description="Sudah dilaporkan, belum dilaporkan, atau bulannya belum berakhir.")]
    sisa_bulan_lalu: _SisaLalu
    masuk: _Masuk
    tidak_ditindaklanjuti: _TidakDitindaklanjuti
    harus_ditindaklanjuti: _HarusDitindaklanjuti
    selesai: _Selesai
    diproses: _Diproses
    tindak_lanjut: Annotated[tuple[str, ...], arti(pengaduan.PengaduanBulan, "tindak_lanjut")]


class Rincian(Kontrak, title="Satu kanal atau kategori"):
    """The count of one channel or category."""

    kode: Annotated[str, Field(description="Kode kanal atau kategori.")]
    nama: Annotated[str, Field(description="Nama kanal atau kategori.")]
    jumlah: _Nilai
    keterangan: _Mengapa
    sedikitnya: _Sedikitnya
    paling_banyak: _PalingBanyak


class Jangka(Kontrak, title="Satu jangka"):
    """A half-year or the year; its counts are None until all its months are reported."""

    kode: Annotated[Literal["semester_1", "semester_2", "setahun"], Field(description="Semester pertama, kedua, atau setahun.")]
    bulan_belum_dilaporkan: Annotated[
        tuple[Annotated[int, Field(ge=1, le=12)], ...], Field(description="Nomor bulan jangka itu yang belum dilaporkan.")
    ]
    sisa_bulan_lalu: _SisaLalu
    masuk: _Masuk
    tidak_ditindaklanjuti: _TidakDitindaklanjuti
    harus_ditindaklanjuti: _HarusDitindaklanjuti
    selesai: _Selesai
    diproses: _Diproses
    median_hari_kerja: Annotated[
        _HariKerja | None,
        Field(description="Nilai tengah lama penyelesaian dalam hari kerja; kosong bila tidak dicatat atau disembunyikan."),
    ]
    terlama_hari_kerja: Annotated[
        Banyak | None,
        Field(description="Penyelesaian yang paling lama dalam hari kerja; kosong bila tidak dicatat atau disembunyikan."),
    ]
    kanal: Annotated[
        tuple[Rincian, ...] | None,
        Field(description="Pengaduan yang diterima, menurut kanal; kosong bila rinciannya tidak terbit."),
    ]
    kategori: Annotated[
        tuple[Rincian, ...] | None,
        Field(description="Pengaduan yang diterima, menurut kategori; kosong bila rinciannya tidak terbit."),
    ]


class Pengaduan(KepalaTahun, title="Pengaduan"):
    """The file."""

    bulanan: Annotated[tuple[Bulan, ...], Field(description="Angka tiap bulan, Januari sampai Desember.")]
    jangka: Annotated[tuple[Jangka, ...], Field(description="Angka tiap semester dan setahun.")]
