"""Every block that pages of prose call by a mark alone on its line, by its name."""

from __future__ import annotations

from dataclasses import dataclass

from zona.findings.year_findings import TahunFinding
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.prose import laporan_blocks, pengaduan_blocks, survei_blocks
from zona.outputs.prose.block import Block, BlockCall
from zona.outputs.view import View
from zona.records.capaian.capaian import Capaian
from zona.records.informasi.kanal import Kanal
from zona.records.reading.file_reader import Source


@dataclass(frozen=True)
class KanalView(View):
    """One channel."""

    template = "blocks/kanal.html"

    kanal: Kanal


@dataclass(frozen=True)
class DaftarKanalView(View):
    """Every channel, in short."""

    template = "blocks/daftar_kanal.html"

    semua: tuple[Kanal, ...]


@dataclass(frozen=True)
class KegiatanView(View):
    """The records of the newest year for some rows (`kode`), the latest first, with the year's published evidence."""

    template = "blocks/kegiatan.html"

    kode: tuple[str, ...]
    tahun: TahunFinding
    catatan: tuple[Source[Capaian], ...]
    terbit: dict[str, BuktiTerbit]


@dataclass(frozen=True)
class UnduhView(View):
    """A file of the site to download."""

    template = "blocks/unduh.html"

    berkas: str


def _kanal(call: BlockCall) -> View:
    return KanalView(call.findings.kanal_menurut_kunci[call.argument])


def _daftar_kanal(call: BlockCall) -> View:
    return DaftarKanalView(tuple(call.findings.kanal_menurut_kunci.values()))


def _kegiatan(call: BlockCall) -> View:
    kode, tahun = tuple(item.strip() for item in call.argument.split(",")), call.findings.terbaru
    records = sorted((item for item in tahun.capaian if item.isi.aksi in kode), key=lambda item: item.isi.tanggal, reverse=True)
    return KegiatanView(kode, tahun, tuple(records), call.terbit[tahun.tahun])


def _unduh(call: BlockCall) -> View:
    return UnduhView(call.argument)


_OWN: dict[str, Block] = {"kanal": _kanal, "daftar-kanal": _daftar_kanal, "kegiatan": _kegiatan, "unduh": _unduh}

# Blocks of other parts of the site are joined here, by `|`.
BLOK: dict[str, Block] = _OWN | pengaduan_blocks.BLOK | survei_blocks.BLOK | laporan_blocks.BLOK
