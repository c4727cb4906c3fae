"""The charts as they stand in the built pages: named, unique, light, and saying what ringkasan.json says."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from recount.published_charts import SVG, api, page_of, texts
from recount.published_page import Element, cells, having, heads, label, read_page, table, words
from recount.status_again import BULAN, PENDEK, TAHUN, percent_text

FIRST, LATER = 45_000, 15_000  # bytes, compressed


def test_where_charts_stand(any_site: Path) -> None:
    """The achievement page has a bar, groups, curve, months and map; the home page one of what is due; a group its bar; the
    survey page a chart for each survey, and the complaints' page its four where there is something to draw."""
    groups = [item["kode"].lower() for item in api(any_site, "ringkasan")["kelompok"]]
    maps = {f"peta-{kode}" for kode in groups}
    assert set(page_of(any_site, f"capaian/{TAHUN}")[0]) == {"batang", "kelompok-batang", "kurva", "bulan"} | maps
    assert set(page_of(any_site, "")[0]) <= {"tempo"}
    assert set(page_of(any_site, f"rencana-aksi/{TAHUN}/kelompok-{groups[0]}")[0]) == {"batang"}
    told = any(item["keadaan"] == "dilaporkan" for item in api(any_site, "pengaduan")["bulanan"])
    four = {"tahap-batang", "bulan-tiang", "kategori-batang", "kanal-batang"} if told else set()
    assert set(page_of(any_site, f"pengaduan/statistik/{TAHUN}")[0]) == four
    surveys = Counter(item["jenis"] for item in api(any_site, "survei")["survei"])
    expected = {f"survei-{jenis}-{n}" for jenis, number in surveys.items() for n in range(1, number + 1)}
    assert set(page_of(any_site, "survei")[0]) == expected


def test_every_image_is_named_or_hidden(any_site: Path) -> None:
    """Each SVG that is not part of another is either an image with title and description on the page, or hidden from
    readers who listen; no element styles itself; ids are unique on every page."""
    for path in any_site.rglob("*.html"):
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


def test_every_chart_has_its_table(any_site: Path) -> None:
    """Every figure holds the table that tells the same, in sight or one tap away, with a caption."""
    seen = 0
    for path in any_site.rglob("*.html"):
        page = read_page(path)
        for figure in (item for item in page.walk() if item.name == "figure"):
            seen += 1
            (tabel,) = [item for item in figure.walk() if item.name == "table"]
            assert tabel.children[0].name == "caption"
            assert words(tabel.children[0])
            assert all("scope" in item.attributes for item in tabel.walk() if item.name == "th")
    assert seen >= 1 + 4 + 7 + 7


def check_counts(page: Element, counts: dict[str, Any]) -> None:
    """The twin of a bar is the summary's counts, each with its share of all."""
    whole = counts["jumlah"]
    rows = [[label(state), str(number), percent_text(number, whole)] for state, number in counts["keadaan"].items()]
    assert [cells(line) for line in table(page, "keadaan")] == [*rows, ["Jumlah", str(whole), "100%" if whole else "–"]]


def test_bars_of_groups(any_site: Path) -> None:
    """Each group's bar says fulfilled and all as the summary does and is as long as its number of all says; its pieces are the
    states that have periods, and the group's own page draws and tells the same."""
    groups = api(any_site, "ringkasan")["kelompok"]
    drawn = page_of(any_site, f"capaian/{TAHUN}")[0]["kelompok-batang"]
    told = [f"{item['hitungan_periode']['keadaan']['terpenuhi']}/{item['hitungan_periode']['jumlah']}" for item in groups]
    assert texts(drawn, "jumlah") == told
    frames = [float(item.get("width", "").removesuffix("%")) for item in drawn if item.get("class") == "bingkai"]
    most = max(item["hitungan_periode"]["jumlah"] for item in groups)
    assert frames == pytest.approx([100 * item["hitungan_periode"]["jumlah"] / most for item in groups], abs=0.01)
    states = [sum(bool(number) for number in item["hitungan_periode"]["keadaan"].values()) for item in groups]
    assert len(drawn.findall(f"{SVG}svg")) == sum(states)
    for item, number in zip(groups, states, strict=True):
        own, page = page_of(any_site, f"rencana-aksi/{TAHUN}/kelompok-{item['kode'].lower()}")
        widths = [float(piece.get("width", "").removesuffix("%")) for piece in own["batang"].findall(f"{SVG}svg")]
        assert len(widths) == number
        assert sum(widths) == pytest.approx(100, abs=0.1)
        check_counts(page, item["hitungan_periode"])


def test_whole(any_site: Path) -> None:
    """The bar of the whole plan has a piece for each state that has periods; its table tells periods and actions by state."""
    summary = api(any_site, "ringkasan")
    counts, actions = summary["hitungan_periode"], summary["hitungan_aksi"]["keadaan"]
    drawn, page = page_of(any_site, f"capaian/{TAHUN}")
    assert len(drawn["batang"].findall(f"{SVG}svg")) == sum(bool(number) for number in counts["keadaan"].values())
    assert heads(page, "keadaan") == ["Status", f"{counts['jumlah']} janji", f"{sum(actions.values())} aksi"]
    told = [(line.attributes["data-keadaan"], cells(line)[1:]) for line in table(page, "keadaan")]
    assert actions.pop("tanpa_tenggat") == 0  # such actions have no deadline to count
    pairs = zip(counts["keadaan"].items(), actions.values(), strict=True)
    assert told == [(state, [str(number), str(own)]) for (state, number), own in pairs]


