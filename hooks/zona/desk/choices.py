"""What the desk offers to choose from: what is due, the periods of an action, the other actions that a deed may be for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.record_findings import CatatanFinding, KejadianFinding, TercatatFinding
from zona.findings.year_findings import Findings

UNREPORTED = (Keadaan.BELUM_DILAPORKAN, Keadaan.BELUM_JATUH_TEMPO)


@dataclass(frozen=True)
class PeriodChoice:
    """The periods of an action: those to report `dulu` (past their deadline without a record, and the next one to come), and
    the `lain`, the newest first. Of an action without deadlines it is each year, the newest first (`terjadi`)."""

    dulu: tuple[PeriodeFinding, ...]
    lain: tuple[PeriodeFinding, ...]
    terjadi: tuple[KejadianFinding, ...] = ()


def all_periods(findings: Findings) -> Iterator[PeriodeFinding]:
    """The periods of all years, in the order of the plans."""
    for tahun in findings.tahun:
        yield from tahun.periode


def unreported(findings: Findings) -> list[PeriodeFinding]:
    """The periods past their deadline without any record, the longest past first."""
    found = [item for item in all_periods(findings) if item.keadaan is Keadaan.BELUM_DILAPORKAN]
    return sorted(found, key=lambda item: item.tenggat)


def unfinished(findings: Findings) -> list[PeriodeFinding]:
    """The periods past their deadline with a record that is not the end of it, the longest past first."""
    found = [item for item in all_periods(findings) if item.keadaan is Keadaan.TERLAMBAT]
    return sorted(found, key=lambda item: item.tenggat)


def about(items: Iterable[PeriodeFinding], kata: str) -> list[PeriodeFinding]:
    """Those whose row of the plan says all of these words, anywhere in it."""
    words = kata.casefold().split()
    rows = ((item, " ".join(map(str, item.aksi.model_dump().values())).casefold()) for item in items)
    return [item for item, text in rows if all(word in text for word in words)]


def recorded(findings: Findings) -> Iterator[TercatatFinding]:
    """The same with what is recorded of actions without deadlines."""
    for tahun in findings.tahun:
        yield from tahun.tercatat


def returned(findings: Findings, peran: str) -> list[CatatanFinding]:
    """Withdrawals by which another role sent back a record of this one, where nothing was recorded since."""
    last = [item.catatan_capaian[-1] for item in recorded(findings) if item.capaian]
    return [
        item
        for item in last
        if item.isi.mencabut and item.sasaran and item.sasaran.dicatat_oleh == peran != item.isi.dicatat_oleh
    ]


def periods_to_choose(findings: Findings, aksi: str) -> PeriodChoice:
    """The periods of one action, in every year that has it."""
    own = sorted((item for item in all_periods(findings) if item.kode == aksi), key=lambda item: item.tenggat)
    due = [item for item in own if item.keadaan is Keadaan.BELUM_DILAPORKAN]
    coming = [item for item in own if item.keadaan is Keadaan.BELUM_JATUH_TEMPO][:1]
    first = (*due, *coming)
    events = (item for item in recorded(findings) if isinstance(item, KejadianFinding) and item.kode == aksi)
    return PeriodChoice(first, tuple(item for item in reversed(own) if item not in first), tuple(events)[::-1])


def same_deed(findings: Findings, aksi: str, periode: str) -> list[PeriodeFinding]:
    """Periods of other actions that end on the same day and have no record yet: one deed may be for several."""
    ends = {item.tenggat for item in all_periods(findings) if (item.kode, item.periode) == (aksi, periode)}
    return [
        item
        for item in all_periods(findings)
        if item.tenggat in ends and item.kode != aksi and item.keadaan in UNREPORTED and not item.capaian
    ]
