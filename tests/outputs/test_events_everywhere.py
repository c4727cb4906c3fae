"""An office whose rows have no deadlines, through every output; and one that has both kinds."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.office_data import row, write_kantor
from small.records import put_record
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.present import present
from zona.records.load import load_data
from zona.records.rencana.jadwal import whole_year

DAY, YEAR = date(2026, 7, 1), whole_year(2026)
SECTION = r'(?:<h2 id="|href="#)([\w-]+)'
LINK = {"tautan": "https://contoh.go.id/a", "judul": "Bukti rapat", "jenis": "notulen"}


def event(kode: str, waktu: str | None = "Insidentil") -> dict[str, Any]:
    """A row without deadlines."""
    return row(kode) | {"target_waktu": waktu, "jadwal": "tanpa_tenggat", "alasan_jadwal": "Rapat bila ada yang dibahas."}


def office(root: Path, *rows: dict[str, Any]) -> Findings:
    """An office with these rows, and one verified happening of the first."""
    data = write_kantor(root / "data", {2026: list(rows)}, situs={"peran": ["Tim", "Sekretaris"]})
    said = {"aksi": rows[0]["kode"], "periode": YEAR, "tanggal": date(2026, 3, 5), "hasil": "selesai", "uraian": "Rapat ke-7."}
    put_record(data, said | {"bukti": [LINK], "dicatat_oleh": "Tim"}, verifier="Sekretaris")
    return judge(load_data(data), DAY)


def files(findings: Findings) -> dict[str, str]:
    """Every text of the site, by its path."""
    found = {}
    for file in present(findings):
        if file.path.endswith((".html", ".json", ".xml", ".csv", ".ics")):
            found[file.path] = file.read().decode("utf-8-sig")
    return found


@pytest.fixture(scope="module")
def only(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of an office whose whole plan has no deadlines; one time is not printed."""
    return files(office(tmp_path_factory.mktemp("hanya"), event("I.1"), event("I.2", None)))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of an office with a row of each kind."""
    return files(office(tmp_path_factory.mktemp("campur"), event("I.1"), row("I.2", "Per semester")))


def page(site: dict[str, str], name: str) -> str:
    """A page whose path ends so."""
    (path,) = [item for item in site if item.endswith(name)]
    return site[path]


def test_its_page(only: dict[str, str]) -> None:
    """The action's page shows what happened, its evidence, and how many; it has a feed, and no calendar."""
    shown = page(only, "rencana-aksi/2026/i-1/index.html")
    assert "Dicatat bila terjadi" in shown
    assert "1 laporan, 1 sudah diverifikasi. Terakhir 5 Maret 2026." in shown
    assert "Rapat ke-7." in shown
    assert "Bukti rapat" in shown
    assert ".ics" not in shown
    assert [item for item in only if item.startswith("kalender/")] == ["kalender/2026/rencana-aksi.ics"]


def test_no_page_counts_nothing(only: dict[str, str]) -> None:
    """Nowhere stands a share of nothing, a promise kept, or a deadline to come."""
    for name, text in only.items():
        if name.endswith(".html"):
            assert "0 dari 0" not in text, name
            assert "0 / 0" not in text, name
            assert "Semua 0" not in text, name


def test_no_heading_for_deadlines_that_are_not_there(only: dict[str, str], both: dict[str, str]) -> None:
    """Home and the page of what was done have no section about deadlines where the plan has none, nor links to one."""
    of_deadlines = {"per-kelompok", "bulanan", "per-bulan", "peta", "lewat", "segera", "akhir-bulan", "berikutnya"}
    for name in ("index.html", "capaian/2026/index.html"):
        wanted, others = (set(re.findall(SECTION, site[name])) for site in (only, both))
        assert wanted & of_deadlines == set()
        assert wanted - {"isi"}
        assert others & of_deadlines


def test_what_is_not_printed(only: dict[str, str]) -> None:
    """A time that is not printed is shown so."""
    assert "tidak tercetak" in page(only, "rencana-aksi/2026/i-2/index.html")


def test_published_data(only: dict[str, str], both: dict[str, str]) -> None:
    """In JSON such an action has no schedule, says so, and keeps its records; percentages are empty without promises, and the
    same as without such rows beside them."""
    rows = json.loads(only["api/v1/2026/rencana-aksi.json"])["kelompok"][0]["aksi"]
    assert [(item["tanpa_tenggat"], item["jadwal"], item["target_waktu"]) for item in rows] == [
        (True, [], "Insidentil"),
        (True, [], ""),
    ]
    done = json.loads(only["api/v1/2026/capaian.json"])
    assert done["periode"] == []
    assert [(item["aksi"], item["periode"], item["diverifikasi_oleh"]) for item in done["catatan_capaian"]] == [
        ("I.1", YEAR, "Sekretaris")
    ]
    counts = json.loads(only["api/v1/2026/ringkasan.json"])
    assert (counts["persen_semua"], counts["persen_jatuh_tempo"]) == (None, None)
    assert counts["hitungan_aksi"]["keadaan"]["tanpa_tenggat"] == counts["hitungan_aksi"]["jumlah"] == 2
    counts = json.loads(both["api/v1/2026/ringkasan.json"])
    assert (counts["hitungan_periode"]["jumlah"], counts["hitungan_periode"]["jatuh_tempo"]) == (2, 1)
    assert counts["hitungan_aksi"]["keadaan"]["selesai"] == 0


def test_tables_and_feeds(both: dict[str, str]) -> None:
    """Tables have the row with its state and its record; the feed tells what happened, without a period."""
    table = page(both, "rencana-aksi.csv")
    assert [line for line in table.splitlines() if ",I.1," in line and "tanpa_tenggat" in line]
    assert "Rapat ke-7." in page(both, "catatan.csv")
    assert "I.1" not in page(both, "unduhan/2026/periode.csv").replace("2026-01", "")
    feed = next(text for name, text in both.items() if "umpan" in name and "i-1" in name.lower())
    assert "I.1: selesai · komponen I.1" in feed


def test_half_years_by_name(both: dict[str, str]) -> None:
    """Where the print says “semester”, pages and calendars do."""
    shown = page(both, "rencana-aksi/2026/i-2/index.html")
    assert "Semester I" in shown
    assert "Januari s.d. Juni" not in shown
