"""What the site tells machines beside its pages: JSON-LD (schema.org), robots.txt, and .well-known/security.txt."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time

from zona.findings.plan_findings import last_change
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.api.json_document import JsonObject
from zona.outputs.site_file import SiteFile, media_type
from zona.outputs.tables.downloads import Unduhan

SECURITY = ".well-known/security.txt"

Uraian = JsonObject  # a description of something in schema.org's words

_CONTOH = "DATA CONTOH: karangan untuk uji, bukan data kantor mana pun."


def json_ld(descriptions: Iterable[Uraian]) -> str:
    """The descriptions of one page as text that may stand in a <script>: it holds no "<"."""
    graph = {"@context": "https://schema.org", "@graph": list(descriptions)}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def office(findings: Findings) -> Uraian:
    """The office, as far as its data say who it is; nothing where the site's own address is not known."""
    situs, root = findings.situs.isi, addresses.site_address_of(findings.situs.isi)
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{root}#kantor",
        "name": situs.kantor_lengkap,
        "alternateName": situs.kantor,
        "address": {"@type": "PostalAddress", "addressRegion": situs.provinsi, "addressCountry": "ID"},
        **({"url": situs.situs_resmi} if situs.situs_resmi else {}),
        **({"description": _CONTOH} if situs.contoh else {}),
    }


def website(findings: Findings) -> Uraian:
    """The site, which its office publishes."""
    root = addresses.site_address_of(findings.situs.isi)
    return {
        "@type": "WebSite",
        "@id": f"{root}#situs",
        "url": root,
        "name": f"Zona Integritas {findings.situs.isi.kantor}",
        "inLanguage": "id",
        "publisher": {"@id": f"{root}#kantor"},
    }


def dataset(tahun: TahunFinding, findings: Findings, unduhan: Unduhan) -> Uraian:
    """A year's open data with every file that holds them. Its licence stands there only when the office has set one."""
    situs, root = findings.situs.isi, addresses.site_address_of(findings.situs.isi)
    changed, named = last_change(tahun.tercatat), tahun.dasar.sebutan
    plan = f"Rencana aksi menurut {named}" if named else f"Rencana aksi {tahun.tahun}"
    return {
        "@type": "Dataset",
        "@id": f"{root}{addresses.unduhan(tahun.tahun)}#data",
        "url": f"{root}{addresses.unduhan(tahun.tahun)}",
        "name": f"{'DATA CONTOH: ' if situs.contoh else ''}Zona Integritas {situs.kantor} {tahun.tahun}",
        "description": f"{_CONTOH + ' ' if situs.contoh else ''}{plan}, "
        "setiap janji dengan tenggat dan statusnya, laporan, bukti, angka pengaduan yang boleh terbit, saluran, dan survei "
        f"{situs.kantor_lengkap}, per {findings.per_tanggal.isoformat()}.",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "temporalCoverage": str(tahun.tahun),
        "version": findings.per_tanggal.isoformat(),
        "creator": office(findings),
        **({"dateModified": changed.isoformat()} if changed else {}),
        **({"license": addresses.licence_address(situs.lisensi_data)} if situs.lisensi_data else {}),
        "distribution": [
            {"@type": "DataDownload", "name": name, "encodingFormat": media_type(name), "contentUrl": f"{root}{file.path}"}
            for name, file in sorted(unduhan.berkas.items())
        ],
    }


def breadcrumbs(address: str, titles: Mapping[str, str], root: str) -> Uraian:
    """The way from the home page to a page: each page whose address begins its own. `titles` are all pages' by address."""
    parts = address.split("/")
    way = [addresses.BERANDA, *("/".join(parts[:count]) + "/" for count in range(1, len(parts)))]
    places = [(titles[step], step) for step in way if step in titles and step != addresses.RENCANA]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": root + step}
            for position, (title, step) in enumerate(places, 1)
        ],
    }


def machine_files(findings: Findings) -> Iterator[SiteFile]:
    """robots.txt, and security.txt while the office has a contact for it."""
    situs, source = findings.situs.isi, f"data/{findings.situs.path}"
    root = addresses.site_address_of(situs)
    sitemap = f"\nSitemap: {root}sitemap.xml\n" if root else ""
    yield SiteFile(addresses.ROBOTS, f"User-agent: *\nDisallow:\n{sitemap}".encode(), source)
    contact = situs.kontak_keamanan
    if contact and contact.berlaku_sampai >= findings.per_tanggal:
        expires = datetime.combine(contact.berlaku_sampai, time(23, 59, 59), situs.zona_waktu.tzinfo)
        lines = [f"Contact: {contact.kontak}", f"Expires: {expires.isoformat()}", "Preferred-Languages: id"]
        lines += [f"Canonical: {root}{SECURITY}"] if root else []
        yield SiteFile(SECURITY, "".join(f"{line}\n" for line in lines).encode(), source)
