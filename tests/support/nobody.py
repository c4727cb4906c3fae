"""Work done by an ordinary user, whom the system refuses things: tests often run as root, who is refused nothing."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NOBODY = 65534  # by custom, on every Linux


def refuse_to_nobody(path: Path, *, listed: bool = False) -> None:
    """Take every right to a file or folder away; where `listed`, the names in a folder can still be read."""
    for place in path.parents:  # pytest's folders are private: nobody else may pass them
        if place.owner() == path.owner() and place != Path("/"):
            place.chmod(place.stat().st_mode | 0o011)
    path.chmod(0o444 if listed else 0)


def run_as_nobody(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python as an ordinary user: `nobody` where the tests run as root, else whoever runs them. The test is skipped where
    nobody may run this Python."""
    if not _can_run():
        pytest.skip("another user may not run this Python")
    return _run(*arguments, **environment)


@functools.cache
def _can_run() -> bool:
    return os.name == "posix" and _run("-c", "import click, yaml").returncode == 0


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    who: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    clean = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "HOME": "/"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, env=clean | environment, cwd="/", capture_output=True, encoding="utf-8", check=False, timeout=120, **who
    )
