"""The page that lists every page by kind: where the search leads when scripts do not run."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.pages.frame import TULISAN
from zona.outputs.pages.render import Page
from zona.outputs.view import View

# The kinds in the order in which the page lists them.
JENIS = {
    "halaman": "Halaman",
    "kanal": "Kanal",
    "dokumen": "Dokumen",
    "aksi": "Aksi",
}


@dataclass(frozen=True)
class ButirPeta:
    """One page: its heading within its kind ("": none), its title, and its address."""

    bagian: str
    judul: str
    alamat: str


@dataclass(frozen=True)
class JenisPeta:
    """One kind of pages: its key, its title, and its pages below their headings."""

    kode: str
    judul: str
    bagian: tuple[tuple[str, tuple[ButirPeta, ...]], ...]
    jumlah: int


@dataclass(frozen=True)
class PetaSitusView(View):
    """The kinds that have pages."""

    template = "pages/peta_situs.html"

    jenis: tuple[JenisPeta, ...]


def peta_situs(pages: Collection[Page], findings: Findings) -> Page:
    """The list of these pages and of those that are written by hand; a kind without pages has no heading."""
    found = {
        jenis: [ButirPeta(page.bagian, page.title, page.address) for page in pages if page.jenis == jenis] for jenis in JENIS
    }
    found["halaman"] += [ButirPeta("", label, f"{path.removesuffix('.md')}/") for label, path in TULISAN]
    return Page(
        addresses.PETA,
        "Peta situs",
        "Daftar semua halaman di situs ini.",
        findings.terbaru.rencana_aksi.path,
        PetaSitusView(tuple(_kind(jenis, items) for jenis, items in found.items() if items)),
        jenis="",
    )


def _kind(jenis: str, items: list[ButirPeta]) -> JenisPeta:
    parts = tuple((bagian, tuple(own)) for bagian, own in groupby(items, key=lambda item: item.bagian))
    return JenisPeta(jenis, JENIS[jenis], parts, len(items))
