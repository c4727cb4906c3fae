"""The drawings: the same as the golden files, and what holds for every one of them."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sample.sample_charts import NAMA_120, TAHUN, draw, drawings, golden_files, mixes, plain_drawings, plan
from support.zi_command import PER_TANGGAL
from zona.findings.judge import judge_year
from zona.findings.keadaan import Keadaan
from zona.outputs.charts.bars import bars
from zona.outputs.charts.chart_values import ButirBagan, Deret, Tertutup
from zona.outputs.charts.columns import columns
from zona.outputs.charts.curve import BOTTOM, TOP, curve, scale
from zona.outputs.charts.month_stack import month_stack
from zona.outputs.charts.stacked import bars_of_groups
from zona.outputs.wording import angka, pecahan

pytestmark = pytest.mark.lambat

ACUAN = Path(__file__).resolve().parents[2] / "golden" / "charts"
SVG = "{http://www.w3.org/2000/svg}"
LIMIT = 15_000  # bytes, compressed


@pytest.fixture(scope="module")
def every() -> dict[str, str]:
    """Every drawing, by its name."""
    return {f"{mix.nama}/{name}": text for mix in mixes() for name, text in drawings(mix).items()} | plain_drawings()


def test_golden_files() -> None:
    """Every drawing is as it was when somebody last looked at it, and no golden file is left over
    (`zi.py perbarui grafik` writes them anew)."""
    kept = {path.relative_to(ACUAN).as_posix(): path.read_text(encoding="utf-8") for path in ACUAN.rglob("*.svg")}
    assert kept == golden_files()


def test_every_drawing(every: dict[str, str]) -> None:
    """Well-formed, named and told by its title and description, with ids of its own, nothing that a strict policy forbids,
    and light."""
    for name, svg in every.items():
        root = ET.fromstring(svg)
        title, desc = root[0], root[1]
        assert (root.tag, title.tag, desc.tag) == (f"{SVG}svg", f"{SVG}title", f"{SVG}desc"), name
        assert root.get("role") == "img", name
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}", name
        assert title.text, name
        assert re.fullmatch(r"[A-Z0-9].*\.", desc.text or ""), (name, desc.text)
        ids = [item.get("id", "") for item in root.iter() if item.get("id")]
        own = (title.get("id") or "").removesuffix("-t")
        assert len(ids) == len(set(ids)), name
        assert all(item.startswith(f"{own}-") for item in ids), name
        used = re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', svg)
        assert {first or second for first, second in used} <= set(ids), name
        assert not re.search(r"<style|<script|<image|\bstyle=|\bon\w+=|https?:(?!//www\.w3\.org/2000/svg)", svg), name
        assert len(gzip.compress(svg.encode(), 9)) <= LIMIT, name


def test_a_whole_map_of_200_actions_is_light(every: dict[str, str]) -> None:
    """The map of 200 actions with a deadline in every month is one chart of less than 15 kB, all groups together."""
    maps = [text for name, text in every.items() if name.startswith("dua-ratus-aksi/peta")]
    assert sum(len(gzip.compress(text.encode(), 9)) for text in maps) <= LIMIT
    assert sum(map(places, maps)) == 2400


def places(svg: str) -> int:
    """How many symbols a map holds: the corners of its paths."""
    return sum(len(path.get("d", "").split()) // 2 for path in ET.fromstring(svg).iter(f"{SVG}path") if path.get("marker-mid"))


def test_numbers_in_the_drawings() -> None:
    """The numbers that a drawing shows, in words and in places, are those of the plan."""
    for mix in mixes():
        own, drawn = mix.tahun.hitungan, drawings(mix)
        groups = [item.hitungan for item in mix.tahun.kelompok]
        told = [item for item in texts(drawn["kelompok"]) if re.fullmatch(r"[\d.]+/[\d.]+|–", item)]
        assert told == [f"{angka(item.terpenuhi)}/{angka(item.jumlah)}" if item.jumlah else "–" for item in groups], mix.nama
        near = max(0.5, own.jumlah / 1000)  # a line is drawn to a tenth of a pixel
        planned = [item.rencana for item in mix.tahun.bulanan()]
        planned.insert(PER_TANGGAL.month - 1, own.jatuh_tempo)
        assert heights(drawn["kurva"], "rencana") == (pytest.approx([0, *planned], abs=near) if own.jumlah else None)
        known = [item.kenyataan for item in mix.tahun.bulanan() if item.kenyataan is not None]
        assert heights(drawn["kurva"], "kenyataan") == (pytest.approx([0, *known], abs=near) if own.jumlah else None)
        maps = [text for name, text in drawn.items() if name.startswith("peta")]
        assert sum(map(places, maps)) == own.jumlah
        months = [item for item in texts(drawn["bulan"]) if item.isdigit()]
        assert list(map(int, months)) == [item.jumlah for item in mix.tahun.hitungan_per_bulan()]


def texts(svg: str) -> list[str]:
    return ["".join(item.itertext()) for item in ET.fromstring(svg).iter(f"{SVG}text")]


def heights(svg: str, line: str) -> list[float] | None:
    """The values of a line, measured against the scale that stands beside it; None where there is no line."""
    root = ET.fromstring(svg)
    plot = root.find(f"{SVG}svg")
    assert plot is not None
    path = next((item for item in plot if item.get("class") == line), None)
    if path is None:
        return None
    scale_of = [item for item in root.iter(f"{SVG}text") if item.get("class") == "skala"]
    top = max(int("".join(item.itertext()).removesuffix(" janji").replace(".", "")) for item in scale_of)
    points = [float(item) for item in path.get("d", "")[1:].split()[1::2]]
    return [(BOTTOM - TOP - y) * top / (BOTTOM - TOP) for y in points]


def test_the_mixes_are_what_they_say() -> None:
    """Empty is empty, done is done, late is late; one action, 200 actions in every state, names of 120 characters."""
    found = {mix.nama: mix.tahun for mix in mixes()}
    counts = {name: {state: n for state, n in tahun.hitungan.keadaan.items() if n} for name, tahun in found.items()}
    assert counts["kosong"] == {}
    assert set(counts["semua-selesai"]) == {Keadaan.TERPENUHI}
    assert set(counts["semua-terlambat"]) == {Keadaan.TERLAMBAT}
    assert len(found["satu-aksi"].aksi) == 1
    assert len(found["dua-ratus-aksi"].aksi) == 200
    assert set(counts["dua-ratus-aksi"]) == set(Keadaan)
    assert {len(item.judul) for item in found["nama-120"].kelompok} == {len(NAMA_120)} == {120}


def test_long_names_are_cut_in_sight(every: dict[str, str]) -> None:
    """Of a name of 120 characters a group's bar has two lines that a phone can show, which end in dots."""
    lines = [text for text in texts(every["nama-120/kelompok"]) if "/" not in text]
    assert len(lines) == 4
    assert [text[-1] for text in lines[1::2]] == ["…", "…"]
    assert f"I {NAMA_120}".startswith(" ".join(lines[:2]).removesuffix(" …"))
    assert max(map(len, lines)) <= 30


