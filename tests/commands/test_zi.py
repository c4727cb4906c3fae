"""`zi.py` before its environment stands: what a fresh machine meets."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from types import SimpleNamespace

import environment
import pytest
from support.zi_command import ROOT


@pytest.mark.parametrize(
    "name",
    [
        "scripts/zi.py",
        "scripts/environment.py",
        "scripts/cli/uji/needs_tests.py",
        "hooks/zona/refusal.py",
        "hooks/zona/__init__.py",
    ],
)
def test_standard_library_only(name: str) -> None:
    """Until the environment is made, only the standard library is imported, and the words for what the system refuses."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names | {"environment", "cli", "zona"}


def test_old_pythons_can_read_it() -> None:
    """zi.py is plain enough for Pythons that can't run the rest: no f-string, no annotation, only ASCII."""
    text = (ROOT / "scripts" / "zi.py").read_text(encoding="ascii")
    kinds = {type(node) for node in ast.walk(ast.parse(text))}
    assert not kinds & {ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match}


def test_old_python_gets_one_sentence(tmp_path: Path) -> None:
    """An older Python hears which version is needed and where to get it, and nothing else."""
    text = (ROOT / "scripts" / "zi.py").read_text(encoding="ascii")
    trial = tmp_path / "zi.py"
    trial.write_text(text.replace("sys.version_info", "(3, 9, 1)"), encoding="ascii")
    done = subprocess.run([sys.executable, str(trial), "bangun"], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"Situs ini memerlukan Python 3\.11 atau yang lebih baru; .*3\.9\. Pasang dari .+\n", done.stderr)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(13, "Permission denied", ".venv"), ".venv: tidak ada izin"),
        (subprocess.CalledProcessError(1, ["pip"]), "paketnya tidak dapat dipasang"),
    ],
    ids=["izin", "pip"],
)
def test_no_environment_is_a_sentence(
    fault: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the environment can't be made, the reason is a sentence in Indonesian."""

    def fail(**_: object) -> Path:
        raise fault

    monkeypatch.setattr(environment, "ready_python", fail)
    assert environment.run(["periksa"]) == 1
    assert capsys.readouterr().err.startswith(f"Lingkungan Python tidak dapat disiapkan: {said}")


def test_installs_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is made when it is missing or its lock has changed, and is otherwise left alone; the tests' packages come
    only with `uji`, and on top of the others."""
    calls: list[str] = []
    lock, test_lock = tmp_path / "requirements.lock", tmp_path / "requirements-uji.lock"
    for path in (lock, test_lock):
        path.write_text("", encoding="utf-8")

    def run(command: list[str], **_: object) -> None:
        assert {"--require-hashes", "--only-binary=:all:"} <= set(command)
        calls.append(Path(command[-1]).name)

    monkeypatch.setattr(environment, "LOCK", lock)
    monkeypatch.setattr(environment, "TEST_LOCK", test_lock)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    # An environment without pip is made in a twentieth of the time; nothing is installed here anyway.
    monkeypatch.setattr(environment, "venv", SimpleNamespace(EnvBuilder=lambda **_: venv.EnvBuilder(clear=True)))
    monkeypatch.setattr(environment, "subprocess", SimpleNamespace(run=run))
    python = environment.ready_python(tests=False)
    assert (python.is_file(), calls) == (True, [lock.name])
    assert (environment.ready_python(tests=False), calls) == (python, [lock.name])
    environment.ready_python(tests=True)
    environment.ready_python(tests=True)
    assert calls == [lock.name, test_lock.name]
    test_lock.write_text("# lain\n", encoding="utf-8")
    environment.ready_python(tests=False)
    assert calls == [lock.name, test_lock.name]
    lock.write_text("# lain\n", encoding="utf-8")
    environment.ready_python(tests=True)
    assert calls == [lock.name, test_lock.name, lock.name, test_lock.name]


def pinned(lock: str) -> dict[str, str]:
    """Each package of a lock with its version; every one has hashes, and none names a host."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert all(re.match(r"[a-z0-9.-]+==\S+", block) and "--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    return dict(re.match(r"([a-z0-9.-]+)==(\S+)", block).groups() for block in blocks)  # type: ignore[union-attr]


def test_locks_pin_everything_by_hash() -> None:
    """Every requirement of both locks has an exact version and hashes; what both need has one version; and no tool of the tests
    is among what a build installs."""
    build, tests = pinned("requirements.lock"), pinned("requirements-uji.lock")
    assert {"mkdocs", "pydantic", "typst"} <= build.keys()
    assert all(tests[name] == build[name] for name in build.keys() & tests.keys())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = (project["project"]["dependencies"], project["dependency-groups"]["uji"])
    named = [{re.match(r"[a-z0-9.-]+", item)[0] for item in items} for items in groups]  # type: ignore[index]
    assert (named[0] - build.keys(), named[1] - tests.keys(), named[1] & build.keys()) == (set(), set(), set())


def test_dependencies_have_reasons() -> None:
    """Each dependency of pyproject.toml says in a comment what it is for."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.")[0]
    lines = re.findall(r'^  "[a-z].*$', text, re.MULTILINE)
    assert len(lines) >= 14
    assert all(re.search(r"# \w+", line) for line in lines)


def test_no_bash_and_no_unix_paths() -> None:
    """The commands work on Windows: nothing in them needs a shell or a Unix folder."""
    for path in (ROOT / "scripts").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "shell=True" not in text
        assert not re.search(r"[\"'](/usr|/bin|/tmp|bash|sh)\b", text)
        assert not [line for line in text.splitlines() if re.search(r"(?<!os)\.open\((?!.*(encoding=|\"[rwx]+b\"))", line)]
