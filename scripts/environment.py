"""The environment in `.venv`: made once from the hash-pinned locks, then left alone. Standard library only.

A build needs what `requirements.lock` names; only `uji` adds the tests' own packages, which humas never installs.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

from cli.uji import needs_tests

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from zona.refusal import why

ROOT = Path(__file__).resolve().parent.parent
LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "requirements-uji.lock"
VENV = ROOT / ".venv"


def run(arguments: list[str]) -> int:
    """Run a command of `app.py` inside the environment, making it first where it is missing or old."""
    try:
        python = ready_python(tests=needs_tests.wanted(ROOT, arguments))
    except subprocess.CalledProcessError:
        return _not_ready("paketnya tidak dapat dipasang; periksa sambungan internet dan ruang disk")
    except OSError as error:
        return _not_ready(f"{error.filename}: {why(error)}" if error.errno else str(error))
    # UTF-8 whatever the console's code page; MkDocs' and Material's notices about their successors are not for humas.
    environment = os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [str(python), str(Path(__file__).with_name("app.py")), *arguments]
    try:
        return subprocess.call(command, env=environment)
    except KeyboardInterrupt:
        return 130


def _not_ready(reason: str) -> int:
    print(f"Lingkungan Python tidak dapat disiapkan: {reason}. Betulkan, lalu ulangi perintahnya.", file=sys.stderr)
    return 1


def ready_python(*, tests: bool) -> Path:
    """The environment's interpreter, with the tests' packages where `tests` asks for them. Installs only what a changed lock or
    another Python makes necessary. Raises `OSError` and `subprocess.CalledProcessError`."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (python.is_file() and _installed(LOCK)):
        if VENV.is_symlink():
            raise OSError(f"{VENV.name} menunjuk ke folder lain, yang isinya tidak boleh diganti; hapus penunjuk itu")
        print("Menyiapkan lingkungan Python di .venv (hanya sekali; perlu internet) …", file=sys.stderr, flush=True)
        venv.EnvBuilder(clear=True, with_pip=True).create(VENV)
        _install(python, LOCK)
    if tests and not _installed(TEST_LOCK):
        print("Memasang paket Python untuk uji (hanya sekali; perlu internet) …", file=sys.stderr, flush=True)
        _install(python, TEST_LOCK)
    return python


def _install(python: Path, lock: Path) -> None:
    """Install exactly what a lock names, and note that it is done last: an interrupted installation is done again."""
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock)], check=True)
    _mark(lock).write_text(_wanted(lock), encoding="utf-8")


def _installed(lock: Path) -> bool:
    return _mark(lock).is_file() and _mark(lock).read_text(encoding="utf-8") == _wanted(lock)


def _mark(lock: Path) -> Path:
    return VENV / f"{lock.stem}.terpasang"


def _wanted(lock: Path) -> str:
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}"
