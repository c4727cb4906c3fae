"""Complaint statistics as published: page, JSON, tables and block say the same, and no file says more."""

from __future__ import annotations

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from recount.published_count import in_words
from recount.published_page import Element, Reader
from support.zi_command import CONTOH
from zona.findings.judge import judge
from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.upkeep.missing import missing
from zona.findings.upkeep.work import PENGADUAN
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.present import present
from zona.outputs.prose.blocks import BlockCall, render_block
from zona.outputs.site_file import SiteFile
from zona.outputs.tables.table import Tabel
from zona.outputs.tables.year_tables import pengaduan_bulanan, pengaduan_jangka, pengaduan_lama, pengaduan_rincian
from zona.outputs.wording import in_figures
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

pytestmark = pytest.mark.lambat

KOLOM = ("sisa_bulan_lalu", "masuk", "tidak_ditindaklanjuti", "harus_ditindaklanjuti", "selesai", "diproses")


@pytest.fixture(scope="module")
def files(berkas_contoh: dict[str, SiteFile]) -> dict[str, SiteFile]:
    """The sample office's files: its months of complaints have small counts and a gap."""
    return berkas_contoh


@pytest.fixture(scope="module")
def published(files: dict[str, SiteFile]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(text_of(files["api/v1/2026/pengaduan.json"]))
    return content


@pytest.fixture(scope="module")
def page(files: dict[str, SiteFile]) -> Element:
    return read(text_of(files["pengaduan/statistik/2026/index.html"]))


def text_of(file: SiteFile) -> str:
    return file.read().decode()


def read(html: str) -> Element:
    reader = Reader()
    reader.feed(html)
    return reader.root


def table(page: Element, name: str) -> list[Element]:
    (found,) = [element for element in page.walk() if element.attributes.get("data-tabel") == name]
    return [element for element in found.walk() if element.name == "tr"][1:]


@pytest.mark.parametrize(("name", "rows", "key"), [("bulan", "bulanan", "bulan"), ("jangka", "jangka", "kode")])
def test_page_says_what_the_json_says(name: str, rows: str, key: str, page: Element, published: dict[str, Any]) -> None:
    """Every count of every month and span stands on the page as in the JSON."""
    shown = table(page, name)
    assert len(shown) == len(published[rows])
    for element, item in zip(shown, published[rows], strict=True):
        cells = {
            child.attributes["data-kunci"]: child.text.strip() for child in element.walk() if "data-kunci" in child.attributes
        }
        assert cells == {key: in_words(item[key]) for key in KOLOM if item[key]}, item[key]


@pytest.mark.parametrize("name", ["kanal", "kategori"])
def test_details_say_what_the_json_says(name: str, page: Element, published: dict[str, Any]) -> None:
    """Channels and categories on the page are those of the spans in the JSON that have them."""
    spans = [span[name] for span in published["jangka"] if span[name] is not None]
    assert len(spans) == 1
    shown = {
        row.attributes["data-kunci"]: [cell.text.strip() for cell in row.walk() if cell.name == "td"]
        for row in table(page, name)
    }
    assert shown == {row["kode"]: [in_words(row)] for row in spans[0]}


def told(table: Tabel) -> list[dict[str, Any]]:
    """The rows of a table for downloads, by its columns."""
    return [dict(zip([kolom.nama for kolom in table.kolom], row, strict=True)) for row in table.baris]


ANGKA = ("jumlah", "keterangan", "sedikitnya", "paling_banyak")


def test_tables_say_what_the_json_says(sample: Findings, published: dict[str, Any]) -> None:
    """The tables for downloads hold every count, its bounds and every time of the JSON, and nothing else."""
    stat, spans = sample.pengaduan[-1], published["jangka"]
    of_months = [{"tahun": 2026, "bulan": item["bulan"], **count} for item in published["bulanan"] for count in counts_of(item)]
    of_spans = [{"tahun": 2026, "jangka": item["kode"], **count} for item in spans for count in counts_of(item)]
    details = [
        {"tahun": 2026, "jangka": span["kode"], "menurut": name, **{key: row[key] for key in ("kode", "nama", *ANGKA)}}
        for span in spans
        for name in ("kanal", "kategori")
        for row in span[name] or ()
    ]
    times = [
        {"tahun": 2026, "jangka": item["kode"], **{key: item[key] for key in ("median_hari_kerja", "terlama_hari_kerja")}}
        for item in spans
        if item["median_hari_kerja"]
    ]
    assert told(pengaduan_bulanan(stat)) == of_months
    assert told(pengaduan_jangka(stat)) == of_spans
    assert told(pengaduan_rincian(stat)) == details
    assert told(pengaduan_lama(stat)) == times
    assert all((of_months, of_spans, details, times))


def counts_of(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The counts of a month or span as the tables have them."""
    return [{"hitungan": key, **item[key]} for key in KOLOM if item[key]]


def test_no_file_gives_the_months_away(files: dict[str, SiteFile], sample: Findings) -> None:
    """No file with true counts is published, no page leads to a month's file, and no hidden count stands in any file about
    complaints."""
    closed = [path.read_bytes() for path in (CONTOH / "data-tertutup").rglob("*.yml")]
    assert len(closed) == len(sample.terbaru.sumber.pengaduan)
    assert not [path for path in files if path.startswith("data/2026/pengaduan")]
    contents = [file.content for file in files.values() if isinstance(file.content, bytes)]
    assert not [month for month in closed if any(month in content for content in contents)]
    archives = [ZipFile(BytesIO(file.read())) for path, file in files.items() if path.endswith(".zip")]
    packed = [archive.read(name) for archive in archives for name in archive.namelist()]
    assert packed
    assert not [month for month in closed if any(month in content for content in packed)]
    pages = {path: text_of(file) for path, file in files.items() if path.endswith(".html")}
    assert not [path for path, text in pages.items() if re.search(r"data/2026/pengaduan/[0-9]", text)]
    page = pages["pengaduan/statistik/2026/index.html"]
    assert "Sunting data" not in page
    assert files["pengaduan/statistik/2026/index.html"].source == "data/2026/rencana-aksi.yml"
    numbers = [angka for item in sample.pengaduan[-1].bulan for angka in item.angka.values()]
    assert all(angka.jumlah is None for angka in numbers if angka.tampil is not Tampil.ANGKA)
    assert any(angka.jumlah is None for angka in numbers)


def test_no_small_number_is_shown(published: dict[str, Any]) -> None:
    """No count of 1 to 4 stands in the JSON."""
    counts = [item[key] for item in (*published["bulanan"], *published["jangka"]) for key in KOLOM if item[key]]
    counts += [row for span in published["jangka"] for name in ("kanal", "kategori") for row in span[name] or ()]
    assert not [cell for cell in counts if cell["jumlah"] in (1, 2, 3, 4)]


def test_states_of_months(page: Element, published: dict[str, Any]) -> None:
    """September was not reported, October's chain is broken, November is not over: each is said, and none is zero."""
    rows = {row.attributes["data-bulan"]: row for row in table(page, "bulan")}
    assert "belum dilaporkan" in rows["9"].text
    assert "rantai terputus" in rows["10"].text
    assert "belum berakhir" in rows["11"].text
    assert [item["keadaan"] for item in published["bulanan"][8:11]] == ["belum_dilaporkan", "dilaporkan", "belum_berakhir"]
    assert published["bulanan"][8]["masuk"] is None
    assert published["jangka"][1]["bulan_belum_dilaporkan"] == [9, 11, 12]


def test_follow_up_and_time(page: Element, published: dict[str, Any]) -> None:
    """What was improved stands under its month; median and longest time stand on the page as in the JSON."""
    done = [text for item in published["bulanan"] for text in item["tindak_lanjut"]]
    assert len(done) == 4
    assert all(text in page.text for text in done)
    (row,) = table(page, "lama")
    cells = [cell.text.strip() for cell in row.walk() if cell.name == "td"]
    span = published["jangka"][0]
    assert cells == [f"{span['median_hari_kerja']:g} hari kerja".replace(".", ","), f"{span['terlama_hari_kerja']} hari kerja"]


def test_office_without_reports(temuan: Findings) -> None:
    """The page of a year without any report says so, and does not say zero; the block too."""
    (stat,) = temuan.pengaduan
    assert stat.terakhir is None
    file = next(file for file in present(temuan) if file.path == f"{addresses.statistik_pengaduan(2026)}index.html")
    shown = read(text_of(file))
    assert "Belum ada laporan bulanan pengaduan" in shown.text
    assert not [cell for row in table(shown, "bulan") for cell in row.walk() if "data-kunci" in cell.attributes]
    block = render_block("pengaduan-ringkas", BlockCall(temuan, {}), "uji/")
    assert "belum dilaporkan" in block
    assert 'href="../pengaduan/statistik/2026/"' in block


def test_block_of_the_sample(sample: Findings) -> None:
    """The block shows the three counts of the last span that is whole, and leads to the page."""
    block = read(render_block("pengaduan-ringkas", BlockCall(sample, {}), "uji/"))
    shown = {element.attributes["data-angka"]: element.text for element in block.walk() if "data-angka" in element.attributes}
    assert shown == {"masuk": "48", "harus_ditindaklanjuti": "47", "diproses": "10", "selesai": "37"}


def test_what_is_missing(sample: Findings, temuan: Findings) -> None:
    """Months without a report are listed."""

    def listed(findings: Findings) -> list[str]:
        return [item.teks for part in missing(findings) if part.pekerjaan is PENGADUAN for item in part.butir]

    assert listed(sample) == ["September 2026"]
    assert len(listed(temuan)) == 10


def test_month_that_is_not_over(tmp_path: Path) -> None:
    """A month can be reported when it is over: before, its counts can change, and a change would give hidden ones away."""
    with pytest.raises(DataError, match=r"pengaduan/10\.yml:4: bulan 2026-10 belum berakhir per 2026-10-31; laporkan setelah"):
        judge(load_data(CONTOH / "data"), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("angka", "shown"),
    [
        (Angka(Tampil.ANGKA, 1234, 1234, 1234), "1.234"),
        (Angka(Tampil.ANGKA, 0, 0, 0), "0"),
        (Angka(Tampil.KURANG, None, 0, 4), "<5"),
        (Angka(Tampil.SEMBUNYI, None, 7, 10), "7–10"),
        (Angka(Tampil.SEMBUNYI, None, 1200, None), "≥1.200"),
        (Angka(Tampil.SEMBUNYI, None, 0, None), "ditutup demi pengadu"),
    ],
)
def test_in_figures(angka: Angka, shown: str) -> None:
    """Counts are written as Indonesians write them; a hidden one as what readers know of it."""
    assert in_figures(angka) == shown
