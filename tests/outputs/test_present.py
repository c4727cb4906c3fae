"""The files that the findings become."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.office_data import row, write_kantor
from support.zi_command import CONTOH
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs import addresses, wording
from zona.outputs.pages.frame import menu_of
from zona.outputs.present import present
from zona.outputs.site_file import SiteFile
from zona.outputs.view import View
from zona.records.load import load_data

pytestmark = pytest.mark.lambat

ROW_KEYS = [
    "kode", "singkat", "komponen", "indikator", "langkah_aksi", "bukti_fisik", "target_waktu", "target_capaian",
    "jadwal", "alasan_jadwal", "penanggung_jawab", "nomor_tercetak", "target", "catatan", "tema", "tanpa_tenggat",
]  # fmt: skip


def text_of(file: SiteFile) -> bytes:
    assert isinstance(file.content, bytes)
    return file.content


@pytest.fixture(scope="module")
def files(temuan: Findings) -> dict[str, SiteFile]:
    return {file.path: file for file in present(temuan)}


@pytest.fixture(scope="module")
def api(files: dict[str, SiteFile]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(text_of(files["api/v1/2026/rencana-aksi.json"]))
    return content


def test_which_files(files: dict[str, SiteFile]) -> None:
    """Home, plans, what is missing, method, the week, history, genuineness, the list of all; per year plan, decree, 7 groups,
    43 actions, achievements, what is late, the LKE, 4 quarters, complaints, open data; where to report, 8 situations, channels,
    rules, list of information and 11 pages of it; JSON, evidence; a feed and a calendar for the whole, for each group, for each
    action; 15 tables; the kit page, the badge, the page for frames, that for what is not there; what pages load, the
    search answers from; sitemap; the glossary, which comes with the program."""
    kinds = Counter(Path(path).suffix for path in files)
    pages = 8 + 2 + 7 + 43 + 9 + 4 + 8 + 11 + 1 + 11 + 1 + 1 + 1
    others = {".csv": 15, ".xlsx": 1, ".zip": 1, ".svg": 2, ".css": 1, ".js": 1}
    assert kinds == {".html": pages, ".json": 7 + 1 + 3 + 9 + 1, ".txt": 5, ".pdf": 1, ".xml": 9 + 43, ".ics": 8 + 43} | others


def test_files_are_ordered_and_unique(temuan: Findings) -> None:
    """The same findings give the same files in the same order."""
    first, again = ([(file.path, file.content, file.source) for file in present(temuan)] for _ in range(2))
    paths = [path for path, _, _ in first]
    assert paths == sorted(set(paths))
    assert first == again


def test_paths_are_known_before(
    temuan: Findings,
    files: dict[str, SiteFile],
    sample: Findings,
    berkas_contoh: dict[str, SiteFile],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The paths of all files are known without rendering a page."""
    monkeypatch.setattr(View, "render", None)
    assert [file.path for file in present(temuan)] == list(files)
    assert {file.path for file in present(sample)} == set(berkas_contoh)


def test_every_file_names_the_data_behind_it(files: dict[str, SiteFile]) -> None:
    """Each file's source is a data file that exists, or one of a pack; the decree's page comes from the decree's file."""
    root = Path(__file__).resolve().parents[2]
    places = {re.sub(r"^paket/", "hooks/zona/packs/", file.source) for file in files.values()}
    assert [place for place in places if not (root / place).is_file()] == []
    assert files["rencana-aksi/2026/keputusan/index.html"].source == "data/2026/keputusan.yml"


def test_no_data_file_is_published(berkas_contoh: dict[str, SiteFile]) -> None:
    """Comments and names that people wrote into files of the data stay where they were written."""
    written = {path.read_bytes() for path in (CONTOH / "data").rglob("*.yml")}
    assert len(written) > 150
    assert not [path for path, file in berkas_contoh.items() if file.read() in written]


def test_json_head(api: dict[str, Any]) -> None:
    """The JSON says which plan it is, as of when, and where it comes from."""
    assert (api["versi_api"], api["tahun"], api["per_tanggal"]) == ("1", 2026, "2026-11-24")
    post = "KETUA KOMISI PEMILIHAN UMUM KABUPATEN TABALONG"
    dasar = {
        "jenis": "keputusan",
        "sebutan": "Keputusan Nomor 5 Tahun 2026",
        "tanggal": "2026-01-02",
        "oleh": post,
        "tautan": None,
    }
    head = {"keputusan": "Nomor 5 Tahun 2026", "tanggal": "2026-01-02", "berkas": "data/2026/rencana-aksi.yml"}
    assert api["sumber"] == head | {"dasar": dasar}


