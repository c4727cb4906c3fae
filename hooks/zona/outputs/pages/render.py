"""A page in, the file of the site's sources out.

A page is a Markdown file whose body is one block of HTML: MkDocs passes it through untouched, so people's words are
never read as Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from markupsafe import escape

from zona.findings.year_findings import Findings
from zona.outputs import addresses, wording
from zona.outputs.pages.machine_readable import Uraian, breadcrumbs, json_ld
from zona.outputs.sharing import LEBAR
from zona.outputs.sharing_words import TeksKartu
from zona.outputs.site_file import SiteFile
from zona.outputs.site_identity import site_address_of
from zona.outputs.view import View

# libyaml's writer where PyYAML was built with it, else PyYAML's own: the same text.
_DUMPER: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Page:
    """One page to render: its address, title and one-sentence description, the data file behind it, and what it shows.

    `source` is a path below the data folder; where `salinan` gives the address of a published copy, one in the repository.
    `tahun` is the year of the plan that the page is about, None where it is about no single year.
    `jenis` is the kind under which search and the list of all pages name it, "" where both leave it out; `bagian` its
    heading in that list, within its kind.
    `sumber` is for a page whose data files are not published: what is said of them, and the published data to open instead.
    `berubah` is the day of the last thing that the page reports, where one can be named; `uraian` what it describes in
    schema.org's words.
    """

    address: str
    title: str
    description: str
    source: str
    view: View
    tahun: int | None = None
    jenis: str = "halaman"
    bagian: str = ""
    salinan: str | None = None
    sumber: tuple[str, str] | None = None
    berubah: date | None = None
    uraian: tuple[Uraian, ...] = ()

    @property
    def path(self) -> str:
        """The page's file among the site's sources."""
        return f"{self.address}index.md"


def render(
    page: Page, findings: Findings, picture: TeksKartu | None = None, titles: Mapping[str, str] | None = None
) -> SiteFile:
    """The page as a file of the site's sources; `picture` is shown where it is shared, `titles` are all pages' by
    address, for the way to this one."""
    meta = _meta(page, findings) | (_picture(picture) if picture else {})
    if page.berubah:
        meta["berubah"] = page.berubah.isoformat()
    root = site_address_of(findings.situs.isi)
    if root and titles:  # schema.org wants full addresses
        meta["json_ld"] = json_ld([*page.uraian, breadcrumbs(page.address, titles, root)])
    head = yaml.dump(meta, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    body = page.view.render(findings, page.address).strip()
    text = f'---\n{head}---\n\n<div class="zi">\n{body}\n</div>\n'
    return SiteFile(page.path, text.encode(), _source(page))


def _source(page: Page) -> str:
    return page.source if page.salinan else f"data/{page.source}"


def _meta(page: Page, findings: Findings) -> dict[str, str | int]:
    """What the frame shows of every page. MkDocs and Material print it without escaping: it must be safe as it is."""
    named, opened = page.sumber or (_source(page), page.salinan or addresses.data_copy(page.source))
    return {
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "per_tanggal": wording.tanggal(findings.per_tanggal),
        "sumber": named,
        "salinan": opened,
        "sunting": page.sumber is None,
        "halaman": Path(page.view.template).stem,
        "jenis": page.jenis,
    }


def _picture(picture: TeksKartu) -> dict[str, str | int]:
    return {
        "gambar": picture.kartu.alamat(LEBAR),
        "gambar_alt": str(escape(picture.alt)),
        "gambar_lebar": LEBAR.lebar,
        "gambar_tinggi": LEBAR.tinggi,
    }
