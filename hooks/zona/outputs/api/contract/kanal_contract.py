"""`kanal.json`: the channels, the chooser and the rules, each with the age of its confirmation."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from zona.findings.upkeep.confirmation import KeadaanPemeriksaan
from zona.outputs.api.contract.contract_base import KepalaUmumJson, KontrakJson, arti
from zona.outputs.api.contract.contract_kinds import BanyakJson, LetakJson, TautanJson
from zona.records.informasi import dasar_hukum, kanal, lapor


class SumberKanalJson(KontrakJson, title="Sumber"):
    """The data files behind the file."""

    berkas: tuple[LetakJson, ...] = Field(description="Letak berkas-berkas data di situs ini.")


class CaraJson(KontrakJson, title="Satu cara menghubungi"):
    """A way to reach a channel."""

    jenis: kanal.JenisCara = arti(kanal.Cara, "jenis")
    nilai: str | None = arti(kanal.Cara, "nilai")
    keterangan: str | None = arti(kanal.Cara, "keterangan")
    tautan: TautanJson | None = Field(description="Alamat yang terbuka bila diketuk: tel:, sms:, mailto:, atau https:.")


class JanjiJson(KontrakJson, title="Satu janji waktu"):
    """A time that the channel's owner promises."""

    isi: str = arti(kanal.Janji, "isi")
    sumber: TautanJson = arti(kanal.Janji, "sumber")
    dasar_hukum: str | None = arti(kanal.Janji, "dasar_hukum")


class KanalJson(KontrakJson, title="Satu kanal"):
    """A channel."""

    kunci: str = arti(kanal.Kanal, "kunci")
    nama: str = arti(kanal.Kanal, "nama")
    pemilik: str = arti(kanal.Kanal, "pemilik")
    milik_kantor: bool = arti(kanal.Kanal, "milik_kantor")
    untuk: tuple[str, ...] = arti(kanal.Kanal, "untuk")
    bukan_untuk: tuple[str, ...] = arti(kanal.Kanal, "bukan_untuk")
    cara: tuple[CaraJson, ...] = arti(kanal.Kanal, "cara")
    jam: str | None = arti(kanal.Kanal, "jam")
    janji: tuple[JanjiJson, ...] = arti(kanal.Kanal, "janji")
    biaya: str | None = arti(kanal.Kanal, "biaya")
    perlindungan: str | None = arti(kanal.Kanal, "perlindungan")
    dasar_hukum: tuple[str, ...] = arti(kanal.Kanal, "dasar_hukum")
    sumber: tuple[TautanJson, ...] = arti(kanal.Kanal, "sumber")
    diperiksa: date | None = arti(kanal.Kanal, "diperiksa")
    penanggung_jawab: str | None = arti(kanal.Kanal, "penanggung_jawab")
    hari_sejak_diperiksa: BanyakJson | None = Field(
        description="Berapa hari sejak kantor memastikannya; kosong bila belum pernah."
    )
    pemeriksaan: KeadaanPemeriksaan = Field(
        description="Seberapa baru pemastiannya: baru, perlu_diperiksa, peringatan, atau belum_pernah."
    )


class SituasiJson(KontrakJson, title="Satu situasi"):
    """One thing that may have happened to someone."""

    kunci: str = arti(lapor.Situasi, "kunci")
    judul: str = arti(lapor.Situasi, "judul")
    contoh: str = arti(lapor.Situasi, "contoh")
    kanal: tuple[str, ...] = arti(lapor.Situasi, "kanal")
    mengapa: str = arti(lapor.Situasi, "mengapa")
    siapkan: tuple[str, ...] = arti(lapor.Situasi, "siapkan")
    biaya: str = arti(lapor.Situasi, "biaya")
    lama: str = arti(lapor.Situasi, "lama")
    perlindungan: str = arti(lapor.Situasi, "perlindungan")
    tidak_menangani: str = arti(lapor.Situasi, "tidak_menangani")
    dasar_hukum: tuple[str, ...] = arti(lapor.Situasi, "dasar_hukum")
    sumber: tuple[TautanJson, ...] = arti(lapor.Situasi, "sumber")
    diperiksa: date | None = arti(lapor.Situasi, "diperiksa")
    hari_sejak_diperiksa: BanyakJson | None = arti(KanalJson, "hari_sejak_diperiksa")
    pemeriksaan: KeadaanPemeriksaan = arti(KanalJson, "pemeriksaan")


class AturanJson(KontrakJson, title="Satu aturan"):
    """A rule that pages cite."""

    kunci: str = arti(dasar_hukum.Aturan, "kunci")
    bentuk: str = arti(dasar_hukum.Aturan, "bentuk")
    nomor: str = arti(dasar_hukum.Aturan, "nomor")
    tahun: int = arti(dasar_hukum.Aturan, "tahun")
    tentang: str | None = arti(dasar_hukum.Aturan, "tentang")
    alamat: TautanJson | None = arti(dasar_hukum.Aturan, "alamat")
    keadaan: dasar_hukum.KeadaanAturan = arti(dasar_hukum.Aturan, "keadaan")
    oleh: tuple[str, ...] = arti(dasar_hukum.Aturan, "oleh")
    catatan: str | None = arti(dasar_hukum.Aturan, "catatan")
    sumber: tuple[TautanJson, ...] = arti(dasar_hukum.Aturan, "sumber")
    diperiksa: date | None = arti(dasar_hukum.Aturan, "diperiksa")
    hari_sejak_diperiksa: BanyakJson | None = arti(KanalJson, "hari_sejak_diperiksa")
    pemeriksaan: KeadaanPemeriksaan = arti(KanalJson, "pemeriksaan")


class SemuaKanalJson(KepalaUmumJson, title="Kanal"):
    """The file."""

    sumber: SumberKanalJson = Field(description="Berkas data yang menjadi sumbernya.")
    kanal: tuple[KanalJson, ...] = arti(kanal.DaftarKanal, "kanal")
    situasi: tuple[SituasiJson, ...] = arti(lapor.Lapor, "situasi")
    aturan: tuple[AturanJson, ...] = arti(dasar_hukum.DasarHukum, "aturan")
