"""Kanal: the ways to reach each channel, and when each was last tried."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.forms.channel_tries import TRIED, with_tries
from zona.desk.forms.office_form import OfficeForm, open_form, taken_over
from zona.desk.forms.typed_values import Texts
from zona.desk.office import Office
from zona.findings.upkeep.confirmation import KeadaanPemeriksaan, Pemeriksaan
from zona.outputs.view import View
from zona.outputs.wording import tanggal
from zona.records.informasi.information_files import KANAL
from zona.records.informasi.kanal import JenisCara, Kanal
from zona.records.paket.joined_lists import own_keys

from cli.meja.forms.data_pages import sent
from cli.meja.forms.form_posts import Clash, Sent, answered, labels, page_address, version_of
from cli.meja.forms.shown_fields import ShownField, ShownRow, shown_fields
from cli.meja.showing import frame_of, show, the_desk

pages = Blueprint("kanal", __name__)
SERVICE = ("jam", "penanggung_jawab")
FROM_WAYS = ("diperiksa",)  # what follows from the ways, and is not asked
ASKED = {
    "telepon": ("Nomor dengan kode wilayah", "Nomor kantor, bukan milik pribadi."),
    "sms": ("Nomor", "Nomor kantor, bukan milik pribadi."),
    "whatsapp": ("Nomor", "Nomor kantor, bukan milik pribadi."),
    "surel": ("Alamat surel", "Surel kantor, bukan milik pribadi."),
    "web": ("Alamat halaman", "Lengkap, diawali https://."),
    "alamat": ("Jalan, nomor, kecamatan", "Seperti pada papan nama."),
    "aplikasi": ("Nama atau alamat aplikasi", "Seperti di toko aplikasi."),
}
TICKED = {"alamat": "Papan nama dan alamatnya sudah saya lihat sendiri"}


@dataclass(frozen=True)
class ChannelLine:
    """A channel in the list, and how long ago it was confirmed."""

    kunci: str
    nama: str
    rupa: str
    kata: str


@dataclass(frozen=True)
class DaftarKanalView(View, template="desk/daftar_kanal.html"):
    """All channels: the office's own, and those of others."""

    milik_kantor: tuple[ChannelLine, ...]
    lain: tuple[ChannelLine, ...]


@dataclass(frozen=True)
class WayShown:
    """One way: what it is called, when it was tried (`rupa` and `kata`), its fields."""

    nama: str
    judul: str
    rupa: str
    kata: str
    label: str
    bantuan: str
    centang: str
    jenis: ShownField
    nilai: ShownField
    keterangan: ShownField
    alasan: ShownField
    baru: bool
    dicentang: bool
    dihapus: bool


@dataclass(frozen=True)
class KanalView(View, template="desk/kanal.html"):
    """One channel: its ways, its service, the rest (`lanjutan`, open where it is new), and how the public will see it."""

    judul: str
    milik_kantor: bool
    cara_cara: tuple[WayShown, ...]
    layanan: tuple[ShownField, ...]
    lanjutan: tuple[ShownField, ...]
    terbuka: bool
    untuk: str
    jam: str
    pemastian: str
    salah: Mapping[str, str]
    nama: Mapping[str, str]
    versi: str
    tersimpan: bool
    bentrok: Clash
    kapan: str
    ke: str


@pages.get("/kanal/")
def channels() -> Response:
    """The channels, the office's own first."""
    desk = the_desk()
    office = desk.open().office
    found = office.data.kanal.isi.kanal if office.data.kanal else ()
    own, other = (tuple(_lines(found, office.today, own)) for own in (True, False))
    return show(DaftarKanalView(own, other), frame_of(desk, office, "/#lainnya"))


def _lines(found: tuple[Kanal, ...], today: date, own: bool) -> Iterator[ChannelLine]:
    for item in found:
        if item.milik_kantor is own:
            yield ChannelLine(item.kunci, item.nama, *_state(item.diperiksa, today, "dipastikan"))


def _state(day: date | None, today: date, done: str) -> tuple[str, str]:
    """How a day of trying looks: the class of its colour, and in words."""
    age = Pemeriksaan(day, today)
    if day is None or age.hari is None:
        return "unrep", f"Belum pernah {done}"
    if age.keadaan is KeadaanPemeriksaan.BARU:
        return "ok", f"{done.capitalize()} {tanggal(day)}"
    return "run", f"Terakhir {done} {tanggal(day)}, {age.hari} hari lalu"


