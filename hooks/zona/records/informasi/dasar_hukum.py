"""The rules that pages cite: title, number, year, where to read them, and whether they still hold."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc
from zona.records.reading.fields import AlamatWeb, Kunci, Record, Teks
from zona.records.reading.holes import each, given, rules
from zona.records.reading.keys import check_keys, check_unique


class KeadaanAturan(StrEnum):
    """Whether a rule still holds. `label` is what citizens see."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT = "dicabut"
    BELUM_DIPASTIKAN = "belum_dipastikan"

    @property
    def label(self) -> str:
        """The word itself: “Belum dipastikan”."""
        return self.value.replace("_", " ").capitalize()


class Aturan(Record):
    """One rule."""

    kunci: Annotated[Kunci, Field(description="Kunci aturan, misalnya uu-20-2001; halaman menyebutnya dengan kunci ini.")]
    bentuk: Annotated[Teks, Field(description="Bentuk aturan, misalnya Undang-Undang.")]
    nomor: Annotated[Teks, Field(description='Nomor aturan, dalam tanda kutip, misalnya "20".')]
    tahun: Annotated[int, Field(ge=1945, le=2100, description="Tahun aturan.")]
    tentang: Annotated[Teks | None, Field(description="Judul setelah kata tentang; kosong bila belum diketahui lengkap.")] = (
        None
    )
    alamat: Annotated[AlamatWeb | None, Field(description="Alamat https:// naskah resminya.")] = None
    keadaan: Annotated[KeadaanAturan, Field(strict=False, description="berlaku, diubah, dicabut, atau belum_dipastikan.")]
    oleh: Annotated[tuple[Kunci, ...], Field(description="Kunci aturan yang mengubah atau mencabutnya.")] = ()
    catatan: Annotated[Teks | None, Field(description="Keterangan untuk pembaca, bila perlu.")] = None
    sumber: Annotated[tuple[AlamatWeb, ...], Field(description="Halaman tempat aturan ini dibaca.")] = ()
    diperiksa: Annotated[date | None, Field(description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")] = (
        None
    )

    @property
    def sebutan(self) -> str:
        """How the rule is called in a sentence: “Undang-Undang Nomor 20 Tahun 2001”."""
        return f"{self.bentuk} Nomor {self.nomor} Tahun {self.tahun}"


class DasarHukum(Record):
    """The whole list."""

    aturan: Annotated[tuple[Aturan, ...], Field(min_length=1, description="Daftar aturan.")]

    def menurut_kunci(self) -> dict[str, Aturan]:
        """The rules by their keys."""
        return {item.kunci: item for item in self.aturan}


def check_dasar_hukum(daftar: DasarHukum) -> Found:
    """Each rule once; what changes or revokes a rule is in the list too, and a changed rule names it."""
    yield from check_unique(each(daftar.aturan, "aturan"))
    known = [kunci for item in daftar.aturan if (kunci := given(item, "kunci", ""))]
    for loc, item in each(daftar.aturan, "aturan"):
        yield from rules(check_keys(item, loc, "oleh", known, "dasar-hukum.yml"), _changed(item, loc), _by_itself(item, loc))


def _changed(aturan: Aturan, loc: Loc) -> Found:
    if aturan.keadaan in (KeadaanAturan.DIUBAH, KeadaanAturan.DICABUT) and not aturan.oleh:
        hint = "tambahkan oleh: dan kunci aturan yang mengubahnya"
        yield Problem((*loc, "keadaan"), f"keadaan “{aturan.keadaan}” tanpa “oleh”", hint)


def _by_itself(aturan: Aturan, loc: Loc) -> Found:
    if aturan.kunci in aturan.oleh:
        yield Problem((*loc, "oleh"), "aturan tidak bisa mengubah dirinya sendiri", "tulis kunci aturan yang lain")
