"""Meja: what is due, what waits for me, what I began; who I am; closing the desk."""

import _thread
import re
import threading
from collections import Counter
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.choices import about, returned, unfinished, unreported
from zona.desk.drafts import Draft
from zona.desk.tasks import Tugas, address, beside_records
from zona.desk.verification import waiting
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.record_findings import CatatanFinding
from zona.findings.upkeep.work import Layar
from zona.outputs.view import View
from zona.outputs.wording import periode
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian
from zona.records.reading.file_reader import Source

from cli.meja.desk import Opened
from cli.meja.forms.form_posts import form_drafts
from cli.meja.showing import at, frame_of, show, the_desk

pages = Blueprint("rumah", __name__)
SHOWN = 7
_OWN_PAGE = re.compile(r"/(?![/\\])[!-~]*")  # browsers leave out tabs and line ends: "/\t/x" is another host
OTHER = (
    *(
        (address(layar), layar.label, words)
        for layar, words in (
            (Layar.BETULKAN, "Laporan yang keliru. Yang lama tetap terlihat."),
            (Layar.KANAL, "Nomor dan alamat, dan kapan terakhir dicoba."),
            (Layar.PENGADUAN, "Angka tiap bulan, dan apa yang terbit."),
            (Layar.LAPORAN, "Survei dan laporan tahunan."),
            (Layar.KANTOR, "Nama, kontak, dan siapa yang mencatat."),
        )
    ),
    ("/rencana-baru/", "Rencana tahun baru", "Dari tabel Excel kantor, dengan kolom apa pun."),
    ("/periksa/", "Periksa", "Masalah dan tugas, menurut peran."),
    ("/penilai/", "Berkas untuk penilai", "Bukti satu area LKE dengan indeksnya, dalam satu ZIP."),
    ("/latihan/", "Berlatih", "Semua tombol, dengan data kantor contoh."),
)


@dataclass(frozen=True)
class DraftLine:
    """A draft in the list: when it was kept, in words."""

    draf: Draft
    kapan: str


@dataclass(frozen=True)
class MejaView(View, template="desk/meja.html"):
    """The first page. `belum` are the periods past their deadline without a record: all, of one group (`saring`), or about some
    words (`kata`); `tampil` those shown. `dikembalikan` are withdrawals by which another role sent a record back; `daftar_lain`
    are further lists (words, explanation, periods); `tugas` is what else is missing; `tersimpan` was saved just now."""

    tersimpan: tuple[str, ...]
    berikut: tuple[PeriodeFinding, ...]
    belum: list[PeriodeFinding]
    tampil: list[PeriodeFinding]
    semua_belum: int
    kelompok: dict[str, int]
    saring: str
    kata: str
    dikembalikan: list[CatatanFinding]
    daftar_lain: tuple[tuple[str, str, list[PeriodeFinding]], ...]
    menunggu: list[Source[Capaian]]
    komponen: dict[str, str]
    draf: list[DraftLine]
    draf_isian: list[tuple[str, str, str]]
    tugas: list[Tugas]
    lainnya: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class PeranView(View, template="desk/peran.html"):
    """The choice of a role."""

    pilihan: tuple[str, ...]
    terpilih: str
    ke: str


@dataclass(frozen=True)
class TutupView(View, template="desk/tutup.html"):
    """The end, asked for or come."""

    selesai: bool


@pages.get("/")
def home() -> AnyResponse:
    """The lists; the choice of a role where none is known yet."""
    desk = the_desk()
    opened = desk.open()
    frame = frame_of(desk, opened.office, "/")
    if not frame.peran:
        return redirect("/peran/")
    due = unreported(opened.findings)
    group = request.args.get("kelompok", "")
    kata = request.args.get("kata", "")
    chosen = about((item for item in due if not group or _group(item) == group), kata)
    view = MejaView(
        tersimpan=_saved(opened),
        berikut=opened.findings.terbaru.jatuh_berikut,
        belum=chosen,
        tampil=chosen if request.args.get("semua") or kata else chosen[:SHOWN],
        semua_belum=len(due),
        kelompok=dict(Counter(_group(item) for item in due)),
        saring=group,
        kata=kata,
        dikembalikan=returned(opened.findings, frame.peran),
        daftar_lain=_further(opened),
        menunggu=[record for record in waiting(opened.office) if record.isi.dicatat_oleh != frame.peran],
        komponen=opened.office.actions(),
        draf=[DraftLine(draft, at(draft.diubah)) for draft in desk.drafts.all()],
        draf_isian=form_drafts(desk),
        tugas=beside_records(opened.findings),
        lainnya=OTHER,
    )
    return show(view, frame)


def _further(opened: Opened) -> tuple[tuple[str, str, list[PeriodeFinding]], ...]:
    """The lists below the first: what they are, what to do, and their periods."""
    soon = [item for tahun in opened.findings.tahun for item in tahun.segera]
    late = unfinished(opened.findings)
    return (
        ("sudah dilaporkan, belum selesai", "Tulis perkembangannya, atau bahwa sudah selesai.", late),
        ("jatuh tempo dalam 30 hari", "Boleh dicatat sekarang.", soon),
    )


def _group(item: PeriodeFinding) -> str:
    return item.kode.partition(".")[0]


def _saved(opened: Opened) -> tuple[str, ...]:
    """The records that the address says were saved just now, in words."""
    names = request.args.getlist("tersimpan")
    records = {record.path.rpartition("/")[2]: record.isi for tahun in opened.office.data.tahun for record in tahun.capaian}
    return tuple(f"{records[name].aksi}, {periode(records[name].periode)}" for name in names if name in records)


@pages.get("/peran/")
def roles() -> Response:
    """The choice of a role; where none is open, the way to name one."""
    desk = the_desk()
    office = desk.open().office
    try:
        found = office.peran
    except NotTaken:
        found = ()
    return show(PeranView(found, desk.role(office), request.args.get("ke", "/")), frame_of(desk, office, ""))


@pages.post("/peran/")
def choose_role() -> AnyResponse:
    """Remember the role, and go on where somebody came from."""
    desk = the_desk()
    office = desk.open().office
    chosen, back = request.form.get("peran", ""), request.form.get("ke", "/")
    if chosen not in office.peran:
        return show(PeranView(office.peran, "", back), frame_of(desk, office, ""), 422)
    desk.choose_role(chosen)
    return redirect(back if _OWN_PAGE.fullmatch(back) else "/", 303)


@pages.get("/tiket/")
def ticket() -> Response:
    """A ticket for one more browser, for a second start of the program."""
    return Response(the_desk().ticket(), mimetype="text/plain")


@pages.get("/tutup/")
def ask_to_close() -> Response:
    """Ask whether to close."""
    desk = the_desk()
    return show(TutupView(False), frame_of(desk, desk.open().office, ""))


@pages.post("/tutup/")
def close() -> Response:
    """Answer, then end the server as Ctrl+C does."""
    threading.Timer(0.3, _thread.interrupt_main).start()
    return show(TutupView(True), None)
