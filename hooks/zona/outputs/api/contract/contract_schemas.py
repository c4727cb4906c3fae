"""JSON Schemas (draft 2020-12) of the published files, made from the contract's models."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from zona.outputs.api.contract.capaian_contract import CatatanCapaianJson
from zona.outputs.api.contract.contract_files import BerkasJson
from zona.outputs.api.contract.kanal_contract import SumberKanalJson
from zona.outputs.api.contract.pengaduan_contract import BulanPengaduanJson
from zona.outputs.api.contract.ringkasan_contract import KelompokRingkasanJson

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

# A part is called like its class without "Json". These are called as they always were: other files have a part of that name.
_NAMES = {
    CatatanCapaianJson.__name__: "Catatan",
    KelompokRingkasanJson.__name__: "Kelompok",
    BulanPengaduanJson.__name__: "Bulan",
    SumberKanalJson.__name__: "Sumber",
}


class _PublishedNames(GenerateJsonSchema):
    """Parts have the names that version 1 promised; keys have a meaning and need no title made of their own name."""

    def normalize_name(self, name: str) -> str:
        return _NAMES.get(name) or super().normalize_name(name).removesuffix("Json")

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        return False


@cache
def schema_of(berkas: BerkasJson) -> Schema:
    """The schema of a file of the contract, which depends on no data; made once, and not to be changed."""
    schema = berkas.model.model_json_schema(schema_generator=_PublishedNames, mode="serialization")
    parts = schema.pop("$defs", {})
    for part in parts.values():
        part.pop("description", None)  # speaks to programmers
        if "enum" in part:
            part.pop("title", None)
    head = {"$schema": DRAFT, "title": berkas.judul, "description": berkas.keterangan}
    rest = {key: value for key, value in schema.items() if key not in head}
    return head | rest | ({"$defs": parts} if parts else {})
