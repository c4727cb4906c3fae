"""What the API says of itself: the index of everything to fetch, the schemas, the OpenAPI description, its changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.api_files import office
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_schemas import schema_of, table_name, table_schema
from zona.outputs.api.contract.index_contract import changes
from zona.outputs.api.openapi import openapi_of
from zona.outputs.pages.frame import site_address_of
from zona.outputs.site_file import JENIS_MEDIA, SiteFile
from zona.outputs.tables.formats import PACKAGE, Unduhan, archive_name, workbook_name


def description_files(findings: Findings, unduhan: dict[int, Unduhan]) -> Iterator[SiteFile]:
    """Every file that describes others; `unduhan` is what each year has to download."""
    tables = unduhan[findings.terbaru.tahun].tabel
    schemas = {item.nama: schema_of(item) for item in contract_files.files_of(kanal=findings.kanal is not None)}
    schemas |= {table_name(table.nama): table_schema(table) for table in tables}
    perubahan = [change.model_dump(mode="json") for change in changes()]
    contents = {addresses.skema(name): _text(marked(schema, name, findings)) for name, schema in schemas.items()} | {
        addresses.OPENAPI: _text(openapi_of(findings, tables)),
        addresses.API_PERUBAHAN: contract_files.PERUBAHAN.content(office(findings) | {"riwayat": perubahan}),
        addresses.API_INDEKS: contract_files.INDEKS.content(office(findings) | index_of(findings, unduhan)),
    }
    for address, content in contents.items():
        yield SiteFile(address, content, f"data/{findings.situs.path}")


def marked(schema: dict[str, Any], name: str, findings: Findings) -> dict[str, Any]:
    """The schema with its `$id`, where the site's address is known; a sample's says that it is one."""
    root, situs = site_address_of(findings.situs.isi), office(findings)
    address = {"$id": root + addresses.skema(name)} if root else {}
    mark = {"$comment": situs["keterangan"]} if situs["contoh"] else {}
    return {"$schema": schema["$schema"]} | address | mark | schema


def _text(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def index_of(findings: Findings, unduhan: dict[int, Unduhan]) -> dict[str, Any]:
    """`index.json`: everything to fetch below `api/`, `unduhan/`, `umpan/` and `kalender/`."""
    situs = findings.situs.isi
    return {
        "alamat_situs": site_address_of(situs) or None,
        "lisensi_data": situs.lisensi_data,
        "kamus": addresses.KAMUS,
        "openapi": addresses.OPENAPI,
        "berkas": [*_api(findings)],
        "unduhan": [*_downloads(unduhan)],
        "umpan": [*_feeds(findings)],
        "kalender": [*_calendars(findings)],
    }


def _item(alamat: str, judul: str, tahun: int | None = None, skema: str | None = None) -> dict[str, Any]:
    jenis = JENIS_MEDIA[alamat.rpartition(".")[2]]
    address = addresses.skema(skema) if skema else None
    return {"alamat": alamat, "judul": judul, "tahun": tahun, "jenis_media": jenis, "skema": address}


def _api(findings: Findings) -> Iterator[dict[str, Any]]:
    years = [item.tahun for item in findings.tahun]
    for item in contract_files.files_of(kanal=findings.kanal is not None):
        for tahun in years if item.tahunan else [None]:
            yield _item(addresses.api(tahun, item.nama), item.judul, tahun, item.nama)


def _downloads(unduhan: dict[int, Unduhan]) -> Iterator[dict[str, Any]]:
    for tahun, year in unduhan.items():
        titles = {table.nama: table.judul for table in year.tabel}
        whole = {workbook_name(tahun): "Semua tabel", archive_name(tahun): "Semua berkas", PACKAGE: "Keterangan semua tabel"}
        for name, file in year.berkas.items():
            stem, _, ending = name.rpartition(".")
            skema = table_name(stem) if ending == "json" and stem in titles else None
            yield _item(file.path, whole.get(name) or f"{titles.get(stem, stem)} ({ending.upper()})", tahun, skema)


def _feeds(findings: Findings) -> Iterator[dict[str, Any]]:
    yield _item(addresses.UMPAN, "Seluruh rencana aksi")
    for tahun in findings.tahun:
        for item in tahun.kelompok:
            yield _item(addresses.umpan(tahun.tahun, item.kelompok.kode), f"Kelompok {item.kelompok.kode}", tahun.tahun)


def _calendars(findings: Findings) -> Iterator[dict[str, Any]]:
    for tahun in findings.tahun:
        yield _item(addresses.kalender(tahun.tahun), "Seluruh rencana aksi", tahun.tahun)
        for item in tahun.kelompok:
            yield _item(addresses.kalender(tahun.tahun, item.kelompok.kode), f"Kelompok {item.kelompok.kode}", tahun.tahun)
