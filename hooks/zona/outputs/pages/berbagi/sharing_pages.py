"""The page of what there is to share and to print, and what other sites can show: a badge and a small page in a frame."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from zona.findings.upkeep.age import age_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.pages.beranda_pages import heading_of
from zona.outputs.pages.frame import Frame
from zona.outputs.pages.render import Page
from zona.outputs.sharing import (
    BENTUK,
    BUKAN_BERARTI,
    SISI_KECIL,
    UKURAN_POSTER,
    Poster,
    TeksKartu,
    Ukuran,
    due_sentence,
    months_to_hang,
    posters_of,
)
from zona.outputs.site_file import SiteFile
from zona.outputs.view import View


@dataclass(frozen=True)
class KitView(View, template="pages/kit.html"):
    """What there is to share and to print. `kelompok_kartu` are the pictures below their headings, `nama_kartu` the names of
    the groups' pictures by their keys; `bulan_papan` the months that have a paper for the notice board; `tergambar` the
    addresses of what was drawn, `sisi_kecil` a thumbnail's size; `kode_tempel` is what other sites paste to show the badge and
    the small page, None while this site has no address."""

    kelompok_kartu: tuple[tuple[str, tuple[TeksKartu, ...]], ...]
    nama_kartu: dict[str, str]
    bentuk: tuple[Ukuran, ...]
    sisi_kecil: int
    poster: tuple[Poster, ...]
    ukuran_poster: tuple[Ukuran, ...]
    bulan_papan: tuple[int, ...]
    tergambar: Collection[str]
    lencana_alt: str
    kode_tempel: tuple[str, str] | None


@dataclass(frozen=True)
class LencanaView(View, template="pages/lencana.svg"):
    """The badge; `alt` is what it says, for who doesn't see it: what the plan's picture shows, the same numbers. `judul` is
    said where nothing is fulfilled yet."""

    alt: str
    judul: str


@dataclass(frozen=True)
class SematanView(View, template="pages/sematan.html"):
    """The small page that other sites may frame: `judul` is its heading where nothing is fulfilled yet, `kalimat` what came of
    past deadlines, `penjelasan` what the unreported means, `kebijakan` the page's policy."""

    judul: str
    laporan_terbaru: date | None
    kalimat: str | None
    penjelasan: str
    kebijakan: Markup


def kit(findings: Findings, pictures: tuple[TeksKartu, ...], tergambar: Collection[str]) -> Page:
    """The newest year's kit page: `pictures` are the plan's, the groups' and the four quarters'."""
    tahun = findings.terbaru
    view = KitView(
        kelompok_kartu=(("Rencana", pictures[:1]), ("Kelompok", pictures[1:-4]), ("Triwulan", pictures[-4:])),
        nama_kartu={f"kelompok-{item.kode.lower()}": f"{item.kode} · {item.sebutan}" for item in tahun.kelompok},
        bentuk=BENTUK,
        sisi_kecil=SISI_KECIL,
        poster=posters_of(findings),
        ukuran_poster=UKURAN_POSTER,
        bulan_papan=months_to_hang(findings),
        tergambar=tergambar,
        lencana_alt=pictures[0].tampak,
        kode_tempel=snippets(addresses.site_address_of(findings.situs.isi)),
    )
    return Page(
        addresses.kit(tahun.tahun),
        f"Bahan untuk dibagikan {tahun.tahun}",
        f"Gambar, poster, laporan, dan tempelan Zona Integritas {findings.situs.isi.kantor} untuk dibagikan.",
        tahun.rencana_aksi.path,
        view,
        tahun.tahun,
        jenis="rujukan",
    )


def embed_files(frame: Frame, pictures: tuple[TeksKartu, ...]) -> Iterator[SiteFile]:
    """What other sites may show: the badge, and the small page in a frame."""
    tahun = frame.findings.terbaru
    heading = heading_of(tahun, age_of(frame.findings))
    small = SematanView(heading, frame.newest_report, due_sentence(tahun.hitungan), BUKAN_BERARTI, frame.policy(None))
    embeds = {addresses.LENCANA: LencanaView(pictures[0].tampak, heading), f"{addresses.SEMATAN}index.html": small}
    for path, view in embeds.items():
        yield SiteFile(path, partial(_embed, path, view, frame.findings), f"data/{tahun.rencana_aksi.path}")


def _embed(path: str, view: View, findings: Findings) -> bytes:
    return f"{view.render(findings, addresses.folder_of(path)).strip()}\n".encode()


def snippets(root: str) -> tuple[str, str] | None:
    """What other sites paste to show the badge and the small page; None where the site's own address, `root`, is not known."""
    if not root:
        return None
    badge = f'<img src="{root}{addresses.LENCANA}" width="360" height="72" alt="Capaian Zona Integritas">'
    # The small page's text needs no more than this on a phone's width.
    frame = f'src="{root}{addresses.SEMATAN}" title="Capaian Zona Integritas" width="360" height="560" loading="lazy"'
    return f'<a href="{root}">{badge}</a>', f"<iframe {frame}></iframe>"
