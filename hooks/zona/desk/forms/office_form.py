"""A form for one data file, or for one item of its list: its fields, what stands in them, and what was typed, checked as the
loader will check the file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any

from pydantic import ValidationError

from zona.desk.forms.edit_yaml import differs, first_text, merged, rewritten
from zona.desk.forms.form_fields import Choices, FormField, fields_of, for_forms
from zona.desk.forms.mapping_rules import confirmed_too_early, unconfirmed
from zona.desk.forms.typed_values import DAY_PARTS, REMOVE, Texts, TypedForm, kept, read_form, texts_of
from zona.desk.forms.yaml_lines import Rows
from zona.desk.office import Office
from zona.problems import NotTaken, Problem
from zona.records.json_schema import binding_of
from zona.records.laporan.laporan import Laporan
from zona.records.laporan.laporan_tahunan import LAPORAN
from zona.records.lke.pemetaan import PemetaanLke
from zona.records.load import DASAR, DASAR_HUKUM, HARI_LIBUR, KANAL, LAPOR, LKE, MODELS, SITUS, SURVEI
from zona.records.reading.data_error import Document, Loc, Within, problems_of
from zona.records.reading.fields import Record
from zona.records.reading.personal_data import personal_data_in
from zona.records.reading.rules import Surroundings, faults
from zona.records.reading.yaml_reader import read_yaml
from zona.records.situs import open_on, roles_of
from zona.release.release_text import CONTOH

_OF_THE_OFFICE = (SITUS, KANAL, LAPOR, DASAR_HUKUM, HARI_LIBUR)
_OF_A_YEAR = re.compile(
    rf"(20[0-9]{{2}})/({'|'.join(map(re.escape, (DASAR, *LAPORAN, LKE)))}|{SURVEI}/[a-z0-9][a-z0-9-]{{0,59}}\.yml)"
)
_BY_ITSELF = ("tahun", "diperbarui")  # of a year's files: the year is the folder's, the day that of the last change
_ONE_BY_ONE = ("pemetaan",)  # a list so long that each of its items has a form, and the whole file's has none of them


@dataclass(frozen=True)
class OfficeForm:
    """A form for the file at `path` below the data folder, or for the item `at` (the list's key and the item's place) in it.
    `raw` is what the file holds (empty: there is none yet), `value` what it says, `fields` what is asked, of the words that are
    `known`."""

    path: str
    model: type[Record]
    raw: bytes
    value: dict[str, Any]
    fields: tuple[FormField, ...]
    at: tuple[str, int] | None = None
    known: Choices = field(default_factory=dict)
    asal: Any = None  # what a pack says where the part is not in the file yet

    @property
    def old(self) -> Any:
        """What stands in the part that is asked; None where it is new."""
        if self.at is None:
            return self.value
        items = self.value.get(self.at[0]) or ()
        return items[self.at[1]] if self.at[1] < len(items) else self.asal

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields, by their names."""
        return texts_of(self.fields, self.old)

    def whole(self, part: dict[str, Any]) -> dict[str, Any]:
        """What is wanted of the file, where that is wanted of the part that is asked."""
        if self.at is None:
            return part
        key, place = self.at
        return {key: Rows(self._untouched | {place: part})}

    def without(self) -> dict[str, Any]:
        """What is wanted of the file, where the item that is asked is to go."""
        key, place = self.at or ("", 0)
        return {key: Rows({number: same for number, same in self._untouched.items() if number != place})}

    @property
    def _untouched(self) -> dict[int, dict[str, Any]]:
        """The items of the list, each wanted as it is."""
        return {number: {} for number in range(len(self.value.get(self.at[0] if self.at else "") or ()))}


@dataclass(frozen=True)
class Answered:
    """What was typed: `wanted` of the file, what the file would hold (`content`; None where something is wrong), and what is
    wrong, in words by the field's name (“”: of no field)."""

    typed: Texts
    wanted: dict[str, Any]
    content: bytes | None
    problems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def is_kept_here(path: str) -> bool:
    """Whether there is a form for the file at a path below the data folder."""
    return path in _OF_THE_OFFICE or bool(_OF_A_YEAR.fullmatch(path))


