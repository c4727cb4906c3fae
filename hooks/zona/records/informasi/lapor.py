"""The chooser “Ke mana saya melapor?”: what may have happened, and which channel is the right one for it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.records.informasi.dasar_hukum import Berdasar
from zona.records.reading.fields import AlamatWeb, Kunci, Record, Teks
from zona.records.reading.rules import listed, no_personal_data, once


class Situasi(Berdasar):
    """One thing that may have happened to someone."""

    kunci: Kunci = Field(description="Kunci situasi; menjadi bagian alamat halaman lapor.")
    judul: Annotated[Teks, Field(max_length=80, description="Apa yang terjadi, dalam kata-kata warga.")]
    contoh: Teks = Field(description="Satu kalimat: siapa dan apa.")
    kanal: tuple[Kunci, ...] = Field(min_length=1, description="Kunci kanal, yang utama lebih dulu.")
    mengapa: Teks = Field(description="Mengapa ke kanal itu.")
    siapkan: tuple[Teks, ...] = Field((), description="Apa yang perlu disiapkan.")
    biaya: Teks = Field(description="Berapa biayanya.")
    lama: Teks = Field(description="Berapa lama ditangani, menurut sumbernya.")
    perlindungan: Teks = Field(description="Bagaimana identitas pelapor dilindungi.")
    tidak_menangani: Teks = Field(description="Apa yang tidak ditangani kanal itu.")
    dasar_hukum: tuple[Kunci, ...] = Field((), description="Kunci-kunci aturan dalam dasar-hukum.yml.")
    sumber: tuple[AlamatWeb, ...] = Field((), description="Halaman yang mendukung isian ini.")
    diperiksa: date | None = Field(None, description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")

    _channels_are_listed = listed("kanal", "kanal.yml")
    _personal_data = no_personal_data("kanal", "dasar_hukum", "sumber")


class Lapor(Record):
    """The whole chooser, in the order in which it is shown."""

    situasi: tuple[Situasi, ...] = Field(min_length=1, description="Daftar situasi.")

    _each_once = once("situasi", "kunci")
