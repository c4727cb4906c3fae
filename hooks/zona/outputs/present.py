"""Findings in; every file of the website's sources out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zona.findings.judge import Findings
from zona.outputs import addresses
from zona.outputs.api import api_files
from zona.outputs.bukti import files_of, publish
from zona.outputs.kalender import calendar_files
from zona.outputs.pages import pages_of
from zona.outputs.render import environment, render
from zona.outputs.site_file import SiteFile
from zona.outputs.umpan import feed_files
from zona.records.load import Sumber


def present(findings: Findings, *, cache: Path | None = None) -> tuple[SiteFile, ...]:
    """Every generated file, ordered by path. `cache` is a folder that keeps converted photos and compiled
    templates, by their content."""
    env = environment(cache)
    terbit = {tahun.tahun: publish(tahun.bukti, tahun.tahun, cache) for tahun in findings.tahun}
    env.globals["terbit_semua"] = terbit  # blocks of prose show evidence of any year
    files = [render(page, findings, env) for page in pages_of(findings, terbit)]
    files += [*api_files(findings, terbit), *_data_copies(findings)]
    files += [*feed_files(findings), *calendar_files(findings)]
    for published in terbit.values():
        files += files_of(published)
    return tuple(sorted(files, key=lambda file: file.path))


def _data_copies(findings: Findings) -> Iterator[SiteFile]:
    """The data files as people wrote them: the source behind every page, one tap away."""
    optional: list[Sumber[Any] | None] = [findings.kanal, findings.lapor, findings.dasar_hukum]
    sources: list[Sumber[Any]] = [findings.situs, *(source for source in optional if source)]
    for year in findings.tahun:
        sources += [year.keputusan, year.rencana_aksi, *year.capaian]
    for source in sources:
        yield SiteFile(addresses.data_copy(source.path), source.raw, f"data/{source.path}")
    for page in findings.prosa:
        yield SiteFile(addresses.prose_copy(page.nama), page.raw, page.path)
