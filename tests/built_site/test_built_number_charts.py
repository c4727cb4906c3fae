"""The charts of complaints and surveys in the built pages: they say what pengaduan.json and survei.json say."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from recount.published_charts import SVG, api, page_of, texts
from recount.published_page import cells, having, table
from recount.status_again import BULAN, TAHUN

TAHAP = ("harus_ditindaklanjuti", "diproses", "selesai")
LABEL = ("harus ditindaklanjuti", "masih diproses", "selesai")


def in_words(cell: dict[str, Any] | None) -> str:
    """A complaint count of the JSON as charts write it."""
    if cell is None:
        return "belum ada data"
    if cell["jumlah"] is not None:
        return str(cell["jumlah"])
    if cell["keterangan"] == "kurang_dari_5":
        return "<5"
    low, high = cell["sedikitnya"], cell["paling_banyak"]
    return f"{low}–{high}" if high is not None else f"≥{low}" if low else "ditutup demi pengadu"


def values(drawing: ET.Element) -> list[str]:
    """The values beside a drawing's bars, in order."""
    return ["".join(item.itertext()) for item in drawing.iter(f"{SVG}text") if item.get("class") in ("jumlah", "redup")]


def check_bars(drawing: ET.Element, told: list[str]) -> None:
    """The words beside the bars are these; only what is told as a number has a bar, in proportion to the longest."""
    assert values(drawing) == told
    numbers = [int(text) for text in told if text.isdigit()]
    widths = [
        float(item.get("width", "").removesuffix("%")) for item in drawing.iter(f"{SVG}rect") if item.get("class") == "isi"
    ]
    assert widths == pytest.approx([100 * number / max(numbers) for number in numbers], abs=0.01)
    stubs = {(item.get("x"), item.get("width")) for item in drawing.iter(f"{SVG}rect") if item.get("class") == "tertutup"}
    assert len(stubs) == (1 if len(numbers) < len(told) else 0)


def test_complaints(any_site: Path) -> None:
    """The charts of complaints say and draw what pengaduan.json says: the three counts, channels and categories in words and
    widths; months in heights; what is hidden is drawn alike everywhere, and a month without a report has nothing but a dash."""
    published = api(any_site, "pengaduan")
    drawn, page = page_of(any_site, f"pengaduan/statistik/{TAHUN}")
    if not drawn:
        assert {item["keadaan"] for item in published["bulanan"]} <= {"belum_dilaporkan", "belum_berakhir"}
        assert "Ini bukan berarti tidak ada pengaduan" in page.text
        return
    (half,) = [span for span in published["jangka"] if span["masuk"]]
    assert drawn["tahap-batang"][0].text == f"Pengaduan menurut tahap, Januari sampai Juni {TAHUN}"
    check_bars(drawn["tahap-batang"], [in_words(half[key]) for key in TAHAP])
    for name in ("kategori", "kanal"):
        called = {"kategori": "kategori", "kanal": "saluran"}[name]
        assert drawn[f"{name}-batang"][0].text == f"Pengaduan masuk menurut {called}, Semester I {TAHUN}"
        check_bars(drawn[f"{name}-batang"], [in_words(row) for row in half[name]])
        assert [cells(line)[1] for line in table(page, name)] == values(drawn[f"{name}-batang"])
    check_months(drawn["bulan-tiang"], published["bulanan"])


def check_months(drawing: ET.Element, months: list[dict[str, Any]]) -> None:
    """Measured against the scale beside them, the columns are the months' counts."""
    (plot,) = drawing.findall(f"{SVG}svg")
    scale = {
        int("".join(text.itertext())): float(line.get("y1", ""))
        for text, line in zip(
            [item for item in plot if item.get("class") == "skala"], [item for item in plot if item.get("class") == "garis"],
            strict=True,
        )
    }  # fmt: skip
    foot = next(float(item.get("y1", "")) for item in plot if item.get("class") == "dasar")
    pixel = max(scale) / (foot - scale[max(scale)])
    shafts = [item for item in plot if item.tag == f"{SVG}rect"]
    found = ["tertutup" if item.get("class") == "tertutup" else round(float(item.get("height", "")) * pixel) for item in shafts]
    counts = [item[key] for key in TAHAP for item in months if item[key] is not None]
    assert found == ["tertutup" if cell["jumlah"] is None else cell["jumlah"] for cell in counts]
    hidden = {(item.get("y"), item.get("height"), item.get("width")) for item in shafts if item.get("class") == "tertutup"}
    assert len(hidden) == 1
    missing = [item for item in months if item["keadaan"] != "dilaporkan"]
    assert len([item for item in plot if item.get("class") == "redup"]) == len(missing)
    newest = next(item for item in reversed(months) if item["keadaan"] == "dilaporkan")
    told = ", ".join(f"{label} {in_words(newest[key])}" for key, label in zip(TAHAP, LABEL, strict=True))
    assert (drawing[1].text or "").startswith(f"{BULAN[int(newest['bulan'][5:]) - 1]}: {told}.")


def test_surveys(any_site: Path) -> None:
    """Each survey's chart says its elements' means as survei.json has them, from the worst answer, 1, to the best, and names
    both ends; its line is their mean, and no threshold of another scale stands in it; its table says the same."""
    drawn, page = page_of(any_site, "survei")
    for item in api(any_site, "survei")["survei"]:
        chart = drawn[f"survei-{item['jenis']}-1"]
        means = [value["rata_rata"] for value in item["nilai"]]
        assert values(chart) == [comma(mean) for mean in means]
        widths = [float(bar.get("width", "").removesuffix("%")) for bar in chart.iter(f"{SVG}rect")]
        top = item["skala"] - 1
        assert widths == pytest.approx([100 * (mean - 1) / top for mean in means], abs=0.6 / top)
        assert texts(chart, "nama-batas") == [f"rata-rata {comma(item['rata_rata'])}"]
        assert texts(chart, "ujung") == ["1 terendah", f"{item['skala']} tertinggi"]
        (block,) = having(page, blok=f"survei-{item['jenis']}")
        assert [cells(row)[1] for row in having(block, unsur="…")] == values(chart)


def comma(number: float) -> str:
    """A mean with two digits behind the comma, rounded half up."""
    return str(Decimal(str(number)).quantize(Decimal("0.01"), ROUND_HALF_UP)).replace(".", ",")
