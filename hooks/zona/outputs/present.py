"""Findings in; every file of the website's sources out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.api_files import api_files
from zona.outputs.api.descriptions import description_files
from zona.outputs.evidence.published import BuktiTerbit, files_of, publish_all
from zona.outputs.feeds.atom import feed_files
from zona.outputs.feeds.calendar import calendar_files
from zona.outputs.pages.machine_readable import machine_files
from zona.outputs.pages.rencana_pages import pages_of
from zona.outputs.pages.render import Page, environment, render
from zona.outputs.pages.sharing_pages import embed_files
from zona.outputs.sharing import LEBAR, Kartu, pictures_of
from zona.outputs.site_file import SiteFile
from zona.outputs.tables.formats import downloads_of
from zona.records.reading.file_reader import Source


def present(
    findings: Findings,
    *,
    cache: Path | None = None,
    terbit: dict[int, dict[str, BuktiTerbit]] | None = None,
    tergambar: Collection[str] = frozenset(),
) -> tuple[SiteFile, ...]:
    """Every generated file that is not drawn, ordered by path. `cache` is a folder that keeps converted photos,
    by their content; `terbit` is each year's published evidence, where it is known already; `tergambar` are the
    addresses of the pictures and papers drawn beside these files: pages link to those, and to no other."""
    env = environment()
    terbit = publish_all(findings, cache) if terbit is None else terbit
    env.globals["terbit_semua"] = terbit  # blocks of prose show evidence of any year
    unduhan = {tahun.tahun: downloads_of(tahun, findings, terbit[tahun.tahun]) for tahun in findings.tahun}
    env.globals["tergambar"] = tergambar
    pictures = pictures_of(findings)
    pages = tuple(pages_of(findings, terbit, unduhan))
    titles = {page.address: page.title for page in pages}
    files = [render(page, findings, env, picture_of(page, findings, pictures, tergambar), titles) for page in pages]
    files += [*embed_files(findings, env)]
    files += [*api_files(findings, terbit), *_data_copies(findings)]
    files += [*feed_files(findings), *calendar_files(findings), *machine_files(findings)]
    files += [file for year in unduhan.values() for file in year.berkas.values()]
    files += [*description_files(findings, unduhan)]
    for published in terbit.values():
        files += files_of(published)
    return tuple(sorted(files, key=lambda file: file.path))


def picture_of(page: Page, findings: Findings, pictures: dict[str, Kartu], tergambar: Collection[str]) -> Kartu | None:
    """The picture that stands for a page where it is shared: its own, or the plan's; none for pages of older years, whose
    numbers the newest plan's picture would not show, and none that was not drawn."""
    older = page.values.get("tahun", findings.terbaru) is not findings.terbaru
    found = pictures.get(page.address) or (None if older else pictures[addresses.BERANDA])
    return found if found and found.alamat(LEBAR) in tergambar else None


def _data_copies(findings: Findings) -> Iterator[SiteFile]:
    """The data files as people wrote them: the source behind every page, one tap away.

    Not the months of complaints: they hold the very counts that the pages hide.
    """
    optional: list[Source[Any] | None] = [findings.kanal, findings.lapor, findings.dasar_hukum]
    sources: list[Source[Any]] = [findings.situs, *(source for source in optional if source)]
    for year in findings.tahun:
        sources += [year.keputusan, year.rencana_aksi, *year.capaian, *year.sumber.semua_laporan()]
    for source in sources:
        yield SiteFile(addresses.data_copy(source.path), source.raw, f"data/{source.path}")
    for page in findings.prosa:
        yield SiteFile(addresses.prose_copy(page.nama), page.raw, page.path)
