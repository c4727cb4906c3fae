"""Tables in; CSV, one workbook, JSON, and one archive of everything with its description (Data Package v2) out.

No clock and no randomness: the same data and date give the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter

from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.pages.frame import licence_address, site_address_of
from zona.outputs.site_file import SiteFile
from zona.outputs.tables.capaian_tables import Terbit
from zona.outputs.tables.table import CellValue, Jenis, Tabel
from zona.outputs.tables.year_tables import notes_of, tables_of

# What a spreadsheet takes for the start of a formula (OWASP, CSV injection), also as East Asian keyboards write it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LEBAR = {Jenis.TEKS: 28, Jenis.TANGGAL: 12}
PACKAGE = "datapackage.json"
_LONGEST_CELL = 32_767  # Excel's limit


@dataclass(frozen=True)
class Unduhan:
    """A year's downloads: the tables, and every file by its name in the year's folder."""

    tabel: tuple[Tabel[Any], ...]
    berkas: dict[str, SiteFile]


def downloads_of(tahun: TahunFinding, findings: Findings, terbit: Terbit) -> Unduhan:
    """The downloads of a year; `terbit` is its published evidence by name."""
    tables = tables_of(tahun, findings, terbit)
    files = {f"{table.nama}.csv": to_csv(table) for table in tables}
    files |= {f"{table.nama}.json": to_json(table, tahun, findings) for table in tables}
    files |= {workbook_name(tahun.tahun): to_workbook(tables, findings), PACKAGE: to_package(tables, tahun, findings)}
    files[archive_name(tahun.tahun)] = to_archive(
        files | {"BACA-SAYA.txt": to_readme(tables, tahun, findings)}, findings.per_tanggal
    )
    folder, source = addresses.unduhan(tahun.tahun), f"data/{tahun.rencana_aksi.path}"
    return Unduhan(tables, {name: SiteFile(folder + name, content, source) for name, content in files.items()})


def workbook_name(tahun: int) -> str:
    """The file name of a year's XLSX workbook."""
    return f"zona-integritas-{tahun}.xlsx"


def archive_name(tahun: int) -> str:
    """The file name of a year's ZIP with everything in it."""
    return f"zona-integritas-{tahun}.zip"


def to_csv(table: Tabel[Any]) -> bytes:
    """RFC 4180 with a byte order mark, by which Excel knows that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([kolom.nama for kolom in table.kolom])
    writer.writerows([[_cell(value) for value in row] for row in table.baris])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return defused(value) if isinstance(value, str) else str(value)


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_json(table: Tabel[Any], tahun: TahunFinding, findings: Findings) -> bytes:
    """The table's rows as objects, after what the file says of itself."""
    keys = [kolom.nama for kolom in table.kolom]
    rows = [dict(zip(keys, (_plain(value) for value in row), strict=True)) for row in table.baris]
    head = {
        "tabel": table.nama,
        "tahun": tahun.tahun,
        "per_tanggal": findings.per_tanggal.isoformat(),
        "kantor": findings.situs.isi.kantor_lengkap,
        "contoh": findings.situs.isi.contoh,
        "keterangan": "DATA CONTOH" if findings.situs.isi.contoh else None,
    }
    return _json(head | {"baris": rows})


def _plain(value: CellValue) -> str | int | float | bool | None:
    return value.isoformat() if isinstance(value, date) else value


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def to_workbook(tables: tuple[Tabel[Any], ...], findings: Findings) -> bytes:
    """One sheet a table with typed cells, a frozen header and a filter, before them a sheet of notes, after them the terms."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title = f"Zona Integritas {findings.situs.isi.kantor}"
    book.set_properties({"title": title, "created": _midnight(findings.per_tanggal)})
    head = book.add_format({"bold": True, "bg_color": "#7B1E23", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    days = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    sheet = book.add_worksheet("catatan-berkas")
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    contents = [(f"tabel {table.nama}", contents_of(table)) for table in tables]
    for number, (term, meaning) in enumerate((*notes_of(findings), *contents)):
        sheet.write_string(number, 0, term, head)
        sheet.write_string(number, 1, meaning, wrap)
    for table in tables:
        sheet = book.add_worksheet(table.nama)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.baris), len(table.kolom) - 1)
        for column, kolom in enumerate(table.kolom):
            sheet.set_column(column, column, _LEBAR.get(kolom.jenis, 10))
            sheet.write_string(0, column, kolom.nama, head)
        for number, row in enumerate(table.baris, 1):
            for column, value in enumerate(row):
                if isinstance(value, bool):
                    sheet.write_boolean(number, column, value, wrap)
                elif isinstance(value, date):
                    sheet.write_datetime(number, column, _midnight(value), days)
                elif isinstance(value, str):
                    sheet.write_string(number, column, value[:_LONGEST_CELL], wrap)
                elif value is not None:
                    sheet.write_number(number, column, value, wrap)
    sheet = book.add_worksheet("istilah")
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 16)
    sheet.set_column(3, 3, 90)
    terms = [("tabel", "kolom", "isi", "arti")]
    terms += [(table.nama, kolom.nama, kolom.jenis.label, kolom.keterangan) for table in tables for kolom in table.kolom]
    for number, row in enumerate(terms):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text, head if number == 0 else wrap)
    book.close()
    return target.getvalue()


def _midnight(day: date) -> datetime:
    """A day as a workbook keeps it: a moment without a zone."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001


