"""An attacker: gathers everything that is published about complaints into equations, and tries to work out what is hidden.

It shares no code with the site. It knows every identity that a reader could know, every number, every label, every bound,
and it measures the drawings.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from recount.equations import Name, determined, narrow

Equation = tuple[dict[Name, int], int]  # the sum of coefficient times unknown is the number

ALIRAN = ("masuk", "selesai", "tidak_ditindaklanjuti")
KOLOM = ("sisa_bulan_lalu", *ALIRAN, "harus_ditindaklanjuti", "diproses")
PANJANG = {"semester_1": range(1, 7), "semester_2": range(7, 13), "setahun": range(1, 13)}
BANYAK = 10**6
TAHAP = ("harus_ditindaklanjuti", "diproses", "selesai")
BULAN = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
SVG = "{http://www.w3.org/2000/svg}"


class Penyerang:
    """What one or more publications of one or more years say: bounds of each count, and equations between counts."""

    def __init__(self) -> None:
        self.bounds: dict[Name, tuple[int, int]] = {}
        self.equations: dict[tuple[frozenset[tuple[Name, int]], int], Equation] = {}  # each once, however often it is said
        self.hidden: dict[Name, str] = {}
        self.unpublished: set[Name] = set()  # what nobody publishes, but follows from what is
        self.tables: dict[str, dict[str, list[str]]] = {}  # the rows of each published table, by its span
        self.stubs: set[tuple[str, ...]] = set()  # sizes of the marks that stand for hidden counts

    def read(self, year: int, published: dict[str, Any]) -> None:
        """Take in a `pengaduan.json`; of several of one year, every word counts."""
        months = {item["bulan"]: item for item in published["bulanan"] if item["keadaan"] == "dilaporkan"}
        for bulan, item in months.items():
            for key in KOLOM:
                self._cell((bulan, key), item[key])
            self._stages(bulan)
        names = sorted({name[0] for name in self.bounds if len(name) == 2 and len(name[0]) == 7})
        for before, after in pairwise(names):
            if int(after[:4]) * 12 + int(after[5:]) == int(before[:4]) * 12 + int(before[5:]) + 1:
                self._equal({(before, "diproses"): 1, (after, "sisa_bulan_lalu"): -1})
        for span in (item for item in published["jangka"] if item["masuk"]):
            self._span(year, span)

    def read_release(self, item: dict[str, Any]) -> None:
        """Take in a release as it lies in the repository: its counts, and what it says of earlier ones."""
        for key in KOLOM:
            self._told((item["bulan"], key), item[key], 0)
        for kode in PANJANG.keys() & item.keys():
            span, counts = f"{item['bulan'][:4]} {kode}", item[kode]
            for key in KOLOM:
                self._told((span, key), counts[key], int(key in ALIRAN))
            for table in ("kanal", "kategori"):
                for key, count in counts.get(table, {}).items():
                    self._told((span, table, key), count, 1)
        for span, counts in item.get("terbaca", {}).items():
            for key, count in counts.items():
                self._told((span, key), count, 0)

    def _told(self, name: Name, count: int | str, least: int) -> None:
        """A count of a release; of “<5” the least that it can mean there."""
        before = self.bounds.get(name, (0, BANYAK))
        low, high = (count, count) if isinstance(count, int) else (least, 4) if count == "<5" else (0, BANYAK)
        self.bounds[name] = max(low, before[0]), min(high, before[1])

    def read_tables(self, year: int, tables: dict[str, list[dict[str, Any]]]) -> None:
        """Take in the tables of the downloads, each as its rows: the same as a `pengaduan.json`, put together from rows."""
        months: dict[str, dict[str, Any]] = {}
        for row in tables["pengaduan-bulanan"]:
            months.setdefault(row["bulan"], {"bulan": row["bulan"], "keadaan": "dilaporkan"})[row["hitungan"]] = row
        spans: dict[str, dict[str, Any]] = {}
        for row in tables["pengaduan-jangka"]:
            spans.setdefault(row["jangka"], {"kode": row["jangka"], "kanal": None, "kategori": None})[row["hitungan"]] = row
        for row in tables["pengaduan-rincian"]:
            span = spans[row["jangka"]]
            span[row["menurut"]] = [*(span[row["menurut"]] or []), row]
        self.read(year, {"bulanan": list(months.values()), "jangka": list(spans.values())})

    def look(self, year: int, drawings: dict[str, str]) -> None:
        """Take in the drawings of a year's page by their name (`bulan`, `tahap`, `kategori`, `kanal`): what they say, and
        what a ruler says."""
        for name, svg in drawings.items():
            root = ET.fromstring(svg)
            hidden = [item for item in root.iter(f"{SVG}rect") if item.get("class") == "tertutup"]
            plotted = [item for item in hidden if name != "bulan" or "%" in item.get("width", "")]
            self.stubs |= {(name, item.get("width", ""), item.get("height", "")) for item in plotted}
            if name == "bulan":
                self._months(year, root)
            elif name == "tahap":
                self._so_far(year, root)
            else:
                span, rows = next(
                    (span, rows) for span, rows in reversed(self.tables.items()) if span.startswith(f"{year} ") and name in rows
                )
                for key, text in zip(rows[name], figures(root), strict=True):
                    self._known((span, name, key), text)

    def _months(self, year: int, root: ET.Element) -> None:
        """Columns, measured against the scale beside them; and what the description tells of the last month."""
        (plot,) = root.findall(f"{SVG}svg")
        ticks = ["".join(item.itertext()) for item in plot.iter(f"{SVG}text") if item.get("class") == "skala"]
        top = max(int(text.replace(".", "")) for text in ticks)
        names = [
            float(item.get("x", "").removesuffix("%")) for item in root.iter(f"{SVG}text") if "bulan" in item.get("class", "")
        ]
        month = (names[-1] - names[0]) / 11
        for item in plot.iter(f"{SVG}rect"):
            if item.get("class") != "tertutup":
                place = (float(item.get("x", "").removesuffix("%")) - names[0]) / month + 0.5
                key = TAHAP[int((place % 1 - 0.1) / 0.8 * 3 + 0.01)]
                height = float(item.get("height", ""))
                # Low columns are drawn higher than they are, so that they can be seen.
                text = str(round(height * top / 140)) if height > 4 else f"0–{4 * top // 140}"
                self._known((f"{year}-{int(place) + 1:02}", key), text)
        last, _, told = (root[1].text or "").partition(". ")[0].partition(": ")
        for key, text in zip(TAHAP, told.split(", "), strict=True):
            self._known((f"{year}-{BULAN.index(last) + 1:02}", key), text.rpartition(" ")[2])

    def _so_far(self, year: int, root: ET.Element) -> None:
        """The three counts of the months that the title names: what was finished is the sum of these months'."""
        named = re.findall("|".join(BULAN), root[0].text or "")
        first, last = BULAN.index(named[0]), BULAN.index(named[-1])
        months = [f"{year}-{number + 1:02}" for number in range(first, last + 1)]
        span = f"{months[0]}–{months[-1]}"
        for key, text in zip(TAHAP, figures(root), strict=True):
            self._known((span, key), text)
        self._equal({(span, "harus_ditindaklanjuti"): 1, (span, "selesai"): -1, (span, "diproses"): -1})
        self._equal({(span, "selesai"): 1, **{(bulan, "selesai"): -1 for bulan in months}})
        self._equal({(span, "diproses"): 1, (months[-1], "diproses"): -1})

    def _known(self, name: Name, text: str) -> None:
        """Take a number or its bounds from a drawing, whether or not it is hidden elsewhere."""
        low, high = bounds_of(text)
        before = self.bounds.get(name, (0, BANYAK))
        self.bounds[name] = max(low, before[0]), min(high, before[1])

    def _span(self, year: int, item: dict[str, Any]) -> None:
        kode = f"{year} {item['kode']}"
        for key in KOLOM:
            self._cell((kode, key), item[key])
        self._stages(kode)
        months = [f"{year}-{number:02}" for number in PANJANG[item["kode"]]]
        for key in ALIRAN:
            self._equal({(kode, key): 1, **{(bulan, key): -1 for bulan in months}})
        if item["kode"] == "setahun":
            for key in ALIRAN:
                self._equal({(kode, key): 1, (f"{year} semester_1", key): -1, (f"{year} semester_2", key): -1})
        self._equal({(kode, "sisa_bulan_lalu"): 1, (months[0], "sisa_bulan_lalu"): -1})
        self._equal({(kode, "diproses"): 1, (months[-1], "diproses"): -1})
        for table in ("kanal", "kategori"):
            if item[table] is not None:
                self._table(year, item["kode"], table, item[table])

    def _table(self, year: int, kode: str, table: str, rows: list[dict[str, Any]]) -> None:
        """The rows add up to what came in; a year's row is those of its halves, of which one may never be published."""
        self.tables.setdefault(f"{year} {kode}", {})[table] = [row["kode"] for row in rows]
        for row in rows:
            self._cell((f"{year} {kode}", table, row["kode"]), row)
        self._equal({(f"{year} {kode}", "masuk"): 1, **{(f"{year} {kode}", table, row["kode"]): -1 for row in rows}})
        if kode != "setahun":
            return
        released = any(name[:2] == (f"{year} semester_1", table) for name in self.bounds)
        for row in rows:
            halves = [(f"{year} {half}", table, row["kode"]) for half in ("semester_1", "semester_2")]
            for name in halves:
                # A row that a released table does not have is 0 there.
                known = (0, 0) if released and name == halves[0] else (0, BANYAK)
                if name not in self.bounds:
                    self.bounds[name] = known
                    self.unpublished |= {name} if known == (0, BANYAK) else set()
            self._equal({(f"{year} {kode}", table, row["kode"]): 1, halves[0]: -1, halves[1]: -1})

    def _stages(self, span: str) -> None:
        self._equal(
            {
                (span, "sisa_bulan_lalu"): 1,
                (span, "masuk"): 1,
                (span, "tidak_ditindaklanjuti"): -1,
                (span, "harus_ditindaklanjuti"): -1,
            }
        )
        self._equal({(span, "harus_ditindaklanjuti"): 1, (span, "selesai"): -1, (span, "diproses"): -1})

    def _cell(self, name: Name, cell: dict[str, Any]) -> None:
        low, high = cell["sedikitnya"], BANYAK if cell["paling_banyak"] is None else cell["paling_banyak"]
        if cell["jumlah"] is None:
            self.hidden[name] = cell["keterangan"]
        else:
            assert (low, high) == (cell["jumlah"], cell["jumlah"])
            self.hidden.pop(name, None)
        before = self.bounds.get(name, (0, BANYAK))
        self.bounds[name] = max(low, before[0]), min(high, before[1])

    @property
    def shown(self) -> set[Name]:
        """What stands as a number."""
        return {name for name, (low, high) in self.bounds.items() if low == high} - self.hidden.keys() - self.unpublished

    def _equal(self, terms: dict[Name, int], number: int = 0) -> None:
        self.equations.setdefault((frozenset(terms.items()), number), (terms, number))

    def solved(self) -> dict[Name, Fraction]:
        """Hidden counts that the equations and the numbers alone determine: exact elimination."""
        targets = self.hidden.keys() | self.unpublished
        known = {name: low for name, (low, high) in self.bounds.items() if low == high and name not in targets}
        rows = []
        for terms, number in self.equations.values():
            rest = number - sum(factor * known[name] for name, factor in terms.items() if name in known)
            rows.append(({name: factor for name, factor in terms.items() if name not in known}, rest))
        return {name: number for name, number in determined(rows).items() if name in targets}

    def narrowed(self) -> dict[Name, tuple[int, int]]:
        """The bounds of hidden counts after every equation was used on every other until nothing changes any more."""
        bounds = dict(self.bounds)
        changed = True
        while changed:
            changed = False
            for terms, number in self.equations.values():
                changed |= narrow(bounds, terms, number)
        return {name: bounds[name] for name in self.hidden.keys() | self.unpublished}

    def values(self, name: Name, truth: dict[Name, int], candidates: Iterable[int]) -> set[int]:
        """The values that a hidden count can have in some office with these publications. Such an office is constructed,
        starting from the true one (`truth`): whatever this finds is a proof."""
        return {value for value in candidates if self._exists({**self.bounds, name: (value, value)}, truth)}

    def _exists(self, bounds: dict[Name, tuple[int, int]], truth: dict[Name, int]) -> bool:
        if not self._consistent(bounds):
            return False
        open_ = [name for name, (low, high) in bounds.items() if low < high]
        if not open_:
            return True
        # Where the true value is still possible, try it first; what differs from it differs by as little as possible.
        name = min(open_, key=lambda item: (bounds[item][1] - bounds[item][0], item))
        low, high = bounds[name]
        for value in sorted(
            range(max(low, truth[name] - 6), min(high, truth[name] + 6) + 1), key=lambda v: abs(v - truth[name])
        ):
            if self._exists({**bounds, name: (value, value)}, truth):
                return True
        return False

    def _consistent(self, bounds: dict[Name, tuple[int, int]]) -> bool:
        changed = True
        while changed:
            changed = False
            for terms, number in self.equations.values():
                changed |= narrow(bounds, terms, number)
                if any(bounds[name][0] > bounds[name][1] for name in terms):
                    return False
        return True


def figures(root: ET.Element) -> list[str]:
    """The values beside a drawing's bars, in order."""
    return ["".join(item.itertext()) for item in root.iter(f"{SVG}text") if item.get("class") in ("jumlah", "redup")]


def bounds_of(text: str) -> tuple[int, int]:
    """What a count in words says: 1.234, <5, 7–10, ≥12, or that it is hidden, as files and as pages say it."""
    text = text.replace(".", "")
    if text.endswith(("disembunyikan", "pengadu")):  # the last word of “ditutup demi pengadu”
        return 0, BANYAK
    if text == "<5":
        return 0, 4
    if text.startswith("≥"):
        return int(text[1:]), BANYAK
    low, _, high = text.partition("–")
    return int(low), int(high or low)
