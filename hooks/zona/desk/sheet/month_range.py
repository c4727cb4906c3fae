"""One deed that was done again and again: periods that are picked from a table, told once, as rows of a batch."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zona.desk.drafts import Draft
from zona.desk.sheet.batch import Batch, SheetRow
from zona.desk.sheet.dropped_files import DroppedFile
from zona.desk.sheet.period_words import spans_in
from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import AksiFinding, PeriodeFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.wording import periode as nama_periode
from zona.outputs.wording import tanggal
from zona.records.rencana.jadwal import BULAN, months_of, tenggat_of
from zona.records.rencana.kode import roman

Pick = tuple[str, str]  # an action and one of its periods
FIRST_ROW = 2  # of a range, as below a heading
_PICKED = "pilihan"  # of a draft


@dataclass(frozen=True)
class PickTable:
    """A year as it is picked from: the actions with months that are not reported (`rows`), each with its finding in every month
    up to the last due (None: no deadline); the unreported periods that are no months; and named sets of all of these."""

    months: range
    rows: tuple[tuple[AksiFinding, tuple[PeriodeFinding | None, ...]], ...]
    others: tuple[PeriodeFinding, ...]
    sets: Mapping[str, tuple[Pick, ...]]


def pick_table(year: TahunFinding) -> PickTable:
    """The table of a year: what can be picked are periods past their deadline without a record."""
    due = [item for item in year.periode if item.keadaan is Keadaan.BELUM_DILAPORKAN]
    months = range(1, max((months_of(item.periode)[-1] for item in due), default=0) + 1)
    monthly = {item.kode for item in due if len(months_of(item.periode)) == 1}
    rows = []
    for aksi in year.aksi:
        own = {months_of(item.periode)[0]: item for item in aksi.periode if len(months_of(item.periode)) == 1}
        if aksi.kode in monthly:
            rows.append((aksi, tuple(own.get(month) for month in months)))
    others = tuple(item for item in due if len(months_of(item.periode)) > 1)
    return PickTable(months, tuple(rows), others, _sets(due) | {aksi.kode: _picks(due, {aksi.kode}) for aksi, _ in rows})


def _sets(due: Sequence[PeriodeFinding]) -> dict[str, tuple[Pick, ...]]:
    """All that is due, by its first and last month; and the halves and quarters that hold a part of it."""
    if not due:
        return {}
    ends = [months_of(item.periode)[-1] for item in due]
    first, last = BULAN[min(months_of(item.periode)[0] for item in due) - 1], BULAN[max(ends) - 1]
    spans = {f"Semester {roman(number)}": range(number * 6 - 5, number * 6 + 1) for number in (1, 2)}
    spans |= {f"Triwulan {roman(number)}": range(number * 3 - 2, number * 3 + 1) for number in (1, 2, 3, 4)}
    parts = {name: [item for item, end in zip(due, ends, strict=True) if end in span] for name, span in spans.items()}
    parts = {name: part for name, part in parts.items() if 0 < len(part) < len(due)}
    return {name: _picks(part) for name, part in {(first if first == last else f"{first}–{last}"): due, **parts}.items()}


def _picks(due: Sequence[PeriodeFinding], kode: Collection[str] | None = None) -> tuple[Pick, ...]:
    return tuple((item.kode, item.periode) for item in due if kode is None or item.kode in kode)


def toggled(picks: Sequence[Pick], some: Collection[Pick]) -> list[Pick]:
    """The picks with some more; without them where they were all picked."""
    if set(some) <= set(picks):
        return [pick for pick in picks if pick not in some]
    return [*picks, *(pick for pick in some if pick not in picks)]


@dataclass(frozen=True)
class RangeAnswers:
    """What is told once of all periods, and the day of each. Where `last_day` is chosen, a day that is not told is the last of
    its period; `same_evidence` confirms that evidence which tells no month is of all of them."""

    hasil: str = ""
    uraian: str = ""
    days: Mapping[Pick, str] = field(default_factory=dict)
    last_day: bool = False
    same_evidence: bool = False


def batch_of_range(picks: Sequence[Pick], said: RangeAnswers, files: Sequence[DroppedFile]) -> Batch:
    """A row for each picked period. Evidence whose name tells a month belongs to the periods with that month."""
    rows = []
    for number, (aksi, periode) in enumerate(dict.fromkeys(picks), start=FIRST_ROW):
        day = said.days.get((aksi, periode), "").strip()
        if not day and said.last_day:
            day = tanggal(tenggat_of(periode).tenggat)
        names = evidence_of(periode, files, same=said.same_evidence)
        texts = {"aksi": aksi, "periode": nama_periode(periode), "tanggal": day, "hasil": said.hasil, "uraian": said.uraian}
        rows.append(SheetRow(number, texts | {"bukti": "\n".join(names)}, picked=True))
    return Batch("", tuple(rows))


def evidence_of(periode: str, files: Sequence[DroppedFile], *, same: bool) -> list[str]:
    """The names of the files whose months meet a period; of those that tell none as well, if they are of all periods."""
    spans = {item.name: spans_in(item.name) for item in files}
    return [name for name, told in spans.items() if any(span.meets(periode) for span in told) or (same and not told)]


def without_month(files: Sequence[DroppedFile]) -> list[str]:
    """The names of the files that tell no month: whoever dropped them says whether they are of all periods."""
    return [item.name for item in files if not spans_in(item.name)]


def with_picks(draft: Draft, picks: Iterable[Pick]) -> Draft:
    """The draft with these periods picked, each once, in their order."""
    return replace(draft, isian=draft.isian | {_PICKED: "\n".join(map(" ".join, dict.fromkeys(picks)))})


def picks_in(draft: Draft) -> list[Pick]:
    """The periods that are picked in a draft."""
    parted = (line.partition(" ") for line in draft[_PICKED].splitlines())
    return [(aksi, periode) for aksi, _, periode in parted]


def range_in(draft: Draft) -> RangeAnswers:
    """What a draft says of all its periods; days are typed under `hari`, an action and a period."""
    days = {(aksi, periode): draft[f"hari {aksi} {periode}"] for aksi, periode in picks_in(draft)}
    return RangeAnswers(draft["hasil"], draft["uraian"], days, bool(draft["akhir"]), bool(draft["sama"]))