@pytest.mark.parametrize(
    ("record", "name", "words"),
    [
        ("-", "Per 24 November 2026 kami tertinggal 10 janji dari rencana", "tertinggal 10"),
        ("SSSSSSSS--", "Per 24 November 2026 kami tertinggal 2 janji dari rencana", "tertinggal 2"),
        ("S" * 11, "Per 24 November 2026 kami lebih cepat 1 janji dari rencana", "lebih cepat 1"),
        ("S" * 10, "Per 24 November 2026 yang terpenuhi sebanyak yang jatuh tempo: 10 janji", None),
    ],
)
def test_the_gap_is_named(record: str, name: str, words: str | None) -> None:
    """The curve's name and the word beside its bracket say by how many the deeds are behind what is due, or ahead; the bracket
    reaches from the one line to the other."""
    tahun = plan([["Bulanan"]], lambda number: record[number] if number < len(record) else "-")
    chart = curve("a", tahun)
    assert chart.judul == name
    assert (chart.selisih and chart.selisih.tulisan.teks) == words
    if chart.selisih:
        top = scale(12)[0]
        low, high = sorted((tahun.hitungan.jatuh_tempo, tahun.hitungan.terpenuhi))
        ends = [(BOTTOM - y) * top / (BOTTOM - TOP) for y in (chart.selisih.bawah, chart.selisih.atas)]
        assert ends == pytest.approx([low, high], abs=0.01)


