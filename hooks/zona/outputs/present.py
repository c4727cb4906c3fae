"""Findings in; every file of the website's sources out."""

from collections.abc import Collection
from pathlib import Path

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.answers.answers_file import answers_file
from zona.outputs.api.api_files import api_files, description_files
from zona.outputs.assets import asset_files
from zona.outputs.evidence.published import BuktiTerbit, files_of, publish_all
from zona.outputs.feeds.atom import feed_files
from zona.outputs.feeds.calendar import calendar_files
from zona.outputs.letters import letter_files
from zona.outputs.pages.berbagi.sharing_pages import embed_files
from zona.outputs.pages.docs_pages import docs_files
from zona.outputs.pages.frame import Frame
from zona.outputs.pages.machine_readable import machine_files
from zona.outputs.pages.render import Page, render
from zona.outputs.pages.site_map import sitemap
from zona.outputs.pages.site_pages import pages_of
from zona.outputs.sharing import LEBAR, TeksKartu, cards_of, pictures_of, words_of
from zona.outputs.site_file import SiteFile
from zona.outputs.tables.downloads import downloads_of


def present(
    findings: Findings,
    *,
    cache: Path | None = None,
    terbit: dict[int, dict[str, BuktiTerbit]] | None = None,
    tergambar: Collection[str] = frozenset(),
    preview: bool = False,
) -> tuple[SiteFile, ...]:
    """Every file that is not drawn, ordered by path; no page is rendered before it is read. `cache` is a folder that keeps
    what need not be made twice; `terbit` is each year's published evidence, where it is known already; `tergambar` are the
    addresses of the pictures and papers drawn beside these files: pages link to those, and to no other. In a `preview` pages
    carry no policy."""
    cards = tuple(words_of(item, findings) for item in cards_of(findings.terbaru))
    terbit = publish_all(findings, cache) if terbit is None else terbit
    unduhan = {tahun.tahun: downloads_of(tahun, findings, terbit[tahun.tahun], cache) for tahun in findings.tahun}
    pages = tuple(pages_of(findings, terbit, unduhan, cards, tergambar))
    answers = answers_file(findings, pages)
    frame = Frame(findings, preview, answers.path)
    titles, pictures = {page.address: page.title for page in pages}, pictures_of(findings, cards)
    files = [render(page, frame, picture_of(page, findings, pictures, tergambar), titles) for page in pages]
    files += [*embed_files(frame, cards), *letter_files(findings), *api_files(findings, terbit)]
    files += [*feed_files(findings), *calendar_files(findings, cache), *machine_files(findings)]
    files += [answers, *asset_files(), *docs_files(findings), sitemap(pages, frame), *description_files(findings, unduhan)]
    files += [file for year in unduhan.values() for file in year.berkas.values()]
    files += [file for published in terbit.values() for file in files_of(published)]
    return tuple(sorted(files, key=lambda file: file.path))


def picture_of(page: Page, findings: Findings, pictures: dict[str, TeksKartu], tergambar: Collection[str]) -> TeksKartu | None:
    """The picture that is shown where a page is shared: its own, or the plan's; none for pages of other years, whose
    numbers the newest plan's picture would not show, none for what is not there, and none that was not drawn."""
    other = page.tahun not in (None, findings.terbaru.tahun) or page.address == addresses.NOT_FOUND
    found = pictures.get(page.address) or (None if other else pictures[addresses.BERANDA])
    return found if found and found.kartu.alamat(LEBAR) in tergambar else None
