"""The published data, version 1: findings in; out come the files of the contract (`contract/`), and what the API says of
itself: the index of everything to fetch, the schemas, the OpenAPI description, its changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_base import KontrakJson
from zona.outputs.api.contract.contract_files import BerkasJson
from zona.outputs.api.contract.contract_schemas import schema_of
from zona.outputs.api.file_heads import office_head, year_head
from zona.outputs.api.index_json import index_json, perubahan_json
from zona.outputs.api.json_document import document
from zona.outputs.api.kanal_json import kanal_json
from zona.outputs.api.openapi import openapi_of
from zona.outputs.api.pengaduan_json import pengaduan_json
from zona.outputs.api.year_json import Terbit, capaian_json, rencana_aksi_json, ringkasan_json, survei_json
from zona.outputs.site_file import SiteFile
from zona.outputs.site_identity import site_address_of
from zona.outputs.tables.downloads import Unduhan


def api_files(findings: Findings, terbit: Mapping[int, Terbit]) -> Iterator[SiteFile]:
    """Every JSON file of every year; `terbit` is the year's published evidence by name."""
    for tahun in findings.tahun:
        head, own = year_head(tahun, findings), terbit[tahun.tahun]
        stat = next(item for item in findings.pengaduan if item.tahun == tahun.tahun)
        filled: dict[BerkasJson, Callable[[], KontrakJson]] = {
            contract_files.RENCANA_AKSI: partial(rencana_aksi_json, tahun, head),
            contract_files.CAPAIAN: partial(capaian_json, tahun, own, head),
            contract_files.RINGKASAN: partial(ringkasan_json, tahun, head),
            contract_files.PENGADUAN: partial(pengaduan_json, stat, head),
            contract_files.SURVEI: partial(survei_json, tahun, head),
        }
        for berkas, fill in filled.items():
            yield _file(addresses.api(tahun.tahun, berkas.nama), fill, tahun.rencana_aksi.path)
    if findings.kanal:
        yield _file(addresses.API_KANAL, partial(kanal_json, findings), findings.kanal.path)


def description_files(findings: Findings, unduhan: dict[int, Unduhan]) -> Iterator[SiteFile]:
    """Every file that describes others; `unduhan` is what each year has to download."""
    source = findings.situs.path
    for item in contract_files.files_of(kanal=findings.kanal is not None):
        yield SiteFile(addresses.skema(item.nama), partial(_schema, item, findings), f"data/{source}")
    yield SiteFile(addresses.OPENAPI, lambda: document(openapi_of(findings)), f"data/{source}")
    yield _file(addresses.API_PERUBAHAN, partial(perubahan_json, findings), source)
    yield _file(addresses.API_INDEKS, partial(index_json, findings, unduhan), source)


def _file(path: str, fill: Callable[[], KontrakJson], source: str) -> SiteFile:
    return SiteFile(path, lambda: fill().to_json(), f"data/{source}")


def _schema(berkas: BerkasJson, findings: Findings) -> bytes:
    """The schema with its `$id`, where the site's address is known; a sample's says that it is one."""
    schema, root, head = schema_of(berkas), site_address_of(findings.situs.isi), office_head(findings)
    address = {"$id": root + addresses.skema(berkas.nama)} if root else {}
    mark = {"$comment": head.keterangan} if head.contoh else {}
    return document({"$schema": schema["$schema"], **address, **mark, **schema})
