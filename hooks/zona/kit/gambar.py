"""A template and its values in, pictures or a PDF out. The only place that knows Typst.

The same values give the same bytes: no system font, no clock, nothing from the network.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import fontpkg_plus_jakarta_sans

from zona.cache import keep, kept

TEMPLATES = Path(__file__).parent / "templates"
_FONTS = fontpkg_plus_jakarta_sans.ROOT / "files"
# One point is one pixel.
_PPI = 72


@dataclass(frozen=True)
class Lembar:
    """One drawn page to be: the template's name, its values, and how many of its points make a pixel (`perkecil`)."""

    template: str
    nilai: dict[str, Any]
    perkecil: int = 1


class Juru:
    """Who draws. `cache` is a folder that keeps what was drawn, by its content; None keeps nothing."""

    def __init__(self, cache: Path | None) -> None:
        self.cache = cache
        self.digambar = 0

    @cached_property
    def _resep(self) -> str:
        """What every drawing depends on beside its values: Typst, the fonts, Pillow, and the templates."""
        parts = [version("typst"), version("fontpkg-plus-jakarta-sans"), version("pillow")]
        parts += [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.glob("*.typ"))]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @cached_property
    def _compiler(self) -> Any:
        # Typst only here: a build that finds everything kept must not pay for its 30 MB.
        import typst

        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(_FONTS)])
        return typst.Compiler(root=str(TEMPLATES), font_paths=fonts)

    def gambar(self, lembar: Sequence[Lembar]) -> list[bytes]:
        """Each page as a PNG (a smaller one as WebP), in order. Those not kept are drawn in one document for each template
        and size, which costs less than a document each."""
        keys = [
            self._key("png" if item.perkecil == 1 else "webp 64", item.template, item.nilai, item.perkecil) for item in lembar
        ]
        found = {key: kept(self.cache, key) for key in keys}
        missing: dict[tuple[str, int], dict[str, Lembar]] = {}
        for key, item in zip(keys, lembar, strict=True):
            if found[key] is None:
                missing.setdefault((item.template, item.perkecil), {})[key] = item
        for (template, perkecil), items in missing.items():
            drawn = self._draw(template, [item.nilai for item in items.values()], format="png", ppi=_PPI / perkecil)
            pictures = drawn if isinstance(drawn, list) else [drawn]
            if len(pictures) != len(items):
                raise ValueError(f"{template}: {len(items)} pages asked, {len(pictures)} drawn")
            for key, content in zip(items, pictures, strict=True):
                found[key] = content if perkecil == 1 else _thumbnail(content)
                keep(self.cache, key, found[key] or b"")
        return [found[key] or b"" for key in keys]

    def pdf(self, template: str, nilai: dict[str, Any], per_tanggal: date) -> bytes:
        """One document as PDF/UA-1, dated `per_tanggal`. Typst refuses what the standard forbids, as a picture without
        alternative text."""
        key = self._key("pdf", template, nilai, per_tanggal.isoformat())
        content = kept(self.cache, key)
        if content is None:
            moment = int(datetime.fromisoformat(f"{per_tanggal}T00:00:00+00:00").timestamp())
            drawn = self._draw(template, nilai, format="pdf", pdf_standards=["ua-1"], timestamp=moment)
            assert isinstance(drawn, bytes)
            content = drawn
            keep(self.cache, key, content)
        return content

    def _draw(self, template: str, nilai: Any, **options: Any) -> Any:
        self.digambar += len(nilai) if isinstance(nilai, list) else 1
        text = json.dumps(nilai, ensure_ascii=False)
        return self._compiler.compile(input=str(TEMPLATES / template), sys_inputs={"data": text}, **options)

    def _key(self, *parts: Any) -> str:
        return json.dumps([self._resep, *parts], ensure_ascii=False, sort_keys=True)


def _thumbnail(content: bytes) -> bytes:
    """A thumbnail in 64 colours, as lossless WebP: a quarter of the size, and no difference to see. Large pictures stay PNG,
    which every program takes, and as they are drawn: for them fewer colours would cost more than drawing."""
    from PIL import Image

    stream = io.BytesIO()
    with Image.open(io.BytesIO(content)) as image:
        few = image.convert("RGB").quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.convert("RGB").save(stream, "WEBP", lossless=True, quality=80, method=4)
    return stream.getvalue()
