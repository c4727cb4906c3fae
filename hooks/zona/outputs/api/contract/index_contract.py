"""`index.json` and `perubahan.json`: what there is to fetch, and how the contract has grown."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from zona.outputs.api.contract.contract_base import AlamatJson, KepalaUmumJson, KontrakJson, TautanJson, arti
from zona.records.situs import Situs


class BerkasTerdaftarJson(KontrakJson, title="Satu berkas"):
    """A file that can be fetched."""

    alamat: Annotated[AlamatJson, Field(description="Alamat berkas, dihitung dari akar situs ini.")]
    judul: Annotated[str, Field(description="Judul berkas.")]
    tahun: Annotated[int | None, Field(description="Tahun rencana aksi; kosong bila bukan milik satu tahun.")]
    jenis_media: Annotated[str, Field(description="Jenis berkas menurut daftar IANA, misalnya text/csv.")]
    skema: Annotated[
        AlamatJson | None, Field(description="Alamat skema JSON berkas itu, dari akar situs; kosong bila tidak ada.")
    ]


class IndeksJson(KepalaUmumJson, title="Indeks"):
    """The file."""

    alamat_situs: Annotated[TautanJson | None, arti(Situs, "alamat_situs")]
    lisensi_data: Annotated[str | None, arti(Situs, "lisensi_data")]
    kamus: Annotated[AlamatJson, Field(description="Alamat kamus data, dari akar situs.")]
    openapi: Annotated[AlamatJson, Field(description="Alamat gambaran OpenAPI 3.1, dari akar situs.")]
    berkas: Annotated[tuple[BerkasTerdaftarJson, ...], Field(description="Berkas-berkas JSON versi ini.")]
    unduhan: Annotated[tuple[BerkasTerdaftarJson, ...], Field(description="Tabel-tabel untuk diunduh, dalam berbagai bentuk.")]
    umpan: Annotated[tuple[BerkasTerdaftarJson, ...], Field(description="Umpan Atom: catatan baru dan periode yang terpenuhi.")]
    kalender: Annotated[tuple[BerkasTerdaftarJson, ...], Field(description="Kalender tenggat (iCalendar).")]


class SatuPerubahanJson(KontrakJson, title="Satu perubahan"):
    """What was added on a day."""

    tanggal: Annotated[date, Field(description="Tanggal perubahan itu masuk ke kode situs.")]
    berkas: Annotated[tuple[str, ...], Field(min_length=1, description="Nama berkas yang berubah.")]
    perubahan: Annotated[str, Field(description="Apa yang ditambahkan.")]


class PerubahanJson(KepalaUmumJson, title="Riwayat kontrak data"):
    """The file."""

    riwayat: Annotated[tuple[SatuPerubahanJson, ...], Field(description="Perubahan kontrak data, yang terbaru lebih dulu.")]


def changes() -> tuple[SatuPerubahanJson, ...]:
    """How the contract has grown, the newest first: what `perubahan.yml` says."""
    found = yaml.safe_load((Path(__file__).parent / "perubahan.yml").read_text(encoding="utf-8"))
    return tuple(SatuPerubahanJson.model_validate_json(json.dumps(item, default=date.isoformat)) for item in found)
