"""The data dictionary: a schema in, its parts with their keys out, each part once however often it occurs in the file."""

from dataclasses import dataclass

from zona.outputs.api.contract.contract_files import Schema
from zona.outputs.tables.table import Jenis, Tabel

_FORMAT = {"date": Jenis.TANGGAL.label, "uri": "alamat", "uri-reference": "alamat di situs ini"}


@dataclass(frozen=True)
class SchemaKey:
    """One key: what it holds and means. `bagian` is the part it leads to, as (code, title); `pilihan` are its only values."""

    nama: str
    isi: str
    keterangan: str
    boleh_kosong: bool = False
    bagian: tuple[str, str] | None = None
    pilihan: tuple[str, ...] = ()


@dataclass(frozen=True)
class SchemaPart:
    """One part. `letak` are the places in the file where it occurs: `kelompok[].aksi[]`; "" is the file itself."""

    kode: str
    judul: str
    letak: tuple[str, ...]
    kunci: tuple[SchemaKey, ...]


def dictionary_of(schema: Schema) -> tuple[SchemaPart, ...]:
    """Every part of a published file, in the order in which a reader meets them."""
    places: dict[str, list[str]] = {}
    _visit(schema, schema, "", places)
    return tuple(_part(name, tuple(found), schema) for name, found in places.items())


def table_part(tabel: Tabel) -> SchemaPart:
    """A download table as a part: its columns are its keys."""
    kunci = tuple(SchemaKey(kolom.nama, kolom.jenis.label, kolom.keterangan) for kolom in tabel.kolom)
    return SchemaPart(tabel.nama, tabel.judul, (), kunci)


def _visit(schema: Schema, part: Schema, place: str, places: dict[str, list[str]], name: str = "") -> None:
    places.setdefault(name, []).append(place)
    for key, value in part["properties"].items():
        inner, many = _target(value)
        if inner and "properties" in schema["$defs"][inner]:
            _visit(schema, schema["$defs"][inner], f"{place}.{key}{'[]' if many else ''}".removeprefix("."), places, inner)


def _part(name: str, places: tuple[str, ...], schema: Schema) -> SchemaPart:
    part = schema["$defs"][name] if name else schema
    kunci = tuple(_key(key, value, schema) for key, value in part["properties"].items())
    return SchemaPart(_code(name), part["title"] if name else "Isi berkas", places, kunci)


def _code(name: str) -> str:
    return f"bagian-{name.lower()}" if name else "isi-berkas"


def _key(nama: str, value: Schema, schema: Schema) -> SchemaKey:
    plain, empty = _without_null(value)
    inner, many = _target(value)
    target: Schema = schema["$defs"][inner] if inner else {}
    choices: tuple[str, ...] = tuple(target.get("enum") or plain.get("enum", ()))
    if "properties" in target:
        kind, part = "daftar" if many else "bagian", (_code(inner), target["title"])
        return SchemaKey(nama, kind, value["description"], empty, part)
    kind = "pilihan" if choices else _kind(plain)
    return SchemaKey(nama, kind, value["description"], empty, None, choices)


def _kind(value: Schema) -> str:
    """What a value is, in words."""
    if value.get("type") == "array":
        return f"daftar {_kind(value['items'])}"
    return _FORMAT.get(value.get("format", "")) or Jenis(value.get("type", "string")).label


def _target(value: Schema) -> tuple[str, bool]:
    """The name of the definition that a key leads to, and whether it holds many; "" where it leads to none."""
    plain, _ = _without_null(value)
    many = plain.get("type") == "array"
    return (plain["items"] if many else plain).get("$ref", "").rpartition("/")[2], many


def _without_null(value: Schema) -> tuple[Schema, bool]:
    """The value's own schema, and whether it may be empty."""
    options = value.get("anyOf", [value])
    (plain,) = (item for item in options if item.get("type") != "null")
    return plain, len(options) > 1
