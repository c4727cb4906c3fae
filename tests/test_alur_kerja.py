"""From a commit to the live site: the workflows say what anyone can do at a desk, and a rehearsal does it with real git."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from zi_command import PER_TANGGAL, ROOT, git, repository, zi

GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
DAY = PER_TANGGAL.isoformat()
RECORD = """aksi: I.3
periode: 2026-TW1
tanggal: 2026-03-30
hasil: selesai
uraian: Rapat evaluasi triwulan I.
bukti:
  - tautan: https://contoh.example/notulen
    judul: Notulen rapat
    jenis: notulen
dicatat_oleh: Tim Kerja Zona Integritas
diverifikasi_oleh: Sekretaris
"""


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of every job, in order."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def scripts(path: Path) -> list[str]:
    """Every line that the hosts run."""
    if path == GITLAB:
        jobs = yaml.safe_load(path.read_text(encoding="utf-8")).values()
        return [line for job in jobs if isinstance(job, dict) for line in job.get("script", ())]
    return [line for step in steps(path) for line in step.get("run", "").splitlines()]


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_hosts_accept_them(path: Path) -> None:
    """GitHub's and GitLab's own schemas accept the files."""
    schema = "vendor.gitlab-ci" if path == GITLAB else "vendor.github-workflows"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wrong_workflow_is_refused(tmp_path: Path) -> None:
    """The check above can fail."""
    (tmp_path / "w.yml").write_text("on: push\njobs: {a: {steps: []}}\n", encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(tmp_path / "w.yml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_least_that_is_needed(path: Path) -> None:
    """Actions are pinned by hash, secrets are not used, and only the job that publishes may write, and only pages."""
    text = path.read_text(encoding="utf-8")
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name) for name in used)
    assert "secrets." not in text
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert "concurrency" in workflow
    granted = [job["permissions"] for job in workflow["jobs"].values() if "permissions" in job]
    assert granted in ([], [{"pages": "write", "id-token": "write"}])
    assert not re.search(r"\$\{\{[^}]*(title|body|head_ref|head\.ref|message)", text)  # people's words stay out of shells


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_they_only_call_zi(path: Path) -> None:
    """Whatever a host does beside moving the result is a command that anyone can type."""
    moving = ("rm -rf public && mv site public",)
    lines = [line for line in scripts(path) if line not in moving]
    assert lines
    assert all("python3 scripts/zi.py " in line for line in lines)


def run(line: str, root: Path, tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a workflow's line in bash, with the environment that stands already in place of the one it would make."""
    shim = tmp_path / "alat" / "python3"
    shim.parent.mkdir(exist_ok=True)
    shim.write_text(f'#!/bin/sh\nshift\nexec "{sys.executable}" scripts/perintah.py "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    known = {"PATH": f"{shim.parent}:/usr/bin:/bin", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "ZI_PER_TANGGAL": DAY}
    return subprocess.run(
        ["bash", "-e", "-c", line], cwd=root, env=known | environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.skipif(shutil.which("bash") is None, reason="hosts run their lines in bash")
@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_their_lines_pass_on_a_clean_clone(path: Path, tmp_path: Path) -> None:
    """Every line of a workflow, in its order, passes in a clone; the tests themselves are left out, being what runs now."""
    root = repository(tmp_path / "proyek")
    given = {"GITHUB_STEP_SUMMARY": str(tmp_path / "ringkasan.md"), "DASAR": "HEAD", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}
    for line in scripts(path):
        if "zi.py uji" not in line:
            done = run(line, root, tmp_path, **given)
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    if path.name == "usulan.yml":
        assert "Apa yang berubah" in (tmp_path / "ringkasan.md").read_text(encoding="utf-8")
        assert (root / "site" / "index.html").is_file()
    if path == GITLAB:
        assert (root / "masalah-data.json").read_text(encoding="utf-8") == "[]\n"
        assert (root / "public" / "SHA256SUMS").is_file()


def test_rehearsal(tmp_path: Path) -> None:
    """Proposed with a slip, refused while the old site stays; mended, told, merged, published, and taken back."""
    root, www = repository(tmp_path / "proyek"), tmp_path / "www"
    record = root / "data" / "2026" / "capaian" / "i-3_2026-TW1.yml"

    def do(*arguments: str) -> subprocess.CompletedProcess[str]:
        return zi(*arguments, "--per-tanggal", DAY, root=root)

    def publish() -> None:
        for command in (("bangun",), ("periksa", "--terbit"), ("terbitkan", "--ke", str(www))):
            done = do(*command)
            assert done.returncode == 0, done.stdout + done.stderr
        assert zi("verifikasi", str(www), root=root).returncode == 0

    def told() -> str:
        return (www / "rencana-aksi" / "2026" / "i-3" / "index.html").read_text(encoding="utf-8")

    publish()
    before = told()
    git(root, "switch", "--quiet", "--create", "usulan")
    record.write_text(RECORD.replace("selesai", "selsai", 1), encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "catat I.3")
    bad = do("periksa", "--anotasi", "github")
    assert bad.returncode == 1
    assert bad.stdout.startswith("::error file=data/2026/capaian/i-3_2026-TW1.yml,line=4,")
    assert do("bangun").returncode == 1
    assert zi("verifikasi", str(www), root=root).returncode == 0
    assert told() == before

    record.write_text(RECORD, encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "betulkan")
    summary = do("usulan", "--dasar", "main")
    assert "- I.3 Triwulan I 2026: belum dilaporkan → terpenuhi" in summary.stdout
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "gabung", "usulan")
    publish()
    assert "Rapat evaluasi triwulan I." in told()

    done = do("terbitkan", "--ke", str(www), "--kembalikan")
    assert done.returncode == 0, done.stderr
    assert told() == before
    assert zi("verifikasi", str(www), root=root).returncode == 0
