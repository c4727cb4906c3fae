"""Sending to git's own server behind nginx: what arrives, and what stands in the folder after."""

from __future__ import annotations

import os
import random
import shutil
from datetime import UTC, datetime

import pytest
from dulwich.index import Index
from dulwich.objects import Blob
from support.host.sending_office import FIRST, RECORD, Office, Person
from support.zi_command import git
from zona.desk.sending.office_repository import Identitas, keep_identity, use_address
from zona.desk.sending.outcomes import Diterima, Terkirim
from zona.findings.scrutiny import BerkasBerubah


def test_what_is_sent_arrives(office: Office, ana: Person) -> None:
    """A record with two pieces of evidence arrives byte for byte in one commit with the given words and sender; git itself
    then sees nothing left to do, and sending again does nothing."""
    evidence = {"data/bukti/2026/foto.jpg": b"\xff\xd8\r\n\n\r\0", "data/bukti/2026/teks.pdf": b"%PDF-1.4\r\nteks\r\n"}
    for path, content in ({RECORD: b"aksi: I.1\n"} | evidence).items():
        ana.write(path, content)
    assert ana.changed == [f"A {RECORD}", *(f"A {path}" for path in evidence)]
    done = ana.send("Laporan I.1, Februari 2026: 2 bukti")
    assert done == Terkirim(tuple(BerkasBerubah(path, "A") for path in (RECORD, *evidence)), (), ())
    assert {path: office.host.files()[path] for path in evidence} == evidence
    assert git(office.host.central, "log", "--format=%s|%an|%ae|%ai", "-1", "main") == (
        "Laporan I.1, Februari 2026: 2 bukti|Ana|ana@contoh.example|2026-11-24 10:32:00 +0800"
    )
    assert (ana.status(), ana.changed, ana.unsent().terakhir) == ("", [], datetime(2026, 11, 24, 2, 32, tzinfo=UTC))
    head = git(ana.root, "rev-parse", "HEAD", "origin/main")
    assert ana.send() == Terkirim((), (), ())
    assert git(ana.root, "rev-parse", "HEAD", "origin/main") == head


def test_line_ends(office: Office, ana: Person) -> None:
    """A YAML file that Windows wrote is kept with the line ends of the history, and counts as no change while only they differ;
    evidence is kept byte for byte."""
    ana.write("data/situs.yml", FIRST["data/situs.yml"].replace(b"\n", b"\r\n"))
    assert ana.changed == []
    ana.write("data/situs.yml", b"kantor: Baru\r\nrepositori: x\r\n")
    ana.write("data/bukti/2026/teks.pdf", b"a\r\nb\r\n")
    assert isinstance(ana.send(), Terkirim)
    assert office.host.files()["data/situs.yml"] == b"kantor: Baru\nrepositori: x\n"
    assert office.host.files()["data/bukti/2026/teks.pdf"] == b"a\r\nb\r\n"
    assert ana.changed == []


def test_what_is_never_sent(office: Office, ana: Person) -> None:
    """Drafts, caches, true counts, what git ignores, and other repositories below the folder stay here."""
    kept = (
        "data-tertutup/2026/01.yml",
        ".zi-draf/a.yml",
        "data/.zi-catat-1",
        ".venv/x.py",
        "site/index.html",
        "lain/.git/HEAD",
    )
    for path in (*kept, "lain/isi.txt"):
        ana.write(path, b"x\n")
    assert ana.changed == []
    assert ana.send() == Terkirim((), (), ())
    assert set(office.host.files()) == {*FIRST, ".gitattributes", ".gitignore", "docs/tautan.md"}


def test_links_and_programs_survive(office: Office, ana: Person, budi: Person) -> None:
    """What another made a program or a link stays so in the history and in the folder."""
    budi.write("docs/baru.sh", b"#!/bin/sh\n")
    (budi.root / "docs" / "baru.sh").chmod(0o755)
    (budi.root / "docs" / "lain.md").symlink_to("../docs//index.md")
    assert isinstance(budi.send(), Terkirim)
    ana.write(RECORD, b"aksi: I.1\n")
    done = ana.send()
    assert isinstance(done, Terkirim)
    assert [item.path for item in done.dari_rekan] == ["docs/baru.sh", "docs/lain.md"]
    modes = git(office.host.central, "ls-tree", "-r", "main", "docs/").splitlines()
    assert [line.split()[0] for line in modes] == ["100755", "100644", "120000", "100755", "120000"]
    assert (ana.root / "docs" / "baru.sh").stat().st_mode & 0o100
    assert ana.status() == ""


def test_receive_sends_nothing(office: Office, ana: Person, budi: Person) -> None:
    """Another's record comes in under what is not sent here, which stays not sent and not committed."""
    ana.write(RECORD, b"aksi: I.1\n")
    ana.write("data/situs.yml", b"kantor: Ana\n")
    budi.write("data/2026/capaian/i-2_2026-02_cccccccc.yml", b"aksi: I.2\n")
    budi.send()
    assert ana.receive() == Diterima((BerkasBerubah("data/2026/capaian/i-2_2026-02_cccccccc.yml", "A"),))
    assert ana.changed == [f"A {RECORD}", "M data/situs.yml"]
    assert ana.status().splitlines() == ["M data/situs.yml", f"?? {RECORD}"]
    assert RECORD not in office.host.files()


