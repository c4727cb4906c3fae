"""Values as new lines of a data file, in the look of the lines around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

import yaml

from zona.intake.yaml_text import scalar, text_lines


@dataclass(frozen=True)
class Rows:
    """A list as it is wanted: each item under the place that it had in the file; a new one under any greater number."""

    items: Mapping[int, Any] = field(default_factory=dict)


# What a file shall say. Of a mapping, keys that are left out stay as they are; None and empty lists are written as such.
Wanted: TypeAlias = str | int | bool | date | Rows | dict[str, Any] | None


@dataclass(frozen=True)
class Look:
    """How a file writes lists (the column of a dash below its key), and how its quotes stand (`styles`, by the key)."""

    dash: int = 2
    styles: Mapping[str, str | None] = field(default_factory=dict)


def is_empty(value: object) -> bool:
    """Whether a value says nothing: what stands empty, or what holds nothing but that."""
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    return value is None or value == () or (isinstance(value, Rows) and not value.items)


def one_line(value: Wanted, style: str | None = None, *, flow: bool = False) -> str:
    """A single value on one line, quoted as `style` has it, or where YAML would take it for something else."""
    if not isinstance(value, str):
        return _dumped(value)
    if style in ("'", '"'):
        return _dumped(value, default_style=style)
    # Within brackets more signs have a meaning, so there YAML's own writer is asked with them around.
    plain = not flow or _dumped([value], default_flow_style=True) == f"[{value}]"
    return scalar(value) if plain else _dumped(value, default_style='"')


def flow(value: Wanted, look: Look, key: str = "", *, gap: str = "") -> str:
    """A value within brackets; `gap` stands inside the curly ones."""
    if isinstance(value, Rows):
        return f"[{', '.join(flow(item, look, key) for item in value.items.values())}]"
    if isinstance(value, dict):
        parts = (f"{name}: {flow(item, look, name)}" for name, item in value.items() if not is_empty(item))
        return f"{{{gap}{', '.join(parts)}{gap}}}"
    return one_line(value, look.styles.get(key), flow=True)


def entry(key: str, value: Wanted, indent: int, look: Look) -> list[str]:
    """The lines of `key: value` in a block."""
    return behind(f"{' ' * indent}{key}:", value, indent, look, key)


def item(value: Wanted, column: int, look: Look, key: str = "") -> list[str]:
    """The lines of a list's item in a block, with the dash at a column."""
    return behind(f"{' ' * column}-", value, column, look, key)


def behind(head: str, value: Wanted, indent: int, look: Look, key: str = "") -> list[str]:
    """The lines of a value behind a key with its colon, or behind a dash, which stands at the column `indent`."""
    dash = head.endswith("-")
    if is_empty(value):
        return [f"{head} {'[]' if isinstance(value, Rows) else 'null'}"]
    if isinstance(value, Rows):
        column = indent + 2 if dash else indent + look.dash
        return [head, *(line for part in value.items.values() for line in item(part, column, look, key))]
    if isinstance(value, dict):
        lines = [line for name, part in value.items() if not is_empty(part) for line in entry(name, part, indent + 2, look)]
        return [f"{head} {lines[0].lstrip()}", *lines[1:]] if dash else [head, *lines]
    style = look.styles.get(key)
    if isinstance(value, str) and style not in ("'", '"'):
        return text_lines(f"{head} ", value, indent + 2)
    return [f"{head} {one_line(value, style)}"]


def _dumped(value: object, **options: Any) -> str:
    text = str(yaml.safe_dump(value, allow_unicode=True, width=10**9, **options))
    return text.removesuffix("...\n").rstrip("\n")
