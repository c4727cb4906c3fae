"""The evidence by the items of the LKE, worked out a second time from what is published: the mapping in lke.json, the records
in capaian.json, the table, and the page. Nothing here asks the core."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from recount.published_data import api, csv_of, package, page_of
from recount.published_page import Element, having, words
from recount.status_again import TAHUN, day_of, short, standing, state_of_action

COLUMNS = "kode_item pertanyaan aksi bukti tanggal sha256 alamat membuktikan_apa periode jumlah_halaman".split()
PLAIN = ("sha256", "periode", "jumlah_halaman")  # called so in lke.json too
# Counts per area as published copies of the form have them.
AREAS = {
    **{f"A.1.{area}": n for area, n in zip("I II III IV V VI".split(), (12, 9, 18, 11, 18, 19), strict=True)},
    **{f"A.2.{area}": n for area, n in zip("I II III IV V VI".split(), (4, 6, 3, 3, 4, 3), strict=True)},
    "B.I": 2,
    "B.II": 1,
}


def lke_of(root: Path) -> Any:
    """The published evidence by items."""
    return api(root, f"{TAHUN}/lke")


def evidence_again(root: Path) -> dict[str, list[tuple[str, dict[str, Any], dict[str, Any]]]]:
    """For each item its verified evidence, from the mapping and the published records: the row, the record, the piece."""
    capaian = api(root, f"{TAHUN}/capaian")
    day, records = capaian["per_tanggal"], standing(capaian["catatan_capaian"])
    proved: dict[str, list[dict[str, Any]]] = {}
    for item in records:
        since = day_of(item)
        if since and since <= day and not item["mencabut"]:
            proved.setdefault(item["aksi"], []).append(item)
    return {
        item["kode"]: [
            (kode, record, piece)
            for entry in item["pemetaan"]
            for kode in entry["baris"]
            for record in proved.get(kode, [])
            for piece in record["bukti"]
        ]
        for item in lke_of(root)["butir"]
    }


def test_items_of_each_area(any_site: Path) -> None:
    """113 items in the API, in the table and on the page, as many in each area as the form has."""
    items = lke_of(any_site)["butir"]
    assert Counter(item["area"] for item in items) == AREAS
    codes = [item["kode"] for item in items]
    assert list(dict.fromkeys(row["kode_item"] for row in csv_of(any_site, "lke"))) == codes
    assert sorted(shown(any_site)) == sorted(codes)
    assert len(codes) == 113


def shown(root: Path) -> dict[str, Element]:
    """The items of the page by their codes; none stands there twice."""
    found = [(item.attributes["id"], item) for item in having(page_of(root, f"lke/{TAHUN}"), bukti="…")]
    assert len(dict(found)) == len(found)
    return dict(found)


def test_rows_and_states(any_site: Path) -> None:
    """Every row that an item names stands in the plan, once at the item, and has the state that its periods come to."""
    periods: dict[str, list[str]] = {}
    for item in api(any_site, f"{TAHUN}/capaian")["periode"]:
        periods.setdefault(item["aksi"], []).append(item["keadaan"])
    for item in lke_of(any_site)["butir"]:
        mapped = {kode: entry["hubungan"] for entry in item["pemetaan"] for kode in entry["baris"]}
        assert {row["aksi"]: row["hubungan"] for row in item["baris"]} == mapped
        assert len(item["baris"]) == len(mapped)
        assert {row["aksi"]: row["keadaan"] for row in item["baris"]} == {
            kode: state_of_action(periods[kode]) for kode in mapped
        }


def test_evidence_and_figures(any_site: Path) -> None:
    """Each item's evidence, its newest day and what it lacks, and the figures, are what the records give."""
    found, again = lke_of(any_site), evidence_again(any_site)
    unverified = Counter(
        kode
        for record in standing(api(any_site, f"{TAHUN}/capaian")["catatan_capaian"])
        for kode in [record["aksi"]]
        if record["bukti"] and not record["mencabut"]
    )
    lacks = []
    for item in found["butir"]:
        own = again[item["kode"]]
        told = [(piece["catatan"], piece["judul"], piece["sha256"] or piece["tautan"]) for piece in item["bukti"]]
        assert Counter(told) == Counter(
            (record["berkas"], piece["judul"], piece["sha256"] or piece["tautan"]) for _, record, piece in own
        )
        days = [piece["tanggal"] for piece in item["bukti"]]
        assert days == sorted(days, reverse=True)
        assert item["bukti_terbaru"] == max((record["tanggal"] for _, record, _ in own), default=None)
        any_evidence = any(unverified[row["aksi"]] for row in item["baris"])
        lack = "tanpa_baris" if not item["baris"] else "tanpa_bukti" if not any_evidence else "belum_diverifikasi"
        if own:
            lack = "bukti_lama" if item["bukti_terbaru"] < str(TAHUN) else ""
        assert (item["kekurangan"] or "") == lack, item["kode"]
        lacks.append((item["aspek"], bool(own), lack))
    asked = [(own, lack) for aspek, own, lack in lacks if aspek != "hasil"]
    counts = found["hitungan"]
    assert counts["jumlah"] == len(asked) == 110
    assert counts["ada_bukti"] == sum(own for own, _ in asked)
    assert counts["kekurangan"] == {key: sum(lack == key for _, lack in asked) for key in counts["kekurangan"]}
    assert counts["tanpa_baris"] == counts["kekurangan"]["tanpa_baris"]


