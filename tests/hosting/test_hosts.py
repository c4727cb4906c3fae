"""The recipes of the guide, run by real servers: nginx and Apache serve a built site as it is meant to be served."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from small.office_data import row, write_kantor
from small.records import put_record
from support.evidence_files import GOOD
from support.zi_command import PER_TANGGAL, ROOT, zi

GUIDE = (ROOT / "docs" / "panduan" / "server.md").read_text(encoding="utf-8")
RECIPES = {kind: re.findall(rf"^```{kind}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL) for kind in ("nginx", "apache")}

PROGRAMS = {
    "nginx": shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin"),
    "apache": shutil.which("apache2") or shutil.which("httpd") or shutil.which("apache2", path="/usr/sbin"),
}
PACKAGES = {"nginx": "apt install nginx-light", "apache": "apt install apache2-bin"}
MODULES = next((folder for folder in ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules") if Path(folder).is_dir()), "")

NGINX = """
daemon off; master_process off; worker_processes 1; pid {work}/pid; error_log {work}/log;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3; uwsgi_temp_path {work}/t4;
  scgi_temp_path {work}/t5;
  {recipe}
}}
"""
APACHE = """
ServerRoot {work}
PidFile {work}/pid
ErrorLog {work}/log
DefaultRuntimeDir {work}
User "#65534"
Group "#65534"
Listen {port}
{modules}
TypesConfig /etc/mime.types
{recipe}
"""
LOADED = ("mpm_event", "authz_core", "dir", "mime", "alias", "headers", "deflate", "filter")


@dataclass
class Answer:
    """What a server said: headers by lower-case name, and the body, unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *_: object) -> None:
        return None


def get(address: str) -> Answer:
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=20) as response:
            status, headers, body = response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        status, headers, body = error.code, error.headers, error.read()
    found = {name.lower(): value for name, value in headers.items()}
    return Answer(status, found, gzip.decompress(body) if found.get("content-encoding") == "gzip" else body)


@pytest.fixture(scope="module")
def room() -> Iterator[Path]:
    """A folder that a server's own user can read, unlike pytest's."""
    with tempfile.TemporaryDirectory(prefix="zi-hosting-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="module")
def sites(room: Path) -> dict[str, Path]:
    """A small office's site, built to lie at the top of its host, and below /zi/; with a page that may be framed."""
    built = {}
    for name, address in (("top", {}), ("below", {"alamat_situs": "https://contoh.go.id/zi/"})):
        data = write_kantor(room / f"data-{name}", {2026: [row("I.1")]}, situs=address | {"peran": ["Tim", "Ketua"]})
        _record(data)
        built[name] = room / name
        done = zi("bangun", "--data", str(data), "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(built[name]))
        assert done.returncode == 0, done.stderr
    return built


def _record(data: Path) -> None:
    """One record with one piece of evidence."""
    (data / "bukti" / "2026").mkdir(parents=True)
    (data / "bukti" / "2026" / "uji.pdf").write_bytes(GOOD["a.pdf"])
    cells = {"aksi": "I.1", "periode": "2026-01", "tanggal": date(2026, 1, 30), "hasil": "selesai", "uraian": "Uji."}
    put_record(data, cells | {"bukti": [{"berkas": "uji.pdf", "judul": "Uji", "jenis": "dokumen"}], "dicatat_oleh": "Tim"})


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the server answers; fails with its log where it ended."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        assert process.poll() is None, log.read_text(encoding="utf-8")
        time.sleep(0.1)


@pytest.fixture(scope="module", params=[(kind, where) for kind in PROGRAMS for where in ("top", "below")], ids="-".join)
def host(request: pytest.FixtureRequest, sites: dict[str, Path], room: Path) -> Iterator[tuple[str, Path]]:
    """Each server with the guide's recipe for the site at the top of the host, and below a path: address and site."""
    kind, where = request.param
    program = PROGRAMS[kind]
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"no {kind} here; on Debian: {PACKAGES[kind]}")
    port = free_port()
    work = room / f"{kind}-{where}"
    work.mkdir()
    (work / "zi").symlink_to(sites[where])  # as `terbitkan` makes the served name
    recipe = RECIPES[kind][where == "below"].replace("/var/www/zi", str(work / "zi"))
    recipe = recipe.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("*:80>", f"*:{port}>")
    assert str(port) in recipe
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in LOADED)
    template, listen = (NGINX, port) if kind == "nginx" else (APACHE, f"127.0.0.1:{port}")
    (work / "conf").write_text(template.format(work=work, recipe=recipe, port=listen, modules=modules), encoding="utf-8")
    command = [program, "-p", str(work), "-e", str(work / "log"), "-c", str(work / "conf")]
    if kind == "apache":
        command = [program, "-d", str(work), "-f", str(work / "conf"), "-DFOREGROUND"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process, work / "log")
        yield f"http://127.0.0.1:{port}{'/zi/' if where == 'below' else '/'}", sites[where]
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_pages(host: tuple[str, Path]) -> None:
    """Pages come compressed, with every protecting header, and may be kept for five minutes."""
    address, site = host
    for path in ("", "metode/", "rencana-aksi/2026/i-1/"):
        answer = get(address + path)
        assert (answer.status, answer.body) == (200, (site / path / "index.html").read_bytes())
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["content-encoding"] == "gzip"
        assert "accept-encoding" in answer.headers["vary"].lower()
        assert answer.headers["cache-control"] == "public, max-age=300"
        meta = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', answer.body.decode())
        assert meta
        given = answer.headers["content-security-policy"]
        assert given.endswith("; frame-ancestors 'none'")
        assert set(re.split("[ ;]+", meta[1])) <= set(re.split("[ ;]+", given))
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert {"permissions-policy", "cross-origin-opener-policy"} <= answer.headers.keys()


