"""The contract of the published JSON: described to the last key, closed, and kept for those who rely on it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import ValidationError
from support.contract_golden import SKEMA, TERBITAN, files_today, kept, lost_promises, lost_values, schemas_today, shape
from zona.outputs.api.contract.contract_base import KontrakJson
from zona.outputs.api.contract.contract_files import BERKAS
from zona.outputs.api.contract.office_contract import changes
from zona.outputs.api.contract.plan_contract import RingkasanJson

NAMES = sorted(schemas_today())
OWN = ("index", "perubahan")  # what describes the others


def models(base: type[KontrakJson] = KontrakJson) -> Iterator[type[KontrakJson]]:
    """Every model of the contract."""
    for model in base.__subclasses__():
        yield model
        yield from models(model)


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    """The small office's files as they are published today."""
    return files_today()


@pytest.mark.parametrize("model", sorted(set(models()), key=str), ids=lambda model: f"{model.__module__}.{model.__name__}")
def test_every_key_has_a_meaning(model: type[KontrakJson]) -> None:
    """Every key of the contract says what it means, in a sentence; no model lets in others, or can be changed."""
    assert [key for key, field in model.model_fields.items() if not (field.description or "").endswith(".")] == []
    assert (model.model_config["extra"], model.model_config["frozen"]) == ("forbid", True)


def test_every_part_is_in_a_file_and_has_a_title() -> None:
    """Every model is a file of the contract or a part of one, and schemas and dictionary call it by an Indonesian name."""
    titles = {item.model.model_config["title"] for item in BERKAS}
    for schema in schemas_today().values():
        titles |= {part["title"] for part in schema["$defs"].values() if "properties" in part}
    bases = {"KepalaTahunJson", "KepalaUmumJson"}
    assert {model.model_config.get("title") for model in models() if model.__name__ not in bases} == titles


@pytest.mark.parametrize(
    ("key", "value"), [("baru", 1), ("persen_semua", None), ("persen_semua", "73,2"), ("per_tanggal", "24 November 2026")]
)
def test_nothing_else_gets_out(published: dict[str, Any], key: str, value: Any) -> None:
    """A key that the contract does not know, one that is missing, and a value of another kind are not published."""
    whole = published["2026/ringkasan.json"]
    assert RingkasanJson.model_validate_json(json.dumps(whole)).model_dump(mode="json") == whole
    changed = {name: item for name, item in whole.items() if name != key} | ({} if value is None else {key: value})
    with pytest.raises(ValidationError):
        RingkasanJson.model_validate_json(json.dumps(changed))


def test_changes_name_files_of_the_contract() -> None:
    """Every file of the contract stands in the list of its changes, no other does, and the newest change comes first."""
    assert {name for change in changes() for name in change.berkas} == {item.nama for item in BERKAS}
    days = [change.tanggal for change in changes()]
    assert days == sorted(days, reverse=True)


def test_an_old_client_keeps_working(published: dict[str, Any]) -> None:
    """Every key that version 1 gave for the small office is still there, of the same kind and with the same value."""
    golden = kept(TERBITAN)
    assert set(golden) == {f"{'2026/' if item.tahunan else ''}{item.nama}.json" for item in BERKAS if item.nama not in OWN}
    assert list(lost_values(golden, published)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda file: file.pop("persen_semua"), ".persen_semua: hilang"),
        (lambda file: file["kelompok"][1].pop("kode"), ".kelompok[1].kode: hilang"),
        (lambda file: file.update(tahun="2026"), ".tahun: int → str"),
        (lambda file: file["bulanan"].pop(), ".bulanan: 12 → 11 butir"),
        (lambda file: file["bulanan"][0].update(rencana=99), ".bulanan[0].rencana: 5 → 99"),
        (lambda file: file.update(baru=[1]), None),
    ],
)
def test_what_an_old_client_would_miss(
    published: dict[str, Any], change: Callable[[dict[str, Any]], object], told: str | None
) -> None:
    """The comparison above sees a lost key, another kind, a shorter list and another value; a new key is no loss."""
    changed = copy.deepcopy(published["2026/ringkasan.json"])
    change(changed)
    assert list(lost_values(published["2026/ringkasan.json"], changed)) == ([told] if told else [])


@pytest.mark.parametrize("name", NAMES)
def test_schemas_only_grow(name: str) -> None:
    """No key is lost from a schema, none holds something else or may suddenly be empty, no choice is taken away."""
    assert list(lost_promises(shape(kept(SKEMA)[name]), shape(schemas_today()[name]))) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_was_added_is_promised_too(name: str) -> None:
    """The golden schema has every key and choice of today: `zi.py perbarui kontrak` adds what is new to it."""
    assert list(lost_promises(shape(schemas_today()[name]), shape(kept(SKEMA)[name]))) == []


def _made_empty(file: dict[str, Any]) -> None:
    file["$defs"]["Periode"]["properties"]["keadaan"] = {"anyOf": [{"$ref": "#/$defs/Keadaan"}, {"type": "null"}]}


@pytest.mark.parametrize(
    ("change", "kept_well"),
    [
        (lambda file: file["properties"].pop("periode"), False),
        (lambda file: file["required"].remove("periode"), False),
        (lambda file: file["$defs"]["Periode"]["properties"]["hari_lewat"].update(type="string"), False),
        (lambda file: file["$defs"]["Periode"]["properties"]["aksi"].update(maxLength=3), False),
        (lambda file: file["$defs"]["Keadaan"]["enum"].remove("terlambat"), False),
        (_made_empty, False),
        (lambda file: file["$defs"]["Keadaan"]["enum"].append("dibatalkan"), True),
        (lambda file: file["properties"].update(baru={"type": "string"}), True),
        (lambda file: file["properties"]["periode"].update(description="Lain."), True),
    ],
)
def test_what_would_break_a_promise(change: Callable[[dict[str, Any]], object], kept_well: bool) -> None:
    """The comparison above sees keys lost, made optional, of another kind, narrowed or nullable, and choices taken away; new
    keys, new choices and other words break nothing."""
    old, new = schemas_today()["capaian.json"], schemas_today()["capaian.json"]
    change(new)
    assert (list(lost_promises(shape(old), shape(new))) == []) is kept_well