def open_form(office: Office, path: str, at: tuple[str, int] | None = None, known: Choices | None = None) -> OfficeForm:
    """The form for a file, which may not be there yet; `known` are words beside the office's own. Raises `NotTaken` for a path
    that is none of the office's files, a year that it has no plan of, another basis beside a
    decree, and a file that can't be read."""
    if not is_kept_here(path):
        raise NotTaken(f"“{path}” bukan berkas yang diisi di sini; pilih dari daftar")
    if path[:4].isdecimal() and int(path[:4]) not in [year.tahun for year in office.data.tahun]:
        raise NotTaken(f"tahun {path[:4]} belum ada di data; buat dulu dengan zi.py tahun-baru {path[:4]}")
    if any(path == f"{year.tahun}/{DASAR}" and year.keputusan for year in office.data.tahun):
        raise NotTaken(f"rencana {path[:4]} ditetapkan dengan keputusan; dasar lain tidak ditulis")
    document = Document(path)
    if (office.root / path).exists():
        document = read_yaml(office.root / path, label=path, root=office.root)
        if document.problems or not isinstance(document.value, dict):
            said = document.problems[0].words if document.problems else "isinya bukan baris-baris kunci dan nilai"
            raise NotTaken(f"{path} belum bisa dibuka: {said}")
    value: dict[str, Any] = document.value if isinstance(document.value, dict) else {}
    model = MODELS[SURVEI if f"/{SURVEI}/" in path else path.rpartition("/")[2]]
    fields = tuple(item for item in fields_of(model, {**known_words(office), **(known or {})}) if item.key not in _BY_ITSELF)
    if at is None:
        fields = tuple(item for item in fields if item.key not in _ONE_BY_ONE)
    else:
        fields = next((item.fields for item in fields if item.key == at[0]), ())
        if not fields or at[1] > len(value.get(at[0]) or ()):
            raise NotTaken("yang dipilih tidak ada lagi; buka daftarnya sekali lagi")
    return OfficeForm(path, model, document.raw, value, fields, at, known or {})


def taken_over(form: OfficeForm, item: Record) -> OfficeForm:
    """The form for an item that a pack has and the office does not: what is sent becomes its own, whole, with what the pack
    says where nothing else was typed."""
    return replace(form, asal=as_read(item))


def as_read(value: Any) -> Any:
    """A record as the reader would give it: plain words, and nothing where nothing is said."""
    if isinstance(value, Record):
        return {key: as_read(part) for key, part in value if part is not None and part != ()}
    if isinstance(value, tuple):
        return tuple(map(as_read, value))
    return value.value if isinstance(value, Enum) else value


def known_words(office: Office) -> dict[str, Mapping[str, str]]:
    """The words that texts under a key may be: roles that are open, rules, actions."""
    roles = dict.fromkeys(open_on(roles_of(office.data.situs.isi.peran), office.today))
    named = {name: name for name in roles}
    rules = office.data.dasar_hukum.isi.aturan if office.data.dasar_hukum else ()
    actions = {kode: f"{kode} {komponen}" for kode, komponen in office.actions().items()}
    return {
        "dicatat_oleh": named,
        "penanggung_jawab": named,
        "aksi": actions,
        "dasar_hukum": {item.kunci: item.sebutan for item in rules},
    }


def answer(office: Office, form: OfficeForm, typed: Texts) -> Answered:
    """What was typed into a form, as the file that it makes; of an item that is ticked to go, the file without it. Never raises
    for what was typed."""
    gone = bool(typed.get(REMOVE)) and form.old is not None and form.asal is None
    part = TypedForm(office.today) if gone else read_form(form.fields, form.old, typed, office.today)
    pack: Any = kept(form.asal) if form.asal else {}
    own = pack | part.wanted
    wanted = _with_what_follows(form, form.without() if gone else form.whole(own), office.today)
    shift = len(form.at) if form.at else 0
    around, problems = surroundings(office, form.path), dict[str, list[str]]()
    value = merged(form.value, wanted)
    at: Loc = form.at or ()
    unread = {(*at, *loc): said for loc, said in part.unread.items()}
    document = Document(form.path, complete=True, value=value, texts=single_texts(value), refused=set(unread))
    names = part.names
    early = confirmed_too_early(value, office.today)
    for place, said in [*unread.items(), *wrong_in(document, form.model, around), *early]:
        name = _name_of(names, place[shift:]) if place[:shift] == at else ""
        known = problems.setdefault(name, [])
        known += [said] if said not in known else []
    content = None
    if not problems:
        try:
            content = rewritten(form.raw, wanted) if form.raw else _first(office, form.path, wanted)
        except NotTaken as error:
            problems[""] = [str(error)]
    return Answered(typed, wanted, content, {name: tuple(found) for name, found in problems.items()})


