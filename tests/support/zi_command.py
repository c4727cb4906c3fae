"""The commands, run as people run them: on a project whose office stays as it is, or on a copy of it.

Tests of code never read the live data: what they judge are the frozen offices in `tests/offices/`.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path

from filelock import FileLock
from support.warm.warm_python import WarmPython

ROOT = Path(__file__).resolve().parents[2]
OFFICES = ROOT / "tests" / "offices"
# The office of the decree as it stood on PER_TANGGAL, with its pages of information and the one file that they name; the sample
# office; and one that shares nothing with them: another institution, time zone and year, two groups, no decree numbers like
# ours, no channels, no complaints.
TABALONG, CONTOH, LAIN = OFFICES / "tabalong-2026", OFFICES / "contoh", OFFICES / "balai-2031"
PER_TANGGAL, PER_TANGGAL_LAIN = date(2026, 11, 24), date(2031, 5, 20)
# What belongs to an office in a checkout, and not to the code.
OWN = ("data", "docs/informasi")


def zi(*arguments: str, root: Path | None = None, often: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of `zi.py` as the environment's own Python does, by default on the shared project. `often`: this process
    has more commands for that root."""
    clean = clean_environment() | environment
    # others may be for the interpreter's start; Windows has no fork
    if (often or root is None) and os.name != "nt" and all(key.startswith("ZI_") for key in environment):
        return warm(root or project()).run(list(arguments), clean)
    return subprocess.run(
        [sys.executable, str((root or project()) / "scripts" / "app.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        env=clean,
        check=False,
        timeout=600,
    )


def clean_environment() -> dict[str, str]:
    """Ours, without what it may ask of commands."""
    known = {key: value for key, value in os.environ.items() if not key.startswith("ZI_")}
    return known | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}


@cache
def warm(root: Path) -> WarmPython:
    """This process's warm Python for a project."""
    server = WarmPython(root)
    atexit.register(server.stop)
    return server


def clone(target: Path, office: Path = TABALONG, *, without: Collection[str] = ()) -> Path:
    """A copy of the working tree with a frozen office in place of the live one, without results and environment, and without
    what else is not wanted (paths below the root)."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        here = Path(folder).relative_to(ROOT)
        return unwanted(folder, names) | {name for name in names if (here / name).as_posix() in (*OWN, *without)}

    unwanted = shutil.ignore_patterns(
        ".venv", "site", ".git", "__pycache__", ".*_cache", ".hypothesis", ".zi-cache", ".site-*", "node_modules"
    )
    shutil.copytree(ROOT, target, ignore=left_out)
    for path in OWN:
        if (office / path).is_dir():
            shutil.copytree(office / path, target / path)
    return target


def git(root: Path, *arguments: str, **environment: str) -> str:
    """Run git in a repository of its own, whoever runs the tests."""
    identity = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.example", "-c", "commit.gpgsign=false"]
    command, known = ["git", *identity, *arguments], os.environ | environment
    return subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True, env=known).stdout.strip()


def repository(target: Path, office: Path = TABALONG, *, without: Collection[str] = ()) -> Path:
    """Such a copy with a history of one commit, made on PER_TANGGAL."""
    root = clone(target, office, without=without)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    day = f"{PER_TANGGAL}T08:00:00+08:00"
    git(root, "commit", "--quiet", "--message", "awal", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
    return root


@cache
def project() -> Path:
    """The project around the frozen office of the decree, made once for all processes of a run; only to be read."""
    folder = Path(os.environ["ZI_UJI"])
    with FileLock(folder / "proyek.lock"):
        if not (folder / "proyek" / ".git").exists():
            repository(folder / "proyek")
    return folder / "proyek"
