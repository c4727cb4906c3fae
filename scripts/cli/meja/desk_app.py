"""The desk as one WSGI application: its pages, its guard, and a sentence for whatever goes wrong."""

from copy import copy
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from flask import Flask, Response, abort, request
from werkzeug.exceptions import HTTPException
from zona.outputs.view import TEMPLATES, View
from zona.problems import Line, NotTaken, Problem
from zona.records.reading.data_error import DataError

from cli.indonesian_click import fault_of, refusal_of
from cli.meja import (
    assessor_pages,
    check_pages,
    correct_pages,
    home_pages,
    practice_pages,
    preview_pages,
    record_pages,
    send_pages,
    sheet_pages,
    verify_pages,
)
from cli.meja.desk import Desk
from cli.meja.forms import channel_pages, complaint_pages, data_pages, mapping_pages, plan_pages
from cli.meja.guard import guard
from cli.meja.showing import show

ASSETS = {"meja.css": "text/css", "meja.js": "text/javascript", "ikon.svg": "image/svg+xml"}
PAGES = (
    home_pages,
    record_pages,
    sheet_pages,
    verify_pages,
    correct_pages,
    channel_pages,
    complaint_pages,
    data_pages,
    mapping_pages,
    plan_pages,
    check_pages,
    assessor_pages,
    preview_pages,
    practice_pages,
    send_pages,
)
REFUSED = {
    400: ("Kiriman tidak terbaca", "Kembali ke halaman sebelumnya, lalu coba lagi."),
    403: ("Meja ini tidak mengenal Anda", "Buka Meja dari alamat yang tercetak saat Meja dimulai, atau mulai Meja lagi."),
    404: ("Halaman itu tidak ada", "Mungkin draf atau laporannya sudah dibuang atau berganti nama."),
    405: ("Halaman itu tidak bisa dibuka begitu", "Kembali ke Meja, lalu pilih dari sana."),
    413: ("Terlalu besar", "Semua berkas sekali kirim paling besar 150 MB. Kirim sebagian dulu; isian lain tersimpan di draf."),
    421: ("Alamat ini bukan Meja", "Buka Meja dari alamat yang tercetak saat Meja dimulai."),
}


@dataclass(frozen=True)
class DitolakView(View, template="desk/ditolak.html"):
    """Why nothing could be done, with what must be put right first, and the way on: back, or once more with what was sent
    (`isian`, to `alamat`; files must be chosen again)."""

    judul: str
    penjelasan: str
    masalah: tuple[Problem[Line], ...] = ()
    kembali: str = "/"
    isian: tuple[tuple[str, str], ...] = ()
    alamat: str = ""
    ada_berkas: bool = False


def desk_app(desk: Desk) -> Flask:
    """The application for a desk."""
    app = copy(_any_desk())
    app.extensions = {"meja": desk}
    return app


@cache
def _any_desk() -> Flask:
    """What the applications of all desks share: their addresses take longer to put together than a page to answer."""
    app = Flask("meja", static_folder=None, template_folder=None)
    guard(app)
    for module in PAGES:
        app.register_blueprint(module.pages)
    app.add_url_rule("/aset/<nama>", view_func=asset)
    app.register_error_handler(Exception, refused)
    return app


def asset(nama: str) -> Response:
    """The desk's style, script and icon."""
    kind = ASSETS.get(nama) or abort(404)
    return Response((TEMPLATES / "desk" / nama).read_bytes(), mimetype=kind)


# Any: Flask hands over whatever was raised.
def refused(error: Any) -> Response:
    """A page for what was raised: never a traceback, never an English word."""
    if isinstance(error, HTTPException):
        status = error.code or 500
        judul, penjelasan = REFUSED.get(status, ("Permintaan itu ditolak", "Kembali ke Meja, lalu coba lagi."))
        return show(DitolakView(judul, penjelasan, kembali="" if status in (403, 421) else "/"), None, status)
    if isinstance(error, DataError):
        words = "Meja tidak bisa bekerja sebelum ini dibetulkan. Draf yang sudah tersimpan tetap ada."
        return _once_more(DitolakView("Data perlu dibetulkan dulu", words, error.problems), 409)
    title = "Belum tersimpan" if request.method == "POST" else "Belum bisa dibuka"
    if isinstance(error, NotTaken):
        return _once_more(DitolakView(title, f"{str(error)[:1].upper()}{str(error)[1:]}."), 422)
    if isinstance(error, OSError):
        return _once_more(DitolakView(title, refusal_of(error)), 500)
    return _once_more(DitolakView("Program ini salah bekerja", fault_of(error)), 500)


def _once_more(view: DitolakView, status: int) -> Response:
    """The page with what was typed, to be sent again: it may be on no disk yet. An access code is not shown again."""
    if request.method == "POST" and request.blueprint != "kirim":
        sent = tuple(request.form.items(multi=True))
        view = replace(view, isian=sent, alamat=request.full_path, ada_berkas=any(file for file in request.files.values()))
    return show(view, None, status)
