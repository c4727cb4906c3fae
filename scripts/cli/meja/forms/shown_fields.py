"""Fields of a form with what stands in them, as templates show them: rows of groups, choices, what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zona.desk.forms.form_fields import FieldKind, FormField


@dataclass(frozen=True)
class ShownField:
    """A field under its full name: its text (`hari`, `bulan` and `tahun` of a day in `tanggal`), the fields of a group in
    `bagian`, the rows of a list of groups in `baris`."""

    item: FormField
    nama: str
    teks: str
    tanggal: Mapping[str, str]
    pilihan: Mapping[str, str]
    bagian: tuple["ShownField", ...] = ()
    baris: tuple["ShownRow", ...] = ()


@dataclass(frozen=True)
class ShownRow:
    """A row of a list of groups: its number for people, its name, what it is called, its fields; `baru` is not in the file."""

    nomor: int
    nama: str
    judul: str
    bagian: tuple[ShownField, ...]
    baru: bool
    dihapus: bool


def shown_fields(
    fields: Iterable[FormField], texts: Mapping[str, str], stored: Mapping[str, str], prefix: str = ""
) -> tuple[ShownField, ...]:
    """The fields with the `texts` that stand in them; `stored` are those of the file. A list of groups ends with a new row."""
    return tuple(_shown(item, texts, stored, prefix + item.key) for item in fields)


def _shown(item: FormField, texts: Mapping[str, str], stored: Mapping[str, str], name: str) -> ShownField:
    text = texts.get(name, "")
    choices = dict(item.choices)
    if item.choices:
        choices |= {word: word for word in text.split("\n") if word and word not in choices}
    day = {part: texts.get(f"{name}.{part}", "") for part in ("hari", "bulan", "tahun")}
    parts: tuple[ShownField, ...] = ()
    rows: tuple[ShownRow, ...] = ()
    if item.kind is FieldKind.KELOMPOK:
        parts = shown_fields(item.fields, texts, stored, f"{name}.")
    if item.kind is FieldKind.DAFTAR_KELOMPOK:
        rows = tuple(_rows(item, texts, stored, name))
    return ShownField(item, name, text, day, choices, parts, rows)


def _rows(item: FormField, texts: Mapping[str, str], stored: Mapping[str, str], name: str) -> Iterable[ShownRow]:
    known, typed = numbers(stored, name), [at for at in numbers(texts, name) if _is_filled(texts, f"{name}.{at}.")]
    places = sorted({*known, *typed})
    for number, at in enumerate([*places, max(places, default=-1) + 1], 1):
        row = f"{name}.{at}"
        parts = shown_fields(item.fields, texts, stored, f"{row}.")
        yield ShownRow(number, row, title_of(parts), parts, at not in known, f"{row}.hapus" in texts)


def numbers(texts: Mapping[str, str], name: str) -> list[int]:
    """The places of the rows that texts have under a name."""
    found = {key.removeprefix(f"{name}.").partition(".")[0] for key in texts if key.startswith(f"{name}.")}
    return sorted(int(part) for part in found if part.isdecimal() and len(part) < 6)


def _is_filled(texts: Mapping[str, str], prefix: str) -> bool:
    return any(text.strip() for key, text in texts.items() if key.startswith(prefix))


def title_of(parts: tuple[ShownField, ...]) -> str:
    """What a row is called: its first text, cut short; of an address its host."""
    first = next((part for part in parts if part.teks), None)
    text = " ".join(first.pilihan.get(first.teks, first.teks).split()) if first else ""
    if text.startswith("https://"):
        text = text.split("/")[2] or text
    return text if len(text) <= 60 else f"{text[:59]}…"


def labels_of(fields: Iterable[ShownField], before: str = "") -> dict[str, str]:
    """What each field is called in a summary, by its name."""
    found: dict[str, str] = {}
    for field in fields:
        found[field.nama] = f"{before}{field.item.label}"
        found |= labels_of(field.bagian, f"{field.item.label}, ")
        for row in field.baris:
            found |= labels_of(row.bagian, f"{field.item.label} {row.nomor}, ")
    return found
