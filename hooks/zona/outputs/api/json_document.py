"""JSON whose keys are set by other people's standards (JSON Schema, OpenAPI, Data Package, JSON-LD): its type and bytes."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
JsonObject = dict[str, Json]


def document(value: Mapping[str, object]) -> bytes:
    """The bytes of a JSON file: UTF-8, one key a line."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
