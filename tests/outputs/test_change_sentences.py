"""The week in words: what they say, and that they fit where they are sent."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from small.judged_year import record, source, year_of
from zona.findings.judge import judge
from zona.findings.recent import due_soon, recent
from zona.findings.year_findings import Findings
from zona.outputs.change_sentences import KIRIMAN_TERPANJANG, message_of, of_due, of_recent, of_soon
from zona.records.capaian.capaian import Capaian
from zona.records.load import Data
from zona.records.reading.file_reader import Source
from zona.records.situs import Situs

PLAN = {"I.1": "Maret 2026", "I.2": "April 2026"}
RECORD = record("I.1", "2026-03", date(2026, 4, 7), 1, on=date(2026, 4, 7))
EARLY = record("I.1", "2026-03", date(2026, 3, 2), 1)


def findings(day: date, *records: Source[Capaian], plan: dict[str, str] = PLAN, **situs: Any) -> Findings:
    """A small office on a day."""
    identity = {"kantor": "Kantor Uji", "kantor_lengkap": "Kantor Uji", "provinsi": "Uji", "zona_waktu": "WIB"}
    office = source(Situs.model_validate_json(json.dumps(identity | situs)), "situs.yml")
    return judge(Data("data", office, (year_of(2026, plan, records),)), day)


def message(found: Findings) -> str:
    """The text to send on the findings' day."""
    day = found.per_tanggal
    return message_of(found, recent(found.tahun, day), due_soon(found.tahun, day))


def test_a_week_in_words() -> None:
    """What happened, what is missed and what comes next, each with its number and the actions' names."""
    found = findings(date(2026, 4, 7), RECORD, plan=PLAN | {"II.1": "Maret 2026", "II.2": "15 April 2026"})
    day = found.per_tanggal
    assert of_recent(recent(found.tahun, day)) == "Ada 1 laporan dan 1 verifikasi. 1 janji lewat tenggat tanpa terpenuhi."
    assert of_soon(due_soon(found.tahun, day), 7) == "Tidak ada janji yang jatuh tempo dalam 7 hari ke depan."
    assert message(found).splitlines() == [
        "Zona Integritas Kantor Uji, 1–7 April 2026",
        "",
        "Laporan (1): I.1 komponen I.1",
        "Diverifikasi (1): I.1 komponen I.1",
        "Lewat tenggat (1): II.1 komponen II.1",
        "",
        "Dari 2 janji yang sudah jatuh tempo, 1 terpenuhi. Belum dilaporkan bukan berarti belum dikerjakan.",
    ]


def test_a_quiet_week() -> None:
    """Where nothing happened, that is said, beside how it stands; nothing verified is told without praise or a bare zero."""
    quiet = findings(date(2026, 4, 20), EARLY)
    assert of_recent(recent(quiet.tahun, quiet.per_tanggal)) == "Tidak ada laporan, verifikasi, atau koreksi."
    assert message(quiet).splitlines()[2:] == [
        "Pekan ini tidak ada laporan, verifikasi, atau koreksi.",
        "",
        "Dari 1 janji yang sudah jatuh tempo, 1 terpenuhi.",
    ]
    nothing = findings(date(2026, 4, 20))
    assert message(nothing).splitlines()[-1] == (
        "Dari 1 janji yang sudah jatuh tempo, belum ada yang terpenuhi. Belum dilaporkan bukan berarti belum dikerjakan."
    )


def test_before_the_plan() -> None:
    """Before anything is due, that is what is said."""
    early = findings(date(2025, 12, 1))
    assert of_due(early) == "Belum ada janji yang jatuh tempo."
    assert of_due(early) in message(early)


def test_sample_and_address() -> None:
    """Sample data say what they are before anything else; the text ends with the page's address, where the site has one."""
    found = findings(date(2026, 4, 7), RECORD, contoh=True, alamat_situs="https://contoh.example/zi")
    assert message(found).startswith("DATA CONTOH. ")
    assert message(found).endswith("\nSelengkapnya: https://contoh.example/zi/pekan-ini/")
    assert "http" not in message(findings(date(2026, 4, 7), RECORD))


def test_many_are_named_in_part() -> None:
    """Of many actions three are named, and the rest counted; one that is told of twice is named once."""
    plan = {f"I.{n}": "Maret 2026" for n in range(1, 7)}
    text = message(findings(date(2026, 4, 2), plan=plan))
    assert "Lewat tenggat (6): I.1 komponen I.1, I.2 komponen I.2, I.3 komponen I.3, dan 3 aksi lain" in text
    twice = [record("I.1", "2026-03", date(2026, 4, 7), n, verifier=None) for n in (1, 2)]
    assert "Laporan (2): I.1 komponen I.1\n" in message(findings(date(2026, 4, 7), *twice))


def test_never_too_long() -> None:
    """Whatever the names of office and actions, the text has at most 700 characters and still its numbers and its address."""
    plan = {f"I.{n}": "Maret 2026" for n in range(1, 30)} | {f"II.{n}": "April 2026" for n in range(1, 30)}
    records = [record(f"II.{n}", "2026-04", date(2026, 4, 1), n, on=date(2026, 4, 7)) for n in range(1, 20)]
    address = f"https://{'a' * 60}.example/{'b' * 200}"
    found = findings(date(2026, 4, 7), *records, plan=plan, kantor="Kantor " * 60, alamat_situs=address, contoh=True)
    text = message(found)
    assert len(text) <= KIRIMAN_TERPANJANG
    assert "Lewat tenggat (29)" in text
    assert text.endswith(f"{address}/pekan-ini/")
