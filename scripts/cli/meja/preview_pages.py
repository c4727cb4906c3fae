"""Pratinjau: the public site as it would be with the data as they are now, page by page, without building it."""

from flask import Blueprint, Response, abort, redirect
from werkzeug.wrappers import Response as AnyResponse
from zona.outputs.scripts import policy
from zona.outputs.site_file import SiteFile

from cli.meja.desk import Desk
from cli.meja.showing import the_desk

pages = Blueprint("situs", __name__)
KINDS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "json": "application/json",
    "xml": "application/xml",
    "csv": "text/csv",
    "ics": "text/calendar",
    "txt": "text/plain",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
}


@pages.get("/situs/")
@pages.get("/situs/<path:alamat>")
def page(alamat: str = "") -> AnyResponse:
    """One file of the site."""
    files = site_of(the_desk())
    if alamat and f"{alamat}/index.html" in files:
        return redirect(f"/situs/{alamat}/")
    found = files.get(f"{alamat}index.html" if alamat.endswith("/") or not alamat else alamat) or abort(404)
    kind = KINDS.get(found.path.rpartition(".")[2], "application/octet-stream")
    response = Response(found.read(), mimetype=kind)
    response.headers["Content-Security-Policy"] = f"{policy()}; frame-ancestors 'self'"
    return response


def site_of(desk: Desk) -> dict[str, SiteFile]:
    """Every file of the site by its path, made when it is first read; kept as long as the data stay as they are."""
    return desk.kept("situs", lambda: {file.path: file for file in desk.present()})
