"""One file of the website."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from zona.records.paket.paket import NAMED

_MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "xml": "application/atom+xml",
    "ics": "text/calendar",
}


def repository_path(source: str) -> str:
    """How the file behind what is published is named: one of docs/ or of a pack as it is, another lies in data/."""
    return source if source.startswith(("docs/", f"{NAMED}/")) else f"data/{source}"


def media_type(path: str) -> str:
    """What IANA's list of media types calls a file of open data, by its ending."""
    return _MEDIA[path.rpartition(".")[2]]


@dataclass(frozen=True)
class SiteFile:
    """`path` within the site's sources; `made`: the file's bytes, the file on disk to copy as it is, or what makes the bytes,
    which is called when `content` is first read: paths are known before anything is written. `source`: the data file it
    comes from, named as in the repository."""

    path: str
    made: bytes | Path | Callable[[], bytes]
    source: str

    @cached_property
    def content(self) -> bytes | Path:
        """The file's bytes, or the file on disk to copy as it is."""
        return self.made() if callable(self.made) else self.made

    def read(self) -> bytes:
        """The file's bytes, wherever they are."""
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()
