"""The same number in every format: complaints, channels and surveys in tables, JSON and pages."""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from recount.published_count import in_words
from recount.published_data import Row, api, only, page_of, rows_of
from recount.published_page import having, table, words
from recount.status_again import BULAN, TAHUN

CACAH = ("sisa_bulan_lalu", "masuk", "tidak_ditindaklanjuti", "harus_ditindaklanjuti", "selesai", "diproses")
ANGKA = ("jumlah", "keterangan", "sedikitnya", "paling_banyak")


def test_complaints(any_site: Path) -> None:
    """The tables of complaints are pengaduan.json in rows: the same numbers and bounds, and no row where there is none."""
    published = api(any_site, f"{TAHUN}/pengaduan")
    for name, rows, key in (("pengaduan-bulanan", "bulanan", "bulan"), ("pengaduan-jangka", "jangka", "kode")):
        expected = [
            (item[key], cacah, *(item[cacah][part] for part in ANGKA))
            for item in published[rows]
            for cacah in CACAH
            if item[cacah]
        ]
        assert only(rows_of(any_site, name), "bulan" if key == "bulan" else "jangka", "hitungan", *ANGKA) == expected
    details = [
        (span["kode"], name, *(row[key] for key in ("kode", "nama", *ANGKA)))
        for span in published["jangka"]
        for name in ("kanal", "kategori")
        for row in span[name] or ()
    ]
    assert only(rows_of(any_site, "pengaduan-rincian"), "jangka", "menurut", "kode", "nama", *ANGKA) == details


def test_complaints_on_the_page(any_site: Path) -> None:
    """The page of statistics shows every count of the tables, and no other."""
    page = page_of(any_site, f"pengaduan/statistik/{TAHUN}")
    shown = []
    for line in table(page, "bulan"):
        bulan = f"{TAHUN}-{int(line.attributes['data-bulan']):02}"
        shown += [(bulan, item.attributes["data-kunci"], words(item)) for item in having(line, kunci="…")]
    assert shown == [(row["bulan"], row["hitungan"], in_words(row)) for row in rows_of(any_site, "pengaduan-bulanan")]
    spans = rows_of(any_site, "pengaduan-jangka")
    if spans:
        shown = [
            (line.attributes["data-jangka"], item.attributes["data-kunci"], words(item))
            for line in table(page, "jangka")
            for item in having(line, kunci="…")
        ]
        assert shown == [(row["jangka"], row["hitungan"], in_words(row)) for row in spans]


def test_channels(any_site: Path) -> None:
    """The tables of channels are kanal.json in rows; several values stand in one cell, with | between them."""
    channels = api(any_site, "kanal")["kanal"]
    one = ("kunci", "nama", "pemilik", "milik_kantor", "jam", "biaya", "perlindungan", "diperiksa", "hari_sejak_diperiksa")
    one = (*one, "pemeriksaan", "penanggung_jawab")
    assert only(rows_of(any_site, "kanal"), *one) == only(channels, *one)
    for key in ("untuk", "bukan_untuk", "dasar_hukum", "sumber"):
        assert only(rows_of(any_site, "kanal"), key) == [(" | ".join(item[key]) or None,) for item in channels]
    ways = ("jenis", "nilai", "keterangan", "tautan", "dicoba")
    ages = ("diperiksa", "hari_sejak_diperiksa", "pemeriksaan")
    assert only(rows_of(any_site, "kanal-cara"), "kanal", *ways, *ages) == [
        (item["kunci"], *way, *(item[key] for key in ages)) for item in channels for way in only(item["cara"], *ways)
    ]
    promises = ("isi", "sumber", "dasar_hukum")
    assert only(rows_of(any_site, "kanal-janji"), "kanal", *promises) == [
        (item["kunci"], *promise) for item in channels for promise in only(item["janji"], *promises)
    ]


def test_channels_on_the_page(any_site: Path) -> None:
    """The page of channels says of each what the tables say: its links, what is not filled in, and, where any was tried, when
    it was."""
    shown = {item.attributes["data-kanal"]: item for item in having(page_of(any_site, "kanal"), kanal="…")}
    rows, ways = rows_of(any_site, "kanal"), rows_of(any_site, "kanal-cara")
    assert sorted(shown) == sorted(row["kunci"] for row in rows)
    for row in rows:
        card = shown[row["kunci"]]
        own = [way for way in ways if way["kanal"] == row["kunci"]]
        links = [item.attributes["href"] for line in having(card, cara="…") for item in line.walk() if item.name == "a"]
        assert sorted(links) == sorted(way["tautan"] for way in own if way["tautan"])  # numbers to dial first
        assert (": belum diisi." in words(card)) == any(way["nilai"] is None for way in own)
        ages = [words(item) for item in card.walk() if "zi-kanal__umur" in item.attributes.get("class", "")]
        tried = any(item["diperiksa"] for item in rows) and any(way["tautan"] for way in own)
        assert len(ages) == tried, row["kunci"]
        assert all(age_in_words(row) in age for age in ages), row["kunci"]


def age_in_words(row: Row) -> str:
    """How the page says when a channel was last tried."""
    if row["pemeriksaan"] == "belum_pernah":
        return "Terakhir kami coba: belum."
    if row["pemeriksaan"] == "baru":
        day = datetime.fromisoformat(row["diperiksa"])
        return f"Terakhir kami coba: {day.day} {BULAN[day.month - 1]} {day.year}."
    return f"Terakhir kami coba: {row['hari_sejak_diperiksa']} hari lalu; "


SURVEI = (
    "berkas", "jenis", "judul", "tanggal_mulai", "tanggal_selesai", "metode", "populasi", "responden", "skala",
    "rata_rata", "indeks", "kuesioner", "tautan", "diperbarui", "dicatat_oleh",
)  # fmt: skip


def test_surveys(any_site: Path) -> None:
    """The tables of surveys are survei.json in rows."""
    surveys, rows = api(any_site, f"{TAHUN}/survei")["survei"], rows_of(any_site, "survei")
    assert only(rows, *SURVEI, "aksi") == [
        (*cells, " | ".join(item["aksi"])) for cells, item in zip(only(surveys, *SURVEI), surveys, strict=True)
    ]
    for row, item in zip(rows, surveys, strict=True):
        grade, asked = item["kategori"] or {}, item["ambang"] or {}
        assert only([row], "mutu", "kinerja") == [(grade.get("mutu"), grade.get("kinerja"))]
        assert only([row], "skala_ambang", "wbk", "wbbm") == [tuple(asked.get(key) for key in ("skala", "wbk", "wbbm"))]
    parts = ("unsur", "nama", "jumlah_nilai", "penjawab", "rata_rata")
    assert only(rows_of(any_site, "survei-unsur"), "survei", *parts) == [
        (item["berkas"], *cells) for item in surveys for cells in only(item["nilai"], *parts)
    ]


def test_surveys_on_the_page(any_site: Path) -> None:
    """The page on surveys shows the numbers of the tables."""
    units = rows_of(any_site, "survei-unsur")
    for row in rows_of(any_site, "survei"):
        (card,) = having(page_of(any_site, "survei"), blok=f"survei-{row['jenis']}")
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
