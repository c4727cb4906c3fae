"""Geometry, for any plan: parts make the whole, nothing is lost, nothing lies outside."""

from __future__ import annotations

import math
import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample.sample_charts import TAHUN, drawings, geometry_of, mixes, plan
from small.office_data import row
from support.zi_command import PER_TANGGAL
from zona.findings.hitungan import Hitungan
from zona.findings.judge import judge_year
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import TahunFinding
from zona.outputs.charts.bars import bars
from zona.outputs.charts.calendar_map import CELL, HEAD, LINE, map_of_group, strip
from zona.outputs.charts.chart_values import LEAST, ButirBagan, Tertutup, edges, shares
from zona.outputs.charts.curve import BOTTOM, TOP, WIDTH, curve, scale
from zona.outputs.charts.month_stack import month_stack
from zona.outputs.charts.stacked import pieces
from zona.records.rencana.rencana_aksi import Aksi, Kelompok, RencanaAksi

counts = st.lists(st.integers(0, 3000), min_size=6, max_size=6)
waktu = st.sampled_from(["Januari", "Bulanan", "Per Triwulan", "Mei dan Juli"])
times = st.lists(st.lists(waktu, min_size=1, max_size=3), min_size=1, max_size=3)
letters = st.lists(st.sampled_from("SLWB-"), min_size=1, max_size=9)


def hitungan(numbers: list[int]) -> Hitungan:
    return Hitungan(sum(numbers), 0, 0, dict(zip(Keadaan, numbers, strict=True)))


@given(counts)
def test_shares(numbers: list[int]) -> None:
    """Shares sum to the whole; zero gets nothing, everything else at least what can be seen, and more never gets less."""
    parts = shares(numbers)
    assert math.isclose(sum(parts), 1 if any(numbers) else 0)
    for part, number in zip(parts, numbers, strict=True):
        assert (part == 0) if number == 0 else (part >= LEAST - 1e-12)
        if any(numbers):
            assert abs(part - number / sum(numbers)) <= LEAST * len(numbers)
    assert all(
        a <= b + 1e-12 for a, m in zip(parts, numbers, strict=True) for b, n in zip(parts, numbers, strict=True) if m < n
    )
    spans = edges(parts)
    assert all(end == start for (_, end), (start, _) in pairwise(spans))
    assert not any(numbers) or spans[-1][1] == 1


@given(counts, st.sampled_from([9.0, 30.0, 100.0]))
def test_pieces(numbers: list[int], width: float) -> None:
    """A bar's pieces touch each other and fill the bar from its beginning to its end, and each can be seen."""
    found = pieces(hitungan(numbers), width)
    assert [item.jumlah for item in found] == [number for number in numbers if number]
    ends = [0.0, *(item.x + item.lebar for item in found)]
    assert all(math.isclose(item.x, end, abs_tol=0.01) for item, end in zip(found, ends, strict=False))
    assert not found or math.isclose(ends[-1], width, abs_tol=0.01)
    assert all(item.lebar > 0.89 for item in found)


@given(times, letters)
def test_months(waktu: list[list[str]], record: list[str]) -> None:
    """A month's column stands on the foot, its pieces touch each other up to its top, and none is too low to be seen; of two
    months that with more deadlines is never the lower."""
    chart = month_stack("a", plan(waktu, lambda number: record[number % len(record)]))
    for item in chart.tiang:
        edges = [float(chart.kaki), *(piece.y for piece in item.potong)]
        ends = [piece.y + piece.tinggi for piece in item.potong]
        assert ends == pytest.approx(edges[:-1], abs=0.02)
        assert edges[-1] == pytest.approx(item.y, abs=0.02) or not item.potong
        assert all(piece.tinggi >= 1.5 for piece in item.potong)
        assert sum(piece.jumlah for piece in item.potong) == int(item.jumlah)
        assert 0 <= item.kiri <= 100 - chart.lebar
    known = sorted((int(item.jumlah), chart.kaki - item.y) for item in chart.tiang)
    assert [height for _, height in known] == sorted(height for _, height in known)


@given(times, letters, st.dates(date(TAHUN - 1, 6, 1), date(TAHUN + 1, 6, 30)))
def test_curve(waktu: list[list[str]], record: list[str], day: date) -> None:
    """On any day both lines stay inside the plot and never fall; the actual one ends on the day, and before the year
    there is none."""
    tahun = on(plan(waktu, lambda number: record[number % len(record)]), day)
    chart = curve("a", tahun)
    assert (chart.hari is None) == (day.year != TAHUN)
    assert (chart.kenyataan is None) == (day.year < TAHUN)
    for path in filter(None, (chart.rencana, chart.kenyataan)):
        points = [float(item) for item in path[1:].split()]
        xs, ys = points[::2], points[1::2]
        assert 0 <= min(xs) <= max(xs) <= WIDTH
        assert 0 <= min(ys) <= max(ys) <= BOTTOM - TOP
        assert xs == sorted(xs)
        assert ys == sorted(ys, reverse=True)
    for item in filter(
        None, (*chart.garis, chart.selisih and chart.selisih.tulisan, chart.hari, chart.ujung_rencana, chart.ujung_kenyataan)
    ):
        assert 0 <= item.x <= 100
        assert 10 <= item.y <= BOTTOM
    if chart.kenyataan and chart.hari and chart.ujung_kenyataan:
        assert chart.ujung_kenyataan.x == chart.hari.x


