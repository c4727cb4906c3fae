"""A page in, a whole HTML file of the site out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from markupsafe import Markup

from zona.outputs import addresses
from zona.outputs.feeds.subscriptions import Langganan
from zona.outputs.pages.frame import Frame
from zona.outputs.pages.machine_readable import Uraian, breadcrumbs, json_ld
from zona.outputs.sharing import LEBAR, TeksKartu, Ukuran
from zona.outputs.site_file import SiteFile, repository_path
from zona.outputs.view import View
from zona.outputs.wording import listing
from zona.records.informasi.prosa import PROSA
from zona.records.paket.paket import NAMED


@dataclass(frozen=True)
class Page:
    """One page to render: its address, title and one-sentence description, the data file behind it, and what it shows.

    `source` is a path below the data folder, or one that begins with docs/ or hooks/; `paket` says which packs have a part in
    it; `sumber` is for data files that nobody is led to: what is said of them, and the published data to open instead, if any.
    `tahun` is the year that the page is about, None where it is about no single one.
    `jenis` is the kind under which search and the list of all pages name it, "" where both leave it out; `bagian` its heading
    there. `berubah` is the day of the last thing that it reports, where one can be named; `uraian` what it describes in
    schema.org's words; `alih` the address that it goes on to by itself; `langganan` what its own feed and calendar tell of.
    """

    address: str
    title: str
    description: str | None
    source: str
    view: View
    tahun: int | None = None
    jenis: str = "halaman"
    bagian: str = ""
    sumber: tuple[str, str | None] | None = None
    paket: tuple[str, ...] = ()
    berubah: date | None = None
    uraian: tuple[Uraian, ...] = ()
    alih: str | None = None
    langganan: Langganan | None = None

    @property
    def path(self) -> str:
        """The page's file in the site."""
        return self.address if self.address == addresses.NOT_FOUND else f"{unquote(self.address)}index.html"

    @property
    def repository_path(self) -> str:
        """The file behind the page, as the repository names it."""
        return repository_path(self.source)


@dataclass(frozen=True)
class SumberHalaman:
    """Where a page's data are from, in words; where they can be read, if anywhere; and the (label, address) that edits them."""

    nama: str
    alamat: str | None
    sunting: tuple[str, str] | None


@dataclass(frozen=True)
class FrameView(View, template="frame.html"):
    """What the frame shows on one page: `isi` is the page's own HTML, `kode` its kind in code, `kanonis` its full address (""
    where the site's is not known), `gambar` the picture that is shown where it is shared, in the size `bentuk`,
    `kebijakan` its policy."""

    bingkai: Frame
    halaman: Page
    kode: str
    kanonis: str
    gambar: TeksKartu | None
    bentuk: Ukuran
    json_ld: Markup | None
    isi: Markup
    kebijakan: Markup
    sumber: SumberHalaman | None


def render(page: Page, frame: Frame, picture: TeksKartu | None = None, titles: Mapping[str, str] | None = None) -> SiteFile:
    """The page as a file of the site, rendered when it is first read; `picture` is shown where it is shared, `titles` are all
    pages' by address, for the way to this one."""
    return SiteFile(page.path, partial(_html, page, frame, picture, titles), page.repository_path)


def _html(page: Page, frame: Frame, picture: TeksKartu | None, titles: Mapping[str, str] | None) -> bytes:
    """The page's bytes. The page for what is not there is shown anywhere: its links begin at the site's root."""
    lost = page.address == addresses.NOT_FOUND
    root = frame.root if lost else ""
    way = [] if lost or not titles else [breadcrumbs(page.address, titles, frame.address)]
    isi = Markup(page.view.render(frame.findings, page.address, root).strip())
    view = FrameView(
        frame,
        page,
        kode=Path(page.view.template).stem,
        kanonis="" if lost or not frame.address else frame.address + page.address,
        gambar=picture if frame.address else None,  # its address must be absolute
        bentuk=LEBAR,
        json_ld=Markup(json_ld([*page.uraian, *way])) if frame.address and way else None,
        isi=isi,
        kebijakan=frame.policy(isi),
        sumber=None if lost else _source(page, frame),
    )
    return f"{view.render(frame.findings, page.address, root).strip()}\n".encode()


def _source(page: Page, frame: Frame) -> SumberHalaman:
    path, place = page.repository_path, partial(addresses.in_repository, frame.findings.situs.isi)
    if page.sumber:
        return SumberHalaman(*page.sumber, None)
    if path.startswith(f"{NAMED}/"):  # which is no file of the office's repository
        return SumberHalaman(f"Sumber data: {listing(page.paket)}", None, None)
    edit = place("edit", path)
    if path.startswith("docs/") and not path.startswith(f"{PROSA}/"):
        return SumberHalaman("Ditulis oleh pengelola situs.", None, ("Sunting halaman", edit) if edit else None)
    return SumberHalaman(
        f"Sumber data: {listing((path, *page.paket))}", place("blob", path), ("Sunting data", edit) if edit else None
    )
