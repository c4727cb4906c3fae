"""The whole site in files: pages and data, and with the kit its pictures, posters and reports."""

from __future__ import annotations

from pathlib import Path

from zona.cache import forget_unused
from zona.findings.judge import Findings
from zona.kit.gambar import Juru
from zona.kit.kartu import picture_files
from zona.kit.laporan import report_files
from zona.kit.poster import poster_files
from zona.outputs.bukti import publish_all
from zona.outputs.present import present
from zona.outputs.site_file import SiteFile


def whole_site(findings: Findings, *, cache: Path | None = None, kit: bool = True) -> tuple[SiteFile, ...]:
    """Every generated file, ordered by path. Without `kit` nothing is drawn, and the kit page says so; `cache` keeps
    converted photos and drawings by their content, and forgets what nobody used for a month."""
    terbit = publish_all(findings, cache)
    files = present(findings, cache=cache, terbit=terbit, kit=kit)
    if not kit:
        return files
    juru = Juru(cache)
    drawn = (*picture_files(findings, juru), *poster_files(findings, juru), *report_files(findings, terbit, juru))
    forget_unused(cache)
    return tuple(sorted((*files, *drawn), key=lambda file: file.path))
