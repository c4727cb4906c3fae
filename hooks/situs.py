"""The MkDocs adapter: hands the core's files to MkDocs. Stateless and thin; all else lives in `zona`.

`ZI_DATA` names another data folder; `ZI_PER_TANGGAL` fixes the date, else it is today at the office.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, time
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from zona.findings.judge import judge
from zona.findings.per_tanggal import UnreadableDate, read_per_tanggal
from zona.outputs.addresses import directory, edit_path
from zona.outputs.bahasa import tanggal
from zona.outputs.present import menu_of, present
from zona.records.load import load_data
from zona.records.problems import DataError


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read, judge and present here: a problem must stop the build before MkDocs empties the old site."""
    folder = os.environ.get("ZI_DATA") or str(Path(config.config_file_path).with_name("data"))
    try:
        data = load_data(Path(folder), label=os.environ.get("ZI_DATA", "data"))
        situs = data.situs.isi
        asked, now = os.environ.get("ZI_PER_TANGGAL"), datetime.now(UTC)
        per_tanggal = read_per_tanggal(asked, now=now, zona_waktu=situs.zona_waktu)
    except (DataError, UnreadableDate) as error:
        raise Abort(str(error)) from None
    findings = judge(data, per_tanggal)
    # MkDocs stamps sitemap.xml.gz with this time: the same data and date must give the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(per_tanggal, time(), UTC).timestamp()))
    config.site_name = str(escape(f"Zona Integritas {situs.kantor}"))
    config.watch = [*config.watch, folder]  # `pratinjau` rebuilds when the data change, wherever they lie
    config.site_url = config.site_url or (directory(situs.alamat_situs) if situs.alamat_situs else "")
    if situs.repositori:
        config.repo_url, config.edit_uri = directory(situs.repositori), edit_path(situs)
    config.nav = [{label: path} for label, path in menu_of(findings)]
    config.extra |= {"temuan": findings, "per_tanggal": tanggal(per_tanggal), "files": present(findings)}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the core's files; the edit link of each opens the data it comes from (edit links start in docs/)."""
    for item in config.extra.pop("files"):
        file = File.generated(config, item.path, content=item.content)
        file.edit_uri = f"../{item.source}"
        files.append(file)
    return files
