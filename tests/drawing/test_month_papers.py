"""The month for the notice board: one page, whatever the plan; every promise of the month, what is late, whom to call."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from small.judged_year import year_of
from small.office_data import row, write_kantor
from support.zi_command import CONTOH, PER_TANGGAL
from test_cards import NAMA_PANJANG, long_names
from test_pdf import BULANAN, codes_in, text_of
from zona.drawing import month_papers
from zona.drawing.typst_drawing import Drawer
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.sharing import months_to_hang
from zona.outputs.wording import angka, tanggal
from zona.records.load import Data, load_data


def drawn(bulan: int, findings: Findings) -> bytes:
    """The month's paper."""
    return Drawer(None).pdf(month_papers.TEMPLATE, month_papers.values_of(bulan, findings), findings.per_tanggal)


def small(findings: Findings, plan: dict[str, str], day: date) -> Findings:
    """An office with another plan and no record."""
    return judge(Data("data", findings.situs, (year_of(2026, plan),)), day)


def test_which_months_hang(beralamat: Findings) -> None:
    """The month that runs and the one before; in January no month of another year; December after the year's end; before the
    year none."""
    wanted = {PER_TANGGAL: (10, 11), date(2026, 1, 31): (1,), date(2026, 2, 1): (1, 2)}
    for day, months in (wanted | {date(2027, 5, 1): (12,), date(2025, 12, 31): ()}).items():
        assert months_to_hang(small(beralamat, {"I.1": "Maret 2026"}, day)) == months


@pytest.mark.parametrize("path", BULANAN)
def test_what_a_month_says(beralamat: Findings, pdf: dict[str, bytes], path: str) -> None:
    """Each promise of the month with its code and status, and how many there are; the action late the longest with its days;
    that sample data are no real ones; and the note that unreported is not undone."""
    bulan, text = int(path[-6:-4]), text_of(pdf[path])
    own = [item for item in beralamat.terbaru.periode if item.tenggat.month == bulan]
    assert f"{angka(len(own))} janji jatuh tempo bulan ini" in text
    for item in own:
        assert re.search(rf"{re.escape(item.kode)} ?{re.escape(item.sebutan)}", text), item.kode
        assert item.keadaan.label in text
        assert tanggal(item.tenggat) in text
    worst = beralamat.terbaru.lewat_tenggat[0]
    assert f"paling lama {angka(worst.hari_lewat)} hari" in text
    for word in ("DATA CONTOH", "Belum dilaporkan bukan berarti belum dikerjakan.", "137", "Hubungi"):
        assert word in text


@pytest.mark.parametrize("bulan", [10, 11])
def test_code_of_a_month(beralamat: Findings, bulan: int) -> None:
    """Drawn as pixels, the paper's QR code opens the page of what was done."""
    root = addresses.site_address_of(beralamat.situs.isi)
    found = codes_in(month_papers.TEMPLATE, month_papers.values_of(bulan, beralamat), 110)
    assert found == [root + addresses.capaian(2026)]


def test_always_one_page(beralamat: Findings) -> None:
    """Long names, and a month in which 200 promises fall due, still give one page; what has no room is counted on it."""
    many = {f"I.{n}.{letter}": "Maret 2026" for n in range(1, 21) for letter in "abcdefghij"}
    for bulan, findings in (
        (11, long_names(beralamat, NAMA_PANJANG)),
        (12, long_names(judge(load_data(CONTOH / "data"), date(2027, 1, 5)), NAMA_PANJANG)),
        (3, small(beralamat, many, date(2026, 3, 1))),
    ):
        content = drawn(bulan, findings)
        assert len(PdfReader(io.BytesIO(content)).pages) == 1
    text = text_of(content)
    (more,) = re.findall(r"Dan (\d+) janji lain; semuanya ada di situs kami", text)
    assert len(set(re.findall(r"I\.\d+\.[a-j]", text))) == 200 - int(more)


def test_a_month_without_promises(beralamat: Findings) -> None:
    """A month in which nothing falls due says so, without praise, as does an office with nothing late."""
    text = text_of(drawn(2, small(beralamat, {"I.1": "Maret 2026"}, date(2026, 2, 10))))
    assert "Tidak ada janji yang jatuh tempo bulan ini." in text
    assert "Tidak ada janji yang lewat tenggat." in text
    assert "bukan berarti" not in text


def test_several_deadlines(tmp_path: Path) -> None:
    """Where deadlines differ, each promise has its own beside it, the earliest first; one for all stands once."""
    early = {"jadwal": [{"periode": "2026-03", "tenggat": date(2026, 3, 10)}], "alasan_jadwal": "Tertulis sebelum tanggal 10."}
    for second, found in (
        (row("I.2", "awal Maret", **early), r"I\.2.*tenggat 10 Maret 2026.*I\.1.*tenggat 31 Maret 2026"),
        (row("I.2", "Maret"), r"Tenggatnya 31 Maret 2026\..*I\.1.*I\.2"),
    ):
        data = load_data(write_kantor(tmp_path / second["target_waktu"], {2026: [row("I.1", "Maret"), second]}))
        text = text_of(drawn(3, judge(data, date(2026, 3, 1))))
        assert re.search(found, text)
        assert text.count("31 Maret 2026") == 1
