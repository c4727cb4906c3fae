"""The open data as they lie in the built sites: every file listed, described, valid by other people's tools."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from recount.published_page import Element, read_page
from small.office_data import row, write_kantor
from support.zi_command import PER_TANGGAL, zi
from zona.outputs.api.dictionary import dictionary_of

FORMATS = FormatChecker(["date"])


@FORMATS.checks("uri")
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or urlsplit(value).scheme in ("https", "tel", "sms", "mailto")


@FORMATS.checks("uri-reference")
def _is_below_the_site(value: object) -> bool:
    return not isinstance(value, str) or not (urlsplit(value).scheme or value.startswith("/"))


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office without channels, whose address, repository and licence are known."""
    folder = tmp_path_factory.mktemp("kecil")
    situs = {"alamat_situs": "https://zi.example.go.id/zi", "lisensi_data": "CC-BY-4.0"}
    data = write_kantor(folder / "data", {2025: [row("I.1")], 2026: [row("I.1")]}, situs=situs)
    done = zi("susun", str(folder / "situs"), "--data", str(data), "--per-tanggal", PER_TANGGAL.isoformat())
    assert done.returncode == 0, done.stderr
    return folder / "situs"


@pytest.fixture(scope="module", params=["situs", "contoh", "addressed"])
def site(request: pytest.FixtureRequest) -> Path:
    """The real site, the sample office's, and the small one's."""
    found: Path = request.getfixturevalue(request.param)
    return found


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def listed(site: Path) -> Iterator[dict[str, Any]]:
    """Everything that the index lists."""
    index = read(site / "api/v1/index.json")
    for name in ("berkas", "unduhan", "umpan", "kalender"):
        yield from index[name]


def key_paths(value: Any, place: str = "") -> Iterator[str]:
    """Every key of a JSON value with its place, as the dictionary writes it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{place}.{key}".removeprefix(".")
            yield from key_paths(inner, f"{place}.{key}".removeprefix("."))
    elif isinstance(value, list):
        for inner in value:
            yield from key_paths(inner, f"{place}[]")


def test_the_index_lists_what_there_is(site: Path) -> None:
    """The index lists exactly the files below api/, unduhan/, umpan/ and kalender/, each once; what describes them (the
    schemas and the OpenAPI file) is named beside them."""
    files = [path for folder in ("api", "unduhan", "umpan", "kalender") for path in (site / folder).rglob("*")]
    found = {path.relative_to(site).as_posix() for path in files if path.is_file() and path.suffix not in (".html", ".md")}
    addresses = [item["alamat"] for item in listed(site)]
    schemas = {item["skema"] for item in listed(site)} - {None}
    index = read(site / "api/v1/index.json")
    assert len(addresses) == len(set(addresses))
    assert set(addresses) | schemas | {index["openapi"]} == found
    assert (site / index["kamus"]).is_dir()


def test_every_json_has_a_schema_and_fits_it(site: Path) -> None:
    """Every JSON file below api/ and unduhan/ is valid by its schema of draft 2020-12, dates and addresses too. The Data
    Package's own file has none: frictionless checks it."""
    files = [item for item in listed(site) if item["jenis_media"] == "application/json"]
    assert {Path(item["alamat"]).name for item in files if item["skema"] is None} == {"datapackage.json"}
    for item in files:
        if item["skema"]:
            schema = read(site / item["skema"])
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(schema, format_checker=FORMATS)
            assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(read(site / item["alamat"]))] == []


