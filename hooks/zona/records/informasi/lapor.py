"""The chooser “Ke mana saya melapor?”: what may have happened, and which channel is the right one for it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.records.informasi.dasar_hukum import Berdasar
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatWeb, Kunci, Record, Teks
from zona.records.reading.rules import Surroundings, listed, no_personal_data, once, rule


class Situasi(Berdasar):
    """One thing that may have happened to someone."""

    kunci: Annotated[Kunci, Field(description="Kunci situasi; menjadi bagian alamat halaman lapor.")]
    judul: Annotated[Teks, Field(max_length=80, description="Apa yang terjadi, dalam kata-kata warga.")]
    contoh: Annotated[Teks, Field(description="Satu kalimat: siapa dan apa.")]
    kanal: Annotated[tuple[Kunci, ...], Field(min_length=1, description="Kunci kanal, yang utama lebih dulu.")]
    mengapa: Annotated[Teks, Field(description="Mengapa ke kanal itu.")]
    siapkan: Annotated[tuple[Teks, ...], Field(description="Apa yang perlu disiapkan.")] = ()
    biaya: Annotated[Teks, Field(description="Berapa biayanya.")]
    lama: Annotated[Teks, Field(description="Berapa lama ditangani, menurut sumbernya.")]
    perlindungan: Annotated[Teks, Field(description="Bagaimana identitas pelapor dilindungi.")]
    tidak_menangani: Annotated[Teks, Field(description="Apa yang tidak ditangani kanal itu.")]
    dasar_hukum: Annotated[tuple[Kunci, ...], Field(description="Kunci-kunci aturan dalam dasar-hukum.yml.")] = ()
    sumber: Annotated[tuple[AlamatWeb, ...], Field(description="Halaman yang mendukung isian ini.")] = ()
    diperiksa: Annotated[date | None, Field(description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")] = (
        None
    )

    @rule
    def _channels_are_listed(self, around: Surroundings) -> Found:
        yield from listed(self, "kanal", around.kanal, "kanal.yml")

    @rule
    def _personal_data(self, around: Surroundings) -> Found:
        yield from no_personal_data(self, around, "kanal", "dasar_hukum", "sumber")


class Lapor(Record):
    """The whole chooser, in the order in which it is shown."""

    situasi: Annotated[tuple[Situasi, ...], Field(min_length=1, description="Daftar situasi.")]

    @rule
    def _each_once(self, _: Surroundings) -> Found:
        yield from once(self, "situasi", "kunci")
