"""`capaian.json`: every period with its state, every record with its evidence."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.findings.keadaan import Keadaan
from zona.outputs.api.contract.contract_base import KepalaTahunJson, KontrakJson, arti
from zona.outputs.api.contract.contract_kinds import (
    AlamatJson,
    BanyakJson,
    KodeAksiJson,
    KodePeriodeJson,
    LetakJson,
    TautanJson,
)
from zona.records.capaian import capaian
from zona.records.rencana import rencana_aksi


class PeriodeJson(KontrakJson, title="Satu periode"):
    """A period of an action."""

    aksi: KodeAksiJson = arti(capaian.Capaian, "aksi")
    periode: KodePeriodeJson = arti(rencana_aksi.Jadwal, "periode")
    tenggat: date = arti(rencana_aksi.Jadwal, "tenggat")
    keadaan: Keadaan = Field(description="Keadaan periode pada tanggal hitungan.")
    hari_lewat: BanyakJson = Field(description="Berapa hari lewat dari tenggat, 0 bila belum lewat atau sudah terpenuhi.")
    terlambat_dipenuhi: bool = Field(description="Benar bila dipenuhi setelah tenggat.")
    jumlah_catatan: BanyakJson = Field(description="Banyaknya catatan periode itu.")


class BuktiJson(KontrakJson, title="Satu bukti"):
    """A piece of evidence."""

    judul: str = arti(capaian.Bukti, "judul")
    jenis: capaian.JenisBukti = arti(capaian.Bukti, "jenis")
    tautan: TautanJson | None = arti(capaian.Bukti, "tautan")
    alamat: AlamatJson | None = Field(description="Letak berkas bukti di situs ini.")
    ukuran: BanyakJson | None = Field(description="Besar berkas dalam bita.")
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = Field(description="Sidik jari SHA-256 berkas.")


class CatatanCapaianJson(KontrakJson, title="Satu catatan pelaksanaan"):
    """A record."""

    aksi: KodeAksiJson = arti(capaian.Capaian, "aksi")
    periode: KodePeriodeJson = arti(capaian.Capaian, "periode")
    tanggal: date = arti(capaian.Capaian, "tanggal")
    hasil: capaian.Hasil = arti(capaian.Capaian, "hasil")
    uraian: str = arti(capaian.Capaian, "uraian")
    bukti: tuple[BuktiJson, ...] = arti(capaian.Capaian, "bukti")
    dicatat_oleh: str = arti(capaian.Capaian, "dicatat_oleh")
    diverifikasi_oleh: str | None = arti(capaian.Capaian, "diverifikasi_oleh")
    berkas: LetakJson


class CapaianJson(KepalaTahunJson, title="Capaian"):
    """The file."""

    periode: tuple[PeriodeJson, ...] = Field(description="Setiap periode setiap aksi, urut seperti dalam lampiran.")
    catatan_capaian: tuple[CatatanCapaianJson, ...] = Field(description="Apa yang dilaporkan sudah dikerjakan.")
