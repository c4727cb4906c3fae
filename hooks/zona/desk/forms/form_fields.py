"""What a model asks for, as fields of a form: kind, label, help and choices. The label is the field's title, else its key read
as words; the help is its description, without what only those need who write YAML."""

import re
import types
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from zona.outputs.wording import tanggal

# Texts that are sentences, for which one line is too small a place.
_LONG = frozenset(
    "uraian teks metode penyebab prosedur_penanganan pengendalian catatan isi biaya perlindungan mengapa contoh lama "
    "tidak_menangani keterangan alasan".split()
)
_ACRONYM = re.compile(r"\b(sop|spip|upg|kpk)\b", re.IGNORECASE)
# What is said for those who write YAML, and how it is said to those who fill in a form.
_FOR_YAML: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"^true bila "), "Centang bila "),
    (re.compile(r": tahun-bulan-hari(?=[.;]|$)"), ""),
    (re.compile(r", dalam tanda kutip, misalnya \"20\""), ", misalnya 20"),
    (re.compile(r"; tulis 0 bila tidak ada(?=\.)"), "; isi 0 bila tidak ada, kosongkan bila belum tahu"),
    (re.compile(r" (?:dengan|tanpa) kutip\b"), ""),
    (re.compile(r"; isi (?:nilainya|teksnya), atau hapus barisnya bila tidak wajib$"), "; isi dulu"),
    (re.compile(r"; tambahkan baris \w+: …$"), "; isi dulu"),
    (re.compile(r"\b(?:kanal|dasar-hukum)\.yml\b"), "daftarnya"),
    (re.compile(r"\bsitus\.yml\b"), "Kantor dan peran"),
    (re.compile(r"(?<![\w./-])[a-z]+(?:_[a-z0-9]+)+(?![\w./-])"), lambda found: found[0].replace("_", " ")),
    (re.compile(r"(?<![\w./-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])"), lambda found: _day(found[0])),
)


class FieldKind(StrEnum):
    """How a field is filled in."""

    TEKS = "teks"
    TEKS_PANJANG = "teks_panjang"
    TANGGAL = "tanggal"
    ANGKA = "angka"
    PILIHAN = "pilihan"
    YA_TIDAK = "ya_tidak"
    DAFTAR_TEKS = "daftar_teks"
    DAFTAR_ANGKA = "daftar_angka"
    KELOMPOK = "kelompok"
    DAFTAR_KELOMPOK = "daftar_kelompok"


@dataclass(frozen=True)
class FormField:
    """One field: `default` is what the record has without it, `choices` are the known words with what people see (a list of
    texts with choices is ticked), `fields` those of a group. A `plain` group is written as its first field's text where the
    others are empty."""

    key: str
    kind: FieldKind
    label: str
    help: str
    example: str = ""
    required: bool = False
    default: object = None
    choices: Mapping[str, str] = field(default_factory=dict)
    fields: tuple["FormField", ...] = ()
    plain: bool = False


Choices = Mapping[str, Mapping[str, str]]


def fields_of(model: type[BaseModel], known: Choices, only: Collection[str] | None = None) -> tuple[FormField, ...]:
    """The fields of a model in its order, or `only` those with these keys; `known` has the words that texts under a key may
    be, with what people see."""
    return tuple(_field(key, info, known) for key, info in model.model_fields.items() if only is None or key in only)


def _field(key: str, info: FieldInfo, known: Choices) -> FormField:
    bare = _bare(info.annotation)
    many = get_origin(bare) is tuple
    inner = _bare(get_args(bare)[0]) if many else bare
    parts = [_bare(part) for part in get_args(inner)] if get_origin(inner) in (Union, types.UnionType) else [inner]
    record = next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)
    choices = _choices(inner) or (known.get(key, {}) if inner is str else {})
    return FormField(
        key,
        _kind(key, inner, record is not None, many, bool(choices)),
        label := info.title or _label(key),
        _help(label, info.description or "", choices),
        str(info.examples[0]) if info.examples else "",
        info.is_required(),
        None if info.is_required() else info.get_default(call_default_factory=True),
        choices,
        _group(record, known, plain=len(parts) > 1) if record else (),
        record is not None and len(parts) > 1,
    )


def _group(record: type[BaseModel], known: Choices, *, plain: bool) -> tuple[FormField, ...]:
    """The fields of a group; of one that may be written as a single word, only that is required."""
    first, *others = fields_of(record, known)
    return (first, *(replace(item, required=item.required and not plain) for item in others))


def _label(key: str) -> str:
    return _ACRONYM.sub(lambda found: found[0].upper(), key.replace("_", " ").capitalize())


def _bare(annotation: Any) -> Any:
    """A type without its constraints and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        parts = [part for part in get_args(annotation) if part is not types.NoneType]
        return _bare(parts[0]) if len(parts) == 1 else annotation
    return annotation


def _choices(inner: Any) -> dict[str, str]:
    """The words of a closed list with what people see."""
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return {item.value: str(getattr(item, "label", item.value)) for item in inner}
    return {}


def _kind(key: str, inner: Any, record: bool, many: bool, chosen: bool) -> FieldKind:
    if record:
        return FieldKind.DAFTAR_KELOMPOK if many else FieldKind.KELOMPOK
    if many:
        return FieldKind.DAFTAR_ANGKA if inner is int else FieldKind.DAFTAR_TEKS
    if chosen:
        return FieldKind.PILIHAN
    kinds = {date: FieldKind.TANGGAL, int: FieldKind.ANGKA, bool: FieldKind.YA_TIDAK}
    if inner in kinds:
        return kinds[inner]
    if inner is not str:
        raise TypeError(f"no field for {key}: {inner}")
    return FieldKind.TEKS_PANJANG if key in _LONG else FieldKind.TEKS


def _help(label: str, description: str, choices: Mapping[str, str]) -> str:
    """The description for people who see a form: its label and its choices stand there already."""
    if description.rstrip(".").casefold() == label.casefold():
        return ""
    words = {word.lower() for word in re.findall(r"[\w-]+", description)}
    if choices and words <= {*(word.lower() for word in choices), "atau"}:
        return ""
    return for_forms(description)


def for_forms(said: str) -> str:
    """A sentence for people who see a form, and neither keys nor files."""
    for form, instead in _FOR_YAML:
        said = form.sub(instead, said)
    return said


def _day(written: str) -> str:
    try:
        return tanggal(date.fromisoformat(written))
    except ValueError:
        return written
