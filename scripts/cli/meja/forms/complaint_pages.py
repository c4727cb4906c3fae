"""Pengaduan: a month's true counts, which stay on this computer; what becomes public of them and why; and its release."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.forms.form_fields import for_forms
from zona.desk.forms.month_form import MonthForm, answer_month, open_month, save_month
from zona.desk.forms.save_form import ChangedMeanwhile
from zona.desk.forms.typed_values import Texts
from zona.desk.forms.write_releases import ReleaseShown, months_filled_in, releases_shown, write_due
from zona.desk.office import Office
from zona.outputs.view import View
from zona.records.pengaduan.rilis import month_name
from zona.records.reading.data_error import DataError

from cli.meja.forms.form_posts import (
    Clash,
    Sent,
    answered,
    names_of,
    not_saved,
    page_address,
    version_of,
    wrong_of,
)
from cli.meja.forms.shown_fields import ShownField, labels_of, shown_fields
from cli.meja.showing import frame_of, show, the_desk

pages = Blueprint("pengaduan", __name__)
STAGES = {"sisa_bulan_lalu": "Sisa bulan lalu", "tidak_ditindaklanjuti": "Tidak ditindaklanjuti", "selesai": "Selesai"}
USUAL = 3  # categories that are shown at once


@dataclass(frozen=True)
class CountField:
    """A count that is asked: its name, what it is called, what was typed."""

    nama: str
    label: str
    teks: str


@dataclass(frozen=True)
class MonthLine:
    """A month in the list: whether it is filled in and released."""

    bulan: str
    nama: str
    rupa: str
    kata: str


@dataclass(frozen=True)
class DaftarPengaduanView(View, template="desk/daftar_pengaduan.html"):
    """The months of a year, the newest first; the releases that are due, and why they can't be made where that is so."""

    tahun: int
    tahun_lain: tuple[int, ...]
    bulan: tuple[MonthLine, ...]
    rilis: tuple[ReleaseShown, ...]
    masalah: tuple[str, ...]
    diterbitkan: int


@dataclass(frozen=True)
class PengaduanView(View, template="desk/pengaduan.html"):
    """The form of a month: the counts that are asked, those that follow (`jumlah`), what else is asked, what is wrong; `rilis`
    is what becomes public of it as it is saved."""

    bulan: str
    judul: str
    kanal: tuple[CountField, ...]
    kategori: tuple[CountField, ...]
    kategori_lain: tuple[CountField, ...]
    tahap: Mapping[str, CountField]
    jumlah: Mapping[str, int]
    cocok: bool
    lanjutan: tuple[ShownField, ...]
    salah: Mapping[str, str]
    nama: Mapping[str, str]
    versi: str
    tersimpan: bool
    bentrok: Clash
    rilis: ReleaseShown | None
    folder: str
    kapan: str
    ke: str


@pages.get("/pengaduan/")
def months() -> Response:
    """The months of the newest year, or of the one that the address names."""
    desk = the_desk()
    office = desk.open().office
    years = [year.tahun for year in office.data.tahun if year.tahun <= office.today.year] or [office.data.tahun[-1].tahun]
    asked = request.args.get("tahun", "")
    tahun = int(asked) if asked.isdecimal() and int(asked) in years else years[-1]
    shown, problems = _releases(office)
    view = DaftarPengaduanView(
        tahun,
        tuple(year for year in years if year != tahun),
        tuple(reversed(_lines(office, tahun))),
        tuple(item for item in shown if not item.terbit),
        problems,
        int(request.args.get("diterbitkan", "0")) if request.args.get("diterbitkan", "0").isdecimal() else 0,
    )
    return show(view, frame_of(desk, office, "/#lainnya"))


def _releases(office: Office) -> tuple[tuple[ReleaseShown, ...], tuple[str, ...]]:
    """The releases, or why they can't be made."""
    try:
        return releases_shown(office), ()
    except DataError as error:
        return (), tuple(for_forms(item.words) for item in error.problems)


def _lines(office: Office, tahun: int) -> list[MonthLine]:
    """The months of a year that have begun."""
    filled = months_filled_in(office)
    released = {source.isi.bulan for year in office.data.tahun for source in year.pengaduan}
    now = office.today.strftime("%Y-%m")
    found = []
    for bulan in [f"{tahun}-{number:02}" for number in range(1, 13) if f"{tahun}-{number:02}" <= now]:
        rupa, kata = ("unrep", "Belum diisi") if bulan not in filled else ("run", "Sudah diisi, belum diterbitkan")
        if bulan in released:
            rupa, kata = ("ok", "Sudah terbit") if bulan in filled else ("run", "Sudah terbit; angkanya tidak ada di sini")
        elif bulan == now:
            kata += "; bulannya belum berakhir"
        found.append(MonthLine(bulan, month_name(bulan), rupa, kata))
    return found


