"""What changes with a version, for the office: the paragraphs of the changelog that are written for it."""

import re
from collections.abc import Iterator

from packaging.version import InvalidVersion, Version

from cli.versi.wheel_file import WheelFile

CHANGELOG, FOR_OFFICES = "CHANGELOG.md", "### Untuk kantor"
_VERSION = re.compile(r"^## (\S+)", re.MULTILINE)


def news(wheel: WheelFile, since: Version) -> Iterator[str]:
    """Lines that say what a version has that the version `since` had not. Raises `NotTaken` for a broken wheel."""
    _, *parts = _VERSION.split(wheel.text(CHANGELOG))  # name and text of each version, the newest first
    found = [line for name, text in zip(parts[::2], parts[1::2], strict=True) if _later(name, since) for line in _lines(text)]
    if found:
        yield "Yang berubah bagi kantor:"
        yield from found
    else:
        yield "Yang berubah belum ditulis dalam bahasa Indonesia; catatan lengkapnya ada dalam berkas versi itu (CHANGELOG.md)."


def _later(name: str, since: Version) -> bool:
    try:
        return Version(name) > since
    except InvalidVersion:  # what has no number yet
        return True


def _lines(text: str) -> Iterator[str]:
    own = text.partition(f"\n{FOR_OFFICES}\n")[2].partition("\n#")[0]
    yield from (f"  {line}" for line in own.splitlines() if line.startswith("- "))
