"""The MkDocs adapter: hands the core's files to MkDocs, and the built site to its delivery. `ZI_KIT=0`: draws nothing."""

import logging
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from zona.delivery.built_pages import NotDelivered
from zona.delivery.deliver import deliver
from zona.findings.judge import findings_of
from zona.findings.per_tanggal import UnreadableDate
from zona.outputs.pages.frame import TAKEN
from zona.records.reading.data_error import DataError
from zona.whole_site import whole_site


def on_config(config: MkDocsConfig) -> None:
    """Take the findings that `bangun` read, else read `ZI_DATA` as of `ZI_PER_TANGGAL`, before MkDocs empties the old site."""
    root, label, asked = Path(config.config_file_path).parent, os.environ.get("ZI_DATA"), os.environ.get("ZI_PER_TANGGAL")
    folder, cache = Path(label or root / "data"), root / ".zi-cache"
    try:
        findings = config.extra.pop("findings", None) or findings_of(
            folder,
            label=label or "data",
            cache=cache,
            project=root,
            taken=TAKEN,
            asked=asked,
            now=datetime.now(UTC),
        )
    except (DataError, UnreadableDate) as error:
        raise Abort(str(error)) from None
    here = Path(__file__).parent
    config.watch = [*config.watch, str(folder), str(here)]  # `pratinjau` rebuilds when the data change, wherever they lie
    config.theme.static_templates, config.theme.dirs[:] = set(), [str(here / "theme")]  # pages are whole: no other file is read
    preview = f"//{config.dev_addr}/" in (config.site_url or "")  # MkDocs adds a script, which a policy would stop
    config.extra["site"] = site = whole_site(findings, cache=cache, kit=os.environ.get("ZI_KIT") != "0", preview=preview)
    for drawing in site.left_out:  # a warning would stop a strict build
        logging.getLogger("mkdocs.hooks").info("%s", drawing)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The core's files, and nothing else but the pages of docs/, whose links MkDocs checks; `main.html` asks for them."""
    site, pages = config.extra["site"], config.extra.setdefault("halaman", {})
    found = {file.dest_uri: file for file in files.documentation_pages()}
    for item in site.files:
        if item.path in found:
            pages[item.path] = item.read().decode()
        else:  # included whatever its name: MkDocs leaves hidden folders out
            given: dict[str, Any] = {"content" if isinstance(item.content, bytes) else "abs_src_path": item.content}
            found[item.path] = File.generated(config, item.path, inclusion=InclusionLevel.INCLUDED, **given)
    return Files([file for name, file in found.items() if name in pages or file.generated_by])


def on_post_build(config: MkDocsConfig) -> None:
    """Make what was built fit to be served."""
    try:
        deliver(Path(config.site_dir), config.extra["site"].rules, cache=Path(config.config_file_path).parent / ".zi-cache")
    except NotDelivered as error:
        raise Abort(str(error)) from None