@pages.post("/pengaduan/terbitkan/")
def release() -> AnyResponse:
    """Write the releases that were shown."""
    desk = the_desk()
    count = write_due(desk.open().office, request.form.getlist("bulan"))
    return redirect(f"/pengaduan/?diterbitkan={count}", 303)


@pages.route("/pengaduan/<bulan>/", methods=["GET", "POST"])
def month(bulan: str) -> AnyResponse:
    """One month, shown or sent."""
    desk = the_desk()
    office = desk.open().office
    form = open_month(office, bulan)
    begun: Texts = form.texts if form.raw else {**form.texts, "dicatat_oleh": desk.role(office)}
    start = Sent(form, begun, version_of(form.raw), {})
    result = answered(desk, office, f"Pengaduan, {month_name(bulan)}", start, partial(_sent, office, form))
    if result.go:
        return redirect(result.go, 303)
    shown = next((item for item in _releases(office)[0] if item.bulan == bulan), None)
    return show(_view(office, result, shown), frame_of(desk, office, "/#lainnya"), result.status)


def _sent(office: Office, form: MonthForm, typed: Texts) -> Sent[MonthForm]:
    """Check what was typed into a month, and save it where that is wanted and nothing is wrong."""
    texts, versi = {**form.texts, **typed}, version_of(form.raw)
    if typed.get("versi", "") != versi and (clash := _clash(form, typed)):
        return Sent(form, texts, versi, {}, clash)
    if typed.get("tindakan") != "simpan":
        return Sent(form, texts, versi, {})
    found = answer_month(office, form, typed)
    if found.content is None:
        return Sent(form, texts, versi, wrong_of(found.problems))
    try:
        save_month(office, form, found.content)
    except ChangedMeanwhile:
        now = open_month(office, form.bulan)
        return Sent(now, {**now.texts, **typed}, version_of(now.raw), {}, _clash(now, typed))
    except Exception as error:
        return not_saved(form, texts, versi, error)
    return Sent(form, texts, versi, {}, go=f"{request.path}?tersimpan=1")


def _clash(form: MonthForm, typed: Texts) -> Clash:
    names = _names(form, shown_fields(form.fields, form.texts, form.texts))
    return tuple((names[name], now, typed[name]) for name, now in form.texts.items() if typed.get(name, now).strip() != now)


def _names(form: MonthForm, fields: tuple[ShownField, ...]) -> dict[str, str]:
    """What fields are called."""
    names = {f"kanal.{key}": label for key, label in form.kanal.items()}
    names |= {f"kategori.{key}": label for key, label in form.kategori.items()}
    return names | STAGES | labels_of(fields) | {"kanal": "Saluran", "kategori": "Perihal"}


def _view(office: Office, result: Sent[MonthForm], rilis: ReleaseShown | None) -> PengaduanView:
    form, texts = result.form, result.texts
    fields = shown_fields(form.fields, texts, form.texts)
    counts = answer_month(office, form, texts).counts
    kategori = _column(form.kategori, "kategori", texts)
    usual = [item for at, item in enumerate(kategori) if at < USUAL or item.teks not in ("", "0")]
    return PengaduanView(
        form.bulan,
        f"Pengaduan, {month_name(form.bulan)}",
        _column(form.kanal, "kanal", texts),
        tuple(usual),
        tuple(item for item in kategori if item not in usual),
        {key: CountField(key, label, texts.get(key, "")) for key, label in STAGES.items() if key in form.texts},
        counts,
        counts["masuk"] == counts["kategori"],
        fields,
        result.wrong,
        names_of(_names(form, fields)),
        result.versi,
        "tersimpan" in request.args and not result.kapan,
        result.clash,
        rilis,
        form.place.parents[2].name,
        result.kapan,
        page_address(),
    )


def _column(names: Mapping[str, str], kind: str, texts: Texts) -> tuple[CountField, ...]:
    return tuple(CountField(f"{kind}.{key}", label, texts.get(f"{kind}.{key}", "")) for key, label in names.items())
