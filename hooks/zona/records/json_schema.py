"""JSON Schemas of the data files (draft 2020-12), made from the models: editors offer keys and explain them by these."""

import json
import re
from typing import Any

from zona.records.load import MODELS, SKEMA
from zona.records.pengaduan.pengaduan import PengaduanBulan

# The months that stay on the office's computer: their editors are offered keys, too.
TERTUTUP = "pengaduan-tertutup"


def schema_files() -> dict[str, str]:
    """Every schema by its file's name in the folder of schemas."""
    files = {}
    for name, model in (MODELS | {TERTUTUP: PengaduanBulan}).items():
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name}
        schema = head | _plain(model.model_json_schema())
        files[f"{name.removesuffix('.yml')}.json"] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return files


def _plain(value: Any) -> Any:
    """A schema without what speaks to programmers: the classes' English docstrings and names."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _plain(item) for key, item in value.items() if not (key == "title" and isinstance(item, str))}
    if "properties" in kept or "enum" in kept:
        kept.pop("description", None)
    return kept


def binding_of(path: str) -> str:
    """The first line of a data file, by which editors find its schema; `path` is below the data folder."""
    parts = [part for part in path.split("/") if not re.fullmatch(r"20[0-9]{2}", part)]
    name = parts[0].removesuffix(".yml")
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{SKEMA}/{name}.json"
