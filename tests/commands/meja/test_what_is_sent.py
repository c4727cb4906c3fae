"""Kirim shows what will be sent, all of it, and sends nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from small.desk_client import desk_client, get, post
from small.sent_form import fields_sent
from support.recording import PERAN, evidence, office, options, record_of, run
from support.zi_command import git
from zona.desk.sending.office_repository import Identitas, keep_identity, use_address
from zona.desk.sending.unsent import begin_history


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of an office with its history, sent once to a place."""
    root = tmp_path / "situs"
    office(root / "data")
    (root / "mkdocs.yml").write_text("a: 1\n", encoding="utf-8")
    begin_history(root, "Uji")
    git(tmp_path, "init", "--quiet", "--bare", "tempat.git")
    use_address(root, f"{tmp_path}/tempat.git")
    keep_identity(root, Identitas("Tim", "tim@contoh.go.id"))
    branch = git(root, "branch", "--show-current").strip()
    git(root, "push", "--quiet", "origin", branch)
    git(root, "fetch", "--quiet", "origin")
    return root


@pytest.fixture
def client(root: Path) -> FlaskClient:
    return desk_client(root / "data", PERAN[0])


def page(client: FlaskClient) -> str:
    return get(client, "/kirim/").get_data(as_text=True)


def there(root: Path) -> str:
    """The newest files at the place."""
    return git(root.parent / "tempat.git", "ls-tree", "-r", "--name-only", git(root, "branch", "--show-current").strip())


def test_files_beside_the_data_are_shown(client: FlaskClient, root: Path) -> None:
    """A file of the program or of its workflows that somebody changes after the desk looked is shown before it is sent."""
    assert "Tidak ada yang menunggu dikirim" in page(client)
    (root / "mkdocs.yml").write_text("a: 2\n", encoding="utf-8")
    (root / ".github").mkdir()
    (root / ".github" / "kirim.yml").write_text("x\n", encoding="utf-8")
    assert "mkdocs.yml diubah" in page(client)
    assert ".github/kirim.yml ditambahkan" in page(client)


def test_nothing_is_sent_that_was_not_shown(client: FlaskClient, root: Path) -> None:
    """What changed after the page was opened is not sent by its button: the page comes again, with it in the list; then it is
    sent."""
    (root / "mkdocs.yml").write_text("a: 2\n", encoding="utf-8")
    shown = fields_sent(page(client), tindakan="kirim")
    (root / "jahat.py").write_text("x = 1\n", encoding="utf-8")
    answer = post(client, "/kirim/", shown)
    assert answer.status_code == 422
    again = answer.get_data(as_text=True)
    assert "jahat.py ditambahkan" in again
    assert "jahat.py" not in there(root)
    (fresh,) = re.findall(r'name="terlihat" value="(\w+)"', again)
    assert "Terkirim" in post(client, "/kirim/", {"tindakan": "kirim", "terlihat": fresh}).get_data(as_text=True)
    assert "jahat.py" in there(root)


def test_a_history_that_stands_on_no_branch(client: FlaskClient, root: Path, tmp_path: Path) -> None:
    """Where the folder's history tells nothing, the desk doesn't say that all is sent: everything counts, the package holds it,
    and no record that may be public is taken back."""
    run(root / "data", *options(evidence(tmp_path)))
    git(root, "checkout", "--quiet", "--detach")
    assert "Tidak ada yang menunggu" not in page(client)
    assert "Semua perubahan sudah dikirim" not in get(client, "/").get_data(as_text=True)
    assert len(get(client, "/kirim/paket.zip").data) > 1000
    assert post(client, "/kirim/diserahkan/", {}).status_code == 303
    name = Path(record_of(root / "data")).name
    assert post(client, f"/betulkan/{name}", {"cara": "batalkan"}).status_code == 422
    assert (root / "data" / record_of(root / "data")).exists()


@pytest.mark.parametrize("left", [b"", b"x", b"x\x9c"])
@pytest.mark.parametrize("harm", ["HEAD", "objects"])
def test_a_broken_history(client: FlaskClient, root: Path, harm: str, left: bytes) -> None:
    """Where the history can't be read, as after the power went, every page works still, and Kirim hands out the package."""
    for path in (root / ".git").rglob(harm if harm == "HEAD" else "objects/??/*"):
        path.chmod(0o600)
        path.write_bytes(left)
    client.application.extensions["meja"].memory.clear()
    for address in ("/", "/betulkan/", "/verifikasi/", "/kirim/", "/kirim/paket.zip"):
        assert get(client, address).status_code == 200, address


def test_a_folder_without_a_history(tmp_path: Path) -> None:
    """A record that came with the folder, as it was downloaded, may be public: it is not taken back as if nobody had it. One
    that was written at this desk is."""
    data = office(tmp_path / "data")
    run(data, *options(evidence(tmp_path)))
    client = desk_client(data, PERAN[0])
    old = Path(record_of(data)).name
    deed = {"aksi": "I.2", "periode": "2026-TW1", "hari": "20", "bulan": "2", "tahun": "2026", "uraian": "Rapat."}
    assert post(client, "/catat/", {**deed, "hasil": "berjalan", "tindakan": "simpan"}).status_code == 302
    (new,) = (path.name for path in (data / "2026/capaian").glob("i-2_*.yml"))
    assert post(client, f"/betulkan/{old}", {"cara": "batalkan"}).status_code == 422
    assert post(client, f"/betulkan/{new}", {"cara": "batalkan"}).status_code == 303


def test_a_first_sending_that_fails(tmp_path: Path) -> None:
    """Where the place was never reached, everything waits still, and the button is there, however often it was pressed."""
    data = office(tmp_path / "data")
    begin_history(tmp_path, "Uji")
    use_address(tmp_path, f"{tmp_path}/tidak-ada.git")
    keep_identity(tmp_path, Identitas("Tim", "tim@contoh.go.id"))
    client = desk_client(data, PERAN[0])
    for _ in range(2):
        assert "Tempat kirim tidak ada" in post(client, "/kirim/", {"tindakan": "kirim"}).get_data(as_text=True)
        assert "Tidak ada yang menunggu dikirim" not in page(client)
        assert "Kirim sekarang" in page(client)
        assert "Semua perubahan sudah dikirim" not in get(client, "/").get_data(as_text=True)


@pytest.mark.parametrize(
    ("nama", "kode"), [("ana", "“glpat-RAHASIA”"), ("ana", "glpat-\u00a0RAHASIA"), ("“ana”", "glpat-RAHASIA")]
)
def test_a_code_that_was_pasted_wrong(client: FlaskClient, root: Path, nama: str, kode: str) -> None:
    """A code with signs that no code has is told so beside its field, and stands in no answer and no file."""
    answer = post(client, "/kirim/", {"tindakan": "kode", "nama": nama, "kode": kode})
    assert answer.status_code == 422
    assert "salin lagi" in answer.get_data(as_text=True)
    assert "RAHASIA" not in answer.get_data(as_text=True)
    assert not [path for path in root.rglob("*") if path.is_file() and b"RAHASIA" in path.read_bytes()]
