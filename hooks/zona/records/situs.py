"""The office whose site this is, and where the site and its data live."""

from collections.abc import Mapping
from datetime import date, timedelta, timezone
from enum import StrEnum
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from zona.records.paket.paket import pack_faults
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatSitus, AlamatWeb, Kunci, Record, Teks
from zona.records.reading.rules import Surroundings, rule


class ZonaWaktu(StrEnum):
    """Indonesia's three time zones; none has summer time, so an offset in hours says it all (Keppres 41/1987)."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def tzinfo(self) -> timezone:
        """The zone for computing with times: a fixed offset under its Indonesian name."""
        return timezone(timedelta(hours={"WIB": 7, "WITA": 8, "WIT": 9}[self.value]), self.value)


_Kontak = Annotated[Teks, Field(pattern=r"^(https://\S+|mailto:[^\s@]+@[^\s@]+)$")]


class KontakKeamanan(Record):
    """Whom to tell of a weakness of the site, published as RFC 9116 asks. It ends on a day that the office sets, within a
    year, so that nobody writes to an address that is long unread."""

    kontak: _Kontak = Field(description="Tempat melapor kelemahan situs: mailto:… atau https://….")
    berlaku_sampai: date = Field(description="Hari terakhir kontak ini berlaku; perbarui tiap tahun.")


class PeranBerakhir(Record):
    """A role that has ended, or whose end is known. What it recorded in its time stays valid."""

    nama: Teks = Field(description="Nama peran, seperti tertulis dalam laporan-laporannya.")
    sampai: date = Field(title="Berlaku sampai", description="Hari terakhir peran itu berlaku.")


def _written_as(value: object) -> str:
    return "[berakhir]" if isinstance(value, dict | PeranBerakhir) else "[nama]"


# How it is written decides what it must be, so that only that is asked for.
_Peran = Annotated[Annotated[Teks, Tag("[nama]")] | Annotated[PeranBerakhir, Tag("[berakhir]")], Discriminator(_written_as)]

_Lisensi = Annotated[Teks, Field(pattern=r"^[A-Za-z0-9.-]+$")]


class Situs(Record):
    """What pages need to know about the office. What is not known is left out and shown as not known."""

    kunci_kontak = ("kontak_resmi", "kontak")

    kantor: Teks = Field(description="Nama pendek kantor, seperti dipakai sehari-hari.")
    kantor_lengkap: Teks = Field(description="Nama resmi lengkap kantor.")
    provinsi: Teks = Field(description="Provinsi tempat kantor berada.")
    zona_waktu: ZonaWaktu = Field(strict=False, description="Zona waktu kantor: WIB, WITA, atau WIT.")
    situs_resmi: AlamatWeb | None = Field(None, description="Situs resmi kantor.")
    alamat_situs: AlamatSitus | None = Field(None, description="Alamat tempat situs ini terbit.")
    repositori: AlamatWeb | None = Field(None, description="Alamat repositori data, untuk tautan sunting.")
    cabang: Annotated[Teks, Field(pattern=r"^[\w./-]+$", description="Cabang repositori yang terbit.")] = "main"
    peran: tuple[_Peran, ...] = Field(
        (),
        description="Peran yang boleh mencatat dan memverifikasi; jabatan atau tim, bukan nama orang. Yang sudah berakhir "
        "diberi hari terakhirnya (nama dan sampai), dan tidak dihapus.",
    )
    paket: tuple[Kunci, ...] = Field(
        (), description="Paket yang berlaku bagi kantor ini, yang umum lebih dulu, misalnya nasional lalu kpu."
    )
    kontak_resmi: tuple[Teks, ...] = Field((), description="Telepon dan surel resmi kantor yang boleh tampil dalam teks.")
    kontak_keamanan: KontakKeamanan | None = Field(
        None, description="Kontak untuk laporan kelemahan situs, bila ada (security.txt)."
    )
    lisensi_data: _Lisensi | None = Field(
        None, description="Lisensi data menurut daftar SPDX, misalnya CC-BY-4.0, bila ditetapkan."
    )
    mulai_mencatat: date | None = Field(
        None,
        description="Tanggal kantor mulai mencatat di sini; hanya ditampilkan, tidak mengubah status apa pun.",
    )
    contoh: bool = Field(False, description="true bila semua data hanya contoh.")

    @rule
    def _packs(self, _: Surroundings) -> Found:
        yield from pack_faults(self.paket)

    @property
    def peran_sampai(self) -> dict[str, date]:
        """The last days of the roles whose end is known."""
        return {nama: sampai for nama, sampai in roles_of(self.peran).items() if sampai}


def roles_of(peran: tuple[str | PeranBerakhir, ...]) -> dict[str, date | None]:
    """The roles of situs.yml with their last days (None: not ended). One that is named twice, to add its end, has ended."""
    found: dict[str, date | None] = {item: None for item in peran if isinstance(item, str)}
    return found | {item.nama: item.sampai for item in peran if not isinstance(item, str)}


def open_on(peran: Mapping[str, date | None], day: date) -> tuple[str, ...]:
    """The roles that may record on a day, in their order."""
    return tuple(name for name, sampai in peran.items() if sampai is None or day <= sampai)
