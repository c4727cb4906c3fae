"""A template and its values in, a page out.

A page is a Markdown file whose body is one block of HTML: MkDocs passes it through untouched, so people's words are
never read as Markdown. The environment escapes everything and knows no undefined value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from zona.findings.hitungan import percent
from zona.findings.year_findings import Findings
from zona.outputs import addresses, contact_links, wording
from zona.outputs.count_wording import JUDUL, in_figures
from zona.outputs.pages.frame import site_address_of
from zona.outputs.pages.machine_readable import Uraian, breadcrumbs, json_ld
from zona.outputs.prose import prose_html
from zona.outputs.sharing import LEBAR, Kartu, alt_of
from zona.outputs.site_file import SiteFile
from zona.records.rencana.jadwal import BULAN, months_of
from zona.records.rencana.kode import roman

_TEMPLATES = Path(__file__).parents[2] / "templates"
# libyaml's writer where PyYAML was built with it, else PyYAML's own: the same text.
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Page:
    """One page to render: its address, title and one-sentence description, template, data file, and values.

    `jenis` is the kind under which search and the list of all pages name it, "" where both leave it out; `bagian` its
    heading in that list, within its kind.
    `source` is a path below the data folder; where `salinan` gives the address of a published copy, one in the repository.
    `berubah` is the day of the last thing that the page tells, where one can be named; `uraian` what it describes in
    schema.org's words.
    `sumber` is for a page whose data files are not published: what is told of them, and the published data to open instead.
    """

    address: str
    title: str
    description: str
    template: str
    source: str
    values: dict[str, Any]
    jenis: str = "halaman"
    bagian: str = ""
    salinan: str | None = None
    sumber: tuple[str, str] | None = None
    berubah: date | None = None
    uraian: tuple[Uraian, ...] = ()


@cache
def environment() -> Environment:
    """The core's own Jinja environment, one for the process: to compile every template takes 0.4 s. Nothing compiled is
    kept on disk: who could write there could have it run."""
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "tanggal": wording.tanggal,
        "tanggal_pendek": wording.tanggal_pendek,
        "periode": wording.periode,
        "angka": wording.angka,
        "desimal": wording.desimal,
        "koma": wording.koma,
        "rata": wording.rata,
        "ukuran": wording.ukuran,
        "koord": coordinate,
        "bagian_dari": percent,
        "slug": addresses.slug,
        "cacah": in_figures,
        "patah": breakable,
        "prosa": prose_html.write_out,
    }
    env.globals |= {"alamat": addresses, "jarak": wording.jarak, "romawi": roman, "bulan_pendek": wording.BULAN_PENDEK}
    env.globals |= {"tautan_cara": contact_links.link_of, "nilai_cara": contact_links.shown}
    env.globals |= {"judul_cacah": JUDUL, "nama_bulan": BULAN}
    env.globals["bulan_dari"] = months_of
    return env


def breakable(text: str) -> Markup:
    """An address that may break before its “@” and “/”, and elsewhere only where a part is longer than a line."""
    return Markup(re.sub(r"([@/?])", r"<wbr>\1", str(escape(text))))


def coordinate(number: float) -> str:
    """A place in a chart, as short as it can be written: 12, 8.33."""
    return f"{round(number, 2):g}"


def render(
    page: Page, findings: Findings, env: Environment, kartu: Kartu | None = None, titles: Mapping[str, str] | None = None
) -> SiteFile:
    """The page as a file of the site's sources; `kartu` is the picture that stands for it where it is shared, `titles`
    are all pages' by address, for the way to this one."""
    ke = partial(addresses.relative, page.address)
    body = env.get_template(page.template).render(ke=ke, temuan=findings, situs=findings.situs.isi, **page.values)
    source = page.source if page.salinan else f"data/{page.source}"
    told, opened = page.sumber or (source, page.salinan or addresses.data_copy(page.source))
    # MkDocs and Material print these without escaping: they must be safe as they stand.
    meta: dict[str, Any] = {
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "per_tanggal": wording.tanggal(findings.per_tanggal),
        "sumber": told,
        "salinan": opened,
        "sunting": page.sumber is None,
        "halaman": Path(page.template).stem,
        "jenis": page.jenis,
    }
    if kartu:
        meta |= {"gambar": kartu.alamat(LEBAR), "gambar_alt": str(escape(alt_of(kartu, findings)))}
        meta |= {"gambar_lebar": LEBAR.lebar, "gambar_tinggi": LEBAR.tinggi}
    if page.berubah:
        meta["berubah"] = page.berubah.isoformat()
    root = site_address_of(findings.situs.isi)
    if root and titles:  # schema.org wants full addresses
        meta["json_ld"] = json_ld([*page.uraian, breadcrumbs(page.address, titles, root)])
    head = yaml.dump(meta, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    text = f'---\n{head}---\n\n<div class="zi">\n{body.strip()}\n</div>\n'
    return SiteFile(f"{page.address}index.md", text.encode(), source)
