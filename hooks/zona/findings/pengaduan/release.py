"""The release of complaint counts, step by step, as the months of the years go by. Decision record 9 has the reasons.

A month is published when it is over; the sums of a half-year, and its channels and categories, when all its six months are
reported; the year's when both halves are. Nothing is summed in between, because the difference between two sums would be
a month's count. Each step keeps what earlier ones decided.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from zona.findings.pengaduan.complaint_counts import Angka, Sel, Tampil, derive, is_small
from zona.findings.pengaduan.suppression import LUAR, CountNetwork, is_fixed
from zona.records.pengaduan.pengaduan import PengaduanBulan, follows

# The counts of a month, in the order of the tables; and those that flow, so that their sums mean something.
KOLOM = ("sisa_bulan_lalu", "masuk", "tidak_ditindaklanjuti", "harus_ditindaklanjuti", "selesai", "diproses")
MENGALIR = ("masuk", "selesai", "tidak_ditindaklanjuti")

Condition = Callable[[Mapping[str, Sel]], bool]


class StageRelease:
    """What came in, was finished and is left, for all months of all years in one network: sisa + masuk = tidak + harus,
    and harus = selesai + the next month's sisa."""

    def __init__(self) -> None:
        self.net = CountNetwork()
        self.months: list[str] = []
        self.opening: dict[str, str] = {}

    def add_month(self, isi: PengaduanBulan, closes: Mapping[str, int]) -> None:
        """Publish a month. Months come in order of time; one that does not follow the month before starts a new chain.

        `closes` are the spans that are complete with it, each with what it had to follow up: their sums are published next,
        and are protected from now on.
        """
        here = isi.bulan
        _, half = spans_of(here)
        new, joined = _counts_of(isi), {}
        if self.months and follows(self.months[-1], here):
            before = cell(self.months[-1], "diproses")
            joined = {before: (self.net.sel[before].dari, here)}
            self.opening[here] = before
        else:
            new["sisa_bulan_lalu"] = Sel(LUAR, here, isi.sisa_bulan_lalu)
            self.opening[here] = cell(here, "sisa_bulan_lalu")
        # A half-year's sums say more than one month: rather hide a month than make its half-year's sum impossible.
        own = [bulan for bulan in (*self.months, here) if spans_of(bulan) == spans_of(here)]
        later = {cell(half, key): [cell(bulan, key) for bulan in own] for key in MENGALIR[:2]}
        names, implied = {cell(here, key): sel for key, sel in new.items()}, self._implied(isi, closes)
        # Hiding all of a month tells nothing of it or of what was published before: this can't fail.
        self.net.decide(names, joined=joined, implied=implied, later=later, also=self._no_small_must(closes, here))
        self.months.append(here)
        for span in closes:
            self._add_sums(span, self._no_small_must(closes, here))

    def _implied(self, isi: PengaduanBulan, closes: Collection[str]) -> dict[str, Sel]:
        """What follows from a month: what is to be followed up, and the sums so far of its half-year and year."""
        here, (year, half) = isi.bulan, spans_of(isi.bulan)
        # Not published by itself, because one count more would force others to be hidden; but it must not be small and known.
        implied = {cell(here, "harus_ditindaklanjuti"): Sel(here, f"{here} harus", isi.harus_ditindaklanjuti)}
        for key, count in _flow(isi).items():
            for span, outer in ((half, _sum(year, key)), (year, LUAR)):
                total = count + (self.net.sel[cell(span, key)].nilai if cell(span, key) in self.net.sel else 0)
                dari, ke = (outer, _sum(span, key)) if key == "masuk" else (_sum(span, key), outer)
                implied[cell(span, key)] = Sel(dari, ke, total, nol=True, dijaga=span in closes)
        return implied

    def _add_sums(self, span: str, also: Condition) -> None:
        """Publish the sums of a span that is complete."""
        new = {cell(span, key): self.net.sel[cell(span, key)] for key in MENGALIR}
        if not self.net.decide(new, also=also):
            # To hide a sum without a word about its size tells nothing: this can't fail.
            self.net.decide({name: replace(sel, lemah=True) for name, sel in new.items()}, also=also)

    def _no_small_must(self, closes: Mapping[str, int], last: str) -> Condition:
        """That a span's harus_ditindaklanjuti, where it is small, can't be worked out from what is left of it and its sums."""
        small = [span for span, harus in closes.items() if is_small(harus)]
        return lambda cells: not any(is_fixed(cells, self._must(span, last)) for span in small)

    def numbers(self, span: str, months: list[str], parts: list[str]) -> dict[str, Angka]:
        """The counts of a published month or span as readers see them, in the order of the tables.

        A hidden sum comes with the bounds that its parts give.
        """
        cells = self.net.sel
        shown = {key: self._with_bounds(span, key, parts) for key in MENGALIR}
        shown["sisa_bulan_lalu"] = cells[self.opening[months[0]]].published()
        shown["diproses"] = cells[cell(months[-1], "diproses")].published()
        must = self._must(span, months[-1])
        if is_fixed(cells, must):
            total = sum(cells[name].nilai for name in must)
            shown["harus_ditindaklanjuti"] = Angka(Tampil.ANGKA, total, total, total)
        else:
            shown["harus_ditindaklanjuti"] = derive([shown["selesai"], shown["diproses"]])
        return {key: shown[key] for key in KOLOM}

    def so_far(self, parts: Mapping[str, list[str]], last: str) -> dict[str, Angka]:
        """The sums over the parts given for each column, and what is left after the month `last`, as readers can add up."""
        sums = {key: derive(self.net.sel[cell(part, key)].published() for part in own) for key, own in parts.items()}
        left = self.net.sel[cell(last, "diproses")].published()
        return sums | {"diproses": left, "harus_ditindaklanjuti": derive([sums["selesai"], left])}

    def shown(self, span: str, key: str) -> bool:
        """Whether a sum stands as a number."""
        sel = self.net.sel.get(cell(span, key))
        return sel is not None and sel.tampil is Tampil.ANGKA

    def _with_bounds(self, span: str, key: str, parts: list[str]) -> Angka:
        own = self.net.sel[cell(span, key)].published()
        if own.tampil is not Tampil.SEMBUNYI or not parts:
            return own
        told = derive(self.net.sel[cell(part, key)].published() for part in parts)
        return Angka(own.tampil, None, told.sedikitnya, told.paling_banyak)

    def _must(self, span: str, last: str) -> list[str]:
        """What harus_ditindaklanjuti of a month or span that ends with the month `last` is the sum of. It is not decided upon,
        but shown where readers can work it out."""
        return [cell(span, "selesai"), cell(last, "diproses")]


