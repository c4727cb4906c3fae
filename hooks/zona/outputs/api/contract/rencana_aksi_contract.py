"""`rencana-aksi.json`: the annex as printed, with its periods, targets and notes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.outputs.api.contract.contract_base import (
    KepalaTahunJson,
    KodeAksiJson,
    KodeKelompokJson,
    KodePeriodeJson,
    KontrakJson,
    arti,
)
from zona.records.rencana import catatan, rencana_aksi


class CatatanJson(KontrakJson, title="Satu catatan atas teks tercetak"):
    """A note on something printed."""

    bagian: Annotated[str | None, arti(catatan.Catatan, "bagian")]
    jenis: Annotated[catatan.JenisCatatan, arti(catatan.Catatan, "jenis")]
    tertulis: Annotated[str | None, arti(catatan.Catatan, "tertulis")]
    dibaca: Annotated[str | None, arti(catatan.Catatan, "dibaca")]
    keyakinan: Annotated[catatan.Keyakinan, arti(catatan.Catatan, "keyakinan")]
    penjelasan: Annotated[str, arti(catatan.Catatan, "penjelasan")]


DaftarCatatanJson = Annotated[tuple[CatatanJson, ...], arti(catatan.Bercatatan, "catatan")]


class JadwalJson(KontrakJson, title="Satu periode"):
    """A period and its deadline."""

    periode: Annotated[KodePeriodeJson, arti(rencana_aksi.Jadwal, "periode")]
    tenggat: Annotated[date, arti(rencana_aksi.Jadwal, "tenggat")]


class TargetJson(KontrakJson, title="Target yang terbaca"):
    """The printed target in two parts."""

    jumlah: Annotated[int, Field(ge=0, description="Berapa yang ditargetkan.")]
    satuan: Annotated[str, Field(description="Satuannya, misalnya Dokumen.")]


class AksiJson(KontrakJson, title="Satu aksi"):
    """A row of the annex."""

    kode: Annotated[KodeAksiJson, arti(rencana_aksi.Aksi, "kode")]
    komponen: Annotated[str, arti(rencana_aksi.Aksi, "komponen")]
    indikator: Annotated[str, arti(rencana_aksi.Aksi, "indikator")]
    langkah_aksi: Annotated[str, arti(rencana_aksi.Aksi, "langkah_aksi")]
    bukti_fisik: Annotated[str, arti(rencana_aksi.Aksi, "bukti_fisik")]
    target_waktu: Annotated[str, arti(rencana_aksi.Aksi, "target_waktu")]
    target_capaian: Annotated[str | None, arti(rencana_aksi.Aksi, "target_capaian")]
    jadwal: Annotated[tuple[JadwalJson, ...], Field(description="Periode-periode dengan tenggatnya, urut waktu.")]
    alasan_jadwal: Annotated[str | None, arti(rencana_aksi.Aksi, "alasan_jadwal")]
    target: Annotated[
        TargetJson | None, Field(description="Target capaian sebagai jumlah dan satuan; kosong bila tidak terbaca.")
    ]
    catatan: DaftarCatatanJson


class KelompokJson(KontrakJson, title="Satu kelompok"):
    """A group of the annex."""

    kode: Annotated[KodeKelompokJson, arti(rencana_aksi.Kelompok, "kode")]
    judul: Annotated[str, arti(rencana_aksi.Kelompok, "judul")]
    catatan: DaftarCatatanJson
    aksi: Annotated[tuple[AksiJson, ...], arti(rencana_aksi.Kelompok, "aksi")]


class RencanaAksiJson(KepalaTahunJson, title="Rencana aksi"):
    """The file."""

    judul: Annotated[str, arti(rencana_aksi.RencanaAksi, "judul")]
    catatan: DaftarCatatanJson
    kelompok: Annotated[tuple[KelompokJson, ...], arti(rencana_aksi.RencanaAksi, "kelompok")]
