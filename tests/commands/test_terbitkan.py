"""Publishing to an office's own server: the old site or the new one, whole, whatever happens and whenever one looks."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from disk import exchange
from disk.output_folder import NotAResult
from support.small_site import write
from support.zi_command import PER_TANGGAL, ROOT, zi
from zona.delivery.check_built import check_built

DAY = ["--per-tanggal", PER_TANGGAL.isoformat()]

# The program that is killed: one deed, with a step that ends the process at a given count.
KILLED = """
import itertools, os, signal, sys
from pathlib import Path
root, work, deed, stop, at_once, how = sys.argv[1:]
sys.path[:0] = [f"{root}/scripts", f"{root}/hooks"]
from disk import exchange
count = itertools.count()
def end(name):
    if next(count) == int(stop):
        os._exit(99) if how == "exit" else os.kill(os.getpid(), signal.SIGKILL)
exchange.between = exchange.step = end
if at_once == "no":
    exchange._exchange_at_once = lambda one, other: False
place = exchange.Place(Path(work) / "situs")
if deed == "publish":
    place.publish(Path(work) / "3", lambda folder: None)
else:
    place.roll_back(lambda folder: None)
"""


def site(folder: Path, version: str) -> Path:
    """A whole site whose pages all say which version they are."""
    return write(folder, **{"index.html": f"<p>{version}</p>", "a/b/index.html": f"<p>{version}</p>"})


def version_of(folder: Path) -> str:
    """The version of a whole site; fails where it is not whole, or mixed."""
    assert check_built(folder) == []
    (version,) = {(folder / name).read_text(encoding="utf-8") for name in ("index.html", "a/b/index.html")}
    return version.strip("</p>")


def good(folder: Path) -> None:
    assert check_built(folder) == []


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Version 2 is served, version 1 was before, version 3 is built."""
    for version in "123":
        site(tmp_path / version, version)
    for version in "12":
        exchange.Place(tmp_path / "situs").publish(tmp_path / version, good)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


METHODS = pytest.mark.parametrize("at_once", [True, False], ids=["exchanged", "renamed"])


