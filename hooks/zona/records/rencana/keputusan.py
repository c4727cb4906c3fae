"""The body of the decree, as printed: what it considers, what it rests on, what it decides, who signed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.records.reading.fields import Record, Teks
from zona.records.reading.rules import in_its_folder
from zona.records.rencana.catatan import Bercatatan


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
