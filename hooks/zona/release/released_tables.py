"""The channels, or the categories, of a span: a network of its own, because they are published only where the sum that they add
up to is shown; so they share nothing hidden with the stages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from zona.findings.pengaduan.complaint_counts import how_shown
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import Terbit
from zona.release.count_cells import Sel
from zona.release.suppression import LUAR, CountNetwork

Menurut = Literal["kanal", "kategori"]
Column = Mapping[str, Terbit]


def counted(menurut: Menurut, months: Iterable[PengaduanBulan]) -> dict[str, int]:
    """The sums of months by channel or by category, by their keys."""
    total: Counter[str] = Counter()
    for isi in months:
        total.update(isi.masuk.kanal if menurut == "kanal" else isi.masuk.kategori)
    return {key: total[key] for key in sorted(total)}


def half_column(counts: Mapping[str, int]) -> Column | None:
    """The column of a half-year, whose sum is known; None where no way to publish it protects every count."""
    net = CountNetwork()
    done = net.decide({key: Sel("jumlah", LUAR, count, nol=True) for key, count in counts.items()})
    return {key: net.sel[key].released() for key in counts} if done and counts else None


def year_column(halves: Sequence[Mapping[str, int]], released: Sequence[Column | None]) -> Column | None:
    """The column of a year. Beside a half-year's that is released (at most one is), it gives away the other half, which is
    protected too."""
    total = {key: halves[0].get(key, 0) + halves[1].get(key, 0) for key in {**halves[0], **halves[1]}}
    known = next((index for index, column in enumerate(released) if column is not None), None)
    if known is None:
        return half_column(total)
    net, column = CountNetwork(), released[known] or {}
    for key in total:
        node = f"baris {key}"
        if key in column:
            net.sel[f"dulu {key}"] = Sel("jumlah", node, halves[known].get(key, 0), nol=True, tampil=how_shown(column[key]))
        net.sel[f"lain {key}"] = Sel("jumlah lain", node, halves[1 - known].get(key, 0), nol=True)
    done = net.decide({key: Sel(f"baris {key}", LUAR, count, nol=True) for key, count in total.items()})
    return {key: net.sel[key].released() for key in total} if done else None
