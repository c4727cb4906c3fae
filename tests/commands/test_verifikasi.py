"""`verifikasi`, run as people run it, against folders and a served copy."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from support.zi_command import zi


class Handler(SimpleHTTPRequestHandler):
    """Serves like a careful host: quiet, and without the files that are meant for hosts."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path.endswith((".htaccess", "_headers", "header-nginx.conf")):
            self.send_error(403)
        else:
            super().do_GET()


@pytest.fixture
def salinan(situs: Path, tmp_path: Path) -> Path:
    """A copy of the real site."""
    return Path(shutil.copytree(situs, tmp_path / "zi"))


@pytest.fixture
def alamat(salinan: Path) -> Iterator[str]:
    """Where the copy is served, below a path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(salinan.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/zi"
    server.shutdown()
    server.server_close()


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
    (salinan / "SHA256SUMS").write_text("", encoding="utf-8")
    done = zi("verifikasi", alamat, "--dengan", str(situs))
    assert (done.returncode, "metode/index.html: isinya lain" in done.stderr) == (1, True)


@pytest.mark.parametrize("place", ["tidak-ada", "http://127.0.0.1:9/zi", "ftp://contoh.example", "https://"])
def test_a_place_that_is_none(place: str) -> None:
    """A place that is neither a folder nor can be reached gets a sentence, never a traceback."""
    done = zi("verifikasi", place)
    assert (done.returncode, "Traceback" in done.stderr, len(done.stderr.splitlines())) == (1, False, 1)


def test_a_folder_without_list(tmp_path: Path) -> None:
    """A folder that no build made is told as such."""
    assert "tidak ada SHA256SUMS" in zi("verifikasi", str(tmp_path)).stderr
    assert "bangun dulu" in zi("verifikasi", str(tmp_path), "--dengan", str(tmp_path)).stderr
