"""Deadlines as calendars that phones and mail programs subscribe to (RFC 5545): the whole plan, and each group.

A period's event keeps its UID for good, so that a subscriber sees it change and never twice.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, partial

from icalendar import Alarm, Calendar, Event

from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.site_file import SiteFile
from zona.outputs.site_identity import site_address_of
from zona.outputs.wording import periode, tanggal

PENGINGAT = (14, 3)  # days before a deadline
Events = dict[tuple[str, str], bytes]  # as they are written, by action and period


def calendar_files(findings: Findings) -> Iterator[SiteFile]:
    """Every calendar, as files."""
    for tahun in findings.tahun:
        source = f"data/{tahun.rencana_aksi.path}"
        mark = "DATA CONTOH · " if findings.situs.isi.contoh else ""
        name = f"{mark}Tenggat Zona Integritas {tahun.tahun} · {findings.situs.isi.kantor}"
        # Each event stands in two calendars, and is written once.
        events = cache(partial(_events, tahun, findings))
        yield SiteFile(addresses.kalender(tahun.tahun), partial(_calendar, name, tahun.periode, events), source)
        for item in tahun.kelompok:
            kode = item.kode
            own = partial(_calendar, f"{name} · kelompok {kode}", item.periode, events)
            yield SiteFile(addresses.kalender(tahun.tahun, kode), own, source)


def _events(tahun: TahunFinding, findings: Findings) -> Events:
    return {(item.kode, item.periode): _event(item, tahun, findings).to_ical() for item in tahun.periode}


def _calendar(name: str, periods: Iterable[PeriodeFinding], events: Callable[[], Events]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Situs Zona Integritas//Tenggat//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # what Google and Outlook read
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    head, end, _ = calendar.to_ical().rpartition(b"END:VCALENDAR")
    return bytes(head + b"".join(events()[item.kode, item.periode] for item in periods) + end + b"\r\n")


def _event(item: PeriodeFinding, tahun: TahunFinding, findings: Findings) -> Event:
    situs = findings.situs.isi
    done = item.keadaan is Keadaan.TERPENUHI
    title = f"{item.kode} {item.komponen} – {periode(item.periode)}"
    event = Event()
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"{situs.kantor_lengkap}/{item.kode}/{item.periode}")))
    # RFC 5545 wants a time stamp; the decree's day is one that no rebuild changes.
    day = tahun.keputusan.isi.tanggal
    event.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    event.add("dtstart", item.tenggat)
    event.add("dtend", item.tenggat + timedelta(days=1))  # the first day that is no longer in it
    mark = "DATA CONTOH · " if situs.contoh else ""
    event.add("summary", f"{mark}{title} (terpenuhi)" if done else mark + title)
    event.add(
        "description",
        f"Keadaan per {tanggal(findings.per_tanggal)}: {item.keadaan.label}.\n"
        f"Langkah aksi: {item.aksi.langkah_aksi}\nBukti fisik: {item.aksi.bukti_fisik}",
    )
    event.add("categories", [f"Kelompok {item.kode.partition('.')[0]}"])
    event.add("transp", "TRANSPARENT")
    if root := site_address_of(situs):
        event.add("url", root + addresses.aksi(tahun.tahun, item.kode))
    for days in () if done else PENGINGAT:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"{days} hari lagi: {title}")
        alarm.add("trigger", -timedelta(days=days))
        event.add_component(alarm)
    return event
