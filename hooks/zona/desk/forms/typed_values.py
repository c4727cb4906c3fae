"""What stands in a file as texts of a form, and what was typed there as values again, with what can't be read of it."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zona.desk.answers import typed_day
from zona.desk.forms.form_fields import FieldKind, FormField
from zona.desk.forms.yaml_lines import Rows, Wanted
from zona.problems import NotTaken
from zona.records.reading.data_error import Loc

# Texts by the names of their fields, as `cara.0.nilai`; several under one name stand on lines of one text.
Texts = Mapping[str, str]
DAY_PARTS = ("hari", "bulan", "tahun")
REMOVE = "hapus"  # ticked beside a row that is to go

_NUMBER = re.compile(r"[0-9]+|[0-9]{1,3}(\.[0-9]{3})+")


def texts_of(fields: Iterable[FormField], value: Any, name: str = "") -> dict[str, str]:
    """The texts of a form in which stands what a record says; of a record that is not there, empty ones."""
    found: dict[str, str] = {}
    for item in fields:
        found |= _texts(item, _within(value).get(item.key), name + item.key)
    return found


def _texts(item: FormField, value: Any, name: str) -> dict[str, str]:
    value = item.default if value is None else value
    if item.kind is FieldKind.KELOMPOK:
        return texts_of(item.fields, value, f"{name}.")
    if item.kind is FieldKind.DAFTAR_KELOMPOK:
        rows = value if isinstance(value, tuple) else ()
        return {
            key: text
            for at, row in enumerate(rows)
            for key, text in texts_of(item.fields, _unfolded(item, row), f"{name}.{at}.").items()
        }
    if item.kind is FieldKind.TANGGAL:
        parts = [str(part) for part in (value.day, value.month, value.year)] if isinstance(value, date) else [""] * 3
        return {f"{name}.{part}": text for part, text in zip(DAY_PARTS, parts, strict=True)}
    return {name: _text(item, value)}


def _within(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _unfolded(item: FormField, row: Any) -> Any:
    """A row of a list; where it is written as one word, that is its first field."""
    return {item.fields[0].key: row} if item.plain and isinstance(row, str) else row


def _text(item: FormField, value: Any) -> str:
    if item.kind is FieldKind.YA_TIDAK:
        return "ya" if value is True else ""
    if item.kind is FieldKind.DAFTAR_TEKS:
        return "\n".join(" ".join(str(part).split()) for part in value or ())
    if item.kind is FieldKind.DAFTAR_ANGKA:
        return " ".join(map(str, value or ()))
    text = "" if value is None else clean(str(value))
    return " ".join(text.split()) if item.kind is FieldKind.TEKS else text


@dataclass
class TypedForm:
    """What was typed: `wanted` of it, `unread` what can't be read by the place where it would stand, and `names`, the field's
    name at each place."""

    today: date
    wanted: dict[str, Any] = field(default_factory=dict)
    unread: dict[Loc, str] = field(default_factory=dict)
    names: dict[Loc, str] = field(default_factory=dict)


def read_form(fields: Iterable[FormField], old: Any, typed: Texts, today: date) -> TypedForm:
    """The values of a form in which `old` stood, typed on the day `today`. A field that says what it said keeps its value as it
    is written; one that was not sent is left out. Never raises for what was typed."""
    form = TypedForm(today)
    form.wanted = _record(form, fields, old, {name: clean(text) for name, text in typed.items()}, "", ())
    return form


def clean(text: str) -> str:
    """A typed text with the line ends of our files, and without space at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()


def _record(form: TypedForm, fields: Iterable[FormField], old: Any, typed: Texts, name: str, loc: Loc) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    for item in fields:
        before, full, place = _within(old).get(item.key), name + item.key, (*loc, item.key)
        form.names[place] = full
        if not any(key == full or key.startswith(f"{full}.") for key in typed):
            continue
        if all(typed.get(key, "") == text for key, text in _texts(item, before, full).items()) and not _rows(
            typed, full, before
        ):
            value: Wanted = kept(before)
        else:
            value = _value(form, item, before, typed, full, place)
        if item.required and value in (None, "", Rows()) and place not in form.unread:
            form.unread[place] = "belum diisi"
        if value is not None or before is not None:
            wanted[item.key] = value
    return wanted


def _rows(typed: Texts, name: str, before: Any) -> bool:
    """Whether rows come or go in a list of groups."""
    numbers = _numbers(typed, name)
    count = len(before) if isinstance(before, tuple) else 0
    return any(at >= count or f"{name}.{at}.{REMOVE}" in typed for at in numbers)


def _numbers(typed: Texts, name: str) -> list[int]:
    found = {key.removeprefix(f"{name}.").split(".")[0] for key in typed if key.startswith(f"{name}.")}
    return sorted(int(part) for part in found if part.isdecimal() and len(part) < 6)


