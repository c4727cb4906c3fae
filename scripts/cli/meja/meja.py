"""`zi.py meja`: starts the desk on this computer, opens it in the browser, and serves it until it is closed."""

import os
import signal
import socket
import webbrowser
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

import click
from waitress.server import create_server
from waitress.utilities import Error
from zona.disk.private_folder import only_desk

from cli.indonesian_click import Command, Refused
from cli.meja.desk import Desk, desk_for, practice
from cli.meja.desk_app import desk_app
from cli.meja.guard import cookie_of
from cli.options import CONTOH, problems_refused, with_data

HERE = "127.0.0.1"


@click.command(cls=Command)
@with_data
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Nomor pintu di komputer ini (bawaan: yang mana saja).")
@click.option("--tanpa-peramban", is_flag=True, help="Jangan buka peramban; cetak alamatnya saja.")
def meja(data: str | None, per_tanggal: str | None, port: int, tanpa_peramban: bool) -> None:
    """Buka Meja: catat, verifikasi, dan kirim lewat peramban, di komputer ini saja."""
    if data == str(CONTOH):
        with practice(per_tanggal) as desk:
            serve(desk, port, tanpa_peramban)
        return
    desk = desk_for(data, per_tanggal)
    with problems_refused("Meja tidak dibuka sebelum semuanya diperbaiki."):
        desk.open()
    with only_desk(desk.data) as note:
        if isinstance(note, str):
            ticket = ticket_of(note)
            if not ticket:
                raise Refused(
                    "Meja untuk data ini terbuka di tempat lain: di komputer lain, atau di jendela yang macet. Tutup dulu."
                )
            click.echo(f"Meja sudah terbuka untuk data ini: {note}")
            _open(ticket, tanpa_peramban)
        else:
            serve(desk, port, tanpa_peramban, note)


def serve(desk: Desk, port: int, quiet: bool, note: Path | None = None) -> None:
    """Serve the desk until it is closed; its address is written into `note`. Raises `Refused` where the port is taken."""
    with socket.socket() as listening:
        # On Windows reusing an address lets another program listen beside this one.
        listening.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR), 1)
        try:
            listening.bind((HERE, port))
        except OSError:
            raise Refused(f"Pintu {port} sedang dipakai program lain; pilih --port lain, atau jangan tulis --port.") from None
        desk.host = f"{HERE}:{listening.getsockname()[1]}"
        server = create_server(desk_app(desk), sockets=[listening], threads=6, ident=None, max_request_body_size=1 << 40)
        Error.to_response = _answer  # type: ignore[assignment, method-assign]
        click.echo(f"Meja terbuka di {desk.address}")
        click.echo("Biarkan jendela ini terbuka. Untuk menutup: tombol Tutup Meja, atau Ctrl+C di sini.")
        if note:
            note.write_text(desk.address, encoding="utf-8")
        _open(desk.ticket(), quiet)
        server.run()  # ends with Ctrl+C
        if desk.practice:
            # Its copy of the data goes with it; Windows knows no gentle end, and leaves the copy to the system.
            desk.practice[0].terminate() if os.name == "nt" else desk.practice[0].send_signal(signal.SIGINT)
    click.echo("Meja ditutup.")


def ticket_of(address: str) -> str:
    """A ticket of the desk that is open at an address; empty where no desk answers there, as where the folder is shared with
    the computer on which it is."""
    base, _, key = address.partition("/?kunci=")
    asked = {"Cookie": f"{cookie_of(base)}={key}"}
    try:
        with build_opener(ProxyHandler({})).open(Request(f"{base}/tiket/", headers=asked), timeout=10) as answer:
            return str(answer.read().decode())
    except (OSError, ValueError):
        return ""


def _answer(self: Error, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:  # noqa: ARG001 – the library's
    """What the server itself says of what is no request of a browser: the library knows English alone."""
    words = "Permintaan itu tidak terbaca atau terlalu besar. Buka Meja dari alamat yang tercetak saat Meja dimulai."
    return f"{self.code} Ditolak", [("Content-Type", "text/plain; charset=utf-8")], words.encode()


def _open(address: str, quiet: bool) -> None:
    if not quiet:
        webbrowser.open(address)
