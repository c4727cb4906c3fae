"""Keys by which things are called from elsewhere: each once, and none that leads nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from zona.records.reading.problems import did_you_mean
from zona.records.reading.yaml_reader import Loc
from zona.records.rencana.rencana_checks import Finding


def check_unique(items: Sequence[tuple[Loc, Any]], key: str = "kunci") -> Iterator[Finding]:
    """No key is given twice among (place, part)s."""
    seen = set[str]()
    for loc, item in items:
        given = item.get(key) if isinstance(item, dict) else None
        if isinstance(given, str):
            if given in seen:
                yield (*loc, key), f"kunci “{given}” dipakai dua kali", "beri tiap butir kuncinya sendiri"
            seen.add(given)


def check_keys(part: Any, loc: Loc, key: str, known: Collection[str] | None, berkas: str) -> Iterator[Finding]:
    """What a part names under `key` (one key or a list) stands in `berkas`; None: that file
    can't be read, and is blamed itself."""
    given = part.get(key) if isinstance(part, dict) else None
    if known is None or given is None:
        return
    names = [((*loc, key), given)] if isinstance(given, str) else []
    names += [((*loc, key, index), name) for index, name in enumerate(given)] if isinstance(given, tuple) else []
    for place, name in names:
        if isinstance(name, str) and name not in known:
            yield place, f"kunci “{name}” tidak ada dalam {berkas}", hint_of(name, known, berkas)


def hint_of(name: str, known: Collection[str], berkas: str) -> str:
    """The nearest known key; all known ones where they are few, else where to look."""
    hint = did_you_mean(name, known)
    return (
        hint
        if known and (hint.startswith("maksud") or len(known) <= 12)
        else f"lihat kunci-kunci di {berkas}, atau tambahkan di sana"
    )
