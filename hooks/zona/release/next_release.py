"""The next release: true counts and everything released before in, one release out. Decision record 9 has the reasons.

What earlier releases decided and printed is taken from them as it stands. Months may be released late, between others.
"""

from collections.abc import Iterable
from typing import Any

from zona.findings.pengaduan.complaint_counts import Tampil
from zona.problems import Problem
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import (
    HALVES,
    HARUS,
    SPANS,
    KodeJangka,
    RilisPengaduan,
    follows,
    month_name,
)  # fmt: skip
from zona.release.agreement import MonthKey, disagreements
from zona.release.durations import released_duration
from zona.release.released_tables import Column, Menurut, counted, half_column, year_column
from zona.release.stage_network import Labels, Months, StageNetwork, labels_of, spans_of

_TABLES: tuple[Menurut, ...] = ("kanal", "kategori")


class NotReleasable(Exception):
    """No release can be made: `problems` says why, by month and key."""

    def __init__(self, problems: Iterable[Problem[MonthKey]]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def next_release(raw: Iterable[PengaduanBulan], released: Iterable[RilisPengaduan]) -> RilisPengaduan | None:
    """The release of the earliest month that has none yet; None where every month has one.

    `raw` are months that are over, whose counts add up from month to month. Raises `NotReleasable` where the true counts
    contradict what was released, where those of a month that the new one hangs together with are gone, or where a correction
    leaves a released small count unprotected.
    """
    months = {isi.bulan: isi for isi in raw}
    done = {item.bulan: item for item in sorted(released, key=lambda item: item.bulan)}
    waiting = sorted(months.keys() - done.keys())
    if problems := list(disagreements(months, done.values())):
        raise NotReleasable(problems)
    if not waiting:
        return None
    here = months[waiting[0]]
    if gone := sorted(_connected(here.bulan, done.keys() | {here.bulan}) - months.keys()):
        raise NotReleasable(map(_gone, gone))
    before = _standing({bulan: months[bulan] for bulan in done if bulan in months}, labels_of(done.values()))
    after = before and before.add(here)
    if before is None or after is None:
        raise NotReleasable([_unsafe(here.bulan)])
    readable = {"terbaca": found} if (found := _readable(before, after)) else {}
    words = {"tindak_lanjut": here.tindak_lanjut, "catatan": here.catatan, "dicatat_oleh": here.dicatat_oleh}
    spans = _spans(after, [span for span in after.whole if span not in before.whole], done.values())
    return RilisPengaduan.model_validate({"bulan": here.bulan, **after.counts(here.bulan), **words, **spans, **readable})


def _connected(here: str, months: Iterable[str]) -> set[str]:
    """The months that share equations with one: its neighbours, those of the spans that are complete, and theirs."""
    months, found, queue = set(months), {here}, [here]
    spans = [own for own in spans_of(months).values() if set(own) <= months]
    for bulan in queue:
        near = {other for other in months if follows(bulan, other) or follows(other, bulan)}
        near |= {other for own in spans if bulan in own for other in own}
        queue += sorted(near - found)
        found |= near
    return found


def _gone(bulan: str) -> Problem[MonthKey]:
    hint = "salin berkasnya dari cadangan: tanpa itu tidak bisa diperiksa apa yang aman dirilis"
    return Problem((bulan, "bulan"), f"{month_name(bulan)} sudah dirilis, tetapi angka sebenarnya tidak ada di sini", hint)


def _unsafe(bulan: str) -> Problem[MonthKey]:
    masalah = "dengan angka bulan-bulan lalu yang sekarang, angka kecil yang sudah dirilis sebagai “<5” bisa ditebak"
    hint = "kembalikan angka bulan-bulan itu seperti sewaktu dirilis, dan hitung selisihnya pada bulan yang belum dirilis"
    return Problem((bulan, "bulan"), masalah, hint)


def _standing(months: Months, labels: Labels) -> StageNetwork | None:
    """What is released of months; None where a hidden count of it is not protected."""
    networks = (StageNetwork(months, labels, weak=weak) for weak in (False, True))
    return next((network for network in networks if network.net.stands()), None)


def _spans(stages: StageNetwork, closed: list[str], done: Iterable[RilisPengaduan]) -> dict[KodeJangka, dict[str, Any]]:
    """The spans that are complete now, as they are released. Channels and categories come with the year's sum where it is
    shown, else with a half-year's."""
    found: dict[KodeJangka, dict[str, Any]] = {}
    for span in closed:
        own = [stages.months[bulan] for bulan in stages.whole[span]]
        duration = released_duration(own, shown=stages.shown(span, "selesai"))
        found[_kode(span)] = stages.counts(span) | duration
    shown = [_kode(span) for span in closed if stages.shown(span, "masuk")]
    for menurut in _TABLES if shown else ():
        year = closed[0][:4]
        halves = tuple(
            counted(menurut, [isi for bulan, isi in stages.months.items() if bulan[:4] == year and int(bulan[5:]) in numbers])
            for numbers in HALVES.values()
        )
        released = tuple(_column(menurut, kode, year, done) for kode in HALVES)
        if "setahun" in shown:
            found["setahun"][menurut] = year_column(halves, released)
        elif released == (None, None):
            found[shown[0]][menurut] = half_column(halves[list(HALVES).index(shown[0])])
    return found


def _kode(span: str) -> KodeJangka:
    return next(kode for kode in SPANS if span.endswith(kode))


def _column(menurut: Menurut, kode: KodeJangka, year: str, done: Iterable[RilisPengaduan]) -> Column | None:
    """A column that was released."""
    spans = [item.jangka[kode] for item in done if item.bulan[:4] == year and kode in item.jangka]
    column: Column | None = getattr(spans[0], menurut) if spans else None
    return column


def _readable(before: StageNetwork, after: StageNetwork) -> dict[str, dict[str, int]]:
    """What readers can work out of earlier releases only now, by month or span: zeros that were hidden, and sums."""
    found: dict[str, dict[str, int]] = {}
    for name, sel in before.net.sel.items():
        span, _, key = name.partition(".")
        now = after.net.sel.get(name)
        if now and sel.tampil not in (None, Tampil.ANGKA) and now.tampil is Tampil.ANGKA:
            found.setdefault(span, {})[key] = now.nilai
    for span in (*before.months, *before.whole):
        must = after.counts(span)[HARUS]
        if isinstance(must, int) and not isinstance(before.counts(span)[HARUS], int):
            found.setdefault(span, {})[HARUS] = must
    return found
