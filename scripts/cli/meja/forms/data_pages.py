"""Survei dan laporan, kantor dan peran: forms for whole data files, made from their models."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.forms.office_form import OfficeForm, answer, differences, open_form
from zona.desk.forms.save_form import ChangedMeanwhile, save_file
from zona.desk.forms.typed_values import Texts
from zona.desk.office import Office
from zona.findings.laporan.laporan_results import NAMA_LAPORAN
from zona.outputs.view import View
from zona.outputs.wording import tanggal
from zona.records.laporan.survei import JenisSurvei
from zona.records.load import DASAR, SITUS, SURVEI, Tahun

from cli.meja.desk import Desk
from cli.meja.forms.form_posts import Clash, Sent, answered, labels, not_saved, page_address, version_of, wrong_of
from cli.meja.forms.shown_fields import ShownField, labels_of, shown_fields
from cli.meja.showing import frame_of, show, the_desk

pages = Blueprint("data", __name__)
# Of the office's own file: what the site is built by, which no form for humas changes.
OF_THE_SITE = ("contoh", "cabang", "repositori", "alamat_situs", "kontak_keamanan", "lisensi_data")
NOT_ASKED = ("contoh", "cabang")

Entry = tuple[str, str, str]


@dataclass(frozen=True)
class Head:
    """What stands above a form, and where its way back leads."""

    judul: str
    penjelasan: str
    kembali: str


@dataclass(frozen=True)
class ListItem:
    """That a form is for one item of a list: whether it stands there already, whether it is ticked to go, and where one beside
    it is added (address and words; none where there is no place)."""

    ada: bool
    dihapus: bool
    lain: tuple[str, str] | None = None


@dataclass(frozen=True)
class IsianView(View, template="desk/isian.html"):
    """A form for a file, or for one item of its list (`butir`): its fields, those that are folded (`lanjutan`), what is wrong
    by the field's name, what each field is called; `bentrok` are the fields in which somebody else wrote something else
    meanwhile."""

    kepala_isian: Head
    isian: tuple[ShownField, ...]
    lanjutan: tuple[ShownField, ...]
    salah: Mapping[str, str]
    nama: Mapping[str, str]
    versi: str
    tersimpan: bool
    bentrok: Clash
    kapan: str
    ke: str
    butir: ListItem | None


@dataclass(frozen=True)
class YearOfReports:
    """The surveys and reports of a year, and what its plan rests on where that is no decree: for each its address, its title,
    and what there is."""

    tahun: int
    survei: tuple[Entry, ...]
    survei_baru: tuple[Entry, ...]
    laporan: tuple[Entry, ...]
    dasar: tuple[Entry, ...]


@dataclass(frozen=True)
class LaporanView(View, template="desk/laporan.html"):
    """All years' surveys and reports."""

    tahun_tahun: tuple[YearOfReports, ...]


def sent(office: Office, form: OfficeForm, typed: Texts) -> Sent[OfficeForm]:
    """Check what was typed into a form, and save it where that is wanted and nothing is wrong."""
    texts, versi = {**form.texts, **typed}, version_of(form.raw)
    if typed.get("versi", "") != versi and (clash := clash_of(form, typed)):
        return Sent(form, texts, versi, {}, clash)
    if typed.get("tindakan") != "simpan":
        return Sent(form, texts, versi, {})
    found = answer(office, form, typed)
    if found.content is None:
        return Sent(form, texts, versi, wrong_of(found.problems))
    try:
        save_file(office, form.path, form.raw, found.content)
    except ChangedMeanwhile:
        now = open_form(office, form.path, form.at, form.known)
        return Sent(now, {**now.texts, **typed}, version_of(now.raw), {}, clash_of(now, typed))
    except Exception as error:
        return not_saved(form, texts, versi, error)
    return Sent(form, texts, versi, {}, go=f"{request.path}?tersimpan=1")


def clash_of(form: OfficeForm, typed: Texts) -> Clash:
    """The fields in which the file says something else than was typed: called, now, typed."""
    names = labels_of(shown_fields(form.fields, form.texts, form.texts))
    called = ((names.get(name) or names[name.rpartition(".")[0]], now, own) for name, now, own in differences(form, typed))
    return tuple(called)


def page(path: str, head: Head, first: Texts) -> AnyResponse:
    """The form for a file: shown, or sent; `first` are the texts that a new file begins with."""
    desk = the_desk()
    office = desk.open().office
    form = open_form(office, path)
    begun = form.texts
    if not form.raw:
        begun |= {"dicatat_oleh": desk.role(office), **first}
    start = Sent(form, begun, version_of(form.raw), {})
    result = answered(desk, office, head.judul, start, partial(sent, office, form))
    if result.go:
        return redirect(result.go, 303)
    return filled(desk, office, result, head, NOT_ASKED if path == SITUS else ())


