"""A view in, an answer of the desk out: its frame, its words for what is refused."""

from dataclasses import dataclass, fields
from datetime import datetime

from flask import Response, current_app
from zona.desk.office import Office
from zona.desk.verification import waiting
from zona.findings.scrutiny import BUKTI
from zona.outputs.view import View, environment
from zona.outputs.wording import tanggal

from cli.meja.desk import Desk


@dataclass(frozen=True)
class DeskFrame:
    """What stands around every page: whose desk it is, who sits there, and how much waits. `bagian` is the entry of the menu
    that the page belongs to; `pesan` is told at the top once, with the way back to what was done."""

    kantor: str
    bagian: str
    peran: str
    hari_ini: str
    menunggu: int
    belum_dikirim: int
    terakhir: str
    latihan: bool


def the_desk() -> Desk:
    """The desk that answers."""
    desk: Desk = current_app.extensions["meja"]
    return desk


def frame_of(desk: Desk, office: Office, bagian: str) -> DeskFrame:
    """The frame around a page of the desk."""
    role = desk.role(office)
    mine = [record for record in waiting(office) if record.isi.dicatat_oleh != role] if role else []
    kantor, belum = office.data.situs.isi.kantor, desk.unsent()
    waits = [item for item in belum.berkas if not item.path.startswith(BUKTI)]
    when = belum.terakhir.astimezone(desk.now(office).tzinfo).isoformat() if belum.terakhir else ""
    return DeskFrame(kantor, bagian, role, tanggal(office.today), len(mine), len(waits), at(when), desk.latihan)


def show(view: View, frame: DeskFrame | None, status: int = 200) -> Response:
    """A page of the desk."""
    own = {item.name: getattr(view, item.name) for item in fields(view)}
    html = environment().get_template(view.template).render(meja=frame, **own)
    return Response(html, status, mimetype="text/html")


def at(moment: str) -> str:
    """A moment as people say it: 24 November 2026, 10.12. Empty for none."""
    if not moment:
        return ""
    when = datetime.fromisoformat(moment)
    return f"{tanggal(when.date())}, {when:%H.%M}"
