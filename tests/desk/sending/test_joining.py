"""Two people who send to one place, in every order: what both wrote arrives, or is asked; nothing is overwritten."""

from __future__ import annotations

import pytest
from dulwich.objects import ObjectID
from support.host.sending_office import FIRST, Office, Person
from support.zi_command import git
from zona.desk.sending.outcomes import BerkasTertahan, Diterima, DuaCatatan, IsianBerbeda, Keduanya, PilihanIsian, Terkirim
from zona.desk.sending.transport import Transport
from zona.findings.scrutiny import BerkasBerubah

SITUS, OLD = "data/situs.yml", "data/2026/capaian/i-1_2026-01_aaaaaaaa.yml"
MINE, THEIRS = "data/2026/capaian/i-1_2026-02_bbbbbbbb.yml", "data/2026/capaian/i-1_2026-02_cccccccc.yml"
OTHER = "data/2026/capaian/i-3_2026-02_dddddddd.yml"


def sent(person: Person) -> Terkirim:
    """Send, and it must arrive."""
    done = person.send()
    assert isinstance(done, Terkirim), done
    return done


def asked(person: Person) -> IsianBerbeda:
    """Send; one file must be asked for, nothing sent, and no file here changed."""
    before = person.files()
    done = person.send()
    assert isinstance(done, Keduanya), done
    assert person.files() == before
    return done.berkas[0]


def test_records_of_both_arrive(office: Office, ana: Person, budi: Person) -> None:
    """Whoever sends second takes over the other's record and sends their own on top: a line of commits with both authors."""
    budi.write(OTHER, b"aksi: I.3\n")
    sent(budi)
    ana.write(MINE, b"aksi: I.1\n")
    assert sent(ana) == Terkirim((BerkasBerubah(MINE, "A"),), (BerkasBerubah(OTHER, "A"),), ())
    assert (ana.root / OTHER).read_bytes() == b"aksi: I.3\n"
    assert git(office.host.central, "log", "--format=%an", "main").splitlines() == ["Ana", "Budi", "Uji"]
    assert budi.receive() == Diterima((BerkasBerubah(MINE, "A"),))
    assert ana.files() == budi.files()
    assert (ana.status(), budi.status()) == ("", "")


def test_two_records_of_one_period(ana: Person, budi: Person) -> None:
    """Two records of one action and period are both sent, and named."""
    budi.write(THEIRS, b"aksi: I.1\nuraian: b\n")
    sent(budi)
    ana.write(MINE, b"aksi: I.1\nuraian: a\n")
    assert sent(ana).dua_catatan == (DuaCatatan(MINE, THEIRS),)


@pytest.mark.parametrize("mine", [True, False])
def test_both_change_a_file(office: Office, ana: Person, budi: Person, mine: bool) -> None:
    """A file that both changed is shown as it was and as each has it, with nothing sent; the choice is then what is everywhere.
    What was not chosen of mine is in no history that is public, and not lost here."""
    budi.write(SITUS, b"kantor: Budi\n")
    sent(budi)
    ana.write(SITUS, b"kantor: Ana\n")
    ana.write(MINE, b"aksi: I.1\n")
    found = asked(ana)
    assert (found.path, found.semula) == (SITUS, FIRST[SITUS].decode())
    assert (found.milik_saya, found.milik_rekan) == ("kantor: Ana\n", "kantor: Budi\n")
    assert office.host.files()[SITUS] == b"kantor: Budi\n"
    assert MINE not in office.host.files()
    assert isinstance(ana.send(pilihan={SITUS: PilihanIsian(found.sidik, saya=mine)}), Terkirim)
    chosen = b"kantor: Ana\n" if mine else b"kantor: Budi\n"
    assert office.host.files()[SITUS] == (ana.root / SITUS).read_bytes() == chosen
    assert office.host.files()[MINE] == b"aksi: I.1\n"
    contents = git(office.host.central, "log", "-p", "main", "--", SITUS)
    assert ("kantor: Ana" in contents) is mine
    assert "kantor: Ana" in git(ana.root, "log", "-p", "--all", "--", SITUS)
    assert ana.status() == ""


def test_a_choice_is_for_the_versions_that_were_seen(ana: Person, budi: Person) -> None:
    """Where the other sends again before the choice, it is asked anew."""
    budi.write(SITUS, b"kantor: Budi\n")
    sent(budi)
    ana.write(SITUS, b"kantor: Ana\n")
    found = asked(ana)
    budi.write(SITUS, b"kantor: Budi lagi\n")
    sent(budi)
    again = ana.send(pilihan={SITUS: PilihanIsian(found.sidik, saya=True)})
    assert isinstance(again, Keduanya)
    assert again.berkas[0].milik_rekan == "kantor: Budi lagi\n"


