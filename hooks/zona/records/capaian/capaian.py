"""A record: what someone of the office says was done for one period of one action, and what backs it."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from zona.records.reading.fields import AlamatWeb, KodeAksi, KodePeriode, Record, Teks, wrong

BENTUK_BUKTI = {
    "pdf": "PDF",
    "jpg": "Foto JPEG",
    "jpeg": "Foto JPEG",
    "png": "Gambar PNG",
    "webp": "Gambar WebP",
    "ods": "Lembar sebar ODS",
    "xlsx": "Lembar sebar XLSX",
    "docx": "Dokumen DOCX",
}
GAMBAR = ("jpg", "jpeg", "png", "webp")
NAMA_BERKAS = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,99}}\.({'|'.join(BENTUK_BUKTI)})")


class Hasil(StrEnum):
    """What the record says of its period. `label` is what citizens see."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    KENDALA = "kendala"

    @property
    def label(self) -> str:
        """The words on pages and in feeds."""
        return {"selesai": "Selesai", "berjalan": "Berjalan", "kendala": "Ada kendala"}[self.value]


class JenisBukti(StrEnum):
    """The kind of evidence, in the words of the decree's evidence column."""

    DOKUMEN = "dokumen"
    FOTO = "foto"
    DAFTAR_HADIR = "daftar_hadir"
    NOTULEN = "notulen"
    UNDANGAN = "undangan"
    LAPORAN = "laporan"
    TAMPILAN = "tampilan"

    @property
    def label(self) -> str:
        """The words on pages."""
        return "Daftar hadir" if self is JenisBukti.DAFTAR_HADIR else self.value.capitalize()


class Bukti(Record):
    """One piece of evidence: a file in the evidence folder of the year, or an https link."""

    berkas: Annotated[str | None, Field(description="Nama berkas di data/bukti/<tahun>/.")] = None
    tautan: Annotated[AlamatWeb | None, Field(description="Alamat https:// bila buktinya halaman web.")] = None
    judul: Annotated[Teks, Field(description="Judul bukti untuk publik.")]
    jenis: Annotated[JenisBukti, Field(strict=False, description="Jenis bukti.")]

    def must_agree(self) -> None:
        """One source, under a name that evidence may have."""
        if (self.berkas is None) == (self.tautan is None):
            raise wrong("bukti harus berupa satu berkas atau satu tautan", "tulis salah satu: berkas: … atau tautan: …")
        if self.berkas is not None and not NAMA_BERKAS.fullmatch(self.berkas):
            raise wrong(
                f"nama berkas bukti “{self.berkas}” tidak sah",
                f"pakai huruf kecil, angka, - dan _, dengan akhiran {', '.join(BENTUK_BUKTI)}",
            )

    @property
    def akhiran(self) -> str:
        """The file's ending without the dot; empty for a link."""
        return (self.berkas or "").rpartition(".")[2]


class Capaian(Record):
    """One record. A correction is a new record; the one thing ever added to a record is its verification."""

    aksi: Annotated[KodeAksi, Field(description="Kode aksi, misalnya I.3.")]
    periode: Annotated[KodePeriode, Field(description="Kode periode aksi itu, misalnya 2026-TW1.")]
    tanggal: Annotated[date, Field(description="Tanggal pelaksanaan: tahun-bulan-hari.")]
    hasil: Annotated[Hasil, Field(strict=False, description="selesai, berjalan, atau kendala.")]
    uraian: Annotated[Teks, Field(max_length=2000, description="Apa yang dilakukan, tanpa nama orang.")]
    bukti: Annotated[tuple[Bukti, ...], Field(description="Bukti-bukti.")] = ()
    dicatat_oleh: Annotated[Teks, Field(description="Peran yang mencatat, bukan nama orang.")]
    diverifikasi_oleh: Annotated[Teks | None, Field(description="Peran yang memverifikasi; kosong bila belum.")] = None


def file_order(path: str) -> tuple[int, str]:
    """The order of a period's files of one day: by the number at the end (`_10` after `_2`), then by name."""
    number = re.search(r"_([0-9]{1,2})\.yml$", path)
    return (int(number[1]) if number else 1, path)


def file_stem(aksi: str, periode: str) -> str:
    """How the files of a period's records are called: `i-3_2026-TW1`; further ones add `_2`, `_3`, …"""
    return f"{aksi.lower().replace('.', '-')}_{periode}"
