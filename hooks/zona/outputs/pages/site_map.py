"""The page that lists every page by kind: where the search leads when scripts do not run."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.pages.frame import TULISAN
from zona.outputs.pages.render import Page

# The kinds in the order in which the page lists them.
JENIS = {
    "halaman": "Halaman",
    "kanal": "Kanal",
    "dokumen": "Dokumen",
    "aksi": "Aksi",
}


def peta_situs(pages: Iterable[Page], findings: Findings) -> Page:
    """The list of these pages and of those that are written by hand; a kind without pages has no heading."""
    tulisan = [("", label, f"{path.removesuffix('.md')}/") for label, path in TULISAN]
    found = {jenis: [(page.bagian, page.title, page.address) for page in pages if page.jenis == jenis] for jenis in JENIS}
    found["halaman"] += tulisan
    return Page(
        addresses.PETA,
        "Peta situs",
        "Daftar semua halaman di situs ini.",
        "pages/peta_situs.html",
        findings.terbaru.rencana_aksi.path,
        {
            "jenis": [
                (jenis, judul, [(bagian, list(items)) for bagian, items in groupby(found[jenis], key=lambda item: item[0])])
                for jenis, judul in JENIS.items()
                if found[jenis]
            ]
        },
        jenis="",
    )
