"""What a picture's file holds: its pixels, and what stands beside them. Evidence comes into the data as pixels alone, upright
and in the colours that they mean; small pictures of pages are made so too. Where a picture comes from, and where it goes, must
never be known here."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

# The parts that say how pixels are shown, and nothing else: chunks of PNG and WebP; segments of JPEG with their marker, where a
# JFIF header may hold no thumbnail, which can be of the photo before it was cut.
_PNG = frozenset(b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT".split())
_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ICCP"))
_PLAIN = re.compile(rb"[\xc0-\xdf].*|\xe0JFIF\0.{7}\0\0|\xe2ICC_PROFILE\0.*|\xeeAdobe.{7}", re.DOTALL)
_MARKER = re.compile(rb"\xff+([\xc0-\xcf\xd9-\xfe])")
_EOI, _SOS = 0xD9, 0xDA

EXIF, BEHIND = b"EXIF", b"BEHIND"


def parts_beside(content: bytes) -> frozenset[bytes]:
    """The parts of a JPEG, PNG or WebP that tell something beside its pixels, by the four letters that each begins with, large;
    BEHIND for what follows the picture in its file, as the film of a moving photo does. Pillow passes many over in silence.
    The formats: ITU-T T.81 annex B, the PNG specification, RFC 9649."""
    parts = _of_jpeg if content.startswith(b"\xff\xd8") else _of_webp if content.startswith(b"RIFF") else _of_png
    return frozenset(part.upper() for part in parts(content))


def _of_jpeg(content: bytes) -> Iterator[bytes]:
    at, find = 2, _MARKER.match
    while found := find(content, at):
        marker, at = found[1], found.end()
        if marker[0] == _EOI:
            break
        size = int.from_bytes(content[at : at + 2], "big")
        body = content[at + 2 : at + size]
        if not _PLAIN.fullmatch(marker + body):
            yield body[:4]
        at += size
        find = _MARKER.search if marker[0] == _SOS else _MARKER.match  # pixels lie between a scan's head and the next marker
    yield from _behind(content, at)


def _of_png(content: bytes) -> Iterator[bytes]:
    at, name = 8, b""
    while name != b"IEND" and at < len(content):
        size, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        at += 12 + (size if name != b"IEND" else 0)
        if name not in _PNG:
            yield name
    yield from _behind(content, at)


def _of_webp(content: bytes) -> Iterator[bytes]:
    end = 8 + int.from_bytes(content[4:8], "little")
    yield from _of_riff(content[12:end])
    yield from _behind(content, end)


def _of_riff(content: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(content):
        name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if name == b"ANMF":  # a picture of a moving one: its own parts follow its place and time
            yield from _of_riff(content[at + 24 : at + 8 + size])
        elif name not in _WEBP:
            yield name
        at += 8 + size + size % 2


def _behind(content: bytes, end: int) -> Iterator[bytes]:
    if content[end:].strip(b"\0"):
        yield BEHIND


def only_pixels(image: "Image.Image", most: int) -> "Image.Image":
    """The picture upright, in sRGB on white, at most so many pixels wide and high, and with nothing beside its pixels."""
    from PIL import Image

    turn = _turn(image)
    plain = _plain_mode(image)
    # Colours and turning come after shrinking: a photo of a telephone has several times the pixels that are kept.
    plain.thumbnail((most, most), Image.Resampling.LANCZOS)
    plain = _on_white(_srgb(plain, image.info.get("icc_profile")))
    if turn is not None:
        plain = plain.transpose(turn)
    # Onto a new image: savers take comments and the like from an old one.
    clean = Image.new("RGB", plain.size)
    clean.paste(plain)
    return clean


def _turn(image: "Image.Image") -> "Image.Transpose | None":
    """What makes the picture upright. Read by hand: Pillow's own would also write the EXIF anew, and fail on a damaged one."""
    from PIL.Image import Transpose

    orientation = 1
    with suppress(Exception):  # damaged EXIF: the picture is good, only its turning is unknown
        orientation = image.getexif().get(0x0112, 1)
    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)


def _plain_mode(image: "Image.Image") -> "Image.Image":
    """The picture in a mode that shrinks and converts well: L, RGB, RGBA or CMYK."""
    if image.mode.startswith("I;16"):
        # Plain conversion would cut 16 bits off at 255, which makes nearly everything white.
        grey = image.point(lambda value: value * (1 / 257)).convert("L")
        grey.info.pop("transparency", None)
        return grey
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _srgb(image: "Image.Image", profile: bytes | None) -> "Image.Image":
    """The colours that the profile means, in the colour space that browsers assume where there is no profile."""
    from PIL import ImageCms

    if profile:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        with suppress(ImageCms.PyCMSError, OSError):  # a damaged profile, or one for another mode: the plain colours are near
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
            return converted or image
    return image


def _on_white(image: "Image.Image") -> "Image.Image":
    from PIL import Image

    if image.mode != "RGBA":
        return image.convert("RGB")
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
