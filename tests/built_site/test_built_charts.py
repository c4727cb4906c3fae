"""The charts as they stand in the built pages: named, unique, light, and saying what ringkasan.json says."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from recount.published_page import Element, cells, having, label, read_page, table, words
from recount.status_again import BULAN, PENDEK, TAHUN, percent_text

SVG = "{http://www.w3.org/2000/svg}"
SITES = ("situs", "contoh")
TAHAP = ("harus_ditindaklanjuti", "diproses", "selesai")
LABEL = ("harus ditindaklanjuti", "masih diproses", "selesai")
FIRST, LATER = 45_000, 15_000  # bytes, compressed


@pytest.fixture(scope="module", params=SITES)
def root(request: pytest.FixtureRequest) -> Path:
    """The built site of the office, and of the sample office."""
    found: Path = request.getfixturevalue(request.param)
    return found


def api(root: Path, name: str) -> Any:
    return json.loads((root / f"api/v1/{TAHUN}/{name}.json").read_text(encoding="utf-8"))


def drawings(page: Path) -> dict[str, ET.Element]:
    """The page's charts by their id, parsed as XML: they are well-formed."""
    parsed = []
    for start in re.split(r"(?=<svg xmlns=)", page.read_text(encoding="utf-8"))[1:]:
        depth = 0
        for tag in re.finditer(r"<svg[^>]*>|</svg>", start):
            depth += 1 if tag[0] != "</svg>" else -1
            if not depth:
                parsed.append(ET.fromstring(start[: tag.end()]))
                break
    return {item[0].get("id", "").removesuffix("-t"): item for item in parsed}


def texts(drawing: ET.Element, css: str) -> list[str]:
    return ["".join(item.itertext()) for item in drawing.iter(f"{SVG}text") if item.get("class") == css]


def page_of(root: Path, address: str) -> tuple[dict[str, ET.Element], Element]:
    path = root / address / "index.html"
    return drawings(path), read_page(path)


def test_where_charts_stand(root: Path) -> None:
    """The achievement page has ring, groups, curve and map; the home page the ring; a group its bar; an action its strip;
    the survey page a chart for each survey, and the complaints' page its four where there is something to draw."""
    groups = [item["kode"].lower() for item in api(root, "ringkasan")["kelompok"]]
    maps = {f"peta-{kode}" for kode in groups}
    assert set(page_of(root, f"capaian/{TAHUN}")[0]) == {"cincin", "kelompok-batang", "kurva"} | maps
    assert set(page_of(root, "")[0]) == {"cincin"}
    assert set(page_of(root, f"rencana-aksi/{TAHUN}/kelompok-{groups[0]}")[0]) == {"batang"}
    assert set(page_of(root, f"rencana-aksi/{TAHUN}/i-1")[0]) == {"strip"}
    told = any(item["keadaan"] == "dilaporkan" for item in api(root, "pengaduan")["bulanan"])
    four = {"tahap-batang", "bulan-tiang", "kategori-batang", "kanal-batang"} if told else set()
    assert set(page_of(root, f"pengaduan/statistik/{TAHUN}")[0]) == four
    surveys = Counter(item["jenis"] for item in api(root, "survei")["survei"])
    expected = {f"survei-{jenis}-{n}" for jenis, number in surveys.items() for n in range(1, number + 1)}
    assert set(page_of(root, "survei")[0]) == expected


def test_every_image_is_named_or_hidden(root: Path) -> None:
    """Each SVG that is not part of another is either an image with title and description on the page, or hidden from
    readers who listen; no element styles itself; ids are unique on every page."""
    for path in root.rglob("*.html"):
        page = read_page(path)
        ids = Counter(item.attributes["id"] for item in page.walk() if "id" in item.attributes)
        assert not [name for name, number in ids.items() if number > 1], path
        assert not [item for item in page.walk() if "style" in item.attributes], path
        inside = {id(inner) for item in page.walk() if item.name == "svg" for inner in item.walk() if inner is not item}
        for item in page.walk():
            if item.name != "svg" or id(item) in inside:
                continue
            if item.attributes.get("role") == "img":
                names = item.attributes["aria-labelledby"].split()
                assert len(names) == 2
                assert all(ids[name] == 1 for name in names)
            else:
                assert item.attributes.get("aria-hidden") == "true", path


def test_every_chart_has_its_table(root: Path) -> None:
    """Every figure holds the table that tells the same, one tap away, with a caption; the strip's numbers stand in the
    list below it."""
    seen = 0
    for path in root.rglob("*.html"):
        page = read_page(path)
        for figure in (item for item in page.walk() if item.name == "figure"):
            seen += 1
            if "zi-gambar--strip" in figure.attributes["class"]:
                assert list(having(page, periode="…"))
                continue
            (twin,) = [item for item in figure.walk() if item.name == "details"]
            (tabel,) = [item for item in twin.walk() if item.name == "table"]
            assert tabel.children[0].name == "caption"
            assert words(tabel.children[0])
            assert all("scope" in item.attributes for item in tabel.walk() if item.name == "th")
    assert seen >= 1 + 3 + 7 + 43


