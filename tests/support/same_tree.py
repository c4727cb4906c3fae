"""Whether two folders hold the same files, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path


def sums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differing(first: dict[str, str], second: dict[str, str]) -> set[str]:
    """The files that are not the same in both."""
    return {name for name in first | second if first.get(name) != second.get(name)}
