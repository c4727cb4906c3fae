"""One file of the website."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# What open data are called in IANA's list of media types, by the file's ending.
JENIS_MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "xml": "application/atom+xml",
    "ics": "text/calendar",
}


@dataclass(frozen=True)
class SiteFile:
    """`path` within the site's sources; `content` as bytes, or the file on disk to copy as it is; `source`: the data file
    it comes from, named as in the repository."""

    path: str
    content: bytes | Path
    source: str
