"""`index.json` and `perubahan.json`: what there is to fetch, and how the contract has grown."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import yaml
from pydantic import Field

from zona.outputs.api.contract.contract_base import KepalaUmumJson, KontrakJson, arti
from zona.outputs.api.contract.contract_kinds import AlamatJson, TautanJson
from zona.records.situs import Situs


class BerkasTerdaftarJson(KontrakJson, title="Satu berkas"):
    """A file that can be fetched."""

    alamat: AlamatJson = Field(description="Alamat berkas, dihitung dari akar situs ini.")
    judul: str = Field(description="Judul berkas.")
    tahun: int | None = Field(description="Tahun rencana aksi; kosong bila bukan milik satu tahun.")
    jenis_media: str = Field(description="Jenis berkas menurut daftar IANA, misalnya text/csv.")
    skema: AlamatJson | None = Field(description="Alamat skema JSON berkas itu, dari akar situs; kosong bila tidak ada.")


class IndeksJson(KepalaUmumJson, title="Indeks"):
    """The file."""

    alamat_situs: TautanJson | None = arti(Situs, "alamat_situs")
    lisensi_data: str | None = arti(Situs, "lisensi_data")
    kamus: AlamatJson = Field(description="Alamat kamus data, dari akar situs.")
    openapi: AlamatJson = Field(description="Alamat gambaran OpenAPI 3.1, dari akar situs.")
    berkas: tuple[BerkasTerdaftarJson, ...] = Field(description="Berkas-berkas JSON versi ini.")
    unduhan: tuple[BerkasTerdaftarJson, ...] = Field(description="Tabel-tabel untuk diunduh, dalam berbagai bentuk.")
    umpan: tuple[BerkasTerdaftarJson, ...] = Field(description="Umpan Atom: catatan baru dan periode yang terpenuhi.")
    kalender: tuple[BerkasTerdaftarJson, ...] = Field(description="Kalender tenggat (iCalendar).")


class SatuPerubahanJson(KontrakJson, title="Satu perubahan"):
    """What was added on a day."""

    tanggal: date = Field(description="Tanggal perubahan itu masuk ke kode situs.")
    berkas: tuple[str, ...] = Field(min_length=1, description="Nama berkas yang berubah.")
    perubahan: str = Field(description="Apa yang ditambahkan.")


class PerubahanJson(KepalaUmumJson, title="Riwayat kontrak data"):
    """The file."""

    riwayat: tuple[SatuPerubahanJson, ...] = Field(description="Perubahan kontrak data, yang terbaru lebih dulu.")


def changes() -> tuple[SatuPerubahanJson, ...]:
    """How the contract has grown, the newest first: what `perubahan.yml` says."""
    found = yaml.safe_load((Path(__file__).parent / "perubahan.yml").read_text(encoding="utf-8"))
    return tuple(SatuPerubahanJson.model_validate_json(json.dumps(item, default=date.isoformat)) for item in found)
