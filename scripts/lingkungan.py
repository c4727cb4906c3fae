"""The environment in `.venv`: made once from the hash-pinned lock, then left alone. Standard library only."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
MARK = VENV / "zi-terpasang.txt"


def run(arguments: list[str]) -> int:
    """Run a command of `perintah.py` inside the environment, making it first where it is missing or old."""
    try:
        python = ready_python()
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"Lingkungan Python tidak dapat disiapkan: {error}", file=sys.stderr)
        print("Periksa sambungan internet dan ruang disk, lalu ulangi perintahnya.", file=sys.stderr)
        return 1
    # UTF-8 whatever the console's code page; MkDocs' and Material's notices about their successors are not for humas.
    environment = os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [str(python), str(Path(__file__).with_name("perintah.py")), *arguments]
    try:
        return subprocess.call(command, env=environment)
    except KeyboardInterrupt:
        return 130


def ready_python() -> Path:
    """The environment's interpreter. Installs only when the lock or the running Python differs from the last time."""
    wanted = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}"
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.is_file() and MARK.is_file() and MARK.read_text(encoding="utf-8") == wanted:
        return python
    if VENV.is_symlink():
        raise OSError(f"{VENV.name} menunjuk ke folder lain, yang isinya tidak boleh diganti; hapus penunjuk itu")
    print("Menyiapkan lingkungan Python di .venv (hanya sekali; perlu internet) …", file=sys.stderr, flush=True)
    venv.EnvBuilder(clear=True, with_pip=True).create(VENV)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(LOCK)], check=True)
    MARK.write_text(wanted, encoding="utf-8")  # last: an interrupted installation is done again
    return python
