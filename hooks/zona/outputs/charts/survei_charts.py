"""The chart of a questionnaire: the mean of each item, held against the mean of all."""

from __future__ import annotations

from collections.abc import Sequence

from zona.findings.laporan.survei_results import NilaiFinding, mean_of, rounded
from zona.outputs.charts.bars import Batang, bars
from zona.outputs.charts.chart_values import ButirBagan


def means(id: str, judul: str, nilai: Sequence[NilaiFinding], skala: int) -> Batang:  # noqa: A002
    """A bar for each item, from the worst answer, 1, to the best, `skala`; the line is the mean of the items' means.

    Thresholds of assessment (WBK, WBBM) are no lines: their scale is another than that of the surveys that have them.
    """
    items = [ButirBagan(item.nama, rounded(item.rata_rata)) for item in nilai]
    line = ButirBagan("rata-rata", rounded(mean_of(tuple(nilai))))
    chart = bars(id, f"{judul} (skala 1–{skala})", items, awal=1, puncak=skala, batas=[line], desimal=2)
    assert chart is not None  # a checked survey has answers to every item
    return chart
