"""How old a site's contents are: the newest report, and the years without a plan."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from small.office_data import row, write_kantor
from small.records import put_record
from zona.findings.judge import judge
from zona.findings.upkeep.age import age_of
from zona.findings.upkeep.missing import missing
from zona.findings.upkeep.notices import notices
from zona.findings.upkeep.work import RENCANA
from zona.findings.year_findings import Findings
from zona.outputs.present import present
from zona.records.load import load_data

RECORD = {"aksi": "I.1", "periode": "2026-01", "hasil": "berjalan", "uraian": "Rapat.", "dicatat_oleh": "Tim"}
MONTH = {
    "sisa_bulan_lalu": 0, "masuk": 0, "tidak_ditindaklanjuti": 0, "harus_ditindaklanjuti": 0, "diproses": 0, "selesai": 0,
    "dicatat_oleh": "Tim",
}  # fmt: skip
REPORT = {"tahun": 2026, "dicatat_oleh": "Tim"}


def office(root: Path, *years: int, mulai: date | None = None, **files: dict[str, Any]) -> Path:
    """An office with a plan for each year, which began to record on a day `mulai`; `files` are records (`capaian…`) and other
    data files of 2026, "/" written as "__"."""
    situs = {"peran": ["Tim"]} | ({"mulai_mencatat": mulai} if mulai else {})
    write_kantor(root, {year: [row("I.1")] for year in years or (2026,)}, situs=situs)
    for name, value in files.items():
        if name.startswith("capaian"):
            put_record(root, value)
            continue
        path = root / "2026" / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(value, sort_keys=False), encoding="utf-8")
    return root


def record(day: date) -> dict[str, Any]:
    return RECORD | {"tanggal": day}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Findings], str]:
    """The home page's words; templates are compiled once."""
    cache = tmp_path_factory.mktemp("simpanan")

    def words(findings: Findings) -> str:
        (page,) = (file for file in present(findings, cache=cache) if file.path == "index.html")
        assert isinstance(page.content, bytes)
        return " ".join(re.sub(r"<[^>]*>", "", page.content.decode()).split())

    return words


JANUARY = record(date(2026, 1, 20))


@pytest.mark.parametrize(
    ("files", "newest"),
    [
        ({}, None),
        ({"capaian": JANUARY}, date(2026, 1, 20)),
        ({"capaian_1": JANUARY, "capaian_2": record(date(2026, 3, 2))}, date(2026, 3, 2)),
        ({"capaian": JANUARY, "pengaduan__02": {"bulan": "2026-02"} | MONTH}, date(2026, 2, 28)),
        (
            {
                "capaian": JANUARY,
                "gratifikasi": REPORT | {"diperbarui": date(2026, 4, 7), "rekap": [{"periode": "2026-01", "ditolak": 0}]},
            },
            date(2026, 4, 7),
        ),
    ],
)
def test_what_counts_as_a_report(files: dict[str, Any], newest: date | None, tmp_path: Path) -> None:
    """A record by the day of what it tells, a month of complaints by its last day, a yearly report by the day on which it was
    brought up to date; the latest of all. A decree is no report."""
    assert age_of(judge(load_data(office(tmp_path, **files)), date(2026, 5, 1))).laporan_terbaru == newest


def test_the_sample_is_fresh(sample: Findings) -> None:
    """The sample's newest report is a record of the week before."""
    age = age_of(sample)
    assert age.laporan_terbaru == max(item.isi.tanggal for item in sample.terbaru.capaian)
    assert (age.lama, age.tanpa_rencana) == (False, ())


@pytest.mark.parametrize(("days", "lama"), [(0, False), (45, False), (46, True), (400, True)])
def test_silence_is_said_after_45_days(days: int, lama: bool, tmp_path: Path, home: Callable[[Findings], str]) -> None:
    """On day 45 the home page is still silent, from day 46 on it says since when; so without any report since the decree."""
    silent = judge(load_data(office(tmp_path / "a")), date(2026, 1, 2) + timedelta(days=days))
    data = load_data(office(tmp_path / "b", capaian=JANUARY))
    telling = judge(data, date(2026, 1, 20) + timedelta(days=days))
    assert (age_of(silent).lama, age_of(telling).lama) == (lama, lama)
    assert (f"Belum ada laporan sejak 2 Januari 2026, hari rencana aksi ditetapkan: sudah {days} hari" in home(silent)) == lama
    assert (f"Tidak ada laporan baru sejak 20 Januari 2026: sudah {days} hari" in home(telling)) == lama


