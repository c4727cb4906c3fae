"""One file of the website."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SiteFile:
    """`path` within the site's sources, `content` as bytes, `source`: the data file it comes from (in the repository)."""

    path: str
    content: bytes
    source: str
