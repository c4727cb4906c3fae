"""A picture in; a small one for the pages out: upright, and with nothing but its pixels.
The same content gives the same bytes. What it shows, what it proves, and where it is published must never be known here."""

import io
import warnings
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from zona.cache import keep, kept
from zona.records.capaian.bukti import MAX_PIXELS

if TYPE_CHECKING:
    from PIL import Image

SISI_KECIL = 320  # pixels: as wide as a telephone shows it
# Raise it with every change of how pictures are made: cached ones are then made again.
RESEP = 2


@dataclass(frozen=True)
class Foto:
    """A picture's small form: a WebP thumbnail, and its size in pixels."""

    __pydantic_config__: ClassVar = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")  # how the cache keeps it

    kecil: bytes
    lebar: int
    tinggi: int


_KEPT = TypeAdapter(Foto)


def convert(path: Path, *, sha256: str, cache: Path | None) -> Foto:
    """The picture at `path`, whose content has this SHA-256. `cache` is a folder that keeps results by content."""
    # Pillow only in functions: a build without evidence must not pay for its import. The package alone is light.
    from PIL import __version__

    # Another Pillow may encode the same picture in other bytes.
    key = f"foto {RESEP} {__version__} {sha256}"
    with suppress(ValidationError):  # nothing kept, or bytes that are none of ours
        return _KEPT.validate_json(kept(cache, key) or b"")
    foto = _make(path)
    keep(cache, key, _KEPT.dump_json(foto))
    return foto


def _make(path: Path) -> Foto:
    from PIL import Image

    with warnings.catch_warnings(action="ignore"), Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
        # Pillow warns of damaged EXIF, which is not published anyway.
        if image.width * image.height > MAX_PIXELS:
            raise ValueError(f"{path.name}: picture too large to decode")
        small = only_pixels(image, SISI_KECIL)
    stream = io.BytesIO()
    small.save(stream, "WEBP", quality=72, method=4)
    return Foto(stream.getvalue(), *small.size)


def only_pixels(image: "Image.Image", most: int) -> "Image.Image":
    """The picture upright, in sRGB on white, at most so many pixels wide and high, and with nothing beside its pixels."""
    from PIL import Image

    turn = _turn(image)
    plain = _plain_mode(image)
    # Colours and turning come after shrinking: a photo has ten times the pixels that are published.
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
