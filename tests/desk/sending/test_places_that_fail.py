"""Sending to a place that fails or refuses: each outcome, with nothing lost here, and sent once the cause is gone."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from support.host.git_server import CODES
from support.host.sending_office import RECORD, Office, Person, then_sent
from support.zi_command import git
from zona.desk.sending.office_repository import (
    Identitas,
    keep_identity,
    use_address,
)
from zona.desk.sending.outcomes import (
    Diusulkan,
    KodeDiterima,
    KodeDitolak,
    PerluKode,
    SandiDikeluarkan,
    TanpaJaringan,
    TempatDiam,
    TempatHilang,
    TempatMenolak,
    TempatPindah,
    TempatTerputus,
    TempatTidakAman,
    Terkirim,
)
from zona.desk.sending.send import try_access
from zona.desk.sending.vault import Akses, Vault


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


def test_a_place_that_proves_nothing(office: Office, ready: Person, tmp_path: Path) -> None:
    """A host whose certificate nobody vouches for hears neither the code nor the data."""
    key, made = tmp_path / "kunci.pem", tmp_path / "sertifikat.pem"
    names = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    command = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(key), "-out", str(made))
    subprocess.run([*command, *names], check=True, capture_output=True)
    safe = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    safe.load_cert_chain(made, key)
    heard: list[bytes] = []
    with listening(heard, safe) as port:
        use_address(ready.root, f"https://127.0.0.1:{port}/pusat.git")
        ready.vault.put(f"https://127.0.0.1:{port}", Akses("ana", CODES["ana"]))
        ended = ready.send()
    assert heard == []
    use_address(ready.root, office.host.terbuka)
    then_sent(office, ready, ended, TempatTidakAman())


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
def listening(heard: list[bytes], safe: ssl.SSLContext | None = None) -> Iterator[int]:
    """A port of another host, which keeps what it hears."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)

        def listen() -> None:
            try:
                with server.accept()[0] as connection:
                    heard.append((safe.wrap_socket(connection, server_side=True) if safe else connection).recv(4096))
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
    ready.now += timedelta(days=1)
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
