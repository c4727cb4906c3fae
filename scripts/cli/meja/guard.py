"""Who may speak to the desk: only a browser on this computer that was given its key. Everything else is refused in words.

Another page of the same browser knows no key, and its requests carry its own origin; a name that leads to 127.0.0.1 (DNS
rebinding) is not the host that the desk answers to; another user of the computer has no key either: it stands in the address
that is printed, and in a cookie that only this desk's own pages send."""

import hmac

from flask import Flask, Response, abort, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from cli.meja.desk import Desk
from cli.meja.showing import the_desk

MOST_SENT = 150_000_000  # bytes of one form with all its files
COOKIE = "kunci-meja"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "object-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Of a file that somebody gave: it runs nothing, and stands only inside the desk's own pages.
POLICY_OF_FILES = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"


HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # without a referrer a form would carry no origin either
    "X-Content-Type-Options": "nosniff",
}


def guard(app: Flask) -> None:
    """Let only those in who may, and answer everybody with what a browser must not do."""
    app.config["MAX_CONTENT_LENGTH"] = MOST_SENT
    app.config["MAX_FORM_MEMORY_SIZE"] = 2_000_000
    app.before_request(_ask)
    app.before_request(_one_by_one)
    app.after_request(_harden)
    app.teardown_request(_end)


def _ask() -> AnyResponse | None:
    """Refuse a foreign host, a foreign origin, and whoever has no key; who brings it gets it as a cookie."""
    desk = the_desk()
    cookie = cookie_of(desk.host)
    if request.host != desk.host:
        abort(421)
    changes = request.method not in ("GET", "HEAD")
    if changes and request.headers.get("Origin") != f"http://{desk.host}":
        abort(403)
    if same(request.cookies.get(cookie, ""), desk.kunci):
        return None
    given = request.args.get("kunci", ""), request.args.get("tiket", "")
    if changes or not (same(given[0], desk.kunci) or used(desk, given[1])):
        abort(403)
    answer = redirect(request.path)
    answer.set_cookie(cookie, desk.kunci, httponly=True, samesite="Strict", path="/")
    return answer


def cookie_of(host: str) -> str:
    """The name of a desk's cookie: two desks are two ports of one host, which share cookies."""
    return f"{COOKIE}-{host.rpartition(':')[2]}"


def _one_by_one() -> AnyResponse | None:
    """Let one request at a time change something, sending aside, which waits for others; and tell whoever sends a draft that is
    saved already (a second click, the browser's way back) that it is."""
    desk = the_desk()
    if request.method == "POST" and request.blueprint != "kirim":
        g.held = desk.menulis.acquire()
    key = request.form.get("kunci") or (request.view_args or {}).get("kunci", "")
    return redirect(desk.tersimpan[key], 303) if key in desk.tersimpan else None


def _end(_: BaseException | None) -> None:
    if g.pop("held", False):
        the_desk().menulis.release()
    request.close()  # large files are on disk for as long as somebody holds them


def _harden(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if response.location:
        response.set_data(b"")  # the library's own words, in English
    return response


def used(desk: Desk, ticket: str) -> bool:
    """Whether this is the ticket for one browser, which is used up then."""
    if not (desk.tiket and same(ticket, desk.tiket)):
        return False
    desk.tiket = ""
    return True


def same(given: str, key: str) -> bool:
    """Whether a key is the right one, in a time that tells nothing of it."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), key.encode())
