"""What a picture shows: its pixels, upright and in the colours that it means. Evidence comes into the data so, and the small
pictures of pages are made so. Where a picture comes from, and where it goes, must never be known here."""

import io
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image


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
