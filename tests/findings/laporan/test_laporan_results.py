"""Yearly reports: zero is not missing, months are counted once, cards are in time or not, and what is still to come."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from small.office_data import row, write_kantor
from support.zi_command import PER_TANGGAL
from zona.findings.judge import judge
from zona.findings.laporan.laporan_results import judge_gratifikasi, judge_kartu, missing_reports, reviewed_in, sending_day
from zona.findings.upkeep.missing import missing
from zona.findings.upkeep.work import LAPORAN
from zona.findings.year_findings import Findings
from zona.records.laporan.laporan_tahunan import Gratifikasi, RekapGratifikasi, Sop
from zona.records.laporan.survei import KartuKendali, Spip
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

BASE: dict[str, Any] = {"tahun": 2026, "diperbarui": date(2026, 11, 6), "dicatat_oleh": "Tim"}


def office(root: Path, **reports: dict[str, Any]) -> Path:
    """A small office with reports; a report is named by its file's key."""
    write_kantor(root, {2026: [row("I.1")]})
    for key, value in reports.items():
        path = root / "2026" / f"{key.replace('_', '-')}.yml"
        path.write_text(yaml.safe_dump(BASE | value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


def gratifikasi(*rekap: RekapGratifikasi) -> Gratifikasi:
    return Gratifikasi(**BASE, rekap=rekap)


def test_missing_is_not_zero() -> None:
    """A month with zeros is reported and adds nothing; a month without a line is missing; one to come is neither."""
    zero = RekapGratifikasi(periode="2026-01", ditolak=0, diterima=0, dilaporkan_upg=0, dilaporkan_kpk=0)
    found = judge_gratifikasi(gratifikasi(zero, RekapGratifikasi(periode="2026-03", ditolak=2)), date(2026, 5, 31))
    assert [item.periode for item in found.baris] == ["2026-01", "2026-02", "2026-03", "2026-04"]
    assert found.belum == ("2026-02", "2026-04")
    assert found.jumlah == {"ditolak": 2, "diterima": 0, "dilaporkan_upg": 0, "dilaporkan_kpk": 0}
    assert found.bulan_dilaporkan == 2


def test_a_count_that_nobody_gave_has_no_total() -> None:
    """Where no period tells a count, its total is unknown, not zero."""
    found = judge_gratifikasi(gratifikasi(RekapGratifikasi(periode="2026-TW1", ditolak=1)), date(2026, 3, 31))
    assert found.jumlah == {"ditolak": 1, "diterima": None, "dilaporkan_upg": None, "dilaporkan_kpk": None}
    assert (found.bulan_dilaporkan, found.belum) == (3, ())


@given(st.sets(st.integers(1, 12), min_size=1), st.integers(1, 12))
def test_every_ended_month_stands_once(reported: set[int], month: int) -> None:
    """On a month's first day each month before it stands once, reported or missing."""
    isi = gratifikasi(*(RekapGratifikasi(periode=f"2026-{item:02}", ditolak=item) for item in reported))
    found = judge_gratifikasi(isi, date(2026, month, 1))
    assert [int(item.periode[5:]) for item in found.baris] == sorted(reported | set(range(1, month)))
    assert found.jumlah["ditolak"] == sum(reported)


def test_cards_in_time_and_late() -> None:
    """The 10th of the next month is in time and the 11th is a day late; January's card of next year counts too."""
    cards = (
        KartuKendali(periode="2026-01", jumlah_kartu=4, dikirim=date(2026, 2, 10)),
        KartuKendali(periode="2026-02", jumlah_kartu=4, dikirim=date(2026, 3, 11)),
        KartuKendali(periode="2026-12", jumlah_kartu=4, dikirim=date(2027, 1, 10)),
    )
    lines = judge_kartu(Spip(**BASE, kartu_kendali=cards), 10, date(2027, 1, 10))
    assert [item.hari_terlambat for item in lines if item.kartu] == [0, 1, 0]
    assert [item.periode for item in lines if item.kartu is None] == [f"2026-{month:02}" for month in range(3, 12)]


def test_a_month_whose_day_has_not_passed_is_not_missing() -> None:
    """On 10 September August's card may still be sent; on the 11th it is missing."""
    empty = Spip(**BASE)
    assert [item.periode for item in judge_kartu(empty, 10, date(2026, 9, 10))][-1] == "2026-07"
    august = Spip(**BASE, kartu_kendali=(KartuKendali(periode="2026-08", jumlah_kartu=4),))
    assert [judge_kartu(august, 10, date(2026, 9, day))[-1].lewat for day in (10, 11)] == [False, True]
    assert [item.periode for item in judge_kartu(empty, 10, date(2026, 9, 11))][-1] == "2026-08"


def test_cards_of_twelve_months() -> None:
    """However late it is, a year has twelve months of cards; a card that was recorded and never sent has no days of delay."""
    lines = judge_kartu(Spip(**BASE, kartu_kendali=(KartuKendali(periode="2026-12", jumlah_kartu=4),)), 10, date(2028, 1, 1))
    assert [item.periode for item in lines] == [f"2026-{month:02}" for month in range(1, 13)]
    assert [item.hari_terlambat for item in lines] == [0] * 12
    assert all(item.lewat for item in lines)


def test_cards_without_a_day() -> None:
    """Where no rule says by when cards are sent, none is late, and a month is missing once it has ended."""
    cards = (KartuKendali(periode="2026-01", jumlah_kartu=4, dikirim=date(2026, 12, 31)),)
    lines = judge_kartu(Spip(**BASE, kartu_kendali=cards), None, date(2026, 3, 1))
    assert [(item.periode, item.tenggat, item.hari_terlambat) for item in lines] == [("2026-01", None, 0), ("2026-02", None, 0)]


@given(st.integers(2000, 2100), st.integers(1, 12))
def test_sending_day(tahun: int, bulan: int) -> None:
    """It is ten days after the month's last day."""
    last = date(tahun, bulan, calendar.monthrange(tahun, bulan)[1])
    assert sending_day(tahun, bulan, 10) == last + timedelta(days=10)


def test_reviews_of_the_year() -> None:
    """Only a review dated in the year counts for it."""
    days = (date(2026, 1, 1), date(2025, 12, 31), date(2027, 1, 1), None)
    assert reviewed_in(tuple(Sop(nomor=str(n), judul="SOP", reviu_terakhir=day) for n, day in enumerate(days)), 2026) == 1


def test_everything_missing_is_told(temuan: Findings) -> None:
    """A year without any survey or report names all three surveys and all eight reports, with the file that is awaited."""
    told = list(missing_reports(temuan.terbaru, temuan.tanggal_kirim))
    assert len(told) == 3 + 8
    assert all("data/2026/" in text for text in told)
    (part,) = [item for item in missing(temuan) if item.pekerjaan is LAPORAN]
    assert [item.teks for item in part.butir] == told


def test_what_the_sample_lacks(sample: Findings) -> None:
    """The sample has every report, so that only the gaps in them are told."""
    assert list(missing_reports(sample.terbaru, sample.tanggal_kirim)) == [
        "Survei persepsi anti korupsi (CONTOH): belum ada tindak lanjut",
        "Survei persepsi kualitas pelayanan (CONTOH): belum ada tindak lanjut",
        "Jumlah gratifikasi: belum dilaporkan untuk Juli",
        "Kartu kendali SPIP: belum dilaporkan untuk Juli",
        "Pengiriman kartu kendali SPIP: belum dilaporkan untuk September",
        "Podcast “Episode 3: Di balik meja layanan (contoh)”: belum ada transkrip atau takarir",
        "Daftar SOP: 1 SOP tanpa tanggal reviu",
    ]


def test_report_of_the_future(tmp_path: Path) -> None:
    """A report can't have been updated after the day that the pages are about."""
    data = load_data(office(tmp_path, gratifikasi={"rekap": [{"periode": "2026-01", "ditolak": 0}]}))
    assert judge(data, date(2026, 11, 6))
    with pytest.raises(DataError) as raised:
        judge(data, date(2026, 11, 5))
    (problem,) = raised.value.problems
    assert str(problem).startswith("data/2026/gratifikasi.yml:2: diperbarui 2026-11-06 belum terjadi per 2026-11-05")


def test_the_sample_is_judged_on_the_tests_day(sample: Findings) -> None:
    """The sample's surveys stand in order of time."""
    assert sample.per_tanggal == PER_TANGGAL
    assert [item.isi.jenis.value for item in sample.terbaru.survei] == ["ikm", "spak", "spkp"]
