"""A picture in the data → its small form on the pages."""

from __future__ import annotations

import hashlib
from pathlib import Path

import PIL
import pytest
from PIL import Image
from support.evidence_files import BLUE, GREEN, RED, WHITE, corners, opened, phone_photo, quarters, swapped_profile
from zona.cache import keep, kept
from zona.outputs.evidence import photo
from zona.outputs.evidence.photo import Foto, convert
from zona.records.capaian.bukti import opens

pytestmark = pytest.mark.lambat


def made(path: Path, cache: Path | None = None) -> Foto:
    return convert(path, sha256=hashlib.sha256(path.read_bytes()).hexdigest(), cache=cache)


@pytest.fixture
def large_photo(tmp_path: Path) -> Path:
    """A photo of 2000×3000 as it lies in the data."""
    path = tmp_path / "a.jpg"
    quarters(2000, 3000).save(path)
    return path


def test_small_form(large_photo: Path) -> None:
    """The small form is a WebP in RGB, and shows the same."""
    small = made(large_photo)
    image = opened(small.kecil)
    assert (image.format, image.mode, image.size) == ("WEBP", "RGB", (213, 320))
    assert (small.lebar, small.tinggi) == image.size
    assert corners(small.kecil) == [RED, GREEN, BLUE, WHITE]


@pytest.mark.parametrize(("size", "small"), [((100, 60), (100, 60)), ((1, 5000), (1, 320))])
def test_never_larger(tmp_path: Path, size: tuple[int, int], small: tuple[int, int]) -> None:
    """A small picture keeps its size, and a strip stays at least one pixel wide."""
    path = tmp_path / "a.png"
    Image.new("RGB", size).save(path)
    assert (made(path).lebar, made(path).tinggi) == small


@pytest.mark.parametrize("ending", ["png", "webp"])
def test_transparent_is_white(tmp_path: Path, ending: str) -> None:
    """What is transparent in a picture becomes white in its small form."""
    path = tmp_path / f"a.{ending}"
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(path, lossless=True)
    assert corners(made(path).kecil) == [WHITE] * 4


def test_profile_is_applied(tmp_path: Path) -> None:
    """A picture may have a colour profile; its small form has the colours that the profile means."""
    path = tmp_path / "a.png"
    Image.new("RGB", (20, 20), RED).save(path, icc_profile=swapped_profile())
    assert opens(path, "png") is None
    assert corners(made(path).kecil) == [GREEN] * 4


def test_nothing_of_a_photo_that_was_not_cleaned(tmp_path: Path) -> None:
    """Whatever a photo carries, its small form stands upright and says nothing of it."""
    path = tmp_path / "a.jpg"
    path.write_bytes(phone_photo())
    small = made(path)
    assert (small.lebar, small.tinggi) == (30, 40)
    assert small.kecil[12:16] == b"VP8 "
    assert int.from_bytes(small.kecil[16:20], "little") + 20 == len(small.kecil)  # one chunk


def test_same_bytes_twice(large_photo: Path) -> None:
    """The same content gives the same bytes."""
    assert made(large_photo) == made(large_photo)


def test_too_large(large_photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture over the limit is not decoded."""
    monkeypatch.setattr(photo, "MAX_PIXELS", 1000)
    with pytest.raises(ValueError, match="too large"):
        made(large_photo)


def refuse_to_decode(*_: object, **__: object) -> None:
    raise AssertionError("decoded again")


def test_cache_saves_decoding(large_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture in the cache is not decoded again, and comes out the same as without a cache."""
    first = made(large_photo, tmp_path / "cache" / "foto")
    assert first == made(large_photo)
    monkeypatch.setattr(Image, "open", refuse_to_decode)
    assert made(large_photo, tmp_path / "cache" / "foto") == first


def test_cache_goes_by_content(large_photo: Path, tmp_path: Path) -> None:
    """Another content is another entry, under whatever name the file has."""
    first = made(large_photo, tmp_path / "cache")
    other = tmp_path / "b.png"
    quarters(20, 20).save(other)
    assert made(other, tmp_path / "cache").lebar == 20
    other.write_bytes(large_photo.read_bytes())
    assert made(other, tmp_path / "cache") == first
    assert len(list((tmp_path / "cache").iterdir())) == 2


@pytest.mark.parametrize("change", ["RESEP", "Pillow"])
def test_cache_of_another_recipe(large_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """What another recipe or another Pillow made is not used."""
    made(large_photo, tmp_path / "cache")
    if change == "RESEP":
        monkeypatch.setattr(photo, "RESEP", photo.RESEP + 1)
    else:
        monkeypatch.setattr("PIL.__version__", "0.0")
    made(large_photo, tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 2


@pytest.mark.parametrize("content", [b"", b"x", bytes(29)])
def test_kept_bytes_that_are_no_picture(large_photo: Path, tmp_path: Path, content: bytes) -> None:
    """What is kept under a photo's key but holds none is made again."""
    first = made(large_photo, tmp_path)
    sha256 = hashlib.sha256(large_photo.read_bytes()).hexdigest()
    key = f"foto {photo.RESEP} {PIL.__version__} {sha256}"
    assert kept(tmp_path, key) is not None
    keep(tmp_path, key, content)
    assert made(large_photo, tmp_path) == first
