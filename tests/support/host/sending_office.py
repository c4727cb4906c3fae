"""An office on a code host, and people's clones of it, for the tests of sending."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest import mock

from support.host.git_server import CODES, GitServer, without_git
from support.zi_command import ROOT, git
from zona.desk.sending.office_repository import Identitas, keep_identity
from zona.desk.sending.outcomes import HasilKirim, PilihanIsian, Terkirim
from zona.desk.sending.send import receive, send
from zona.desk.sending.unsent import BelumDikirim, unsent
from zona.desk.sending.vault import Akses, Vault

NOW = datetime(2026, 11, 24, 10, 31, tzinfo=timezone(timedelta(hours=8)))
# What Ana has to send.
RECORD = "data/2026/capaian/i-1_2026-02_bbbbbbbb.yml"
FIRST = {
    "data/situs.yml": b"kantor: Kantor Contoh\nrepositori: x\n",
    "data/2026/capaian/i-1_2026-01_aaaaaaaa.yml": b"aksi: I.1\nhasil: selesai\n",
    "data/bukti/2026/lama.pdf": b"%PDF-1.4\r\nlama\r\n",
    "docs/index.md": b"# Contoh\n",
    "docs/program.sh": b"#!/bin/sh\n",
}


@dataclass
class Person:
    """Someone's clone, and what they know. There is no git program while they send."""

    root: Path
    vault: Vault = field(default_factory=Vault)
    now: datetime = NOW

    def write(self, path: str, content: bytes | None) -> None:
        """Write a file; None removes it."""
        target = self.root / path
        if content is None:
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def send(
        self, pesan: str = "Catatan I.1, Januari 2026", pilihan: dict[str, PilihanIsian] | None = None, patience: float = 5
    ) -> HasilKirim:
        """Send everything."""
        self.now += timedelta(minutes=1)
        with mock.patch.dict(os.environ, without_git()):
            return send(self.root, pesan, self.now, self.vault, pilihan=pilihan, patience=patience)

    def receive(self) -> HasilKirim:
        """Take over what others sent."""
        self.now += timedelta(minutes=1)
        with mock.patch.dict(os.environ, without_git()):
            return receive(self.root, self.now, self.vault, patience=5)

    def unsent(self) -> BelumDikirim:
        """What is not sent."""
        with mock.patch.dict(os.environ, without_git()):
            return unsent(self.root)

    @property
    def changed(self) -> list[str]:
        """The same, each as git's letter and path."""
        return [f"{item.jenis} {item.path}" for item in self.unsent().berkas]

    def status(self) -> str:
        """What git itself says of the clone."""
        return git(self.root, "status", "--porcelain")

    def files(self) -> dict[str, bytes]:
        """Every file of the clone that is not git's."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and ".git" not in path.relative_to(self.root).parts
        }


class Begun:
    """An office's repository as each test begins: that of the host, and a clone of it."""

    def __init__(self, folder: Path) -> None:
        self.central, self.clone, seed = folder / "pusat.git", folder / "salinan", folder / "awal"
        bare = {"GIT_TEMPLATE_DIR": ""}  # else hooks that nobody uses are copied each time
        git(folder, "init", "--quiet", "--bare", "--initial-branch", "main", str(self.central), **bare)
        git(self.central, "config", "receive.autogc", "false")
        git(self.central, "config", "http.receivepack", "true")
        (self.central / "hooks").mkdir()
        git(folder, "init", "--quiet", "--initial-branch", "main", str(seed))
        for name in (".gitattributes", ".gitignore"):
            (seed / name).write_bytes((ROOT / name).read_bytes())
        first = Person(seed)
        for path, content in FIRST.items():
            first.write(path, content)
        (seed / "docs" / "program.sh").chmod(0o755)
        (seed / "docs" / "tautan.md").symlink_to("./index.md")
        git(seed, "add", "--all")
        day = "2026-11-20T08:00:00+08:00"
        git(seed, "commit", "--quiet", "--message", "awal", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
        git(seed, "push", "--quiet", str(self.central), "main")
        git(folder, "clone", "--quiet", str(self.central), str(self.clone), **bare)


class Office:
    """A host with an office's repository, and clones of it."""

    def __init__(self, folder: Path, host: GitServer, begun: Begun) -> None:
        self.folder, self.host, self.begun = folder, host, begun
        host.begin_again(begun.central)

    def person(self, nama: str, *, known: bool = True, address: str = "") -> Person:
        """Someone's new clone; `known`: their name and code were given before."""
        root = self.folder / nama
        shutil.copytree(self.begun.clone, root, symlinks=True)
        config = (root / ".git" / "config").read_text(encoding="utf-8")
        config = config.replace(str(self.begun.central), address or self.host.terbuka)
        (root / ".git" / "config").write_text(config, encoding="utf-8")
        person = Person(root)
        if known:
            keep_identity(root, Identitas(nama.title(), f"{nama}@contoh.example"))
            person.vault.put(self.host.asal, Akses(nama, CODES[nama]))
        return person


def then_sent(office: Office, person: Person, ended: object, wanted: object) -> None:
    """It ended so, the record is still here and not sent; and the next sending brings it, once."""
    assert ended == wanted
    assert ((person.root / RECORD).read_bytes(), person.changed) == (b"aksi: I.1\n", [f"A {RECORD}"])
    office.host.mood = ""
    assert isinstance(person.send(), Terkirim)
    assert git(office.host.central, "log", "--format=%an", "main").splitlines() == ["Ana", "Uji"]
    assert (person.status(), person.changed) == ("", [])