def check_counts(page: Element, counts: dict[str, Any]) -> None:
    """The twin of a ring or bar is the summary's counts, each with its share of all."""
    whole = counts["jumlah"]
    rows = [[label(state), str(number), percent_text(number, whole)] for state, number in counts["keadaan"].items()]
    assert [cells(line) for line in table(page, "keadaan")] == [*rows, ["Jumlah", str(whole), "100%" if whole else "–"]]


@pytest.mark.parametrize("address", ["", f"capaian/{TAHUN}"])
def test_ring(root: Path, address: str) -> None:
    """The ring says how many of how many; its slices are the states that have periods; its twin has all of them."""
    counts = api(root, "ringkasan")["hitungan_periode"]
    drawn, page = page_of(root, address)
    ring = drawn["cincin"]
    assert texts(ring, "besar") == [str(counts["keadaan"]["terpenuhi"])]
    assert texts(ring, "kecil") == [f"dari {counts['jumlah']} tenggat", "terpenuhi"]
    slices = [item.get("class", "").removeprefix("k-") for item in ring.findall(f"{SVG}g")]
    assert slices == [state for state, number in counts["keadaan"].items() if number]
    assert f"{counts['keadaan']['terpenuhi']} dari {counts['jumlah']} tenggat terpenuhi" in (ring[1].text or "")
    for state, number in counts["keadaan"].items():
        assert (f"{number} {label(state).lower()}" in (ring[1].text or "")) == (number > 0 and state != "terpenuhi")
    check_counts(page, counts)


def test_bars_of_groups(root: Path) -> None:
    """Each group's bar says fulfilled and all as the summary does, its pieces are the states that have periods, and the
    group's own page draws and tells the same."""
    groups = api(root, "ringkasan")["kelompok"]
    drawn = page_of(root, f"capaian/{TAHUN}")[0]["kelompok-batang"]
    told = [f"{item['hitungan_periode']['keadaan']['terpenuhi']}/{item['hitungan_periode']['jumlah']}" for item in groups]
    assert texts(drawn, "jumlah") == told
    states = [sum(bool(number) for number in item["hitungan_periode"]["keadaan"].values()) for item in groups]
    assert len(drawn.findall(f"{SVG}svg")) == sum(states)
    for item, number in zip(groups, states, strict=True):
        own, page = page_of(root, f"rencana-aksi/{TAHUN}/kelompok-{item['kode'].lower()}")
        widths = [float(piece.get("width", "").removesuffix("%")) for piece in own["batang"].findall(f"{SVG}svg")]
        assert len(widths) == number
        assert sum(widths) == pytest.approx(100, abs=0.1)
        check_counts(page, item["hitungan_periode"])


def test_curve(root: Path) -> None:
    """Both lines, measured against the scale beside them, are the summary's series; its ends are told in numbers."""
    series = api(root, "ringkasan")["bulanan"]
    curve = page_of(root, f"capaian/{TAHUN}")[0]["kurva"]
    top = max(int(text.replace(".", "")) for text in texts(curve, "skala"))
    (plot,) = curve.findall(f"{SVG}svg")
    height = float(plot.get("viewBox", "").split()[3])
    lines = {item.get("class"): [float(part) for part in item.get("d", "")[1:].split()[1::2]] for item in plot}
    known = [item["kenyataan"] for item in series if item["kenyataan"] is not None]
    for name, numbers in (("rencana", [item["rencana"] for item in series]), ("kenyataan", known)):
        assert [round((height - y) * top / height) for y in lines[name]] == [0, *numbers]
    assert texts(curve, "nama-rencana") == [str(series[-1]["rencana"])]
    assert texts(curve, "nama-kenyataan") == [str(known[-1])]


