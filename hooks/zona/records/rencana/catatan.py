"""Notes on the print: what is odd in a cell of the decree, how it is likely to be read, and how sure that is."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from zona.records.reading.fields import Record, Teks


class JenisCatatan(StrEnum):
    """The kind of oddity. `label` is what citizens see."""

    SALAH_KETIK = "salah_ketik"
    KERAGUAN = "keraguan"
    TAK_TERBACA = "tak_terbaca"
    SUSUNAN = "susunan"

    @property
    def label(self) -> str:
        """The words beside a note."""
        return _JENIS[self][0]

    @property
    def arti(self) -> str:
        """What the kind means, for the method page."""
        return _JENIS[self][1]


class Keyakinan(StrEnum):
    """How sure the reading is."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"


_JENIS = {
    JenisCatatan.SALAH_KETIK: (
        "Salah ketik",
        "kata yang jelas salah ketik; bacaannya dipakai untuk membaca waktu dan target",
    ),
    JenisCatatan.KERAGUAN: (
        "Perlu penegasan kantor",
        "isi yang meragukan, misalnya nomor peraturan atau tahun; hanya kantor yang bisa menegaskan",
    ),
    JenisCatatan.TAK_TERBACA: (
        "Tidak terbaca",
        "kata yang tidak terbaca pada salinan; kata yang hilang diberi tanda [tidak terbaca]",
    ),
    JenisCatatan.SUSUNAN: (
        "Susunan dipulihkan",
        "urutan atau batas sel yang dipulihkan karena kolomnya tercampur saat dipindai",
    ),
}


class Catatan(Record):
    """One note on something printed in the decree."""

    bagian: Annotated[str | None, Field(description="Kunci yang dicatat, misalnya target_waktu; kosong bila semuanya.")] = None
    jenis: Annotated[JenisCatatan, Field(strict=False, description="Jenis catatan.")]
    tertulis: Annotated[Teks | None, Field(description="Potongan teks persis seperti tercetak.")] = None
    dibaca: Annotated[Teks | None, Field(description="Bacaan yang paling mungkin dari potongan itu.")] = None
    keyakinan: Annotated[Keyakinan, Field(strict=False, description="Seberapa yakin bacaan itu.")]
    penjelasan: Annotated[Teks, Field(description="Penjelasan untuk publik, satu atau dua kalimat.")]


class Bercatatan(Record):
    """Anything printed that can carry notes."""

    catatan: Annotated[tuple[Catatan, ...], Field(description="Catatan atas teks tercetak.")] = ()

    def reading_of(self, bagian: str) -> str | None:
        """The cell's text with its typing slips read as noted, for programs; pages show the print itself.

        Only `salah_ketik` is applied: a doubt is for the office to settle, not for a program.
        """
        text: str | None = getattr(self, bagian)
        for note in self.catatan:
            if text and note.bagian == bagian and note.jenis is JenisCatatan.SALAH_KETIK and note.tertulis and note.dibaca:
                text = text.replace(note.tertulis, note.dibaca)
        return text
