"""What version 1 of the published JSON promised: a small office that stays as it is, the files that it gave, the schemas;
and what would break the promise."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from support.zi_command import PER_TANGGAL
from zona.findings.judge import judge
from zona.outputs.api.api_files import api_files
from zona.outputs.api.contract.contract_files import BERKAS, schema_of
from zona.outputs.evidence.published import publish_all
from zona.records.load import load_data

ACUAN = Path(__file__).resolve().parents[1] / "golden" / "api-v1"
DATA, TERBITAN, SKEMA = ACUAN / "data", ACUAN / "terbitan", ACUAN / "skema"

# What of a schema is no promise: words.
_WORDS = ("$schema", "$id", "$comment", "$defs", "title", "description")
# What may only grow: keys, and the values to choose from.
_GROWING = ("required", "enum")


def files_today() -> dict[str, Any]:
    """The small office's files as they are published today, by their path below api/v1/."""
    findings = judge(load_data(DATA), PER_TANGGAL)
    files = api_files(findings, publish_all(findings, None))
    return {file.path.removeprefix("api/v1/"): json.loads(file.read()) for file in files}


def schemas_today() -> dict[str, Any]:
    """Today's schemas of the contract by their file's name, for the caller to change."""
    return {f"{item.nama}.json": copy.deepcopy(schema_of(item)) for item in BERKAS}


def kept(folder: Path) -> dict[str, Any]:
    """The JSON files of a golden folder by their path."""
    found = sorted(folder.rglob("*.json"))
    return {path.relative_to(folder).as_posix(): json.loads(path.read_text(encoding="utf-8")) for path in found}


def lost_values(old: Any, new: Any, place: str = "", *, values: bool = True) -> Iterator[str]:
    """Where an old client would stumble: keys that are gone, values of another kind, and (`values`) other values. A list of
    another length counts as another value."""
    if type(old) is not type(new):
        yield f"{place}: {type(old).__name__} → {type(new).__name__}"
    elif isinstance(old, dict):
        for key, value in old.items():
            if key not in new:
                yield f"{place}.{key}: hilang"
            else:
                yield from lost_values(value, new[key], f"{place}.{key}", values=values)
    elif isinstance(old, list):
        if values and len(old) != len(new):
            yield f"{place}: {len(old)} → {len(new)} butir"
        for index, (before, after) in enumerate(zip(old, new, strict=False)):
            yield from lost_values(before, after, f"{place}[{index}]", values=values)
    elif values and old != new:
        yield f"{place}: {old!r} → {new!r}"


def shape(schema: dict[str, Any]) -> Any:
    """A schema without words, its parts in their places."""

    def plain(value: Any) -> Any:
        if isinstance(value, list):
            return [plain(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            return plain(schema["$defs"][value["$ref"].rpartition("/")[2]])
        if "properties" in value:
            keys = {key: plain(item) for key, item in value["properties"].items()}
            return {key: item for key, item in value.items() if key not in _WORDS} | {"properties": keys}
        return {key: plain(item) for key, item in value.items() if key not in _WORDS}

    return plain(schema)


def lost_promises(old: Any, new: Any, place: str = "") -> Iterator[str]:
    """What one shape promised and the other does not: only new keys and new choices may be added."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted(old.keys() | new.keys()):
            if key == "properties":
                for name, value in old[key].items():
                    yield from lost_promises(value, new[key].get(name), f"{place}.{name}")
            elif key in _GROWING and key in old and key in new:
                yield from (f"{place}: {item} tidak lagi dalam {key}" for item in old[key] if item not in new[key])
            else:
                yield from lost_promises(old.get(key), new.get(key), f"{place}:{key}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for before, after in zip(old, new, strict=True):
            yield from lost_promises(before, after, place)
    elif old != new:
        yield f"{place}: {old!r} → {new!r}"