def test_the_page_says_the_same(any_site: Path) -> None:
    """The page's figures and items are those of lke.json; it says once whether the mapping is confirmed; its links to rows are
    those of the item, and its newest evidence is led to by period."""
    found, page = lke_of(any_site), page_of(any_site, f"lke/{TAHUN}")
    text, counts = words(page), found["hitungan"]
    assert f"{counts['ada_bukti']} / 110 butir punya bukti terverifikasi" in text
    assert f"{counts['tanpa_baris']} / 110 butir belum ada barisnya" in text
    assert text.count("usulan, belum kami tegaskan") == (found["ditegaskan"] is None)
    assert text.count("belum diperiksa pada lampiran") == 2  # of the list, and of what is missing by weight
    elements = shown(any_site)
    for item in found["butir"]:
        element = elements[item["kode"]]
        links = [child.attributes["href"] for child in element.walk() if child.name == "a"]
        rows = [f"../../rencana-aksi/{TAHUN}/{row['aksi'].lower().replace('.', '-')}/" for row in item["baris"]]
        assert links[: len(rows)] == rows
        assert element.attributes["data-bukti"] == str(len(item["bukti"]))
        assert element.attributes.get("data-kurang") == item["kekurangan"]
        if item["bukti"]:
            newest = item["bukti"][0]
            slug = newest["aksi"].lower().replace(".", "-")
            assert links[len(rows) :] == [f"../../rencana-aksi/{TAHUN}/{slug}/#{newest['periode']}"]
            pages = f", PDF {newest['jumlah_halaman']} halaman" if newest["jumlah_halaman"] else ""
            assert f"{len(item['bukti'])} bukti terbaru {short(newest['tanggal'])}{pages}" in words(element)
            assert words(element).count(" halaman") == bool(pages)
            target = page_of(any_site, f"rencana-aksi/{TAHUN}/{slug}")
            assert [one for one in target.walk() if one.attributes.get("id") == newest["periode"]]


def test_what_is_missing(any_site: Path) -> None:
    """The list of what is missing names every item that lacks something once, in each area the heaviest sub first."""
    found, page = lke_of(any_site), page_of(any_site, f"lke/{TAHUN}")
    (section,) = [item for item in page.walk() if item.attributes.get("aria-labelledby") == "kurang"]
    weights = {item["kode"]: item["bobot"] for item in found["butir"]}
    named = []
    for fold in (item for item in section.walk() if item.name == "details"):
        links = [item.attributes["href"].removeprefix("#") for item in fold.walk() if item.name == "a"]
        assert [weights[kode] for kode in links] == sorted((weights[kode] for kode in links), reverse=True)
        named += links
    assert Counter(named) == Counter(item["kode"] for item in found["butir"] if item["kekurangan"])


