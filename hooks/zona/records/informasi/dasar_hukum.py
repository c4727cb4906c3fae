"""The rules that pages cite: title, number, year, where to read them, and whether they still hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from zona.records.reading.fields import AlamatWeb, Kunci, Record, Teks
from zona.records.reading.keys import check_keys, check_unique
from zona.records.rencana.rencana_checks import Finding, parts


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


def check_dasar_hukum(value: Any) -> Iterator[Finding]:
    """Each rule once; what changes or revokes a rule is in the list too, and a changed rule names it."""
    rules = list(parts(value, (), "aturan"))
    yield from check_unique(rules)
    known = [item["kunci"] for _, item in rules if isinstance(item, dict) and isinstance(item.get("kunci"), str)]
    for loc, item in rules:
        yield from check_keys(item, loc, "oleh", known, "dasar-hukum.yml")
        if not isinstance(item, dict):
            continue
        state, by = item.get("keadaan"), item.get("oleh")
        if state in (KeadaanAturan.DIUBAH, KeadaanAturan.DICABUT) and not by:
            yield (*loc, "keadaan"), f"keadaan “{state}” tanpa “oleh”", "tambahkan oleh: dan kunci aturan yang mengubahnya"
        if isinstance(by, tuple) and item.get("kunci") in by:
            yield (*loc, "oleh"), "aturan tidak bisa mengubah dirinya sendiri", "tulis kunci aturan yang lain"
