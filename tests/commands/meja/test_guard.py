"""Who may speak to the desk: nobody but a browser of this computer that was given its key."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from cli.meja.desk_app import desk_app
from cli.meja.guard import MOST_SENT
from flask.testing import FlaskClient
from small.desk_client import BASE, desk_at, desk_client, get, post
from support.recording import PERAN, office
from support.zi_command import ROOT, clean_environment, project, warm
from werkzeug.test import TestResponse

ENGLISH = re.compile(
    r"\b(the|error|file|upload|login|token|commit|push|branch|server|forbidden|not found|bad request|too large|allowed)\b", re.I
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return office(tmp_path / "kantor" / "data")


@pytest.fixture
def client(data: Path) -> FlaskClient:
    return desk_client(data, PERAN[0])


def refused(answer: TestResponse, status: int) -> bool:
    """Whether the answer has this status, and says so in Indonesian, as a page with the strict policy."""
    page = re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True))
    assert not ENGLISH.search(page), page
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    return answer.status_code == status


def test_without_a_key(data: Path) -> None:
    """No page, no style and no form answers a browser without the key, or with another one."""
    client = desk_app(desk_at(data)).test_client()
    for address in ("/", "/?kunci=", "/?kunci=x", "/?tiket=", "/catat/", "/aset/meja.css", "/situs/"):
        assert refused(client.get(address, base_url=BASE), 403), address
    assert refused(post(client, "/peran/?kunci=x", {"peran": PERAN[0]}), 403)


def test_the_key_is_asked_once(data: Path) -> None:
    """The key in the address becomes a cookie that no script reads and no other site sends, and leaves the address."""
    desk = desk_at(data)
    client = desk_app(desk).test_client()
    first = client.get(f"/?kunci={desk.kunci}", base_url=BASE)
    assert (first.status_code, first.location) == (302, "/")
    cookie = first.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert client.get("/peran/", base_url=BASE).status_code == 200


def test_a_ticket_lets_one_browser_in(data: Path) -> None:
    """What a browser is started with can be read by other users of the computer: it is good for one browser."""
    desk = desk_at(data)
    address = desk.ticket().removeprefix(BASE)
    assert desk.kunci not in address
    app = desk_app(desk)
    assert app.test_client().get(address, base_url=BASE).status_code == 302
    assert refused(app.test_client().get(address, base_url=BASE), 403)


@pytest.mark.parametrize("host", ["evil.example:5000", "127.0.0.1:5001", "127.0.0.1", "localhost:5000", "[::1]:5000"])
def test_a_foreign_host(client: FlaskClient, host: str) -> None:
    """A name that somebody let lead to 127.0.0.1 is not the desk's, whatever cookie comes with it."""
    assert refused(client.get("/", base_url=f"http://{host}"), 421)


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:5001", "https://127.0.0.1:5000"])
def test_a_foreign_origin(client: FlaskClient, data: Path, origin: str | None) -> None:
    """A form on another page writes nothing, though the browser had the cookie."""
    headers = {} if origin is None else {"Origin": origin}
    fields = {"aksi": "I.1", "tindakan": "simpan"}
    assert refused(client.post("/catat/", base_url=BASE, data=fields, headers=headers), 403)
    assert not list((data.parent / ".zi-meja" / "draf").glob("*"))


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods(client: FlaskClient, method: str) -> None:
    """Nothing else is answered."""
    answer = client.open("/catat/", method=method, base_url=BASE, headers={"Origin": BASE})
    assert answer.status_code in (200, 405)
    assert method == "OPTIONS" or refused(answer, 405)


@pytest.mark.parametrize(
    "address",
    [
        *("/catat/../../etc/passwd", "/catat/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/catat/0123456789abcdef/..%2f..%2fisian.json"),
        *("/bukti/2026/..%2fsitus.yml", "/bukti/2026/../../situs.yml", "/aset/..%2fbingkai.html", "/aset/../../../etc/passwd"),
        *("/situs/..%2f..%2fsitus.yml", "/situs/etc/passwd", "/verifikasi/..%2f..%2fsitus.yml"),
        *("/periksa/berkas/?nama=/etc/passwd&baris=1", "/periksa/berkas/?nama=../kantor/.zi-meja/peran&baris=1"),
        "/periksa/berkas/?nama=../../../../etc/hostname.yml&baris=1",
    ],
)
def test_paths_lead_nowhere(client: FlaskClient, address: str) -> None:
    """A path in an address never reads a file that the page is not about."""
    assert refused(get(client, address), 404)


