"""The desk as one WSGI application: its pages, its guard, and a sentence for whatever goes wrong."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, abort
from werkzeug.exceptions import HTTPException
from zona.outputs.view import TEMPLATES, View
from zona.problems import Line, NotTaken, Problem
from zona.records.reading.data_error import DataError

from cli.indonesian_click import fault_of, refusal_of
from cli.meja import (
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
from cli.meja.forms import channel_pages, complaint_pages, data_pages
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
    check_pages,
    preview_pages,
    practice_pages,
    send_pages,
)
REFUSED = {
    400: ("Kiriman tidak terbaca", "Kembali ke halaman sebelumnya, lalu coba lagi."),
    403: ("Meja ini tidak mengenal Anda", "Buka Meja dari alamat yang tercetak saat Meja dimulai, atau mulai Meja lagi."),
    404: ("Halaman itu tidak ada", "Mungkin draf atau catatannya sudah dibuang atau berganti nama."),
    405: ("Halaman itu tidak dapat dibuka begitu", "Kembali ke Meja, lalu pilih dari sana."),
    413: ("Terlalu besar", "Semua berkas sekali kirim paling besar 150 MB. Kirim sebagian dulu; isian lain tersimpan di draf."),
    421: ("Alamat ini bukan Meja", "Buka Meja dari alamat yang tercetak saat Meja dimulai."),
}


@dataclass(frozen=True)
class DitolakView(View, template="desk/ditolak.html"):
    """Why nothing could be done, with what must be put right first, and the way on."""

    judul: str
    penjelasan: str
    masalah: tuple[Problem[Line], ...] = ()
    kembali: str = "/"
    kembali_kata: str = "Kembali ke Meja"


def desk_app(desk: Desk) -> Flask:
    """The application for a desk."""
    app = Flask("meja", static_folder=None, template_folder=None)
    app.extensions["meja"] = desk
    guard(app, desk)
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
        words = "Meja tidak dapat bekerja sebelum ini dibetulkan. Isian dan draf Anda tersimpan."
        return show(DitolakView("Data perlu dibetulkan dulu", words, error.problems), None, 409)
    if isinstance(error, NotTaken):
        return show(DitolakView("Belum tersimpan", f"{error}."), None, 422)
    if isinstance(error, OSError):
        return show(
            DitolakView("Belum tersimpan", f"{refusal_of(error)} Draf Anda tetap ada; coba lagi."),
            None,
            500,
        )
    return show(DitolakView("Program ini salah bekerja", fault_of(error)), None, 500)