def to_package(tables: tuple[Tabel[Any], ...], tahun: TahunFinding, findings: Findings) -> bytes:
    """`datapackage.json`: every CSV with its columns (Data Package v2)."""
    situs, keputusan = findings.situs.isi, tahun.keputusan.isi
    root = site_address_of(situs)
    mark = "DATA CONTOH: " if situs.contoh else ""
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"zona-integritas-{tahun.tahun}",
        "title": f"{mark}Zona Integritas {situs.kantor} {tahun.tahun}",
        "description": f"{mark}Rencana aksi Zona Integritas {situs.kantor_lengkap} tahun {tahun.tahun}: keadaan tiap periode, "
        "catatan pelaksanaan dan buktinya, angka pengaduan yang boleh terbit, kanal pengaduan, dan hasil survei. "
        f"Dihitung per {findings.per_tanggal.isoformat()} dari berkas data kantor; kosong berarti belum dilaporkan, bukan nol.",
        "version": findings.per_tanggal.isoformat(),
        "contributors": [{"title": situs.kantor_lengkap, "roles": ["publisher"]}],
        "sources": [{"title": f"{situs.kantor_lengkap}, Keputusan {keputusan.nomor}"}],
    }
    if root:
        package["homepage"] = root
        package["sources"][0]["path"] = root + addresses.keputusan(tahun.tahun)
    if situs.lisensi_data:
        # The name is one of the SPDX list, which has a page for each.
        package["licenses"] = [{"name": situs.lisensi_data, "path": licence_address(situs.lisensi_data)}]
    return _json(package | {"resources": [_resource(table) for table in tables]})


def _resource(table: Tabel[Any]) -> dict[str, Any]:
    fields = [{"name": kolom.nama, "type": kolom.jenis.value, "description": kolom.keterangan} for kolom in table.kolom]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.kunci:
        schema["primaryKey"] = list(table.kunci)
    if table.rujukan:
        schema["foreignKeys"] = [
            {"fields": list(item.kolom), "reference": {"resource": item.tabel, "fields": list(item.kunci)}}
            for item in table.rujukan
        ]
    return {
        "name": table.nama,
        "type": "table",
        "path": f"{table.nama}.csv",
        "title": table.judul,
        "description": table.keterangan,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def contents_of(table: Tabel[Any]) -> str:
    """What a table is and how many rows it has; where it has none, why."""
    rows = f"{len(table.baris)} baris." if table.baris else table.kosong
    return f"{table.judul}. {table.keterangan} {rows}"


def to_readme(tables: tuple[Tabel[Any], ...], tahun: TahunFinding, findings: Findings) -> bytes:
    """The archive's readme, in plain Indonesian."""
    lines = [f"Data Zona Integritas {findings.situs.isi.kantor} tahun {tahun.tahun}", ""]
    lines += [f"{term}: {meaning}" for term, meaning in notes_of(findings)]
    lines += ["", "Isi:"]
    lines += [f"- {table.nama}.csv dan {table.nama}.json: {contents_of(table)}" for table in tables]
    lines += [
        f"- {workbook_name(tahun.tahun)}: semua tabel dalam satu buku kerja, untuk Excel atau LibreOffice",
        "- datapackage.json: nama, jenis, dan arti setiap kolom (Data Package v2)",
        "",
        "CSV ditulis dalam UTF-8 dengan koma sebagai pemisah. Bila Excel menampilkannya dalam satu kolom, pakai buku kerjanya.",
    ]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def to_archive(files: dict[str, bytes], day: date) -> bytes:
    """The files in one zip, dated by the day that they are about."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            info.create_system = 3  # the same on Windows as elsewhere
            archive.writestr(info, content)
    return target.getvalue()
