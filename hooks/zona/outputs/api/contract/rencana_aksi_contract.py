"""`rencana-aksi.json`: the annex as printed, with its periods, targets and notes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.outputs.api.contract.contract_base import KepalaTahunJson, KontrakJson, arti
from zona.outputs.api.contract.contract_kinds import KodeAksiJson, KodeKelompokJson, KodePeriodeJson
from zona.records.rencana import catatan, rencana_aksi


class CatatanJson(KontrakJson, title="Satu catatan atas teks tercetak"):
    """A note on something printed."""

    bagian: str | None = arti(catatan.Catatan, "bagian")
    jenis: catatan.JenisCatatan = arti(catatan.Catatan, "jenis")
    tertulis: str | None = arti(catatan.Catatan, "tertulis")
    dibaca: str | None = arti(catatan.Catatan, "dibaca")
    keyakinan: catatan.Keyakinan = arti(catatan.Catatan, "keyakinan")
    penjelasan: str = arti(catatan.Catatan, "penjelasan")


DaftarCatatanJson = Annotated[tuple[CatatanJson, ...], arti(catatan.Bercatatan, "catatan")]


class JadwalJson(KontrakJson, title="Satu periode"):
    """A period and its deadline."""

    periode: KodePeriodeJson = arti(rencana_aksi.Jadwal, "periode")
    tenggat: date = arti(rencana_aksi.Jadwal, "tenggat")


class TargetJson(KontrakJson, title="Target yang terbaca"):
    """The printed target in two parts."""

    jumlah: int = Field(ge=0, description="Berapa yang ditargetkan.")
    satuan: str = Field(description="Satuannya, misalnya Dokumen.")


class AksiJson(KontrakJson, title="Satu aksi"):
    """A row of the annex."""

    kode: KodeAksiJson = arti(rencana_aksi.Aksi, "kode")
    komponen: str = arti(rencana_aksi.Aksi, "komponen")
    indikator: str = arti(rencana_aksi.Aksi, "indikator")
    langkah_aksi: str = arti(rencana_aksi.Aksi, "langkah_aksi")
    bukti_fisik: str = arti(rencana_aksi.Aksi, "bukti_fisik")
    target_waktu: str = arti(rencana_aksi.Aksi, "target_waktu")
    target_capaian: str | None = arti(rencana_aksi.Aksi, "target_capaian")
    jadwal: tuple[JadwalJson, ...] = Field(description="Periode-periode dengan tenggatnya, urut waktu.")
    alasan_jadwal: str | None = arti(rencana_aksi.Aksi, "alasan_jadwal")
    target: TargetJson | None = Field(description="Target capaian sebagai jumlah dan satuan; kosong bila tidak terbaca.")
    catatan: DaftarCatatanJson


class KelompokJson(KontrakJson, title="Satu kelompok"):
    """A group of the annex."""

    kode: KodeKelompokJson = arti(rencana_aksi.Kelompok, "kode")
    judul: str = arti(rencana_aksi.Kelompok, "judul")
    catatan: DaftarCatatanJson
    aksi: tuple[AksiJson, ...] = arti(rencana_aksi.Kelompok, "aksi")


class RencanaAksiJson(KepalaTahunJson, title="Rencana aksi"):
    """The file."""

    judul: str = arti(rencana_aksi.RencanaAksi, "judul")
    catatan: DaftarCatatanJson
    kelompok: tuple[KelompokJson, ...] = arti(rencana_aksi.RencanaAksi, "kelompok")
