"""The package of what is not sent: exactly the changed files, the same bytes for the same content, and handed over once."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from support.host.sending_office import FIRST, Person
from support.zi_command import git
from zona.desk.sending.outcomes import BerkasTertahan, Stopped
from zona.desk.sending.unsent import TautanUnggah, mark_handed_over, unsent, upload_links, write_package

RECORD, EVIDENCE, OLD = "data/2026/capaian/i-1_2026-02_bbbbbbbb.yml", "data/bukti/2026/baru.pdf", "data/bukti/2026/lama.pdf"


def packed(root: Path) -> bytes:
    """The package of a folder."""
    stream = io.BytesIO()
    write_package(root, unsent(root), stream)
    return stream.getvalue()


def contents(package: bytes) -> dict[str, bytes]:
    """What is in a package, by path."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def changed(ana: Person) -> Person:
    """Ana's clone, with a new record, evidence, a changed and a removed file."""
    ana.write(RECORD, b"aksi: I.1\r\n")
    ana.write(EVIDENCE, b"%PDF\r\n")
    ana.write("data/situs.yml", b"kantor: Baru\n")
    ana.write(OLD, None)
    return ana


def test_exactly_what_changed(changed: Person) -> None:
    """New and changed files in their folders, as the history would keep them; what is to be removed is listed in words."""
    found = contents(packed(changed.root))
    text = found.pop("BACA-DULU.txt").decode()
    assert found == {RECORD: b"aksi: I.1\n", EVIDENCE: b"%PDF\r\n", "data/situs.yml": b"kantor: Baru\n"}
    assert f"Berkas yang harus dihapus (1):\r\n  {OLD}\r\n" in text
    assert f"Berkas baru (2):\r\n  {RECORD}\r\n  {EVIDENCE}\r\n" in text
    assert "Berkas yang isinya berubah (1):\r\n  data/situs.yml\r\n" in text


def test_same_content_same_bytes(changed: Person, tmp_path: Path) -> None:
    """The package does not tell when or where it was made."""
    first = packed(changed.root)
    shutil.copytree(changed.root, tmp_path / "lain", symlinks=True)
    (tmp_path / "lain" / RECORD).touch()
    assert packed(tmp_path / "lain") == first


def test_where_to_put_it(changed: Person) -> None:
    """One link for each folder that gets files, at the hosts whose pages are known; none elsewhere."""
    belum = changed.unsent()
    assert upload_links(belum, "https://github.com/kantor/situs", "main") == (
        TautanUnggah("data/2026/capaian", "https://github.com/kantor/situs/upload/main/data/2026/capaian", 1),
        TautanUnggah("data/bukti/2026", "https://github.com/kantor/situs/upload/main/data/bukti/2026", 1),
        TautanUnggah("data", "https://github.com/kantor/situs/upload/main/data", 1),
    )
    gitlab = upload_links(belum, "https://gitlab.com/kantor/situs/", "utama")
    assert gitlab[0].tautan == "https://gitlab.com/kantor/situs/-/tree/utama/data/2026/capaian"
    assert upload_links(belum, "https://git.contoh.example/situs", "main") == upload_links(belum, None, "main") == ()


def test_a_folder_without_history(changed: Person) -> None:
    """Of a folder from a ZIP all of the office's files are packed; once handed over, only what changes after."""
    shutil.rmtree(changed.root / ".git")
    changed.write("data-tertutup/2026/01.yml", b"x")
    changed.write("data/.zi-catat-1/x.yml", b"x")
    kept = {path for path in FIRST if path != OLD}
    assert set(contents(packed(changed.root))) == kept | {RECORD, EVIDENCE, "BACA-DULU.txt"}
    mark_handed_over(changed.root, unsent(changed.root).perubahan)
    assert unsent(changed.root).berkas == ()
    changed.write(RECORD, b"aksi: I.1\nuraian: x\n")
    assert set(contents(packed(changed.root))) == {RECORD, "BACA-DULU.txt"}


def test_handed_over_then_taken_in(changed: Person) -> None:
    """A handed-over file that is removed again, or changed back to what is there, is told or is no change."""
    mark_handed_over(changed.root, changed.unsent().perubahan)
    assert (changed.changed, len(changed.unsent().diserahkan)) == ([], 4)
    changed.write("data/situs.yml", FIRST["data/situs.yml"])
    changed.write(OLD, FIRST[OLD] + b"x")
    assert changed.changed == [f"M {OLD}"]
    assert git(changed.root, "status", "--porcelain", "--", ".zi-diserahkan.json") == ""


def test_handed_over_and_gone_on_with(changed: Person, budi: Person) -> None:
    """What was handed over, accepted and then changed by others is a change again where it is set back here."""
    mark_handed_over(changed.root, changed.unsent().perubahan)
    for content in (b"kantor: Baru\n", b"kantor: Lebih baru\n"):
        budi.write("data/situs.yml", content)
        budi.send()
    changed.receive()
    changed.write("data/situs.yml", b"kantor: Baru\n")
    assert changed.changed == ["M data/situs.yml"]


def test_a_file_that_changes_meanwhile(changed: Person) -> None:
    """A file that is saved between the list and the package is named; no package says another thing than the list."""
    belum = changed.unsent()
    changed.write(RECORD, b"lain\n")
    with pytest.raises(Stopped) as stopped:
        write_package(changed.root, belum, io.BytesIO())
    assert stopped.value.hasil == BerkasTertahan(RECORD, "baru saja berubah")
