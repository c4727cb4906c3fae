"""Pemetaan LKE: which rows of a year's plan speak of which item, entry by entry; and who stands behind the mapping."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.forms.form_fields import Choices
from zona.desk.forms.office_form import OfficeForm, open_form
from zona.desk.forms.typed_values import REMOVE, Texts
from zona.desk.office import Office
from zona.outputs.view import View
from zona.outputs.wording import tanggal
from zona.problems import NotTaken
from zona.records.lke.formulir import AreaLke, ButirLke, area_menurut_kode, butir_menurut_kode, formulir
from zona.records.lke.pemetaan import Hubungan, PemetaanLke, PetaButir
from zona.records.load import LKE, Tahun
from zona.records.reading.data_error import DataError

from cli.meja.desk import Desk
from cli.meja.forms.data_pages import Head, ListItem, filled, sent
from cli.meja.forms.form_posts import Sent, answered, version_of
from cli.meja.showing import frame_of, show, the_desk

HERE = "/pemetaan/"
LIST, BACK = "pemetaan", "/#lainnya"
MEANING = "Pilih baris yang kata-katanya membicarakan itu. Memilih tidak berarti butir ini terpenuhi."
pages = Blueprint("pemetaan", __name__)


@dataclass(frozen=True)
class EntryLine:
    """An entry of the mapping in the list, or an item without any (`isi` is None): where it is filled in."""

    lke: ButirLke
    alamat: str
    isi: PetaButir | None


@dataclass(frozen=True)
class AreaEntries:
    """An area of one aspect with its items."""

    aspek: str
    area: AreaLke
    baris: tuple[EntryLine, ...]

    @property
    def kosong(self) -> int:
        """How many of its items have no row of the plan."""
        return len(
            {item.lke.kode for item in self.baris} - {item.lke.kode for item in self.baris if item.isi and item.isi.baris}
        )


@dataclass(frozen=True)
class PemetaanView(View, template="desk/pemetaan.html"):
    """The mapping of a year by areas; `ditegaskan` says who stands behind it, "" for nobody; `selesai` what was just done."""

    tahun: int
    ada: bool
    ditegaskan: str
    area: tuple[AreaEntries, ...]
    selesai: str


@pages.get(f"{HERE}<int:tahun>/")
def mapping(tahun: int) -> Response:
    """Every item with its entries."""
    desk = the_desk()
    office = desk.open().office
    found = _year(office, tahun).lke
    isi = found.isi if found else None
    confirmed = isi.ditegaskan if isi else None
    said = f"{confirmed.oleh}, {tanggal(confirmed.tanggal)}" if confirmed else ""
    view = PemetaanView(tahun, isi is not None, said, tuple(_areas(tahun, isi)), request.args.get("dihapus", ""))
    return show(view, frame_of(desk, office, BACK))


def _year(office: Office, tahun: int) -> Tahun:
    found = next((item for item in office.data.tahun if item.tahun == tahun), None)
    return found or abort(404)


def _areas(tahun: int, isi: PemetaanLke | None) -> Iterator[AreaEntries]:
    entries: dict[str, list[PetaButir]] = {}
    for entry in isi.pemetaan if isi else ():
        entries.setdefault(entry.butir, []).append(entry)
    for part in formulir():
        for area in part.area:
            own = [item for item in butir_menurut_kode().values() if item.area is area]
            rows = (row for item in own for row in _rows(tahun, item, entries.get(item.kode, [])))
            yield AreaEntries(part.nama, area, tuple(rows))


def _rows(tahun: int, lke: ButirLke, entries: list[PetaButir]) -> Iterator[EntryLine]:
    if not entries:
        yield EntryLine(lke, _address(tahun, lke.kode, Hubungan.LANGSUNG), None)
    for entry in entries:
        yield EntryLine(lke, _address(tahun, lke.kode, entry.hubungan), entry)


def _address(tahun: int, kode: str, hubungan: str) -> str:
    return f"{HERE}{tahun}/{kode}/{hubungan}/"


@pages.route(f"{HERE}<int:tahun>/<kode>/<hubungan>/", methods=["GET", "POST"])
def entry_page(tahun: int, kode: str, hubungan: str) -> AnyResponse:
    """One entry, shown or sent: the rows that stand at an item directly, or those that support it; perhaps not there yet."""
    desk = the_desk()
    office = desk.open().office
    year, lke = _year(office, tahun), butir_menurut_kode().get(kode)
    if lke is None or hubungan not in list(Hubungan):
        abort(404)
    found = year.lke.isi.pemetaan if year.lke else ()
    there = {item.hubungan: place for place, item in enumerate(found) if item.butir == kode}
    place = there.get(Hubungan(hubungan), len(found))
    form = open_form(office, f"{tahun}/{LKE}", (LIST, place), _words(desk, year))
    start = Sent(form, {**form.texts, "butir": kode, "hubungan": hubungan}, version_of(form.raw), {})
    result = answered(desk, office, f"LKE {kode}", start, partial(_sent, office, form, tahun, kode))
    if result.go:
        return redirect(result.go, 303)
    other = next(item for item in Hubungan if item != hubungan)
    words = f"{'Ubah' if other in there else 'Tambah'} baris yang {other.label.lower()}"
    item = ListItem(place < len(found), REMOVE in result.texts, (_address(tahun, kode, other), words))
    head = Head(f"Butir {kode}", f"{lke.butir.pertanyaan} {MEANING}", f"{HERE}{tahun}/#{lke.area.kode}")
    return filled(desk, office, result, head, ("butir",), item)


def _words(desk: Desk, year: Tahun) -> Choices:
    """The rows of the year's plan, and the pages of information that the site has."""
    rows = {row.kode: f"{row.kode} {row.sebutan}" for row in year.rencana_aksi.isi.semua_aksi()}
    return {"baris": rows, "halaman": desk.kept("halaman informasi", lambda: _pages(desk))}


