"""What a site builder has to know beside the pages: names, addresses, menu, and the values of the page frame.

Names are escaped here, because page frames print them as they are.
"""

from __future__ import annotations

from markupsafe import escape

from zona.findings.upkeep.age import age_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses, wording
from zona.outputs.site_identity import site_address_of
from zona.records.situs import Situs

# Names at the top of the site that no hand-written page may have: of what the core makes, of the home page, and of what
# building and delivery add. "pengaduan" is not among them: the page above the complaint statistics is prose.
TAKEN = frozenset(
    address.partition("/")[0]
    for address in (
        *(addresses.RENCANA, addresses.METODE, addresses.KELENGKAPAN, addresses.RIWAYAT, addresses.KEASLIAN, addresses.UMPAN),
        *(addresses.PETA, addresses.SEMATAN, addresses.LENCANA, addresses.LAPOR, addresses.KANAL, addresses.DASAR_HUKUM),
        *(addresses.INFORMASI, addresses.KAMUS, addresses.CAPAIAN, addresses.KALENDER, addresses.KIT, addresses.LAPORAN),
        *(addresses.UNDUHAN, addresses.BUKTI, addresses.DATA, addresses.API, addresses.ROBOTS),
        *("index", "index.html", "404.html", "sitemap.xml", "sitemap.xml.gz", "assets", "pagefind"),
        *("SHA256SUMS", "_headers", ".htaccess", "header-nginx.conf"),
    )
)
# Pages written by hand, in docs/: the label, and the path of the source.
TULISAN = (("Glosarium", "glosarium.md"),)


def site_name_of(situs: Situs) -> str:
    """The site's name, safe in HTML."""
    return str(escape(f"Zona Integritas {situs.kantor}"))


def repository_of(situs: Situs) -> str | None:
    """Where the data are kept, with one "/" at the end; None where it is not known."""
    return f"{situs.repositori.rstrip('/')}/" if situs.repositori else None


def edit_path(situs: Situs) -> str | None:
    """Where the repository's host edits the files of `docs/`; GitLab puts it behind "-/". None without a repository."""
    if not situs.repositori:
        return None
    return f"{'-/' if 'gitlab' in situs.repositori else ''}edit/{situs.cabang}/docs/"


def menu_of(findings: Findings) -> list[tuple[str, str]]:
    """The menu as (label, path of the page's source). Short, whatever the number of years: themes render it into
    every page, so detail pages stay out of it."""
    tahun = findings.terbaru.tahun
    lapor = [("Lapor", f"{addresses.LAPOR}index.md")] if findings.lapor and findings.kanal else []
    informasi = [("Informasi", f"{addresses.INFORMASI}index.md")] if findings.prosa else []
    return [
        ("Beranda", f"{addresses.BERANDA}index.md"),
        ("Rencana Aksi", f"{addresses.plan(tahun)}index.md"),
        ("Capaian", f"{addresses.capaian(tahun)}index.md"),
        *lapor,
        *informasi,
        ("Keputusan", f"{addresses.keputusan(tahun)}index.md"),
        ("Cara membaca", f"{addresses.METODE}index.md"),
        *TULISAN,
    ]


def builder_settings(findings: Findings, *, address: str | None) -> dict[str, object]:
    """The site builder's settings that come from data; `address`, where given, is taken instead of the data's own."""
    situs = findings.situs.isi
    return {
        "site_name": site_name_of(situs),
        "site_url": address or site_address_of(situs),
        "repo_url": repository_of(situs),
        "edit_uri": edit_path(situs),
        "nav": [{label: path} for label, path in menu_of(findings)],
    }


def theme_values(findings: Findings) -> dict[str, object]:
    """What the page frame shows on every page: the findings, their date, and the newest report's (None before the first)."""
    newest = age_of(findings).laporan_terbaru
    return {
        "temuan": findings,
        "per_tanggal": wording.tanggal(findings.per_tanggal),
        "laporan_terbaru": wording.tanggal(newest) if newest else None,
    }
