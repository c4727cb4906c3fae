"""What the API says of itself: the index of everything to fetch, the schemas, the OpenAPI description, its changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_files import BerkasJson
from zona.outputs.api.contract.contract_schemas import schema_of
from zona.outputs.api.file_heads import office_head
from zona.outputs.api.index_json import index_json, perubahan_json
from zona.outputs.api.json_document import document
from zona.outputs.api.openapi import openapi_of
from zona.outputs.site_file import SiteFile
from zona.outputs.site_identity import site_address_of
from zona.outputs.tables.downloads import Unduhan


def description_files(findings: Findings, unduhan: dict[int, Unduhan]) -> Iterator[SiteFile]:
    """Every file that describes others; `unduhan` is what each year has to download."""
    source = f"data/{findings.situs.path}"
    for item in contract_files.files_of(kanal=findings.kanal is not None):
        yield SiteFile(addresses.skema(item.nama), partial(_schema, item, findings), source)
    yield SiteFile(addresses.OPENAPI, lambda: document(openapi_of(findings)), source)
    yield SiteFile(addresses.API_PERUBAHAN, lambda: perubahan_json(findings).to_json(), source)
    yield SiteFile(addresses.API_INDEKS, lambda: index_json(findings, unduhan).to_json(), source)


def _schema(berkas: BerkasJson, findings: Findings) -> bytes:
    return document(marked(schema_of(berkas), berkas.nama, findings))


def marked(schema: Mapping[str, object], name: str, findings: Findings) -> dict[str, object]:
    """The schema with its `$id`, where the site's address is known; a sample's says that it is one."""
    root, head = site_address_of(findings.situs.isi), office_head(findings)
    address = {"$id": root + addresses.skema(name)} if root else {}
    mark = {"$comment": head.keterangan} if head.contoh else {}
    return {"$schema": schema["$schema"], **address, **mark, **schema}
