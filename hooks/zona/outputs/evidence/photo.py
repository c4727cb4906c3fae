"""A picture in; a small one for the pages out. The same content gives the same bytes. What it shows, what it proves, and where
it is published must never be known here."""

import io
import warnings
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from zona.cache import keep, kept
from zona.records.capaian.bukti import MAX_PIXELS, PICTURES
from zona.records.capaian.picture_content import only_pixels

SISI_KECIL = 320  # pixels; pages show it at most 192 wide, and screens of telephones have more dots than that
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
    """The small form of a picture whose content has this SHA-256. `cache` is a folder that keeps small forms by content."""
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

    with warnings.catch_warnings(action="ignore"), Image.open(path, formats=PICTURES) as image:
        if image.width * image.height > MAX_PIXELS:
            raise ValueError(f"{path.name}: picture too large to decode")
        small = only_pixels(image, SISI_KECIL)
    stream = io.BytesIO()
    small.save(stream, "WEBP", quality=72, method=4)
    return Foto(stream.getvalue(), *small.size)
