"""The body of the decree, as printed, and notes on what is odd in it: how it is likely to be read, and how sure that is."""

import re
from datetime import date
from functools import cache
from typing import Annotated

from pydantic import Field

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc, did_you_mean, quoted
from zona.records.reading.fields import Pilihan, Record, Teks
from zona.records.reading.rules import Surroundings, each, in_its_folder, rule, rules


class JenisCatatan(Pilihan):
    """The kind of oddity."""

    SALAH_KETIK = "salah_ketik", "", "kata yang jelas salah ketik; bacaannya dipakai untuk membaca waktu dan target"
    KERAGUAN = (
        "keraguan",
        "Perlu kami tegaskan",
        "isi yang meragukan, misalnya nomor peraturan atau tahun; hanya kami yang bisa menegaskannya",
    )
    TAK_TERBACA = (
        "tak_terbaca",
        "Rusak pada pindaian",
        "kata yang rusak pada pindaian; yang tidak bisa dibaca lagi diberi tanda [tidak terbaca]",
    )
    SUSUNAN = "susunan", "Susunan dipulihkan", "urutan atau batas sel yang dipulihkan karena kolomnya tercampur saat dipindai"


class Keyakinan(Pilihan):
    """How sure the reading is."""

    TINGGI = "tinggi", "kami yakin"
    SEDANG = "sedang", "cukup yakin"
    RENDAH = "rendah", "belum pasti"


class Catatan(Record):
    """One note on something printed in the decree."""

    bagian: str | None = Field(None, description="Kunci yang dicatat, misalnya target_waktu; kosong bila semuanya.")
    jenis: JenisCatatan = Field(strict=False, description="Jenis catatan naskah.")
    tertulis: Teks | None = Field(None, description="Potongan teks persis seperti tercetak.")
    dibaca: Teks | None = Field(None, description="Bacaan yang paling mungkin dari potongan itu.")
    keyakinan: Keyakinan = Field(strict=False, description="Seberapa yakin bacaan itu.")
    penjelasan: Teks = Field(description="Penjelasan untuk publik, satu atau dua kalimat.")


class Bercatatan(Record):
    """Anything printed that can carry notes."""

    catatan: tuple[Catatan, ...] = Field((), description="Catatan naskah: catatan atas teks tercetak.")

    @rule
    def _notes(self, _: Surroundings) -> Found:
        for loc, note in each(self.catatan, "catatan"):
            yield from rules(self._note(note, loc))

    def _note(self, note: Catatan, loc: Loc) -> Found:
        """A note names a cell of its owner, and quotes what really stands there."""
        cells = _cells(type(self))
        if note.bagian is not None and note.bagian not in cells:
            yield Problem((*loc, "bagian"), f"bagian “{note.bagian}” tidak ada di sini", did_you_mean(note.bagian, cells))
            return
        texts = (getattr(self, name) or "" for name in ([note.bagian] if note.bagian else cells))
        if note.tertulis is not None and note.tertulis not in "\n".join(texts):
            masalah = f"{quoted(note.tertulis)} tidak ada dalam {note.bagian or 'teks yang dicatat'}"
            yield Problem((*loc, "tertulis"), masalah, "salin potongan teksnya persis seperti tertulis")

    def reading_of(self, bagian: str) -> str | None:
        """The cell's text for programs, with its typing slips (`salah_ketik`) read as noted: doubts are for the office."""
        text: str | None = getattr(self, bagian)
        for note in self.catatan:
            if text and note.bagian == bagian and note.jenis is JenisCatatan.SALAH_KETIK and note.tertulis and note.dibaca:
                text = text.replace(note.tertulis, note.dibaca)
        return text


@cache
def _cells(kind: type[Bercatatan]) -> tuple[str, ...]:
    """The names of what is printed in a record, as text."""
    kinds = {name: str(field.annotation) for name, field in kind.model_fields.items()}
    return tuple(name for name, written in kinds.items() if re.search(r"\bstr\b", written) and "tuple" not in written)


class Pertimbangan(Bercatatan):
    """One letter under Menimbang."""

    huruf: Annotated[Teks, Field(pattern=r"^[a-z]$", description="Huruf butir Menimbang.")]
    teks: Teks = Field(description="Isi, seperti tercetak.")


class Butir(Bercatatan):
    """One numbered item: a law under Mengingat, or an aim under a diktum."""

    nomor: int = Field(ge=1, description="Nomor butir.")
    teks: Teks = Field(description="Isi, seperti tercetak.")


class Diktum(Bercatatan):
    """One of the decisions: KESATU, KEDUA, …"""

    diktum: Teks = Field(description="Nama diktum, misalnya KESATU.")
    teks: Teks = Field(description="Isi, seperti tercetak.")
    butir: tuple[Butir, ...] = Field((), description="Butir-butir di bawah diktum, bila ada.")


class Penandatangan(Record):
    """Who signed the decree."""

    jabatan: Teks = Field(description="Jabatan penanda tangan, seperti tercetak.")
    keterangan: Teks | None = Field(None, description="Keterangan tanda tangan, misalnya Ttd.")
    nama: Teks | None = Field(None, description="Nama yang tercetak di bawah tanda tangan.")


class Pengesahan(Bercatatan):
    """The line that certifies the copy. The official's name is not kept: it can't be read."""

    teks: Teks = Field(description="Kalimat pengesahan salinan, seperti tercetak.")
    unit: Teks | None = Field(None, description="Unit yang mengesahkan salinan.")
    jabatan: Teks | None = Field(None, description="Jabatan yang mengesahkan salinan.")


class Keputusan(Bercatatan):
    """One year's decree without its annex."""

    tahun: int = Field(ge=2000, le=2100, description="Tahun rencana aksi yang ditetapkan.")
    nomor: Teks = Field(description="Nomor keputusan, misalnya: Nomor 5 Tahun 2026.")
    judul: Teks = Field(description="Baris pertama judul, seperti tercetak.")
    tentang: Teks = Field(description="Tentang apa keputusan ini, seperti tercetak.")
    tanggal: date = Field(description="Tanggal ditetapkan: tahun-bulan-hari.")
    tempat: Teks = Field(description="Tempat ditetapkan, seperti tercetak.")
    pembuka: Teks | None = Field(None, description="Kata pembuka sebelum Menimbang.")
    menimbang: tuple[Pertimbangan, ...] = Field(description="Butir Menimbang.")
    mengingat: tuple[Butir, ...] = Field(description="Butir Mengingat.")
    menetapkan: Teks = Field(description="Bagian Menetapkan, seperti tercetak.")
    diktum: tuple[Diktum, ...] = Field(min_length=1, description="Diktum KESATU dan seterusnya.")
    penandatangan: Penandatangan = Field(description="Penanda tangan keputusan.")
    pengesahan: Pengesahan | None = Field(None, description="Pengesahan salinan, bila tercetak.")

    _year = in_its_folder