def test_no_json_is_left_out(site: Path) -> None:
    """Every JSON file of the site is listed in the index, describes what is, or belongs to the search."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.json")}
    rest = found - {item["alamat"] for item in listed(site)} - {"api/v1/openapi.json"}
    left = {path for path in rest if not path.startswith(("api/v1/skema/", "aset/jawaban."))}
    assert left <= {"pagefind/pagefind-entry.json"}


def test_schemas_see_faults(site: Path) -> None:
    """The check above can fail: a key that is not described, a missing one, a day that is none, an address that is none."""
    schema, file = read(site / "api/v1/skema/capaian.json"), read(site / "api/v1/2026/capaian.json")
    validator = Draft202012Validator(schema, format_checker=FORMATS)
    for change in ({"baru": 1}, {"per_tanggal": "2026-02-30"}, {"per_tanggal": None}, {"periode": [{"aksi": "I.1"}]}):
        assert not validator.is_valid(file | change), change
    assert not validator.is_valid({key: value for key, value in file.items() if key != "kantor"})


def test_every_published_key_is_in_the_dictionary(site: Path) -> None:
    """Every key of every file stands in the dictionary at its place; the dictionary is made of the schema, words and all."""
    for item in listed(site):
        if item["skema"]:
            parts = dictionary_of(read(site / item["skema"]))
            keys = ((place, kunci.nama) for part in parts for place in part.letak for kunci in part.kunci)
            told = {f"{place}.{nama}".removeprefix(".") for place, nama in keys}
            assert set(key_paths(read(site / item["alamat"]))) <= told, item["alamat"]


def test_the_openapi_description_is_valid(site: Path) -> None:
    """openapi-spec-validator finds no fault, following it into the schemas, and it names every JSON file."""
    path = site / "api/v1/openapi.json"
    description = read(path)
    OpenAPIV31SpecValidator(description, base_uri=path.as_uri()).validate()
    named = set()
    for template, item in description["paths"].items():
        schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        assert (path.parent / schema).is_file()
        parameters = item["get"].get("parameters", [])
        years = parameters[0]["schema"]["enum"] if parameters else [0]
        named |= {template.removeprefix("/").format(tahun=year) for year in years}
    assert named == {item["alamat"] for item in listed(site) if item["skema"]}


def test_addresses_stand_where_they_are_known(addressed: Path, situs: Path) -> None:
    """With the site's address known, schemas have an `$id`, the server is the site, and the licence is named; without, the
    server is the site that the description was fetched from, and nothing is made up."""
    root = "https://zi.example.go.id/zi"
    assert read(addressed / "api/v1/skema/capaian.json")["$id"] == f"{root}/api/v1/skema/capaian.json"
    description = read(addressed / "api/v1/openapi.json")
    assert description["servers"] == [{"url": root}]
    assert description["info"]["license"] == {"name": "CC-BY-4.0", "identifier": "CC-BY-4.0"}
    assert read(addressed / "api/v1/index.json")["alamat_situs"] == f"{root}/"
    assert "$id" not in read(situs / "api/v1/skema/capaian.json")
    assert read(situs / "api/v1/openapi.json")["servers"] == [{"url": "../.."}]
    assert read(situs / "api/v1/index.json")["lisensi_data"] is None


def test_the_sample_says_so(contoh: Path, situs: Path) -> None:
    """The sample's index, changes and OpenAPI description say DATA CONTOH; the office's do not."""
    for name in ("index.json", "perubahan.json", "openapi.json"):
        assert "DATA CONTOH" in json.dumps(read(contoh / "api/v1" / name))
        assert "DATA CONTOH" not in json.dumps(read(situs / "api/v1" / name))


def keys_on(page: Element) -> list[tuple[str, str]]:
    """Each row of a dictionary page: its key and what it says of it."""
    rows = [item for item in page.walk() if item.name == "tr" and item.children[0].attributes.get("scope") == "row"]
    return [(item.children[0].text, item.children[2].text) for item in rows]


@pytest.mark.parametrize("built", ["situs", "contoh"])
def test_the_dictionary_is_on_its_pages(built: str, request: pytest.FixtureRequest) -> None:
    """Each file's page has every key of every part once, with the schema's own words; the tables' page every column, with the
    words of the Data Package."""
    site: Path = request.getfixturevalue(built)
    schemas = {Path(item["skema"]).stem: read(site / item["skema"]) for item in listed(site) if item["skema"]}
    for name, schema in schemas.items():
        shown = keys_on(read_page(site / "kamus-data" / name / "index.html"))
        told = [(kunci.nama, kunci.keterangan) for part in dictionary_of(schema) for kunci in part.kunci]
        assert [key for key, _ in shown] == [key for key, _ in told]
        assert all(text.startswith(words) for (_, text), (_, words) in zip(shown, told, strict=True))
    (package,) = (site / item["alamat"] for item in listed(site) if item["alamat"].endswith("datapackage.json"))
    fields = [field for table in read(package)["resources"] for field in table["schema"]["fields"]]
    columns = [(field["name"], field["description"]) for field in fields]
    assert keys_on(read_page(site / "kamus-data/tabel/index.html")) == columns
