"""JSON Schemas (draft 2020-12) of the published files, made from the contract's models."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from zona.outputs.api.contract.contract_files import BerkasKontrak

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class _WithoutNames(GenerateJsonSchema):
    """Keys have a meaning and need no title made of their own name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


def schema_of(berkas: BerkasKontrak) -> dict[str, Any]:
    """The schema of a file of the contract."""
    return _headed(berkas.model.model_json_schema(**_MADE), berkas.judul, berkas.keterangan)


_MADE: dict[str, Any] = {"schema_generator": _WithoutNames, "mode": "serialization"}


def _headed(schema: dict[str, Any], judul: str, keterangan: str) -> dict[str, Any]:
    parts = schema.pop("$defs", {})
    for part in parts.values():
        part.pop("description", None)  # speaks to programmers
        if "enum" in part:
            part.pop("title", None)
    head = {"$schema": DRAFT, "title": judul, "description": keterangan}
    return head | {key: value for key, value in schema.items() if key not in head} | ({"$defs": parts} if parts else {})
