"""What drawing templates take: every value that is handed over is drawn, and nothing else is asked for at the top."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from zona.drawing.cards import KartuValues
from zona.drawing.lembar_monev import LembarMonevValues
from zona.drawing.posters import PosterValues
from zona.drawing.template_values import Identitas, TemplateValues
from zona.drawing.typst_drawing import TEMPLATES

ALL = (KartuValues, LembarMonevValues, PosterValues)


def parts_of(hint: Any) -> Iterator[type[Any]]:
    """The dataclasses within a type hint, and within those."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
        hints = get_type_hints(hint)
        yield from (part for field in fields(hint) for part in parts_of(hints[field.name]))
    for argument in get_args(hint):
        yield from parts_of(argument)


def names(values: type[Any]) -> set[str]:
    return {field.name for field in fields(values)}


def text_of(*templates: str) -> str:
    return "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in templates)


def test_every_template_has_its_values() -> None:
    """Each template that is drawn by itself is filled by one class."""
    assert {values.template for values in ALL} == {path.name for path in TEMPLATES.glob("*.typ")} - {"dasar.typ"}
    assert set(ALL) == set(TemplateValues.__subclasses__())


@pytest.mark.parametrize("values", ALL, ids=lambda values: values.template)
def test_every_value_is_drawn(values: type[TemplateValues]) -> None:
    """No value is handed over that its template does not read; no part of one that no template reads."""
    assert names(values) <= set(re.findall(r"\.(\w+)\b", text_of(values.template)))
    read = set(re.findall(r"\.(\w+)\b", text_of("dasar.typ", *(item.template for item in ALL))))
    assert {name for part in parts_of(values) for name in names(part)} <= read


@pytest.mark.parametrize("values", [LembarMonevValues, PosterValues], ids=lambda values: values.template)
def test_a_template_asks_for_fields(values: type[TemplateValues]) -> None:
    """What a template reads of its values is a field of theirs."""
    text = text_of(values.template)
    assert set(re.findall(r"(?<!inputs\.)\bdata\.(\w+)", text)) == names(values)
    assert set(re.findall(r"\bdata\.identitas\.(\w+)", text)) <= names(Identitas)