def on(tahun: TahunFinding, day: date) -> TahunFinding:
    return judge_year(tahun.sumber, day)


@given(times, letters)
def test_map_and_strip(waktu: list[list[str]], record: list[str]) -> None:
    """Every deadline of the year has one symbol of its own, in its month's column and its action's row."""
    tahun = plan(waktu, lambda number: record[number % len(record)])
    for group in tahun.kelompok:
        chart = map_of_group("a", group, TAHUN, PER_TANGGAL)
        marks = [(item.keadaan, place) for item in chart.tanda for place in item.tempat]
        rows = {round(item.y): item.kode for item in chart.baris}
        found = sorted((rows[y], (x - chart.kiri) // CELL + 1, state) for state, (x, y) in marks)
        assert found == sorted((item.kode, item.tenggat.month, item.keadaan) for item in group.periode)
        assert all(chart.kiri < x < chart.lebar and HEAD < y < chart.tinggi for _, (x, y) in marks)
        for aksi in group.aksi:
            line = strip(aksi, TAHUN, PER_TANGGAL)
            told = [(month, state) for month, item in enumerate(line.bulan, 1) for state in item.keadaan]
            assert told == sorted(((item.tenggat.month, item.keadaan) for item in aksi.periode), key=lambda pair: pair[0])
            assert [item.tengah for item in line.bulan] == sorted({item.tengah for item in line.bulan})
            assert line.baris == max(1, *(len(item.keadaan) for item in line.bulan))


def test_two_deadlines_in_one_month_and_one_outside_the_year() -> None:
    """A month that holds two deadlines shows both, one below the other; a deadline of another year is told in words."""
    dates = [("TW1", f"{TAHUN}-03-31"), ("03", f"{TAHUN}-03-15"), ("12", f"{TAHUN + 1}-01-10")]
    jadwal = [{"periode": f"{TAHUN}-{periode}", "tenggat": date.fromisoformat(day)} for periode, day in dates]
    aksi = Aksi.model_validate(row("I.1") | {"jadwal": tuple(jadwal), "alasan_jadwal": "uji"})
    rencana = RencanaAksi(tahun=TAHUN, judul="UJI", kelompok=(Kelompok(kode="I", judul="Uji", aksi=(aksi,)),))
    empty = plan([["Januari"]], lambda _: "-").sumber
    source = empty.rencana_aksi
    tahun = judge_year(type(empty)(TAHUN, empty.keputusan, type(source)(rencana, "x", b"", {}), (), {}), PER_TANGGAL)
    chart = map_of_group("a", tahun.kelompok[0], TAHUN, PER_TANGGAL)
    assert [len(item.tempat) for item in chart.tanda] == [2]
    assert (chart.tinggi, chart.di_luar) == (HEAD + 2 * LINE, 1)
    assert chart.uraian.endswith("1 tenggatnya jatuh di tahun lain.")
    assert dict(chart.baris[0].kembar)[Keadaan.BELUM_JATUH_TEMPO] == f"10 Jan {TAHUN + 1}"
    line = strip(tahun.aksi[0], TAHUN, PER_TANGGAL)
    assert ([len(item.keadaan) for item in line.bulan if item.keadaan], line.baris, line.di_luar) == ([2], 2, 1)


@given(st.lists(st.one_of(st.none(), st.just(Tertutup()), st.integers(0, 10**6)), min_size=1, max_size=9))
def test_bars(values: list[int | Tertutup | None]) -> None:
    """A bar is never wider than the chart, never thinner than can be seen, and the larger number is never the shorter bar."""
    chart = bars("a", "A", [ButirBagan(f"Butir {number}", value) for number, value in enumerate(values)])
    if chart is None:
        assert all(value is None for value in values)
        return
    for line, value in zip(chart.baris, values, strict=True):
        assert (1.5 <= line.lebar <= 100) if isinstance(value, int) and value else line.lebar == 0
        assert 0 <= line.y < chart.tinggi
    known = sorted((value, line.lebar) for line, value in zip(chart.baris, values, strict=True) if isinstance(value, int))
    assert [width for _, width in known] == sorted(width for _, width in known)


@given(st.integers(0, 10**7))
def test_scale_reaches(highest: int) -> None:
    """A scale's last line is at or above the highest value, and it has one to four lines."""
    top, ticks = scale(highest)
    assert top >= highest
    assert 1 <= len(ticks) <= 4


def test_every_number_of_every_drawing() -> None:
    """No drawing of any mix places anything at what is not a number, or left of or above its edge; arcs and steps of
    paths aside, nothing is negative."""
    for mix in mixes():
        for name, svg in drawings(mix).items():
            assert not re.search(r'="[^"]*\b(nan|inf|None)\b', svg), name
            assert all(math.isfinite(number) for number in geometry_of(svg))
            placed = re.findall(r'\b(?:x|y|x1|x2|y1|y2|cx|cy|width|height)="(-?[\d.]+)%?"', svg)
            assert min(map(float, placed)) >= 0, name
