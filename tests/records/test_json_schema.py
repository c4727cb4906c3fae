"""Schemas for editors: made from the models, named by every data file, and true of the files that there are."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from support.zi_command import CONTOH, LAIN, TABALONG
from zona.records.json_schema import binding_of, schema_files
from zona.records.load import load_data

FOLDERS = [office / "data" for office in (TABALONG, CONTOH, LAIN)]
SCHEMAS = schema_files()
FILES = [(folder, path) for folder in FOLDERS for path in sorted(folder.rglob("*.yml"))]


class _Words(yaml.SafeLoader):
    """YAML as editors read it: a day stays the word that was written."""


_Words.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
    for sign, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema_of(folder: Path, path: Path) -> dict[str, Any]:
    """The schema that a file of a data folder is bound to."""
    name = binding_of(path.relative_to(folder).as_posix()).rpartition("/")[2]
    schema: dict[str, Any] = json.loads(SCHEMAS[name])
    return schema


@pytest.mark.parametrize(("folder", "path"), FILES, ids=lambda path: path.name)
def test_schemas_accept_what_the_checks_accept(folder: Path, path: Path) -> None:
    """No editor marks a mistake in a file that has none: every published and every sample file fits its schema."""
    value = yaml.load(path.read_text(encoding="utf-8"), Loader=_Words)
    assert [error.message for error in Draft202012Validator(schema_of(folder, path)).iter_errors(value)] == []


def test_schemas_see_slips() -> None:
    """An unknown key, a word that is no choice, and a missing key are marked while typing."""
    validator = Draft202012Validator(json.loads(SCHEMAS["capaian.json"]))
    record = {"aksi": "I.1", "periode": "2026-01", "tanggal": "2026-01-20", "hasil": "selsai", "uraian": "x", "aksii": 1}
    told = " ".join(error.message for error in validator.iter_errors(record))
    assert all(word in told for word in ("'selsai'", "'aksii'", "'dicatat_oleh'"))


def descriptions(value: Any) -> Iterator[str]:
    """Every description in a schema."""
    if isinstance(value, dict):
        yield from (item for key, item in value.items() if key == "description" and isinstance(item, str))
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from descriptions(inner)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schemas_are_valid_and_speak_indonesian(name: str) -> None:
    """Each is a schema of draft 2020-12; its descriptions are the fields' own, not the classes' English ones."""
    schema = json.loads(SCHEMAS[name])
    Draft202012Validator.check_schema(schema)
    told = list(descriptions(schema))
    assert told
    assert not [text for text in told if " the " in f" {text.lower()} "]


def test_schemas_are_no_data(tmp_path: Path) -> None:
    """A data folder may hold the schemas; whatever lies there is not read as data."""
    root = Path(shutil.copytree(CONTOH / "data", tmp_path / "data"))
    (root / "skema").mkdir()
    (root / "skema" / "apa-saja.json").write_text("{", encoding="utf-8")
    assert load_data(root).tahun
