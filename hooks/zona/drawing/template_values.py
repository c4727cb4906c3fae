"""What drawing templates take: plain frozen values, every number already in words. A template has a dataclass of its own."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten
from typing import ClassVar

import segno

from zona.findings.hitungan import Hitungan
from zona.findings.year_findings import Findings
from zona.outputs.sharing import BarisMonev
from zona.outputs.site_identity import site_address_of
from zona.outputs.wording import angka, tanggal

# The longest name beside a bar, and where there is little room; the pages say it in full.
NAMA_TERPANJANG, NAMA_PENDEK = 130, 52
_TEPI = 4  # modules of quiet zone around a QR code, as its standard asks


@dataclass(frozen=True)
class Identitas:
    """Whose it is, as of when, and where the site is; `situs` is None where that is not known."""

    kantor: str
    kantor_lengkap: str
    contoh: bool
    per_tanggal: str
    situs: str | None


@dataclass(frozen=True)
class KodeQr:
    """A QR code as SVG, its width in modules, and the address that it opens."""

    svg: str
    modul: float
    alamat: str


@dataclass(frozen=True)
class TemplateValues:
    """The values of one drawing; `template` is its file below `drawing/templates/`."""

    template: ClassVar[str]

    identitas: Identitas
    qr: KodeQr | None


@dataclass(frozen=True)
class JumlahKeadaan:
    """How many periods are in a state, as geometry and in words."""

    keadaan: str
    label: str
    jumlah: int
    teks: str


@dataclass(frozen=True)
class BarisGambar:
    """A bar with its name, in full and short."""

    nama: str
    nama_pendek: str
    terpenuhi: str
    jumlah: str
    keadaan: tuple[JumlahKeadaan, ...]


def counts(hitungan: Hitungan) -> tuple[JumlahKeadaan, ...]:
    """Every state with its number."""
    return tuple(JumlahKeadaan(state.value, state.label, number, angka(number)) for state, number in hitungan.keadaan.items())


def rows(baris: Iterable[BarisMonev]) -> tuple[BarisGambar, ...]:
    """Bars with their names."""
    return tuple(
        BarisGambar(
            shorten(row.nama, NAMA_TERPANJANG, placeholder=" …"),
            shorten(row.nama, NAMA_PENDEK, placeholder=" …"),
            angka(row.hitungan.terpenuhi),
            angka(row.hitungan.jumlah),
            counts(row.hitungan),
        )
        for row in baris
    )


def identity(findings: Findings) -> Identitas:
    """Whose drawing it is."""
    situs = findings.situs.isi
    address = site_address_of(situs).removeprefix("https://").rstrip("/") or None
    return Identitas(situs.kantor, situs.kantor_lengkap, situs.contoh, tanggal(findings.per_tanggal), address)


def qr(findings: Findings, halaman: str) -> KodeQr | None:
    """The QR code that opens a page of the site; None where the site's address is not known: no address is ever made up."""
    root = site_address_of(findings.situs.isi)
    if not root:
        return None
    code = segno.make(root + halaman, error="m", micro=False)
    stream = io.BytesIO()
    code.save(stream, kind="svg", border=_TEPI, xmldecl=False, nl=False)
    return KodeQr(stream.getvalue().decode(), code.symbol_size(border=_TEPI)[0], root + halaman)
