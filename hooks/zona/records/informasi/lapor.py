"""The chooser “Ke mana saya melapor?”: what may have happened, and which channel is the right one for it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Annotated

from pydantic import Field

from zona.records.reading.data_error import Found, Loc
from zona.records.reading.fields import AlamatWeb, Kunci, Record, Teks
from zona.records.reading.holes import each, rules, walk
from zona.records.reading.keys import check_keys, check_unique
from zona.records.reading.personal_data import personal_data


class Situasi(Record):
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


class Lapor(Record):
    """The whole chooser, in the order in which it is shown."""

    situasi: Annotated[tuple[Situasi, ...], Field(min_length=1, description="Daftar situasi.")]


def check_lapor(lapor: Lapor, kanal: Collection[str] | None, aturan: Collection[str] | None, kontak: tuple[str, ...]) -> Found:
    """Each situation once; its channels and rules exist; no personal data in its words (`kontak`: published contacts)."""
    yield from check_unique(each(lapor.situasi, "situasi"))
    for loc, item in each(lapor.situasi, "situasi"):
        yield from rules(
            check_keys(item, loc, "kanal", kanal, "kanal.yml"),
            check_keys(item, loc, "dasar_hukum", aturan, "dasar-hukum.yml"),
            _personal_data(item, loc, kontak),
        )


def _personal_data(situasi: Situasi, loc: Loc, kontak: tuple[str, ...]) -> Found:
    for place, text in walk(situasi, loc):
        if isinstance(text, str) and (key := place[len(loc)]) not in ("kanal", "dasar_hukum", "sumber"):
            yield from personal_data((*loc, key), text, kontak)