def test_large_evidence_arrives(office: Office, ana: Person) -> None:
    """Three pieces of evidence, one of them 10 MB that can't be compressed, arrive (how soon: tests/benchmarks/sending.py)."""
    noise = random.Random(1).randbytes(10_000_000)
    for number in range(3):
        ana.write(f"data/bukti/2026/{number}.pdf", noise if number == 0 else noise[: 500_000 * number])
    assert isinstance(ana.send(), Terkirim)
    assert office.host.files()["data/bukti/2026/0.pdf"] == noise


def test_the_length_is_told(office: Office, ana: Person) -> None:
    """Also 10 MB are sent with their length, as proxies of offices want it."""
    use_address(ana.root, office.host.direct)
    ana.write("data/bukti/2026/besar.pdf", random.Random(1).randbytes(10_000_000))
    assert isinstance(ana.send(), Terkirim)


@pytest.mark.parametrize("rules", [b"* text=auto\n", b"* text eol=crlf\n", b""])
@pytest.mark.parametrize("autocrlf", ["true", "input"])
def test_evidence_survives_any_settings(office: Office, ana: Person, budi: Person, rules: bytes, autocrlf: str) -> None:
    """Whatever .gitattributes and git's settings say, evidence has the same bytes here, at the place and at another's."""
    evidence = b"%PDF\r\n\n\r"
    for person in (ana, budi):
        git(person.root, "config", "core.autocrlf", autocrlf)
    ana.write(".gitattributes", rules)
    ana.write("data/bukti/2026/teks.pdf", evidence)
    assert isinstance(ana.send(), Terkirim)
    assert isinstance(budi.receive(), Diterima)
    assert office.host.files()["data/bukti/2026/teks.pdf"] == (budi.root / "data/bukti/2026/teks.pdf").read_bytes() == evidence
    assert (ana.changed, budi.changed) == ([], [])
    ana.write("data/bukti/2026/unix.pdf", b"%PDF\n")  # now the rules stand at Budi's too, before it comes in
    assert isinstance(ana.send(), Terkirim)
    assert isinstance(budi.receive(), Diterima)
    assert (budi.root / "data/bukti/2026/unix.pdf").read_bytes() == b"%PDF\n"


def test_saved_in_one_moment(ana: Person) -> None:
    """A file that was saved in the same moment as git's list of the files is read again, whatever the list says of it."""
    ana.write(RECORD, b"aksi: I.1\n")
    ana.send()
    path = ana.root / ".git" / "index"
    index = Index(path)
    index[RECORD.encode()].sha = Blob.from_string(b"aksi: I.2\n").id
    index.write()
    moment = (ana.root / RECORD).stat().st_mtime_ns
    os.utime(path, ns=(moment, moment))
    assert ana.changed == []
    os.utime(path, ns=(moment + 10**9, moment + 10**9))
    assert ana.changed == [f"M {RECORD}"]  # of a later list it is believed: nothing is read twice


def test_a_disk_without_links_and_programs(office: Office, ana: Person, budi: Person) -> None:
    """On a disk as Windows', where a link is a file and nothing is a program, both stay in the history what they are."""
    for setting in ("core.filemode", "core.symlinks"):
        git(ana.root, "config", setting, "false")
    for name in ("docs/program.sh", "docs/tautan.md"):
        (ana.root / name).unlink()
    ana.write("docs/program.sh", b"#!/bin/sh\n")
    ana.write("docs/tautan.md", b"./index.md")
    assert ana.changed == []
    budi.write("docs/lain.sh", b"#!/bin/sh\n")
    (budi.root / "docs" / "lain.sh").chmod(0o755)
    (budi.root / "docs" / "dua.md").symlink_to("index.md")
    assert isinstance(budi.send(), Terkirim)
    ana.write("docs/program.sh", b"#!/bin/sh\nexit\n")
    assert isinstance(ana.send(), Terkirim)
    assert (ana.root / "docs" / "dua.md").read_bytes() == b"index.md"
    modes = {line.split("\t")[1]: line.split()[0] for line in git(office.host.central, "ls-tree", "-r", "main").splitlines()}
    assert [modes[f"docs/{name}"] for name in ("program.sh", "tautan.md", "lain.sh", "dua.md")] == ["100755", "120000"] * 2


def test_a_folder_that_never_had_a_commit(office: Office, ana: Person) -> None:
    """A folder from a ZIP that was made a repository, and told the place: what is alike is one, what is new is sent."""
    root = office.folder / "zip"
    shutil.copytree(ana.root, root, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    git(office.folder, "init", "--quiet", "--initial-branch", "main", str(root))
    git(root, "remote", "add", "origin", office.host.terbuka)
    keep_identity(root, Identitas("Ana", "ana@contoh.example"))
    person = Person(root, ana.vault)
    person.write(RECORD, b"aksi: I.1\n")
    done = person.send()
    assert isinstance(done, Terkirim), done
    assert [item.path for item in done.dikirim] == [RECORD]
    assert git(office.host.central, "log", "--format=%an", "main").splitlines() == ["Ana", "Uji"]
