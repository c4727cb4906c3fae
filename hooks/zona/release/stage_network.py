"""What came in, was finished and is left, for all months in one network: sisa + masuk = tidak + harus, and
harus = selesai + the next month's sisa.

A month is published when it is over; the sums of a half-year when all its six months are released, the year's when all twelve
are. Nothing is summed in between, because the difference between two sums would be a month's count.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from zona.findings.pengaduan.complaint_counts import Angka, Tampil, as_read, derive, how_shown
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import HARUS, KOLOM, SPANS, RilisPengaduan, Terbit, next_month
from zona.release.count_cells import Sel, is_small
from zona.release.suppression import LUAR, CountNetwork, is_fixed

# The counts that flow, so that their sums mean something; and those that a month decides, the most important first.
MENGALIR = ("masuk", "selesai", "tidak_ditindaklanjuti")
_OWN = ("masuk", "selesai", "diproses", "tidak_ditindaklanjuti", "sisa_bulan_lalu")

Months = Mapping[str, PengaduanBulan]
Labels = Mapping[str, Tampil]


def cell(span: str, key: str) -> str:
    """The name of a count: of a month (2026-03) or a span (2026 semester_1)."""
    return f"{span}.{key}"


def spans_of(months: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The half-years and years that months belong to, each with the names of all its months."""
    years = dict.fromkeys(bulan[:4] for bulan in months)
    return {f"{year} {kode}": tuple(f"{year}-{n:02}" for n in numbers) for year in years for kode, numbers in SPANS.items()}


def labels_of(released: Iterable[RilisPengaduan]) -> dict[str, Tampil]:
    """How every decided count was published, by its name. What a month left unfinished is what the next began with: either
    release decides for both."""
    labels: dict[str, Tampil] = {}
    released = tuple(released)
    for item in released:
        spans = {f"{item.bulan[:4]} {kode}": span for kode, span in item.jangka.items()}
        labels |= {cell(item.bulan, key): how_shown(getattr(item, key)) for key in _OWN}
        labels |= {cell(name, key): how_shown(getattr(span, key)) for name, span in spans.items() for key in MENGALIR}
    for item in released:
        zeros = (cell(span, key) for span, counts in item.terbaca.items() for key in counts if key != HARUS)
        labels |= dict.fromkeys(zeros, Tampil.ANGKA)
    for item in sorted(released, key=lambda item: item.bulan):
        labels.setdefault(cell(_before(item.bulan), "diproses"), labels[cell(item.bulan, "sisa_bulan_lalu")])
    return labels


