"""Kirim: what will change in words, one button, and an answer for each way in which sending can end."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.sending.office_repository import Identitas, has_place, keep_identity, suggested_identity, use_address
from zona.desk.sending.outcomes import HasilKirim, Keduanya, PilihanIsian, Stopped
from zona.desk.sending.send import receive, send, try_access
from zona.desk.sending.unsent import (
    BelumDikirim,
    TautanUnggah,
    data_at,
    mark_handed_over,
    upload_links,
    write_package,
)
from zona.desk.sending.vault import Akses
from zona.desk.unsent_words import subject_of
from zona.findings.changes import Perubahan, changes
from zona.findings.scrutiny import BUKTI, Telaah, scrutiny
from zona.outputs.view import View

from cli.meja.desk import Desk
from cli.meja.showing import at, frame_of, show, the_desk
from cli.usulan import read_older

pages = Blueprint("kirim", __name__)
_PLAIN = re.compile(r"[!-~]+")  # what accounts and codes are made of at every host


@dataclass(frozen=True)
class KirimView(View, template="desk/kirim.html"):
    """What is not sent, in words; how the last sending ended (`jenis` is its kind, "" before any), with what was typed and
    what was wrong with it; who sends, as far as it is known; the folders of a package and where they are put by hand."""

    perubahan: Perubahan
    telaah: Telaah
    ada_dasar: bool
    berkas: int
    bukti: int
    bukti_saja: frozenset[str]
    draf: int
    jenis: str
    hasil: HasilKirim | None
    pada: str
    salah: dict[str, str]
    saran: Identitas | None
    unggah: tuple[TautanUnggah, ...]
    tanpa_tempat: bool
    terlihat: str
    diserahkan: int


@dataclass(frozen=True)
class KodeView(View, template="desk/kode.html"):
    """How an access code is made."""


@pages.get("/kirim/")
def overview() -> Response:
    """What will be sent."""
    return _page(the_desk(), None)


@pages.post("/kirim/")
def act() -> AnyResponse:
    """Do what the button says, and show how it ended."""
    desk = the_desk()
    if desk.latihan:
        return redirect("/kirim/", 303)
    office = desk.open().office
    now, wanted = desk.now(office), request.form.get("tindakan", "kirim")
    acts: dict[str, Callable[[], HasilKirim | dict[str, str]]] = {
        "kirim": lambda: _send(desk, now),
        "terima": lambda: receive(desk.root, now, desk.vault),
        "kode": lambda: _with_code(desk, now),
        "identitas": lambda: _with_identity(desk, now),
        "alamat": lambda: _with_address(desk, now),
    }
    try:
        result = acts.get(wanted, acts["kirim"])()
    except Stopped as stopped:
        result = stopped.hasil
    if isinstance(result, dict):
        return _page(desk, None, result)
    return _page(desk, result)


@pages.get("/kirim/kode/")
def about_codes() -> Response:
    """How an access code is made, step by step."""
    desk = the_desk()
    return show(KodeView(), frame_of(desk, desk.open().office, "/kirim/"))


@pages.get("/kirim/paket.zip")
def package() -> Response:
    """The files that are not sent, in one file, for whoever puts them there by hand."""
    desk = the_desk()
    stream = io.BytesIO()
    try:
        write_package(desk.root, desk.unsent_now(), stream)
    except Stopped as stopped:
        return _page(desk, stopped.hasil)
    day = desk.now(desk.open().office).date().isoformat()
    response = Response(stream.getvalue(), mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="paket-{day}.zip"'
    return response


@pages.post("/kirim/diserahkan/")
def handed_over() -> AnyResponse:
    """Remember that the package went to the pengelola."""
    desk = the_desk()
    mark_handed_over(desk.root, desk.unsent_now().perubahan)
    return redirect("/kirim/", 303)


def _send(desk: Desk, now: datetime) -> HasilKirim | dict[str, str]:
    """Send what is not sent, with the choices that were made of files that two people changed. Wrong data are never sent, and
    nothing that the page did not show."""
    found, belum, _ = read_changes(desk)
    if request.form.get("terlihat", seen(belum)) != seen(belum):
        return {"terlihat": "daftar di bawah ini berubah sejak halaman ini dibuka"}
    chosen = {
        name.removeprefix("pilih-"): PilihanIsian(request.form.get(name.replace("pilih-", "sidik-", 1), ""), value == "saya")
        for name, value in request.form.items()
        if name.startswith("pilih-")
    }
    return send(desk.root, subject_of(found, belum.berkas), now, desk.vault, pilihan=chosen)


def _with_code(desk: Desk, now: datetime) -> HasilKirim | dict[str, str]:
    """Try an access code, then send."""
    nama, kode = request.form.get("nama", "").strip(), request.form.get("kode", "").strip()
    if not nama or not kode:
        return {"nama": "tulis nama akunnya"} if not nama else {"kode": "tempel kode aksesnya"}
    for name, text in (("nama", nama), ("kode", kode)):
        if not _PLAIN.fullmatch(text):
            return {
                name: "ada spasi atau tanda yang tidak mungkin di situ, misalnya tanda kutip miring; salin lagi dari sumbernya"
            }
    result = try_access(desk.root, Akses(nama, kode), desk.vault)
    return _send(desk, now) if type(result).__name__ == "KodeDiterima" else result


def _with_identity(desk: Desk, now: datetime) -> HasilKirim | dict[str, str]:
    """Keep who sends, then send."""
    try:
        keep_identity(desk.root, Identitas(request.form.get("atas_nama", ""), request.form.get("surel", "")))
    except ValueError:
        return {"surel": "tulis nama (boleh nama tim) dan alamat surelnya, misalnya humas@contoh.go.id"}
    return _send(desk, now)


def _with_address(desk: Desk, now: datetime) -> HasilKirim | dict[str, str]:
    """Send to another address from now on."""
    use_address(desk.root, request.form.get("alamat", ""))
    return _send(desk, now)


def seen(belum: BelumDikirim) -> str:
    """A name for what a page shows that will be sent."""
    return sha256(
        "\n".join(f"{path} {change}" for path, change in {**belum.perubahan, **belum.diserahkan}.items()).encode()
    ).hexdigest()


def read_changes(desk: Desk) -> tuple[Perubahan, BelumDikirim, Telaah]:
    """What differs from the last known state of the place: in the data's words, in files, and what to look at with care."""
    belum, after = desk.unsent_now(), desk.whole()
    with TemporaryDirectory(prefix="zi-") as name:
        folder = Path(name)
        there = belum.dasar is not None and data_at(desk.root, belum.dasar, folder)
        before = read_older(folder, after.per_tanggal) if there else None
        found = changes(before, after) if before else Perubahan((), ())
        return found, belum, scrutiny(before, after, found, belum.berkas)


def _page(desk: Desk, hasil: HasilKirim | None, wrong: dict[str, str] | None = None) -> Response:
    found, belum, care = read_changes(desk)
    office = desk.open().office
    kind = type(hasil).__name__ if hasil else ""
    evidence = [item for item in belum.berkas if item.path.startswith(BUKTI)]
    try:
        suggested = suggested_identity(desk.root)
    except Stopped:
        suggested = None
    view = KirimView(
        perubahan=found,
        telaah=care,
        ada_dasar=belum.dasar is not None,
        berkas=len(belum.berkas),
        bukti=len(evidence),
        bukti_saja=frozenset(item.path for item in evidence),
        draf=len(desk.drafts.all()),
        jenis=kind,
        hasil=hasil,
        pada=at(desk.now(office).isoformat()),
        salah=wrong or {},
        saran=suggested,
        unggah=upload_links(belum, office.data.situs.isi.repositori, "main"),
        tanpa_tempat=not has_place(desk.root),
        terlihat=seen(belum),
        diserahkan=len(belum.diserahkan),
    )
    status = 409 if isinstance(hasil, Keduanya) else 422 if wrong else 200
    return show(view, frame_of(desk, office, "/kirim/"), status)