def test_after_the_year_the_gap_is_that_of_its_end() -> None:
    """In another year the curve says what was missing at the end of its own."""
    own = plan([["Bulanan"]], lambda number: "S" if number < 9 else "-")
    chart = curve("a", judge_year(own.sumber, date(TAHUN + 1, 2, 1)))
    assert chart.judul == f"Pada akhir {TAHUN} kami tertinggal 3 janji dari rencana"
    assert chart.selisih is not None
    assert chart.selisih.x == 100


def test_six_look_like_six() -> None:
    """Groups' bars have one scale: a group with a quarter of the largest one's deadlines has a quarter of its width, and its
    pieces stay inside."""
    tahun = plan([["Bulanan"], ["Per Triwulan"], ["Maret", "Bulanan", "Juli"]], lambda number: "SW-"[number % 3])
    rows = bars_of_groups("a", tahun.kelompok).baris
    assert [row.lebar for row in rows] == pytest.approx([1200 / 14, 400 / 14, 100], abs=0.01)
    for row in rows:
        assert row.potong[-1].x + row.potong[-1].lebar == pytest.approx(row.lebar)


def test_the_answer_of_the_months() -> None:
    """The months' name says where most are late; where none is, where most fall due."""
    late = plan([["Bulanan"], ["Maret", "Juli", "Juli"]], lambda number: "S" if number < 12 else "-")
    done = plan([["Bulanan"], ["Maret", "Juli", "Juli"]], lambda _: "S")
    assert [month_stack("a", item).judul for item in (late, done)] == [
        "Paling banyak janji terlambat atau belum dilaporkan: Juli (2)",
        "Paling banyak janji jatuh tempo: Juli (3)",
    ]


def test_zero_hidden_and_missing_look_different() -> None:
    """Zero is a bar's beginning, a hidden number a dashed frame, a missing one nothing; only numbers that are told have a
    width, and a hidden one looks the same whatever it was."""
    chart = bars(
        "a", "A", [ButirBagan("nol", 0), ButirBagan("tutup", Tertutup()), ButirBagan("tiada", None), ButirBagan("ada", 9)]
    )
    assert chart is not None
    svg = draw("batang", "batang", chart)
    marks = Counter(item.get("class") for item in ET.fromstring(svg).iter(f"{SVG}rect"))
    assert marks == {"isi": 2, "tertutup": 1}
    assert [(row.rupa, row.lebar) for row in chart.baris] == [("nol", 0), ("tertutup", 0), ("tidak_ada", 0), ("nilai", 100)]
    assert [row.teks for row in chart.baris] == ["0", "<5", "belum ada data", "9"]
    assert chart.uraian == "Nol 0; ada 9. Tidak disebut, supaya tidak menunjuk orang: 1 angka. Belum ada data: 1."