@pages.route("/kanal/<kunci>/", methods=["GET", "POST"])
def channel(kunci: str) -> AnyResponse:
    """One channel, shown or sent; `baru` is one that is not there yet."""
    desk = the_desk()
    office = desk.open().office
    found = office.data.kanal.isi.kanal if office.data.kanal else ()
    item = next((item for item in found if item.kunci == kunci), None)
    if item is None and kunci != "baru":
        abort(404)
    own = own_keys(office.data.kanal, "kanal") if office.data.kanal else ()
    place = own.index(kunci) if kunci in own else len(own)
    form = open_form(office, KANAL, ("kanal", place))
    if item and kunci not in own:  # a pack's: what is saved is the office's own entry, whole
        form = taken_over(form, item)
    new = item is None
    title = f"Saluran: {form.texts.get('nama') or 'saluran baru'}"
    start = Sent(form, form.texts, version_of(form.raw), {})
    result = answered(desk, office, title, start, lambda typed: _sent(office, form, typed, new=new))
    if result.go:
        return redirect(result.go, 303)
    return show(_view(office, result, new=new), frame_of(desk, office, "/#lainnya"), result.status)


def _sent(office: Office, form: OfficeForm, typed: Texts, *, new: bool) -> Sent[OfficeForm]:
    """What came of a channel that was sent; its texts stay as they were typed, with the ticks."""
    result = sent(office, form, with_tries(form, typed, office.today))
    named = f"/kanal/{quote(typed.get('kunci', '').strip())}/?tersimpan=1"
    return replace(result, texts={**result.form.texts, **typed}, go=named if result.go and new else result.go)


def _view(office: Office, result: Sent[OfficeForm], *, new: bool) -> KanalView:
    form, texts = result.form, result.texts
    shown = shown_fields(form.fields, texts, form.texts)
    fields = {item.item.key: item for item in shown}
    own = texts.get("milik_kantor") == "ya" or new
    ways = tuple(_way(row, form, texts, office.today) for row in fields["cara"].baris)
    hidden = ("cara", *SERVICE, *FROM_WAYS, *(() if new else ("kunci",)))
    folded = tuple(item for key, item in fields.items() if key not in hidden)
    said = texts.get("untuk", "").split("\n")
    return KanalView(
        texts.get("nama") or "Saluran baru",
        own,
        ways,
        tuple(fields[key] for key in SERVICE),
        folded,
        new or any(name.partition(".")[0] in fields and fields[name.partition(".")[0]] in folded for name in result.wrong),
        " ".join(said),
        texts.get("jam", ""),
        _confirmed(ways),
        result.wrong,
        labels(shown),
        result.versi,
        "tersimpan" in request.args and not result.kapan,
        result.clash,
        result.kapan,
        page_address(),
    )


def _way(row: ShownRow, form: OfficeForm, texts: Texts, today: date) -> WayShown:
    """One way as the page shows it."""
    parts = {item.item.key: item for item in row.bagian}
    jenis = parts["jenis"].teks
    written = form.old["cara"][int(row.nama.partition(".")[2])] if not row.baru else {}
    rupa, kata = _state(written.get("dicoba"), today, "dicoba")
    if not parts["nilai"].teks:
        rupa, kata = "unrep", "Belum ditetapkan"
    label, help_text = ASKED.get(jenis, ("Nomor atau alamat", "Nomor, surel, atau alamat kantor."))
    return WayShown(
        row.nama,
        JenisCara(jenis).label if jenis in list(JenisCara) else "Cara lain",
        rupa,
        kata,
        label,
        help_text,
        TICKED.get(jenis, "Sudah saya coba sendiri hari ini"),
        parts["jenis"],
        parts["nilai"],
        parts["keterangan"],
        parts["alasan"],
        row.baru,
        bool(texts.get(f"{row.nama}.{TRIED}", "").strip()),
        row.dihapus,
    )


def _confirmed(ways: tuple[WayShown, ...]) -> str:
    """How many of the ways that there are were tried of late."""
    there = [way for way in ways if way.nilai.teks and not way.dihapus]
    fresh = sum(way.rupa == "ok" or way.dicentang for way in there)
    return f"{fresh} dari {len(there)} cara dicoba kantor dalam tiga bulan terakhir"
