"""Innovations of a year, as rows VII.1–VII.3 order them: podcast episodes, the guest list's form, evaluations."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.records.laporan.laporan import Dokumen, Laporan
from zona.records.reading.fields import AlamatWeb, Record, Teks


class Podcast(Dokumen):
    """One episode, and whether those who can't hear it can read it."""

    takarir: Annotated[bool, Field(description="true bila videonya punya teks (takarir).")] = False
    transkrip: Annotated[AlamatWeb | None, Field(description="Alamat transkripnya, bila sudah terbit.")] = None


class DaftarHadirTamu(Record):
    """The guest list that visitors fill in by a link."""

    tautan: Annotated[AlamatWeb | None, Field(description="Alamat formulirnya, bila boleh diketahui umum.")] = None
    mulai_dipakai: Annotated[date | None, Field(description="Tanggal mulai dipakai: tahun-bulan-hari.")] = None
    keterangan: Annotated[Teks | None, Field(description="Keterangan singkat untuk tamu.")] = None


class Inovasi(Laporan):
    """A year's innovations."""

    podcast: Annotated[tuple[Podcast, ...], Field(description="Episode podcast.")] = ()
    daftar_hadir_tamu: Annotated[DaftarHadirTamu | None, Field(description="Formulir daftar hadir tamu.")] = None
    evaluasi: Annotated[tuple[Dokumen, ...], Field(description="Evaluasi program inovasi.")] = ()
