"""Keys by which things are called from elsewhere: each once, and none that leads nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pydantic import BaseModel

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc, did_you_mean
from zona.records.reading.holes import each, given


def check_unique(items: Iterable[tuple[Loc, BaseModel]], key: str = "kunci") -> Found:
    """No key is given twice among (place, part)s."""
    seen = set[str]()
    for loc, item in items:
        name = given(item, key, "")
        if name and name in seen:
            yield Problem((*loc, key), f"kunci “{name}” dipakai dua kali", "beri tiap butir kuncinya sendiri")
        seen.add(name)


def check_keys(part: BaseModel, loc: Loc, key: str, known: Collection[str] | None, berkas: str) -> Found:
    """What a part names under `key` (one key or a list) stands in `berkas`; None: that file
    can't be read, and is blamed itself."""
    named: str | tuple[str, ...] = getattr(part, key) or ()
    if known is None:
        return
    for place, name in [((*loc, key), named)] if isinstance(named, str) else each(named, *loc, key):
        if name not in known:
            yield Problem(place, f"kunci “{name}” tidak ada dalam {berkas}", hint_of(name, known, berkas))


def hint_of(name: str, known: Collection[str], berkas: str) -> str:
    """The nearest known key; all known ones where they are few, else where to look."""
    hint = did_you_mean(name, known)
    return (
        hint
        if known and (hint.startswith("maksud") or len(known) <= 12)
        else f"lihat kunci-kunci di {berkas}, atau tambahkan di sana"
    )
