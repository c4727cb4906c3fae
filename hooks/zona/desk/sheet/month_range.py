"""One deed that was done again and again: periods that were picked, told once, as rows of a batch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zona.desk.drafts import Draft
from zona.desk.sheet.batch import Batch, SheetRow
from zona.desk.sheet.dropped_files import DroppedFile
from zona.desk.sheet.period_words import spans_in
from zona.outputs.wording import periode as nama_periode
from zona.outputs.wording import tanggal
from zona.records.rencana.jadwal import tenggat_of

Pick = tuple[str, str]  # an action and one of its periods
_PICKED = "pilihan"  # of a draft


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
    for number, (aksi, periode) in enumerate(dict.fromkeys(picks), start=2):
        day = said.days.get((aksi, periode), "").strip()
        if not day and said.last_day:
            day = tanggal(tenggat_of(periode).tenggat)
        names = evidence_of(periode, files, same=said.same_evidence)
        texts = {"aksi": aksi, "periode": nama_periode(periode), "tanggal": day, "hasil": said.hasil, "uraian": said.uraian}
        rows.append(SheetRow(number, texts | {"bukti": "\n".join(names)}))
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