def test_json_is_the_data(api: dict[str, Any], temuan: Findings) -> None:
    """Each row of the annex appears once in the JSON, with every cell as printed and every note."""
    rows = [aksi for kelompok in api["kelompok"] for aksi in kelompok["aksi"]]
    assert [list(item) for item in rows] == [ROW_KEYS] * 43
    for item, aksi in zip(rows, temuan.terbaru.rencana_aksi.isi.semua_aksi(), strict=True):
        assert [item[key] for key in ROW_KEYS[:8]] == [getattr(aksi, key) for key in ROW_KEYS[:8]]
        assert item["catatan"] == [note.model_dump(mode="json") for note in aksi.catatan]


def test_json_schedules_and_targets(api: dict[str, Any]) -> None:
    """Periods carry their deadlines; a target is number and unit as read, or null where none is printed."""
    rows = {aksi["kode"]: aksi for kelompok in api["kelompok"] for aksi in kelompok["aksi"]}
    assert rows["VII.5"]["jadwal"] == [{"periode": "2026-01-sd-03", "tenggat": "2026-03-31"}]
    assert rows["I.4.b"]["jadwal"] == [{"periode": "2026-07", "tenggat": "2026-07-31"}]
    assert rows["I.3"]["target"] == {"jumlah": 2, "satuan": "Dokumen"}
    assert rows["V.1.a"]["target"] is None
    assert sum(len(aksi["jadwal"]) for aksi in rows.values()) == 178


def test_no_absolute_path_in_any_file(files: dict[str, SiteFile]) -> None:
    """Nothing of the machine that built the site is in it."""
    root = str(Path(__file__).resolve().parents[2]).encode()
    assert not [path for path, file in files.items() if isinstance(file.content, bytes) and root in file.content]


def test_second_year(tmp_path: Path) -> None:
    """A second year gives a second set of pages, also before it begins; the menu leads to it from New Year's Day on, and
    stays as short."""
    data = load_data(write_kantor(tmp_path / "b", {2026: [row("I.1")], 2027: [row("I.1")]}))
    one = judge(load_data(write_kantor(tmp_path / "a", {2026: [row("I.1")]})), date(2026, 12, 31))
    for two, newest in ((judge(data, date(2026, 12, 31)), 2026), (judge(data, date(2027, 1, 1)), 2027)):
        paths = {file.path for file in present(two)}
        own = {f"kit/{newest}/index.html", addresses.surat(newest, "penegasan-naskah", "txt")}
        assert own <= paths  # only the newest year has a kit and letters
        # The newest year's late stand at an address without a year; what the search answers is named after its content.
        paths -= own | {f"{addresses.lewat_tenggat(tahun, newest)}index.html" for tahun in (2026, 2027)}
        paths -= {path for path in paths if path.startswith("aset/jawaban.")}
        more = paths - {file.path for file in present(one)}
        assert more == {path.replace("2026", "2027") for path in paths if "2026" in path}
        menus = [list(menu_of(two)), list(menu_of(one))]
        assert ("Rencana Aksi", f"rencana-aksi/{newest}/") in menus[0]
        assert len(menus[0]) == len(menus[1])


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("", "", "./"),
        ("", "metode/", "metode/"),
        ("metode/", "", "../"),
        ("rencana-aksi/2026/", "rencana-aksi/2026/i-1/", "i-1/"),
        ("rencana-aksi/2026/i-1/", "metode/#tenggat", "../../../metode/#tenggat"),
        ("rencana-aksi/2026/", "aset/cari.js", "../../aset/cari.js"),
        ("metode/", "metode/", "./"),
    ],
)
def test_relative_links(here: str, target: str, link: str) -> None:
    """Links are relative, so that the site works below any path."""
    assert addresses.relative(here, target) == link


@pytest.mark.parametrize(
    ("kode", "nama"),
    [("2026-07", "Juli 2026"), ("2026-TW3", "Triwulan III 2026"), ("2026-01-sd-03", "Januari s.d. Maret 2026")],
)
def test_names_of_periods(kode: str, nama: str) -> None:
    """Periods have the names that people use."""
    assert wording.periode(kode) == nama


def test_distances() -> None:
    """Days are told as people tell them."""
    today = date(2026, 11, 24)
    days = [date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 23), date(2026, 12, 31), date(2020, 1, 1)]
    assert [wording.jarak(day, today) for day in days] == ["hari ini", "besok", "kemarin", "37 hari lagi", "2.519 hari lalu"]


def test_what_a_file_is() -> None:
    """A file is told by its kind and form, once where both are called the same, by its pages where it has any, its size."""
    told = [wording.tentang_berkas(*item) for item in (("Undangan", "PDF", 1200, 120_400), ("Foto", "Foto", None, 1_240_000))]
    assert told == ["Undangan, PDF, 1.200 halaman, 120 kB", "Foto, 1,2 MB"]
