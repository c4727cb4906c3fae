"""A form for one month of complaints: its true counts, which stay on this computer, beside the data folder.

What follows from others is not asked: what came in is the sum of the channels, the rest is what the month before left.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zona.desk.forms.edit_yaml import first_text, merged, rewritten
from zona.desk.forms.form_fields import FormField, fields_of
from zona.desk.forms.office_form import known_words, single_texts, surroundings, wrong_in
from zona.desk.forms.save_form import ChangedMeanwhile
from zona.desk.forms.typed_values import Texts, clean, read_form, texts_of
from zona.desk.office import Office
from zona.desk.write_record import PREFIX, hidden
from zona.disk.new_files import Changed, make_folder, replace_all, taking_back
from zona.disk.private_folder import alone
from zona.problems import Line, NotTaken, Problem
from zona.records.json_schema import TERTUTUP
from zona.records.load import PENGADUAN, SKEMA
from zona.records.pengaduan.pengaduan import PengaduanBulan, closed_folder
from zona.records.pengaduan.rilis import POLA_BULAN, month_name
from zona.records.reading.data_error import DataError, Document
from zona.records.reading.yaml_reader import read_yaml
from zona.release.complaint_files import read_complaints
from zona.release.release_text import CONTOH

HEAD = "# Angka pengaduan sebenarnya: tetap di komputer kantor. Yang terbit dihitung darinya."
_COUNTS = ("sisa_bulan_lalu", "tidak_ditindaklanjuti", "selesai")
_WORDS = ("lama_selesai", "tindak_lanjut", "catatan", "dicatat_oleh")
_NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class MonthForm:
    """The form of a month. `kanal` and `kategori` are the names of what is counted, by key; `sisa` is what the month before
    left (None: it has no file, so that is asked); `fields` are asked beside the counts."""

    bulan: str
    place: Path
    raw: bytes
    value: dict[str, Any]
    kanal: Mapping[str, str]
    kategori: Mapping[str, str]
    sisa: int | None
    fields: tuple[FormField, ...]

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields, by their names: `kanal.kantor`, `kategori.layanan`, `selesai`, …"""
        columns = {kind: _column_in(self.value, kind) for kind in ("kanal", "kategori")}
        counts = {f"{kind}.{key}": column.get(key) for kind, column in columns.items() for key in getattr(self, kind)}
        counts |= {key: self.value.get(key) for key in _COUNTS if key != "sisa_bulan_lalu" or self.sisa is None}
        found = {key: "" if count is None else str(count) for key, count in counts.items()}
        return found | texts_of(self.fields, self.value)


@dataclass(frozen=True)
class AnsweredMonth:
    """What was typed into a month's form: the `counts` that follow from it as far as it can be read (`masuk`, `kategori`,
    `sisa_bulan_lalu`, `harus_ditindaklanjuti`, `diproses` and what was typed), the file that it makes, and what is wrong."""

    typed: Texts
    counts: dict[str, int]
    content: bytes | None
    problems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def open_month(office: Office, bulan: str) -> MonthForm:
    """The form of a month as 2026-03, filled in or not. Raises `NotTaken` for what is no month, has not begun, lies in a year
    that the office has no plan of, or can't be read."""
    if not POLA_BULAN.fullmatch(bulan):
        raise NotTaken(f"“{bulan}” bukan bulan; pilih dari daftar")
    if bulan > office.today.strftime("%Y-%m"):
        raise NotTaken(f"{month_name(bulan)} belum mulai; isi setelah bulan itu berakhir")
    if int(bulan[:4]) not in [year.tahun for year in office.data.tahun]:
        raise NotTaken(f"tahun {bulan[:4]} belum ada di data; buat dulu dengan zi.py tahun-baru {bulan[:4]}")
    raw, value = _read(office, bulan)
    year, month = divmod(int(bulan[:4]) * 12 + int(bulan[5:]) - 2, 12)
    before = _read(office, f"{year}-{month + 1:02}")[1].get("diproses")
    channels = office.data.kanal.isi.kanal if office.data.kanal else ()
    known = {item.kunci: item.nama for item in sorted(channels, key=lambda item: not item.milik_kantor)}
    known |= {key: key for key in _column_in(value, "kanal") if key not in known}
    if not known:
        raise NotTaken("daftar saluran belum ada, padahal pengaduan dihitung menurut saluran; isi dulu kanal.yml")
    fields = fields_of(PengaduanBulan, known_words(office), _WORDS)
    place = _place(office, bulan)
    rest = before if isinstance(before, int) else None
    return MonthForm(bulan, place, raw, value, known, office.data.paket.kategori, rest, fields)


