"""Tables in, their description out: `datapackage.json` (Data Package v2), by which programs read every CSV."""

from __future__ import annotations

from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.api.json_document import JsonObject, document
from zona.outputs.site_identity import licence_address, site_address_of
from zona.outputs.tables.table import Tabel

PACKAGE = "datapackage.json"


def to_package(tables: tuple[Tabel, ...], tahun: TahunFinding, findings: Findings) -> bytes:
    """Every CSV with its columns, and what all of them are."""
    situs, root = findings.situs.isi, site_address_of(findings.situs.isi)
    mark = "DATA CONTOH: " if situs.contoh else ""
    decree: JsonObject = {"title": f"{situs.kantor_lengkap}, Keputusan {tahun.keputusan.isi.nomor}"}
    package: JsonObject = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"zona-integritas-{tahun.tahun}",
        "title": f"{mark}Zona Integritas {situs.kantor} {tahun.tahun}",
        "description": f"{mark}Rencana aksi Zona Integritas {situs.kantor_lengkap} tahun {tahun.tahun}: keadaan tiap periode, "
        "catatan pelaksanaan dan buktinya, angka pengaduan yang boleh terbit, kanal pengaduan, dan hasil survei. "
        f"Dihitung per {findings.per_tanggal.isoformat()} dari berkas data kantor; kosong berarti belum dilaporkan, bukan nol.",
        "version": findings.per_tanggal.isoformat(),
        "contributors": [{"title": situs.kantor_lengkap, "roles": ["publisher"]}],
        "sources": [decree],
    }
    if root:
        decree["path"], package["homepage"] = root + addresses.keputusan(tahun.tahun), root
    if situs.lisensi_data:
        # The name is one of the SPDX list, which has a page for each.
        package["licenses"] = [{"name": situs.lisensi_data, "path": licence_address(situs.lisensi_data)}]
    return document(package | {"resources": [_resource(table) for table in tables]})


def _resource(table: Tabel) -> JsonObject:
    return {
        "name": table.nama,
        "type": "table",
        "path": f"{table.nama}.csv",
        "title": table.judul,
        "description": table.keterangan,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _columns(table),
    }


def _columns(table: Tabel) -> JsonObject:
    fields = [{"name": kolom.nama, "type": kolom.jenis.value, "description": kolom.keterangan} for kolom in table.kolom]
    schema: JsonObject = {"fields": fields, "missingValues": [""]}
    if table.kunci:
        schema["primaryKey"] = table.kunci
    if table.rujukan:
        schema["foreignKeys"] = [
            {"fields": item.kolom, "reference": {"resource": item.tabel, "fields": item.kunci}} for item in table.rujukan
        ]
    return schema