def test_the_table(any_site: Path) -> None:
    """The table has the columns that assessors paste, and a row for each verified piece, or one for an item without any."""
    (columns,) = [[field["name"] for field in item["schema"]["fields"]] for item in package(any_site) if item["name"] == "lke"]
    assert columns[: len(COLUMNS)] == COLUMNS
    assert set(columns[len(COLUMNS) :]) <= {"data_contoh"}
    rows: dict[str, list[dict[str, str]]] = {}
    for row in csv_of(any_site, "lke"):
        rows.setdefault(row["kode_item"], []).append(row)
    for item in lke_of(any_site)["butir"]:
        own = rows[item["kode"]]
        if item["bukti"]:
            told = [tuple(row[key] for key in ("aksi", "bukti", "tanggal", "membuktikan_apa", *PLAIN)) for row in own]
            assert told == [
                tuple(str(piece[key] or "") for key in ("aksi", "judul", "tanggal", "membuktikan", *PLAIN))
                for piece in item["bukti"]
            ]
            places = [piece["tautan"] or piece["alamat"] for piece in item["bukti"]]
            assert all(row["alamat"].endswith(place) for row, place in zip(own, places, strict=True))
        else:
            (row,) = own
            assert row["aksi"] == " | ".join(one["aksi"] for one in item["baris"])
            assert not any(row[key] for key in COLUMNS[3:])


def test_rows_lead_to_their_items(any_site: Path) -> None:
    """Each action page names the items that its row stands at, with a link to each; a row of no item says nothing."""
    at: dict[str, list[str]] = {}
    for item in lke_of(any_site)["butir"]:
        for row in item["baris"]:
            at.setdefault(row["aksi"], []).append(item["kode"])
    for kode in {item["aksi"] for item in api(any_site, f"{TAHUN}/capaian")["periode"]}:
        page = page_of(any_site, f"rencana-aksi/{TAHUN}/{kode.lower().replace('.', '-')}")
        links = [item.attributes["href"] for item in page.walk() if f"/lke/{TAHUN}/#" in item.attributes.get("href", "")]
        assert [link.partition("#")[2] for link in links] == at.get(kode, [])
        assert ("Mendukung LKE:" in words(page)) == bool(links)


# Words by which a self-assessment says how good it is; letters stand alone, as answers do.
_RATED = re.compile(
    r"\b(?:skor|predikat|nilai (?:akhir|lke|area|butir)|poin|lulus|memenuhi syarat|sangat baik|grade|score)\b|"
    r"\bjawaban(?:nya)? [A-E]\b|\b(?:nilai|mutu|huruf) [A-E]\b|[0-9],[0-9]{2} ?(?:poin|/ ?[0-9])",
    re.IGNORECASE,
)


def test_nothing_is_scored(any_site: Path) -> None:
    """No page, table or file about the LKE holds a score, a letter, a predicate or points, and no key for one; the only
    percentages are shares of two counts that stand beside them."""
    text = words(next(item for item in page_of(any_site, f"lke/{TAHUN}").walk() if item.name == "main"))
    assert _RATED.findall(text.replace("Kami tidak menghitung nilai.", "")) == []
    assert _RATED.findall((any_site / "unduhan" / str(TAHUN) / "lke.csv").read_text(encoding="utf-8-sig")) == []
    keys = set(keys_of(lke_of(any_site)))
    assert not [key for key in keys if re.search(r"nilai|skor|poin|predikat|mutu|huruf|persen|capaian", key)]
    shares = re.findall(r"[0-9]+(?:,[0-9])?%", text)
    counted = [item for item in lke_of(any_site)["angka_diminta"] if item["angka"]]
    known = [item for item in counted if item["angka"][0]["jumlah"] is not None and item["angka"][-1]["jumlah"]]
    assert len(shares) == len(known)
    for share, item in zip(shares, known, strict=True):
        part, whole = item["angka"][0]["jumlah"], item["angka"][-1]["jumlah"]
        assert abs(float(share[:-1].replace(",", ".")) - 100 * part / whole) <= 0.05001


def keys_of(value: Any) -> list[str]:
    """Every key of a JSON value."""
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in keys_of(inner))]
    return [key for inner in value for key in keys_of(inner)] if isinstance(value, list) else []


def test_an_office_without_a_mapping(lain: Path) -> None:
    """Where the office maps nothing, there is no page, file, table or link."""
    assert not (lain / "lke").exists()
    assert not list(lain.rglob("lke.*"))
    assert not [path for path in lain.rglob("*.html") if "/lke/" in path.read_text(encoding="utf-8")]
