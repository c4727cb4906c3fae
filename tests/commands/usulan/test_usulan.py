"""A proposal, as the one who approves it sees it: problems beside their lines, and what changes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.periksa import for_github, for_gitlab
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from support.zi_command import PER_TANGGAL, git, zi
from zona.problems import Line, Problem, shown

DAY = PER_TANGGAL.isoformat()
BAD = "tests/cases/buruk"
Usulan = Callable[[str], Result]


def test_annotations_for_github() -> None:
    """Every problem of bad data is one annotation with file and line; the sentences for people stay on standard error."""
    done = zi("periksa", "--data", BAD, "--anotasi", "github")
    *problems, _ = done.stderr.splitlines()
    lines = done.stdout.splitlines()
    assert (done.returncode, len(lines)) == (1, len(problems))
    places = [re.fullmatch(r"::error file=([^,:]+),line=(\d+),title=Data perlu diperbaiki::.+", line) for line in lines]
    assert [f"{place[1]}:{place[2]}" for place in places if place] == [":".join(line.split(":")[:2]) for line in problems]


def test_annotations_for_gitlab() -> None:
    """GitLab gets its report as standard output: one issue a problem, an empty list for good data."""
    done = zi("periksa", "--data", BAD, "--anotasi", "gitlab")
    issues = json.loads(done.stdout)
    assert (done.returncode, len(issues)) == (1, len(done.stderr.splitlines()) - 1)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    good = zi("periksa", "--per-tanggal", DAY, "--anotasi", "gitlab")
    assert (good.returncode, json.loads(good.stdout), good.stderr.startswith("Data baik")) == (0, [], True)


@given(st.text(), st.text(), st.text())
def test_nothing_breaks_out_of_an_annotation(path: str, masalah: str, saran: str) -> None:
    """Whatever was typed, an annotation is one line and its properties hold no sign that would end them."""
    text = for_github([Problem(Line(path), masalah, saran)])
    assert (text.count("\n"), text.endswith("\n"), "\r" in text) == (1, True, False)
    properties = text.removeprefix("::error ").partition("::")[0]
    assert properties.count(",") == 2
    assert json.loads(for_gitlab([Problem(Line(path), masalah, saran)]))[0]["location"]["path"] == shown(path)


@pytest.fixture
def usulan(zi: Callable[..., Result]) -> Usulan:
    """The command, with the commit that a proposal is compared with."""
    return lambda dasar: zi("usulan", "--dasar", dasar, "--per-tanggal", DAY)


def test_usulan_tells_what_changes(root: Path, usulan: Usulan, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proposal that verifies the one record tells the new state and the new number; without changes it says so."""
    same = usulan("main")
    assert (same.exit_code, "Tidak ada berkas yang berubah" in same.stdout) == (0, True), same.stderr
    record = next((root / "data" / "2026" / "capaian").glob("*.yml"))
    record.unlink()
    for file in (root / "data" / "bukti" / "2026").iterdir():
        file.unlink()
    done = usulan("main")
    assert done.exit_code == 0, done.stderr
    assert re.search(r"^- I\.2 Januari 2026: .+ → belum dilaporkan$", done.stdout, re.MULTILINE)
    assert "- I.2 Januari 2026: laporan dihapus" in done.stdout
    assert re.search(r"^- `data/bukti/2026/\S+` dihapus$", done.stdout, re.MULTILINE)
    monkeypatch.setenv("PATH", "")
    without_git = usulan("main")
    assert (without_git.exit_code, without_git.stdout) == (0, done.stdout), without_git.stderr


def test_usulan_without_readable_base(root: Path, usulan: Usulan) -> None:
    """An unknown commit is one sentence; a base without readable data is said, and the proposal can still be judged."""
    unknown = usulan("tidak-ada")
    assert (unknown.exit_code, "Traceback" in unknown.stderr) == (1, False)
    assert unknown.stderr.startswith("Commit pembanding “tidak-ada” tidak bisa dibaca")
    good = (root / "data" / "situs.yml").read_bytes()
    (root / "data" / "situs.yml").write_text("kantor: [", encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "rusak")
    (root / "data" / "situs.yml").write_bytes(good)
    done = usulan("main")
    assert (done.exit_code, "tidak bisa dibandingkan" in done.stdout) == (0, True), done.stderr


def test_usulan_tells_a_changed_mapping(root: Path, usulan: Usulan) -> None:
    """A mapping to the LKE that is changed and confirmed is told value by value: the row that is gone, who confirmed, when."""
    path = root / "data" / "2026" / "lke.yml"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("baris: [II.1, II.2, II.5]", "baris: [II.1, II.2]", 1)
    changed = changed.replace("tahun: 2026\n", "tahun: 2026\nditegaskan: {oleh: Sekretaris, tanggal: 2026-11-20}\n", 1)
    path.write_text(changed, encoding="utf-8")
    done = usulan("main")
    assert done.exit_code == 0, done.stdout + done.stderr
    assert "#### Isi `data/2026/lke.yml`" in done.stdout
    assert "- `pemetaan.A.1.V.i.a langsung.baris`: `II.5` → dihapus" in done.stdout
    assert "- `ditegaskan.oleh`: tidak ada → `Sekretaris`" in done.stdout
    assert "- `ditegaskan.tanggal`: tidak ada → `2026-11-20`" in done.stdout
