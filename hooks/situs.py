"""The MkDocs adapter: hands the core's files to MkDocs. Stateless and thin; all else lives in `zona`.

`ZI_DATA` names another data folder; `ZI_PER_TANGGAL` fixes the date, else it is today at the office.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from zona.findings.judge import judge
from zona.findings.per_tanggal import UnreadableDate, midnight, read_per_tanggal
from zona.outputs.frame import edit_path, menu_of, repository_of, site_address_of, site_name_of, theme_values
from zona.outputs.present import present
from zona.records.load import load_data
from zona.records.problems import DataError


def on_config(config: MkDocsConfig) -> None:
    """Read, judge and present here: a problem must stop the build before MkDocs empties the old site."""
    root = Path(config.config_file_path).parent
    folder, cache = os.environ.get("ZI_DATA") or str(root / "data"), root / ".zi-cache"
    try:
        data = load_data(Path(folder), label=os.environ.get("ZI_DATA", "data"), cache=cache)
        situs, asked = data.situs.isi, os.environ.get("ZI_PER_TANGGAL")
        per_tanggal = read_per_tanggal(asked, now=datetime.now(UTC), zona_waktu=situs.zona_waktu)
        findings = judge(data, per_tanggal)
    except (DataError, UnreadableDate) as error:
        raise Abort(str(error)) from None
    os.environ["SOURCE_DATE_EPOCH"] = str(midnight(per_tanggal))  # MkDocs stamps sitemap.xml.gz with it
    config.watch = [*config.watch, folder]  # `pratinjau` rebuilds when the data change, wherever they lie
    config.site_name, config.site_url = site_name_of(situs), config.site_url or site_address_of(situs)
    config.repo_url, config.edit_uri = repository_of(situs), edit_path(situs)
    config.nav = [{label: path} for label, path in menu_of(findings)]
    config.extra |= theme_values(findings) | {"files": present(findings, cache=cache)}


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the core's files; the edit link of each opens its data (edit links start in docs/)."""
    for item in config.extra.pop("files"):
        given: dict[str, Any] = {"content" if isinstance(item.content, bytes) else "abs_src_path": item.content}
        file = File.generated(config, item.path, **given)
        file.edit_uri = f"../{item.source}"
        files.append(file)


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Our pages are HTML already: keep them from Markdown and MkDocs, which would parse each three times."""
    return "" if "sumber" in page.meta else markdown


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Hand over the HTML that the page was made with, past its front matter."""
    return page.file.content_string.partition("\n---\n")[2] if "sumber" in page.meta else html