def two_renames(monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:
    if not at_once:
        monkeypatch.setattr(exchange, "_exchange_at_once", lambda *_: False)


@METHODS
def test_publish_and_roll_back(work: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:
    """The new site is served, the one before is kept beside it, and rolling back exchanges them; nothing else is left."""
    two_renames(monkeypatch, at_once)
    place = exchange.Place(work / "situs")
    place.publish(work / "3", good)
    assert (version_of(work / "situs"), version_of(work / "situs.sebelumnya")) == ("3", "2")
    place.roll_back(good)
    assert (version_of(work / "situs"), version_of(work / "situs.sebelumnya")) == ("2", "3")
    assert names(work) == ["1", "2", "3", "situs", "situs.sebelumnya"]
    assert place.at_once == at_once


def test_this_system_exchanges(work: Path) -> None:
    """On Linux the exchange is one step of the kernel."""
    if sys.platform != "linux":
        pytest.skip("the one step is Linux's")
    assert exchange._exchange_at_once(work / "1", work / "2")
    assert (version_of(work / "1"), version_of(work / "2")) == ("2", "1")


def test_what_is_refused_changes_nothing(work: Path) -> None:
    """A copy that does not pass, a folder of something else, another run, or nothing to bring back: all is as before."""

    class NotGood(Exception):
        pass

    def refuse(_: Path) -> None:
        raise NotGood

    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
    place = exchange.Place(work / "situs")
    with pytest.raises(NotGood):
        place.publish(work / "3", refuse)
    with pytest.raises(NotGood):
        place.roll_back(refuse)
    with exchange.Place(work / "situs").alone(), pytest.raises(exchange.Busy):
        place.publish(work / "3", good)
    with pytest.raises(exchange.NothingBefore):
        exchange.Place(work / "1").roll_back(good)
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before
    (work / "lain").mkdir()
    (work / "lain" / "surat.txt").write_text("x", encoding="utf-8")
    with pytest.raises(NotAResult):
        exchange.Place(work / "lain").publish(work / "3", good)


def test_folders_that_servers_have(work: Path) -> None:
    """Publishing works to an empty folder, to none, and through a link, which stays a link; everyone may read the result."""
    (work / "kosong").mkdir()
    (work / "3" / "index.html").chmod(0o600)
    for name in ("kosong", "dalam/baru"):
        exchange.Place(work / name).publish(work / "3", good)
        assert version_of(work / name) == "3"
    assert (work / "kosong" / "index.html").stat().st_mode & 0o777 == 0o644
    (work / "tautan").symlink_to(work / "situs")
    exchange.Place(work / "tautan").publish(work / "3", good)
    assert (work / "tautan").is_symlink()
    assert (version_of(work / "tautan"), version_of(work / "situs.sebelumnya")) == ("3", "2")


def steps(work: Path, deed: str, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> int:
    """How many steps a run has that goes well."""
    found: list[str] = []
    with monkeypatch.context() as patch:
        two_renames(patch, at_once)
        patch.setattr(exchange, "between", found.append)
        patch.setattr(exchange, "step", found.append)
        place = exchange.Place(work / "situs")
        place.publish(work / "3", good) if deed == "publish" else place.roll_back(good)
    return len(found)


@METHODS
@pytest.mark.parametrize("deed", ["publish", "roll back"])
def test_killed_at_every_step(
    deed: str, at_once: bool, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at any step, the old site or the new one is served, whole; the next run tidies up, and knows which was before.

    Without an exchange by the kernel, one step leaves no site; the next run brings it back whole.
    """
    start = {version: tmp_path_factory.mktemp("v") for version in "123"}
    for version, folder in start.items():
        site(folder, version)

    def fresh() -> Path:
        work = tmp_path_factory.mktemp("w")
        for version in "12":
            exchange.Place(work / "situs").publish(start[version], good)
        (work / "3").symlink_to(start["3"])
        return work

    total, seen, gone = steps(fresh(), deed, monkeypatch, at_once), set(), 0
    assert total > (10 if deed == "publish" else 2)
    for stop in range(total):
        work = fresh()
        how = "exit" if stop % 2 else "kill"
        arguments = [str(ROOT), str(work), deed, str(stop), "yes" if at_once else "no", how]
        done = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False)
        assert done.returncode in (99, -signal.SIGKILL)
        if (work / "situs").exists():
            seen.add(version_of(work / "situs"))
        else:
            gone += 1
        with exchange.Place(work / "situs").alone():
            pass
        served, kept = version_of(work / "situs"), version_of(work / "situs.sebelumnya")
        assert (served, kept) in {("2", "1"), ("3", "2") if deed == "publish" else ("1", "2")}
        assert names(work) == ["3", "situs", "situs.sebelumnya"]
    assert seen == ({"2", "3"} if deed == "publish" else {"1", "2"})
    assert gone == (0 if at_once else 1)


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_a_signal_waits_for_a_safe_moment(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C stops the copying, and never the exchange: afterwards one of both sites is served, and nothing lies about."""
    for moment in ("salin", "diperiksa"):
        with monkeypatch.context() as patch:
            original: Callable[[str], None] = exchange.step

            def ask(name: str, moment: str = moment, original: Callable[[str], None] = original) -> None:
                if name == moment:
                    os.kill(os.getpid(), signal.SIGINT)
                original(name)

            patch.setattr(exchange, "step", ask)
            with pytest.raises(KeyboardInterrupt):
                exchange.Place(work / "situs").publish(work / "3", good)
        assert version_of(work / "situs") == "2"
    with monkeypatch.context() as patch:
        patch.setattr(exchange, "between", lambda name: os.kill(os.getpid(), signal.SIGTERM) if "⇄" in name else None)
        exchange.Place(work / "situs").publish(work / "3", good)
    assert version_of(work / "situs") == "3"
    assert names(work) == ["1", "2", "3", "situs", "situs.sebelumnya"]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@METHODS
def test_what_clients_see(work: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:
    """While sites are published and brought back, every answer is a whole page of one of them. Each moment between two
    steps is stretched: with two renames instead of the exchange, clients do meet the gap."""
    two_renames(monkeypatch, at_once)
    monkeypatch.setattr(exchange, "between", lambda _: time.sleep(0.01))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(work / "situs")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address, done = f"http://127.0.0.1:{server.server_port}/", threading.Event()
    answers: list[set[str]] = [set(), set()]
    count = [0, 0]

    def fetch(index: int) -> None:
        while not done.is_set() and count[index] < 20_000:
            count[index] += 1
            try:
                with urllib.request.urlopen(address + ("", "a/b/")[index], timeout=10) as response:
                    answers[index].add(response.read().decode())
            except OSError as error:
                answers[index].add(repr(error))

    clients = [threading.Thread(target=fetch, args=(index,)) for index in (0, 1)]
    for client in clients:
        client.start()
    place = exchange.Place(work / "situs")
    for _ in range(10):
        place.publish(work / "3", good)
        place.roll_back(good)
    done.set()
    for client in clients:
        client.join()
    server.shutdown()
    server.server_close()
    assert all({"<p>2</p>", "<p>3</p>"} <= seen for seen in answers)
    assert (answers == [{"<p>2</p>", "<p>3</p>"}] * 2) == at_once
    assert min(count) > 30


def test_the_command(situs: Path, tmp_path: Path) -> None:
    """A real build is checked, published, checked where it stands, and brought back; what is wrong with it stops it."""
    target = tmp_path / "www"
    done = zi("periksa", "--terbit", "--keluaran", str(situs), *DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^Siap terbit: \d+ halaman dan \d+ berkas lain di ", done.stdout, re.MULTILINE)
    for _ in range(2):
        done = zi("terbitkan", "--ke", str(target), "--dari", str(situs), *DAY)
        assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Terbit: {target} (")
    assert f"zi.py terbitkan --ke {target} --kembalikan" in done.stdout
    assert zi("verifikasi", str(target)).returncode == 0
    (target / "index.html").write_text("rusak", encoding="utf-8")
    done = zi("terbitkan", "--ke", str(target), "--kembalikan")
    assert (done.returncode, done.stdout[:14]) == (0, "Dikembalikan: ")
    assert zi("verifikasi", str(target)).returncode == 0
    done = zi("terbitkan", "--ke", str(target), "--kembalikan")
    assert done.returncode == 1
    assert "index.html: berubah setelah dibangun menurut SHA256SUMS" in done.stderr
    assert zi("verifikasi", str(target)).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--dari", "{0}/tiada", "--ke", "{0}/www"], "tiada tidak ada; bangun dulu dengan zi.py bangun."),
        (["--dari", "{0}/2", "--ke", "{0}/2"], "adalah folder hasil bangun itu sendiri"),
        (["--dari", "{0}/2", "--ke", "{0}/www"], "api/v1/2026/capaian.json: berkas ini tidak ada dalam hasil"),
        (["--ke", "{0}/www", "--kembalikan"], "tidak ada situs sebelumnya yang dapat dikembalikan"),
    ],
)
def test_refusals(arguments: list[str], why: str, work: Path) -> None:
    """A build that is not there, is the target, or lacks what the data make; and nothing to bring back: told in Indonesian."""
    done = zi("terbitkan", *(item.format(work) for item in arguments), *DAY)
    assert (done.returncode, done.stdout) == (1, "")
    assert why in done.stderr
    assert "Traceback" not in done.stderr
    assert not (work / "www").exists()
