"""Every page of the site, in its order; and those about the whole: home, method, and how to check the site."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from zona.findings.four_eyes import EmpatMata, four_eyes
from zona.findings.keadaan import Keadaan
from zona.findings.upkeep.age import SEJAK_MULAI, TANPA_LAPORAN
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.pages.beranda_pages import beranda, page_of_late
from zona.outputs.pages.berbagi.change_pages import pages_of_changes
from zona.outputs.pages.berbagi.open_data_pages import page_of_downloads, pages_of_dictionary
from zona.outputs.pages.berbagi.sharing_pages import kit
from zona.outputs.pages.capaian_pages import pages_of_capaian
from zona.outputs.pages.docs_pages import pages_of_docs
from zona.outputs.pages.informasi_pages import pages_of_informasi
from zona.outputs.pages.kelengkapan_page import kelengkapan
from zona.outputs.pages.lke_page import pages_of_lke
from zona.outputs.pages.pengaduan_pages import pages_of_pengaduan
from zona.outputs.pages.rencana_pages import newest_plan, pages_of_rencana
from zona.outputs.pages.render import Page
from zona.outputs.pages.site_map import peta_situs
from zona.outputs.sharing import TeksKartu
from zona.outputs.tables.downloads import Unduhan
from zona.outputs.view import View
from zona.records.rencana.keputusan import JenisCatatan
from zona.records.rencana.target_waktu import BENTUK


@dataclass(frozen=True)
class MetodeView(View, template="pages/metode.html"):
    """How the print is read, and what is computed from it: `bentuk` are examples of printed times with their meaning,
    `tanpa_laporan` is after how many days the home page says that nothing new was reported, `sejak_mulai` the same for an
    office that began to record on a day that it named."""

    bentuk: tuple[tuple[str, str], ...]
    jenis_catatan: tuple[JenisCatatan, ...]
    keadaan: tuple[Keadaan, ...]
    tanpa_laporan: int
    sejak_mulai: int


@dataclass(frozen=True)
class KeaslianView(View, template="pages/keaslian.html"):
    """How to build this very copy again, and how many verifications another person committed than their records."""

    empat_mata: tuple[EmpatMata, ...]


@dataclass(frozen=True)
class NotFoundView(View, template="pages/tidak_ada.html"):
    """What is shown where no page is."""


def pages_of(
    findings: Findings,
    terbit: dict[int, dict[str, BuktiTerbit]],
    unduhan: dict[int, Unduhan],
    pictures: tuple[TeksKartu, ...],
    tergambar: Collection[str],
) -> Iterator[Page]:
    """Every generated page, in the order of the site; `terbit` is each year's published evidence by name, `unduhan` what
    each year has to download, `pictures` what there is to share, and `tergambar` where something drawn is published."""
    pages = [beranda(findings), newest_plan(findings)]
    for tahun in findings.tahun:
        pages += pages_of_rencana(tahun, findings, terbit[tahun.tahun])
        pages += pages_of_capaian(tahun, findings, terbit[tahun.tahun])
        pages += [page_of_late(tahun, findings, unduhan[tahun.tahun])]
        pages += [page_of_downloads(tahun, findings, unduhan[tahun.tahun])]
        pages += pages_of_lke(tahun, findings, unduhan[tahun.tahun])
    pages += [*pages_of_informasi(findings, terbit), *pages_of_pengaduan(findings)]
    pages += [kelengkapan(findings, tergambar), kit(findings, pictures, tergambar), _metode(findings)]
    pages += [*pages_of_dictionary(findings, unduhan[findings.terbaru.tahun]), *pages_of_changes(findings)]
    pages += [_keaslian(findings), *pages_of_docs(findings)]
    yield from pages
    yield peta_situs(pages, findings)
    source = findings.terbaru.rencana_aksi.path
    yield Page(addresses.NOT_FOUND, "Halaman tidak ditemukan", None, source, NotFoundView(), jenis="")


def _metode(findings: Findings) -> Page:
    tahun = findings.terbaru
    return Page(
        addresses.METODE,
        "Cara membaca dan menghitung",
        f"Bagaimana naskah {tahun.dasar.kata} disalin, bagaimana tenggat dibaca, dan apa arti catatan.",
        tahun.rencana_aksi.path,
        MetodeView(BENTUK, tuple(JenisCatatan), tuple(Keadaan), TANPA_LAPORAN, SEJAK_MULAI),
        tahun.tahun,
    )


def _keaslian(findings: Findings) -> Page:
    return Page(
        addresses.KEASLIAN,
        "Periksa keaslian",
        "Siapa pun bisa membangun ulang situs ini dari datanya dan membandingkan hasilnya.",
        findings.situs.path,
        KeaslianView(four_eyes(findings)),
    )
