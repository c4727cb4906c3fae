"""What must hold of this copy of the project as git keeps it, whatever the data are."""

from __future__ import annotations

import subprocess
from pathlib import Path

from cli.options import CACHE
from zona.problems import Line, Problem
from zona.records.reading.data_error import DataError


def refuse_tracked_cache(root: Path) -> None:
    """Raise `DataError` where git keeps the cache, or a file in it: a proposal would bring what nobody can review, and what
    builds would publish as photos and drawings of the office. Nothing is said where git keeps nothing here."""
    command = ["git", "ls-files", "-z", "--", CACHE.name]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="surrogateescape", check=False)
    except OSError:
        return  # without git there is no commit to refuse
    found = [name for name in done.stdout.split("\0") if name]
    if done.returncode == 0 and found:
        masalah = f"simpanan sementara ikut disimpan git ({len(found)} berkas)"
        hint = f"jalankan git rm -r --cached {CACHE.name}, lalu kirim (commit)"
        raise DataError([Problem(Line(found[0]), masalah, hint)])
