"""Drawn files, kept by what they were drawn from: an unchanged picture is not drawn again.

Posters and reports tell the day, so that every day brings new ones (7 MB): what is not used for a month is forgotten.
"""

from __future__ import annotations

import hashlib
import tempfile
from contextlib import suppress
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size
_MONTH = 30 * 24 * 60 * 60  # seconds


def kept(cache: Path, key: str) -> bytes | None:
    """The file kept under `key`; None when there is none, or when it is damaged."""
    path = cache / f"{key}.kit"
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    with suppress(OSError):  # a folder that may only be read serves as well
        path.touch()
    body = raw[_DIGEST:]
    return body if hashlib.sha256(body).digest() == raw[:_DIGEST] else None


def keep(cache: Path, key: str, content: bytes) -> None:
    """Keep a file under `key`. Written aside and put in place whole: two builds may share the folder."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=cache, suffix=".tmp", delete=False) as stream:
        aside = Path(stream.name)
        try:
            stream.write(hashlib.sha256(content).digest() + content)
            stream.close()  # Windows moves no open file
            aside.replace(cache / f"{key}.kit")
        except BaseException:
            stream.close()
            aside.unlink(missing_ok=True)
            raise


def forget(cache: Path) -> None:
    """Remove what was last used a month before the newest, also what a stopped run left half written."""
    used: dict[Path, float] = {}
    for path in (*cache.glob("*.kit"), *cache.glob("*.tmp")):
        with suppress(OSError):  # another build may be forgetting as well
            used[path] = path.stat().st_mtime
    newest = max(used.values(), default=0)
    for path, moment in used.items():
        if moment < newest - _MONTH:
            with suppress(OSError):
                path.unlink()