def _with_what_follows(form: OfficeForm, wanted: dict[str, Any], today: date) -> dict[str, Any]:
    """The year of a year's file is its folder's; of a report that says something else than before, the day is that of the
    change; a mapping that does has to be confirmed anew."""
    if not form.path[:4].isdecimal():
        return wanted
    own: dict[str, Any] = {"tahun": int(form.path[:4])}
    changed = differs(form.value, wanted) or not form.raw
    if issubclass(form.model, Laporan):
        own |= {"diperbarui": today} if changed else {}
    elif changed and form.at and issubclass(form.model, PemetaanLke):
        own |= unconfirmed(form.value)
    return own | wanted


def wrong_in(document: Document, model: type[Record], around: Surroundings) -> list[tuple[Loc, str]]:
    """What the loader would say of a file, by the place in it."""
    found: list[Problem[Within]] = []
    isi = None
    try:
        isi = model.model_validate(document.value)
    except ValidationError as error:
        found += list(problems_of(error, document, model))
    found += list(faults(isi or model.as_far_as_valid(document.value), around))
    found += list(personal_data_in(document, model.kunci_kontak, around.kontak_resmi, ()))
    return [(item.place if isinstance(item.place, tuple) else (), for_forms(item.words)) for item in found]


def single_texts(value: Any, loc: Loc = ()) -> dict[Loc, str]:
    """The single values of a file as texts, by their places."""
    if isinstance(value, dict):
        return {place: text for key, part in value.items() for place, text in single_texts(part, (*loc, key)).items()}
    if isinstance(value, tuple):
        return {place: text for at, part in enumerate(value) for place, text in single_texts(part, (*loc, at)).items()}
    return {loc: "" if value is None else str(value)}


def _name_of(names: Mapping[Loc, str], place: Loc) -> str:
    """The field at a place, or the nearest around it."""
    while place and place not in names:
        place = place[:-1]
    return names.get(place, "")


def _first(office: Office, path: str, wanted: dict[str, Any]) -> bytes:
    """A new file with its first lines."""
    head = [binding_of(path), *([CONTOH.rstrip("\n")] if office.data.situs.isi.contoh else [])]
    return first_text(head, wanted).encode()


def surroundings(office: Office, path: str) -> Surroundings:
    """What the loader checks the file at a path against."""
    data = office.data
    year = next((item for item in data.tahun if path.startswith(f"{item.tahun}/")), None)
    around = office.around(year) if year else Surroundings(peran=roles_of(data.situs.isi.peran))
    rules = tuple(data.dasar_hukum.isi.menurut_kunci()) if data.dasar_hukum else ()
    channels = tuple(data.kanal.isi.menurut_kunci()) if data.kanal else ()
    contacts = data.situs.isi.kontak_resmi if path != SITUS else ()
    if path == LAPOR and data.kanal:
        contacts += tuple(cara.nilai for item in data.kanal.isi.kanal for cara in item.cara if cara.nilai)
    return replace(
        around,
        kunci={DASAR_HUKUM: rules, KANAL: channels},
        kontak_resmi=contacts,
        tahun=year.tahun if year else 0,
        nama=path.rpartition("/")[2],
    )


def differences(form: OfficeForm, typed: Texts) -> list[tuple[str, str, str]]:
    """The fields in which something else was typed than stands there: the name, what stands there, what was typed."""
    return [(name, text, typed[name]) for name, text in form.texts.items() if name in typed and typed[name].strip() != text]


def day_texts(name: str, day: date | None) -> dict[str, str]:
    """A day, or none, as the texts of its field."""
    parts = (day.day, day.month, day.year) if day else ("", "", "")
    return {f"{name}.{part}": str(text) for part, text in zip(DAY_PARTS, parts, strict=True)}
