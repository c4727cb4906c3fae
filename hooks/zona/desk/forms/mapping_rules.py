"""When the office stands behind its mapping of the LKE: a confirmation is of the mapping as it was on that day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from zona.records.reading.data_error import Loc

_CONFIRMED = "ditegaskan"


def unconfirmed(value: Mapping[str, Any]) -> dict[str, None]:
    """What is wanted beside a change of what a mapping says: that its confirmation, if it has one, goes."""
    return {_CONFIRMED: None} if value.get(_CONFIRMED) else {}


def confirmed_too_early(value: Any, today: date) -> Iterator[tuple[Loc, str]]:
    """What is wrong with a confirmation of a day that has not come, with its place in the file."""
    found = value.get(_CONFIRMED) if isinstance(value, Mapping) else None
    day = found.get("tanggal") if isinstance(found, Mapping) else None
    if isinstance(day, date) and day > today:
        yield (_CONFIRMED, "tanggal"), "tanggal penegasan belum terjadi; tulis tanggal pemetaan sungguh ditegaskan"
