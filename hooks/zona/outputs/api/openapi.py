"""`openapi.json`: every JSON file as something to GET (OpenAPI 3.1). The shapes are the schemas beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_base import VERSI_API
from zona.outputs.api.contract.contract_schemas import table_name
from zona.outputs.pages.frame import site_address_of
from zona.outputs.tables.table import Tabel
from zona.outputs.wording import tanggal


def openapi_of(findings: Findings, tables: Iterable[Tabel[Any]]) -> dict[str, Any]:
    """The description of every file of the contract, and of the JSON of the download `tables`. Years are a parameter:
    whoever reads one year reads the next by the same call."""
    situs = findings.situs.isi
    mark = "DATA CONTOH: " if situs.contoh else ""
    licence = {"license": {"name": situs.lisensi_data, "identifier": situs.lisensi_data}} if situs.lisensi_data else {}
    day = tanggal(findings.per_tanggal)
    info = {
        "title": f"{mark}Data terbuka Zona Integritas {situs.kantor}",
        "description": f"{mark}Berkas tetap yang hanya dibaca, tanpa kunci akses. Dihitung per {day}.",
        "version": VERSI_API,
    }
    # Without a known address: the site that this file was fetched from.
    server = {"url": site_address_of(situs).rstrip("/") or "../.."}
    paths = {}
    for item in contract_files.files_of(kanal=findings.kanal is not None):
        get = _operation(item.nama, item.judul, item.keterangan)
        path = addresses.API + ("{tahun}/" if item.tahunan else "") + f"{item.nama}.json"
        paths[path] = _of_year(get, findings) if item.tahunan else get
    for table in tables:
        get = _operation(table_name(table.nama), f"Tabel {table.judul.lower()}", table.keterangan)
        paths["unduhan/{tahun}/" + f"{table.nama}.json"] = _of_year(get, findings)
    return {
        "openapi": "3.1.0",
        "info": info | licence,
        "servers": [server],
        "paths": {f"/{path}": {"get": get} for path, get in paths.items()},
    }


def _operation(nama: str, judul: str, keterangan: str) -> dict[str, Any]:
    schema = {"$ref": f"skema/{nama}.json"}
    return {
        "operationId": nama.replace("-", "_"),
        "summary": judul,
        "description": keterangan,
        "responses": {"200": {"description": judul, "content": {"application/json": {"schema": schema}}}},
    }


def _of_year(get: dict[str, Any], findings: Findings) -> dict[str, Any]:
    years = [item.tahun for item in findings.tahun]
    parameter = {"name": "tahun", "in": "path", "required": True, "description": "Tahun rencana aksi."}
    return get | {"parameters": [parameter | {"schema": {"type": "integer", "enum": years}}]}
