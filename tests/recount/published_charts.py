"""The charts of published pages, read as XML."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from recount.published_page import Element, read_page
from recount.status_again import TAHUN

SVG = "{http://www.w3.org/2000/svg}"


def api(root: Path, name: str) -> Any:
    """A published JSON file of the year."""
    return json.loads((root / f"api/v1/{TAHUN}/{name}.json").read_text(encoding="utf-8"))


def drawings(page: Path) -> dict[str, ET.Element]:
    """The page's charts by their id, parsed as XML: they are well-formed."""
    parsed = []
    for start in re.split(r"(?=<svg xmlns=)", page.read_text(encoding="utf-8"))[1:]:
        depth = 0
        for tag in re.finditer(r"<svg[^>]*>|</svg>", start):
            depth += 1 if tag[0] != "</svg>" else -1
            if not depth:
                parsed.append(ET.fromstring(start[: tag.end()]))
                break
    return {item[0].get("id", "").removesuffix("-t"): item for item in parsed}


def texts(drawing: ET.Element, css: str) -> list[str]:
    """The texts of a class in a drawing, in order."""
    return ["".join(item.itertext()) for item in drawing.iter(f"{SVG}text") if item.get("class") == css]


def page_of(root: Path, address: str) -> tuple[dict[str, ET.Element], Element]:
    """A page's charts by their id, and the page."""
    path = root / address / "index.html"
    return drawings(path), read_page(path)
