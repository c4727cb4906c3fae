"""The commands, run as people run them, on this working tree or a copy of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PER_TANGGAL = date(2026, 11, 24)


def zi(*arguments: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of `zi.py` as the environment's own Python does."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("ZI_")}
    return subprocess.run(
        [sys.executable, str(root / "scripts" / "perintah.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        env=clean | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"} | environment,
        check=False,
        timeout=300,
    )


def clone(target: Path) -> Path:
    """A copy of the working tree without results and environment."""
    skip = shutil.ignore_patterns(".venv", "site", ".git", "__pycache__", ".*_cache", ".hypothesis", ".zi-cache", ".site-*")
    shutil.copytree(ROOT, target, ignore=skip)
    return target
