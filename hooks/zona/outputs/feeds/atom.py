"""Atom feeds (RFC 4287) of what was recorded and what was found fulfilled: of the site, each group and each action. Dates and
ids come from the data, never from the clock: the same data give the same bytes, and a reader shows an entry once."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.feeds.subscriptions import subscriptions_of
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import sebut_periode
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
    aksi: str

    @property
    def kelompok(self) -> str:
        """The group's Roman number."""
        return self.aksi.partition(".")[0]


def feed_files(findings: Findings) -> Iterator[SiteFile]:
    """Every feed, as files."""
    kantor = findings.situs.isi.kantor
    semua = {tahun.tahun: list(entries_of(tahun)) for tahun in findings.tahun}
    every = [entri for entries in semua.values() for entri in entries]
    written = partial(_feed, addresses.UMPAN, f"Zona Integritas {kantor}", every, findings)
    yield SiteFile(addresses.UMPAN, written, f"data/{findings.situs.path}")
    for tahun in findings.tahun:
        for item in subscriptions_of(tahun):
            own = [entri for entri in semua[tahun.tahun] if item.kode in (entri.kelompok, entri.aksi)]
            written = partial(_feed, item.umpan, f"{item.judul} · {kantor}", own, findings)
            yield SiteFile(item.umpan, written, f"data/{tahun.rencana_aksi.path}")


def entries_of(tahun: TahunFinding) -> Iterator[Entri]:
    """A year's entries: each record when it says it happened, and each period that is found fulfilled."""
    for item in tahun.tercatat:
        address = addresses.aksi(tahun.tahun, item.kode)
        about = f"{item.kode} {sebut_periode(item)}" if isinstance(item, PeriodeFinding) else item.kode
        for record in item.capaian:
            isi = record.isi
            title = f"{about}: {isi.hasil.label.lower()} · {item.komponen}"
            why = f"{'Koreksi' if isi.mengoreksi else 'Pencabutan'}: {isi.alasan}\n" if isi.alasan else ""
            told = f"{why}{isi.uraian}\n{len(isi.bukti)} bukti. Dicatat oleh {isi.dicatat_oleh}."
            yield Entri(record.path, title, told, isi.tanggal, address, item.kode)
        if not isinstance(item, PeriodeFinding) or item.keadaan is not Keadaan.TERPENUHI:
            continue
        if (last := item.sumber_penentu) and (found := last.isi.verifikasi):
            isi = last.isi
            key, title = f"{last.path}#terpenuhi", f"{about} terpenuhi · {item.komponen}"
            told = f"Dilaporkan selesai dengan {len(isi.bukti)} bukti, dan diverifikasi oleh {found.oleh}."
            yield Entri(key, title, told, found.tanggal, address, item.kode)


def _feed(path: str, title: str, entries: Iterable[Entri], findings: Findings) -> bytes:
    """The feed at `path`, with the newest of these entries."""
    situs, root = findings.situs.isi, addresses.site_address_of(findings.situs.isi)
    newest = sorted(entries, key=lambda entri: (entri.tanggal, entri.kunci), reverse=True)[:TERBANYAK]
    # Nothing recorded yet: the day of the plan's basis, the first on which there was something to tell.
    day = newest[0].tanggal if newest else findings.terbaru.dasar.sejak
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "id"})
    _add_head(feed, path, title, day, situs)
    _add(_add(feed, "author"), "name", situs.kantor_lengkap)
    _add_link(feed, path, addresses.BERANDA, situs)
    if root:
        _add(feed, "link", rel="self", type="application/atom+xml", href=root + path)
    for entri in newest:
        entry = _add(feed, "entry")
        _add_head(entry, entri.kunci, entri.judul, entri.tanggal, situs)
        _add_link(entry, path, entri.alamat, situs)
        _add(entry, "category", term=entri.kelompok, label=f"Kelompok {entri.kelompok}")
        _add(entry, "summary", entri.ringkasan)
    ElementTree.indent(feed, " ")
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_head(parent: Element, kunci: str, title: str, day: date, situs: Situs) -> None:
    """What feed and entry begin with. The id is a name for good, of the office and what it is about, wherever the site is."""
    _add(parent, "id", uuid.uuid5(uuid.NAMESPACE_URL, f"zona-integritas/{situs.kantor_lengkap}/{kunci}").urn)
    _add(parent, "title", f"DATA CONTOH · {title}" if situs.contoh else title)
    moment = datetime(day.year, day.month, day.day, tzinfo=situs.zona_waktu.tzinfo)
    _add(parent, "updated", moment.isoformat())


def _add_link(parent: Element, path: str, target: str, situs: Situs) -> None:
    """Absolute where the site's own address is known; else relative to the feed at `path`, which Atom allows."""
    root = addresses.site_address_of(situs)
    address = root + target if root else addresses.relative(addresses.folder_of(path), target)
    _add(parent, "link", rel="alternate", type="text/html", href=address)


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element
