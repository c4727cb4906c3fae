"""`verifikasi`, run as people run it, against folders and a served copy."""

from __future__ import annotations

import io
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import BinaryIO

import app
import pytest
from cli import verifikasi
from click.testing import CliRunner
from small.loopback import Quiet, answering, files_of
from support.zi_command import zi


class Handler(Quiet):
    """Serves like a careful host: without the files that are meant for hosts."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if self.path.endswith((".htaccess", "_headers", "header-nginx.conf")):
            self.send_error(403)
            return None
        return super().send_head()


@pytest.fixture
def salinan(situs: Path, tmp_path: Path) -> Path:
    """A copy of the real site."""
    return Path(shutil.copytree(situs, tmp_path / "zi"))


@pytest.fixture
def alamat(salinan: Path) -> Iterator[str]:
    """Where the copy is served, below a path."""
    with answering(files_of(salinan.parent, Handler)) as address:
        yield f"{address}/zi"


def test_a_whole_copy(salinan: Path, alamat: str, situs: Path) -> None:
    """A folder and a served copy of the real build match their list, and the build on this computer."""
    for arguments in ([str(salinan)], [alamat + "/"], [alamat, "--dengan", str(situs)]):
        done = zi("verifikasi", *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Sama: ")


def test_what_differs_is_said(salinan: Path, alamat: str) -> None:
    """A changed page and a missing file are named everywhere, a file that nobody listed in the folder."""
    (salinan / "metode" / "index.html").write_text("lain", encoding="utf-8")
    (salinan / "404.html").unlink()
    (salinan / "titipan.html").write_text("", encoding="utf-8")
    told = ["404.html: tidak ada", "metode/index.html: isinya lain"]
    for place, expected in ((str(salinan), [*told, "titipan.html: tidak ada di daftar"]), (alamat, told)):
        done = zi("verifikasi", place)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.splitlines() == [*expected, "Salinan ini tidak sama dengan daftarnya."]


def test_a_forged_list_is_found(salinan: Path, alamat: str, situs: Path) -> None:
    """Whoever changes a page and its list is found by a build of one's own."""
    (salinan / "metode" / "index.html").write_text("lain", encoding="utf-8")
    (salinan / "SHA256SUMS").write_text(f"{'0' * 64}  index.html\n", encoding="utf-8")
    done = zi("verifikasi", alamat, "--dengan", str(situs))
    assert (done.returncode, "metode/index.html: isinya lain" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    "place", ["tidak-ada", "http://127.0.0.1:9/zi", "ftp://contoh.example", "https://", "http://[::1", "http://a:b/"]
)
def test_a_place_that_is_none(place: str) -> None:
    """A place that is neither a folder nor can be reached gets a sentence, never a traceback."""
    done = zi("verifikasi", place)
    assert (done.returncode, "Traceback" in done.stderr, len(done.stderr.splitlines())) == (1, False, 1)


def test_a_folder_without_list(tmp_path: Path) -> None:
    """A folder that no build made is told as such."""
    assert "tidak ada SHA256SUMS" in zi("verifikasi", str(tmp_path)).stderr
    assert "bangun dulu" in zi("verifikasi", str(tmp_path), "--dengan", str(tmp_path)).stderr


class Hostile(BaseHTTPRequestHandler):
    """A server that wants the visitor's memory, time or trust; the first part of the address says how."""

    sums = "".join(f"{'0' * 64}  {name}\n" for name in ("index.html", "a.html"))

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        kind, _, name = self.path[1:].partition("/")
        if kind == "pindah":
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{self.server.server_address[1]}/lain/{name}")
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            if kind == "kosong":
                return
            if kind == "banyak":
                self.wfile.write("".join(f"{'0' * 64}  index.html{n}\n" for n in range(30_000)).encode())
            elif kind == "tanda":
                self.wfile.write(f"{'0' * 64}  index.html\x1b[2J\n".encode())
            elif kind == "lambat" and name != "SHA256SUMS":
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            elif kind == "besar" and name != "SHA256SUMS":
                while True:
                    self.wfile.write(bytes(1 << 16))
            else:
                self.wfile.write(self.sums.encode())


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("kosong", "tidak menyebut index.html; itu bukan daftar sebuah situs"),
        ("banyak", "menyebut lebih dari 20000 berkas"),
        ("tanda", "baris 1 daftar SHA256SUMS tidak terbaca"),
        ("pindah", "tidak bisa diambil"),
        ("lambat", "index.html: tidak ada"),
        ("besar", "index.html: tidak ada"),
        ("lain", "index.html: isinya lain"),
    ],
)
def test_a_hostile_server(kind: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty, endless, slow, enormous or forged answer, or one that leads to another host, is no success: it ends, a slow one
    before it is through, in a sentence, and writes no control sign to the terminal."""
    monkeypatch.setattr(verifikasi, "WHOLE", 1)
    with answering(Hostile) as address:
        done = CliRunner().invoke(app.zi, ["verifikasi", f"{address}/{kind}"])
    assert (done.exit_code, "Sama:" in done.output, "\x1b" in done.output) == (1, False, False)
    assert told in done.output
