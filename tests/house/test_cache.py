"""The cache: never needed, never trusted. Whatever stands in it or in its way, the same bytes come out."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from small.office_data import row, write_kantor
from support.zi_command import PER_TANGGAL
from zona.cache import forget_unused, keep, kept
from zona.findings.judge import judge
from zona.records.load import load_data
from zona.whole_site import WholeSite, whole_site

KEY, CONTENT = "gambar satu", bytes(range(256)) * 4


def the_file(folder: Path) -> Path:
    """The one file of a cache."""
    (path,) = folder.iterdir()
    return path


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """A content comes back under its key, an empty one too, and no other does; without a folder nothing is kept."""
    folder = tmp_path / "baru" / "cache"
    keep(folder, KEY, CONTENT)
    keep(folder, "tanda", b"")
    assert (kept(folder, KEY), kept(folder, "tanda"), kept(folder, "lain")) == (CONTENT, b"", None)
    keep(None, KEY, CONTENT)
    assert kept(None, KEY) is None


def test_two_hundred_flipped_bits(tmp_path: Path) -> None:
    """A file with one bit changed, anywhere, counts as absent, and is written anew; so does one cut or lengthened."""
    keep(tmp_path, KEY, CONTENT)
    path, chance = the_file(tmp_path), random.Random(13)
    whole = path.read_bytes()
    for _ in range(200):
        at = chance.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
        assert kept(tmp_path, KEY) is None
    for garbled in (b"", whole[:-1], whole[:20], whole + b"\0", CONTENT):
        path.write_bytes(garbled)
        assert kept(tmp_path, KEY) is None
    keep(tmp_path, KEY, CONTENT)
    assert kept(tmp_path, KEY) == CONTENT


def test_under_another_key_or_of_another_format(tmp_path: Path) -> None:
    """A file renamed to another key's place is not that key's content; nor is one of an older format."""
    keep(tmp_path, KEY, CONTENT)
    first = the_file(tmp_path)
    keep(tmp_path, "lain", b"lain")
    (second,) = set(tmp_path.iterdir()) - {first}
    first.replace(second)
    assert (kept(tmp_path, KEY), kept(tmp_path, "lain")) == (None, None)
    second.write_bytes(hashlib.sha256(CONTENT).digest() + CONTENT)
    assert kept(tmp_path, "lain") is None


@pytest.fixture(params=["folder", "itself", "nowhere", "elsewhere", "pipe"])
def in_its_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A cache in which something else stands in the place of a kept file."""
    folder, kind = tmp_path / "cache", request.param
    keep(folder, KEY, CONTENT)
    path = the_file(folder)
    path.unlink()
    (tmp_path / "surat.txt").write_text("penting", encoding="utf-8")
    if kind == "folder":
        path.mkdir()
        (path / "isi").write_text("x", encoding="utf-8")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to({"itself": path, "nowhere": folder / "tiada", "elsewhere": tmp_path / "surat.txt"}[kind])
    yield folder
    assert (tmp_path / "surat.txt").read_text(encoding="utf-8") == "penting"


def test_something_else_in_its_place(in_its_place: Path) -> None:
    """A folder, a link or a pipe in the place of a file counts as absent; no link is followed in writing, nothing is left."""
    assert kept(in_its_place, KEY) is None
    keep(in_its_place, KEY, CONTENT)
    path = the_file(in_its_place)
    assert kept(in_its_place, KEY) == (None if path.is_dir() else CONTENT)
    assert not path.is_symlink()
    forget_unused(in_its_place)


def test_a_cache_that_is_no_folder(tmp_path: Path) -> None:
    """A file, or a link to itself, where the folder should be: nothing is kept, and nothing fails."""
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    (tmp_path / "tautan").symlink_to(tmp_path / "tautan")
    for name in ("berkas", "tautan"):
        keep(tmp_path / name, KEY, CONTENT)
        assert kept(tmp_path / name, KEY) is None
        forget_unused(tmp_path / name)


@pytest.mark.parametrize("call", ["pathlib.Path.replace", "pathlib.Path.mkdir", "tempfile.NamedTemporaryFile"])
def test_whatever_the_system_refuses(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal while keeping is no failure and leaves nothing behind."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(call, refuse)
    keep(tmp_path, KEY, CONTENT)
    assert list(tmp_path.iterdir()) == []


def contents(site: WholeSite) -> list[tuple[str, bytes]]:
    """What a site consists of."""
    return [(file.path, file.read()) for file in site.files]


@pytest.mark.lambat
def test_a_site_from_a_garbled_cache(tmp_path: Path) -> None:
    """Two hundred bits flipped over a whole cache, and files exchanged: the same site comes out, and the cache is mended."""
    root, cache = write_kantor(tmp_path / "data", {2026: [row("I.1")]}), tmp_path / "cache"
    findings = judge(load_data(root), PER_TANGGAL)
    first = contents(whole_site(findings, cache=cache))
    files = sorted(cache.iterdir())
    before, chance = {path: path.read_bytes() for path in files}, random.Random(13)
    for number in range(200):
        path = files[number % len(files)]
        raw = bytearray(path.read_bytes())
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        path.write_bytes(raw)
    files[0].write_bytes(before[files[1]])
    assert contents(whole_site(findings, cache=cache)) == first
    assert {path: path.read_bytes() for path in cache.iterdir()} == before
