"""The colours of the site's sheet, and the contrast of two of them (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re

from zona.outputs import assets

CSS = "".join((assets.FOLDER / assets.PARTS / f"{name}.css").read_text(encoding="utf-8") for name in assets.SHEETS)


def tokens(scheme: str) -> dict[str, str]:
    """The tokens' values: light, dark by choice, or light with what print changes."""
    bodies = re.findall(r":root[^{]*\{([^{}]*--zi-card:[^{}]*)\}", CSS)
    blocks = [dict(re.findall(r"--zi-([\w-]+): (#\w+)", body)) for body in bodies]
    light, _, dark, forced, printed = blocks
    assert not forced  # forced colours are the reader's own: system colours, no tokens of ours
    return {"terang": light, "gelap": dark, "cetak": light | printed}[scheme]


def luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """The ratio of two colours, from 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)
