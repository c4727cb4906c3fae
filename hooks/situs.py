"""The MkDocs adapter: hands the core's files to MkDocs, and the built site to its delivery. `ZI_KIT=0`: draws nothing."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from zona.delivery.deliver import deliver
from zona.findings.judge import findings_of
from zona.findings.per_tanggal import UnreadableDate, midnight
from zona.outputs.pages.frame import TAKEN, builder_settings, theme_values
from zona.outputs.prose.prose_html import NamedTables
from zona.records.informasi.load_information import PROSA
from zona.records.reading.data_error import DataError
from zona.whole_site import whole_site


def on_config(config: MkDocsConfig) -> None:
    """Take the findings that `bangun` read, else read `ZI_DATA` as of `ZI_PER_TANGGAL`, before MkDocs empties the old site."""
    root, label = Path(config.config_file_path).parent, os.environ.get("ZI_DATA")
    folder, cache, asked = Path(label or root / "data"), root / ".zi-cache", os.environ.get("ZI_PER_TANGGAL")
    try:
        findings = config.extra.pop("findings", None) or findings_of(
            folder, label=label or "data", cache=cache, prosa=root / PROSA, taken=TAKEN, asked=asked, now=datetime.now(UTC)
        )
    except (DataError, UnreadableDate) as error:
        raise Abort(str(error)) from None
    os.environ["SOURCE_DATE_EPOCH"] = str(midnight(findings.per_tanggal))  # MkDocs stamps sitemap.xml.gz with it
    config.watch = [*config.watch, str(folder)]  # `pratinjau` rebuilds when the data change, wherever they lie
    config.markdown_extensions = [*config.markdown_extensions, NamedTables()]
    config.update(builder_settings(findings, address=config.site_url))
    site = whole_site(findings, cache=cache, kit=os.environ.get("ZI_KIT") != "0")
    for drawing in site.left_out:  # a warning would stop a strict build
        logging.getLogger("mkdocs.hooks").info("%s", drawing)
        logging.getLogger("mkdocs.hooks").debug("%s", drawing.reason)
    config.extra |= theme_values(findings) | {"files": site.files}


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


def on_post_build(config: MkDocsConfig) -> None:
    """Make what was built fit to be served; a live preview has no policy, which would stop MkDocs' own script."""
    cache, address = Path(config.config_file_path).parent / ".zi-cache", config.site_url or ""
    deliver(Path(config.site_dir), address=address, cache=cache, policy=f"//{config.dev_addr}/" not in address)