def test_highest_and_lowest() -> None:
    """Of many values the finding names all that are the highest and the lowest; where some are not told, it says that these
    are so only among those that are."""
    known = [ButirBagan("A", 9), ButirBagan("B", 5), ButirBagan("C", 9), ButirBagan("D", 7)]
    told = [chart.uraian for items in (known, [*known, ButirBagan("E", Tertutup())]) if (chart := bars("a", "A", items))]
    assert told == [
        "Tertinggi A dan C (9), terendah B (5).",
        "Di antara yang disebut, tertinggi A dan C (9), terendah B (5). Tidak disebut, supaya tidak menunjuk orang: 1 angka.",
    ]


def test_a_scale_that_does_not_begin_at_zero() -> None:
    """On the scale 1–4 the worst answer is (nearly) no bar, the best a whole one, and the line stands where its value does."""
    items = [ButirBagan("buruk", Decimal(1)), ButirBagan("tengah", Decimal("2.5")), ButirBagan("baik", Decimal(4))]
    chart = bars("a", "A", items, awal=1, puncak=4, batas=[ButirBagan("rata-rata", Decimal("2.5"))], desimal=2)
    assert chart is not None
    assert [row.lebar for row in chart.baris] == [1.5, 50, 100]
    assert [(line.x, line.teks) for line in chart.batas] == [(50, "rata-rata 2,50")]
    assert texts(draw("batang", "batang", chart))[-2:] == ["1 terendah", "4 tertinggi"]
    assert bars("a", "A", items).ujung is None  # type: ignore[union-attr]


def test_long_values_leave_their_labels_room() -> None:
    """Beside a word in place of a value a label breaks earlier, so that the two never meet on a phone."""
    name = "Penyalahgunaan wewenang pegawai"
    chart = bars("a", "A", [ButirBagan(name, 5), ButirBagan(name, Tertutup("disembunyikan"))])
    assert chart is not None
    widths = [len(row.label[0][1]) + len(row.teks) for row in chart.baris]
    assert max(widths) <= 36


def test_columns_by_month() -> None:
    """Columns know zero, hidden and missing as well; the finding tells the last month that has data, how much is not told,
    and which months are missing."""
    later: tuple[None, ...] = (None,) * 8
    chart = columns(
        "a", "A", [Deret("Selesai", (3, 0, Tertutup(), None, *later)), Deret("Diproses", (6, 0, Tertutup(), None, *later))]
    )
    assert chart is not None
    assert [(item.deret, item.rupa, item.tinggi) for item in chart.tiang] == [
        (0, "nilai", 70), (0, "nol", 2), (0, "tertutup", 16), (1, "nilai", 140), (1, "nol", 2), (1, "tertutup", 16),
    ]  # fmt: skip
    assert len(chart.kosong) == 9
    assert chart.uraian.startswith("Maret: selesai <5, diproses <5. Tidak disebut, supaya tidak menunjuk orang: 2 angka. Belum")
    assert chart.uraian.endswith("November, dan Desember.")


def test_no_data_is_no_drawing() -> None:
    """Where there is no data at all, there is no drawing: the page has a sentence in its place."""
    assert bars("a", "A", [ButirBagan("a", None)]) is None
    assert columns("a", "A", [Deret("a", (None,) * 12)]) is None


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (0, (1,)), (1, (1,)), (4, (1, 2, 3, 4)), (7, (2, 4, 6, 8)), (12, (5, 10, 15)),
        (178, (50, 100, 150, 200)), (2400, (1000, 2000, 3000)),
    ],
)  # fmt: skip
def test_scale(highest: int, ticks: tuple[int, ...]) -> None:
    """A scale has at most four round steps and reaches the highest value."""
    assert scale(highest) == (ticks[-1], ticks)


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [(Decimal("3.445"), 2, "3,45"), (Decimal("3.5"), 2, "3,50"), (4, 2, "4,00"),
     (1234, 0, "1.234"), (Decimal("-0.5"), 1, "-0,5")],
)  # fmt: skip
def test_fractions(number: int | Decimal, digits: int, text: str) -> None:
    """Numbers have a comma before their fraction and points between thousands, rounded half up."""
    assert pecahan(number, digits) == text
