"""A channel's form, where nobody types when a way was tried: whoever has just tried it ticks that, and what was changed without
being tried counts as not confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zona.desk.forms.office_form import OfficeForm, day_texts
from zona.desk.forms.typed_values import Texts

TRIED = "dicoba_hari_ini"  # the tick beside a way, which no model knows


@dataclass(frozen=True)
class _Way:
    name: str
    nilai: str
    changed: bool
    dicoba: date | None


def with_tries(form: OfficeForm, typed: Texts, today: date) -> dict[str, str]:
    """What was typed, with the days that follow from it: `dicoba` of each way; and `diperiksa` of the channel, the oldest of
    them where every way that has a number or an address was tried, and none where one was changed and not tried."""
    found = dict(typed)
    ways = list(_ways(form, typed, today))
    for way in ways:
        found |= day_texts(f"{way.name}.dicoba", way.dicoba)
    used = [way for way in ways if way.nilai]
    days = [way.dicoba for way in used if way.dicoba]
    ticked = any(typed.get(f"{way.name}.{TRIED}") for way in used)
    if used and len(days) == len(used) and (ticked or any(way.changed for way in used)):
        found |= day_texts("diperiksa", min(days))
    elif any(way.changed and not way.dicoba for way in ways):
        found |= day_texts("diperiksa", None)
    return found


def _ways(form: OfficeForm, typed: Texts, today: date) -> Iterator[_Way]:
    """The ways that were sent and don't go."""
    written = (form.old or {}).get("cara") or ()
    names = sorted({name.split(".")[1] for name in typed if name.startswith("cara.")})
    for at in [int(name) for name in names if name.isdecimal()]:
        name, old = f"cara.{at}", written[at] if at < len(written) else {}
        if f"{name}.hapus" in typed:
            continue
        nilai = " ".join(typed.get(f"{name}.nilai", "").split())
        jenis = typed.get(f"{name}.jenis", old.get("jenis", ""))
        changed = (nilai, jenis) != (" ".join(str(old.get("nilai") or "").split()), old.get("jenis", jenis))
        tried = typed.get(f"{name}.{TRIED}", "").strip() and nilai
        before = old.get("dicoba") if not changed else None
        yield _Way(name, nilai, changed, today if tried else before if isinstance(before, date) else None)
