"""Publishing to an office's own server: the old site or the new one, whole, whatever happens and whenever one looks."""

from __future__ import annotations

import errno
import itertools
import os
import re
import shutil
import threading
import time
import urllib.request
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from small.loopback import answering, files_of
from small.site_files import write
from support.stopped import stopped
from support.zi_command import LAIN, PER_TANGGAL_LAIN, zi
from zona.delivery.check_built import check_built
from zona.disk import exchange
from zona.disk.output_folder import Busy, NotAResult

OFFICE = ["--data", str(LAIN / "data"), "--per-tanggal", PER_TANGGAL_LAIN.isoformat()]


PAGE = '<link rel="canonical" href="https://zi.example.go.id/zi/"><p>{}</p>'


def site(folder: Path, version: str) -> Path:
    """A whole site whose pages all say which version they are."""
    page = PAGE.format(version)
    return write(folder, **{"index.html": page, "a/b/index.html": page})


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def version_of(folder: Path) -> str:
    """The version of a whole site; fails where it is not whole, or mixed."""
    found = files(folder)
    version = found["index.html"].decode().removeprefix(PAGE.partition("{")[0]).partition("<")[0]
    assert found == whole(version)
    return version


@cache
def whole(version: str) -> dict[str, bytes]:
    """Every file of a version's site."""
    with TemporaryDirectory() as folder:
        return files(site(Path(folder), version))


def good(folder: Path) -> None:
    assert check_built(folder) == []


BEFORE = ".situs-sebelumnya"
SHOWN = ["1", "2", "3", "situs"]


def served(folder: Path) -> Path:
    """Version 2 is served, version 1 was before, version 3 is built."""
    for version in "123":
        site(folder / version, version)
    for version in "12":
        exchange.Place(folder / "situs").publish(folder / version, good)
    return folder


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return served(tmp_path)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


METHODS = pytest.mark.parametrize("links", [True, False], ids=["linked", "renamed"])


@pytest.fixture
def disk(links: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that has links, or has none."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links")

    if not links:
        monkeypatch.setattr(Path, "symlink_to", refuse)


@METHODS
@pytest.mark.usefixtures("disk")
def test_publish_and_roll_back(tmp_path: Path, links: bool) -> None:
    """The new site is served, the one before is kept beside it, and rolling back exchanges them; others are gone."""
    work = served(tmp_path)
    place = exchange.Place(work / "situs")
    place.publish(work / "3", good)
    assert (version_of(work / "situs"), version_of(work / BEFORE)) == ("3", "2")
    place.roll_back(good)
    assert (version_of(work / "situs"), version_of(work / BEFORE)) == ("2", "3")
    assert names(work) == [BEFORE, *([".situs-versi-2", ".situs-versi-3"] if links else []), *SHOWN]
    assert [(work / name).stat().st_mode & 0o777 for name in ("situs", BEFORE)] == [0o755, 0o700]  # for its owner alone
    assert (place.at_once, (work / "situs").is_symlink()) == (links, links)


def test_a_served_folder_becomes_a_link(work: Path) -> None:
    """The first publication over a folder keeps that folder as the site before, and says that there was a gap; so does rolling
    back to it, and every later one is one step."""
    place, found = exchange.Place(site(work / "www", "0")), []
    for step in ("3", "", "1", "2", ""):
        place.at_once = True
        place.publish(work / step, good) if step else place.roll_back(good)
        found.append((version_of(place.site), version_of(place.before), place.at_once))
    assert found == [("3", "0", False), ("0", "3", False), ("1", "0", False), ("2", "1", True), ("1", "2", True)]


def test_what_is_refused_changes_nothing(work: Path) -> None:
    """A copy that does not pass, a folder of something else, another run, or nothing to bring back: all is as before."""

    class NotGood(Exception):
        pass

    def refuse(_: Path) -> None:
        raise NotGood

    before = files(work)
    place = exchange.Place(work / "situs")
    with pytest.raises(NotGood):
        place.publish(work / "3", refuse)
    with pytest.raises(NotGood):
        place.roll_back(refuse)
    with exchange.Place(work / "situs").alone(), pytest.raises(Busy):
        place.publish(work / "3", good)
    with pytest.raises(exchange.NothingBefore):
        exchange.Place(work / "1").roll_back(good)
    assert files(work) == before
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
    assert (version_of(work / "tautan"), version_of(work / BEFORE)) == ("3", "2")


def publish(work: Path) -> int:
    exchange.Place(work / "situs").publish(work / "3", good)
    return 0


