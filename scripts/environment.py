"""The environment that the commands run in: made once from the hash-pinned locks, then left alone. Standard library only. A
build needs what `requirements.lock` names; only `uji` adds the tests' own packages, which humas never installs. In an office's
own repository that lock names the wheel too, out of which this module itself is read there."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cli.uji import needs_tests
from installing import NotInstalled, install
from places import FROM_SOURCE, HOUSE, ROOT

sys.path.insert(0, str(HOUSE / "hooks"))

from zona.refusal import why

LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "requirements-uji.lock"
MOVING = "ZI_PINDAH"  # set while one version starts the next, and must itself stay
_GONE = ".lama"
# What only the installing needs: 1,500 files. `uji` brings pip back.
_INSTALLERS = ("pip", "pip-*", "setuptools", "setuptools-*", "pkg_resources", "_distutils_hack", "distutils-precedence.pth")


def folder_of(root: Path, system: str, given: Mapping[str, str]) -> Path:
    """Where the environment of a checkout lies: in it; on Windows (`system` "nt") below %LOCALAPPDATA%, which `given` has, for
    there folders of documents are often synchronised, and paths in them too long."""
    local = given.get("LOCALAPPDATA") if system == "nt" else None
    if not local:
        return root / ".venv"
    return Path(local) / "zona-integritas" / f"{root.name}-{hashlib.sha256(str(root).encode()).hexdigest()[:8]}"


def folder_for(lock: Path, system: str, given: Mapping[str, str]) -> Path:
    """Where the environment for the lock of an office's repository lies: each lock has its own place, so that a new version can
    be made ready while the old one runs, which is there still where that fails."""
    return folder_of(lock.parent, system, given) / hashlib.sha256(lock.read_bytes()).hexdigest()[:8]


VENV = folder_of(ROOT, os.name, os.environ) if FROM_SOURCE else folder_for(LOCK, os.name, os.environ)


def run(arguments: list[str]) -> int:
    """Run a command of `app.py` inside the environment, making it first where it is missing or old."""
    try:
        python = ready_python(tests=FROM_SOURCE and needs_tests.wanted(ROOT, arguments))
        if not FROM_SOURCE and MOVING not in os.environ:
            _forget_others()
    except NotInstalled as error:
        return _not_ready(str(error))
    except OSError as error:
        return _not_ready(f"{error.filename}: {why(error)}" if error.errno else str(error))
    except subprocess.CalledProcessError:
        return _not_ready(
            "Python ini tidak bisa membuatnya; di Debian atau Ubuntu: apt install python3-venv, di Windows: pasang ulang "
            "Python dari https://www.python.org/downloads/"
        )
    except KeyboardInterrupt:
        return _not_ready("dihentikan")
    # UTF-8 whatever the console's code page; MkDocs' and Material's notices about their successors are not for humas.
    environment = os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    house = HOUSE if FROM_SOURCE else _packages() / HOUSE.name
    command = [str(python), str(house / "scripts" / "app.py"), *arguments]
    try:
        return subprocess.call(command, env=environment)
    except KeyboardInterrupt:
        return 130


def _not_ready(reason: str) -> int:
    print(f"Lingkungan Python tidak bisa disiapkan: {reason}. Betulkan, lalu ulangi perintahnya.", file=sys.stderr)
    return 1


def ready_python(*, tests: bool) -> Path:
    """The environment's interpreter, with the tests' packages where `tests` asks for them. Installs only what a changed lock or
    another Python makes necessary. Raises `NotInstalled`, `OSError`, `CalledProcessError`; nothing is then left half-made."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (python.is_file() and _installed(LOCK)):
        if VENV.is_symlink():
            raise OSError(f"{VENV.name} menunjuk ke folder lain, yang isinya tidak boleh diganti; hapus penunjuk itu")
        _make(python)
    if tests and not _installed(TEST_LOCK):
        _say("Memasang paket Python untuk uji")
        if not (_packages() / "pip").is_dir():
            subprocess.run([str(python), "-m", "ensurepip"], check=True, capture_output=True)
        install(python, TEST_LOCK, _packages())
        _mark(TEST_LOCK).write_text(wanted(TEST_LOCK), encoding="utf-8")
    return python


def _make(python: Path) -> None:
    """Make the environment anew, whole or not at all."""
    _say(f"Menyiapkan lingkungan Python di {VENV.relative_to(ROOT) if VENV.is_relative_to(ROOT) else VENV}")
    try:
        venv.EnvBuilder(clear=True, with_pip=True).create(VENV)
        install(python, LOCK, _packages())
        for item in [path for name in _INSTALLERS for path in _packages().glob(name)]:
            shutil.rmtree(item) if item.is_dir() else item.unlink()
        _mark(LOCK).write_text(wanted(LOCK), encoding="utf-8")  # last: what a power cut leaves is no environment
    except BaseException:
        shutil.rmtree(VENV, ignore_errors=True)
        raise


def _forget_others() -> None:
    """Remove the environments of versions before; what another window still runs in stays until it is closed."""
    for folder in VENV.parent.iterdir():
        if folder != VENV and folder.is_dir():
            gone = VENV.parent / f"{folder.name.removesuffix(_GONE)}{_GONE}"
            with suppress(OSError):  # Windows renames no folder that is in use, and a half environment would be none
                folder.rename(gone)
                shutil.rmtree(gone, ignore_errors=True)


def _say(what: str) -> None:
    print(f"{what} (hanya sekali; perlu internet) …", file=sys.stderr, flush=True)


def _packages() -> Path:
    """The folder of the environment's packages."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return VENV / "Lib" / "site-packages" if os.name == "nt" else VENV / "lib" / version / "site-packages"


def _installed(lock: Path) -> bool:
    return _mark(lock).is_file() and _mark(lock).read_text(encoding="utf-8") == wanted(lock)


def _mark(lock: Path) -> Path:
    return VENV / f"{lock.stem}.terpasang"


def wanted(lock: Path) -> str:
    """What the mark of an environment says that has everything of a lock, for this Python."""
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}"
