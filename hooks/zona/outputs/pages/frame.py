"""The frame around every page: its head, header, menu and footer, and what it says of where the page's data are from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup

from zona.findings.upkeep.age import age_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.scripts import bare_policy, policy_of

# Names at the top of the site that no hand-written page may have: of what the core makes, of the home page, and of what
# delivery adds. "pengaduan" is not among them: the page above the complaint statistics is prose.
TAKEN = frozenset(
    (
        *(address.partition("/")[0] for name, address in vars(addresses).items() if name.isupper() and address),
        *("index", "index.html", "pagefind", "SHA256SUMS", "_headers", ".htaccess", "header-nginx.conf"),
    )
)


Link = tuple[str, str]  # (label, address)


@dataclass(frozen=True)
class Frame:
    """What all pages of a site share. A preview has no policy, for the builder adds a script, and lies at its host's root.
    `jawaban` is the address of what the search answers from."""

    findings: Findings
    preview: bool = False
    jawaban: str = ""

    @cached_property
    def name(self) -> str:
        """What the site is called."""
        return f"Zona Integritas {self.findings.situs.isi.kantor}"

    @cached_property
    def address(self) -> str:
        """Where the site is published, "" where that is not known."""
        return addresses.site_address_of(self.findings.situs.isi)

    @property
    def root(self) -> str:
        """The path that the site lies below at its host."""
        return "/" if self.preview else urlsplit(self.address).path or "/"

    def policy(self, isi: str | None) -> Markup:
        """The policy of a page with this content, or of the page for frames of other sites (None); it has no double quote."""
        return Markup("" if self.preview else bare_policy() if isi is None else policy_of(isi))

    @cached_property
    def newest_report(self) -> date | None:
        """The day of the newest report, None before the first."""
        return age_of(self.findings).laporan_terbaru

    @cached_property
    def menu(self) -> tuple[Link, ...]:
        """The menu."""
        return tuple(menu_of(self.findings))

    @cached_property
    def footer(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """The footer's columns."""
        return tuple((title, links) for title, links in footer_of(self.findings) if links)


# The page of prose that the decree promises a place in the menu (rows II.5 and III.5), where an office has it.
TOLAK = "tolak-gratifikasi"


def menu_of(findings: Findings) -> Iterator[Link]:
    """The menu as (label, address). Short, whatever the number of years: it stands in every page."""
    tahun = findings.terbaru.tahun
    yield "Beranda", addresses.BERANDA
    yield "Rencana Aksi", addresses.plan(tahun)
    yield "Capaian", addresses.capaian(tahun)
    if any(page.nama == TOLAK for page in findings.prosa):
        yield "Tolak Gratifikasi", addresses.prosa(TOLAK)
    if findings.lapor and findings.kanal:
        yield "Lapor", addresses.LAPOR
    if findings.prosa:
        yield "Informasi", addresses.INFORMASI


def footer_of(findings: Findings) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The footer's columns, each with its heading: for citizens, about the data, about the site."""
    tahun, situs = findings.terbaru.tahun, findings.situs.isi
    report = [("Ke mana saya melapor?", addresses.LAPOR)] if findings.lapor and findings.kanal else []
    channels = [("Saluran pengaduan", addresses.KANAL)] if findings.kanal else []
    prose = [(page.kepala.judul, addresses.prosa(page.nama)) for page in findings.prosa[:4]]
    lke = [("Menurut LKE", addresses.lke(tahun))] if findings.terbaru.lke else []
    yield "Warga", (*report, *channels, *prose)
    yield (
        "Data",
        (
            ("Kabar pekan ini", addresses.PEKAN_INI),
            ("Lewat tenggat", addresses.LEWAT_TENGGAT),
            *lke,
            ("Data terbuka", addresses.unduhan(tahun)),
            ("Kamus data", addresses.KAMUS),
            ("Riwayat data", addresses.RIWAYAT),
            ("Periksa keaslian", addresses.KEASLIAN),
            ("Yang belum kami lengkapi", addresses.KELENGKAPAN),
        ),
    )
    written = [(page.judul, addresses.docs(page.nama)) for page in findings.docs.halaman if "/" not in page.path]
    office = [("Situs resmi kantor", situs.situs_resmi)] if situs.situs_resmi else []
    decree = [("Keputusan", addresses.keputusan(tahun))] if findings.terbaru.keputusan else []
    method = ("Cara membaca dan menghitung", addresses.METODE)
    yield "Tentang", (*decree, method, *written, ("Peta situs", addresses.PETA), *office)
