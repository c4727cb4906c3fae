"""The page of what there is to share and to print, and what other sites can show: a badge and a small page in a frame."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from zona.findings.upkeep.age import age_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.pages.frame import site_address_of
from zona.outputs.pages.render import Page
from zona.outputs.sharing import BENTUK, SISI_KECIL, UKURAN_POSTER, alt_of, caption_of, cards_of, due_sentence, posters_of
from zona.outputs.site_file import SiteFile

# The size in which the snippet shows the small page; its text needs no more on a phone's width.
LEBAR_SEMATAN, TINGGI_SEMATAN = 360, 420


def kit(findings: Findings) -> Page:
    """The newest year's kit page."""
    tahun = findings.terbaru
    cards = [(kartu, alt_of(kartu, findings), caption_of(kartu, findings)) for kartu in cards_of(tahun)]
    return Page(
        addresses.kit(tahun.tahun),
        f"Kit berbagi {tahun.tahun}",
        f"Gambar, poster, laporan, dan lencana Zona Integritas {findings.situs.isi.kantor} untuk dibagikan dan dicetak.",
        "pages/kit.html",
        tahun.rencana_aksi.path,
        {
            "tahun": tahun,
            "kelompok_kartu": [("Rencana", cards[:1]), ("Kelompok", cards[1:-4]), ("Triwulan", cards[-4:])],
            "bentuk": BENTUK,
            "sisi_kecil": SISI_KECIL,
            "poster": posters_of(findings),
            "ukuran_poster": UKURAN_POSTER,
            "lencana_alt": badge_alt(findings),
            "sematan": snippet(findings),
            "lencana_kode": badge_snippet(findings),
        },
    )


def embed_files(findings: Findings, env: Environment) -> Iterator[SiteFile]:
    """The badge, and the small page that other sites may show in a frame."""
    tahun = findings.terbaru
    source = f"data/{tahun.rencana_aksi.path}"
    values = {
        "temuan": findings,
        "situs": findings.situs.isi,
        "tahun": tahun,
        "laporan_terbaru": age_of(findings).laporan_terbaru,
        "alamat_situs": site_address_of(findings.situs.isi),
        "kalimat": due_sentence(tahun.hitungan),
        "alt": badge_alt(findings),
    }
    for path, template in ((addresses.LENCANA, "pages/lencana.svg"), (f"{addresses.SEMATAN}index.html", "pages/sematan.html")):
        yield SiteFile(path, (env.get_template(template).render(values).strip() + "\n").encode(), source)


def badge_alt(findings: Findings) -> str:
    """What the badge says, for who doesn't see it."""
    _, alt, _ = next((kartu, alt_of(kartu, findings), "") for kartu in cards_of(findings.terbaru))
    return alt.partition(" Kode QR")[0]


def snippet(findings: Findings) -> str | None:
    """What the office's main site pastes to show the small page; None where the site's own address is not known."""
    root = site_address_of(findings.situs.isi)
    if not root:
        return None
    size = f'width="{LEBAR_SEMATAN}" height="{TINGGI_SEMATAN}"'
    return f'<iframe src="{root}{addresses.SEMATAN}" title="Capaian Zona Integritas" {size} loading="lazy"></iframe>'


def badge_snippet(findings: Findings) -> str | None:
    """What another site pastes to show the badge; None where the site's own address is not known."""
    root = site_address_of(findings.situs.isi)
    if not root:
        return None
    return f'<a href="{root}"><img src="{root}{addresses.LENCANA}" width="360" height="72" alt="Capaian Zona Integritas"></a>'
