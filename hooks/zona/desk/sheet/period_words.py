"""Periods as people write them: “Agustus”, “TW 3”, “Jan–Mar 2026”, “2026-08”; and the months that names of files tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zona.outputs.wording import listing
from zona.outputs.wording import periode as nama_periode
from zona.problems import Fault
from zona.records.rencana.jadwal import BULAN_TERTULIS, POLA_PERIODE, months_of, tenggat_of

_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TO = r"\s*(?:-|s\.?\s?d\.?|s/d|sampai(?: dengan)?|hingga)\s*"
_WORD = "|".join(sorted(BULAN_TERTULIS, key=len, reverse=True))
_RANGE = re.compile(rf"(?<![a-z])({_WORD})\.?{_TO}({_WORD})(?![a-z])")
_MONTH = re.compile(rf"(?<![a-z])({_WORD})(?![a-z])")
_QUARTER = re.compile(r"(?<![a-z])(?:tw|tri ?wulan|kuartal|q)\W*(iv|i{1,3}|[1-4])(?![a-z0-9])")
_HALF = re.compile(r"(?<![a-z])(?:semester|smt)\W*(ii|i|[12])(?![a-z0-9])")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_STAMP = re.compile(r"(?<![0-9])(20[0-9]{2})[-. ]?(0[1-9]|1[0-2])(?:[-. ]?[0-3][0-9])?(?![0-9])")
_DAY_FIRST = re.compile(r"(?<![0-9])[0-3]?[0-9][-. ](0?[1-9]|1[0-2])[-. ](20[0-9]{2})(?![0-9])")


@dataclass(frozen=True)
class Span:
    """Months from the first to the last, of a year where one is named."""

    first: int
    last: int
    tahun: int | None = None

    def meets(self, periode: str) -> bool:
        """Whether it has a month with a period in common, as far as the years are known."""
        months = months_of(periode)
        return self.tahun in (None, int(periode[:4])) and self.first <= months[-1] and months[0] <= self.last

    def equals(self, periode: str) -> bool:
        """Whether it is just the period."""
        months = months_of(periode)
        return self.tahun in (None, int(periode[:4])) and (self.first, self.last) == (months[0], months[-1])


def span_of(text: str) -> Span | None:
    """What a text says, if it is nothing but a period."""
    text = _plain(text)
    if re.fullmatch(POLA_PERIODE, text.upper().replace("-SD-", "-sd-")):
        months = months_of(text.upper().replace("-SD-", "-sd-"))
        return Span(months[0], months[-1], int(text[:4]))
    years = set(_YEAR.findall(text))
    rest = re.sub(r"\b(?:tahun|bulan|periode)\b", " ", _YEAR.sub(" ", text)).strip(" /-.,'")
    tahun = int(years.pop()) if len(years) == 1 else None
    if years:
        return None
    if found := re.fullmatch(r"(0?[1-9]|1[0-2])", rest):
        return Span(int(found[1]), int(found[1]), tahun)
    for form in (_RANGE, _QUARTER, _HALF, _MONTH):
        if found := form.fullmatch(" ".join(rest.split())):
            return _span(form, found, tahun)
    return Span(1, 12, tahun) if tahun and not rest else None


def _span(form: re.Pattern[str], found: re.Match[str], tahun: int | None) -> Span:
    if form in (_RANGE, _MONTH):
        return Span(BULAN_TERTULIS[found[1]], BULAN_TERTULIS[found[found.lastindex or 1]], tahun)
    number, length = _NUMERALS.get(found[1]) or int(found[1]), 3 if form is _QUARTER else 6
    return Span(number * length - length + 1, number * length, tahun)


def spans_in(name: str) -> list[Span]:
    """The months that the name of a file, or a folder above it, tells: by their names, or in a date."""
    text = _plain(name).replace("_", " ")
    dates = [(int(month), int(tahun)) for tahun, month in _STAMP.findall(text)]
    dates += [(int(month), int(tahun)) for month, tahun in _DAY_FIRST.findall(text)]
    if dates:
        return [Span(month, month, tahun) for month, tahun in dates]
    years = set(_YEAR.findall(text))
    tahun = int(years.pop()) if len(years) == 1 else None
    found = []
    for form in (_RANGE, _QUARTER, _HALF, _MONTH):
        found += [_span(form, item, tahun) for item in form.finditer(text)]
        text = form.sub(" ", text)
    return found


def _plain(text: str) -> str:
    return re.sub("[‐‑‒–—−]", "-", " ".join(text.lower().split()))


def period_meant(text: str, periods: Sequence[str], today: date) -> str | None:
    """The one of an action's periods that a text means. Where it names no year, the newest that has begun; nothing means the
    only one that there is."""
    if not text.strip():
        return periods[0] if len(periods) == 1 else None
    span = span_of(text)
    found = [item for item in periods if span and span.equals(item)]
    begun = [item for item in found if date(int(item[:4]), months_of(item)[0], 1) <= today]
    return max(begun or found, key=lambda item: item[:4], default=None)


def not_a_period(aksi: str, text: str, periods: Sequence[str], today: date) -> Fault:
    """What is wrong with a text that means none of an action's periods: how often the action is reported, with an example."""
    years = sorted({item[:4] for item in periods})
    tahun = max((item for item in years if int(item) <= today.year), default=years[0])
    own = [item for item in periods if item.startswith(tahun)]
    example = nama_periode(max((item for item in own if tenggat_of(item).tenggat <= today), default=own[0]))
    span = span_of(text)
    if span and span.tahun and not any(item.startswith(str(span.tahun)) for item in periods):
        return Fault(f"aksi {aksi} tidak ada dalam rencana tahun {span.tahun}", f"tulis misalnya {example}")
    if len(own) == 12:
        return Fault(f"{aksi} dilaporkan tiap bulan", f"tulis satu bulan, misalnya {example}")
    if len(own) == 4 and all("TW" in item for item in own):
        return Fault(f"{aksi} dilaporkan tiap triwulan", f"tulis satu triwulan, misalnya {example}")
    choice = f"tulis {example}" if len(own) == 1 else "tulis salah satunya"
    return Fault(f"{aksi} dilaporkan untuk {listing(map(nama_periode, sorted(own)))}", choice)
