"""The hand-written pages of docs/ in the site's frame, and the other files there as they are."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.assets import is_asset
from zona.outputs.pages.render import Page
from zona.outputs.prose.prose_html import NamedTables
from zona.outputs.site_file import SiteFile
from zona.outputs.view import View
from zona.records.informasi.docs_files import GLOSARIUM, HalamanDocs, page_name

_BAWAAN = ("Halaman bawaan program situs ini.", None)  # in place of where the office could edit it


@dataclass(frozen=True)
class TulisanDocs:
    """The text of a hand-written page. It is written when a template asks for it: to know which pages there are, nobody has
    to."""

    page: HalamanDocs

    @property
    def html(self) -> Markup:
        """The page's Markdown as HTML, which MkDocs would make of it but for the names of tables; delivery looks at what HTML
        was written in it. Links to files of docs/ lead to their addresses."""
        markdown = Markdown(extensions=["def_list", "tables", "toc", "fenced_code"])
        markdown.treeprocessors.register(_Addresses(markdown, self.page), "alamat", 4)
        markdown.treeprocessors.register(NamedTables(markdown), "nama-tabel", 3)
        markdown.treeprocessors.register(_Terms(markdown), "istilah", 2)
        return Markup(markdown.convert(self.page.isi))


@dataclass(frozen=True)
class TulisanView(View, template="pages/tulisan.html"):
    """A hand-written page."""

    tulisan: TulisanDocs


def pages_of_docs(findings: Findings) -> Iterator[Page]:
    """Every hand-written page."""
    for page in findings.docs.halaman:
        address = addresses.docs(page.nama)
        jenis = "rujukan" if page.nama == GLOSARIUM else "halaman"
        head, sumber = (address, page.judul, page.kepala.description, f"docs/{page.path}"), _BAWAAN if page.bawaan else None
        yield Page(*head, TulisanView(TulisanDocs(page)), jenis=jenis, sumber=sumber)


def docs_files(findings: Findings) -> Iterator[SiteFile]:
    """The other files of docs/, but for what every site has: an office may lay files to download beside those."""
    for name, path in findings.docs.berkas:
        if not is_asset(name):
            yield SiteFile(name, path, f"docs/{name}")


def term_id(text: str) -> str:
    """The anchor of a heading or an explained term, as the Markdown library makes a heading's."""
    found: str = slugify(text, "-")
    return found


class _Terms(Treeprocessor):
    """Each explained term has an anchor, so that a link leads to it."""

    def run(self, root: Element) -> None:
        for term in root.iter("dt"):
            term.set("id", term_id("".join(term.itertext()).partition(" – ")[0]))


class _Addresses(Treeprocessor):
    """Links and pictures name files of docs/ as seen from their page's own file; readers get them as seen from its address."""

    def __init__(self, md: Markdown, page: HalamanDocs) -> None:
        super().__init__(md)
        self.folder, self.ke = posixpath.dirname(page.path), partial(addresses.relative, addresses.docs(page.nama))

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                target = urlsplit(element.get(name, ""))
                if target.path and not (target.scheme or target.netloc or target.path.startswith("/")):
                    fragment = f"#{target.fragment}" if target.fragment else ""
                    element.set(name, self.ke(self._published(target.path)) + fragment)

    def _published(self, path: str) -> str:
        file = posixpath.normpath(posixpath.join(self.folder, unquote(path)))
        return addresses.docs(page_name(file)) if file.endswith(".md") else quote(file.removesuffix("index.html"))
