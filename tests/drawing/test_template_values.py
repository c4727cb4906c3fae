"""What drawing templates take: every value that is handed over is drawn, and nothing else is asked for at the top."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from test_cards import CACHE
from zona.drawing import cards, lembar_monev, letter_papers, lke_papers, month_papers, posters
from zona.drawing.typst_drawing import TEMPLATES
from zona.findings.year_findings import Findings
from zona.outputs.evidence.lke_evidence import area_folder
from zona.outputs.evidence.published import publish_all
from zona.outputs.letters import letters_of
from zona.outputs.sharing import cards_of, months_to_hang, posters_of
from zona.records.lke.formulir import area_menurut_kode


def of_cards(findings: Findings) -> list[dict[str, Any]]:
    return [cards.values_of(item, findings) for item in cards_of(findings.terbaru)]


def of_reports(findings: Findings) -> list[dict[str, Any]]:
    tahun, terbit = findings.terbaru, publish_all(findings, CACHE)
    return [lembar_monev.values_of(tahun, nomor, findings, terbit[tahun.tahun]) for nomor in range(1, 5)]


def of_posters(findings: Findings) -> list[dict[str, Any]]:
    return [posters.values_of(item, findings) for item in posters_of(findings)]


def of_months(findings: Findings) -> list[dict[str, Any]]:
    return [month_papers.values_of(bulan, findings) for bulan in months_to_hang(findings)]


def of_letters(findings: Findings) -> list[dict[str, Any]]:
    return [letter_papers.values_of(item, findings) for item in letters_of(findings)]


def of_areas(findings: Findings) -> list[dict[str, Any]]:
    return [lke_papers.values_of(area_folder(findings, 2026, kode), findings) for kode in area_menurut_kode()]


ALL = {
    cards.TEMPLATE: of_cards,
    lembar_monev.TEMPLATE: of_reports,
    posters.TEMPLATE: of_posters,
    month_papers.TEMPLATE: of_months,
    letter_papers.TEMPLATE: of_letters,
    lke_papers.TEMPLATE: of_areas,
}


def names_in(value: Any) -> Iterator[str]:
    """The names within a value, and within those."""
    if isinstance(value, dict):
        yield from value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from names_in(item)


def text_of(*templates: str) -> str:
    return "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in templates)


def test_every_template_has_its_values() -> None:
    """Each template that is drawn by itself is filled by one module."""
    assert set(ALL) == {path.name for path in TEMPLATES.glob("*.typ")} - {"dasar.typ"}


@pytest.mark.parametrize(("template", "values_of"), ALL.items())
def test_every_value_is_drawn(
    beralamat: Findings, template: str, values_of: Callable[[Findings], list[dict[str, Any]]]
) -> None:
    """Every drawing of a template has the same names at its top. No value is handed over that its template does not read, and
    no part of one that no template reads."""
    drawings = values_of(beralamat)
    assert len({frozenset(values) for values in drawings}) == 1
    assert set(drawings[0]) <= set(re.findall(r"\.(\w+)\b", text_of(template)))
    read = set(re.findall(r"\.(\w+)\b", text_of("dasar.typ", *ALL)))
    assert set(names_in(drawings)) <= read


@pytest.mark.parametrize("template", [item for item in ALL if item != cards.TEMPLATE])
def test_a_template_asks_for_what_it_gets(beralamat: Findings, template: str) -> None:
    """What a template reads of its values is among them."""
    text, values = text_of(template), ALL[template](beralamat)[0]
    assert set(re.findall(r"(?<!inputs\.)\bdata\.(\w+)", text)) == set(values)
    assert set(re.findall(r"\bdata\.identitas\.(\w+)", text)) <= set(values["identitas"])
