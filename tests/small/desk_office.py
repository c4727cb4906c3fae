"""An office as the desk opens it, and what its forms say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from zona.desk.forms.office_form import answer, open_form
from zona.desk.office import Office, read_office

TODAY = date(2026, 11, 26)
SHARED: list[Office] = []  # the sample office where a property is looked for, whose cases show no fixture


def office_at(root: Path, day: date = TODAY) -> Office:
    """The office in a folder on a day."""
    return read_office(root, "data", root.parent / "cache", str(day), datetime(2026, 1, 1, tzinfo=UTC))


def told(office: Office, path: str, at: tuple[str, int] | None = None, **typed: str) -> dict[str, tuple[str, ...]]:
    """What is wrong with a form in which this was typed, by the field; `__` stands for a dot."""
    form = open_form(office, path, at)
    return dict(answer(office, form, form.texts | {key.replace("__", "."): text for key, text in typed.items()}).problems)
