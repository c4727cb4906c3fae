"""What a built site publishes, read by other people's programs: its JSON, its tables with values of their kinds, its pages,
its papers. Nothing here asks the core."""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from recount.published_page import Element, read_page
from recount.status_again import TAHUN

Row = dict[str, Any]
UNDUHAN = f"unduhan/{TAHUN}"


def api(root: Path, name: str) -> Any:
    """A published JSON file, by its name below api/v1/."""
    return json.loads((root / "api/v1" / f"{name}.json").read_text(encoding="utf-8"))


def page_of(root: Path, address: str) -> Element:
    """A page, by its address."""
    return read_page(root / address / "index.html")


def rows_of(root: Path, name: str) -> list[Row]:
    """A table's rows as its CSV has them, each value of the kind that the package gives its column."""
    (kinds,) = (kinds_of(item) for item in package(root) if item["name"] == name)
    return [{key: value_of(cell, kinds[key]) for key, cell in line.items()} for line in csv_of(root, name)]


def csv_of(root: Path, name: str) -> list[dict[str, str]]:
    """A table's rows as its CSV has them."""
    text = (root / UNDUHAN / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def kinds_of(item: Row) -> dict[str, str]:
    """What each column of a table holds, as the package describes it."""
    return {field["name"]: field["type"] for field in item["schema"]["fields"]}


def value_of(cell: str, kind: str) -> Any:
    """The value that a CSV cell stands for; a date stays as it is written."""
    if cell == "":
        return None
    if kind == "boolean":
        return {"true": True, "false": False}[cell]
    if kind in ("integer", "number"):
        return int(cell) if kind == "integer" else float(cell)
    return cell[1:] if cell.startswith(tuple(f"'{sign}" for sign in "=+-@\t\r\n＝＋－＠")) else cell


def only(rows: list[Row], *keys: str) -> list[tuple[Any, ...]]:
    """Of each row the values of these keys."""
    return [tuple(row[key] for key in keys) for row in rows]


def package(root: Path) -> list[Row]:
    """The tables, as the package describes them."""
    found: list[Row] = json.loads((root / UNDUHAN / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    return found


def text_of(path: Path) -> str:
    """The words of a PDF."""
    return _text(path.read_bytes())


@lru_cache(maxsize=64)
def _text(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
