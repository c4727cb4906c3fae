"""CSV that every program reads and no spreadsheet takes for a formula; and `datapackage.json`, which describes every CSV."""

import csv
import io

from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.api.json_document import JsonObject, document
from zona.outputs.tables.table import CellValue, Tabel

# What a spreadsheet takes for the start of a formula (OWASP, CSV injection), also as East Asian keyboards write it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(table: Tabel) -> bytes:
    """RFC 4180 with a byte order mark, by which Excel knows that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([kolom.nama for kolom in table.kolom])
    writer.writerows([[_cell(value) for value in row] for row in table.baris])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: CellValue) -> CellValue:
    """What CSV has no word for; the writer knows every other kind: None is an empty cell, a date is as in ISO 8601."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return defused(value) if isinstance(value, str) else value


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


PACKAGE = "datapackage.json"


def to_package(tables: tuple[Tabel, ...], tahun: TahunFinding, findings: Findings) -> bytes:
    """Every CSV with its columns, and what all of them are."""
    situs, root = findings.situs.isi, addresses.site_address_of(findings.situs.isi)
    mark = "DATA CONTOH: " if situs.contoh else ""
    dasar = tahun.dasar
    basis: JsonObject = {"title": f"{situs.kantor_lengkap}, {dasar.sebutan or dasar.rencana}"}
    basis |= {"path": dasar.tautan} if dasar.tautan else {}
    package: JsonObject = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"zona-integritas-{tahun.tahun}",
        "title": f"{mark}Zona Integritas {situs.kantor} {tahun.tahun}",
        "description": f"{mark}Rencana aksi Zona Integritas {situs.kantor_lengkap} tahun {tahun.tahun}: status tiap janji, "
        "laporan dan buktinya, angka pengaduan yang boleh terbit, saluran pengaduan, dan hasil survei. "
        f"Dihitung per {findings.per_tanggal.isoformat()} dari berkas data kami; kosong berarti belum dilaporkan, bukan nol.",
        "version": findings.per_tanggal.isoformat(),
        "contributors": [{"title": situs.kantor_lengkap, "roles": ["publisher"]}],
        "sources": [basis],
    }
    if root:
        package["homepage"] = root
        basis |= {"path": root + addresses.keputusan(tahun.tahun)} if tahun.keputusan else {}
    if situs.lisensi_data:
        # The name is one of the SPDX list, which has a page for each.
        package["licenses"] = [{"name": situs.lisensi_data, "path": addresses.licence_address(situs.lisensi_data)}]
    return document(package | {"resources": [_resource(table) for table in tables]})


def _resource(table: Tabel) -> JsonObject:
    fields = [{"name": kolom.nama, "type": kolom.jenis.value, "description": kolom.keterangan} for kolom in table.kolom]
    schema: JsonObject = {"fields": fields, "missingValues": [""]}
    if table.kunci:
        schema["primaryKey"] = table.kunci
    if table.rujukan:
        schema["foreignKeys"] = table.rujukan
    head: JsonObject = {"name": table.nama, "type": "table", "path": f"{table.nama}.csv", "title": table.judul}
    kind: JsonObject = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    return {**head, "description": table.keterangan, **kind, "schema": schema}
