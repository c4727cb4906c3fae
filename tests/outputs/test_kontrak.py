"""The contract of the published JSON: described to the last key, closed, and kept for those who rely on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError
from zona.findings.judge import Findings
from zona.outputs.api import api_files
from zona.outputs.bukti import publish_all
from zona.outputs.kontrak.berkas import BERKAS, RINGKASAN
from zona.outputs.kontrak.dasar import Kontrak


def models(base: type[Kontrak] = Kontrak) -> Iterator[type[Kontrak]]:
    """Every model of the contract."""
    for model in base.__subclasses__():
        yield model
        yield from models(model)


@pytest.fixture(scope="module")
def published(sample: Findings) -> dict[str, Any]:
    """Every JSON file of the sample office by its address."""
    return {file.path: json.loads(file.content) for file in api_files(sample, publish_all(sample, None))}


@pytest.mark.parametrize("model", sorted(set(models()), key=str), ids=lambda model: f"{model.__module__}.{model.__name__}")
def test_every_key_has_a_meaning(model: type[Kontrak]) -> None:
    """Every key of the contract says what it means, in a sentence; no model lets in others, or can be changed."""
    assert [key for key, field in model.model_fields.items() if not (field.description or "").endswith(".")] == []
    assert (model.model_config["extra"], model.model_config["frozen"]) == ("forbid", True)


def test_every_file_is_in_the_contract(published: dict[str, Any]) -> None:
    """The files that are published are those that the contract names, each year's and the one that belongs to none."""
    assert set(published) == {f"api/v1/{'2026/' if file.tahunan else ''}{file.nama}.json" for file in BERKAS}


@pytest.mark.parametrize(
    ("key", "value"), [("baru", 1), ("persen_semua", None), ("persen_semua", "73,2"), ("per_tanggal", "24 November 2026")]
)
def test_nothing_else_gets_out(published: dict[str, Any], key: str, value: Any) -> None:
    """A key that the contract does not know, one that is missing, and a value of another kind are not published."""
    whole = published["api/v1/2026/ringkasan.json"]
    assert json.loads(RINGKASAN.text(whole)) == whole
    changed = {name: item for name, item in whole.items() if name != key} | ({} if value is None else {key: value})
    with pytest.raises(ValidationError):
        RINGKASAN.text(changed)
