"""One file of the website."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SiteFile:
    """`path` within the site's sources; `content` as bytes, or the file on disk to copy as it is; `source`: the data file
    it comes from, named as in the repository."""

    path: str
    content: bytes | Path
    source: str
