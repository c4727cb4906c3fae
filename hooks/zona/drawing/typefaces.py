"""The typefaces of everything drawn, in the order in which Typst asks them, and what is drawn for a sign that none of them has.

PDF/UA refuses a text with a sign that can't be shown, so this is decided before Typst sees the text: such a sign becomes the
plain letters that Unicode names for it (fullwidth or “mathematical” letters from a chat), else `TOFU`."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

import fontpkg_plus_jakarta_sans
import manimgx_fonts

_JAKARTA = Path(fontpkg_plus_jakarta_sans.ROOT) / "files"
_NOTO = Path(manimgx_fonts.__file__).parent
_SCRIPTS = (
    "Symbols Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam Myanmar "
    "Oriya Sinhala Tamil Telugu Thai"
)
_FILES = {
    "Plus Jakarta Sans": _JAKARTA / "PlusJakartaSans[wght].ttf",
    "Noto Sans": _NOTO / "NotoSans[wght].ttf",
    "Noto Emoji": _NOTO / "NotoEmoji[wght].ttf",  # before the symbols: it has digits in their keycaps
    **{f"Noto Sans {name}": _NOTO / f"NotoSans{name}[wght].ttf" for name in _SCRIPTS.split()},
}
# Typst brings this one inside itself, where no table can be read. What is taken from it are arrows, mathematics, boxes and
# dingbats (✓); a test holds that Typst draws every sign of these ranges.
_BUILT_IN = "DejaVu Sans Mono"
_OF_BUILT_IN = (
    "2190-2213 2215-2215 2217-2220 2223-2223 2227-222D 2234-223D 2241-2269 226D-228B 228D-22A5 22B2-22B5 22B8-22B8 22C2-22C6 "
    "22CD-22D1 22DA-22E9 22EF-22EF 2300-2306 2308-2315 2318-2319 231C-2321 2325-2328 232B-232B 2335-237A 237D-237D 2380-2383 "
    "2388-238B 2395-2395 239B-23AE 23CE-23CF 2423-2423 2500-262F 2638-268B 2690-269C 26A0-26A1 26B0-26B1 2701-2704 2706-2709 "
    "270C-2727 2729-274B 274D-274D 274F-2752 2756-2756 2758-275E 2761-2775 2794-2794 2798-27AF 27B1-27BE 27C2-27C2 27C5-27C6 "
    "27DC-27DC 27E0-27E0 27E6-27EB 27F5-27F7 2B05-2B0D 2B12-2B1A"
)
# What a drawing template can be given.
Drawable: TypeAlias = str | float | bool | list["Drawable"] | tuple["Drawable", ...] | dict[str, "Drawable"] | None

FOLDERS = (_JAKARTA, _NOTO)
CHAIN = (*_FILES, _BUILT_IN)
TOFU = "□"

# Signs that have no look of their own: Typst takes them in any typeface, as they are.
_UNSEEN = (
    "\n\u2028\u2029\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\ufff0-"
    "\ufff8\U000e0000-\U000e0fff"
)
# Text of these signs alone needs no further look: the first typeface has the others, and only few texts hold any other.
PLAIN = re.compile(f"[{_UNSEEN}\t -~\u00a0-\u0148\u014a-\u017e‐‒-―‘-‚“-„†-•…‰′″‹›]*")
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]")


def drawable(value: Drawable) -> Drawable:
    """The value, however nested, with every text as it can be drawn."""
    if isinstance(value, str):
        return value if PLAIN.fullmatch(value) else "".join(drawn for _, drawn in as_drawn(value))
    if isinstance(value, dict):
        return {key: drawable(item) for key, item in value.items()}
    return [drawable(item) for item in value] if isinstance(value, list | tuple) else value


def as_drawn(text: str) -> Iterator[tuple[str, str]]:
    """Each sign of a text with what is drawn for it, which mostly is itself. A mark (an accent, a vowel's sign) stays only
    where one typeface has it together with its letter."""
    together: frozenset[int] | None = None  # the typefaces that have the last letter with all of its marks so far
    for sign in text:
        if _UNSEEN_SIGN.match(sign):
            yield sign, sign
            continue
        drawn = sign if _having(sign) else _plain_letters(sign)
        having = _having(drawn)
        if unicodedata.category(sign).startswith("M") and together is not None:
            having &= together
            drawn = drawn if having else TOFU
        together = having or _having(drawn)
        yield sign, drawn


def _plain_letters(sign: str) -> str:
    """What Unicode names as the plain form of a sign (Ａ: A, ㎏: kg), where that can be drawn."""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain != sign and all(map(_having, plain)) else TOFU


@cache
def _having(text: str) -> frozenset[int]:
    """The typefaces, by their place in the chain, that have every sign of a text."""
    points = set(map(ord, text))
    return frozenset(place for place, known in enumerate(_tables()) if points <= known)


@cache
def _tables() -> tuple[frozenset[int], ...]:
    """Each typeface's signs."""
    import uharfbuzz  # only where some text needs it

    tables = [frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)).unicodes) for path in _FILES.values()]
    ranges = (part.split("-") for part in _OF_BUILT_IN.split())
    return (*tables, frozenset(point for first, last in ranges for point in range(int(first, 16), int(last, 16) + 1)))
