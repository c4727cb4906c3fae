"""The MkDocs adapter: hands the core's files to MkDocs. Stateless and thin; everything else lives in `zona`.

`ZI_DATA` names another data folder; `ZI_PER_TANGGAL` fixes the date (`YYYY-MM-DD`), else it is today at the office.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, time
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from zona.findings.judge import judge
from zona.findings.per_tanggal import UnreadableDate, read_per_tanggal
from zona.outputs.bahasa import tanggal
from zona.outputs.present import menu_of, present
from zona.records.load import load_data
from zona.records.problems import DataError


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read, judge and present here: a problem must stop the build before MkDocs empties the old site."""
    try:
        data = load_data(data_folder(config), label=os.environ.get("ZI_DATA", "data"))
        situs = data.situs.isi
        now = datetime.now(UTC)
        per_tanggal = read_per_tanggal(os.environ.get("ZI_PER_TANGGAL"), now=now, zona_waktu=situs.zona_waktu)
    except (DataError, UnreadableDate) as error:
        raise Abort(f"\n{error}") from None
    findings = judge(data, per_tanggal)
    # MkDocs stamps sitemap.xml.gz with this time: the same data and date must give the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(per_tanggal, time(), UTC).timestamp()))
    config.site_name = str(escape(f"Zona Integritas {situs.kantor}"))
    config.site_url = situs.alamat_situs.rstrip("/") + "/" if situs.alamat_situs else ""
    if situs.repositori:
        config.repo_url = situs.repositori.rstrip("/") + "/"
        config.edit_uri = f"{'-/' if 'gitlab' in situs.repositori else ''}edit/{situs.cabang}/docs/"
    config.nav = [{label: path} for label, path in menu_of(findings)]
    config.extra |= {"situs": situs, "per_tanggal": tanggal(per_tanggal), "files": present(findings)}
    config.extra |= {"tahun_terbaru": findings.terbaru.tahun, "nomor_keputusan": findings.terbaru.keputusan.isi.nomor}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the core's files; the edit link of each opens the data it comes from."""
    for item in config.extra.pop("files"):
        file = File.generated(config, item.path, content=item.content)
        file.edit_uri = f"../{item.source}"
        files.append(file)
    return files


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Rebuild when the data change, wherever they lie."""
    server.watch(str(data_folder(config)))
    return server


def data_folder(config: MkDocsConfig) -> Path:
    return Path(os.environ.get("ZI_DATA") or Path(config.config_file_path).parent / "data")
