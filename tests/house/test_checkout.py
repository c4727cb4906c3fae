"""What git keeps of the project: no cache, and evidence byte for byte."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import app
import pytest
from cli import periksa
from click.testing import CliRunner
from small.office_data import row, write_kantor
from support.zi_command import ROOT, git, zi
from zona.intake.skeleton import git_attributes
from zona.records.capaian.capaian import BENTUK_BUKTI


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty repository."""
    root = tmp_path / "asal"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    return root


@pytest.mark.parametrize("annotated", [False, True])
def test_a_cache_in_a_commit_is_refused(annotated: bool, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`periksa` says so, and how it is taken out again, before anything of it is read; on the code host beside its file."""
    monkeypatch.setattr(periksa, "ROOT", project)
    monkeypatch.setattr(periksa, "read_findings", lambda *_: (_ for _ in ()).throw(AssertionError("read")))
    (project / ".zi-cache").mkdir()
    (project / ".zi-cache" / "a.kept").write_bytes(b"x")
    (project / ".gitignore").write_text(".zi-cache/\n", encoding="utf-8")
    git(project, "add", "--force", ".zi-cache/a.kept")
    done = CliRunner().invoke(app.zi, ["periksa", *(("--anotasi", "github") if annotated else ())])
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == (
        ".zi-cache/a.kept:1: simpanan sementara ikut disimpan git (1 berkas); "
        "jalankan git rm -r --cached .zi-cache, lalu kirim (commit)"
    )
    assert done.stdout.startswith("::error file=.zi-cache/a.kept,line=1" if annotated else "")
    git(project, "rm", "-r", "--cached", ".zi-cache")
    with pytest.raises(AssertionError, match="read"):
        periksa.periksa.callback(data=None, contoh=False, per_tanggal=None, terbit=False, keluaran="", anotasi=None)  # type: ignore[misc]


def test_true_counts_of_complaints_are_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git keeps a month with true counts, the gate says where, what that means, and how to take it out."""
    monkeypatch.setattr(periksa, "ROOT", project)
    month = project / "data-tertutup" / "2026" / "pengaduan" / "01.yml"
    month.parent.mkdir(parents=True)
    month.write_text("bulan: 2026-01\n", encoding="utf-8")
    git(project, "add", "--force", "data-tertutup")
    done = CliRunner().invoke(app.zi, ["periksa"])
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == (
        "data-tertutup/2026/pengaduan/01.yml:1: angka pengaduan sebenarnya ikut disimpan git, sehingga terbuka bagi siapa pun "
        "yang melihat repositorinya (1 berkas); jalankan git rm -r --cached data-tertutup, lalu kirim (commit); "
        "yang sudah terkirim tinggal di riwayat: baca “Melaporkan jumlah pengaduan” dalam panduan"
    )
    git(project, "rm", "-r", "--quiet", "--cached", "data-tertutup")
    periksa.refuse_tracked_counts(project / "data")


def test_another_offices_true_counts_are_refused(project: Path) -> None:
    """The folder is called after the data folder: two offices beside each other share nothing, and each is looked at; what is
    made up is kept on purpose."""
    office = write_kantor(project / "kantor", {2026: [row("I.1")]})
    (project / "kantor-tertutup").mkdir()
    (project / "kantor-tertutup" / "a.yml").write_text("a: 1\n", encoding="utf-8")
    git(project, "add", "kantor-tertutup")
    done = zi("periksa", "--data", str(office), "--per-tanggal", "2026-02-01")
    assert done.returncode == 1
    assert "jalankan git rm -r --cached kantor-tertutup" in done.stderr
    write_kantor(project / "contoh", {2026: [row("I.1")]}, situs={"contoh": True})
    (project / "kantor-tertutup").rename(project / "contoh-tertutup")
    git(project, "add", "contoh-tertutup")
    assert zi("periksa", "--data", str(project / "contoh"), "--per-tanggal", "2026-02-01").returncode == 0


def test_without_git_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in a folder that git does not keep, nor on a computer without git."""
    (tmp_path / ".zi-cache").mkdir()
    periksa.refuse_tracked_cache(tmp_path)
    periksa.refuse_tracked_counts(tmp_path / "data")
    monkeypatch.setenv("PATH", "")
    periksa.refuse_tracked_cache(ROOT)


# What git takes for text: no NUL, and line ends of both kinds. A PDF without compressed streams is like that.
TEXTLIKE = b"%PDF-1.4\n1 0 obj\r\n<< /Type /Catalog >>\nendobj\r\n%%EOF\n"


@pytest.mark.parametrize("kind", ["proyek", "kantor-baru"])
@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
def test_evidence_survives_git(kind: str, autocrlf: str, project: Path, tmp_path: Path) -> None:
    """Evidence has the same SHA-256 in every clone, also on a computer that changes line ends; text has line feeds there."""
    if kind == "proyek":
        shutil.copy(ROOT / ".gitattributes", project)
    else:
        (project / ".gitattributes").write_text(git_attributes(), encoding="utf-8")
    names = [f"data/bukti/2026/a.{ending}" for ending in (*BENTUK_BUKTI, "lain")] + ["tests/contoh/a.pdf", "docs/a.webp"]
    for name in (*names, "data/situs.yml"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(b"a: 1\nb: 2\n" if name.endswith("yml") else TEXTLIKE)
    git(project, "-c", f"core.autocrlf={autocrlf}", "add", ".")
    git(project, "commit", "--quiet", "--message", "Uji")
    git(tmp_path, "clone", "--quiet", "--config", f"core.autocrlf={autocrlf}", "asal", "salinan")
    sums = {hashlib.sha256((tmp_path / "salinan" / name).read_bytes()).hexdigest() for name in names}
    assert sums == {hashlib.sha256(TEXTLIKE).hexdigest()}
    assert (tmp_path / "salinan" / "data" / "situs.yml").read_bytes() == b"a: 1\nb: 2\n"
    assert git(tmp_path / "salinan", "status", "--porcelain") == ""
