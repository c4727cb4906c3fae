"""Public service of a year: the pledge (maklumat), the service standards, the procedures (SOP) with their last review."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Laporan
from zona.records.laporan.laporan_checks import check_laporan, not_before, once
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatWeb, Record, Teks
from zona.records.reading.holes import each, rules


class Maklumat(Record):
    """The pledge, as printed."""

    teks: Annotated[Teks, Field(description="Isi maklumat, seperti tercetak.")]
    ditetapkan: Annotated[date, Field(description="Tanggal ditetapkan: tahun-bulan-hari.")]
    tautan: Annotated[AlamatWeb | None, Field(description="Alamat maklumatnya, bila sudah terbit.")] = None


class StandarPelayanan(Record):
    """The standard of one service."""

    judul: Annotated[Teks, Field(description="Jenis layanan.")]
    ditetapkan: Annotated[date | None, Field(description="Tanggal ditetapkan: tahun-bulan-hari.")] = None
    berlaku_sampai: Annotated[date | None, Field(description="Hari terakhir berlaku, bila dibatasi.")] = None
    tautan: Annotated[AlamatWeb | None, Field(description="Alamat standarnya, bila sudah terbit.")] = None


class Sop(Record):
    """One procedure."""

    nomor: Annotated[Teks, Field(description="Nomor SOP.")]
    judul: Annotated[Teks, Field(description="Judul SOP.")]
    ditetapkan: Annotated[date | None, Field(description="Tanggal ditetapkan: tahun-bulan-hari.")] = None
    reviu_terakhir: Annotated[date | None, Field(description="Tanggal reviu terakhir; kosong bila belum.")] = None
    tautan: Annotated[AlamatWeb | None, Field(description="Alamat naskahnya, bila sudah terbit.")] = None


class Layanan(Laporan):
    """A year's pledge, standards and procedures."""

    maklumat: Annotated[Maklumat | None, Field(description="Maklumat pelayanan.")] = None
    standar_pelayanan: Annotated[tuple[StandarPelayanan, ...], Field(description="Standar pelayanan tiap jenis layanan.")] = ()
    sop: Annotated[tuple[Sop, ...], Field(description="Daftar SOP dengan reviu terakhirnya.")] = ()


def check_layanan(layanan: Layanan, tahun: int, around: Surroundings) -> Found:
    """A procedure stands once, and nothing ends or is reviewed before it was set."""
    yield from check_laporan(layanan, tahun, around)
    yield from rules(_sop(layanan), _standards(layanan))


def _sop(layanan: Layanan) -> Found:
    sop = list(each(layanan.sop, "sop"))
    yield from once(sop, "nomor")
    for loc, item in sop:
        yield from rules(not_before(item, "reviu_terakhir", "ditetapkan", loc))


def _standards(layanan: Layanan) -> Found:
    for loc, item in each(layanan.standar_pelayanan, "standar_pelayanan"):
        yield from rules(not_before(item, "berlaku_sampai", "ditetapkan", loc))
