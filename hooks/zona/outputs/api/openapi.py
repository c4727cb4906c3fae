"""`openapi.json`: every JSON file as something to GET (OpenAPI 3.1). The shapes are the schemas beside it."""

from __future__ import annotations

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_base import VERSI_API
from zona.outputs.api.contract.contract_files import BerkasJson
from zona.outputs.api.json_document import JsonObject
from zona.outputs.site_identity import site_address_of
from zona.outputs.wording import tanggal


def openapi_of(findings: Findings) -> JsonObject:
    """The description of every file of the contract. Years are a parameter: whoever reads one year reads the next by the
    same call."""
    situs = findings.situs.isi
    mark = "DATA CONTOH: " if situs.contoh else ""
    day = tanggal(findings.per_tanggal)
    info: JsonObject = {
        "title": f"{mark}Data terbuka Zona Integritas {situs.kantor}",
        "description": f"{mark}Berkas tetap yang hanya dibaca, tanpa kunci akses. Dihitung per {day}.",
        "version": VERSI_API,
    }
    if situs.lisensi_data:
        info["license"] = {"name": situs.lisensi_data, "identifier": situs.lisensi_data}
    files = contract_files.files_of(kanal=findings.kanal is not None)
    return {
        "openapi": "3.1.0",
        "info": info,
        # Without a known address: the site that this file was fetched from.
        "servers": [{"url": site_address_of(situs).rstrip("/") or "../.."}],
        "paths": {_path(item): {"get": _operation(item, findings)} for item in files},
    }


def _path(berkas: BerkasJson) -> str:
    return f"/{addresses.API}{'{tahun}/' if berkas.tahunan else ''}{berkas.nama}.json"


def _operation(berkas: BerkasJson, findings: Findings) -> JsonObject:
    schema = {"$ref": f"skema/{berkas.nama}.json"}
    get: JsonObject = {
        "operationId": berkas.nama.replace("-", "_"),
        "summary": berkas.judul,
        "description": berkas.keterangan,
        "responses": {"200": {"description": berkas.judul, "content": {"application/json": {"schema": schema}}}},
    }
    if berkas.tahunan:
        years: JsonObject = {"type": "integer", "enum": [item.tahun for item in findings.tahun]}
        year: JsonObject = {"name": "tahun", "in": "path", "required": True, "description": "Tahun rencana aksi."}
        get["parameters"] = [year | {"schema": years}]
    return get
