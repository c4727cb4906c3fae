"""The calendars, read back by the library that wrote them and by another that did not."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
import vobject
from icalendar import Calendar
from support.zi_command import CONTOH, PER_TANGGAL
from zona.findings.judge import judge
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import Findings
from zona.outputs.feeds.calendar import calendar_files
from zona.records.load import load_data

pytestmark = pytest.mark.lambat


@pytest.fixture(scope="module")
def sample() -> Findings:
    """The sample office, with records in every state."""
    return judge(load_data(CONTOH / "data"), PER_TANGGAL)


def texts(findings: Findings) -> dict[str, bytes]:
    """Every calendar by its path."""
    return {file.path: file.read() for file in calendar_files(findings)}


def test_every_deadline_is_one_event(sample: Findings) -> None:
    """The plan's calendar has each period once, all day on its deadline; the groups' calendars together have the same, and so
    have the actions' calendars, each with its own action's periods alone."""
    found = {path: Calendar.from_ical(text) for path, text in texts(sample).items()}
    whole = found.pop("kalender/2026/rencana-aksi.ics")
    assert not [error for item in (whole, *found.values()) for event in item.walk() for error in event.errors]
    days = [event.decoded("dtstart") for event in whole.walk("VEVENT")]
    assert Counter(days) == Counter(item.tenggat for item in sample.terbaru.periode)
    ids = [str(event["uid"]) for event in whole.walk("VEVENT")]
    assert len(set(ids)) == len(ids)
    groups = [part for path, part in found.items() if "/kelompok-" in path]
    for parts in (groups, [part for part in found.values() if part not in groups]):
        assert sorted(ids) == sorted(str(event["uid"]) for part in parts for event in part.walk("VEVENT"))
    for item in sample.terbaru.aksi:
        events = found[f"kalender/2026/{item.kode.lower().replace('.', '-')}.ics"].walk("VEVENT")
        assert {str(event["summary"]).split(" ")[3] for event in events} <= {item.kode}
        assert len(events) == len(item.periode)


def test_another_parser_reads_the_same(sample: Findings) -> None:
    """A parser that shares no code with the writer finds the same days, ends, titles and alarms."""
    for text in texts(sample).values():
        mine = Calendar.from_ical(text).walk("VEVENT")
        theirs = vobject.readOne(text.decode()).vevent_list
        assert len(mine) == len(theirs)
        for own, other in zip(mine, theirs, strict=True):
            assert own.decoded("dtstart") == other.dtstart.value
            assert other.dtend.value - other.dtstart.value == timedelta(days=1)
            assert str(own["summary"]) == other.summary.value
            alarms = sorted(alarm.trigger.value for alarm in getattr(other, "valarm_list", []))
            assert alarms in ([], [timedelta(days=-14), timedelta(days=-3)])


def test_alarms_only_where_something_is_to_be_done(sample: Findings) -> None:
    """Unfulfilled periods warn 14 and 3 days before, fulfilled ones no longer; their titles say so."""
    events = Calendar.from_ical(texts(sample)["kalender/2026/rencana-aksi.ics"]).walk("VEVENT")
    for item, event in zip(sample.terbaru.periode, events, strict=True):
        done = item.keadaan is Keadaan.TERPENUHI
        assert len(event.walk("VALARM")) == (0 if done else 2)
        assert str(event["summary"]).endswith("(terpenuhi)") is done


def test_an_event_stays_the_same_event(sample: Findings) -> None:
    """A year later every event keeps its UID and its stamp: a subscriber sees it change, and never twice."""
    later = judge(load_data(CONTOH / "data"), date(2027, 12, 1))
    first, second = (
        [(str(event["uid"]), event["dtstamp"].to_ical()) for event in Calendar.from_ical(text).walk("VEVENT")]
        for text in (texts(sample)["kalender/2026/rencana-aksi.ics"], texts(later)["kalender/2026/rencana-aksi.ics"])
    )
    assert first == second


def test_form(sample: Findings) -> None:
    """Lines end in CRLF and are at most 75 bytes long (RFC 5545, 3.1); the sample is marked as such."""
    for text in texts(sample).values():
        lines = text.split(b"\r\n")
        assert lines[-1] == b""
        assert not [line for line in lines if b"\n" in line or len(line) > 75]
        assert "DATA CONTOH" in text.decode()
