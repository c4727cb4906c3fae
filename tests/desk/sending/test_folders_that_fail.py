"""Sending from a folder that can't send as it is: each outcome, with nothing lost, and sent once the cause is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.host.sending_office import NOW, RECORD, Office, Person, then_sent
from support.zi_command import git
from zona.desk.sending.office_repository import (
    Identitas,
    OfficeRepository,
    keep_identity,
    suggested_identity,
    use_address,
)
from zona.desk.sending.outcomes import (
    BerkasTertahan,
    Gagal,
    PerluAlamatHttps,
    PerluIdentitas,
    RiwayatRusak,
    SedangMengirim,
    TanpaCabang,
    TanpaJaringan,
    TanpaPangkal,
    TanpaRepositori,
    TanpaTempat,
    Terkirim,
    Terkunci,
)
from zona.desk.sending.send import send
from zona.desk.sending.unsent import mark_handed_over
from zona.desk.sending.vault import Akses, Vault


@pytest.mark.parametrize(
    ("address", "better"),
    [
        ("git@github.com:kantor/situs.git", "https://github.com/kantor/situs.git"),
        ("ssh://git@gitlab.com:22/kantor/situs.git", "https://gitlab.com/kantor/situs.git"),
        ("http://contoh.example/situs.git", "https://contoh.example/situs.git"),
    ],
)
def test_other_ways_to_a_place(ready: Person, address: str, better: str) -> None:
    """For a place that is reached by ssh, or openly, the https address is offered; it is taken when told so."""
    use_address(ready.root, address)
    ended = ready.send()
    assert isinstance(ended, PerluAlamatHttps)
    assert ended.saran == better
    use_address(ready.root, better)
    assert OfficeRepository(ready.root).address == better


def test_who_sends(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sends is asked once, and kept in this repository alone; who works on this computer is a suggestion."""
    ana = office.person("ana", known=False)
    assert ana.send() == PerluIdentitas()
    (tmp_path / ".gitconfig").write_text("[user]\n\tname = Saran\n\temail = saran@contoh.example\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert (OfficeRepository(ana.root).identity, suggested_identity(ana.root)) == (
        None,
        Identitas("Saran", "saran@contoh.example"),
    )
    keep_identity(ana.root, Identitas("Tim Kerja", "tim@contoh.example"))
    assert OfficeRepository(ana.root).identity == Identitas("Tim Kerja", "tim@contoh.example")
    with pytest.raises(ValueError, match="tidak sah"):
        Identitas("Ana\n", "ana@contoh.example")


def test_folders_that_can_not_send(office: Office, ready: Person, tmp_path: Path) -> None:
    """A folder without history, without a place, or at an older state; and a history that lacks its beginning."""
    assert send(tmp_path, "x", NOW, Vault()) == TanpaRepositori()
    git(ready.root, "checkout", "--quiet", "--detach")
    assert ready.send() == TanpaCabang()
    git(ready.root, "checkout", "--quiet", "main")
    git(ready.root, "remote", "remove", "origin")
    assert ready.send() == TanpaTempat()
    assert ready.changed == [f"A {RECORD}"]
    use_address(ready.root, office.host.terbuka)
    assert isinstance(ready.send(), Terkirim)
    assert (ready.changed, office.host.files()[RECORD]) == ([], b"aksi: I.1\n")
    assert git(ready.root, "rev-parse", "origin/main") == git(ready.root, "rev-parse", "HEAD")


@pytest.mark.parametrize("depth", [1, 2])
def test_a_shallow_clone(office: Office, budi: Person, depth: int) -> None:
    """A copy without older history sends and takes over as any other, as long as it knows the state that both come from."""
    budi.write("data/kanal.yml", b"x\n")
    budi.send()
    root = office.folder / "dangkal"
    git(office.folder, "clone", "--quiet", "--depth", str(depth), f"file://{office.host.central}", str(root))
    git(root, "remote", "set-url", "origin", office.host.terbuka)
    ana = Person(root, budi.vault)
    keep_identity(root, Identitas("Ana", "ana@contoh.example"))
    budi.write("data/kanal.yml", b"y\n")
    budi.send()
    ana.write(RECORD, b"aksi: I.1\n")
    done = ana.send()
    assert isinstance(done, Terkirim)
    assert [item.path for item in done.dari_rekan] == ["data/kanal.yml"]


