"""Addresses of places, where access codes are kept, and commits by their names."""

from __future__ import annotations

from pathlib import Path

import keyring.backend
import pytest
from dulwich.repo import Repo
from support.host.sending_office import Office, Person
from support.zi_command import git
from zona.desk.sending.file_trees import commit_named, is_safe
from zona.desk.sending.remote_address import proposal_link, read_address
from zona.desk.sending.unsent import changed_since, data_at
from zona.desk.sending.vault import Akses, Vault, system_vault


class Ring:
    """A keyring in memory, as the system's; `broken`: each act fails, as where it is locked."""

    def __init__(self, *, broken: bool = False) -> None:
        self.broken, self.kept = broken, dict[tuple[str, str], str]()

    def _ask(self) -> None:
        if self.broken:
            raise keyring.errors.KeyringLocked("locked")

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        self.kept[service, username] = password


def test_codes_outlast_the_process_in_a_keyring() -> None:
    """What one run kept the next one finds, each origin's own."""
    ring = Ring()
    assert Vault(ring).put("https://a.example", Akses("ana", "kode"))
    assert (Vault(ring).get("https://a.example"), Vault(ring).get("https://a.example:8443")) == (Akses("ana", "kode"), None)


def test_codes_without_a_keyring() -> None:
    """Without a keyring, or with a locked one, codes last for this process, and that is told."""
    for vault in (Vault(), Vault(Ring(broken=True))):
        assert not vault.put("https://a.example", Akses("ana", "kode"))
        assert vault.get("https://a.example") == Akses("ana", "kode")


def test_no_keyring_that_writes_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the keyrings that are installed only the system's own are used, never one of files."""
    files = type("PlaintextKeyring", (Ring,), {"__module__": "keyrings.alt.file", "priority": 9})()
    own = type("WinVaultKeyring", (Ring,), {"__module__": "keyring.backends.Windows", "priority": 5})()
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: [files])
    assert not system_vault().put("https://a.example", Akses("ana", "kode"))
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: [files, own])
    assert system_vault().put("https://a.example", Akses("ana", "kode"))
    assert (len(own.kept), len(files.kept)) == (1, 0)


@pytest.mark.parametrize(
    ("text", "kind", "clean"),
    [
        ("https://Contoh.Example:443/a/b.git", "https", "https://contoh.example/a/b.git"),
        ("https://ana:k%40de@contoh.example/a", "https", "https://contoh.example/a"),
        ("git@contoh.example:a/b.git", "ssh", "ssh://contoh.example/a/b.git"),
        ("https://[::1]:8080/a", "https", "https://[::1]:8080/a"),
        ("C:\\Kantor\\pusat.git", "folder", "C:\\Kantor\\pusat.git"),
        ("/srv/pusat.git", "folder", "/srv/pusat.git"),
        ("file:///srv/pusat%20kantor.git", "folder", "/srv/pusat kantor.git"),
        ("\\\\peladen\\bersama\\pusat.git", "folder", "\\\\peladen\\bersama\\pusat.git"),
    ],
)
def test_addresses(text: str, kind: str, clean: str) -> None:
    """Every form that git takes is read; the clean form has no name and no code."""
    address = read_address(text)
    assert (address.skema, address.bersih) == (kind, clean)
    assert "k@de" not in repr(address)


def test_what_is_private() -> None:
    """A code is only sent where nobody reads it on the way: https, or this computer."""
    private = ("https://a.example/x", "http://127.0.0.1:8000/x", "http://localhost/x", "/srv/x")
    assert [text for text in (*private, "http://a.example/x", "git://a.example/x") if read_address(text).is_private] == [
        *private
    ]


def test_links_of_proposals() -> None:
    """A proposal is opened at GitHub and GitLab by a link; elsewhere none is made up."""
    branch = "usulan/2026-11-24-abc1234"
    github = read_address("https://github.com/kantor/situs.git")
    assert proposal_link(github, branch, "main") == f"https://github.com/kantor/situs/compare/main...{branch}?expand=1"
    gitlab = proposal_link(read_address("https://gitlab.com/kantor/situs"), branch, "main")
    assert gitlab == (
        "https://gitlab.com/kantor/situs/-/merge_requests/new?merge_request%5Bsource_branch%5D=usulan%2F2026-11-24-abc1234"
        "&merge_request%5Btarget_branch%5D=main"
    )
    assert proposal_link(read_address("https://git.contoh.example/a"), branch, "main") is None


def test_commits_by_their_names(office: Office, ana: Person) -> None:
    """A commit is found as git finds it, by each kind of name that people and workflows use; what is none is a `KeyError`."""
    ana.write("data/kanal.yml", b"x\n")
    ana.send()
    git(ana.root, "tag", "--annotate", "--message", "x", "v1", "HEAD~1")
    names = ("HEAD", "HEAD~1", "HEAD^", "main", "origin/main", "origin/main~1", "v1", "refs/heads/main", "@{0}")
    full = [git(ana.root, "rev-parse", name) for name in ("HEAD", "HEAD~1")]
    repo = Repo(str(ana.root))
    for name in (*names[:-1], *full, full[1][:8]):
        assert commit_named(repo, name).decode() == git(ana.root, "rev-parse", f"{name}^{{commit}}"), name
    for name in ("tidak-ada", "HEAD~9", "--help", "HEAD:data", "0" * 40, "", "é"):
        with pytest.raises(KeyError):
            commit_named(repo, name)
    repo.close()


def test_an_older_state(ana: Person, tmp_path: Path) -> None:
    """What changed since a commit, and the data as they were then; a link is unpacked as a file, and leads nowhere."""
    ana.write("data/kanal.yml", b"x\n")
    ana.write("docs/index.md", None)
    git(ana.root, "checkout", "--quiet", "--detach")
    assert [f"{item.jenis} {item.path}" for item in changed_since(ana.root, "main")] == ["A data/kanal.yml", "D docs/index.md"]
    assert data_at(ana.root, "main", tmp_path / "dulu")
    assert (tmp_path / "dulu" / "docs" / "index.md").read_bytes() == b"# Contoh\n"
    assert not (tmp_path / "dulu" / "data" / "kanal.yml").exists()
    assert not (tmp_path / "dulu" / "docs" / "tautan.md").is_symlink()


def test_paths_of_others() -> None:
    """No path of another's leaves the folder or reaches the history, on any system."""
    bad = (
        "../x",
        "data/../../x",
        ".git/config",
        "data/.GIT/x",
        "git~1/config",
        "/etc/x",
        "C:/x",
        "data\\..\\x",
        "data/x:y",
        "a//b",
    )
    assert [path for path in (*bad, "data/bukti/a b (1).pdf", ".gitignore") if is_safe(path)] == [
        "data/bukti/a b (1).pdf",
        ".gitignore",
    ]
