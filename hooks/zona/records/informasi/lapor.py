"""The chooser “Ke mana saya melapor?”: what may have happened to someone, which channel is right for it, and what to do."""

import re
from datetime import date
from typing import Annotated

from pydantic import Field

from zona.problems import Problem
from zona.records.informasi.dasar_hukum import Berdasar
from zona.records.informasi.kontak_nasional import plain
from zona.records.informasi.sumber import Sumber
from zona.records.reading.data_error import Found
from zona.records.reading.fields import Kunci, Record, Teks
from zona.records.reading.rules import Surroundings, listed, once, rule, walk

# A number that a sentence tells people to dial.
_DIALLED = re.compile(r"\b(?:telepon|sms|whatsapp|wa)\b[^.;:!?0-9]{0,20}(\+?[0-9][0-9 -]{1,16}[0-9])", re.IGNORECASE)


class Langkah(Record):
    """One step of what to do, and the channels that it leads to."""

    judul: Annotated[Teks, Field(max_length=80, description="Apa yang dilakukan, dalam beberapa kata.")]
    isi: Teks | None = Field(None, description="Bagaimana melakukannya, dalam satu atau dua kalimat.")
    kanal: tuple[Kunci, ...] = Field((), description="Kunci saluran yang dihubungi pada langkah ini.")

    _channels_are_listed = listed("kanal", "kanal.yml")


class Situasi(Berdasar):
    """One thing that may have happened to someone."""

    kunci: Kunci = Field(description="Kunci situasi; menjadi bagian alamat halaman lapor.")
    judul: Annotated[Teks, Field(max_length=80, description="Apa yang terjadi, dalam kata-kata warga.")]
    contoh: Teks = Field(description="Satu kalimat: siapa dan apa.")
    kanal: tuple[Kunci, ...] = Field(min_length=1, description="Kunci saluran, yang utama lebih dulu.")
    mengapa: Teks = Field(description="Mengapa ke saluran itu.")
    langkah: tuple[Langkah, ...] = Field((), description="Apa yang dilakukan, berurutan dari yang pertama.")
    siapkan: tuple[Teks, ...] = Field((), description="Apa yang perlu disiapkan.")
    biaya: Teks = Field(description="Berapa biayanya.")
    lama: Teks = Field(description="Berapa lama ditangani, menurut sumbernya.")
    perlindungan: Teks = Field(description="Bagaimana identitas pelapor dilindungi.")
    tidak_menangani: Teks = Field(description="Apa yang tidak ditangani saluran itu.")
    dasar_hukum: tuple[Kunci, ...] = Field((), description="Kunci-kunci aturan dalam dasar-hukum.yml.")
    sumber: tuple[Sumber, ...] = Field((), description="Halaman yang mendukung isian ini.")
    diperiksa: date | None = Field(None, description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")

    _channels_are_listed = listed("kanal", "kanal.yml")

    @rule
    def _dialled(self, around: Surroundings) -> Found:
        """A number that people are told to dial is one of a channel."""
        known = {plain(item) for item in around.kontak_resmi}
        for place, text in walk(self) if around.kunci.get("kanal.yml") else ():
            for nomor in _DIALLED.findall(text) if isinstance(text, str) and place[:1] != ("sumber",) else ():
                if plain(nomor) not in known:
                    hint = "betulkan nomornya, atau tambahkan sebagai cara pada salurannya di kanal.yml"
                    yield Problem(place, f"nomor “{nomor}” tidak ada dalam kanal.yml", hint)


class Lapor(Record):
    """The whole chooser, in the order in which it is shown."""

    situasi: tuple[Situasi, ...] = Field(min_length=1, description="Daftar situasi.")

    _each_once = once("situasi", "kunci")