@pytest.mark.parametrize("deletes", ["ana", "budi"])
def test_one_deletes_what_the_other_changed(office: Office, ana: Person, budi: Person, deletes: str) -> None:
    """A file that one removed and the other changed is asked, whoever was first; the choice holds."""
    budi.write(SITUS, None if deletes == "budi" else b"kantor: Budi\n")
    sent(budi)
    ana.write(SITUS, None if deletes == "ana" else b"kantor: Ana\n")
    found = asked(ana)
    assert (found.milik_saya is None, found.milik_rekan is None) == (deletes == "ana", deletes == "budi")
    assert isinstance(ana.send(pilihan={SITUS: PilihanIsian(found.sidik, saya=True)}), Terkirim)
    assert office.host.files().get(SITUS) == (None if deletes == "ana" else b"kantor: Ana\n")
    assert (ana.root / SITUS).exists() is (deletes != "ana")


def test_both_delete_or_write_the_same(office: Office, ana: Person, budi: Person) -> None:
    """What both removed is gone, and what both wrote alike is there once; nobody is asked."""
    for person in (budi, ana):
        person.write(OLD, None)
        person.write(MINE, b"aksi: I.1\n")
        sent(person)
    assert (OLD in office.host.files(), office.host.files()[MINE]) == (False, b"aksi: I.1\n")
    assert git(office.host.central, "log", "--format=%an", "main").splitlines() == ["Budi", "Uji"]


def test_both_make_a_file_of_one_name(ana: Person, budi: Person) -> None:
    """A new file of one name with different contents is asked; there was none before."""
    budi.write("data/kanal.yml", b"b\n")
    sent(budi)
    ana.write("data/kanal.yml", b"a\n")
    assert asked(ana).semula is None


def test_a_deletion_comes_in(ana: Person, budi: Person) -> None:
    """What the other removed is gone here too, with the folder that it was alone in; what is not kept there stays."""
    budi.write("data/bukti/2026/lama.pdf", None)
    sent(budi)
    ana.write("data/bukti/.zi-catat-9", b"x")
    assert ana.receive() == Diterima((BerkasBerubah("data/bukti/2026/lama.pdf", "D"),))
    assert not (ana.root / "data" / "bukti" / "2026").exists()
    assert (ana.root / "data" / "bukti" / ".zi-catat-9").exists()


def test_gone_on_with_after_a_squash(office: Office, ana: Person, budi: Person) -> None:
    """Where mine was accepted as another commit, and another verified it, theirs came out of mine: nothing is asked."""
    ana.write(MINE, b"aksi: I.1\n")
    office.host.protect()
    ana.send()
    office.host.hook("update", "")
    budi.write(MINE, b"aksi: I.1\n")
    sent(budi)
    budi.write(MINE, b"aksi: I.1\nverifikasi: ya\n")
    sent(budi)
    ana.write(OTHER, b"aksi: I.3\n")
    assert sent(ana).dikirim == (BerkasBerubah(OTHER, "A"),)
    assert (ana.root / MINE).read_bytes() == b"aksi: I.1\nverifikasi: ya\n"


def test_a_history_written_anew_takes_nothing_back(office: Office, ana: Person, budi: Person) -> None:
    """Where the pengelola took a file out of the whole history, a later sending from here does not bring it back."""
    budi.write("data/bukti/2026/rahasia.pdf", b"nomor telepon\n")
    sent(budi)
    ana.receive()
    git(budi.root, "reset", "--quiet", "--hard", "HEAD~1")
    budi.write("docs/lain.md", b"lain\n")
    git(budi.root, "add", "--all")
    git(budi.root, "commit", "--quiet", "--message", "tanpa berkas itu")
    git(budi.root, "push", "--quiet", "--force", str(office.host.central), "main")
    ana.write(MINE, b"aksi: I.1\n")
    sent(ana)
    assert "data/bukti/2026/rahasia.pdf" not in git(office.host.central, "log", "--name-only", "--format=", "main")
    assert not (ana.root / "data/bukti/2026/rahasia.pdf").exists()
    assert office.host.files()[MINE] == b"aksi: I.1\n"


