"""Pictures of a camera → pictures of the website."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import PIL
import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from zona.cache import keep, kept
from zona.outputs.evidence import photo
from zona.outputs.evidence.photo import Foto, convert
from zona.records.capaian.bukti import carries_more

pytestmark = pytest.mark.lambat

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>RAHASIA</dc:creator></x:xmpmeta>'
TURNS = {
    1: (RED, GREEN, BLUE, WHITE),
    2: (GREEN, RED, WHITE, BLUE),
    3: (WHITE, BLUE, GREEN, RED),
    4: (BLUE, WHITE, RED, GREEN),
    5: (RED, BLUE, GREEN, WHITE),
    6: (BLUE, RED, WHITE, GREEN),
    7: (WHITE, GREEN, BLUE, RED),
    8: (GREEN, WHITE, RED, BLUE),
}


def camera_exif(orientation: int) -> Image.Exif:
    """What a telephone writes: the turning, the place, the owner."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "RAHASIA"
    exif.get_ifd(0x8825).update({1: "S", 2: (2.0, 9.0, 30.0), 3: "E", 4: (115.0, 23.0, 0.0)})
    return exif


def quarters(width: int, height: int) -> Image.Image:
    """Red and green above, blue and white below."""
    image = Image.new("RGB", (width, height))
    half = (width // 2, height // 2)
    for colour, left, top in ((RED, 0, 0), (GREEN, half[0], 0), (BLUE, 0, half[1]), (WHITE, *half)):
        image.paste(colour, (left, top, left + half[0], top + half[1]))
    return image


def corners(content: bytes) -> list[tuple[int, ...]]:
    """The colours of a picture's quarters, each channel rounded to all or nothing."""
    image = opened(content)
    points = [(x * image.width // 4, y * image.height // 4) for y in (1, 3) for x in (1, 3)]
    return [tuple(255 * (part > 127) for part in image.getpixel(point)) for point in points]


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def made(path: Path, cache: Path | None = None) -> Foto:
    return convert(path, sha256=hashlib.sha256(path.read_bytes()).hexdigest(), cache=cache)


@pytest.fixture
def camera_photo(tmp_path: Path) -> Path:
    """A photo of 3000×2000 as a telephone keeps it: lying on its side, with place, owner, comment, XMP and colour profile."""
    path = tmp_path / "a.jpg"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    quarters(3000, 2000).save(path, exif=camera_exif(6), xmp=XMP, comment=b"RAHASIA", icc_profile=profile, dpi=(300, 300))
    return path


def test_photo_tells_nothing(camera_photo: Path) -> None:
    """Place, owner, comment, XMP and profile are gone from all three forms."""
    before = camera_photo.read_bytes()
    assert Image.open(io.BytesIO(before)).getexif().get_ifd(0x8825)
    assert before.count(b"RAHASIA") == 3
    result = made(camera_photo)
    for content in (result.webp, result.jpeg, result.kecil):
        image = opened(content)
        assert not image.getexif()
        assert not image.getexif().get_ifd(0x8825)
        assert not {"exif", "xmp", "icc_profile", "comment", "dpi", "photoshop"} & set(image.info)
        for mark in (b"RAHASIA", b"Exif", b"EXIF", b"xmpmeta", b"XMP ", b"ICC", b"Adobe"):
            assert mark not in content


def test_webp_has_no_container_for_metadata(camera_photo: Path) -> None:
    """The WebP forms hold picture data and no other chunk."""
    result = made(camera_photo)
    assert {content[12:16] for content in (result.webp, result.kecil)} == {b"VP8 "}


def test_photo_stands_upright(camera_photo: Path) -> None:
    """A photo lying on its side is turned: its width and height change places."""
    result = made(camera_photo)
    assert (result.lebar, result.tinggi) == (853, 1280)
    assert (result.lebar_kecil, result.tinggi_kecil) == (213, 320)
    assert opened(result.webp).size == opened(result.jpeg).size == (853, 1280)
    assert opened(result.kecil).size == (213, 320)


@pytest.mark.parametrize("orientation", TURNS)
def test_every_turn(tmp_path: Path, orientation: int) -> None:
    """Each of the eight ways to hold a camera ends upright, the same in every form."""
    path = tmp_path / "a.jpg"
    quarters(80, 40).save(path, exif=camera_exif(orientation))
    result = made(path)
    assert (result.lebar, result.tinggi) == ((80, 40) if orientation < 5 else (40, 80))
    for content in (result.webp, result.jpeg, result.kecil):
        assert corners(content) == list(TURNS[orientation])


@pytest.mark.parametrize("exif", [b"Exif\0\0rusak", camera_exif(1).tobytes()[:-40], camera_exif(1).tobytes()[:20]])
def test_damaged_exif(tmp_path: Path, exif: bytes) -> None:
    """A picture with damaged EXIF is refused as one that carries more than pixels; it could be published as it lies."""
    path = tmp_path / "a.jpg"
    quarters(80, 40).save(path, exif=exif)
    assert carries_more(path)
    assert made(path).lebar == 80


def test_never_larger(tmp_path: Path) -> None:
    """A small picture keeps its size, in the thumbnail too."""
    path = tmp_path / "a.png"
    quarters(100, 60).save(path)
    result = made(path)
    assert (result.lebar, result.tinggi, result.lebar_kecil, result.tinggi_kecil) == (100, 60, 100, 60)


def test_very_long(tmp_path: Path) -> None:
    """A strip stays at least one pixel wide."""
    path = tmp_path / "a.png"
    Image.new("RGB", (1, 5000)).save(path)
    result = made(path)
    assert (result.lebar, result.tinggi, result.lebar_kecil, result.tinggi_kecil) == (1, 1280, 1, 320)


def test_kinds(camera_photo: Path) -> None:
    """The forms are WebP, progressive JPEG and WebP, all in RGB."""
    result = made(camera_photo)
    images = [opened(content) for content in (result.webp, result.jpeg, result.kecil)]
    assert [(image.format, image.mode) for image in images] == [("WEBP", "RGB"), ("JPEG", "RGB"), ("WEBP", "RGB")]
    assert images[1].info["progressive"]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
@pytest.mark.parametrize("ending", ["png", "webp"])
def test_transparent_is_white(tmp_path: Path, mode: str, ending: str) -> None:
    """What is transparent becomes white, whatever colour hides below."""
    path = tmp_path / f"a.{ending}"
    image = Image.new("RGBA", (20, 20), (0, 0, 0, 0)).convert(mode)
    image.save(path, lossless=True)
    result = made(path)
    assert corners(result.webp) == corners(result.jpeg) == corners(result.kecil) == [WHITE] * 4


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK"])
def test_modes(tmp_path: Path, mode: str) -> None:
    """Scans and drawings in other modes keep their light and dark."""
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    half = Image.new("L", (40, 40), 40)
    half.paste(220, (20, 0, 40, 40))
    if mode == "I;16":
        wide = Image.new("I;16", half.size, 40 * 257)
        wide.paste(220 * 257, (20, 0, 40, 40))
        wide.save(path)
    else:
        half.convert(mode, dither=Image.Dither.NONE).save(path)
    for content in (made(path).jpeg, made(path).webp):
        image = opened(content).convert("L")
        expected = (0, 255) if mode == "1" else (40, 220)
        assert [image.getpixel(point) for point in ((5, 20), (35, 20))] == [pytest.approx(item, abs=6) for item in expected]


def swapped_profile() -> bytes:
    """A colour profile that calls red green and green red: sRGB's with two names changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_profile_is_applied(tmp_path: Path, mode: str) -> None:
    """Colours are published as the profile means them, since the profile itself is gone."""
    path = tmp_path / "a.png"
    Image.new("RGB", (20, 20), RED).convert(mode).save(path, icc_profile=swapped_profile())
    assert corners(made(path).jpeg) == [GREEN] * 4


@pytest.mark.parametrize(("mode", "profile"), [("RGB", b"rusak"), ("L", swapped_profile())])
def test_useless_profile(tmp_path: Path, mode: str, profile: bytes) -> None:
    """A damaged profile, or one for another kind of picture, leaves the colours as they are."""
    path = tmp_path / "a.png"
    Image.new(mode, (20, 20), "white").save(path, icc_profile=profile)
    assert corners(made(path).jpeg) == [WHITE] * 4


def test_png_texts_are_gone(tmp_path: Path) -> None:
    """What a program wrote into a PNG is gone."""
    path = tmp_path / "a.png"
    texts = PngInfo()
    texts.add_text("Author", "RAHASIA")
    quarters(40, 40).save(path, pnginfo=texts, exif=camera_exif(1))
    result = made(path)
    assert b"RAHASIA" in path.read_bytes()
    assert b"RAHASIA" not in result.webp + result.jpeg + result.kecil


def test_same_bytes_twice(camera_photo: Path) -> None:
    """The same content gives the same bytes."""
    assert made(camera_photo) == made(camera_photo)


def test_too_large(camera_photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture over the limit is not decoded."""
    monkeypatch.setattr(photo, "MAX_PIXELS", 1000)
    with pytest.raises(ValueError, match="too large"):
        made(camera_photo)


def refuse_to_decode(*_: object, **__: object) -> None:
    raise AssertionError("decoded again")


def test_cache_saves_decoding(camera_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture in the cache is not decoded again, and comes out the same as without a cache."""
    first = made(camera_photo, tmp_path / "cache" / "foto")
    assert first == made(camera_photo)
    monkeypatch.setattr(Image, "open", refuse_to_decode)
    assert made(camera_photo, tmp_path / "cache" / "foto") == first


def test_cache_goes_by_content(camera_photo: Path, tmp_path: Path) -> None:
    """Another content is another entry, under whatever name the file has."""
    first = made(camera_photo, tmp_path / "cache")
    other = tmp_path / "b.png"
    quarters(20, 20).save(other)
    assert made(other, tmp_path / "cache").lebar == 20
    other.write_bytes(camera_photo.read_bytes())
    assert made(other, tmp_path / "cache") == first
    assert len(list((tmp_path / "cache").iterdir())) == 2


@pytest.mark.parametrize("change", ["RESEP", "Pillow"])
def test_cache_of_another_recipe(camera_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """What another recipe or another Pillow made is not used."""
    made(camera_photo, tmp_path / "cache")
    if change == "RESEP":
        monkeypatch.setattr(photo, "RESEP", photo.RESEP + 1)
    else:
        monkeypatch.setattr("PIL.__version__", "0.0")
    made(camera_photo, tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 2


@pytest.mark.parametrize("content", [b"", b"x", bytes(29)])
def test_kept_bytes_that_are_no_picture(camera_photo: Path, tmp_path: Path, content: bytes) -> None:
    """What is kept under a photo's key but holds none is made again."""
    first = made(camera_photo, tmp_path)
    sha256 = hashlib.sha256(camera_photo.read_bytes()).hexdigest()
    key = f"foto {photo.RESEP} {PIL.__version__} {sha256}"
    assert kept(tmp_path, key) is not None
    keep(tmp_path, key, content)
    assert made(camera_photo, tmp_path) == first
