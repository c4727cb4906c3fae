"""How sending ends where it can't go through: each outcome, with nothing lost here, and sent once the cause is gone."""

from __future__ import annotations

import socket
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.git_server import CODES
from support.sending_office import NOW, Office, Person
from support.zi_command import git
from zona.desk.sending.office_repository import (
    Identitas,
    OfficeRepository,
    identity_of,
    keep_identity,
    suggested_identity,
    use_address,
)
from zona.desk.sending.outcomes import (
    BerkasTertahan,
    Diusulkan,
    Gagal,
    KodeDiterima,
    KodeDitolak,
    PerluAlamatHttps,
    PerluIdentitas,
    PerluKode,
    SandiDikeluarkan,
    SedangMengirim,
    TanpaCabang,
    TanpaJaringan,
    TanpaPangkal,
    TanpaRepositori,
    TanpaTempat,
    TempatDiam,
    TempatHilang,
    TempatMenolak,
    TempatPindah,
    TempatTerputus,
    Terkirim,
    Terkunci,
)
from zona.desk.sending.send import send, try_access
from zona.desk.sending.unsent import mark_handed_over
from zona.desk.sending.vault import Akses, Vault

RECORD = "data/2026/capaian/i-1_2026-02_bbbbbbbb.yml"


@pytest.fixture
def ready(ana: Person) -> Person:
    """Ana, with a record to send."""
    ana.write(RECORD, b"aksi: I.1\n")
    return ana


def then_sent(office: Office, person: Person, ended: object, wanted: object) -> None:
    """It ended so, the record is still here and not sent; and the next sending brings it, once."""
    assert ended == wanted
    assert ((person.root / RECORD).read_bytes(), person.changed) == (b"aksi: I.1\n", [f"A {RECORD}"])
    office.host.mood = ""
    assert isinstance(person.send(), Terkirim)
    assert git(office.host.central, "log", "--format=%an", "main").splitlines() == ["Ana", "Uji"]
    assert (person.status(), person.changed) == ("", [])


def test_no_network(office: Office, ready: Person) -> None:
    """Nobody answers at the address: kept, and sent by the next act."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    use_address(ready.root, f"http://127.0.0.1:{free}/pusat.git")
    ended = ready.send()
    use_address(ready.root, office.host.terbuka)
    then_sent(office, ready, ended, TanpaJaringan())


def test_no_such_name(office: Office, ready: Person) -> None:
    """A host's name that is not found is no network."""
    use_address(ready.root, "https://tidak-ada.invalid/pusat.git")
    ended = ready.send()
    use_address(ready.root, office.host.terbuka)
    then_sent(office, ready, ended, TanpaJaringan())


def test_what_was_taken_back_is_not_published(office: Office, ready: Person) -> None:
    """A record that was to be sent, and was taken back before it went, stands in no public history."""
    use_address(ready.root, "https://tidak-ada.invalid/pusat.git")
    assert ready.send() == TanpaJaringan()
    ready.write(RECORD, None)
    ready.write("data/kanal.yml", b"x\n")
    assert ready.send() == TanpaJaringan()
    use_address(ready.root, office.host.terbuka)
    assert isinstance(ready.send(), Terkirim)
    assert RECORD not in git(office.host.central, "log", "--name-only", "--format=", "main")


@pytest.mark.parametrize("mood", ["hang", "vanish", "portal", "down"])
def test_a_place_that_fails(office: Office, ready: Person, mood: str) -> None:
    """A place that says nothing, breaks off within a push, answers with a page to sign in, or is out of order."""
    wanted = {"hang": TempatDiam(1), "portal": TempatHilang(office.host.terbuka)}
    office.host.mood = mood
    then_sent(office, ready, ready.send(patience=1), wanted.get(mood, TempatTerputus()))


def test_it_vanishes_after_it_took_everything(office: Office, ready: Person) -> None:
    """Where the answer to a push is lost, the next act finds that all has arrived, and sends nothing twice."""
    office.host.hook("post-receive", "sleep 3")
    assert ready.send(patience=1) == TempatDiam(1)
    office.host.hook("post-receive", "")
    assert isinstance(ready.send(), Terkirim)
    assert git(office.host.central, "log", "--format=%an", "main").splitlines() == ["Ana", "Uji"]
    assert (ready.status(), ready.changed) == ("", [])


def test_codes(office: Office) -> None:
    """Without a code one is asked for; a wrong one is refused, and one that may only read is told apart; the right one is kept
    once it was tried. Readers of an open repository are not asked."""
    ana = office.person("ana", known=False)
    keep_identity(ana.root, Identitas("Ana", "ana@contoh.example"))
    assert try_access(ana.root, Akses("ana", "salah"), ana.vault) == KodeDitolak(office.host.asal, tanpa_hak=False)
    assert try_access(ana.root, Akses("pembaca", CODES["pembaca"]), ana.vault) == KodeDitolak(office.host.asal, tanpa_hak=True)
    ana.receive()
    ana.write(RECORD, b"aksi: I.1\n")
    assert ana.send() == PerluKode(office.host.asal)
    ana.vault.put(office.host.asal, Akses("ana", "salah"))
    assert ana.send() == KodeDitolak(office.host.asal, tanpa_hak=False)
    ana.vault.put(office.host.asal, Akses("pembaca", CODES["pembaca"]))
    assert ana.send() == KodeDitolak(office.host.asal, tanpa_hak=True)
    assert try_access(ana.root, Akses("ana", CODES["ana"]), ana.vault) == KodeDiterima(office.host.asal, tetap=False)
    assert isinstance(ana.send(), Terkirim)
    assert not [path for path in (ana.root / ".git").rglob("*") if path.is_file() and b"kode-ana-1" in path.read_bytes()]


