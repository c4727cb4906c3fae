"""`ringkasan.json`: the counts by state, whole and per group, both percentages, and the series by month."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from zona.findings.keadaan import Keadaan, KeadaanAksi
from zona.outputs.api.contract.contract_base import KepalaTahunJson, KontrakJson, arti
from zona.outputs.api.contract.contract_kinds import BanyakJson, KodeKelompokJson
from zona.records.rencana import rencana_aksi


def _periode(keadaan: Keadaan) -> Any:
    return Field(description=f"Banyaknya periode yang {keadaan.arti}.")


def _aksi(keadaan: KeadaanAksi) -> Any:
    return Field(description=f"Banyaknya aksi yang keadaan terberatnya {keadaan.label.lower()}.")


class KeadaanPeriodeJson(KontrakJson, title="Banyaknya periode tiap keadaan"):
    """Periods by state."""

    terpenuhi: BanyakJson = _periode(Keadaan.TERPENUHI)
    menunggu_verifikasi: BanyakJson = _periode(Keadaan.MENUNGGU_VERIFIKASI)
    berjalan: BanyakJson = _periode(Keadaan.BERJALAN)
    terlambat: BanyakJson = _periode(Keadaan.TERLAMBAT)
    belum_dilaporkan: BanyakJson = _periode(Keadaan.BELUM_DILAPORKAN)
    belum_jatuh_tempo: BanyakJson = _periode(Keadaan.BELUM_JATUH_TEMPO)


class KeadaanSemuaAksiJson(KontrakJson, title="Banyaknya aksi tiap keadaan"):
    """Actions by state."""

    selesai: BanyakJson = Field(description="Banyaknya aksi yang semua periodenya terpenuhi.")
    menunggu_verifikasi: BanyakJson = _aksi(KeadaanAksi.MENUNGGU_VERIFIKASI)
    berjalan: BanyakJson = _aksi(KeadaanAksi.BERJALAN)
    terlambat: BanyakJson = _aksi(KeadaanAksi.TERLAMBAT)
    belum_dilaporkan: BanyakJson = _aksi(KeadaanAksi.BELUM_DILAPORKAN)
    belum_jatuh_tempo: BanyakJson = _aksi(KeadaanAksi.BELUM_JATUH_TEMPO)


class HitunganAksiJson(KontrakJson, title="Hitungan aksi"):
    """Counts over actions."""

    jumlah: BanyakJson = Field(description="Banyaknya aksi.")
    keadaan: KeadaanSemuaAksiJson = Field(description="Banyaknya aksi tiap keadaan.")


class HitunganPeriodeJson(KontrakJson, title="Hitungan periode"):
    """Counts over periods."""

    jumlah: BanyakJson = Field(description="Banyaknya periode.")
    jatuh_tempo: BanyakJson = Field(description="Banyaknya periode yang tenggatnya sudah lewat.")
    terpenuhi_jatuh_tempo: BanyakJson = Field(description="Banyaknya yang terpenuhi di antara yang sudah lewat.")
    keadaan: KeadaanPeriodeJson = Field(description="Banyaknya periode tiap keadaan.")


PersenJson = Annotated[float, Field(ge=0, le=100)]


class KelompokRingkasanJson(KontrakJson, title="Satu kelompok"):
    """The counts of a group."""

    kode: KodeKelompokJson = arti(rencana_aksi.Kelompok, "kode")
    hitungan_aksi: HitunganAksiJson = Field(description="Hitungan semua aksi di bagian ini.")
    hitungan_periode: HitunganPeriodeJson = Field(description="Hitungan semua periode di bagian ini.")
    persen_semua: PersenJson | None = Field(
        description="Persen terpenuhi dari semua periode, dipotong satu angka di belakang koma; kosong bila tidak ada."
    )
    persen_jatuh_tempo: PersenJson | None = Field(
        description="Persen terpenuhi dari periode yang tenggatnya sudah lewat; kosong bila belum ada."
    )


class BulanJson(KontrakJson, title="Satu bulan"):
    """Planned against actual, cumulative."""

    bulan: int = Field(ge=1, le=12, description="Nomor bulan, 1 sampai 12.")
    rencana: BanyakJson = Field(description="Banyaknya tenggat dari awal tahun sampai akhir bulan itu.")
    kenyataan: BanyakJson | None = Field(
        description="Banyaknya periode yang terpenuhi sampai akhir bulan itu; kosong bila bulannya belum mulai."
    )


class AkhirBulanJson(KontrakJson, title="Satu akhir bulan"):
    """The counts as of a month's end."""

    tanggal: date = Field(description="Hari terakhir bulan itu.")
    hitungan_periode: HitunganPeriodeJson = arti(KelompokRingkasanJson, "hitungan_periode")
    persen_semua: PersenJson | None = arti(KelompokRingkasanJson, "persen_semua")
    persen_jatuh_tempo: PersenJson | None = arti(KelompokRingkasanJson, "persen_jatuh_tempo")


class RingkasanJson(KepalaTahunJson, title="Ringkasan"):
    """The file."""

    selesai_tanpa_bukti: BanyakJson = Field(
        description="Banyaknya catatan selesai yang tanpa bukti; selalu 0, karena ditolak pemeriksaan."
    )
    hitungan_aksi: HitunganAksiJson = arti(KelompokRingkasanJson, "hitungan_aksi")
    hitungan_periode: HitunganPeriodeJson = arti(KelompokRingkasanJson, "hitungan_periode")
    persen_semua: PersenJson | None = arti(KelompokRingkasanJson, "persen_semua")
    persen_jatuh_tempo: PersenJson | None = arti(KelompokRingkasanJson, "persen_jatuh_tempo")
    kelompok: tuple[KelompokRingkasanJson, ...] = Field(description="Hitungan tiap kelompok, urut seperti tercetak.")
    bulanan: tuple[BulanJson, ...] = Field(description="Rencana dan kenyataan dari bulan ke bulan.")
    akhir_bulan: tuple[AkhirBulanJson, ...] = Field(
        description="Hitungan per akhir bulan yang sudah lewat, dari catatan yang ada sekarang."
    )
