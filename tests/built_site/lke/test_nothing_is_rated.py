"""No output anywhere rates the office by the LKE: no value, letter, predicate, points, or survey's scale made into one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from recount.published_data import api
from recount.published_page import read_page, words
from recount.self_ratings import self_ratings
from recount.status_again import TAHUN

# Keys for what surveys report themselves, and for what channels are reached by: no rating by the LKE.
OTHER = {"survei": {"nilai", "nilai_tertinggi", "jumlah_nilai", "mutu", "mutu_layanan"}, "kanal": {"nilai"}}
BLOCKS = ("p", "td", "th", "dd", "dt", "h1", "h2", "h3", "small", "summary", "figcaption", "li")


@pytest.mark.parametrize(
    "claim",
    [
        "Nilai LKE kami 87,5.", "Area V: skor 12,40 dari 15.", "Pemenuhan 25,20 poin.", "Butir A.1.I.i.a dijawab A.",
        "Zona integritas kantor bernilai B.", "Predikat WBK diraih tahun ini.", "Kantor ini layak WBK.",
        "Nilai persepsi korupsi 3,6 dikonversi menjadi 15,75.", "Area II\nNilai butir ini 0,75", "WBK: nilai 80",
        "Reform: nilainya baik.",
        "Zona integritas memenuhi syarat.",
    ],
)  # fmt: skip
def test_claims_are_found(claim: str) -> None:
    """Each way to rate oneself that anyone may think of is found, so that the tests below tell something."""
    assert self_ratings(claim)


@pytest.mark.parametrize(
    "plain",
    [
        "Kami tidak menghitung nilai.", "Mutu pelayanan B.", "Indeks 82,31 dari 100.", "Predikat pertama yang dituju WBK.",
        "Peraturan Menteri PANRB 90/2021.", "A.1.V.ii.a 3 bukti terverifikasi.", "36 / 110 butir punya bukti terverifikasi.",
    ],
)  # fmt: skip
def test_plain_words_are_not(plain: str) -> None:
    """Counts, sources and what a survey reports are no rating."""
    assert self_ratings(plain) == []


def test_pages(any_site: Path) -> None:
    """No page rates the office, in what it shows or in what it says of itself to machines."""
    found = []
    for path in sorted(any_site.rglob("*.html")):
        page = read_page(path)
        heads = [item.attributes.get("content", "") for item in page.walk() if item.name == "meta"]
        parts = [words(item) for item in page.walk() if item.name in BLOCKS]
        found += [f"{path.relative_to(any_site)}: {told}" for text in (*heads, *parts) for told in self_ratings(text)]
    assert found == []


def test_data_and_tables(any_site: Path) -> None:
    """No file of data does, in its words or by a key that says so; nor a table, a feed, or an answer of the search."""
    files = [path for path in any_site.rglob("*") if path.suffix in (".json", ".csv", ".xml", ".ics", ".yml")]
    assert len(files) > 30
    told = {path: list(texts_of(path)) for path in files}
    assert [f"{path.name}: {found}" for path, texts in told.items() for text in texts for found in self_ratings(text)] == []
    for path in sorted((any_site / "api" / "v1").rglob("*.json")):
        keys = set(keys_of(json.loads(path.read_text(encoding="utf-8")))) - OTHER.get(path.stem, set())
        if "skema" not in path.parts and path.stem not in ("openapi", "perubahan"):
            assert not [key for key in keys if re.search(r"skor|poin|predikat|mutu|huruf|peringkat|nilai|konversi", key)], path


def test_no_survey_becomes_a_value(any_site: Path) -> None:
    """No figure that a survey came to stands on the page, in the data or in the table of the LKE, whose results it would be
    turned into points for."""
    surveys = api(any_site, f"{TAHUN}/survei")["survei"]
    figures = {f"{item[key]:.2f}" for item in surveys for key in ("indeks", "rata_rata") if item.get(key)}
    page = words(next(item for item in read_page(any_site / f"lke/{TAHUN}/index.html").walk() if item.name == "main"))
    table = (any_site / "unduhan" / str(TAHUN) / "lke.csv").read_text(encoding="utf-8-sig")
    data = (any_site / "api/v1" / str(TAHUN) / "lke.json").read_text(encoding="utf-8")
    for figure in figures:
        assert not [text for text in (page, table, data) if figure in text or figure.replace(".", ",") in text]


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a file: of JSON its values, of others their lines."""
    text = path.read_text(encoding="utf-8-sig")
    yield from values_of(json.loads(text)) if path.suffix == ".json" else text.splitlines()


def values_of(value: Any) -> Iterator[str]:
    """Every text within a JSON value."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from values_of(inner)
    elif isinstance(value, str):
        yield value


def keys_of(value: Any) -> Iterator[str]:
    """Every key within a JSON value."""
    if isinstance(value, dict):
        yield from value
    for inner in (value.values() if isinstance(value, dict) else value) if isinstance(value, dict | list) else ():
        yield from keys_of(inner)