def test_a_closed_repository(office: Office) -> None:
    """A repository that only members may read asks for the code at once, and is used with it."""
    ana = office.person("ana", address=office.host.tertutup)
    ana.write(RECORD, b"aksi: I.1\n")
    ana.vault, known = Vault(), ana.vault
    assert ana.send() == PerluKode(office.host.asal)
    ana.vault = known
    assert isinstance(ana.send(), Terkirim)


@pytest.mark.parametrize("written", ["ana:kode-ana-1", "ghp_rahasia"])
def test_a_code_in_the_address(office: Office, ready: Person, written: str) -> None:
    """A code that stands in the address, also in the place of the name, is taken out of it and kept where codes are."""
    use_address(ready.root, office.host.terbuka.replace("//", f"//{written}@"))
    assert ready.send() == SandiDikeluarkan(office.host.asal, tetap=False)
    kept = ready.vault.get(office.host.asal)
    assert kept == (Akses("ana", "kode-ana-1") if ":" in written else Akses("x-access-token", "ghp_rahasia"))
    config = (ready.root / ".git" / "config").read_text(encoding="utf-8")
    assert (written in config, office.host.terbuka in config) == (False, True)


def test_a_redirect_to_another_host(office: Office, ready: Person) -> None:
    """Another host, to which the place leads, gets neither the code nor the data, and is named."""
    heard: list[bytes] = []
    with listening(heard) as port:
        office.host.mood, office.host.leads_to = "elsewhere", f"http://127.0.0.1:{port}"
        ended = ready.send()
        assert isinstance(ended, TempatPindah)
        assert ended.alamat.startswith(office.host.leads_to)
    assert heard == []
    assert set(office.host.seen) == {"Basic " + b64encode(b"ana:kode-ana-1").decode()}
    then_sent(office, ready, ended, ended)


@contextmanager
def listening(heard: list[bytes]) -> Iterator[int]:
    """A port of another host, which keeps what it hears."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)

        def listen() -> None:
            try:
                with server.accept()[0] as connection:
                    heard.append(connection.recv(4096))
            except OSError:
                return

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


def test_a_protected_branch(office: Office, ready: Person) -> None:
    """Where the branch takes no push, mine is sent as a proposal of a name that says the day; asked again it is the same one.
    It counts as handed over until it is changed; accepted, it is sent."""
    office.host.protect()
    done = ready.send()
    assert isinstance(done, Diusulkan)
    assert done.cabang.startswith("usulan/2026-11-24-")
    assert (done.tautan, "GH006" in done.kata, done.dikirim[0].path) == (None, True, RECORD)
    assert office.host.files(done.cabang)[RECORD] == b"aksi: I.1\n"
    assert RECORD not in office.host.files()
    assert (ready.changed, list(ready.unsent().diserahkan)) == ([], [RECORD])
    again = ready.send()
    assert isinstance(again, Diusulkan)
    assert again.cabang == done.cabang
    ready.write(RECORD, b"aksi: I.1\nuraian: x\n")
    assert ready.changed == [f"A {RECORD}"]
    ready.write(RECORD, b"aksi: I.1\n")
    office.host.hook("update", "")
    git(office.host.central, "update-ref", "refs/heads/main", done.cabang)
    assert isinstance(ready.send(), Terkirim)
    assert (ready.unsent().berkas, ready.unsent().diserahkan) == ((), {})


def test_a_hook_that_refuses_all(office: Office, ready: Person) -> None:
    """Where the place refuses the proposal too, its own words are there for the pengelola."""
    office.host.hook("pre-receive", "echo tidak boleh >&2; exit 1")
    ended = ready.send()
    assert isinstance(ended, TempatMenolak)
    assert "tidak boleh" in ended.kata
    office.host.hook("pre-receive", "")
    then_sent(office, ready, ended, ended)


def test_a_place_that_is_none(office: Office, ready: Person, tmp_path: Path) -> None:
    """An address that keeps no repository, by https or in a folder."""
    for address in (f"{office.host.asal}/terbuka/lain.git", str(tmp_path / "tidak-ada")):
        use_address(ready.root, address)
        assert ready.send() == TempatHilang(address)


def test_a_folder_as_place(office: Office, ready: Person) -> None:
    """A repository in a folder, as on an office's network, needs no code and no git program."""
    use_address(ready.root, str(office.host.central))
    assert isinstance(ready.send(), Terkirim)
    assert office.host.files()[RECORD] == b"aksi: I.1\n"


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
    assert (identity_of(ana.root), suggested_identity(ana.root)) == (None, Identitas("Saran", "saran@contoh.example"))
    keep_identity(ana.root, Identitas("Tim Kerja", "tim@contoh.example"))
    assert identity_of(ana.root) == Identitas("Tim Kerja", "tim@contoh.example")
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
