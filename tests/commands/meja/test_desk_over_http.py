"""The desk as a program of its own, spoken to over HTTP as a browser does: on every system, Windows too."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from uuid import uuid4

import pytest
from support.evidence_files import pdf, phone_photo
from support.recording import PERAN, office
from support.zi_command import ROOT, clean_environment, git, zi
from zona.records.load import load_data

Files = dict[str, bytes]


class Speaker:
    """A browser without a screen: it keeps its cookie, follows redirects, and says where a form comes from."""

    def __init__(self, address: str) -> None:
        self.base = address.partition("/?")[0]
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(jar, urllib.request.ProxyHandler({}))
        self.get(address.removeprefix(self.base))

    def get(self, path: str) -> str:
        """A page."""
        with self.opener.open(self.base + path, timeout=60) as answer:
            return str(answer.read().decode())

    def post(self, path: str, fields: dict[str, str], files: Files | None = None) -> str:
        """The page that comes after a form."""
        edge = uuid4().hex
        said = f"--{edge}\r\nContent-Disposition: form-data; name="
        body = "".join(f'{said}"{name}"\r\n\r\n{text}\r\n' for name, text in fields.items()).encode()
        for name, content in (files or {}).items():
            body += f'{said}"berkas"; filename="{name}"\r\n\r\n'.encode() + content + b"\r\n"
        headers = {"Origin": self.base, "Content-Type": f"multipart/form-data; boundary={edge}"}
        request = urllib.request.Request(self.base + path, body + f"--{edge}--\r\n".encode(), headers)
        with self.opener.open(request, timeout=60) as answer:
            return str(answer.read().decode())

    def verify(self, path: str, pieces: int) -> None:
        """Approve a record whose evidence was all opened."""
        fields = [("tindakan", "setujui"), ("dua_orang", "1"), *(("dibuka", str(number + 1)) for number in range(pieces))]
        body = urllib.parse.urlencode(fields).encode()
        self.opener.open(urllib.request.Request(self.base + path, body, {"Origin": self.base}), timeout=60).close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose name people on Windows might choose."""
    made = tmp_path_factory.mktemp("kantor") / "situs “zona” (baru)"
    made.mkdir()
    return made


@pytest.fixture(scope="module")
def speaker(folder: Path) -> Iterator[Speaker]:
    """The desk of a small office; it ends by its own button."""
    data = office(folder / "data")
    command = [sys.executable, str(ROOT / "scripts" / "app.py"), "meja", "--tanpa-peramban", "--data", str(data)]
    command += ["--per-tanggal", "2026-11-24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env=clean_environment(), cwd=folder) as process:
        try:
            assert process.stdout
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found
            speaker = Speaker(found[0])
            yield speaker
            assert "Meja sudah ditutup" in speaker.post("/tutup/", {})
            assert process.wait(timeout=30) == 0
        finally:
            process.terminate()


def test_recorded_verified_and_cloned(speaker: Speaker, folder: Path) -> None:
    """Over HTTP a role records a photo and a PDF, another verifies; a clone made with line ends rewritten holds the evidence
    byte for byte, as the record's fingerprints say."""
    data = folder / "data"
    speaker.post("/peran/", {"peran": PERAN[0]})
    fields = {"aksi": "I.1", "periode": "2026-01", "hasil": "selesai", "hari": "20/01/2026", "uraian": "Rapat."}
    evidence = {"Foto rapat di aula.jpg": phone_photo(), "Surat keputusan tim.pdf": pdf()}
    page = speaker.post("/catat/", fields | {"tindakan": "tambah"}, evidence)
    found = re.search(r'name="kunci" value="(\w+)"', page)
    assert found
    assert "Tersimpan: I.1" in speaker.post("/catat/", fields | {"kunci": found[1], "tindakan": "simpan"})
    (record,) = (data / "2026/capaian").glob("*.yml")
    speaker.post("/peran/", {"peran": PERAN[1]})
    verdict = urllib.parse.quote(f"/verifikasi/{record.name}")
    assert "Kami dua orang" in speaker.get(verdict)
    with pytest.raises(urllib.error.HTTPError, match="422"):
        speaker.post(verdict, {"tindakan": "setujui", "dua_orang": "1"})
    speaker.verify(verdict, len(evidence))
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "awal")
    git(folder.parent, "clone", "--quiet", "-c", "core.autocrlf=true", str(folder), "salinan")
    (source,) = load_data(data).tahun[0].capaian
    assert source.isi.verifikasi
    assert len(source.isi.bukti) == 2
    for item in source.isi.bukti:
        content = (folder.parent / "salinan/data/bukti/2026" / str(item.berkas)).read_bytes()
        assert hashlib.sha256(content).hexdigest() == item.sha256
    assert b"Exif" not in b"".join(path.read_bytes() for path in (data / "bukti/2026").iterdir())


def test_what_is_no_request(speaker: Speaker) -> None:
    """The server's own answers, to what no browser sends, are Indonesian too."""
    host, port = speaker.base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(b"HALO\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
    assert re.match(r"HTTP/1\.[01] 4\d\d Ditolak\r\n", answer)
    assert "Permintaan itu tidak terbaca" in answer
    assert "generated by" not in answer


def test_practising(speaker: Speaker, folder: Path) -> None:
    """A practice is a desk of its own on a copy of the sample office: all that is recorded there is gone with it, reaches no
    office's data, and can't be sent."""
    before = {path: path.read_bytes() for path in (folder / "data").rglob("*") if path.is_file()}
    found = re.search(r'href="(http://127\.0\.0\.1:\d+/\?kunci=[\w-]+)"', speaker.post("/latihan/", {}))
    assert found
    practice = Speaker(found[1])
    assert "DATA CONTOH, latihan." in practice.post("/peran/", {"peran": "Tim Contoh"})
    fields = {"aksi": "V.1.b", "periode": "2026-05", "hasil": "berjalan", "hari": "20/5/2026", "uraian": "Latihan."}
    assert "Tersimpan: V.1.b" in practice.post("/catat/", fields | {"tindakan": "simpan"})
    assert "di sini tidak ada yang bisa dikirim" in practice.post("/kirim/", {"tindakan": "kirim"})
    assert {path: path.read_bytes() for path in (folder / "data").rglob("*") if path.is_file()} == before
    assert "Meja sudah ditutup" in practice.post("/tutup/", {})


def test_a_second_desk(speaker: Speaker, folder: Path) -> None:
    """A second desk for the same data opens none: it says where the first is, whose address nobody else may read, and ends.
    A port that is taken is told."""
    done = zi("meja", "--tanpa-peramban", "--data", str(folder / "data"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Meja sudah terbuka untuk data ini: {speaker.base}/?kunci=")
    note = folder / ".zi-meja" / "alamat"
    assert note.read_text(encoding="utf-8").startswith(speaker.base)
    assert os.name == "nt" or note.stat().st_mode & 0o077 == 0
    port = speaker.base.rpartition(":")[2]
    done = zi("meja", "--tanpa-peramban", "--contoh", "--port", port)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Pintu {port} sedang dipakai program lain" in done.stderr