def roll_back(work: Path) -> int:
    exchange.Place(work / "situs").roll_back(good)
    return 0


@METHODS
@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize(("deed", "after"), [(publish, ("3", "2")), (roll_back, ("1", "2"))], ids=["publish", "roll back"])
@pytest.mark.parametrize("how", ["SIGKILL", "ENOSPC EACCES", "SIGTERM SIGINT"])
def test_stopped_at_every_change(
    how: str, deed: Callable[[Path], int], after: tuple[str, str], links: bool, tmp_path: Path
) -> None:
    """Stopped at any change, the old site or the new one is served, whole; what was refused, or ended by a signal, changed
    nothing. The next run tidies up, and knows which was before.

    Without links, one killed run leaves no site; the next run brings it back whole.
    """
    before, seen, hows = served(tmp_path / "awal"), [], how.split()
    for number in itertools.count():
        work = tmp_path / str(number)
        shutil.copytree(before, work, symlinks=True, copy_function=os.link)  # no file is written in place
        code = stopped(partial(deed, work), work, number, hows[number % len(hows)])
        seen.append(version_of(work / "situs") if (work / "situs").exists() else "")
        with exchange.Place(work / "situs").alone():
            pass
        now = (version_of(work / "situs"), version_of(work / BEFORE))
        assert now == after if code == 0 else now in {("2", "1"), after if how == "SIGKILL" else ("2", "1")}
        assert [name for name in names(work) if "versi" not in name] == [BEFORE, *SHOWN]
        assert len(names(work)) == 1 + len(SHOWN) + 2 * links
        assert (work / "situs").stat().st_mode & 0o777 == 0o755
        if code == 0 and seen[-3:] == [after[0]] * 3:
            break
    assert set(seen) - {""} == {"2", after[0]}
    assert seen.count("") == (how == "SIGKILL" and not links)


def fetch_until(done: threading.Event, address: str, answers: list[str]) -> None:
    """Get a page again and again."""
    while not done.is_set() and len(answers) < 20_000:
        time.sleep(0.002)  # ten times shorter than a moment is stretched
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                answers.append(response.read().decode())
        except OSError as error:
            answers.append(repr(error))


@METHODS
@pytest.mark.usefixtures("disk")
def test_what_clients_see(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    """While sites are published and brought back, every answer is a whole page of one of them. Each moment after a change of
    a name is stretched: with renaming instead of links, clients do meet the gap."""
    work, rename = served(tmp_path), Path.rename
    monkeypatch.setattr(Path, "rename", lambda *paths: (rename(*paths), time.sleep(0.02)))
    done, answers = threading.Event(), ([], [])  # type: ignore[var-annotated]
    with answering(files_of(work / "situs")) as address:
        pages = zip(("/", "/a/b/"), answers, strict=True)
        clients = [threading.Thread(target=fetch_until, args=(done, address + page, found)) for page, found in pages]
        for client in clients:
            client.start()
        for _ in range(10):
            publish(work)
            roll_back(work)
        done.set()
        for client in clients:
            client.join()
    sites = {PAGE.format(2), PAGE.format(3)}
    assert all(sites <= set(found) and len(found) > 30 for found in answers)
    assert all(set(found) == sites for found in answers) == links


def test_the_command(lain: Path, tmp_path: Path) -> None:
    """A real build is checked, published, checked where it stands, and brought back; what is wrong with it stops it."""
    target = tmp_path / "www"
    done = zi("periksa", "--terbit", "--keluaran", str(lain), *OFFICE)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^Siap terbit: \d+ halaman dan \d+ berkas lain di ", done.stdout, re.MULTILINE)
    for _ in range(2):
        done = zi("terbitkan", "--ke", str(target), "--dari", str(lain), *OFFICE)
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
        (["--dari", "{0}/2", "--ke", "{0}/www"], "api/v1/2031/capaian.json: berkas ini tidak ada dalam hasil"),
        (["--ke", "{0}/www", "--kembalikan"], "tidak ada situs sebelumnya yang bisa dikembalikan"),
    ],
)
def test_refusals(arguments: list[str], why: str, work: Path) -> None:
    """A build that is not there, is the target, or lacks what the data make; and nothing to bring back: told in Indonesian."""
    done = zi("terbitkan", *(item.format(work) for item in arguments), *OFFICE)
    assert (done.returncode, done.stdout) == (1, "")
    assert why in done.stderr
    assert "Traceback" not in done.stderr
    assert not (work / "www").exists()