def filled(
    desk: Desk,
    office: Office,
    result: Sent[OfficeForm],
    head: Head,
    hidden: Collection[str] = (),
    butir: ListItem | None = None,
) -> Response:
    """The page of a form as it is to be shown, without the `hidden` fields."""
    fields = tuple(item for item in result.form.fields if item.key not in hidden)
    shown = shown_fields(fields, result.texts, result.form.texts)
    folded = tuple(item for item in shown if result.form.path == SITUS and item.item.key in OF_THE_SITE)
    view = IsianView(
        head,
        tuple(item for item in shown if item not in folded),
        folded,
        result.wrong,
        labels(shown),
        result.versi,
        "tersimpan" in request.args and not result.kapan,
        result.clash,
        result.kapan,
        page_address(),
        butir,
    )
    return show(view, frame_of(desk, office, "/#lainnya"), result.status)


@pages.route("/kantor/", methods=["GET", "POST"])
def kantor() -> AnyResponse:
    """The office and its roles."""
    said = "Nama, alamat, dan peran yang boleh mencatat. Yang belum diketahui dibiarkan kosong."
    return page(SITUS, Head("Kantor dan peran", said, "/"), {})


@pages.get("/laporan/")
def reports() -> Response:
    """The surveys and yearly reports of all years, newest first."""
    desk = the_desk()
    opened = desk.open()
    years = tuple(map(_year, reversed(opened.office.data.tahun)))
    return show(LaporanView(years), frame_of(desk, opened.office, "/#lainnya"))


def _year(tahun: Tahun) -> YearOfReports:
    surveys = tuple(
        (f"/laporan/{item.path.removesuffix('.yml')}/", item.isi.judul, f"diperbarui {tanggal(item.isi.diperbarui)}")
        for item in tahun.survei
    )
    basis = (f"/dasar/{tahun.tahun}/", "Dasar rencana aksi", tahun.dasar.sebutan or "tidak tertulis")
    own = () if tahun.keputusan else (basis,)
    return YearOfReports(tahun.tahun, surveys, tuple(_new_surveys(tahun)), tuple(_reports(tahun)), own)


def _new_surveys(tahun: Tahun) -> Iterator[Entry]:
    """A survey of each kind that can be begun, under a name that is free."""
    taken = {item.path for item in tahun.survei}
    for jenis in JenisSurvei:
        names = (f"{tahun.tahun}/{SURVEI}/{jenis.value}{tail}" for tail in ("", *(f"-{number}" for number in range(2, 100))))
        free = next(name for name in names if f"{name}.yml" not in taken)
        yield f"/laporan/{free}/?jenis={jenis.value}", jenis.label, jenis.bentuk.nama


def _reports(tahun: Tahun) -> Iterator[Entry]:
    for key, nama in NAMA_LAPORAN.items():
        source = getattr(tahun.laporan, key)
        said = f"diperbarui {tanggal(source.isi.diperbarui)}" if source else "belum dilaporkan"
        yield f"/laporan/{tahun.tahun}/{key.replace('_', '-')}/", nama, said


@pages.route("/laporan/<int:tahun>/<path:nama>/", methods=["GET", "POST"])
def report(tahun: int, nama: str) -> AnyResponse:
    """One yearly report, or one survey; a survey that begins has the elements of its kind."""
    jenis = next((item for item in JenisSurvei if item.value == request.args.get("jenis")), None)
    called = NAMA_LAPORAN.get(nama.replace("-", "_"), "Survei")
    title = f"{called} {tahun}" if jenis is None else f"{jenis.label} {tahun}"
    said = "Angka nol ditulis 0. Yang belum diketahui dibiarkan kosong. Tanpa nama orang."
    return page(f"{tahun}/{nama}.yml", Head(title, said, "/laporan/"), _first(jenis) if jenis else {})


@pages.route("/dasar/<int:tahun>/", methods=["GET", "POST"])
def basis(tahun: int) -> AnyResponse:
    """What a year's plan rests on, where no decree set it."""
    said = "Dokumen yang mendasari rencana aksi. Yang belum diketahui dibiarkan kosong."
    return page(f"{tahun}/{DASAR}", Head(f"Dasar rencana aksi {tahun}", said, "/laporan/"), {})


def _first(jenis: JenisSurvei) -> dict[str, str]:
    """What a survey of a kind begins with."""
    rows = {f"nilai.{at}.unsur": key for at, key in enumerate(jenis.bentuk.unsur)}
    return {"jenis": jenis.value, **rows}
