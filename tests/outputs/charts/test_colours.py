"""Contrast, computed from the tokens of the styles: what is read, and what only has to be seen (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest
from support.site_colours import CSS, contrast, tokens

SCHEMES = ("terang", "gelap", "cetak")
STATES = ("ok", "wait", "run", "late", "unrep", "idle")
# Surfaces: cards, the paper around them, and the soft ground of the current month, of notes and of opened rows.
GRAPHICS = [(front, ground) for front in (*STATES, "gold-text", "mut", "bar") for ground in ("card", "paper", "soft")]
TEXTS = [
    (front, ground)
    for front in ("ink", "mut", "brand", "ok", "wait", "run-text", "late", "unrep", "gold-text", "unsure", "note", "order")
    for ground in ("card", "paper", "soft")
]
READ_LONG = [("ink", "card"), ("ink", "paper"), ("ink", "soft")]


def test_the_measure() -> None:
    """Black on white is 21, and a grey of a known ratio has it."""
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("pairs", "least"), [(GRAPHICS, 3), (TEXTS, 4.5), (READ_LONG, 7)], ids=["gambar", "teks", "bacaan"])
def test_contrast(scheme: str, pairs: list[tuple[str, str]], least: float) -> None:
    """Marks and surfaces reach 3, words 4.5, long text 7, on every ground they stand on."""
    found = tokens(scheme)
    weak = {pair: round(contrast(found[pair[0]], found[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < least} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_on_states(scheme: str) -> None:
    """What is cut out of a state's surface (the tick, dots, exclamation marks) is the card's colour, and reaches 3 on it;
    so do words on the brand's colour 4.5."""
    found = tokens(scheme)
    assert min(contrast(found["card"], found[state]) for state in STATES) >= 3
    assert contrast(found["on-fill"], found["fill"]) >= 7


def test_every_colour_of_the_charts_is_measured() -> None:
    """No rule of the charts paints with a colour that the tests above don't know; only lines of the scale may be fainter,
    because the numbers beside them say the same."""
    painted = set(re.findall(r"(?:fill|stroke): var\(--zi-([\w-]+)\)", CSS))
    assert painted <= {front for front, _ in GRAPHICS + TEXTS} | {"card", "paper", "soft", "line"}
    assert re.findall(r"([^\n{}]+)\{[^{}]*(?:fill|stroke): var\(--zi-line\)", CSS) == [".zi-grafik .garis "]
    charts = CSS[CSS.index("/* Charts:") : CSS.index("/* The plan: a table")]
    assert not re.search(r"#[0-9a-f]{3}|rgb|opacity", charts)


def test_dark_is_one_set_of_colours() -> None:
    """The colours on a dark device and by the reader's choice are the same, and light and dark name the same tokens."""
    blocks = re.findall(r":root(?:\[data-skema=\"gelap\"\]|:not\(\[data-skema=\"terang\"\]\))? \{([^}]*--zi-paper[^}]*)\}", CSS)
    light, device, chosen = (dict(re.findall(r"(--[\w-]+): ([^;]+);", block)) for block in blocks[:3])
    assert device == chosen
    assert light.keys() == device.keys()
