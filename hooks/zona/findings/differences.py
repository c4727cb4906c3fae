"""Where two readings of a record differ: every single value with its place, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel

from zona.records.informasi.kanal import Cara

URUTAN = "urutan"  # stands at the end of a place where a list has its parts in another order, or more often


@dataclass(frozen=True)
class Beda:
    """One value that differs: its keys from the record inwards (of a list's part its own key, where it has one), and what it
    was and is in words; None where there is none."""

    tempat: tuple[str, ...]
    dari: str | None
    menjadi: str | None


def differences(before: object, after: object, place: tuple[str, ...] = ()) -> Iterator[Beda]:
    """Every value that differs between two readings of one thing, either of which may be None. What is equal in a list stays
    where it is; of the rest, the parts of the same key are compared, or those without keys in their order."""
    if before == after:
        return
    if isinstance(before, tuple) or isinstance(after, tuple):
        yield from _of_lists(before or (), after or (), place)
    elif isinstance(some := after if before is None else before, BaseModel) and not isinstance(some, Cara):
        for key in type(some).model_fields:
            yield from differences(getattr(before, key, None), getattr(after, key, None), (*place, key))
    else:
        yield Beda(place, _words(before), _words(after))


# Any: lists hold single values or records of any kind.
def _of_lists(before: Any, after: Any, place: tuple[str, ...]) -> Iterator[Beda]:
    gone, come = [item for item in before if item not in after], [item for item in after if item not in before]
    old, new = ({name: item for item in items if (name := _name(item))} for items in (gone, come))
    for name in new | old:
        yield from differences(old.get(name), new.get(name), (*place, name))
    for dari, menjadi in zip_longest(*([item for item in items if not _name(item)] for items in (gone, come))):
        yield from differences(dari, menjadi, place)
    rows = [[_name(item) or _words(item) or "" for item in items] for items in (before, after)]
    first, second = ([name for name in one if name in other] for one, other in (rows, rows[::-1]))
    if first != second:
        yield Beda((*place, URUTAN), ", ".join(first), ", ".join(second))


def _name(item: object) -> str | None:
    """The key by which a part of a list is the same part before and after."""
    found = getattr(item, "kunci", None) or getattr(item, "kode", None)
    return str(found) if found else None


def _words(value: object) -> str | None:
    if isinstance(value, Cara):
        notes = "; ".join(filter(None, (value.keterangan, value.alasan and f"alasan: {value.alasan}")))
        return f"{value.jenis.label}: {value.nilai or 'belum diisi'}{f' ({notes})' if notes else ''}"
    if isinstance(value, BaseModel):
        return " · ".join(filter(None, (_words(part) for _, part in value)))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else None if value is None else str(value)
