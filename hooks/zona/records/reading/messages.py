"""Validation errors in, problems in plain Indonesian out: the place, what must hold, how to write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from zona.problems import Fault, Problem
from zona.records.reading.data_error import Document, Loc, did_you_mean, quoted

_DAY_FIRST = re.compile(r"(0?[1-9]|[12][0-9]|3[01])[-/. ](0?[1-9]|1[0-2])[-/. ]((?:19|20)[0-9]{2})")

_ALIKE = "lihat contoh di berkas serupa"
_LONG = ("{nama} terlalu panjang", "paling banyak {max_length} huruf")
_CHOICE = ("{nama} tidak mengenal nilai {tertulis}", "{pilihan}")
_DATE = ("{nama} bukan tanggal: {tertulis}", "{tanggal}")
# What is wrong and how to write it, by pydantic's own name for the kind of error.
_WORDS = {
    "missing": ("{nama} belum ada{milik}", "tambahkan baris {kunci}: …"),
    "extra_forbidden": ("kunci {nama} tidak dikenal", "{dikenal}"),
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "date_type": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "empty": ("{nama} kosong atau bukan satu nilai", "isi nilainya, atau hapus barisnya bila tidak wajib"),
    "string_type": ("{nama} harus teks, tetapi {tertulis} dibaca YAML sebagai bukan teks", 'tulis dengan kutip: "{teks}"'),
    "string_too_short": ("{nama} kosong", "isi teksnya, atau hapus barisnya bila tidak wajib"),
    "string_too_long": _LONG,
    "string_pattern_mismatch": ("{nama} tidak sesuai bentuknya: {tertulis}", _ALIKE),
    "int_type": ("{nama} harus bilangan bulat, bukan {tertulis}", "tulis angka saja tanpa kutip, misalnya {angka}"),
    "bool_type": ("{nama} harus true atau false, bukan {tertulis}", "tulis true atau false tanpa kutip"),
    "tuple_type": ("{nama} harus daftar", "tulis tiap butir di baris baru yang diawali “- ”"),
    "too_long": _LONG,
    "too_short": ("{nama} tidak berisi apa pun", "isi sedikitnya satu butir"),
    "model_type": ("{nama} harus berisi baris-baris “kunci: nilai”", _ALIKE),
    "greater_than_equal": ("{nama} terlalu kecil: {tertulis}", "paling kecil {ge}"),
    "less_than_equal": ("{nama} terlalu besar: {tertulis}", "paling besar {le}"),
}


def problems_of(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Problem[Loc]]:
    """Every error of one file, at its place; values that the reader refused already are not blamed twice."""
    for detail in error.errors(include_url=False):
        loc = detail["loc"]
        blamed = any(loc[: len(place)] == place for place in document.refused)
        # pydantic also calls a list too short when its items are invalid: they speak for themselves.
        filled = detail["type"] == "too_short" and (*loc, 0) in document.lines
        if blamed or filled:
            continue
        if loc[-1:] == ("[key]",):  # pydantic's own mark for the key, not the value, of a mapping
            yield Problem(loc[:-1], *_explain_key(detail))
        else:
            yield Problem(loc, *_explain(detail, document, model))


def _explain_key(detail: ErrorDetails) -> Fault:
    """A key of a mapping of counts: of a closed list, or of a form."""
    context = detail.get("ctx", {})
    if detail["type"] == "zona":
        return Fault(context["masalah"], context["saran"])
    kunci = detail["loc"][-2]
    return Fault(f"kunci {quoted(kunci)} tidak dikenal", did_you_mean(kunci, _choices(context)))


def _choices(context: dict[str, str]) -> list[str]:
    """The words of a closed list, which pydantic gives as one text: 'a', 'b' or 'c'."""
    return re.findall(r"'([^']*)'", context.get("expected", ""))


def _explain(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Fault:
    kind, loc, context = detail["type"], detail["loc"], detail.get("ctx", {})
    name, text = _name(loc), document.texts.get(loc, "")
    if kind == "zona":
        shown = f": {quoted(text)}" if loc in document.texts else ""
        return Fault(f"“{name}”: {context['masalah']}{shown}", context["saran"])
    if text == "" and kind.endswith("_type") and kind != "date_type":
        kind = "empty"
    words = {
        "kunci": name,
        "nama": f"“{name}”",
        "teks": text,
        "tertulis": quoted(text),
        "angka": text if text.isdecimal() else 3,
        "tanggal": _date_hint(text),
        "milik": _owner(loc, document),
        "dikenal": did_you_mean(name, _keys_at(model, loc[:-1])),
        "pilihan": did_you_mean(text, _choices(context)),
    }
    return Fault(*(form.format(**words, **context) for form in _WORDS.get(kind, ("{nama} tidak sah: {tertulis}", _ALIKE))))


def _name(loc: Loc) -> str:
    """The key a person would look for: the last word of the place, with a list item's number where there is one."""
    words = [str(part) for part in loc if isinstance(part, str)]
    if not words:
        return "isi berkas"
    return words[-1] if isinstance(loc[-1], str) else f"{words[-1]} butir ke-{int(loc[-1]) + 1}"


def _owner(loc: Loc, document: Document) -> str:
    """“ pada aksi I.3”: which of many alike things lacks the key, where it has a code to be called by."""
    kode = document.texts.get((*loc[:-1], "kode")) or document.texts.get((*loc[:-1], "kunci"))
    return f" pada {kode}" if kode else ""


def _date_hint(text: str) -> str:
    found = _DAY_FIRST.fullmatch(text.strip())
    if found:
        return f"tulis {found[3]}-{int(found[2]):02}-{int(found[1]):02} (tahun-bulan-hari, tanpa kutip)"
    return "tulis tahun-bulan-hari tanpa kutip, misalnya 2026-03-31"


def _keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the model knows at a place."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = _inner_model(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _inner_model(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_inner_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found), None)
