"""Atom feeds (RFC 4287) of what was recorded and what was found fulfilled: one for the site, one for each group.

Dates and ids come from the data, never from the clock: the same data give the same bytes, and a reader shows an entry once.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.site_file import SiteFile
from zona.outputs.site_identity import site_address_of
from zona.outputs.wording import periode
from zona.records.capaian.capaian import Capaian
from zona.records.reading.file_reader import Source
from zona.records.situs import Situs

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
            kode = kelompok.kode
            title = f"Kelompok {kode} · {kelompok.judul} · {findings.situs.isi.kantor}"
            entries = [entri for entri in own if entri.kelompok == kode]
            yield _file(addresses.umpan(tahun.tahun, kode), title, entries, findings, tahun.rencana_aksi.path)


def entries_of(tahun: TahunFinding) -> Iterator[Entri]:
    """A year's entries: each record when it says it happened, and each period that is found fulfilled."""
    for kelompok in tahun.kelompok:
        for aksi in kelompok.aksi:
            for item in aksi.periode:
                for record in item.capaian:
                    yield _recorded(tahun.tahun, kelompok.kode, item, record)
                if item.keadaan is Keadaan.TERPENUHI:
                    yield _fulfilled(tahun.tahun, kelompok.kode, item)


def _recorded(tahun: int, kelompok: str, item: PeriodeFinding, record: Source[Capaian]) -> Entri:
    isi = record.isi
    title = f"{isi.aksi} {periode(isi.periode)}: {isi.hasil.label.lower()} · {item.komponen}"
    text = f"{isi.uraian}\n{len(isi.bukti)} bukti. Dicatat oleh {isi.dicatat_oleh}."
    return Entri(record.path, title, text, isi.tanggal, addresses.aksi(tahun, isi.aksi), kelompok)


def _fulfilled(tahun: int, kelompok: str, item: PeriodeFinding) -> Entri:
    record = item.capaian[-1]
    isi = record.isi
    title = f"{isi.aksi} {periode(isi.periode)} terpenuhi · {item.komponen}"
    text = f"Dilaporkan selesai dengan {len(isi.bukti)} bukti, dan diverifikasi oleh {isi.diverifikasi_oleh}."
    return Entri(f"{record.path}#terpenuhi", title, text, isi.tanggal, addresses.aksi(tahun, isi.aksi), kelompok)


def _file(path: str, title: str, entries: Iterable[Entri], findings: Findings, source: str) -> SiteFile:
    return SiteFile(path, lambda: _Feed(path, findings).written(title, entries), f"data/{source}")


@dataclass(frozen=True)
class _Feed:
    """The feed at `path`, being written."""

    path: str
    findings: Findings

    @property
    def situs(self) -> Situs:
        return self.findings.situs.isi

    def written(self, title: str, entries: Iterable[Entri]) -> bytes:
        newest = sorted(entries, key=lambda entri: (entri.tanggal, entri.kunci), reverse=True)[:TERBANYAK]
        feed = Element("feed", {"xmlns": ATOM, "xml:lang": "id"})
        # Nothing recorded yet: the decree's day, the first on which there was something to tell.
        day = newest[0].tanggal if newest else self.findings.terbaru.keputusan.isi.tanggal
        self._head(feed, title, day)
        for entri in newest:
            self._entry(feed, entri)
        ElementTree.indent(feed, " ")
        text = ElementTree.tostring(feed, encoding="unicode")
        return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()

    def _head(self, feed: Element, title: str, updated: date) -> None:
        root = site_address_of(self.situs)
        _add(feed, "id", _id(self.situs.kantor_lengkap, self.path))
        _add(feed, "title", self._marked(title))
        _add(feed, "updated", self._moment(updated))
        _add(_add(feed, "author"), "name", self.situs.kantor_lengkap)
        _add(feed, "link", rel="alternate", type="text/html", href=self._address(addresses.BERANDA))
        if root:
            _add(feed, "link", rel="self", type="application/atom+xml", href=root + self.path)

    def _entry(self, feed: Element, entri: Entri) -> None:
        entry = _add(feed, "entry")
        _add(entry, "id", _id(self.situs.kantor_lengkap, entri.kunci))
        _add(entry, "title", self._marked(entri.judul))
        _add(entry, "updated", self._moment(entri.tanggal))
        _add(entry, "link", rel="alternate", type="text/html", href=self._address(entri.alamat))
        _add(entry, "category", term=entri.kelompok, label=f"Kelompok {entri.kelompok}")
        _add(entry, "summary", entri.ringkasan)

    def _marked(self, title: str) -> str:
        return f"DATA CONTOH · {title}" if self.situs.contoh else title

    def _moment(self, day: date) -> str:
        return datetime(day.year, day.month, day.day, tzinfo=self.situs.zona_waktu.tzinfo).isoformat()

    def _address(self, target: str) -> str:
        """Absolute where the site's own address is known; else relative to the feed, which Atom allows."""
        root = site_address_of(self.situs)
        return root + target if root else addresses.relative(addresses.folder_of(self.path), target)


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _id(kantor: str, kunci: str) -> str:
    """A name for good: from the office and what it is about, whatever the address of the site."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"zona-integritas/{kantor}/{kunci}").urn
