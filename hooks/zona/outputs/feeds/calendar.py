"""Calendars of deadlines (RFC 5545), of the plan, each group and each action. Events keep their UIDs: no subscriber sees one
twice."""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

from zona.cache import keep, kept, maker
from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.feeds.subscriptions import subscriptions_of
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import TIDAK_TERCETAK, sebut_periode, tanggal

PENGINGAT = (14, 3)  # days before a deadline
Fields = dict[str, Any]
Written = dict[str | tuple[str, str], bytes]  # empty calendars by their names, events by action and period


def calendar_files(findings: Findings, kept_in: Path | None = None) -> Iterator[SiteFile]:
    """Every calendar, as files; the folder `kept_in` keeps what was written, which takes a fifth of a build."""
    for tahun in findings.tahun:
        source = f"data/{tahun.rencana_aksi.path}"
        mark = "DATA CONTOH · " if findings.situs.isi.contoh else ""
        name = f"{mark}Tenggat Zona Integritas {tahun.tahun} · {findings.situs.isi.kantor}"
        parts = {f"{name} · {item.jenis} {item.kode}": item for item in subscriptions_of(tahun) if item.kalender}
        # Each event stands in three calendars, and is written once.
        written = cache(partial(_written, tahun, findings, (name, *parts), kept_in))
        yield SiteFile(addresses.kalender(tahun.tahun), partial(_calendar, name, tahun.periode, written), source)
        for own, item in parts.items():
            yield SiteFile(str(item.kalender), partial(_calendar, own, item.periode, written), source)


def _written(tahun: TahunFinding, findings: Findings, names: tuple[str, ...], kept_in: Path | None) -> Written:
    key = f"{maker(__file__, 'icalendar')} {findings.situs.isi.kantor_lengkap} {tahun.tahun}"
    before: dict[str, str] = json.loads(kept(kept_in, key) or b"{}")
    fields: dict[str | tuple[str, str], Fields] = {name: {"name": name} for name in names}
    fields |= {(item.kode, item.periode): _fields(item, tahun, findings) for item in tahun.periode}
    written = {repr(given): before.get(repr(given)) or _to_ical(given) for given in fields.values()}
    if written != before:
        keep(kept_in, key, json.dumps(written).encode())
    return {place: written[repr(given)].encode() for place, given in fields.items()}


def _calendar(name: str, periods: Iterable[PeriodeFinding], written: Callable[[], Written]) -> bytes:
    head, end, _ = written()[name].rpartition(b"END:VCALENDAR")
    return head + b"".join(written()[item.kode, item.periode] for item in periods) + end + b"\r\n"


def _fields(item: PeriodeFinding, tahun: TahunFinding, findings: Findings) -> Fields:
    """What an event says, by the names of RFC 5545; `alarms` are the days before it and what is said then."""
    situs, root = findings.situs.isi, addresses.site_address_of(findings.situs.isi)
    done = item.keadaan is Keadaan.TERPENUHI
    title = f"{item.kode} {item.komponen} – {sebut_periode(item)}"
    mark = "DATA CONTOH · " if situs.contoh else ""
    # RFC 5545 wants a time stamp; the day of the plan's basis is one that no rebuild changes.
    day = tahun.dasar.sejak
    return {
        "uid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{situs.kantor_lengkap}/{item.kode}/{item.periode}")),
        "dtstamp": datetime(day.year, day.month, day.day, tzinfo=UTC),
        "dtstart": item.tenggat,
        "dtend": item.tenggat + timedelta(days=1),  # the first day that is no longer in it
        "summary": f"{mark}{title} (terpenuhi)" if done else mark + title,
        "description": f"Status per {tanggal(findings.per_tanggal)}: {item.keadaan.label}.\n"
        f"Langkah aksi: {item.aksi.langkah_aksi}\nBukti fisik: {item.aksi.bukti_fisik or TIDAK_TERCETAK}",
        "categories": [f"Kelompok {item.kode.partition('.')[0]}"],
        "transp": "TRANSPARENT",
        **({"url": root + addresses.aksi(tahun.tahun, item.kode)} if root else {}),
        "alarms": [] if done else [(days, f"{days} hari lagi: {title}") for days in PENGINGAT],
    }


def _to_ical(fields: Fields) -> str:
    """An empty calendar, or the event that has `alarms`, as it is written."""
    from icalendar import Alarm, Calendar, Component, Event  # here: where all is kept, a build need not wait for it

    def filled(component: Component, values: Fields) -> Component:
        for name, value in values.items():
            component.add(name, value)
        return component

    if "alarms" not in fields:
        head = {"prodid": "-//Situs Zona Integritas//Tenggat//ID", "version": "2.0", "method": "PUBLISH"}
        # x-wr-calname is what Google and Outlook read
        calendar = filled(Calendar(), {**head, "name": fields["name"], "x-wr-calname": fields["name"]})
        calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
        return str(calendar.to_ical(), "utf-8")
    event = filled(Event(), {name: value for name, value in fields.items() if name != "alarms"})
    for days, said in fields["alarms"]:
        event.add_component(filled(Alarm(), {"action": "DISPLAY", "description": said, "trigger": -timedelta(days=days)}))
    return str(event.to_ical(), "utf-8")