def kept(value: Any) -> Wanted:
    """What is written, wanted as it is."""
    if isinstance(value, dict):
        return {key: kept(part) for key, part in value.items()}
    return Rows(dict(enumerate(map(kept, value)))) if isinstance(value, tuple) else value


def _value(form: TypedForm, item: FormField, old: Any, typed: Texts, name: str, loc: Loc) -> Wanted:
    """The value of one field; None where nothing was typed."""
    text = typed.get(name, "")
    if item.kind is FieldKind.KELOMPOK:
        if not any(typed.get(key) for key in typed if key.startswith(f"{name}.")):
            return None
        return _record(form, item.fields, old, typed, f"{name}.", loc)
    if item.kind is FieldKind.DAFTAR_KELOMPOK:
        return _groups(form, item, old, typed, name, loc)
    if item.kind is FieldKind.TANGGAL:
        return _day(form, [typed.get(f"{name}.{part}", "") for part in DAY_PARTS], loc)
    if item.kind is FieldKind.ANGKA:
        return _number(form, text, loc) if text else None
    if item.kind is FieldKind.YA_TIDAK:
        return text == "ya" if text == "ya" or old is not None else None
    if item.kind is FieldKind.DAFTAR_TEKS:
        return _listed(item, old, [line.strip() for line in text.split("\n") if line.strip()])
    if item.kind is FieldKind.DAFTAR_ANGKA:
        return _listed(item, old, [_number(form, part, loc) for part in re.split(r"[\s,;]+", text) if part])
    return (text if item.kind is FieldKind.TEKS_PANJANG else " ".join(text.split())) or _without(item)


def _without(item: FormField) -> Wanted:
    """What an emptied text says: nothing, or what the record has without it."""
    return item.default if isinstance(item.default, str) else None


def _groups(form: TypedForm, item: FormField, old: Any, typed: Texts, name: str, loc: Loc) -> Rows:
    """The rows of a list of groups. One that is ticked to go, or in which nothing stands any more, goes; one that was not sent
    stays."""
    before = old if isinstance(old, tuple) else ()
    rows: dict[int, Wanted] = {}
    for at in sorted({*range(len(before)), *_numbers(typed, name)}):
        own = {key: text for key, text in typed.items() if key.startswith(f"{name}.{at}.")}
        written = before[at] if at < len(before) else None
        if at < len(before) and not own:
            rows[at] = kept(written)
            continue
        if f"{name}.{at}.{REMOVE}" in own or not any(own.values()):
            continue
        row = _record(form, item.fields, _unfolded(item, written), typed, f"{name}.{at}.", (*loc, len(rows)))
        first = item.fields[0].key
        alone = item.plain and not any(value for key, value in row.items() if key != first)
        rows[at] = row.get(first) if alone and isinstance(row.get(first), str) else row
    return Rows(rows)


def _listed(item: FormField, old: Any, new: Sequence[Any]) -> Wanted:
    """A list as it was typed; an emptied one that need not be there says nothing."""
    return aligned(old, new) if new or item.required or item.default is not None else None


def aligned(old: Any, new: Sequence[Any]) -> Rows:
    """A list as it was typed, each item at the place of the one that it was before; where one came between others, each at its
    own, because new places are behind all others."""
    before = list(old) if isinstance(old, tuple) else []
    shown, typed = [" ".join(str(item).split()) for item in before], [str(item) for item in new]
    places: list[int] = []
    for _, i, last, j, end in difflib.SequenceMatcher(None, shown, typed, autojunk=False).get_opcodes():
        if end - j > last - i and last < len(before):
            places = list(range(len(new)))
            break
        places += range(i, i + end - j)
    return Rows(
        {at: before[at] if shown[at : at + 1] == [text] else item for at, text, item in zip(places, typed, new, strict=True)}
    )


def _number(form: TypedForm, text: str, loc: Loc) -> Wanted:
    digits = text.replace(" ", "")
    if not _NUMBER.fullmatch(digits) or len(digits) > 15:
        form.unread[loc] = f"“{text}” bukan bilangan bulat; tulis angka saja, misalnya 12 atau 1.250"
        return text
    return int(digits.replace(".", ""))


def _day(form: TypedForm, parts: Sequence[str], loc: Loc) -> Wanted:
    given = [part for part in parts if part]
    if not given:
        return None
    written = " ".join(given)
    if len(given) == 2 or (len(given) == 1 and not parts[0]):
        form.unread[loc] = "tanggalnya belum lengkap; isi hari, bulan, dan tahun"
        return written
    try:
        return typed_day(written, form.today)
    except NotTaken as error:
        form.unread[loc] = str(error)
        return written
