"""Verifikasi: a record with its evidence beside the decree's row; approved, or returned with a reason."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.answers import checked, readable
from zona.desk.preview import period_of
from zona.desk.returning import back_to_draft, draft_of
from zona.desk.verification import can_be_verified, other_role, verify, waiting
from zona.findings.record_findings import TercatatFinding
from zona.outputs.view import View
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian
from zona.records.capaian.corrections import name_of
from zona.records.reading.file_reader import Source
from zona.records.rencana.rencana_aksi import Aksi

from cli.meja.correct_pages import found_record
from cli.meja.desk import Desk, Opened
from cli.meja.record_pages import given_file
from cli.meja.showing import frame_of, show, the_desk

pages = Blueprint("verifikasi", __name__)


@dataclass(frozen=True)
class MenungguView(View, template="desk/menunggu.html"):
    """The records that wait: those of other roles for this one, and one's own for others."""

    untuk_saya: list[Source[Capaian]]
    milik_saya: list[Source[Capaian]]
    komponen: dict[str, str]
    selesai: str


@dataclass(frozen=True)
class VerifikasiView(View, template="desk/verifikasi.html"):
    """One record: the plan's row and what prescribes it (`kata`), its evidence by name, how many wait; `salah` by field,
    `dibuka` the numbers of evidence that was opened, `di_sini` whether it was written at this desk,
    `terkirim` whether others have it already."""

    catatan: Capaian
    nama: str
    aksi: Aksi | None
    kata: str
    periode: TercatatFinding | None
    sasaran: Capaian | None
    jumlah: int
    salah: dict[str, str]
    dibuka: list[str]
    alasan: str
    dua_orang: bool
    di_sini: bool
    terkirim: bool
    boleh: bool


@pages.get("/verifikasi/")
def list_waiting() -> Response:
    """Everything that waits."""
    desk = the_desk()
    office = desk.open().office
    role, found = desk.role(office), waiting(office)
    mine = [item for item in found if item.isi.dicatat_oleh == role]
    others = [item for item in found if item.isi.dicatat_oleh != role]
    view = MenungguView(others, mine, office.actions(), request.args.get("selesai", ""))
    return show(view, frame_of(desk, office, "/verifikasi/"))


@pages.get("/verifikasi/<nama>")
def one(nama: str) -> Response:
    """One record that waits."""
    desk = the_desk()
    opened = desk.open()
    return _page(desk, opened, found_record(opened, nama), {})


@pages.get("/bukti/<int:tahun>/<nama>")
def evidence(tahun: int, nama: str) -> Response:
    """A piece of evidence of the data."""
    years = {year.tahun: year for year in the_desk().open().office.data.tahun}
    found = years[tahun].bukti.get(nama) if tahun in years else None
    return given_file(found.path.read_bytes(), nama) if found else abort(404)


@pages.post("/verifikasi/<nama>")
def judge(nama: str) -> AnyResponse:
    """Approve, or return."""
    desk = the_desk()
    opened = desk.open()
    found, wrong = found_record(opened, nama), dict[str, str]()
    act = _approve if request.form.get("tindakan") == "setujui" else _return
    try:
        act(desk, opened, found, wrong)
    except NotTaken as error:
        wrong["atas"] = str(error)
    if wrong:
        return _page(desk, opened, found, wrong, 422)
    return redirect(f"/verifikasi/?selesai={nama}", 303)


def _approve(desk: Desk, opened: Opened, found: Source[Capaian], wrong: dict[str, str]) -> None:
    """Add the verification, where every piece of evidence was opened."""
    opened_here = set(request.form.getlist("dibuka"))
    for number, _ in enumerate(found.isi.bukti, 1):
        if str(number) not in opened_here:
            wrong[f"dibuka-{number}"] = f"belum disetujui: bukti {number} belum dibuka"
    if desk.wrote(found) and not request.form.get("dua_orang"):
        wrong["dua_orang"] = "pencatat dan pemverifikasi harus dua orang"
    if not wrong:
        verify(opened.office, found, desk.role(opened.office))


def _return(desk: Desk, opened: Opened, found: Source[Capaian], wrong: dict[str, str]) -> None:
    """Return a record with a reason: as a draft while only this computer has it, else by a withdrawal that says why."""
    office, alasan = opened.office, readable(request.form.get("alasan", ""))
    if not alasan.strip():
        wrong["alasan"] = "tulis apa yang perlu dibetulkan pencatatnya"
        return
    role = desk.role(office)
    other_role(role, found.isi.dicatat_oleh)
    year = next(tahun for tahun in office.data.tahun if found in tahun.capaian)
    alasan = checked("alasan", office.around(year), alasan)
    if not desk.sent(found):
        back_to_draft(office, desk.drafts, found, alasan, desk.now(office))
        return
    draft = draft_of(office, desk.drafts, found)
    said = {"mencabut": name_of(found), "alasan": alasan, "hasil": "berjalan", "peran": role}
    desk.drafts.discard(draft.kunci)  # it was never kept: only copies of the evidence are there
    desk.withdraw(office, replace(draft, isian=draft.isian | said, bukti=()))


def _page(desk: Desk, opened: Opened, found: Source[Capaian], wrong: dict[str, str], status: int = 200) -> Response:
    office, isi, role = opened.office, found.isi, desk.role(opened.office)
    rows = (row for tahun in opened.findings.tahun for row in tahun.rencana_aksi.isi.semua_aksi())
    try:
        can_be_verified(office, found)
        other_role(role, isi.dicatat_oleh)
    except NotTaken as error:
        wrong = {"atas": str(error)} | wrong
    records = {name_of(item): item.isi for tahun in office.data.tahun for item in tahun.capaian}
    view = VerifikasiView(
        catatan=isi,
        nama=found.path.rpartition("/")[2],
        aksi=next((row for row in rows if row.kode == isi.aksi), None),
        kata=next(tahun.dasar.kata for tahun in office.data.tahun if found in tahun.capaian),
        periode=period_of(opened.findings, isi.aksi, isi.periode),
        sasaran=records.get(isi.menyasar or ""),
        jumlah=frame_of(desk, office, "").menunggu,
        salah=wrong,
        dibuka=request.form.getlist("dibuka"),
        alasan=request.form.get("alasan", ""),
        dua_orang=bool(request.form.get("dua_orang")),
        di_sini=desk.wrote(found),
        terkirim=desk.sent(found),
        boleh=bool(role) and role != isi.dicatat_oleh and isi.verifikasi is None,
    )
    return show(view, frame_of(desk, office, "/verifikasi/"), status)
