"""What the tests need from the system: found, brought, or asked for; never silently left out."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import programs, system_tools
from support.zi_command import ROOT, zi


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A machine without any of the programs; the calls of other programs are kept instead of made."""
    calls: list[list[str]] = []
    lock = tmp_path / "package-lock.json"
    lock.write_text("{}", encoding="utf-8")
    (tmp_path / "node_modules").mkdir()
    monkeypatch.setattr(programs, "FOLDER", tmp_path)
    monkeypatch.setattr(programs, "MODULES", tmp_path / "node_modules")
    monkeypatch.setattr(programs, "MARK", tmp_path / "node_modules" / "zi-terpasang.txt")
    monkeypatch.setattr(programs.shutil, "which", lambda *_, **__: None)
    run = SimpleNamespace(run=lambda command, **_: calls.append(command) or SimpleNamespace(returncode=0), DEVNULL=-3)
    monkeypatch.setattr(programs, "subprocess", run)
    return calls


def test_says_how(bare: list[list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing may be installed, each missing program is named with how to get it, and nothing is run."""
    programs.prepare()
    told = capsys.readouterr().err
    assert not bare
    for program in programs.PROGRAMS.values():
        assert f"apt install {program.package}" in told
    assert "ZI_CHROMIUM" in told


def test_brings_what_is_missing(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it may, it asks the package manager for exactly what is missing, then npm for what the lock names, once."""
    have = {"java", "chromium"}
    monkeypatch.setattr(programs, "may_install", lambda: True)
    monkeypatch.setattr(programs.shutil, "which", lambda name, **_: f"/x/{name}" if name in have else None)
    monkeypatch.setattr(programs, "install", lambda packages: (bare.append(packages), have.update({"nginx", "node", "npm"})))
    programs.prepare()
    assert bare[0] == ["nginx-light", "apache2-bin", "poppler-utils", "nodejs", "npm"]
    assert [call[1:3] for call in bare[1:]] == [["ci", "--ignore-scripts"]]
    programs.prepare()
    assert len(bare) == 3  # pdftotext and apache2 are still missing and asked for again; npm is not
    (programs.FOLDER / "package-lock.json").write_text('{"lain": 1}', encoding="utf-8")
    have.add("pdftotext")
    programs.prepare()
    assert bare[-1][1] == "ci"


@pytest.mark.parametrize(("account", "ci", "expected"), [(0, "", True), (1000, "", False), (1000, "true", True)])
def test_who_may_install(account: int, ci: str, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may use the package manager; another account only in CI, where nobody is asked for a password."""
    calls: list[list[str]] = []
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(programs.shutil, "which", lambda name, **_: f"/x/{name}")
    monkeypatch.setattr(programs.os, "geteuid", lambda: account)
    monkeypatch.setattr(programs, "subprocess", SimpleNamespace(run=lambda call, **_: calls.append(call), DEVNULL=-3))
    assert programs.may_install() is expected
    programs.install(["nginx-light"])
    assert calls[1][: 2 if account else 1] == (["sudo", "-n"] if account else ["env"])
    assert calls[1][-1] == "nginx-light"


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_missing_is_seen(ci: str, outcome: type[BaseException], bare: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test whose tool is missing is skipped with a sentence that says how to get it; in CI it fails."""
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="apt install nginx-light"):
        system_tools.program("nginx")
    with pytest.raises(outcome, match="npm ci"):
        system_tools.module("vnu-jar/x")


def test_npm_lock_pins_everything_by_hash() -> None:
    """Each package that npm brings has an exact version and a hash, no address, and its scripts are never run."""
    lock = json.loads((ROOT / "tests" / "npm" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path: item for path, item in lock["packages"].items() if path}
    assert len(packages) > 50
    assert all(item["integrity"].startswith("sha512-") and "resolved" not in item for item in packages.values())
    wanted = json.loads((ROOT / "tests" / "npm" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in wanted.values())
    assert "--ignore-scripts" in programs.NPM
    ignored = subprocess.run(["git", "check-ignore", "-q", "tests/npm/node_modules/x"], cwd=ROOT, check=False)
    assert ignored.returncode in (0, 128)  # 128: no repository here, as in an unpacked archive


def test_ci_runs_what_the_readme_says() -> None:
    """CI runs the README's commands and nothing of its own."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith(("#", "set ", "cd ", "export "))]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert commands == ["python3 scripts/zi.py bangun", "python3 scripts/zi.py uji"]
    assert all(command in readme for command in commands)
    assert "export CI=true" in script


def test_fast_run_is_the_core() -> None:
    """`uji --cepat` runs the core's tests, and nothing that needs a browser, a build or another program."""
    done = zi("uji", "--cepat", "--collect-only", "--assert=plain")  # nothing is run: no assertion need be prepared to explain
    assert done.returncode == 0, done.stdout
    folders = {line.split("/")[1] for line in done.stdout.splitlines() if line.startswith("tests/")}
    assert folders == {"records", "findings", "outputs", "delivery"}
