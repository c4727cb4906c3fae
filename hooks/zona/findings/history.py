"""Commits in; what changed in the data, by the office's days, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo

from pydantic import ValidationError

from zona.findings.changes import PerubahanCapaian
from zona.records.capaian.capaian import Capaian
from zona.records.git_history import BerkasBerubah, Riwayat
from zona.records.load import SKEMA
from zona.records.reading.yaml_reader import parse_yaml

_CAPAIAN = re.compile(r"(20[0-9]{2})/capaian/[^/]+\.yml")
_BUKTI = re.compile(r"bukti/20[0-9]{2}/[^/]+")


@dataclass(frozen=True)
class HariBerubah:
    """One day's changes: records, evidence files that came and went, and other files of the data by path."""

    tanggal: date
    catatan: tuple[PerubahanCapaian, ...]
    bukti_ditambahkan: int
    bukti_dihapus: int
    berkas: tuple[BerkasBerubah, ...]


def days_of(riwayat: Riwayat, zone: tzinfo, per_tanggal: date) -> tuple[HariBerubah, ...]:
    """The days up to `per_tanggal` on which something changed, by the clock of `zone`, the newest first. A file that changed
    twice in a day is reported once; schemas are made by the project, and are no change of the data."""
    days: dict[date, dict[str, BerkasBerubah]] = {}
    for komit in reversed(riwayat.komit):
        when = komit.waktu.astimezone(zone).date()
        if when > per_tanggal:
            continue
        day = days.setdefault(when, {})
        for item in komit.berkas:
            if item.path.startswith(f"{SKEMA}/"):
                continue
            first = day.get(item.path, item)
            day[item.path] = replace(item, ada_dulu=first.ada_dulu, dari=first.dari)
    return tuple(
        _day(day, files.values()) for day, files in sorted(days.items(), reverse=True) if any(map(_differs, files.values()))
    )


def _differs(item: BerkasBerubah) -> bool:
    """Whether a file really differs: came and went on one day, or changed and changed back, is nothing to tell."""
    if item.ada_dulu != item.ada_kini:
        return True
    return item.ada_kini and (item.dari is None or item.dari != item.menjadi)


def _day(day: date, files: Iterable[BerkasBerubah]) -> HariBerubah:
    changed = sorted((item for item in files if _differs(item)), key=lambda item: item.path)
    evidence = [item for item in changed if _BUKTI.fullmatch(item.path)]
    records = {item.path: record for item in changed for record in _record(item)}
    return HariBerubah(
        day,
        tuple(records.values()),
        sum(item.ada_kini for item in evidence),
        sum(not item.ada_kini for item in evidence),
        tuple(item for item in changed if item not in evidence and item.path not in records),
    )


def _record(item: BerkasBerubah) -> Iterator[PerubahanCapaian]:
    """The change of a record, where it was one that could be read."""
    found = _CAPAIAN.fullmatch(item.path)
    if found:
        dari, menjadi = _capaian(item.dari), _capaian(item.menjadi)
        if (dari or menjadi) and dari != menjadi:
            yield PerubahanCapaian(int(found[1]), item.path, dari, menjadi)


def _capaian(raw: bytes | None) -> Capaian | None:
    if raw is None:
        return None
    try:
        return Capaian.model_validate(parse_yaml(raw, label="").value)
    except ValidationError:
        return None
