"""Notes on the print: what is odd in a cell of the decree, how it is likely to be read, and how sure that is."""

from __future__ import annotations

import re

from pydantic import Field

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc, did_you_mean, quoted
from zona.records.reading.fields import Pilihan, Record, Teks
from zona.records.reading.rules import Surroundings, each, rule, rules


class JenisCatatan(Pilihan):
    """The kind of oddity."""

    SALAH_KETIK = "salah_ketik"
    KERAGUAN = "keraguan", "Perlu penegasan kantor"
    TAK_TERBACA = "tak_terbaca", "Tidak terbaca"
    SUSUNAN = "susunan", "Susunan dipulihkan"

    @property
    def arti(self) -> str:
        """What the kind means, for the method page."""
        return _ARTI[self]


_ARTI = {
    JenisCatatan.SALAH_KETIK: "kata yang jelas salah ketik; bacaannya dipakai untuk membaca waktu dan target",
    JenisCatatan.KERAGUAN: "isi yang meragukan, misalnya nomor peraturan atau tahun; hanya kantor yang bisa menegaskan",
    JenisCatatan.TAK_TERBACA: "kata yang tidak terbaca pada salinan; kata yang hilang diberi tanda [tidak terbaca]",
    JenisCatatan.SUSUNAN: "urutan atau batas sel yang dipulihkan karena kolomnya tercampur saat dipindai",
}


class Keyakinan(Pilihan):
    """How sure the reading is."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"


class Catatan(Record):
    """One note on something printed in the decree."""

    bagian: str | None = Field(None, description="Kunci yang dicatat, misalnya target_waktu; kosong bila semuanya.")
    jenis: JenisCatatan = Field(strict=False, description="Jenis catatan.")
    tertulis: Teks | None = Field(None, description="Potongan teks persis seperti tercetak.")
    dibaca: Teks | None = Field(None, description="Bacaan yang paling mungkin dari potongan itu.")
    keyakinan: Keyakinan = Field(strict=False, description="Seberapa yakin bacaan itu.")
    penjelasan: Teks = Field(description="Penjelasan untuk publik, satu atau dua kalimat.")


class Bercatatan(Record):
    """Anything printed that can carry notes."""

    catatan: tuple[Catatan, ...] = Field((), description="Catatan atas teks tercetak.")

    @rule
    def _notes(self, _: Surroundings) -> Found:
        for loc, note in each(self.catatan, "catatan"):
            yield from rules(self._note(note, loc))

    def _note(self, note: Catatan, loc: Loc) -> Found:
        """A note names a cell of its owner, and quotes what really stands there."""
        cells = [name for name, field in type(self).model_fields.items() if re.search(r"\bstr\b", str(field.annotation))]
        if note.bagian is not None and note.bagian not in cells:
            hint = did_you_mean(note.bagian, cells)
            yield Problem((*loc, "bagian"), f"bagian “{note.bagian}” tidak ada di sini", hint)
            return
        texts = (getattr(self, name) or "" for name in ([note.bagian] if note.bagian else cells))
        if note.tertulis is not None and note.tertulis not in "\n".join(texts):
            masalah = f"{quoted(note.tertulis)} tidak ada dalam {note.bagian or 'teks yang dicatat'}"
            yield Problem((*loc, "tertulis"), masalah, "salin potongan teksnya persis seperti tertulis")

    def reading_of(self, bagian: str) -> str | None:
        """The cell's text with its typing slips read as noted, for programs; pages show the print itself.

        Only `salah_ketik` is applied: a doubt is for the office to settle, not for a program.
        """
        text: str | None = getattr(self, bagian)
        for note in self.catatan:
            if text and note.bagian == bagian and note.jenis is JenisCatatan.SALAH_KETIK and note.tertulis and note.dibaca:
                text = text.replace(note.tertulis, note.dibaca)
        return text
