"""Sending that is killed, or meets a full disk, at any of its changes on disk: the next one finishes it, nothing twice."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
from pathlib import Path
from unittest import mock

import pytest
from support.host.git_server import without_git
from support.host.sending_office import FIRST, Office
from support.stopped import PERHAPS_MANY, stopped
from support.zi_command import git
from zona.desk.sending.outcomes import DiskPenuh, Terkirim

SITUS, OLD = "data/situs.yml", "data/bukti/2026/lama.pdf"
MINE = {"data/2026/capaian/i-1_2026-02_bbbbbbbb.yml": b"aksi: I.1\n", "data/bukti/2026/baru.pdf": b"%PDF-1.4\r\n" + bytes(9000)}
THEIRS = {"data/2026/capaian/i-3_2026-02_dddddddd.yml": b"aksi: I.3\n", SITUS: b"kantor: Budi\n", OLD: None}


class Prepared:
    """A host to which Budi has sent, and Ana's clone with what she has not sent, made anew for each try."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.ana, budi = office.person("ana"), office.person("budi")
        for path, content in THEIRS.items():
            budi.write(path, content)
        assert isinstance(budi.send(), Terkirim)
        self.main = office.host.central / "refs" / "heads" / "main"
        self.theirs = self.main.read_bytes()
        for path, content in MINE.items():
            self.ana.write(path, content)
        self.template = self.ana.root.with_name("ana-awal")
        self.ana.root.rename(self.template)

    def fresh(self) -> Path:
        """Ana's clone and the host as they were."""
        shutil.rmtree(self.ana.root, ignore_errors=True)
        shutil.copytree(self.template, self.ana.root, symlinks=True)
        self.main.write_bytes(self.theirs)
        return self.ana.root

    def work(self) -> int:
        """Send; 0 where it arrived, 3 where the disk was full."""
        with mock.patch.dict(os.environ, without_git()):
            done = self.ana.send()
        return 0 if isinstance(done, Terkirim) else 3 if done == DiskPenuh() else 4

    def finished(self) -> None:
        """Send again: all has arrived once, the folder is what the host has, and nothing of the first try is left."""
        assert isinstance(self.ana.send(), Terkirim)
        host, root = self.office.host, self.ana.root
        assert git(host.central, "log", "--format=%an", "main").splitlines() == ["Ana", "Budi", "Uji"]
        kept = {path: content for path, content in (FIRST | THEIRS | MINE).items() if content is not None}
        here = self.ana.files()
        assert ({path: here[path] for path in kept}, OLD in here) == (kept, False)
        assert self.main.read_bytes() == (root / ".git" / "refs" / "heads" / "main").read_bytes()
        assert (self.ana.status(), self.ana.changed, git(root, "fsck", "--strict", "--no-dangling")) == ("", [], "")
        left = [*(root / ".git").rglob("*.lock"), *(root / ".git").glob("zi-kirim*"), *root.rglob(".zi-*")]
        assert left == []


@pytest.mark.lambat
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
@pytest.mark.parametrize(("how", "step"), [("SIGKILL", 1), ("ENOSPC", 3)])
def test_stopped_at_every_change(office: Office, how: str, step: int) -> None:
    """Wherever it stops (of a full disk every third change is tried), the files of both are whole or not there yet, and
    the next sending brings everything once."""
    prepared = Prepared(office)
    for number in itertools.count(step=step):
        root = prepared.fresh()
        code = stopped(prepared.work, root, number, how)
        for path, content in MINE.items():
            assert (root / path).read_bytes() == content
        for path, content in THEIRS.items():
            states = {FIRST.get(path), content}
            assert ((root / path).read_bytes() if (root / path).exists() else None) in states
        assert code in (0, -signal.SIGKILL if how == "SIGKILL" else 3), (number, code)
        if code == 0 and how == "SIGKILL":
            break
        if code == 0:
            other = prepared.fresh()
            if stopped(prepared.work, other, number, "SIGKILL") == 0:
                break
            continue
        prepared.finished()
        assert number < PERHAPS_MANY
    assert number > 20