@pytest.mark.parametrize(
    "name", ["../../../etc/cron.d/x.pdf", "..\\..\\x.pdf", "/etc/x.pdf", "x\0.pdf", "CON.pdf", "a" * 400 + ".pdf"]
)
def test_names_of_files_are_not_used(client: FlaskClient, data: Path, name: str, tmp_path: Path) -> None:
    """A given file is kept under what it holds; its own name writes nowhere."""
    from support.evidence_files import pdf

    before = {path for path in tmp_path.rglob("*") if ".zi-meja" not in path.parts}
    post(client, "/catat/", {"aksi": "I.1", "tindakan": "tambah"}, {name: pdf()})
    assert {path for path in tmp_path.rglob("*") if ".zi-meja" not in path.parts} == before
    kept = [path.name for path in (data.parent / ".zi-meja" / "draf").rglob("*.pdf")]
    assert len(kept) == 1
    assert re.fullmatch(r"[0-9a-f]{64}\.pdf", kept[0])


def test_too_much_at_once(client: FlaskClient) -> None:
    """A form of 200 MB is refused by its size, before a byte of it is looked at; the page says how much may come."""
    told = {"CONTENT_LENGTH": "200000000", "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    answer = client.post("/catat/", base_url=BASE, headers={"Origin": BASE}, environ_overrides=told)
    assert refused(answer, 413)
    assert f"{MOST_SENT // 1_000_000} MB" in answer.get_data(as_text=True)


def test_a_bomb_of_pixels(client: FlaskClient) -> None:
    """A small file that unpacks to a huge picture is refused in words."""
    import io

    from PIL import Image

    stream = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(stream, "PNG")
    answer = post(client, "/catat/", {"aksi": "I.1", "tindakan": "tambah"}, {"besar.png": stream.getvalue()})
    assert answer.status_code == 422
    assert "megapiksel" in answer.get_data(as_text=True)


def test_the_private_folder_is_private(client: FlaskClient, data: Path) -> None:
    """Drafts and the open desk's address can be read by nobody else on the computer, and git ignores the folder."""
    folder = data.parent / ".zi-meja"
    assert os.name != "posix" or folder.stat().st_mode & 0o077 == 0
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_only_this_computer(data: Path) -> None:
    """The desk listens on 127.0.0.1 alone."""
    from cli.meja.meja import HERE

    assert HERE == "127.0.0.1"
    assert socket.gethostbyname(HERE) == HERE


def test_a_private_folder_that_was_copied(data: Path) -> None:
    """A folder that came from elsewhere with rights for everybody is closed to others."""
    folder = data.parent / ".zi-meja"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    desk_client(data, PERAN[0])
    assert os.name != "posix" or folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "ke", ["//x.example", "/\\x.example", "/\t/x.example", "/\n/x.example", "/\r\nX: 1", "https://x.example"]
)
def test_the_way_back_stays_at_the_desk(client: FlaskClient, ke: str) -> None:
    """After the choice of a role no address leads to another host, nor writes a line of the answer's head."""
    assert post(client, "/peran/", {"peran": PERAN[0], "ke": ke}).location == "/"


@pytest.mark.parametrize(
    "address", ["nama=a%00.yml&baris=1", f"nama=situs.yml&baris={'9' * 5000}", "nama=situs.yml&baris=%C2%B2"]
)
def test_odd_places_in_files(client: FlaskClient, address: str) -> None:
    """A place in a file that can't be is a page that is not there."""
    assert refused(get(client, f"/periksa/berkas/?{address}"), 404)


@pytest.mark.skipif(os.name != "posix", reason="the browser is a shell script")
def test_a_second_start(data: Path, tmp_path: Path) -> None:
    """A second start opens the browser at the desk that is open; no browser is started with the key, which other users of the
    computer would see. Where the open desk is out of reach, that is said."""
    browser, seen = tmp_path / "peramban", tmp_path / "dibuka"
    browser.write_text(f'#!/bin/sh\necho "$@" >> {seen}\n', encoding="utf-8")
    browser.chmod(0o755)
    arguments = ["meja", "--data", str(data), "--per-tanggal", "2026-11-24"]
    command, known = [sys.executable, str(ROOT / "scripts" / "app.py")], clean_environment() | {"BROWSER": str(browser)}
    with subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, encoding="utf-8", env=known) as first:
        try:
            assert first.stdout
            found = re.search(r"kunci=(\S+)", first.stdout.readline())
            second = warm(project()).run(arguments, known)
            note = data.parent / ".zi-meja" / "alamat"
            note.write_text(re.sub(r":\d+/", ":9/", note.read_text(encoding="utf-8")), encoding="utf-8")
            third = warm(project()).run([*arguments, "--tanpa-peramban"], known)
        finally:
            first.send_signal(signal.SIGINT)
    assert found
    assert "Meja sudah terbuka" in second.stdout
    opened = seen.read_text(encoding="utf-8").split()
    assert len(opened) == 2
    assert all(re.fullmatch(r"http://127\.0\.0\.1:\d+/\?tiket=\S+", address) for address in opened)
    assert found[1] not in "".join(opened)
    assert (third.returncode, "terbuka di tempat lain" in third.stderr) == (1, True)