def test_map(root: Path) -> None:
    """Each group's map holds one symbol for each period, by state; its twin tells each action's months as capaian.json."""
    periods = api(root, "capaian")["periode"]
    drawn, page = page_of(root, f"capaian/{TAHUN}")
    for kode in dict.fromkeys(item["aksi"].partition(".")[0] for item in periods):
        own = Counter(item["keadaan"] for item in periods if item["aksi"].partition(".")[0] == kode)
        paths = [item for item in drawn[f"peta-{kode.lower()}"].iter(f"{SVG}path") if item.get("marker-mid")]
        found = {re.sub(r".*-|\)", "", item.get("marker-mid", "")): len(item.get("d", "").split()) // 2 for item in paths}
        assert found == own
    expected = []
    for aksi in dict.fromkeys(item["aksi"] for item in periods):
        months: dict[str, list[str]] = {}
        for item in periods:
            if item["aksi"] == aksi:
                months.setdefault(item["keadaan"], []).append(PENDEK[int(item["tenggat"][5:7]) - 1])
        expected.append((aksi, {label(state): names for state, names in months.items()}))
    told = [cells(line) for line in table(page, "peta")]
    assert [(aksi, dict(part_of(part) for part in text.split("; "))) for aksi, text in told] == expected


def part_of(text: str) -> tuple[str, list[str]]:
    state, _, months = text.partition(": ")
    return state, months.split(", ")


def test_strips(root: Path) -> None:
    """Each action's strip has one symbol for each period, and says every month with its state."""
    periods = api(root, "capaian")["periode"]
    for aksi in dict.fromkeys(item["aksi"] for item in periods):
        own = [item for item in periods if item["aksi"] == aksi]
        strip = page_of(root, f"rencana-aksi/{TAHUN}/{aksi.lower().replace('.', '-')}")[0]["strip"]
        used = Counter((item.get("href") or "").removeprefix("#strip-") for item in strip.iter(f"{SVG}use"))
        assert used == Counter(item["keadaan"] for item in own), aksi
        for item in own:
            assert BULAN[int(item["tenggat"][5:7]) - 1] in (strip[1].text or ""), aksi


def in_words(cell: dict[str, Any] | None) -> str:
    """A complaint count of the JSON as charts write it."""
    if cell is None:
        return "belum ada data"
    if cell["jumlah"] is not None:
        return str(cell["jumlah"])
    if cell["keterangan"] == "kurang_dari_5":
        return "<5"
    low, high = cell["sedikitnya"], cell["paling_banyak"]
    return f"{low}–{high}" if high is not None else f"≥{low}" if low else "disembunyikan"


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


def test_complaints(root: Path) -> None:
    """The charts of complaints say and draw what pengaduan.json says: the three counts, channels and categories in words and
    widths; months in heights; what is hidden is drawn alike everywhere, and a month without a report has nothing but a dash."""
    published = api(root, "pengaduan")
    drawn, page = page_of(root, f"pengaduan/statistik/{TAHUN}")
    if not drawn:
        assert {item["keadaan"] for item in published["bulanan"]} <= {"belum_dilaporkan", "belum_berakhir"}
        assert "Ini bukan berarti tidak ada pengaduan" in page.text
        return
    (half,) = [span for span in published["jangka"] if span["masuk"]]
    assert drawn["tahap-batang"][0].text == f"Pengaduan menurut tahap, Januari sampai Juni {TAHUN}"
    check_bars(drawn["tahap-batang"], [in_words(half[key]) for key in TAHAP])
    for name in ("kategori", "kanal"):
        assert drawn[f"{name}-batang"][0].text == f"Pengaduan masuk menurut {name}, Semester I {TAHUN}"
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


def test_surveys(root: Path) -> None:
    """Each survey's chart says its elements' means as survei.json has them, from the worst answer, 1, to the best; its line
    is their mean, and no threshold of another scale stands in it; its table says the same."""
    drawn, page = page_of(root, "survei")
    for item in api(root, "survei")["survei"]:
        chart = drawn[f"survei-{item['jenis']}-1"]
        means = [value["rata_rata"] for value in item["nilai"]]
        assert values(chart) == [comma(mean) for mean in means]
        widths = [float(bar.get("width", "").removesuffix("%")) for bar in chart.iter(f"{SVG}rect")]
        top = item["skala"] - 1
        assert widths == pytest.approx([100 * (mean - 1) / top for mean in means], abs=0.6 / top)
        assert texts(chart, "nama-batas") == [f"rata-rata {comma(item['rata_rata'])}"]
        (block,) = having(page, blok=f"survei-{item['jenis']}")
        assert [cells(row)[1] for row in having(block, unsur="…")] == values(chart)


def comma(number: float) -> str:
    """A mean with two digits behind the comma, rounded half up."""
    return str(Decimal(str(number)).quantize(Decimal("0.01"), ROUND_HALF_UP)).replace(".", ",")


def test_pages_stay_light(root: Path) -> None:
    """No page weighs more than 15 kB, no first visit with styles and scripts more than 45 kB, compressed."""
    weights = {path: len(gzip.compress(path.read_bytes(), 9)) for path in root.rglob("*.html")}
    shared = sum(len(gzip.compress(path.read_bytes(), 9)) for path in root.glob("aset/*") if path.is_file())
    assert {path: weight for path, weight in weights.items() if weight > LATER} == {}
    assert shared + max(weights.values()) <= FIRST
