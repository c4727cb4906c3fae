"""Drawn files, kept by what they were drawn from: an unchanged picture is not drawn again."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size


def kept(cache: Path, key: str) -> bytes | None:
    """The file kept under `key`; None when there is none, or when it is damaged."""
    try:
        raw = (cache / f"{key}.kit").read_bytes()
    except OSError:
        return None
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
