"""`ringkasan.json`: the counts by state, whole and per group, both percentages, and the series by month."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from zona.findings.keadaan import Keadaan, KeadaanAksi
from zona.outputs.api.contract.contract_base import Banyak, KepalaTahun, KodeKelompok, Kontrak, arti
from zona.records.rencana import rencana_aksi


def _periode(keadaan: Keadaan) -> Any:
    return Field(description=f"Banyaknya periode yang {keadaan.arti}.")


def _aksi(keadaan: KeadaanAksi) -> Any:
    return Field(description=f"Banyaknya aksi yang keadaan terberatnya {keadaan.label.lower()}.")


class KeadaanPeriode(Kontrak, title="Banyaknya periode tiap keadaan"):
    """Periods by state."""

    terpenuhi: Annotated[Banyak, _periode(Keadaan.TERPENUHI)]
    menunggu_verifikasi: Annotated[Banyak, _periode(Keadaan.MENUNGGU_VERIFIKASI)]
    berjalan: Annotated[Banyak, _periode(Keadaan.BERJALAN)]
    terlambat: Annotated[Banyak, _periode(Keadaan.TERLAMBAT)]
    belum_dilaporkan: Annotated[Banyak, _periode(Keadaan.BELUM_DILAPORKAN)]
    belum_jatuh_tempo: Annotated[Banyak, _periode(Keadaan.BELUM_JATUH_TEMPO)]


class KeadaanSemuaAksi(Kontrak, title="Banyaknya aksi tiap keadaan"):
    """Actions by state."""

    selesai: Annotated[Banyak, Field(description="Banyaknya aksi yang semua periodenya terpenuhi.")]
    menunggu_verifikasi: Annotated[Banyak, _aksi(KeadaanAksi.MENUNGGU_VERIFIKASI)]
    berjalan: Annotated[Banyak, _aksi(KeadaanAksi.BERJALAN)]
    terlambat: Annotated[Banyak, _aksi(KeadaanAksi.TERLAMBAT)]
    belum_dilaporkan: Annotated[Banyak, _aksi(KeadaanAksi.BELUM_DILAPORKAN)]
    belum_jatuh_tempo: Annotated[Banyak, _aksi(KeadaanAksi.BELUM_JATUH_TEMPO)]


class HitunganAksi(Kontrak, title="Hitungan aksi"):
    """Counts over actions."""

    jumlah: Annotated[Banyak, Field(description="Banyaknya aksi.")]
    keadaan: Annotated[KeadaanSemuaAksi, Field(description="Banyaknya aksi tiap keadaan.")]


class HitunganPeriode(Kontrak, title="Hitungan periode"):
    """Counts over periods."""

    jumlah: Annotated[Banyak, Field(description="Banyaknya periode.")]
    jatuh_tempo: Annotated[Banyak, Field(description="Banyaknya periode yang tenggatnya sudah lewat.")]
    terpenuhi_jatuh_tempo: Annotated[Banyak, Field(description="Banyaknya yang terpenuhi di antara yang sudah lewat.")]
    keadaan: Annotated[KeadaanPeriode, Field(description="Banyaknya periode tiap keadaan.")]


Persen = Annotated[float, Field(ge=0, le=100)]
_HitunganAksi = Annotated[HitunganAksi, Field(description="Hitungan semua aksi di bagian ini.")]
_HitunganPeriode = Annotated[HitunganPeriode, Field(description="Hitungan semua periode di bagian ini.")]
_PersenSemua = Annotated[
    Persen | None,
    Field(description="Persen terpenuhi dari semua periode, dipotong satu angka di belakang koma; kosong bila tidak ada."),
]
_PersenJatuhTempo = Annotated[
    Persen | None, Field(description="Persen terpenuhi dari periode yang tenggatnya sudah lewat; kosong bila belum ada.")
]


class Kelompok(Kontrak, title="Satu kelompok"):
    """The counts of a group."""

    kode: Annotated[KodeKelompok, arti(rencana_aksi.Kelompok, "kode")]
    hitungan_aksi: _HitunganAksi
    hitungan_periode: _HitunganPeriode
    persen_semua: _PersenSemua
    persen_jatuh_tempo: _PersenJatuhTempo


class Bulan(Kontrak, title="Satu bulan"):
    """Planned against actual, cumulative."""

    bulan: Annotated[int, Field(ge=1, le=12, description="Nomor bulan, 1 sampai 12.")]
    rencana: Annotated[Banyak, Field(description="Banyaknya tenggat dari awal tahun sampai akhir bulan itu.")]
    kenyataan: Annotated[
        Banyak | None,
        Field(description="Banyaknya periode yang terpenuhi sampai akhir bulan itu; kosong bila bulannya belum mulai."),
    ]


class AkhirBulan(Kontrak, title="Satu akhir bulan"):
    """The counts as of a month's end."""

    tanggal: Annotated[date, Field(description="Hari terakhir bulan itu.")]
    hitungan_periode: _HitunganPeriode
    persen_semua: _PersenSemua
    persen_jatuh_tempo: _PersenJatuhTempo


class Ringkasan(KepalaTahun, title="Ringkasan"):
    """The file."""

    selesai_tanpa_bukti: Annotated[
        Banyak, Field(description="Banyaknya catatan selesai yang tanpa bukti; selalu 0, karena ditolak pemeriksaan.")
    ]
    hitungan_aksi: _HitunganAksi
    hitungan_periode: _HitunganPeriode
    persen_semua: _PersenSemua
    persen_jatuh_tempo: _PersenJatuhTempo
    kelompok: Annotated[tuple[Kelompok, ...], Field(description="Hitungan tiap kelompok, urut seperti tercetak.")]
    bulanan: Annotated[tuple[Bulan, ...], Field(description="Rencana dan kenyataan dari bulan ke bulan.")]
    akhir_bulan: Annotated[
        tuple[AkhirBulan, ...], Field(description="Hitungan per akhir bulan yang sudah lewat, dari catatan yang ada sekarang.")
    ]