def test_a_history_written_anew_is_taken_over_once(office: Office, ana: Person, budi: Person) -> None:
    """A run that was killed when it had taken over such a history, but not noted so yet, leaves nothing to ask."""
    budi.write("data/bukti/2026/rahasia.pdf", b"nomor telepon\n")
    sent(budi)
    ana.receive()
    old = git(ana.root, "rev-parse", "origin/main")
    git(budi.root, "reset", "--quiet", "--hard", "HEAD~1")
    budi.write(SITUS, b"kantor: Budi\n")
    git(budi.root, "commit", "--quiet", "--all", "--message", "anew")
    git(budi.root, "push", "--quiet", "--force", str(office.host.central), "main")
    ana.receive()
    git(ana.root, "update-ref", "refs/remotes/origin/main", old)
    ana.write(SITUS, b"kantor: Ana\n")
    assert sent(ana).dikirim == (BerkasBerubah(SITUS, "M"),)
    assert "data/bukti/2026/rahasia.pdf" not in git(office.host.central, "log", "--name-only", "--format=", "main")


def test_others_are_faster_within_a_push(office: Office, ana: Person, budi: Person) -> None:
    """Somebody who sends between my fetch and my push is taken over too, in the same act."""
    ana.write(MINE, b"aksi: I.1\n")
    budi.write(OTHER, b"aksi: I.3\n")
    git(budi.root, "add", "--all")
    git(budi.root, "commit", "--quiet", "--message", "sela")
    git(budi.root, "push", "--quiet", str(office.host.central), "HEAD:refs/heads/lain")
    # The first push finds the branch moved: the hook of the host does what a faster person would.
    other = git(budi.root, "rev-parse", "HEAD")
    office.host.hook("pre-receive", f"rm hooks/pre-receive; env -u GIT_QUARANTINE_PATH git update-ref refs/heads/main {other}")
    assert sent(ana).dari_rekan == (BerkasBerubah(OTHER, "A"),)
    assert {MINE, OTHER} <= set(office.host.files())


def test_a_clock_that_is_wrong(office: Office, ana: Person, budi: Person) -> None:
    """A computer whose clock is a year ahead, and one a year behind, send in turns without loss."""
    budi.now = budi.now.replace(year=2027)
    ana.now = ana.now.replace(year=2025)
    for number in range(3):
        for person in (budi, ana):
            person.write(f"data/{person.root.name}{number}.yml", b"x\n")
            sent(person)
    assert sum(path.startswith(("data/ana", "data/budi")) for path in office.host.files()) == 6


def test_a_file_for_one_and_a_folder_for_the_other(ana: Person, budi: Person) -> None:
    """Where one made a folder of what is a file here, that is said, and nothing is lost."""
    budi.write("data/baru/isi.yml", b"x\n")
    sent(budi)
    ana.write("data/baru", b"x\n")
    assert ana.send() == BerkasTertahan("data/baru", "pada rekan Anda ini folder, di sini berkas")
    assert (ana.root / "data" / "baru").read_bytes() == b"x\n"


def test_a_file_in_the_way(ana: Person, budi: Person) -> None:
    """A file that is here and not kept, at the place of another's new file, is not overwritten; nothing else comes in."""
    budi.write("data/kanal.yml", b"b\n")
    budi.write("site/index.html", b"budi\n")
    git(budi.root, "add", "--force", "--all")
    sent(budi)
    ana.write("site/index.html", b"ana\n")
    ana.write(MINE, b"aksi: I.1\n")
    before = ana.files()
    assert ana.send() == BerkasTertahan("site/index.html", "terus berubah selama dikirim")
    assert ana.files() == before


def test_a_file_that_is_saved_meanwhile(ana: Person, budi: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved here while the other's version comes in is not overwritten: it is asked, as if it had been saved before."""
    budi.write(SITUS, b"kantor: Budi\n")
    sent(budi)
    ana.write(MINE, b"aksi: I.1\n")
    fetch = Transport.fetch

    def fetch_slowly(way: Transport, branch: str) -> ObjectID | None:
        found = fetch(way, branch)
        ana.write(SITUS, b"kantor: Ana\n")
        return found

    monkeypatch.setattr(Transport, "fetch", fetch_slowly)
    done = ana.send()
    assert isinstance(done, Keduanya)
    assert done.berkas[0].milik_saya == "kantor: Ana\n"
    assert (ana.root / SITUS).read_bytes() == b"kantor: Ana\n"


def test_what_is_there_already_is_not_told(office: Office, ana: Person, budi: Person) -> None:
    """What another program fetched and is here alike is not unsent; nor are others' new files removed here."""
    for person in (ana, budi):
        person.write(MINE, b"aksi: I.1\n")
    budi.write(OTHER, b"aksi: I.3\n")
    sent(budi)
    git(ana.root, "fetch", "--quiet", str(office.host.central), "main:refs/remotes/origin/main")
    assert ana.changed == []
