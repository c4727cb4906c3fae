"""Rencana baru: a table of a year's plan is given, its columns and times are looked at, then it is written: what the command
`tahun-baru` does, by the same code. The table waits in the private folder; what was answered stands in the form."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Blueprint, Response, redirect, request
from pydantic import ValidationError
from werkzeug.wrappers import Response as AnyResponse
from zona.disk.new_files import create
from zona.disk.output_folder import is_free, new_folder
from zona.disk.private_folder import alone, private_folder
from zona.intake.plan.column_words import ArtiKolom
from zona.intake.plan.plan_map import LATER, PetaTabel, map_text, read_map
from zona.intake.plan.plan_reader import Intake, read_plan
from zona.intake.skeleton import JENIS_DASAR
from zona.intake.table_files import KINDS, MAX_BYTES, UnreadableTable, tables_in
from zona.outputs.view import View
from zona.records.rencana.dasar import DITETAPKAN
from zona.records.rencana.rencana_aksi import Aksi

from cli.dialogue.table_dialogue import TIMES, map_of
from cli.meja.desk import Desk
from cli.meja.showing import frame_of, show, the_desk
from cli.tahun_baru import year_of

HERE, BACK = "/rencana-baru/", "/#lainnya"
MAP, TABLES = "peta-tabel.yml", "tabel"
_KEPT = re.compile(rf"[0-9a-f]{{32}}\.({'|'.join(KINDS)})")
pages = Blueprint("rencana_baru", __name__)


@dataclass(frozen=True)
class ColumnShown:
    """A column of the table: the names of its field, what it is called, and what it is read as."""

    nama: str
    huruf: str
    sebutan: str
    isi: str


@dataclass(frozen=True)
class GroupShown:
    """A group as it will be: code, printed number, title, and how many actions and deadlines it has."""

    kode: str
    nomor: str | None
    judul: str
    aksi: int
    tenggat: int


@dataclass(frozen=True)
class RencanaBaruView(View, template="desk/rencana_baru.html"):
    """The form; `hasil` is what the table says so far, None before one is given, `salah` why it can't be read or written."""

    tahun: str
    judul: str
    dasar: str
    pilihan_dasar: tuple[str, ...]
    tabel: str
    nama: str
    salah: str
    hasil: Intake | None
    kolom: tuple[ColumnShown, ...]
    arti: Mapping[str, str]
    waktu: Mapping[str, str]
    sel: Mapping[str, int]
    saran: Mapping[str, str]
    kelompok: tuple[GroupShown, ...]
    lembar: tuple[str, ...]
    dipilih: tuple[str, ...]
    dibuat: str


@pages.get(HERE)
def form() -> Response:
    """The form before a table is given; `dibuat` is the year that was written just now."""
    desk = the_desk()
    opened = desk.open()
    years = [item.tahun for item in opened.office.data.tahun]
    view = _view(str(max(years, default=opened.office.today.year) + 1), dibuat=request.args.get("dibuat", ""))
    return show(view, frame_of(desk, opened.office, BACK))


@pages.post(HERE)
def act() -> AnyResponse:
    """Take the table, read it as the form says, and write the year where that was asked and nothing is left open."""
    desk = the_desk()
    office, tahun = desk.open().office, request.form.get("tahun", "").strip()
    view = _view(tahun, judul=request.form.get("judul", ""), dasar=request.form.get("dasar", JENIS_DASAR[-1]))
    try:
        name, kept, content = _table(desk)
        tables = tables_in(name, content)
    except UnreadableTable as error:
        return show(replace(view, salah=str(error)), frame_of(desk, office, BACK), 422)
    if not re.fullmatch(r"20[0-9]{2}", tahun):
        view = replace(view, tabel=kept, nama=name, salah=f"tahun “{tahun}” tidak sah; tulis empat angka")
        return show(view, frame_of(desk, office, BACK), 422)
    peta = _asked(desk)
    intake = read_plan(tables, int(tahun), peta)
    view = _read(replace(view, tabel=kept, nama=name), intake, peta, int(tahun))
    if request.form.get("tindakan") == "simpan" and view.kelompok and not intake.undecided and view.judul:
        if wrong := _write(desk, int(tahun), intake, view, peta):
            return show(replace(view, salah=wrong), frame_of(desk, office, BACK), 422)
        return redirect(f"{HERE}?dibuat={tahun}", 303)
    return show(view, frame_of(desk, office, BACK))


