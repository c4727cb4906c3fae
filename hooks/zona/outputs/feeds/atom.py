"""Atom feeds (RFC 4287) of what was recorded and what was found fulfilled: one for the site, one for each group.

Dates and ids come from the data, never from the clock: the same data give the same bytes, and a reader shows an entry once.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree import ElementTree

from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.pages.frame import site_address_of
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import periode
from zona.records.capaian.capaian import Capaian
from zona.records.reading.file_reader import Source

ATOM = "http://www.w3.org/2005/Atom"
TERBANYAK = 50  # entries of a feed, the newest: a feed does not grow with the years


@dataclass(frozen=True)
class Entri:
    """One entry: `kunci` says what it is about and never changes; `alamat` is below the site's root."""

    kunci: str
    judul: str
    ringkasan: str
    tanggal: date
    alamat: str
    kelompok: str


def feed_files(findings: Findings) -> Iterator[SiteFile]:
    """Every feed, as files."""
    source = findings.situs.path
    semua = [entri for tahun in findings.tahun for entri in entries_of(tahun)]
    yield _file(addresses.UMPAN, f"Zona Integritas {findings.situs.isi.kantor}", semua, findings, source)
    for tahun in findings.tahun:
        own = [entri for entri in semua if entri.kunci.startswith(f"{tahun.tahun}/")]
        for kelompok in tahun.kelompok:
            kode = kelompok.kelompok.kode
            title = f"Kelompok {kode} · {kelompok.kelompok.judul} · {findings.situs.isi.kantor}"
            entries = [entri for entri in own if entri.kelompok == kode]
            yield _file(addresses.umpan(tahun.tahun, kode), title, entries, findings, tahun.rencana_aksi.path)


def entries_of(tahun: TahunFinding) -> Iterator[Entri]:
    """A year's entries: each record when it says it happened, and each period that is found fulfilled."""
    for kelompok in tahun.kelompok:
        for aksi in kelompok.aksi:
            for item in aksi.periode:
                for record in item.capaian:
                    yield _recorded(tahun.tahun, kelompok.kelompok.kode, item, record)
                if item.keadaan is Keadaan.TERPENUHI:
                    yield _fulfilled(tahun.tahun, kelompok.kelompok.kode, item)


def _recorded(tahun: int, kelompok: str, item: PeriodeFinding, record: Source[Capaian]) -> Entri:
    isi = record.isi
    title = f"{isi.aksi} {periode(isi.periode)}: {isi.hasil.label.lower()} · {item.aksi.komponen}"
    text = f"{isi.uraian}\n{len(isi.bukti)} bukti. Dicatat oleh {isi.dicatat_oleh}."
    return Entri(record.path, title, text, isi.tanggal, addresses.aksi(tahun, isi.aksi), kelompok)


def _fulfilled(tahun: int, kelompok: str, item: PeriodeFinding) -> Entri:
    record = item.capaian[-1]
    isi = record.isi
    title = f"{isi.aksi} {periode(isi.periode)} terpenuhi · {item.aksi.komponen}"
    text = f"Dilaporkan selesai dengan {len(isi.bukti)} bukti, dan diverifikasi oleh {isi.diverifikasi_oleh}."
    return Entri(f"{record.path}#terpenuhi", title, text, isi.tanggal, addresses.aksi(tahun, isi.aksi), kelompok)


def _file(path: str, title: str, entries: Iterable[Entri], findings: Findings, source: str) -> SiteFile:
    newest = sorted(entries, key=lambda entri: (entri.tanggal, entri.kunci), reverse=True)[:TERBANYAK]
    return SiteFile(path, _atom(path, title, newest, findings), f"data/{source}")


def _atom(path: str, title: str, entries: list[Entri], findings: Findings) -> bytes:
    situs = findings.situs.isi
    root = site_address_of(situs)
    zone = situs.zona_waktu.tzinfo

    def moment(day: date) -> str:
        return datetime(day.year, day.month, day.day, tzinfo=zone).isoformat()

    def address(target: str) -> str:
        """Absolute where the site's own address is known; else relative to the feed, which Atom allows."""
        return root + target if root else addresses.relative(addresses.folder_of(path), target)

    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "id"})

    def add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
        element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
        element.text = text
        return element

    mark = "DATA CONTOH · " if situs.contoh else ""
    add(feed, "id", _id(situs.kantor_lengkap, path))
    add(feed, "title", mark + title)
    # Nothing recorded yet: the decree's day, the first on which there was something to tell.
    add(feed, "updated", moment(entries[0].tanggal if entries else findings.terbaru.keputusan.isi.tanggal))
    add(add(feed, "author"), "name", situs.kantor_lengkap)
    add(feed, "link", rel="alternate", type="text/html", href=address(addresses.BERANDA))
    if root:
        add(feed, "link", rel="self", type="application/atom+xml", href=root + path)
    for entri in entries:
        entry = add(feed, "entry")
        add(entry, "id", _id(situs.kantor_lengkap, entri.kunci))
        add(entry, "title", mark + entri.judul)
        add(entry, "updated", moment(entri.tanggal))
        add(entry, "link", rel="alternate", type="text/html", href=address(entri.alamat))
        add(entry, "category", term=entri.kelompok, label=f"Kelompok {entri.kelompok}")
        add(entry, "summary", entri.ringkasan)
    ElementTree.indent(feed, " ")
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _id(kantor: str, kunci: str) -> str:
    """A name for good: from the office and what it is about, whatever the address of the site."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"zona-integritas/{kantor}/{kunci}").urn
