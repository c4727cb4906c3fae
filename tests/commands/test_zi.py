"""`zi.py` before its environment stands: what a fresh machine meets."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import environment
import installing
import pytest
from installing import NotInstalled
from support.zi_command import ROOT


@pytest.mark.parametrize(
    "name",
    [
        "scripts/zi.py",
        "scripts/environment.py",
        "scripts/installing.py",
        "scripts/places.py",
        "scripts/working.py",
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
    assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names | {
        "environment",
        "installing",
        "places",
        "working",
        "cli",
        "zona",
    }


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
        (NotInstalled("pypi.org tidak bisa dihubungi"), "pypi.org tidak bisa dihubungi"),
        (subprocess.CalledProcessError(1, ["ensurepip"]), "Python ini tidak bisa membuatnya"),
        (KeyboardInterrupt(), "dihentikan"),
    ],
    ids=["izin", "pip", "venv", "henti"],
)
def test_no_environment_is_a_sentence(
    fault: BaseException, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the environment can't be made, the reason is a sentence in Indonesian."""

    def fail(**_: object) -> Path:
        raise fault

    monkeypatch.setattr(environment, "ready_python", fail)
    assert environment.run(["periksa"]) == 1
    assert capsys.readouterr().err.startswith(f"Lingkungan Python tidak bisa disiapkan: {said}")


class Machine:
    """A computer whose pip is played: what was called, and the words with which it fails."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self.fails: str | None = None
        self.lock, self.test_lock = folder / "requirements.lock", folder / "requirements-uji.lock"
        self.venv = folder / ".venv"
        for path in (self.lock, self.test_lock):
            path.write_text("satu==1\n", encoding="utf-8")
        for name, value in (("LOCK", self.lock), ("TEST_LOCK", self.test_lock), ("VENV", self.venv)):
            monkeypatch.setattr(environment, name, value)
        # An environment without pip is made in a twentieth of the time; nothing is installed here anyway.
        monkeypatch.setattr(environment, "venv", SimpleNamespace(EnvBuilder=lambda **_: venv.EnvBuilder(clear=True)))
        for module in (environment, installing):
            monkeypatch.setattr(module, "subprocess", SimpleNamespace(run=self.run))

    def run(self, command: list[str], *, stdout: IO[bytes] | None = None, **_: object) -> None:
        """Take a call as pip or ensurepip would."""
        if command[-1] == "ensurepip":
            return
        assert {"--require-hashes", "--only-binary=:all:"} <= set(command)
        self.calls.append(Path(command[-1]).name)
        if self.fails and stdout:
            stdout.write(self.fails.encode())
            stdout.flush()
            raise subprocess.CalledProcessError(1, command)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_installs_once(machine: Machine) -> None:
    """The environment is made when it is missing or its lock has changed, and is otherwise left alone; the tests' packages come
    only with `uji`, and on top of the others."""
    build, tests = machine.lock.name, machine.test_lock.name
    python = environment.ready_python(tests=False)
    assert (python.is_file(), machine.calls) == (True, [build])
    assert (environment.ready_python(tests=False), machine.calls) == (python, [build])
    environment.ready_python(tests=True)
    environment.ready_python(tests=True)
    assert machine.calls == [build, tests]
    machine.test_lock.write_text("# lain\n", encoding="utf-8")
    environment.ready_python(tests=False)
    assert machine.calls == [build, tests]
    machine.lock.write_text("# lain\n", encoding="utf-8")
    environment.ready_python(tests=True)
    assert machine.calls == [build, tests, build, tests]


@pytest.mark.parametrize(
    ("pip", "told"),
    [
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError(...getaddrinfo failed')'",
            "periksa sambungan internet",
        ),
        ("ProxyError('Cannot connect to proxy.', NewConnectionError(", "proxy kantor menolak sambungan"),
        ("OSError('Tunnel connection failed: 407 Proxy Authentication Required')", "proxy kantor menolak sambungan"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "sertifikatnya tidak dikenal"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk penuh"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "tidak sama dengan yang dikunci"),
        ("ERROR: [WinError 32] The process cannot access the file", "tutup program lain"),
        ("ERROR: No matching distribution found for typst==0.15.2", "paket typst tidak tersedia untuk Python"),
        ("ERROR: yang belum pernah ada", "pip berhenti dengan pesan: ERROR: yang belum pernah ada"),
        ("", "pip berhenti dengan pesan: (tidak ada)"),
    ],
)
def test_a_failed_installation_is_told_and_leaves_nothing(
    pip: str, told: str, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    """What pip says becomes a sentence with what to do; no half environment stays, and the next run begins anew."""
    machine.fails = pip or " "
    assert environment.run(["periksa"]) == 1
    assert told in capsys.readouterr().err
    assert not machine.venv.exists()
    machine.fails = None
    assert environment.ready_python(tests=False).is_file()


def test_which_pythons_are_tried_is_what_the_workflows_use() -> None:
    """The message about a missing package names the Pythons that the product is built with."""
    workflow = (ROOT / ".github" / "workflows" / "terbit.yml").read_text(encoding="utf-8")
    assert set(re.findall(r'python-version: "([^"]+)"', workflow)) <= set(installing.TRIED.split(" dan "))


def test_where_the_environment_lies(tmp_path: Path) -> None:
    """In the checkout; on Windows below %LOCALAPPDATA%, each checkout's own, where documents are not synchronised."""
    local = {"LOCALAPPDATA": str(tmp_path)}
    one, two = (environment.folder_of(tmp_path / name / "situs-zi", "nt", local) for name in "ab")
    assert one != two
    assert one.parent == two.parent == tmp_path / "zona-integritas"
    assert environment.folder_of(tmp_path, "nt", {}) == environment.folder_of(tmp_path, "posix", local) == tmp_path / ".venv"


def test_the_command_of_windows() -> None:
    """zi.cmd hands everything to zi.py, opens the desk where it is only double-clicked, says in Indonesian where Python is
    missing, and is what cmd.exe reads: ASCII, with line ends of its own, which git keeps."""
    text = (ROOT / "zi.cmd").read_bytes()
    assert text.decode("ascii").count("\r\n") == text.count(b"\n") > 10
    assert b'"%~dp0scripts\\zi.py" %*' in text
    assert re.search(rb'if "%~1"=="" goto pilih\r\n(?s:.*)\r\n:pilih\r\n(?s:.*)zi\.py" meja\r\n', text)
    assert b"Python belum terpasang" in text
    assert "*.cmd text eol=crlf" in (ROOT / ".gitattributes").read_text(encoding="utf-8")


def test_progress_is_one_line_on_a_terminal_and_none_elsewhere(tmp_path: Path) -> None:
    """On a terminal a long work shows what it is at, on one line that is wiped when it ends; piped, nothing."""
    code = "import time, working as w\nwith w.working(lambda: 'Mengukur ' + 'x' * 200): time.sleep(0.9)\nprint('jadi')"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "COLUMNS": "60"}
    command = [sys.executable, "-c", code]
    piped = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert (piped.stdout, piped.stderr) == ("jadi\n", "")
    master, slave = os.openpty()
    shown = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=slave, encoding="utf-8", check=True)
    os.close(slave)
    lines = os.read(master, 100_000).decode().split("\r")
    os.close(master)
    assert shown.stdout == "jadi\n"
    assert any(line.startswith("Mengukur x") for line in lines)
    assert max(map(len, lines)) == 59
    assert (lines[-2].strip(), lines[-1]) == ("", "")


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