def _view(tahun: str, judul: str = "", dasar: str = JENIS_DASAR[-1], dibuat: str = "") -> RencanaBaruView:
    kinds = tuple(kind for kind in JENIS_DASAR if kind != DITETAPKAN)  # an empty decree would close the desk
    meanings = {item.value: item.label for item in ArtiKolom}
    suggested = {word: meaning for word, meaning in TIMES.items() if word != LATER}
    return RencanaBaruView(tahun, judul, dasar, kinds, "", "", "", None, (), meanings, {}, {}, suggested, (), (), (), dibuat)


def _table(desk: Desk) -> tuple[str, str, bytes]:
    """The table's name, the name under which it waits, and its bytes: the one that is given, else the one that waits."""
    folder = private_folder(desk.data) / TABLES
    given, kept = request.files.get("berkas"), request.form.get("tabel", "")
    if given and given.filename:
        content, name = given.stream.read(MAX_BYTES + 1), Path(given.filename).name
        tables_in(name, content)
        folder.mkdir(mode=0o700, exist_ok=True)
        kept = f"{hashlib.sha256(content).hexdigest()[:32]}.{name.rpartition('.')[2].lower()}"
        if not (folder / kept).exists():
            create(folder / kept, content, [])
        return name, kept, content
    if not _KEPT.fullmatch(kept) or not (folder / kept).is_file():
        raise UnreadableTable("pilih berkas tabelnya dulu")
    return request.form.get("nama", kept), kept, (folder / kept).read_bytes()


def _asked(desk: Desk) -> PetaTabel:
    """The map as the form says it; before that, the one that was kept with the last plan."""
    if "berkas" in request.files and request.files["berkas"].filename:
        kept = private_folder(desk.data) / MAP
        return PetaTabel(waktu=read_map(kept)[0].waktu) if kept.is_file() else PetaTabel()
    fields = request.form
    kolom = {fields[f"sebutan-{key[6:]}"]: value for key, value in fields.items() if key.startswith("kolom-") and value}
    words = {key[5:]: value for key, value in fields.items() if key.startswith("kata-")}
    waktu = {word: answer for number, word in words.items() if (answer := fields.get(f"arti-{number}", "").strip())}
    sheets = fields.getlist("lembar")
    try:
        return PetaTabel.model_validate({"kolom": kolom, "waktu": waktu, "lembar": tuple(sheets) or None})
    except ValidationError:
        return PetaTabel(waktu=waktu)


def _read(view: RencanaBaruView, intake: Intake, peta: PetaTabel, tahun: int) -> RencanaBaruView:
    """The form with what the table says."""
    columns = intake.columns
    shown = [] if columns is None else columns.heading.columns
    kolom = tuple(
        ColumnShown(str(item.place), item.letter, columns.labels[item.place], columns.kolom.get(item.place, ArtiKolom.ABAIKAN))
        for item in shown
        if columns
    )
    words = {word: str(answer) for word, answer in peta.waktu.items()}
    undecided = intake.undecided or {}
    return replace(
        view,
        judul=view.judul or intake.judul,
        hasil=intake,
        kolom=kolom,
        waktu=words | dict.fromkeys(undecided, ""),
        sel={word: len(cells) for word, cells in undecided.items()},
        kelompok=tuple(
            GroupShown(group.kode, group.nomor_tercetak, group.judul, len(group.aksi), _deadlines(group.aksi, tahun))
            for group in intake.kelompok
        ),
        lembar=intake.sheets,
        dipilih=peta.sheets,
    )


def _deadlines(rows: tuple[Aksi, ...], tahun: int) -> int:
    return sum(len(row.tenggat) for row in rows if not row.read_time(tahun))


def _write(desk: Desk, tahun: int, intake: Intake, view: RencanaBaruView, peta: PetaTabel) -> str:
    """Write the year's folder and keep the map; why not, where it can't be."""
    target = desk.data / str(tahun)
    if not is_free(target):
        return f"folder {tahun} sudah ada, dan tidak ditimpa"
    dasar = view.dasar if view.dasar in view.pilihan_dasar else view.pilihan_dasar[-1]
    year = year_of(tahun, replace(intake, judul=view.judul.strip()), view.nama, dasar)
    with alone(desk.data), new_folder(target) as folder:
        year.write(folder)
    (private_folder(desk.data) / MAP).write_text(map_text(map_of(intake, peta)), encoding="utf-8", newline="\n")
    return ""
