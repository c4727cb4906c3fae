"""Checksums of the whole site: with them anyone can check that a copy is the site that was built."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SUMS = "SHA256SUMS"
MOST = 20_000  # names; fifty years of a plan with all evidence have fewer
_LINE = re.compile(r"([0-9a-f]{64})  ([^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*)")


class UnreadableSums(Exception):
    """A line of the list can't be read; the message, in Indonesian, gives its number and the right form."""


@dataclass(frozen=True)
class Perbedaan:
    """How a copy differs from its list, as paths of missing, changed and unlisted files. True if there is any difference."""

    hilang: tuple[str, ...]
    berubah: tuple[str, ...]
    tambahan: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.hilang or self.berubah or self.tambahan)


def sums_of(folder: Path) -> dict[str, str]:
    """The SHA-256 (64 hexadecimal digits) of every file below `folder` except the list itself, by its path with "/", sorted."""
    files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files if name != SUMS}


def write_sums(folder: Path) -> None:
    """Write the list into the built site, in the format of `sha256sum --check`. Must be the last step of a build."""
    text = "".join(f"{digest}  {name}\n" for name, digest in sums_of(folder).items())
    (folder / SUMS).write_text(text, encoding="utf-8", newline="\n")


def read_sums(text: str) -> dict[str, str]:
    """The checksums of a list by path. Raises `UnreadableSums`, also for a path that leaves the site."""
    sums = {}
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.fullmatch(line)
        if not found or found[2].startswith("/") or ".." in found[2].split("/"):
            raise UnreadableSums(
                f"baris {number} daftar {SUMS} tidak terbaca; mestinya 64 angka heksadesimal, dua spasi, lalu nama"
            )
        sums[found[2]] = found[1]
        if len(sums) > MOST:
            raise UnreadableSums(f"daftar {SUMS} menyebut lebih dari {MOST} berkas; itu bukan daftar situs ini")
    if "index.html" not in sums:
        raise UnreadableSums(f"daftar {SUMS} tidak menyebut index.html; itu bukan daftar sebuah situs")
    return sums


def compare(expected: Mapping[str, str], found: Mapping[str, str]) -> Perbedaan:
    """How the checksums that were found differ from the expected ones; both are by path."""
    return Perbedaan(
        tuple(name for name in expected if name not in found),
        tuple(name for name, digest in expected.items() if name in found and found[name] != digest),
        tuple(name for name in found if name not in expected),
    )