class ReleasedTable:
    """The channels, or the categories, of a year: a network of its own, because it is published only where the sum that it
    adds up to is shown; so it shares nothing hidden with the stages."""

    def __init__(self) -> None:
        self.net = CountNetwork()

    def release(self, span: str, counts: Mapping[str, int]) -> None:
        """Publish one column, whose sum is known."""
        self.net.decide({cell(span, key): Sel(span, LUAR, counts[key], nol=True) for key in counts})

    def release_year(self, span: str, halves: Mapping[str, Mapping[str, int]]) -> None:
        """Publish the year's column. Beside the first half's, it gives away the second half, which is protected too."""
        (first, before), (second, after) = halves.items()
        total = {key: before.get(key, 0) + after.get(key, 0) for key in {**before, **after}}
        if not self.net.sel:
            self.release(span, total)
            return
        self.net.decide(
            {cell(span, key): Sel(f"baris {key}", LUAR, count, nol=True) for key, count in total.items()},
            joined={cell(first, key): (first, f"baris {key}") for key in before},
            implied={cell(second, key): Sel(second, f"baris {key}", after.get(key, 0)) for key in total},
        )

    def column(self, span: str) -> dict[str, Angka] | None:
        """The published counts of a span by key; None where it is not published."""
        own = {name.removeprefix(f"{span}."): sel for name, sel in self.net.sel.items() if name.startswith(f"{span}.")}
        return {key: sel.published() for key, sel in own.items() if sel.tampil is not None} or None


def cell(span: str, key: str) -> str:
    """The name of a count."""
    return f"{span}.{key}"


def spans_of(bulan: str) -> tuple[str, str]:
    """The year and the half-year that a month belongs to."""
    year = bulan[:4]
    return f"{year} setahun", f"{year} semester_{1 if bulan[5:] <= '06' else 2}"


def _flow(isi: PengaduanBulan) -> dict[str, int]:
    """The counts of a month that flow."""
    return {"masuk": isi.masuk.jumlah, "selesai": isi.selesai, "tidak_ditindaklanjuti": isi.tidak_ditindaklanjuti}


def _counts_of(isi: PengaduanBulan) -> dict[str, Sel]:
    """The counts that every month publishes, the most important first."""
    here, must, (_, half), flow = isi.bulan, f"{isi.bulan} harus", spans_of(isi.bulan), _flow(isi)
    return {
        "masuk": Sel(_sum(half, "masuk"), here, flow["masuk"]),
        "selesai": Sel(must, _sum(half, "selesai"), flow["selesai"]),
        "diproses": Sel(must, LUAR, isi.diproses),
        "tidak_ditindaklanjuti": Sel(here, _sum(half, "tidak_ditindaklanjuti"), flow["tidak_ditindaklanjuti"]),
    }


def _sum(span: str, key: str) -> str:
    """The node at which a span's sum parts into its parts."""
    return f"{span} {key}"
