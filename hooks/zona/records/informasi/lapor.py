"""The chooser “Ke mana saya melapor?”: what may have happened, and which channel is the right one for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from zona.records.reading.fields import AlamatWeb, Kunci, Record, Teks
from zona.records.reading.keys import check_keys, check_unique
from zona.records.reading.personal_data import find_personal_data
from zona.records.rencana.rencana_checks import Finding, parts


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


def check_lapor(
    value: Any, kanal: Collection[str] | None, aturan: Collection[str] | None, kontak: tuple[str, ...]
) -> Iterator[Finding]:
    """Each situation once; its channels and rules exist; no personal data in its words (`kontak`: published contacts)."""
    situations = list(parts(value, (), "situasi"))
    yield from check_unique(situations)
    for loc, item in situations:
        yield from check_keys(item, loc, "kanal", kanal, "kanal.yml")
        yield from check_keys(item, loc, "dasar_hukum", aturan, "dasar-hukum.yml")
        for key, text in item.items() if isinstance(item, dict) else ():
            for line in text if isinstance(text, tuple) else (text,):
                if isinstance(line, str) and key not in ("kanal", "dasar_hukum", "sumber"):
                    for masalah in find_personal_data(line, allowed=kontak):
                        yield (*loc, key), masalah, "hapus; data pribadi tidak boleh dipublikasikan"
