"""`kanal.json`: the channels, the chooser and the rules, each with the age of its confirmation."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.findings.upkeep.confirmation import KeadaanPemeriksaan
from zona.outputs.api.contract.contract_base import BanyakJson, KepalaUmumJson, KontrakJson, LetakJson, TautanJson, arti
from zona.records.informasi import dasar_hukum, kanal, lapor

_HariSejak = Annotated[
    BanyakJson | None, Field(description="Berapa hari sejak kantor memastikannya; kosong bila belum pernah.")
]
_Pemeriksaan = Annotated[
    KeadaanPemeriksaan, Field(description="Seberapa baru pemastiannya: baru, perlu_diperiksa, peringatan, atau belum_pernah.")
]


class SumberKanalJson(KontrakJson, title="Sumber"):
    """The data files behind the file."""

    berkas: Annotated[tuple[LetakJson, ...], Field(description="Letak berkas-berkas data di situs ini.")]


class CaraJson(KontrakJson, title="Satu cara menghubungi"):
    """A way to reach a channel."""

    jenis: Annotated[kanal.JenisCara, arti(kanal.Cara, "jenis")]
    nilai: Annotated[str | None, arti(kanal.Cara, "nilai")]
    keterangan: Annotated[str | None, arti(kanal.Cara, "keterangan")]
    tautan: Annotated[
        TautanJson | None, Field(description="Alamat yang terbuka bila diketuk: tel:, sms:, mailto:, atau https:.")
    ]


class JanjiJson(KontrakJson, title="Satu janji waktu"):
    """A time that the channel's owner promises."""

    isi: Annotated[str, arti(kanal.Janji, "isi")]
    sumber: Annotated[TautanJson, arti(kanal.Janji, "sumber")]
    dasar_hukum: Annotated[str | None, arti(kanal.Janji, "dasar_hukum")]


class KanalJson(KontrakJson, title="Satu kanal"):
    """A channel."""

    kunci: Annotated[str, arti(kanal.Kanal, "kunci")]
    nama: Annotated[str, arti(kanal.Kanal, "nama")]
    pemilik: Annotated[str, arti(kanal.Kanal, "pemilik")]
    milik_kantor: Annotated[bool, arti(kanal.Kanal, "milik_kantor")]
    untuk: Annotated[tuple[str, ...], arti(kanal.Kanal, "untuk")]
    bukan_untuk: Annotated[tuple[str, ...], arti(kanal.Kanal, "bukan_untuk")]
    cara: Annotated[tuple[CaraJson, ...], arti(kanal.Kanal, "cara")]
    jam: Annotated[str | None, arti(kanal.Kanal, "jam")]
    janji: Annotated[tuple[JanjiJson, ...], arti(kanal.Kanal, "janji")]
    biaya: Annotated[str | None, arti(kanal.Kanal, "biaya")]
    perlindungan: Annotated[str | None, arti(kanal.Kanal, "perlindungan")]
    dasar_hukum: Annotated[tuple[str, ...], arti(kanal.Kanal, "dasar_hukum")]
    sumber: Annotated[tuple[TautanJson, ...], arti(kanal.Kanal, "sumber")]
    diperiksa: Annotated[date | None, arti(kanal.Kanal, "diperiksa")]
    penanggung_jawab: Annotated[str | None, arti(kanal.Kanal, "penanggung_jawab")]
    hari_sejak_diperiksa: _HariSejak
    pemeriksaan: _Pemeriksaan


class SituasiJson(KontrakJson, title="Satu situasi"):
    """One thing that may have happened to someone."""

    kunci: Annotated[str, arti(lapor.Situasi, "kunci")]
    judul: Annotated[str, arti(lapor.Situasi, "judul")]
    contoh: Annotated[str, arti(lapor.Situasi, "contoh")]
    kanal: Annotated[tuple[str, ...], arti(lapor.Situasi, "kanal")]
    mengapa: Annotated[str, arti(lapor.Situasi, "mengapa")]
    siapkan: Annotated[tuple[str, ...], arti(lapor.Situasi, "siapkan")]
    biaya: Annotated[str, arti(lapor.Situasi, "biaya")]
    lama: Annotated[str, arti(lapor.Situasi, "lama")]
    perlindungan: Annotated[str, arti(lapor.Situasi, "perlindungan")]
    tidak_menangani: Annotated[str, arti(lapor.Situasi, "tidak_menangani")]
    dasar_hukum: Annotated[tuple[str, ...], arti(lapor.Situasi, "dasar_hukum")]
    sumber: Annotated[tuple[TautanJson, ...], arti(lapor.Situasi, "sumber")]
    diperiksa: Annotated[date | None, arti(lapor.Situasi, "diperiksa")]
    hari_sejak_diperiksa: _HariSejak
    pemeriksaan: _Pemeriksaan


class AturanJson(KontrakJson, title="Satu aturan"):
    """A rule that pages cite."""

    kunci: Annotated[str, arti(dasar_hukum.Aturan, "kunci")]
    bentuk: Annotated[str, arti(dasar_hukum.Aturan, "bentuk")]
    nomor: Annotated[str, arti(dasar_hukum.Aturan, "nomor")]
    tahun: Annotated[int, arti(dasar_hukum.Aturan, "tahun")]
    tentang: Annotated[str | None, arti(dasar_hukum.Aturan, "tentang")]
    alamat: Annotated[TautanJson | None, arti(dasar_hukum.Aturan, "alamat")]
    keadaan: Annotated[dasar_hukum.KeadaanAturan, arti(dasar_hukum.Aturan, "keadaan")]
    oleh: Annotated[tuple[str, ...], arti(dasar_hukum.Aturan, "oleh")]
    catatan: Annotated[str | None, arti(dasar_hukum.Aturan, "catatan")]
    sumber: Annotated[tuple[TautanJson, ...], arti(dasar_hukum.Aturan, "sumber")]
    diperiksa: Annotated[date | None, arti(dasar_hukum.Aturan, "diperiksa")]
    hari_sejak_diperiksa: _HariSejak
    pemeriksaan: _Pemeriksaan


class SemuaKanalJson(KepalaUmumJson, title="Kanal"):
    """The file."""

    sumber: Annotated[SumberKanalJson, Field(description="Berkas data yang menjadi sumbernya.")]
    kanal: Annotated[tuple[KanalJson, ...], arti(kanal.DaftarKanal, "kanal")]
    situasi: Annotated[tuple[SituasiJson, ...], arti(lapor.Lapor, "situasi")]
    aturan: Annotated[tuple[AturanJson, ...], arti(dasar_hukum.DasarHukum, "aturan")]
