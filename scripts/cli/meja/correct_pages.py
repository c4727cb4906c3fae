"""Betulkan dan cabut: every record, and the way to correct it, withdraw it, take it back before it is sent, or take it off the
site at once where it shows persons' data."""

import re
from dataclasses import dataclass, replace

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.returning import back_to_draft, draft_of, take_out, with_followers
from zona.outputs.view import View
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian
from zona.records.capaian.corrections import name_of
from zona.records.reading.file_reader import Source

from cli.meja.desk import Opened
from cli.meja.showing import frame_of, show, the_desk

pages = Blueprint("betulkan", __name__)


@dataclass(frozen=True)
class RecordLine:
    """A record in the list: whether others have it already, and whether a later one stands in its place."""

    sumber: Source[Capaian]
    nama: str
    terkirim: bool
    diganti: bool


@dataclass(frozen=True)
class BetulkanView(View, template="desk/betulkan.html"):
    """The records of all actions, or of one (`aksi`), the newest first."""

    catatan: list[RecordLine]
    aksi: str
    semua_aksi: dict[str, int]
    komponen: dict[str, str]
    selesai: str


@dataclass(frozen=True)
class DataPribadiView(View, template="desk/data_pribadi.html"):
    """What to do where a record shows persons' data: the record, those that go with it, and the way once it is out."""

    nama: str
    ikut: list[Source[Capaian]]
    terkirim: bool
    selesai: bool


@pages.get("/betulkan/")
def list_records() -> Response:
    """Every record."""
    desk = the_desk()
    opened = desk.open()
    records = [record for tahun in opened.office.data.tahun for record in tahun.capaian]
    targeted = {record.isi.menyasar for record in records}
    records.sort(key=lambda record: (record.isi.tanggal, record.path), reverse=True)
    counts: dict[str, int] = {}
    for record in records:
        counts[record.isi.aksi] = counts.get(record.isi.aksi, 0) + 1
    aksi = request.args.get("aksi", "")
    lines = [
        RecordLine(record, record.path.rpartition("/")[2], desk.sent(record), name_of(record) in targeted)
        for record in records
        if not aksi or record.isi.aksi == aksi
    ]
    known = {kode: counts[kode] for kode in opened.office.actions() if kode in counts}
    view = BetulkanView(lines, aksi, known, opened.office.actions(), request.args.get("selesai", ""))
    return show(view, frame_of(desk, opened.office, "/#lainnya"))


@pages.post("/betulkan/<nama>")
def begin(nama: str) -> AnyResponse:
    """Begin a correction or a withdrawal as a draft, or take the record back into one."""
    desk = the_desk()
    opened = desk.open()
    found, way = found_record(opened, nama), request.form.get("cara", "")
    if way == "batalkan":
        if desk.sent(found):
            raise NotTaken("laporan itu sudah dikirim; betulkan atau cabut")
        draft = back_to_draft(opened.office, desk.drafts, found, "", desk.now(opened.office))
        return redirect(f"/catat/{draft.kunci}", 303)
    if way not in ("mengoreksi", "mencabut"):
        abort(400)
    draft = draft_of(opened.office, desk.drafts, found)
    said = {name: text for name, text in draft.isian.items() if name not in ("mengoreksi", "mencabut", "alasan")}
    if way == "mencabut":
        said |= {"hasil": "", "uraian": ""}
        draft = replace(draft, bukti=())
    draft = replace(draft, isian=said | {way: name_of(found), "peran": desk.role(opened.office)})
    return redirect(f"/catat/{desk.drafts.keep(draft, desk.now(opened.office)).kunci}", 303)


@pages.get("/betulkan/<nama>/data-pribadi/")
def persons_data(nama: str) -> Response:
    """The procedure for a record that shows persons' data."""
    desk = the_desk()
    opened = desk.open()
    chain = with_followers(opened.office, found_record(opened, nama))
    view = DataPribadiView(nama, chain, desk.sent(chain[0]), selesai=False)
    return show(view, frame_of(desk, opened.office, "/#lainnya"))


@pages.post("/betulkan/<nama>/data-pribadi/")
def take_off(nama: str) -> Response:
    """Take the record out of the data, with all that correct it, and its evidence."""
    desk = the_desk()
    opened = desk.open()
    chain = with_followers(opened.office, found_record(opened, nama))
    sent = any(desk.sent(record) for record in chain)
    take_out(opened.office, chain)
    view = DataPribadiView(nama, chain, sent, selesai=True)
    return show(view, frame_of(desk, opened.office, "/#lainnya"))


def found_record(opened: Opened, nama: str) -> Source[Capaian]:
    """The record of a file's name; a page that is not there where there is none."""
    if not re.fullmatch(r"[\w.-]+", nama):
        abort(404)
    try:
        return opened.office.find_record(nama)
    except NotTaken:
        abort(404)
