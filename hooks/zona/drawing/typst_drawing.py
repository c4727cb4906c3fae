"""A template and its values in, the same pictures or PDF out: no system font, clock or network. Only this knows Typst."""

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from zona.cache import keep, kept
from zona.drawing.template_values import Values, with_code
from zona.drawing.typefaces import CHAIN, FOLDERS, Drawable, drawable

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "templates"
_PPI = 72  # one point is one pixel


@dataclass(frozen=True)
class DrawnPage:
    """One page to draw: its values, and how many points of its template make a pixel (`perkecil`)."""

    values: Values
    perkecil: int = 1


class Drawer:
    """Draws templates with Typst. `cache` keeps what was drawn, if given; `left_out` gathers why a drawing, by path, failed."""

    def __init__(self, cache: Path | None) -> None:
        self.cache = cache
        self.digambar = 0
        self.left_out: dict[str, BaseException] = {}

    @contextmanager
    def attempt(self, *paths: str) -> Iterator[None]:
        """Whatever fails within leaves out the drawings of these paths, and nothing else."""
        try:
            yield
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic inside Typst is no Exception
            self.left_out |= dict.fromkeys(paths, error)

    @cached_property
    def _resep(self) -> str:
        """What every drawing depends on beside its values: Typst, the fonts, Pillow, and the templates."""
        parts = [version(name) for name in ("typst", "fontpkg-plus-jakarta-sans", "manimgx-fonts", "pillow", "segno")]
        parts += [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.glob("*.typ"))]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @cached_property
    def _compiler(self) -> "typst.Compiler":
        # Typst only here: a build that finds everything kept must not pay for its 30 MB.
        import typst

        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(map(str, FOLDERS)))
        return typst.Compiler(root=str(TEMPLATES), font_paths=fonts)

    def pictures(self, template: str, pages: Mapping[str, DrawnPage]) -> dict[str, bytes]:
        """Each page by its path, as a PNG (a smaller one as WebP), without those that can't be drawn. Those not kept are drawn
        in one document for each size, which costs less than a document each."""
        values = {path: drawable(page.values) for path, page in pages.items()}
        keys = {
            path: self._key("png" if page.perkecil == 1 else "webp 64", template, values[path], page.perkecil)
            for path, page in pages.items()
        }
        found = {path: content for path, key in keys.items() if (content := kept(self.cache, key)) is not None}
        for perkecil in sorted({page.perkecil for page in pages.values()}):
            missing = {path: values[path] for path in pages if path not in found and pages[path].perkecil == perkecil}
            for path, content in self._pictures(template, perkecil, missing).items():
                found[path] = content
                keep(self.cache, keys[path], content)
        return {path: found[path] for path in pages if path in found}

    def _pictures(self, template: str, perkecil: int, items: Mapping[str, Drawable]) -> dict[str, bytes]:
        """The pages drawn together; where that fails, each by itself, so that one costs only itself."""
        drawn: dict[str, bytes] = {}
        with self.attempt():
            drawn = self._together(template, perkecil, items)
        if not drawn:
            for path, item in items.items():
                with self.attempt(path):
                    drawn |= self._together(template, perkecil, {path: item})
        return drawn

    def _together(self, template: str, perkecil: int, items: Mapping[str, Drawable]) -> dict[str, bytes]:
        drawn = self._draw(template, list(items.values()), "png", ppi=_PPI / perkecil) if items else []
        if len(drawn) != len(items):
            raise ValueError(f"{template}: {len(items)} pages asked, {len(drawn)} drawn")
        return {path: content if perkecil == 1 else _thumbnail(content) for path, content in zip(items, drawn, strict=True)}

    def pdf(self, template: str, values: Values, per_tanggal: date) -> bytes:
        """One document as PDF/UA-1, dated `per_tanggal`: Typst refuses, for one, a picture without alternative text."""
        nilai = drawable(values)
        key = self._key("pdf", template, nilai, per_tanggal.isoformat())
        content = kept(self.cache, key)
        if content is None:
            moment = int(datetime.combine(per_tanggal, time.min, UTC).timestamp())
            (content,) = self._draw(template, nilai, "pdf", pdf_standards=["ua-1"], timestamp=moment)
            keep(self.cache, key, content)
        return content

    # Any: what else Typst is told, of kinds of its own.
    def _draw(self, template: str, nilai: Drawable, form: Literal["png", "pdf"], **options: Any) -> list[bytes]:
        """The drawn files: one for each page of pictures, one for a document."""
        self.digambar += len(nilai) if isinstance(nilai, list) else 1
        data = list(map(with_code, nilai)) if isinstance(nilai, list) else with_code(nilai)
        inputs = {"data": json.dumps(data, ensure_ascii=False), "huruf": json.dumps(CHAIN)}
        drawn = self._compiler.compile(input=str(TEMPLATES / template), format=form, sys_inputs=inputs, **options)
        assert drawn is not None  # it is where no output file is named
        return drawn if isinstance(drawn, list) else [drawn]

    def _key(self, *parts: Drawable) -> str:
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
