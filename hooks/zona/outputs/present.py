"""Findings in; every file of the website's sources, and its menu, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zona.findings.judge import Findings
from zona.outputs import addresses
from zona.outputs.api import api_files
from zona.outputs.pages import pages_of
from zona.outputs.render import environment, render
from zona.outputs.site_file import SiteFile
from zona.records.load import Sumber


def present(findings: Findings) -> tuple[SiteFile, ...]:
    """Every generated file, ordered by path."""
    env = environment()
    pages = [render(page, findings, env) for page in pages_of(findings)]
    return tuple(sorted([*pages, *api_files(findings), *_data_copies(findings)], key=lambda file: file.path))


def menu_of(findings: Findings) -> list[tuple[str, str]]:
    """The menu as (label, path of the page's source). Short, whatever the number of years: themes render it into
    every page, so detail pages stay out of it."""
    tahun = findings.terbaru.tahun
    entries = (
        ("Beranda", addresses.BERANDA),
        ("Rencana Aksi", addresses.plan(tahun)),
        ("Keputusan", addresses.keputusan(tahun)),
        ("Cara membaca", addresses.METODE),
        ("Glosarium", addresses.GLOSARIUM),
    )
    return [(label, "glosarium.md" if address == addresses.GLOSARIUM else f"{address}index.md") for label, address in entries]


def _data_copies(findings: Findings) -> Iterator[SiteFile]:
    """The data files as people wrote them: the source behind every page, one tap away."""
    sources: list[Sumber[Any]] = [findings.situs]
    for year in findings.tahun:
        sources += [year.keputusan, year.rencana_aksi]
    for source in sources:
        yield SiteFile(addresses.data_copy(source.path), source.raw, f"data/{source.path}")