@pytest.mark.parametrize("shallow", [False, True])
def test_nothing_in_common(office: Office, ready: Person, shallow: bool) -> None:
    """Where this copy and the place have no state in common, that is said; `dangkal` tells why."""
    other = office.folder / "lain"
    git(office.folder, "init", "--quiet", "--initial-branch", "main", str(other))
    Person(other).write("x", b"x")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "lain")
    git(other, "push", "--quiet", "--force", str(office.host.central), "main")
    git(ready.root, "update-ref", "-d", "refs/remotes/origin/main")
    if shallow:
        (ready.root / ".git" / "shallow").write_text(git(ready.root, "rev-parse", "HEAD") + "\n", encoding="ascii")
    assert ready.send() == TanpaPangkal(dangkal=shallow)


def test_an_empty_place(office: Office, ready: Person) -> None:
    """A place that holds nothing yet gets the whole history."""
    git(office.host.central, "update-ref", "-d", "refs/heads/main")
    assert isinstance(ready.send(), Terkirim)
    assert office.host.files()[RECORD] == b"aksi: I.1\n"


@pytest.mark.parametrize("left", ["index.lock", "MERGE_HEAD"])
def test_git_is_at_work(office: Office, ready: Person, left: str) -> None:
    """What git left within an act of its own is named, and not touched."""
    lock = ready.root / ".git" / left
    lock.touch()
    ended = ready.send()
    assert isinstance(ended, Terkunci)
    assert (ended.berkas, lock.exists()) == (left, True)
    lock.unlink()
    then_sent(office, ready, ended, ended)


def test_two_sendings_at_once(office: Office, ready: Person) -> None:
    """A second sending of the same folder is told so, and harms nothing."""
    with OfficeRepository(ready.root).alone():
        ended = ready.send()
    then_sent(office, ready, ended, SedangMengirim())


def test_a_file_that_can_not_be_read(office: Office, ready: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program holds is named, with why."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == Path(RECORD).name:
            raise PermissionError(13, "x", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    ended = ready.send()
    monkeypatch.undo()
    then_sent(office, ready, ended, BerkasTertahan(RECORD, "tidak ada izin"))


def test_no_outcome_shows_a_code(office: Office, ready: Person) -> None:
    """Neither an access nor an outcome prints the code."""
    assert "kode" not in repr(Akses("ana", "kode-ana-1")).replace("kode=", "")
    ready.vault.put(office.host.asal, Akses("ana", "kode-yang-salah"))
    assert "kode-yang-salah" not in repr(ready.send())


def test_handed_over_without_a_place(ready: Person) -> None:
    """What was handed over as a package counts no more, until it changes."""
    git(ready.root, "remote", "remove", "origin")
    mark_handed_over(ready.root, ready.unsent().perubahan)
    assert ready.changed == []
    ready.write(RECORD, b"aksi: I.1\nuraian: x\n")
    assert ready.changed == [f"A {RECORD}"]


def test_outcomes_are_one_closed_set() -> None:
    """Every failure is one of `Gagal`: a desk that knows them all knows what to say."""
    assert len(Gagal.__args__) == 22


def test_a_name_is_locked(office: Office, ready: Person) -> None:
    """A lock of another program on the branch is named, and not taken away."""
    lock = ready.root / ".git" / "refs" / "heads" / "main.lock"
    lock.touch()
    ended = ready.send()
    assert isinstance(ended, Terkunci)
    assert (ended.berkas, lock.exists()) == ("main.lock", True)
    lock.unlink()
    then_sent(office, ready, ended, ended)


def test_a_damaged_history(office: Office, ready: Person) -> None:
    """A content that is lost from the history is kept anew from the folder; what can't be is told, and the files here stay."""
    use_address(ready.root, "https://tidak-ada.invalid/pusat.git")
    assert ready.send() == TanpaJaringan()
    use_address(ready.root, office.host.terbuka)

    def lose(name: str) -> None:
        lost = git(ready.root, "rev-parse", name)
        (ready.root / ".git" / "objects" / lost[:2] / lost[2:]).unlink()

    lose(f"HEAD:{RECORD}")
    assert isinstance(ready.send(), Terkirim)
    lose("HEAD^{tree}")
    assert isinstance(ready.send(), RiwayatRusak)
    assert (ready.root / RECORD).read_bytes() == b"aksi: I.1\n"
