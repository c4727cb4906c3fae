"""The same number in every format: what can be downloaded, subscribed to and printed, against the JSON and the pages.

Pages are held against the JSON in test_rekonsiliasi.py, charts in test_grafik_situs.py; here every file of a built site is
read by other people's programs. Nothing here asks the core.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import feedparser
import openpyxl
import pytest
import vobject
from pypdf import PdfReader
from recount.published_count import in_words
from recount.published_page import Element, having, label, read_page, table, words
from recount.status_again import BULAN, KEADAAN, TAHUN, period_name
from support.zi_command import ROOT

Row = dict[str, Any]
SITES = ("situs", "contoh")
UNDUHAN = f"unduhan/{TAHUN}"
CACAH = ("sisa_bulan_lalu", "masuk", "tidak_ditindaklanjuti", "harus_ditindaklanjuti", "selesai", "diproses")
HASIL = {"selesai": "selesai", "berjalan": "berjalan", "kendala": "ada kendala"}
ANGKA = ("jumlah", "keterangan", "sedikitnya", "paling_banyak")


@pytest.fixture(scope="module", params=SITES)
def root(request: pytest.FixtureRequest) -> Path:
    """The built site of the office, and of the sample office."""
    found: Path = request.getfixturevalue(request.param)
    return found


def api(root: Path, name: str) -> Any:
    return json.loads((root / "api/v1" / f"{name}.json").read_text(encoding="utf-8"))


def page_of(root: Path, address: str) -> Element:
    return read_page(root / address / "index.html")


def rows_of(root: Path, name: str) -> list[Row]:
    """A table's rows as its CSV has them, each value of the kind that the package gives its column."""
    (kinds,) = (kinds_of(item) for item in package(root) if item["name"] == name)
    return [{key: value_of(cell, kinds[key]) for key, cell in line.items()} for line in csv_of(root, name)]