def _column_in(value: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    """What a month's file says by channel or by category; nothing where it is no list of counts."""
    masuk = value.get("masuk")
    column = masuk.get(kind) if isinstance(masuk, dict) else None
    return column if isinstance(column, dict) else {}


def _place(office: Office, bulan: str) -> Path:
    return closed_folder(office.root) / bulan[:4] / PENGADUAN / f"{bulan[5:]}.yml"


def _read(office: Office, bulan: str) -> tuple[bytes, dict[str, Any]]:
    """What a month's file holds and says; nothing where there is none."""
    place = _place(office, bulan)
    if not place.exists():
        return b"", {}
    document = read_yaml(place, label=place.name, root=closed_folder(office.root))
    if document.problems or not isinstance(document.value, dict):
        said = document.problems[0].words if document.problems else "isinya bukan baris-baris kunci dan nilai"
        raise NotTaken(f"isian {month_name(bulan)} belum bisa dibuka: {said}")
    return document.raw, dict(document.value)


def answer_month(office: Office, form: MonthForm, typed: Texts) -> AnsweredMonth:
    """What was typed into a month's form; never raises for that."""
    problems: dict[str, list[str]] = {}
    typed = {name: clean(text) for name, text in typed.items()}
    kanal, kategori = (_column(typed, kind, getattr(form, kind), problems) for kind in ("kanal", "kategori"))
    own = {key: _count(typed, key, problems) for key in _COUNTS}
    sisa = form.sisa if form.sisa is not None else own["sisa_bulan_lalu"]
    counts = _counts(kanal, kategori, sisa, own, problems)
    words = read_form(form.fields, form.value, typed, office.today)
    for loc, said in words.unread.items():
        problems.setdefault(words.names.get(loc, ""), []).append(said)
    wanted = _wanted(form, kanal, kategori, counts, words.wanted)
    if not problems:
        value = merged(form.value, wanted)
        document = Document(form.bulan, complete=True, value=value, texts=single_texts(value))
        around = surroundings(office, f"{form.bulan[:4]}/{PENGADUAN}/{form.bulan[5:]}.yml")
        for place, said in wrong_in(document, PengaduanBulan, around):
            problems.setdefault(str(place[0]) if place and place[0] in (*_COUNTS, *_WORDS) else "", []).append(said)
    content = None
    if not problems:
        binding = f"# yaml-language-server: $schema=../../../{office.root.resolve().name}/{SKEMA}/{TERTUTUP}.json"
        head = [binding, HEAD, *([CONTOH.rstrip("\n")] if office.data.situs.isi.contoh else [])]
        content = rewritten(form.raw, wanted) if form.raw else first_text(head, wanted).encode()
    return AnsweredMonth(typed, counts, content, {name: tuple(dict.fromkeys(said)) for name, said in problems.items()})


def _column(typed: Texts, kind: str, names: Mapping[str, str], problems: dict[str, list[str]]) -> dict[str, int]:
    """The counts of the channels or the categories; what was left empty is none."""
    return {key: _count(typed, f"{kind}.{key}", problems) for key in names if f"{kind}.{key}" in typed}


def _count(typed: Texts, name: str, problems: dict[str, list[str]]) -> int:
    text = typed.get(name, "").replace(".", "").replace(" ", "") or "0"
    if not _NUMBER.fullmatch(text):
        problems.setdefault(name, []).append(f"“{typed[name]}” bukan bilangan bulat; tulis banyaknya dengan angka, misalnya 3")
        return 0
    return int(text)


def _counts(
    kanal: Mapping[str, int], kategori: Mapping[str, int], sisa: int, own: Mapping[str, int], problems: dict[str, list[str]]
) -> dict[str, int]:
    """All counts of the month; what does not add up is told."""
    masuk, perihal = sum(kanal.values()), sum(kategori.values())
    tidak, selesai = own["tidak_ditindaklanjuti"], own["selesai"]
    harus = sisa + masuk - tidak
    if masuk != perihal and not problems:
        less, more = ("perihal", "saluran") if perihal < masuk else ("saluran", "perihal")
        gap = abs(masuk - perihal)
        said = f"Menurut saluran {masuk}, menurut perihal {perihal}. Selisih {gap}."
        problems["kategori"] = [f"{said} Tambahkan {gap} pada {less}nya, atau kurangi {gap} pada {more}nya."]
    if harus < 0 and not problems:
        said = f"{tidak} tidak ditindaklanjuti, padahal sisa dan yang masuk hanya {sisa} + {masuk} = {sisa + masuk}"
        problems["tidak_ditindaklanjuti"] = [said]
    elif selesai > harus and not problems:
        problems["selesai"] = [f"{selesai} selesai, padahal yang harus ditindaklanjuti {sisa} + {masuk} − {tidak} = {harus}"]
    found = {"masuk": masuk, "kategori": perihal, "sisa_bulan_lalu": sisa, "harus_ditindaklanjuti": harus}
    return found | {"tidak_ditindaklanjuti": tidak, "selesai": selesai, "diproses": harus - selesai}


def _wanted(
    form: MonthForm, kanal: Mapping[str, int], kategori: Mapping[str, int], counts: Mapping[str, int], words: dict[str, Any]
) -> dict[str, Any]:
    """The month as its file is to say it, its keys in the order of the model."""
    columns = {"kanal": kanal, "kategori": kategori}
    told = {kind: _told(_column_in(form.value, kind), column) for kind, column in columns.items()}
    values = {"bulan": form.bulan, "masuk": told, **{key: counts[key] for key in counts if key not in ("masuk", "kategori")}}
    return {key: (values | words)[key] for key in PengaduanBulan.model_fields if key in values | words}


def _told(old: Mapping[str, int], column: Mapping[str, int]) -> dict[str, int]:
    """The counts that stand in the file: those that are not 0 or stood there; of a month without any, one."""
    kept = {key: count for key, count in column.items() if count or key in old}
    return kept or dict.fromkeys([*column][:1], 0)


def save_month(office: Office, form: MonthForm, content: bytes) -> Path:
    """Give a month's file its new content. Raises `ChangedMeanwhile` where somebody else changed it, and `DataError` where the
    months would not fit together any more, or contradict what was released; then everything is as it was."""
    if content == form.raw:
        return form.place
    before = _problems(office)

    def check() -> None:
        if new := [item for item in _problems(office) if item not in before]:
            raise DataError(new)

    try:
        with alone(office.root), taking_back() as made:
            for folder in reversed(form.place.parents[:3]):
                make_folder(folder, made)
            for left in form.place.parent.glob(f"{PREFIX}*"):  # of runs that were killed
                left.unlink(missing_ok=True)
            replace_all({form.place: (form.raw or None, content)}, hidden, check)
    except Changed:
        theirs = form.place.read_bytes() if form.place.exists() else None
        raise ChangedMeanwhile(month_name(form.bulan), theirs, content) from None
    return form.place


def _problems(office: Office) -> tuple[Problem[Line], ...]:
    """What is wrong with the months and their releases."""
    try:
        read_complaints(office.root, office.data.label).missing_releases(office.today)
    except DataError as error:
        return error.problems
    return ()