def test_months(any_site: Path) -> None:
    """Each month's column tells how many deadlines fall in it, its pieces are as high as their part of them, and its table
    counts each state as capaian.json does."""
    periods = api(any_site, "capaian")["periode"]
    drawn, page = page_of(any_site, f"capaian/{TAHUN}")
    months = [Counter(item["keadaan"] for item in periods if int(item["tenggat"][5:7]) == month) for month in range(1, 13)]
    assert texts(drawn["bulan"], "jumlah") == [str(own.total()) for own in months]
    pieces = drawn["bulan"].findall(f"{SVG}svg")
    assert len(pieces) == sum(map(len, months))
    most = max(own.total() for own in months)
    frames = [float(item.get("height", "")) for item in drawn["bulan"] if item.get("class") == "bingkai"]
    assert frames == pytest.approx([max(frames) * own.total() / most for own in months if own], abs=0.02)
    states = list(api(any_site, "ringkasan")["hitungan_periode"]["keadaan"])
    told = [cells(line) for line in table(page, "per-bulan")]
    expected = zip(BULAN, months, strict=True)
    assert told == [[name, *(str(own[state]) for state in states), str(own.total())] for name, own in expected]


def test_curve(any_site: Path) -> None:
    """Both lines, measured against the scale beside them, are the summary's series, the plan's with what is due on the date;
    its ends and the gap between them are told in numbers."""
    summary = api(any_site, "ringkasan")
    series, due = summary["bulanan"], summary["hitungan_periode"]["jatuh_tempo"]
    curve = page_of(any_site, f"capaian/{TAHUN}")[0]["kurva"]
    top = max(int(text.removesuffix(" janji").replace(".", "")) for text in texts(curve, "skala"))
    (plot,) = curve.findall(f"{SVG}svg")
    height = float(plot.get("viewBox", "").split()[3])
    lines = {item.get("class"): [float(part) for part in item.get("d", "")[1:].split()[1::2]] for item in plot}
    known = [item["kenyataan"] for item in series if item["kenyataan"] is not None]
    planned = [item["rencana"] for item in series]
    planned.insert(len(known) - 1, due)
    for name, numbers in (("rencana", planned), ("kenyataan", known)):
        assert [round((height - y) * top / height) for y in lines[name]] == [0, *numbers]
    assert texts(curve, "nama-rencana") == [str(series[-1]["rencana"])]
    assert texts(curve, "nama-kenyataan") == [str(known[-1])]
    assert texts(curve, "nama-selisih") == [f"tertinggal {due - known[-1]}"]
    assert (curve[0].text or "").endswith(f"kami tertinggal {due - known[-1]} janji dari rencana")


def test_map(any_site: Path) -> None:
    """Each group's map holds one symbol for each period, by state; its table tells each action's months, state by state, as
    capaian.json."""
    periods = api(any_site, "capaian")["periode"]
    drawn, page = page_of(any_site, f"capaian/{TAHUN}")
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
        expected.append((aksi, {label(state): ", ".join(names) for state, names in months.items()}))
    bodies = [item for tabel in having(page, tabel="peta") for item in tabel.children if item.name == "tbody"]
    told = [(item.attributes["data-kode"], dict(cells(line)[-2:] for line in item.children)) for item in bodies]
    assert told == expected


def test_strips(any_site: Path) -> None:
    """Each action's line on the plan page and on its group's has one symbol for each period, and says every month with its
    state to who listens; its own page names the state of each month."""
    periods = api(any_site, "capaian")["periode"]
    (plan,) = [read_page(any_site / f"rencana-aksi/{TAHUN}/index.html")]
    for aksi in dict.fromkeys(item["aksi"] for item in periods):
        own = [item for item in periods if item["aksi"] == aksi]
        group = read_page(any_site / f"rencana-aksi/{TAHUN}/kelompok-{aksi.partition('.')[0].lower()}/index.html")
        for page in (plan, group):
            (row,) = having(page, kode=aksi)
            used = Counter(item.attributes["href"].removeprefix("#k-") for item in row.walk() if item.name == "use")
            assert used - Counter(["titik"]) == Counter(item["keadaan"] for item in own), aksi
            (told,) = [words(item) for item in row.walk() if item.attributes.get("class") == "zi-sr"]
            assert all(BULAN[int(item["tenggat"][5:7]) - 1] in told and label(item["keadaan"]) in told for item in own), aksi
        (months,) = [
            item
            for item in read_page(any_site / f"rencana-aksi/{TAHUN}/{aksi.lower().replace('.', '-')}/index.html").walk()
            if item.attributes.get("class") == "zi-bulan"
        ]
        expected = [[label(item["keadaan"]) for item in own if int(item["tenggat"][5:7]) == month] for month in range(1, 13)]
        shown = [[words(item) for item in month.walk() if item.attributes.get("class") == "zi-sr"] for month in months.children]
        assert shown == expected, aksi


def test_pages_stay_light(any_site: Path) -> None:
    """No page weighs more than 15 kB, no first visit with styles and scripts more than 45 kB, compressed."""
    weights = {path: len(gzip.compress(path.read_bytes(), 9)) for path in any_site.rglob("*.html")}
    shared = sum(len(gzip.compress(path.read_bytes(), 9)) for path in any_site.glob("aset/*") if path.is_file())
    assert {path: weight for path, weight in weights.items() if weight > LATER} == {}
    assert shared + max(weights.values()) <= FIRST