def csv_of(root: Path, name: str) -> list[dict[str, str]]:
    """A table's rows as its CSV has them."""
    text = (root / UNDUHAN / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def kinds_of(item: Row) -> dict[str, str]:
    """What each column of a table holds, as the package describes it."""
    return {field["name"]: field["type"] for field in item["schema"]["fields"]}


def value_of(cell: str, kind: str) -> Any:
    """The value that a CSV cell stands for; a date stays as it is written."""
    if cell == "":
        return None
    if kind == "boolean":
        return {"true": True, "false": False}[cell]
    if kind in ("integer", "number"):
        return int(cell) if kind == "integer" else float(cell)
    return cell[1:] if cell.startswith(tuple(f"'{sign}" for sign in "=+-@\t\r\n＝＋－＠")) else cell


def only(rows: list[Row], *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(row[key] for key in keys) for row in rows]


def package(root: Path) -> list[Row]:
    """The tables, as the package describes them."""
    found: list[Row] = json.loads((root / UNDUHAN / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    return found


# Formats of one table against each other.


def test_csv_and_workbook_hold_the_same(root: Path) -> None:
    """Of every table CSV and workbook have the same columns and rows, value by value, with dates and numbers as such in the
    workbook; the archive holds these very files."""
    folder = root / UNDUHAN
    book = openpyxl.load_workbook(folder / f"zona-integritas-{TAHUN}.xlsx")
    assert book.sheetnames == ["catatan-berkas", *(item["name"] for item in package(root)), "istilah"]
    for item in package(root):
        name, kinds = item["name"], kinds_of(item)
        rows = rows_of(root, name)
        first, *sheet = book[name].iter_rows(values_only=True)
        assert list(first) == list(kinds), name
        assert (folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0] == ",".join(kinds), name
        assert len(sheet) == len(rows), name
        for cells, row in zip(sheet, rows, strict=True):
            assert list(cells) == [as_cell(value, kinds[key]) for key, value in row.items()], name
    archive = zipfile.ZipFile(folder / f"zona-integritas-{TAHUN}.zip")
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".csv", ".json", ".xlsx")}
    assert {name: archive.read(name) for name in archive.namelist() if name != "BACA-SAYA.txt"} == files


def as_cell(value: Any, kind: str) -> Any:
    """A value of the CSV as a workbook's cell."""
    return datetime.fromisoformat(value) if kind == "date" and value else value


def test_the_page_counts_the_rows(root: Path) -> None:
    """The page of downloads names every table of the package with its title, what it holds, its rows and its files."""
    page = page_of(root, UNDUHAN)
    shown = {item.attributes["data-unduhan"]: item for item in having(page, unduhan="…")}
    assert list(shown) == [item["name"] for item in package(root)]
    for item in package(root):
        text, number = words(shown[item["name"]]), len(rows_of(root, item["name"]))
        assert text.startswith(f"{item['title']} {item['description']} {number} baris.")
        links = {child.attributes["href"] for child in shown[item["name"]].walk() if "href" in child.attributes}
        assert links == {f"{item['name']}.csv"}
        assert f"Arti {len(item['schema']['fields'])} kolom" in text


# Plan, periods, records, evidence.


def test_plan_and_periods(root: Path) -> None:
    """The tables of the plan and its periods hold what rencana-aksi.json and capaian.json do, row by row."""
    plan = [aksi for kelompok in api(root, f"{TAHUN}/rencana-aksi")["kelompok"] for aksi in kelompok["aksi"]]
    cells = ("kode", "komponen", "indikator", "langkah_aksi", "bukti_fisik", "target_waktu", "target_capaian")
    assert only(rows_of(root, "rencana-aksi"), *cells) == only(plan, *cells)
    capaian = api(root, f"{TAHUN}/capaian")
    keys = ("aksi", "periode", "tenggat", "keadaan", "hari_lewat", "terlambat_dipenuhi", "jumlah_catatan")
    assert only(rows_of(root, "periode"), *keys) == only(capaian["periode"], *keys)
    own = Counter(item["aksi"] for item in capaian["periode"])
    done = Counter(item["aksi"] for item in capaian["periode"] if item["keadaan"] == "terpenuhi")
    evidence = Counter(item["aksi"] for item in capaian["catatan_capaian"] for _ in item["bukti"])
    told = only(rows_of(root, "rencana-aksi"), "kode", "jumlah_periode", "terpenuhi", "jumlah_bukti")
    assert told == [(item["kode"], own[item["kode"]], done[item["kode"]], evidence[item["kode"]]) for item in plan]


def test_records_and_evidence(root: Path) -> None:
    """The tables of records and evidence hold what capaian.json does, however it is ordered."""
    records = api(root, f"{TAHUN}/capaian")["catatan_capaian"]
    keys = ("aksi", "periode", "tanggal", "hasil", "uraian", "dicatat_oleh", "diverifikasi_oleh", "berkas")
    found = rows_of(root, "catatan")
    assert Counter(only(found, *keys, "jumlah_bukti")) == Counter(
        (*cells, len(item["bukti"])) for cells, item in zip(only(records, *keys), records, strict=True)
    )
    of_evidence = ("judul", "jenis", "tautan", "alamat", "ukuran", "sha256")
    told = Counter(only(rows_of(root, "bukti"), "catatan", *of_evidence))
    assert told == Counter((item["berkas"], *cells) for item in records for cells in only(item["bukti"], *of_evidence))


def test_feeds(root: Path) -> None:
    """Each group's feed has an entry for each record and each fulfilled period of the tables, the newest fifty; it carries
    the record's day and words. The site's feed is the newest of them all."""
    records, periods = rows_of(root, "catatan"), rows_of(root, "periode")
    last = {(row["aksi"], row["periode"]): row for row in records}
    expected = [
        (row["tanggal"], f"{row['aksi']} {period_name(row['periode'])}: {HASIL[row['hasil']]} · ", row["uraian"])
        for row in records
    ]
    for row in periods:
        if row["keadaan"] == "terpenuhi":
            record = last[(row["aksi"], row["periode"])]
            text = f"Dilaporkan selesai dengan {record['jumlah_bukti']} bukti, "
            text += f"dan diverifikasi oleh {record['diverifikasi_oleh']}."
            expected.append((record["tanggal"], f"{row['aksi']} {period_name(row['periode'])} terpenuhi · ", text))
    groups = {row["kelompok"] for row in rows_of(root, "rencana-aksi")}
    for kode in (None, *sorted(groups)):
        path = f"umpan/{TAHUN}/kelompok-{kode.lower()}.xml" if kode else "umpan/zona-integritas.xml"
        entries = feedparser.parse((root / path).read_bytes()).entries
        own = [item for item in expected if kode in (None, item[1].partition(" ")[0].partition(".")[0])]
        days = sorted((day for day, _, _ in own), reverse=True)[:50]
        assert [entry.updated[:10] for entry in entries] == days, path
        for entry in entries:
            title = entry.title.removeprefix("DATA CONTOH · ")
            (match,) = [
                item
                for item in own
                if title.startswith(item[1]) and item[0] == entry.updated[:10] and entry.summary.startswith(item[2].strip())
            ]
            own.remove(match)


def test_calendar(root: Path) -> None:
    """The calendar has every period of the table on its deadline, named, and marked as fulfilled where it is."""
    plan = {row["kode"]: row["komponen"] for row in rows_of(root, "rencana-aksi")}
    expected = Counter(
        (
            row["tenggat"],
            f"{row['aksi']} {plan[row['aksi']]} – {period_name(row['periode'])}"
            + (" (terpenuhi)" if row["keadaan"] == "terpenuhi" else ""),
        )
        for row in rows_of(root, "periode")
    )
    text = (root / f"kalender/{TAHUN}/rencana-aksi.ics").read_bytes().decode()
    events = vobject.readOne(text).vevent_list
    found = [(event.dtstart.value.isoformat(), event.summary.value.removeprefix("DATA CONTOH · ")) for event in events]
    assert Counter(found) == expected


@pytest.mark.parametrize("nomor", [1, 2, 3, 4])
def test_printed_reports(root: Path, nomor: int) -> None:
    """A quarter's report prints the counts of the periods in the table, and the SHA-256 or link of each piece of evidence."""
    months = {f"{TAHUN}-{month:02}" for month in range(nomor * 3 - 2, nomor * 3 + 1)}
    own = [row for row in rows_of(root, "periode") if row["tenggat"][:7] in months]
    text = re.sub(r"\s+", " ", text_of(root / f"laporan/{TAHUN}/triwulan-{nomor}.pdf"))
    states = Counter(row["keadaan"] for row in own)
    for state in KEADAAN:
        assert re.search(rf"{label(state)} ?{states[state]}(?!\d)", text), state
    keys = set(only(own, "aksi", "periode"))
    evidence = [row for row in rows_of(root, "bukti") if (row["aksi"], row["periode"]) in keys]
    assert not [row for row in evidence if (row["sha256"] or row["tautan"]) not in text.replace(" ", "")]


def text_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_chart(root: Path) -> None:
    """The ring on the home page tells how many periods of the table are fulfilled, of how many."""
    states = only(rows_of(root, "periode"), "keadaan")
    (title,) = [item for item in page_of(root, "").walk() if item.attributes.get("id") == "cincin-d"]
    assert f"{states.count(('terpenuhi',))} dari {len(states)} tenggat terpenuhi" in words(title)


# Complaints.


def test_complaints(root: Path) -> None:
    """The tables of complaints are pengaduan.json in rows: the same numbers and bounds, and no row where there is none."""
    published = api(root, f"{TAHUN}/pengaduan")
    for name, rows, key in (("pengaduan-bulanan", "bulanan", "bulan"), ("pengaduan-jangka", "jangka", "kode")):
        expected = [
            (item[key], cacah, *(item[cacah][part] for part in ANGKA))
            for item in published[rows]
            for cacah in CACAH
            if item[cacah]
        ]
        assert only(rows_of(root, name), "bulan" if key == "bulan" else "jangka", "hitungan", *ANGKA) == expected
    details = [
        (span["kode"], name, *(row[key] for key in ("kode", "nama", *ANGKA)))
        for span in published["jangka"]
        for name in ("kanal", "kategori")
        for row in span[name] or ()
    ]
    assert only(rows_of(root, "pengaduan-rincian"), "jangka", "menurut", "kode", "nama", *ANGKA) == details


def test_complaints_on_the_page(root: Path) -> None:
    """The page of statistics shows every count of the tables, and no other."""
    page = page_of(root, f"pengaduan/statistik/{TAHUN}")
    shown = []
    for line in table(page, "bulan"):
        bulan = f"{TAHUN}-{int(line.attributes['data-bulan']):02}"
        shown += [(bulan, item.attributes["data-kunci"], words(item)) for item in having(line, kunci="…")]
    assert shown == [(row["bulan"], row["hitungan"], in_words(row)) for row in rows_of(root, "pengaduan-bulanan")]
    spans = rows_of(root, "pengaduan-jangka")
    if spans:
        shown = [
            (line.attributes["data-jangka"], item.attributes["data-kunci"], words(item))
            for line in table(page, "jangka")
            for item in having(line, kunci="…")
        ]
        assert shown == [(row["jangka"], row["hitungan"], in_words(row)) for row in spans]


# Channels.


def test_channels(root: Path) -> None:
    """The tables of channels are kanal.json in rows; several values stand in one cell, with | between them."""
    channels = api(root, "kanal")["kanal"]
    one = ("kunci", "nama", "pemilik", "milik_kantor", "jam", "biaya", "perlindungan", "diperiksa", "hari_sejak_diperiksa")
    one = (*one, "pemeriksaan", "penanggung_jawab")
    assert only(rows_of(root, "kanal"), *one) == only(channels, *one)
    for key in ("untuk", "bukan_untuk", "dasar_hukum", "sumber"):
        assert only(rows_of(root, "kanal"), key) == [(" | ".join(item[key]) or None,) for item in channels]
    ways = ("jenis", "nilai", "keterangan", "tautan")
    ages = ("diperiksa", "hari_sejak_diperiksa", "pemeriksaan")
    assert only(rows_of(root, "kanal-cara"), "kanal", *ways, *ages) == [
        (item["kunci"], *way, *(item[key] for key in ages)) for item in channels for way in only(item["cara"], *ways)
    ]
    promises = ("isi", "sumber", "dasar_hukum")
    assert only(rows_of(root, "kanal-janji"), "kanal", *promises) == [
        (item["kunci"], *promise) for item in channels for promise in only(item["janji"], *promises)
    ]


def test_channels_on_the_page(root: Path) -> None:
    """The page of channels says of each what the tables say: its links, what waits for the office, and whether and how long
    ago it was confirmed."""
    shown = {item.attributes["data-kanal"]: item for item in having(page_of(root, "kanal"), kanal="…")}
    rows, ways = rows_of(root, "kanal"), rows_of(root, "kanal-cara")
    assert sorted(shown) == sorted(row["kunci"] for row in rows)
    for row in rows:
        card = shown[row["kunci"]]
        own = [way for way in ways if way["kanal"] == row["kunci"]]
        links = [item.attributes["href"] for line in having(card, cara="…") for item in line.walk() if item.name == "a"]
        assert links == [way["tautan"] for way in own if way["tautan"]]
        assert ("belum ditetapkan" in words(card).partition("Untuk")[0]) == any(way["nilai"] is None for way in own)
        (age,) = [item for item in card.walk() if item.attributes.get("class") == "zi-kanal__umur"]
        assert words(age).startswith(age_in_words(row)), row["kunci"]


def age_in_words(row: Row) -> str:
    """How the page begins to say how old a confirmation is."""
    if row["pemeriksaan"] == "belum_pernah":
        return "Belum pernah dikonfirmasi kantor"
    if row["pemeriksaan"] == "baru":
        day = datetime.fromisoformat(row["diperiksa"])
        return f"Dikonfirmasi kantor {day.day} {BULAN[day.month - 1]} {day.year}"
    return f"Dikonfirmasi {row['hari_sejak_diperiksa']} hari lalu"


# Surveys.


def test_surveys(root: Path) -> None:
    """The tables of surveys are survei.json in rows, and the page on surveys shows their numbers."""
    surveys = api(root, f"{TAHUN}/survei")["survei"]
    keys = (
        "berkas",
        "jenis",
        "judul",
        "tanggal_mulai",
        "tanggal_selesai",
        "metode",
        "populasi",
        "responden",
        "skala",
        "rata_rata",
    )
    keys = (*keys, "indeks", "kuesioner", "tautan", "diperbarui", "dicatat_oleh")
    rows, units = rows_of(root, "survei"), rows_of(root, "survei-unsur")
    assert only(rows, *keys, "aksi") == [
        (*cells, " | ".join(item["aksi"])) for cells, item in zip(only(surveys, *keys), surveys, strict=True)
    ]
    for row, item in zip(rows, surveys, strict=True):
        grade, asked = item["kategori"] or {}, item["ambang"] or {}
        assert only([row], "mutu", "kinerja") == [(grade.get("mutu"), grade.get("kinerja"))]
        assert only([row], "skala_ambang", "wbk", "wbbm") == [tuple(asked.get(key) for key in ("skala", "wbk", "wbbm"))]
    parts = ("unsur", "nama", "jumlah_nilai", "penjawab", "rata_rata")
    assert only(units, "survei", *parts) == [
        (item["berkas"], *cells) for item in surveys for cells in only(item["nilai"], *parts)
    ]
    for row in rows:
        (card,) = having(page_of(root, "survei"), blok=f"survei-{row['jenis']}")
        shown = {item.attributes["data-angka"]: words(item) for item in having(card, angka="…")}
        expected = {"rata_rata": comma(row["rata_rata"]), "responden": str(row["responden"])}
        if row["indeks"] is not None:
            expected |= {"indeks": comma(row["indeks"]), "mutu": row["mutu"]}
        assert shown == expected
        own = [unit for unit in units if unit["survei"] == row["berkas"]]
        told = [
            (line.attributes["data-unsur"], *(words(child) for child in line.children if child.name == "td"))
            for line in having(card, unsur="…")
        ]
        assert told == [(unit["unsur"], comma(unit["jumlah_nilai"], unit["penjawab"]), str(unit["penjawab"])) for unit in own]


def comma(number: float, of: int = 1) -> str:
    """A number, or a quotient, as pages write it: two decimals, rounded half up."""
    return str((Decimal(str(number)) / of).quantize(Decimal("0.01"), ROUND_HALF_UP)).replace(".", ",")


# The sample.


def test_nothing_above_is_empty(contoh: Path) -> None:
    """Of the sample office every table has rows; so no comparison above is one of nothing with nothing."""
    assert not [item["name"] for item in package(contoh) if not rows_of(contoh, item["name"])]


def test_every_file_of_the_sample_says_so(contoh: Path) -> None:
    """Every table row, feed entry, event, sheet, archived file and printed paper of the sample office says DATA CONTOH."""
    mark = "DATA CONTOH"
    for path in contoh.rglob("*.csv"):
        header, *lines = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        assert "data_contoh" in header, path
        assert all(mark in line for line in lines), path
    feeds = list((contoh / "umpan").rglob("*.xml"))
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        assert all(title.startswith(mark) for title in (feed.feed.title, *(entry.title for entry in feed.entries))), path
    calendars = list(contoh.rglob("*.ics"))
    for path in calendars:
        calendar = vobject.readOne(path.read_bytes().decode())
        names = (calendar.contents["x-wr-calname"][0].value, *(event.summary.value for event in calendar.vevent_list))
        assert all(name.startswith(mark) for name in names), path
    (book,) = (contoh / UNDUHAN).glob("*.xlsx")
    notes, *sheets, terms = openpyxl.load_workbook(book).worksheets
    assert notes["A1"].value == mark
    assert all(mark in row for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True))
    assert mark in str([*terms.values])
    (archive,) = (contoh / UNDUHAN).glob("*.zip")
    with zipfile.ZipFile(archive) as packed:
        members = [name for name in packed.namelist() if not name.endswith(".xlsx")]  # which is the one above
        assert not [name for name in members if mark not in packed.read(name).decode()]
    papers = [*contoh.glob("laporan/**/*.pdf"), *contoh.glob("kit/**/*.pdf")]
    assert not [path for path in papers if mark not in re.sub(r"\s+", " ", text_of(path))]
    assert all((feeds, calendars, sheets, members, papers))


def test_no_file_of_the_office_is_marked_as_sample(situs: Path) -> None:
    """No download, feed or calendar of the real office says DATA CONTOH."""
    real = not json.loads((situs / "api/v1" / str(TAHUN) / "capaian.json").read_text(encoding="utf-8"))["contoh"]
    assert real, ROOT
    paths = [
        path for path in situs.rglob("*") if path.suffix in (".csv", ".ics", ".xml", ".json") and "pagefind" not in path.parts
    ]
    assert not [path for path in paths if "DATA CONTOH" in path.read_text(encoding="utf-8")]