BEGUN = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("files", "days", "since", "lama"),
    [
        ({}, 60, BEGUN, False),
        ({}, 61, BEGUN, True),
        ({"capaian": JANUARY}, 60, BEGUN, False),
        ({"capaian": JANUARY}, 61, BEGUN, True),
        ({"capaian": record(date(2026, 3, 11))}, 46, date(2026, 3, 11), False),
        ({"capaian": record(date(2026, 3, 11))}, 47, date(2026, 3, 11), True),
        ({}, -1, date(2026, 1, 2), True),
    ],
)
def test_silence_since_the_beginning(
    files: dict[str, Any], days: int, since: date, lama: bool, tmp_path: Path, home: Callable[[Findings], str]
) -> None:
    """An office that names the day on which it began to record has 60 days from then; a report dated later counts as always,
    and before that day it is as if none were named. The home page says from when it counts."""
    data = load_data(office(tmp_path, mulai=BEGUN, **files))
    found = judge(data, BEGUN + timedelta(days=days))
    age = age_of(found)
    assert (age.sejak, age.lama, age.sejak_mulai) == (since, lama, since == BEGUN)
    words = home(found)
    assert (f"sejak 10 Maret 2026, hari situs ini mulai mencatat: sudah {days} hari" in words) == (lama and since == BEGUN)
    assert ("Situs ini mulai mencatat 10 Maret 2026 " in words) == (not lama)


def test_what_was_due_before_the_beginning(tmp_path: Path, home: Callable[[Findings], str]) -> None:
    """While nothing is verified, the home page parts what fell due before the office began to record from what did since; the
    day changes no state."""
    rows = [row("I.1"), row("I.2", "Februari dan Maret"), row("I.3", "April")]
    found = []
    for name, situs in (("a", {}), ("b", {"mulai_mencatat": BEGUN})):
        write_kantor(tmp_path / name, {2026: rows}, situs={"peran": ["Tim"]} | situs)
        put_record(tmp_path / name, JANUARY)
        found.append(judge(load_data(tmp_path / name), date(2026, 4, 2)))
    without, named = (home(item) for item in found)
    assert found[0].terbaru.hitungan == found[1].terbaru.hitungan
    assert "3 janji kami sudah jatuh tempo" in without
    assert "Sebelum tanggal itu 2 janji jatuh tempo, sejak itu 1." in named
    for words in (without, named):
        assert "1 sudah dilaporkan dan belum diverifikasi, 2 belum kami laporkan di sini." in words
        assert words.count("Belum dilaporkan bukan berarti belum dikerjakan.") == 1
        assert "ada buktinya" not in words


@pytest.mark.parametrize(
    ("years", "day", "lacking"),
    [
        ((2026,), date(2025, 12, 31), ()),
        ((2026,), date(2026, 12, 31), ()),
        ((2026,), date(2027, 1, 1), (2027,)),
        ((2026,), date(2028, 2, 29), (2027, 2028)),
        ((2026, 2027), date(2026, 12, 31), ()),
        ((2026, 2027), date(2027, 6, 1), ()),
        ((2026, 2028), date(2028, 2, 29), (2027,)),
    ],
)
def test_years_without_a_plan(
    years: tuple[int, ...], day: date, lacking: tuple[int, ...], tmp_path: Path, home: Callable[[Findings], str]
) -> None:
    """From New Year's Day on a year without a plan is missing: it is on the page of what is missing, and where it is the
    current year the home page and `periksa` say so. A plan that is loaded early is missing in no year."""
    found = judge(load_data(office(tmp_path, *years)), day)
    assert age_of(found).tanpa_rencana == lacking
    told = [item.teks for part in missing(found) if part.pekerjaan is RENCANA for item in part.butir]
    assert told == [f"Rencana aksi {year} belum dimuat" for year in lacking]
    current = day.year in lacking
    words = home(found)
    assert (f"Rencana aksi {day.year} belum dimuat." in words) == current
    assert ("Rencana aksi 2027 juga belum dimuat." in words) == (current and len(lacking) > 1)
    told = [f"data: rencana aksi {day.year} belum dimuat; buat foldernya dengan zi.py tahun-baru {day.year}"]
    assert list(notices(found, "data")) == (told if current else [])
