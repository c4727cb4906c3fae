"""A picture as a camera, a scanner or a program made it → the pixels that everybody sees, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from support.evidence_files import BLUE, GREEN, RED, WHITE, corners, opened, quarters, saved, swapped_profile
from zona.desk.clean_evidence import SISI, clean
from zona.records.capaian.bukti import opens

pytestmark = pytest.mark.lambat

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
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


def taken(content: bytes, kind: str, folder: Path) -> bytes:
    """The picture as it comes into the data, where the check finds nothing more in it."""
    found = clean(content, ENDINGS[kind])
    (folder / f"masuk.{found.akhiran}").write_bytes(found.content)
    assert opens(folder / f"masuk.{found.akhiran}", found.akhiran) is None
    assert opened(found.content).format == kind
    return found.content


@pytest.mark.parametrize("kind", ENDINGS)
def test_photo_tells_nothing(kind: str, tmp_path: Path) -> None:
    """Place, owner, comment, XMP and profile of a photo of 3000×2000 on its side are gone; it stands upright, as large as may
    be, in RGB; a JPEG comes line after line."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"JPEG": {"comment": b"RAHASIA", "xmp": XMP}, "WEBP": {"xmp": XMP}}.get(kind, {})
    before = saved(quarters(3000, 2000), kind, exif=camera_exif(6), icc_profile=profile, dpi=(300, 300), **more)
    assert Image.open(io.BytesIO(before)).getexif().get_ifd(0x8825)
    assert before.count(b"RAHASIA") == 1 + len(more)
    content = taken(before, kind, tmp_path)
    image = opened(content)
    assert not image.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment", "dpi", "photoshop"} & set(image.info)
    for mark in (b"RAHASIA", b"Exif", b"EXIF", b"eXIf", b"xmpmeta", b"XMP ", b"ICC", b"Adobe"):
        assert mark not in content
    assert (image.size, image.mode) == ((SISI * 2 // 3, SISI), "RGB")
    assert corners(content) == list(TURNS[6])
    assert kind != "JPEG" or image.info["progressive"]
    assert kind != "WEBP" or content[12:16] == b"VP8 "  # picture data and no other chunk


@pytest.mark.parametrize("kind", ENDINGS)
@pytest.mark.parametrize("orientation", TURNS)
def test_every_turn(orientation: int, kind: str, tmp_path: Path) -> None:
    """Each of the eight ways to hold a camera ends upright."""
    content = taken(saved(quarters(80, 40), kind, exif=camera_exif(orientation)), kind, tmp_path)
    assert opened(content).size == ((80, 40) if orientation < 5 else (40, 80))
    assert corners(content) == list(TURNS[orientation])


@pytest.mark.parametrize("exif", [b"Exif\0\0rusak", camera_exif(1).tobytes()[:-40], camera_exif(1).tobytes()[:20]])
def test_damaged_exif(exif: bytes, tmp_path: Path) -> None:
    """A picture with damaged EXIF is good: it comes in as it lies, and without its EXIF."""
    content = taken(saved(quarters(80, 40), "JPEG", exif=exif), "JPEG", tmp_path)
    assert corners(content) == list(TURNS[1])


@pytest.mark.parametrize("height", [5000, 60])
def test_strips(height: int, tmp_path: Path) -> None:
    """A strip stays at least one pixel wide, and a small picture never grows."""
    assert opened(taken(saved(Image.new("RGB", (1, height)), "PNG"), "PNG", tmp_path)).size == (1, min(height, SISI))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_transparent_is_white(mode: str, kind: str, tmp_path: Path) -> None:
    """What is transparent becomes white, whatever colour hides below."""
    image = Image.new("RGBA", (20, 20), (0, 0, 0, 0)).convert(mode)
    assert corners(taken(saved(image, kind, lossless=True), kind, tmp_path)) == [WHITE] * 4


def half_light(mode: str) -> Image.Image:
    """A picture in this mode, dark on its left and light on its right."""
    half = Image.new("L", (40, 40), 40)
    half.paste(220, (20, 0, 40, 40))
    if mode != "I;16":
        return half.convert(mode, dither=Image.Dither.NONE)
    wide = Image.new("I;16", half.size, 40 * 257)
    wide.paste(220 * 257, (20, 0, 40, 40))
    return wide


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK"])
def test_modes(mode: str, tmp_path: Path) -> None:
    """Scans and drawings in other modes keep their light and dark."""
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = opened(taken(saved(half_light(mode), kind), kind, tmp_path)).convert("L")
    expected = (0, 255) if mode == "1" else (40, 220)
    assert [image.getpixel(point) for point in ((5, 20), (35, 20))] == [pytest.approx(item, abs=6) for item in expected]


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_profile_is_applied(mode: str, tmp_path: Path) -> None:
    """Colours stand in the pixels as the profile means them, since the profile itself is gone."""
    content = saved(Image.new("RGB", (20, 20), RED).convert(mode), "PNG", icc_profile=swapped_profile())
    assert corners(taken(content, "PNG", tmp_path)) == [GREEN] * 4


@pytest.mark.parametrize(("mode", "profile"), [("RGB", b"rusak"), ("L", swapped_profile())])
def test_useless_profile(mode: str, profile: bytes, tmp_path: Path) -> None:
    """A damaged profile, or one for another kind of picture, leaves the colours as they are."""
    content = saved(Image.new(mode, (20, 20), "white"), "PNG", icc_profile=profile)
    assert corners(taken(content, "PNG", tmp_path)) == [WHITE] * 4


def test_png_texts_are_gone(tmp_path: Path) -> None:
    """What a program wrote into a PNG is gone."""
    texts = PngInfo()
    texts.add_text("Author", "RAHASIA")
    before = saved(quarters(40, 40), "PNG", pnginfo=texts)
    assert b"RAHASIA" in before
    assert b"RAHASIA" not in taken(before, "PNG", tmp_path)
