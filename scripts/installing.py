"""Installs what a lock names, shows how far it is, and says in Indonesian why it can't. Standard library only."""

import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from subprocess import STDOUT, CalledProcessError
from tempfile import TemporaryDirectory

from working import working

TRIED = "3.11 dan 3.12"  # the Pythons that the tests run with
_PIP = "-m pip --disable-pip-version-check --no-input install --no-deps --no-compile --progress-bar off --retries 2"
_FETCHED = re.compile(r"^(?:Collecting|Processing) (?:\S*[\\/])?(\S+?)(?:==|-\d|\s)", re.MULTILINE)
_NO_WHEEL = re.compile(r"No matching distribution found for ([\w.-]+)")


class NotInstalled(Exception):
    """The packages could not be installed; the message says why and what to do, in Indonesian."""


def install(python: Path, lock: Path, site: Path) -> None:
    """Install exactly what a lock names for the interpreter `python`, whose packages lie in `site`. Raises `NotInstalled`."""
    with TemporaryDirectory(prefix="zi-pasang-", ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "pip.txt"
        command = [str(python), *_PIP.split(), "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
        try:
            with log.open("wb") as stream, working(_progress(lock, log, site)):
                # A lock names a wheel beside it as seen from its folder.
                subprocess.run(command, check=True, stdout=stream, stderr=STDOUT, cwd=lock.parent)
        except CalledProcessError:
            raise NotInstalled(reason(log.read_text(encoding="utf-8", errors="replace"))) from None


def reason(said: str) -> str:
    """Why pip failed and what to do, from what it said."""
    known = pkgutil.get_data(__name__, "pip_reasons.toml") or b""  # out of a wheel, too, that is not installed yet
    reasons: dict[str, str] = tomllib.loads(known.decode())
    for pattern, meaning in reasons.items():
        if re.search(pattern, said):
            return meaning
    if missing := _NO_WHEEL.search(said):
        here = f"{sys.version_info[0]}.{sys.version_info[1]}"
        return (
            f"paket {missing[1]} tidak tersedia untuk Python {here} di komputer ini; situs ini dicoba dengan Python {TRIED}: "
            "pasang salah satunya dari https://www.python.org/downloads/"
        )
    return f"pip berhenti dengan pesan: {' '.join(said.split())[-300:] or '(tidak ada)'}"


def _progress(lock: Path, log: Path, site: Path) -> Callable[[], str]:
    """What tells how far pip is: which package of how many it fetched last, then how many it has put in place."""
    total = len(re.findall(r"^[a-z0-9]\S*==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    before = len(list(site.glob("*.dist-info")))

    def now() -> str:
        fetched = _FETCHED.findall(log.read_text("utf-8", "replace"))
        placed = len(list(site.glob("*.dist-info"))) - before
        if placed > 0:
            return f"Memasang paket {min(placed, total)} dari {total}"
        return f"Mengambil paket {min(len(fetched), total)} dari {total}{f': {fetched[-1]}' if fetched else ''}"

    return now
