"""A year's downloads: every table as CSV, one workbook, their description, and an archive of all; no clock, no randomness."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.api.data_json import Terbit
from zona.outputs.site_file import SiteFile
from zona.outputs.tables.csv_table import PACKAGE, to_csv, to_package
from zona.outputs.tables.table import Tabel
from zona.outputs.tables.workbook import to_workbook
from zona.outputs.tables.year_tables import contents_of, notes_of, tables_of


@dataclass(frozen=True)
class Unduhan:
    """A year's downloads: the tables, and every file by its name in the year's folder."""

    tabel: tuple[Tabel, ...]
    berkas: dict[str, SiteFile]


def downloads_of(tahun: TahunFinding, findings: Findings, terbit: Terbit, cache: Path | None = None) -> Unduhan:
    """A year's downloads, written when first read: `terbit` is its evidence by name, the folder `cache` keeps the workbook."""
    tables = tables_of(tahun, findings, terbit)
    written: dict[str, Callable[[], bytes]] = {f"{table.nama}.csv": partial(to_csv, table) for table in tables}
    written[whole_name(tahun.tahun, "xlsx")] = partial(to_workbook, tables, findings, cache)
    written[PACKAGE] = partial(to_package, tables, tahun, findings)
    folder, source = addresses.unduhan(tahun.tahun), f"data/{tahun.rencana_aksi.path}"
    files = {name: SiteFile(folder + name, write, source) for name, write in written.items()}
    readme = SiteFile("BACA-SAYA.txt", partial(to_readme, tables, tahun, findings), source)
    packed = partial(to_archive, files | {readme.path: readme}, findings.per_tanggal)
    name = whole_name(tahun.tahun, "zip")
    return Unduhan(tables, files | {name: SiteFile(folder + name, packed, source)})


def whole_name(tahun: int, ending: str) -> str:
    """The file name of a year's data in one file: the workbook, an `xlsx`, or the archive, a `zip`."""
    return f"zona-integritas-{tahun}.{ending}"


def to_readme(tables: tuple[Tabel, ...], tahun: TahunFinding, findings: Findings) -> bytes:
    """The archive's readme, in plain Indonesian."""
    lines = [f"Data Zona Integritas {findings.situs.isi.kantor} tahun {tahun.tahun}", ""]
    lines += [f"{term}: {meaning}" for term, meaning in notes_of(findings)]
    lines += ["", "Isi:"]
    lines += [f"- {table.nama}.csv: {contents_of(table)}" for table in tables]
    lines += [
        f"- {whole_name(tahun.tahun, 'xlsx')}: semua tabel dalam satu buku kerja, untuk Excel atau LibreOffice",
        "- datapackage.json: nama, jenis, dan arti setiap kolom (Data Package v2)",
        "",
        "CSV ditulis dalam UTF-8 dengan koma sebagai pemisah. Bila Excel menampilkannya dalam satu kolom, pakai buku kerjanya.",
    ]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def to_archive(files: Mapping[str, SiteFile], day: date) -> bytes:
    """The files in one zip, dated by the day that they are about."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, file in sorted(files.items()):
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            info.create_system = 3  # the same on Windows as elsewhere
            archive.writestr(info, file.read())
    return target.getvalue()
