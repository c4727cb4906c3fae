"""The list of sums: what it covers, and how a copy is told from it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zona.delivery.checksums import SUMS, Perbedaan, UnreadableSums, compare, read_sums, sums_of, write_sums

DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)
NAMES = st.from_regex(r"[a-z0-9_.-]{1,8}(/[a-z0-9_-]{1,8}){0,3}", fullmatch=True).filter(
    lambda name: ".." not in name.split("/")
)


def write_site(folder: Path) -> Path:
    """A small site with hidden files and folders."""
    for name in ("index.html", "a/index.html", ".htaccess", ".well-known/security.txt", "nama dengan spasi.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    write_sums(folder)
    return folder


def test_every_file_is_listed(tmp_path: Path) -> None:
    """The list names every file but itself, hidden ones too, in order; writing it again changes nothing."""
    folder = write_site(tmp_path)
    text = (folder / SUMS).read_text(encoding="utf-8")
    assert [line[66:] for line in text.splitlines()] == [
        ".htaccess", ".well-known/security.txt", "a/index.html", "index.html", "nama dengan spasi.txt",
    ]  # fmt: skip
    write_sums(folder)
    assert (folder / SUMS).read_text(encoding="utf-8") == text


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum tidak terpasang")
def test_a_stranger_can_check(tmp_path: Path) -> None:
    """`sha256sum --check` accepts the site, and refuses it once one byte differs."""
    folder = write_site(tmp_path)
    command = ["sha256sum", "--check", "--quiet", "--strict", SUMS]
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0
    (folder / "a" / "index.html").write_bytes(b"lain")
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 1


def test_differences_are_named(tmp_path: Path) -> None:
    """A file that is gone, one that says something else, and one that nobody listed are each told as what they are."""
    folder = write_site(tmp_path)
    expected = read_sums((folder / SUMS).read_text(encoding="utf-8"))
    assert not compare(expected, sums_of(folder))
    (folder / ".htaccess").unlink()
    (folder / "index.html").write_bytes(b"lain")
    (folder / "titipan.html").write_bytes(b"")
    assert compare(expected, sums_of(folder)) == Perbedaan((".htaccess",), ("index.html",), ("titipan.html",))


@given(st.dictionaries(NAMES, DIGESTS))
def test_what_is_written_is_read(sums: dict[str, str]) -> None:
    """Any list of paths and sums is read back as it was written, if it names a home page; without one it is no site's list."""
    with pytest.raises(UnreadableSums, match=r"tidak menyebut index\.html"):
        read_sums("".join(f"{digest}  {name}\n" for name, digest in sums.items() if name != "index.html"))
    sums = sums | {"index.html": "0" * 64}
    assert read_sums("".join(f"{digest}  {name}\n" for name, digest in sums.items())) == sums


@pytest.mark.parametrize("line", ["abc  index.html", "0" * 64 + " index.html", "0" * 64 + "  ../a", "0" * 64 + "  /etc/passwd"])
def test_unreadable_lists_are_refused(line: str) -> None:
    """A line that is none, or that points out of the site, is refused with its number and the right form."""
    with pytest.raises(UnreadableSums, match=r"baris 2 .* 64 angka heksadesimal"):
        read_sums(f"{'0' * 64}  index.html\n{line}\n")