def test_frames(host: tuple[str, Path]) -> None:
    """The embed page, and no other, may be shown in a frame."""
    answer = get(f"{host[0]}sematan/")
    assert answer.headers["content-security-policy"].endswith("; frame-ancestors *")
    assert "wasm" not in answer.headers["content-security-policy"]


def test_evidence(host: tuple[str, Path]) -> None:
    """Evidence is saved by whoever taps it, and nothing in it may run; pages show its pictures all the same."""
    address, site = host
    (piece,) = (site / "bukti" / "2026").glob("*.pdf")
    answer = get(f"{address}bukti/2026/{piece.name}")
    assert (answer.status, answer.body) == (200, piece.read_bytes())
    assert answer.headers["content-disposition"] == "attachment"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "content-disposition" not in get(address).headers


@pytest.mark.parametrize(("path", "shown"), [("", False), ("bukti", False), ("sematan/", True), ("lencana.svg", True)])
def test_what_other_sites_may_show(host: tuple[str, Path], path: str, shown: bool) -> None:
    """Other sites may show the badge and what is made for frames in their pages, and nothing else of this one but open data."""
    address, site = host
    name = next((site / "bukti").rglob("*.pdf")).relative_to(site).as_posix() if path == "bukti" else path
    expected = "cross-origin" if shown else "same-origin"
    assert get(address + name).headers["cross-origin-resource-policy"] == expected


def test_files(host: tuple[str, Path]) -> None:
    """What is named after its content may be kept for good; data may not; both come compressed, under their own types."""
    address, site = host
    (styles,) = (site / "aset").glob("gaya.*.css")
    answer = get(f"{address}aset/{styles.name}")
    assert answer.body == styles.read_bytes()
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (answer.headers["content-type"].partition(";")[0], answer.headers["content-encoding"]) == ("text/css", "gzip")
    answer = get(f"{address}api/v1/2026/rencana-aksi.json")
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert (answer.headers["content-type"].partition(";")[0], answer.headers["content-encoding"]) == (
        "application/json",
        "gzip",
    )


def test_open_data(host: tuple[str, Path]) -> None:
    """Scripts of any other site may read the open data, which come without cookies; they may read nothing else."""
    address, site = host
    for item in sorted(site.iterdir()):
        path = item if item.is_file() else min(path for path in item.rglob("*") if path.is_file())
        answer = get(address + path.relative_to(site).as_posix())
        shared = item.name in ("api", "unduhan", "umpan", "kalender")
        assert answer.headers.get("access-control-allow-origin") == ("*" if shared else None), path
        assert "set-cookie" not in answer.headers


def test_what_is_not_there(host: tuple[str, Path]) -> None:
    """A wrong address shows the site's own page with status 404 and its styles; nothing of it is kept for good."""
    address, site = host
    for path in ("tiada/", "tiada", "aset/gaya.00000000.css"):
        answer = get(address + path)
        assert (answer.status, answer.body) == (404, (site / "404.html").read_bytes())
        assert "immutable" not in answer.headers.get("cache-control", "")
        assert "content-security-policy" in answer.headers
    (styles,) = re.findall(r'<link rel="stylesheet" href="([^"]*)"', (site / "404.html").read_text(encoding="utf-8"))
    root = re.sub(r"(http://[^/]*)/.*", r"\1", address)
    assert get(root + styles).status == 200


def test_folders_without_a_slash(host: tuple[str, Path]) -> None:
    """An address without its last slash leads to the page, below the site's path."""
    answer = get(f"{host[0]}metode")
    assert answer.status == 301
    assert answer.headers["location"].endswith(f"{re.sub('http://[^/]*', '', host[0])}metode/")


def test_rules_for_hosts_are_shown_to_nobody(host: tuple[str, Path]) -> None:
    """The files that tell hosts what to do are no pages."""
    assert {get(host[0] + name).status for name in ("_headers", "header-nginx.conf", ".htaccess")} <= {403, 404}


def test_the_copy_is_whole(host: tuple[str, Path]) -> None:
    """Every file that is served is the one that was built."""
    done = zi("verifikasi", host[0], **{key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")})
    assert (done.returncode, done.stderr) == (0, "")


def test_both_servers_have_two_recipes() -> None:
    """The guide tells for each server how the site lies at the top of a host, and below a path."""
    assert {kind: ["location /zi/" in item or "Alias /zi/" in item for item in found] for kind, found in RECIPES.items()} == {
        "nginx": [False, True],
        "apache": [False, True],
    }