def _pages(desk: Desk) -> dict[str, str]:
    try:
        return {page.nama: page.kepala.judul for page in desk.whole().prosa}
    except DataError:  # told on Periksa; the mapping may be what is to be put right
        return {}


def _sent(office: Office, form: OfficeForm, tahun: int, kode: str, typed: Texts) -> Sent[OfficeForm]:
    """What came of an entry that was sent: one that went leads to the list, one of another kind to its own address."""
    result = sent(office, form, {**typed, "butir": kode})
    if not result.go:
        return result
    if typed.get(REMOVE):
        return replace(result, go=f"{HERE}{tahun}/?dihapus={kode}")
    return replace(result, go=f"{_address(tahun, kode, typed['hubungan'])}?tersimpan=1")


@pages.route(f"{HERE}<int:tahun>/penegasan/", methods=["GET", "POST"])
def confirmation(tahun: int) -> AnyResponse:
    """Who stands behind the mapping since when, and the office's own pages for areas without rows; shown or sent."""
    desk = the_desk()
    office = desk.open().office
    if _year(office, tahun).lke is None:
        raise NotTaken(f"pemetaan {tahun} masih kosong; isi dulu satu butir")
    roles = dict.fromkeys(office.peran)
    areas = {kode: f"{kode} {area.nama}" for kode, area in area_menurut_kode().items()}
    form = open_form(office, f"{tahun}/{LKE}", None, {"oleh": {name: name for name in roles}, "area": areas})
    title = f"Penegasan pemetaan LKE {tahun}"
    start = Sent(form, form.texts, version_of(form.raw), {})
    result = answered(desk, office, title, start, partial(sent, office, form))
    if result.go:
        return redirect(result.go, 303)
    said = "Sampai ditegaskan, situs menyebut pemetaan ini usulan. Bila butirnya diubah kemudian, tegaskan lagi."
    return filled(desk, office, result, Head(title, said, f"{HERE}{tahun}/"))