class StageNetwork:
    """The stages of some months with true counts, as far as they are decided (`labels`). Releases don't say whether readers
    are taken to know that a hidden sum is 5 or more; `weak` takes it that they don't."""

    def __init__(self, months: Months, labels: Labels, *, weak: bool = False) -> None:
        self.months, self.labels, self.weak = dict(sorted(months.items())), labels, weak
        self.whole = {span: own for span, own in spans_of(months).items() if set(own) <= months.keys()}
        self.net = CountNetwork(self._cells())

    def add(self, isi: PengaduanBulan) -> "StageNetwork | None":
        """The network with one more month, decided as openly as the rule allows, and so the sums that it completes. None where
        nothing protects what is small: to hide all of it tells nothing, so then what is decided protects it no more."""
        more = StageNetwork(self.months | {isi.bulan: isi}, self.labels, weak=self.weak)
        cells = more.net.sel
        own = [name for key in _OWN if (name := cell(isi.bulan, key)) in cells and cells[name].tampil is None]
        new = {name: cells.pop(name) for name in own}
        more.net.proof = {name: moves for name, moves in self.net.proof.items() if all(self._same(cells, n) for n in moves)}
        # A half-year's sums say more than one month: rather hide a month than make its half-year's sum impossible.
        half = next(span for span, all_ in spans_of([isi.bulan]).items() if isi.bulan in all_)
        parts = [bulan for bulan in spans_of([isi.bulan])[half] if bulan in more.months]
        later = {cell(half, key): [cell(bulan, key) for bulan in parts] for key in MENGALIR[:2]}
        done = more.net.decide(new, later=later, also=more.no_small_must())
        return more if done and all(more.close(span) for span in more.whole if span not in self.whole) else None

    def close(self, span: str) -> bool:
        """Publish the sums of a span that is complete; where need be, without a word about the size of those hidden."""
        new = {cell(span, key): self.net.sel[cell(span, key)] for key in MENGALIR}
        silent = {name: replace(sel, lemah=True) for name, sel in new.items()}
        return any(self.net.decide(cells, also=self.no_small_must()) for cells in (new, silent))

    def no_small_must(self) -> Callable[[Mapping[str, Sel]], bool]:
        """That no span's harus_ditindaklanjuti of 1 to 4 can be worked out from what is left of it and its sums."""
        small = [self._must(span) for span, own in self.whole.items() if is_small(self.must_of(own))]
        return lambda cells: not any(is_fixed(cells, must) for must in small)

    def must_of(self, months: Iterable[str]) -> int:
        """What had to be followed up in successive months: what was finished, and what is left at their end."""
        own = [self.months[bulan] for bulan in months]
        return own[-1].diproses + sum(isi.selesai for isi in own)

    def counts(self, span: str) -> dict[str, Terbit]:
        """The counts of a month or a complete span as they are released, in the order of the tables. What had to be followed
        up is not decided upon, but shown where readers can work it out."""
        own, cells = self.whole.get(span, (span,)), self.net.sel
        shown = {key: cells[cell(span, key)].released() for key in MENGALIR}
        before = cell(_before(own[0]), "diproses")
        opening = cells.get(before) if _before(own[0]) in self.months else None
        shown["sisa_bulan_lalu"] = (opening or cells[cell(own[0], "sisa_bulan_lalu")]).released()
        shown["diproses"] = cells[cell(own[-1], "diproses")].released()
        nol = span in self.whole
        done, left = as_read(shown["selesai"], nol=nol), as_read(shown["diproses"], nol=False)
        shown[HARUS] = self.must_of(own) if is_fixed(cells, self._must(span)) else _told(derive([done, left]))
        return {key: shown[key] for key in KOLOM}

    def shown(self, span: str, key: str) -> bool:
        """Whether a sum stands as a number."""
        return self.net.sel[cell(span, key)].tampil is Tampil.ANGKA

    def _must(self, span: str) -> list[str]:
        """What harus_ditindaklanjuti of a month or span is the sum of."""
        return [cell(span, "selesai"), cell(self.whole.get(span, (span,))[-1], "diproses")]

    def _same(self, cells: Mapping[str, Sel], name: str) -> bool:
        """Whether a count lies between the same nodes here and there, and is decided in the same way."""
        here, there = self.net.sel[name], cells.get(name)
        return there is not None and (here.dari, here.ke, here.tampil) == (there.dari, there.ke, there.tampil)

    def _cells(self) -> dict[str, Sel]:
        cells = dict(cell_ for isi in self.months.values() for cell_ in self._month(isi))
        for span, own in spans_of(self.months).items():
            reported = [self.months[bulan] for bulan in own if bulan in self.months]
            outer = None if span.endswith("setahun") else f"{span[:4]} setahun"
            for key in MENGALIR if reported else ():
                total = sum(_flow(isi, key) for isi in reported)
                ends = (_sum(outer, key) if outer else LUAR, _sum(span, key))
                dari, ke = ends if key == "masuk" else ends[::-1]
                cells[cell(span, key)] = Sel(dari, ke, total, nol=True, dijaga=span in self.whole)
        for name, tampil in self.labels.items():
            span = name.partition(".")[0]
            if name in cells and (span in self.months or span in self.whole):
                cells[name] = replace(cells[name], tampil=tampil, lemah=self.weak and span in self.whole)
        return cells

    def _month(self, isi: PengaduanBulan) -> Iterator[tuple[str, Sel]]:
        """The counts of a month, and what is to be followed up: it is not published by itself, because one count more would
        force others to be hidden; but it must not be small and known."""
        here, must = isi.bulan, f"{isi.bulan} harus"
        half = next(span for span, own in spans_of([here]).items() if here in own)
        following = next_month(here)
        yield cell(here, "masuk"), Sel(_sum(half, "masuk"), here, _flow(isi, "masuk"))
        yield cell(here, "selesai"), Sel(must, _sum(half, "selesai"), isi.selesai)
        yield cell(here, "diproses"), Sel(must, following if following in self.months else LUAR, isi.diproses)
        tidak = "tidak_ditindaklanjuti"
        yield cell(here, tidak), Sel(here, _sum(half, tidak), isi.tidak_ditindaklanjuti)
        yield cell(here, HARUS), Sel(here, must, isi.harus_ditindaklanjuti)
        if _before(here) not in self.months:
            yield cell(here, "sisa_bulan_lalu"), Sel(LUAR, here, isi.sisa_bulan_lalu)


def _told(angka: Angka) -> Terbit:
    return Sel("", "", angka.sedikitnya, tampil=angka.tampil).released()


def _flow(isi: PengaduanBulan, key: str) -> int:
    number: int = isi.masuk.jumlah if key == "masuk" else getattr(isi, key)
    return number


def _sum(span: str, key: str) -> str:
    """The node at which a span's sum parts into its parts."""
    return f"{span} {key}"


def _before(bulan: str) -> str:
    """The month before another."""
    year, month = divmod(int(bulan[:4]) * 12 + int(bulan[5:]) - 2, 12)
    return f"{year}-{month + 1:02}"
