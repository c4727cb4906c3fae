"""The whole site in files: pages and data, and with the kit its pictures, posters and reports."""

import logging
from dataclasses import dataclass
from pathlib import Path

from zona.cache import forget_unused
from zona.delivery.deliver import Rules
from zona.drawing.cards import picture_files
from zona.drawing.lembar_monev import report_files
from zona.drawing.letter_papers import letter_papers
from zona.drawing.month_papers import month_files
from zona.drawing.posters import poster_files
from zona.drawing.typst_drawing import Drawer
from zona.findings.year_findings import Findings
from zona.outputs.evidence.published import publish_all
from zona.outputs.pages.frame import Frame
from zona.outputs.present import present
from zona.outputs.scripts import bare_policy, policy, scripts
from zona.outputs.sharing import drawn_paths
from zona.outputs.site_file import SiteFile

STEPS = logging.getLogger(__name__)  # what goes on, for whoever waits


@dataclass(frozen=True)
class LeftOut:
    """A drawing that could not be made: its path, and why, in the words of the program that failed."""

    path: str
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.path} tidak bisa digambar, jadi tidak terbit dan tidak ditautkan; bangun ulang, dan bila tetap begitu "
            "laporkan baris ini kepada pengelola program"
        )


@dataclass(frozen=True)
class WholeSite:
    """Every file but what delivery adds, ordered by path; what its pages may do; and the drawings that could not be made."""

    files: tuple[SiteFile, ...]
    rules: Rules
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class SitePaths:
    """Which files a site has: those that it always has, and those of the kit, of which one that could not be drawn is neither
    there nor linked from anywhere."""

    always: frozenset[str]
    drawn: frozenset[str]


def paths_of(findings: Findings, *, cache: Path | None = None, kit: bool = True) -> SitePaths:
    """The paths of all that `whole_site` makes, without rendering or drawing anything; `cache` keeps small pictures."""
    return SitePaths(
        frozenset(file.path for file in present(findings, cache=cache)), drawn_paths(findings) if kit else frozenset()
    )


def whole_site(findings: Findings, *, cache: Path | None = None, kit: bool = True, preview: bool = False) -> WholeSite:
    """Everything, drawn before the pages, which link only to what was drawn. Without `kit` nothing is drawn; a `preview` has no
    policy; `cache` keeps small pictures and drawings by their content, and forgets what nobody used for a month."""
    terbit = publish_all(findings, cache)
    drawer, drawn = Drawer(cache), list[SiteFile]()
    if kit:
        STEPS.info("Menggambar kartu, poster, laporan, dan surat")
        drawn = [*picture_files(findings, drawer), *poster_files(findings, drawer), *report_files(findings, terbit, drawer)]
        drawn += [*month_files(findings, drawer), *letter_papers(findings, drawer)]
        forget_unused(cache)
    STEPS.info("Menulis halaman")
    pages = present(findings, cache=cache, terbit=terbit, tergambar={file.path for file in drawn}, preview=preview)
    rules = Rules(policy(), bare_policy(), frozenset(scripts().values()), Frame(findings, preview).root)
    for path, error in drawer.left_out.items():
        STEPS.debug("%s: %r", path, error)
    left_out = tuple(LeftOut(path, repr(error)) for path, error in sorted(drawer.left_out.items()))
    return WholeSite(tuple(sorted((*pages, *drawn), key=lambda file: file.path)), rules, left_out)
