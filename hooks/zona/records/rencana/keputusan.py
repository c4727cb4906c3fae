"""The body of the decree, as printed: what it considers, what it rests on, what it decides, who signed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.records.reading.data_error import Found
from zona.records.reading.fields import Record, Teks
from zona.records.reading.rules import Surroundings, in_its_folder, rule
from zona.records.rencana.catatan import Bercatatan


class Pertimbangan(Bercatatan):
    """One letter under Menimbang."""

    huruf: Annotated[Teks, Field(pattern=r"^[a-z]$", description="Huruf butir Menimbang.")]
    teks: Annotated[Teks, Field(description="Isi, seperti tercetak.")]


class Butir(Bercatatan):
    """One numbered item: a law under Mengingat, or an aim under a diktum."""

    nomor: Annotated[int, Field(ge=1, description="Nomor butir.")]
    teks: Annotated[Teks, Field(description="Isi, seperti tercetak.")]


class Diktum(Bercatatan):
    """One of the decisions: KESATU, KEDUA, …"""

    diktum: Annotated[Teks, Field(description="Nama diktum, misalnya KESATU.")]
    teks: Annotated[Teks, Field(description="Isi, seperti tercetak.")]
    butir: Annotated[tuple[Butir, ...], Field(description="Butir-butir di bawah diktum, bila ada.")] = ()


class Penandatangan(Record):
    """Who signed the decree."""

    jabatan: Annotated[Teks, Field(description="Jabatan penanda tangan, seperti tercetak.")]
    keterangan: Annotated[Teks | None, Field(description="Keterangan tanda tangan, misalnya Ttd.")] = None
    nama: Annotated[Teks | None, Field(description="Nama yang tercetak di bawah tanda tangan.")] = None


class Pengesahan(Bercatatan):
    """The line that certifies the copy. The official's name is not kept: it can't be read."""

    teks: Annotated[Teks, Field(description="Kalimat pengesahan salinan, seperti tercetak.")]
    unit: Annotated[Teks | None, Field(description="Unit yang mengesahkan salinan.")] = None
    jabatan: Annotated[Teks | None, Field(description="Jabatan yang mengesahkan salinan.")] = None


class Keputusan(Bercatatan):
    """One year's decree without its annex."""

    tahun: Annotated[int, Field(ge=2000, le=2100, description="Tahun rencana aksi yang ditetapkan.")]
    nomor: Annotated[Teks, Field(description="Nomor keputusan, misalnya: Nomor 5 Tahun 2026.")]
    judul: Annotated[Teks, Field(description="Baris pertama judul, seperti tercetak.")]
    tentang: Annotated[Teks, Field(description="Tentang apa keputusan ini, seperti tercetak.")]
    tanggal: Annotated[date, Field(description="Tanggal ditetapkan: tahun-bulan-hari.")]
    tempat: Annotated[Teks, Field(description="Tempat ditetapkan, seperti tercetak.")]
    pembuka: Annotated[Teks | None, Field(description="Kata pembuka sebelum Menimbang.")] = None
    menimbang: Annotated[tuple[Pertimbangan, ...], Field(description="Butir Menimbang.")]
    mengingat: Annotated[tuple[Butir, ...], Field(description="Butir Mengingat.")]
    menetapkan: Annotated[Teks, Field(description="Bagian Menetapkan, seperti tercetak.")]
    diktum: Annotated[tuple[Diktum, ...], Field(min_length=1, description="Diktum KESATU dan seterusnya.")]
    penandatangan: Annotated[Penandatangan, Field(description="Penanda tangan keputusan.")]
    pengesahan: Annotated[Pengesahan | None, Field(description="Pengesahan salinan, bila tercetak.")] = None

    @rule
    def _year(self, around: Surroundings) -> Found:
        yield from in_its_folder(self.tahun, around)
