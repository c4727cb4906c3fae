"""The lists of all pages: by kind, where the search leads when scripts do not run, and sitemap.xml for search engines."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.pages.frame import Frame
from zona.outputs.pages.render import Page
from zona.outputs.site_file import SiteFile
from zona.outputs.view import View

# The kinds in the order in which the page lists them.
JENIS = {
    "halaman": "Halaman",
    "kanal": "Saluran pengaduan",
    "dokumen": "Dokumen",
    "rujukan": "Kamus dan unduhan",
    "aksi": "Aksi",
}


@dataclass(frozen=True)
class JenisPeta:
    """One kind of pages: its key, its title, and its pages below their headings ("": none)."""

    kode: str
    judul: str
    bagian: tuple[tuple[str, tuple[Page, ...]], ...]
    jumlah: int


@dataclass(frozen=True)
class PetaSitusView(View, template="pages/peta_situs.html"):
    """The kinds that have pages."""

    jenis: tuple[JenisPeta, ...]


def peta_situs(pages: Collection[Page], findings: Findings) -> Page:
    """The list of these pages; a kind without pages has no heading."""
    found = {jenis: [page for page in pages if page.jenis == jenis] for jenis in JENIS}
    return Page(
        addresses.PETA,
        "Peta situs",
        "Daftar semua halaman di situs ini.",
        findings.terbaru.rencana_aksi.path,
        PetaSitusView(tuple(_kind(jenis, items) for jenis, items in found.items() if items)),
        jenis="",
    )


def _kind(jenis: str, pages: list[Page]) -> JenisPeta:
    parts = tuple((bagian, tuple(own)) for bagian, own in groupby(pages, key=lambda page: page.bagian))
    return JenisPeta(jenis, JENIS[jenis], parts, len(pages))


@dataclass(frozen=True)
class SitemapView(View, template="pages/sitemap.xml"):
    """Every page as (full address, day of the newest thing that it reports, where one is known)."""

    halaman: tuple[tuple[str, date | None], ...]


def sitemap(pages: Iterable[Page], frame: Frame) -> SiteFile:
    """The list for search engines; without addresses while the site's own is not known."""
    listed = sorted((frame.address + page.address, page.berubah) for page in pages if page.address != addresses.NOT_FOUND)
    view = SitemapView(tuple(listed) if frame.address else ())
    source = f"data/{frame.findings.terbaru.rencana_aksi.path}"
    return SiteFile(addresses.SITEMAP, lambda: view.render(frame.findings, "").encode(), source)
