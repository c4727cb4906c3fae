"""`rencana-aksi.json`: the annex as printed, with its periods, targets and notes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.outputs.api.contract.contract_base import KepalaTahun, KodeAksi, KodeKelompok, KodePeriode, Kontrak, arti
from zona.records.rencana import catatan, rencana_aksi


class Catatan(Kontrak, title="Satu catatan atas teks tercetak"):
    """A note on something printed."""

    bagian: Annotated[str | None, arti(catatan.Catatan, "bagian")]
    jenis: Annotated[catatan.JenisCatatan, arti(catatan.Catatan, "jenis")]
    tertulis: Annotated[str | None, arti(catatan.Catatan, "tertulis")]
    dibaca: Annotated[str | None, arti(catatan.Catatan, "dibaca")]
    keyakinan: Annotated[catatan.Keyakinan, arti(catatan.Catatan, "keyakinan")]
    penjelasan: Annotated[str, arti(catatan.Catatan, "penjelasan")]


DaftarCatatan = Annotated[tuple[Catatan, ...], arti(catatan.Bercatatan, "catatan")]


class Jadwal(Kontrak, title="Satu periode"):
    """A period and its deadline."""

    periode: Annotated[KodePeriode, arti(rencana_aksi.Jadwal, "periode")]
    tenggat: Annotated[date, arti(rencana_aksi.Jadwal, "tenggat")]


class Target(Kontrak, title="Target yang terbaca"):
    """The printed target in two parts."""

    jumlah: Annotated[int, Field(ge=0, description="Berapa yang ditargetkan.")]
    satuan: Annotated[str, Field(description="Satuannya, misalnya Dokumen.")]


class Aksi(Kontrak, title="Satu aksi"):
    """A row of the annex."""

    kode: Annotated[KodeAksi, arti(rencana_aksi.Aksi, "kode")]
    komponen: Annotated[str, arti(rencana_aksi.Aksi, "komponen")]
    indikator: Annotated[str, arti(rencana_aksi.Aksi, "indikator")]
    langkah_aksi: Annotated[str, arti(rencana_aksi.Aksi, "langkah_aksi")]
    bukti_fisik: Annotated[str, arti(rencana_aksi.Aksi, "bukti_fisik")]
    target_waktu: Annotated[str, arti(rencana_aksi.Aksi, "target_waktu")]
    target_capaian: Annotated[str | None, arti(rencana_aksi.Aksi, "target_capaian")]
    jadwal: Annotated[tuple[Jadwal, ...], Field(description="Periode-periode dengan tenggatnya, urut waktu.")]
    alasan_jadwal: Annotated[str | None, arti(rencana_aksi.Aksi, "alasan_jadwal")]
    target: Annotated[Target | None, Field(description="Target capaian sebagai jumlah dan satuan; kosong bila tidak terbaca.")]
    catatan: DaftarCatatan


class Kelompok(Kontrak, title="Satu kelompok"):
    """A group of the annex."""

    kode: Annotated[KodeKelompok, arti(rencana_aksi.Kelompok, "kode")]
    judul: Annotated[str, arti(rencana_aksi.Kelompok, "judul")]
    catatan: DaftarCatatan
    aksi: Annotated[tuple[Aksi, ...], arti(rencana_aksi.Kelompok, "aksi")]


class RencanaAksi(KepalaTahun, title="Rencana aksi"):
    """The file."""

    judul: Annotated[str, arti(rencana_aksi.RencanaAksi, "judul")]
    catatan: DaftarCatatan
    kelompok: Annotated[tuple[Kelompok, ...], arti(rencana_aksi.RencanaAksi, "kelompok")]
