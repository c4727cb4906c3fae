"""What git keeps of the project: no cache, and evidence byte for byte."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import periksa
import perintah
import pytest
from click.testing import CliRunner
from zi_command import ROOT
from zona.intake.skeleton import git_attributes
from zona.records.capaian import BENTUK_BUKTI

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in an empty repository `asal`, with nothing of whoever runs the tests."""
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}

    def run(*arguments: object, folder: str = "asal") -> str:
        command = ["git", "-c", "user.name=Uji", "-c", "user.email=uji@example.org", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=tmp_path / folder, env=environment, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    (tmp_path / "asal").mkdir()
    run("init", "--quiet", "--initial-branch=main")
    return run


@pytest.mark.parametrize("annotated", [False, True])
def test_a_cache_in_a_commit_is_refused(annotated: bool, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`periksa` says so, and how it is taken out again, before anything of it is read; on the code host beside its file."""
    monkeypatch.setattr(periksa, "ROOT", tmp_path / "asal")
    monkeypatch.setattr(periksa, "read_findings", lambda *_: (_ for _ in ()).throw(AssertionError("read")))
    (tmp_path / "asal" / ".zi-cache").mkdir()
    (tmp_path / "asal" / ".zi-cache" / "a.kept").write_bytes(b"x")
    (tmp_path / "asal" / ".gitignore").write_text(".zi-cache/\n", encoding="utf-8")
    git("add", "--force", ".zi-cache/a.kept")
    done = CliRunner().invoke(perintah.zi, ["periksa", *(("--anotasi", "github") if annotated else ())])
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == (
        ".zi-cache/a.kept:1: simpanan sementara ikut disimpan git (1 berkas); "
        "jalankan git rm -r --cached .zi-cache, lalu kirim (commit)"
    )
    assert done.stdout.startswith("::error file=.zi-cache/a.kept,line=1" if annotated else "")
    git("rm", "-r", "--cached", ".zi-cache")
    assert isinstance(CliRunner().invoke(perintah.zi, ["periksa"]).exception, SystemExit)
    with pytest.raises(AssertionError, match="read"):
        periksa.periksa.callback(data=None, contoh=False, per_tanggal=None, terbit=False, keluaran="", anotasi=None)  # type: ignore[misc]


def test_without_git_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in a folder that git does not keep, nor on a computer without git."""
    (tmp_path / ".zi-cache").mkdir()
    periksa.refuse_tracked_cache(tmp_path)
    monkeypatch.setenv("PATH", "")
    periksa.refuse_tracked_cache(ROOT)


# What git takes for text: no NUL, and line ends of both kinds. A PDF without compressed streams is like that.
TEXTLIKE = b"%PDF-1.4\n1 0 obj\r\n<< /Type /Catalog >>\nendobj\r\n%%EOF\n"


@pytest.mark.parametrize("kind", ["proyek", "kantor-baru"])
@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
def test_evidence_survives_git(kind: str, autocrlf: str, git: Git, tmp_path: Path) -> None:
    """Evidence has the same SHA-256 in every clone, also on a computer that changes line ends; text has line feeds there."""
    base = tmp_path / "asal"
    if kind == "proyek":
        shutil.copy(ROOT / ".gitattributes", base)
        data = "data/"
    else:
        (base / ".gitattributes").write_text(git_attributes(), encoding="utf-8")
        data = ""
    names = [f"{data}bukti/2026/a.{ending}" for ending in (*BENTUK_BUKTI, "lain")] + ["tests/contoh/a.pdf", "docs/a.webp"]
    for name in (*names, f"{data}situs.yml"):
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_bytes(b"a: 1\nb: 2\n" if name.endswith("yml") else TEXTLIKE)
    git("-c", f"core.autocrlf={autocrlf}", "add", ".")
    git("commit", "--quiet", "--message", "Uji")
    git("clone", "--quiet", "--config", f"core.autocrlf={autocrlf}", "asal", "salinan", folder=".")
    sums = {hashlib.sha256((tmp_path / "salinan" / name).read_bytes()).hexdigest() for name in names}
    assert sums == {hashlib.sha256(TEXTLIKE).hexdigest()}
    assert (tmp_path / "salinan" / data / "situs.yml").read_bytes() == b"a: 1\nb: 2\n"
    assert git("status", "--porcelain", folder="salinan") == ""
