"""Catat: the form of a new record, of a correction, of a withdrawal; a draft on disk behind it from the first post on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, cast
from urllib.parse import quote

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.choices import PeriodChoice, periods_to_choose, same_deed, unreported
from zona.desk.drafts import Draft, DraftEvidence
from zona.desk.evidence_answers import from_file, guessed_kind
from zona.desk.preview import period_of, with_records
from zona.desk.record_form import RecordForm, read_form, results_of
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.record_findings import TercatatFinding
from zona.outputs.view import View
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian, JenisBukti
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.rencana_aksi import Aksi

from cli.meja.desk import Desk, Opened
from cli.meja.guard import POLICY_OF_FILES
from cli.meja.showing import at, frame_of, show, the_desk

pages = Blueprint("catat", __name__)
FIELDS = ("aksi", "periode", "hasil", "hari", "bulan", "tahun", "uraian", "alasan", "mengoreksi", "mencabut")
PIECE = ("judul", "jenis", "membuktikan", "dilihat", "tautan")
NAMES = {
    "aksi": "Aksi",
    "periode": "Periode",
    "hasil": "Hasil",
    "tanggal": "Tanggal",
    "uraian": "Uraian",
    "bukti": "Bukti",
    "judul": "Judul bukti",
    "jenis": "Jenis bukti",
    "membuktikan": "Yang dibuktikan",
    "tautan": "Halaman web",
    "dilihat": "Hari dibuka",
    "alasan": "Alasan",
    "peran": "Peran",
    "lain": "Aksi lain",
}


@dataclass(frozen=True)
class CatatView(View, template="desk/catat.html"):
    """The form: the draft, what is wrong with it (`salah`, by field; shown as a summary where somebody wanted to save), the
    choices, and what the public would see. `sasaran` is the record that is corrected or withdrawn, `kata` what prescribes
    the rows."""

    draf: Draft
    salah: Mapping[str, str]
    ringkas: bool
    nama: Mapping[str, str]
    aksi: Aksi | None
    kata: str
    semua_aksi: Mapping[str, str]
    belum: Mapping[str, int]
    periode: PeriodChoice | None
    hasil: Mapping[str, str]
    bulan: tuple[str, ...]
    jenis: type[JenisBukti]
    lain: list[PeriodeFinding]
    sasaran: Capaian | None
    form: RecordForm
    pratinjau: TercatatFinding | None
    kapan: str
    sama: tuple[str, ...]


@pages.get("/catat/")
def new() -> AnyResponse:
    """An empty form, for an action and a period if the address names them."""
    desk = the_desk()
    opened = desk.open()
    if not desk.role(opened.office):
        return redirect(f"/peran/?ke={quote(request.full_path)}")
    day = opened.office.today
    given = {name: request.args[name] for name in FIELDS if name in request.args}
    fixed = {"bulan": str(day.month), "tahun": str(day.year), "peran": desk.role(opened.office)}
    return _page(desk, opened, replace(desk.drafts.new(), isian=fixed | given))


@pages.get("/catat/<kunci>")
def again(kunci: str) -> Response:
    """A draft, as it was left."""
    desk = the_desk()
    return _page(desk, desk.open(), desk.drafts.find(kunci) or abort(404))


@pages.post("/catat/")
def post() -> AnyResponse:
    """Keep the draft; then do what the button says. Whatever is refused, the page comes back with all that was typed."""
    desk, wanted = the_desk(), request.form.get("tindakan", "draf")
    opened = desk.open()
    if wanted == "buang":
        desk.drafts.discard(request.form.get("kunci", ""))
        return redirect("/")
    draft, refused = _merged(desk, opened)
    draft = desk.drafts.keep(draft, desk.now(opened.office))
    if wanted == "tutup":
        return redirect("/")
    if wanted == "simpan":
        form = read_form(opened.office, desk.drafts, draft)
        if not form.salah and not refused and (form.plans or not form.sama):
            desk.write(opened.office, form.plans)
            names = "&".join(f"tersimpan={plan.record.name}" for plan in form.plans)
            desk.tersimpan[draft.kunci] = f"/?{names}"
            desk.drafts.discard(draft.kunci)
            return redirect(f"/?{names}")
        return _page(desk, opened, draft, refused, saving=True)
    if refused:
        return _page(desk, opened, draft, refused)
    return redirect(f"/catat/{draft.kunci}#{request.form.get('ke', 'isi')}", 303)


@pages.post("/catat/langsung")
def live() -> Response:
    """For the script: keep the draft while somebody types, and give back the notes and the preview."""
    desk = the_desk()
    opened = desk.open()
    draft, _ = _merged(desk, opened)
    return _page(desk, opened, desk.drafts.keep(draft, desk.now(opened.office)))


@pages.get("/catat/<kunci>/<piece>")
def evidence(kunci: str, piece: str) -> Response:
    """A file of a draft, to look at."""
    drafts = the_desk().drafts
    draft = drafts.find(kunci) or abort(404)
    found = next((item for item in draft.bukti if item.kunci == piece), None) or abort(404)
    content = drafts.content(draft, found)
    return given_file(content, found.berkas) if content is not None else abort(404)


def given_file(content: bytes, name: str) -> Response:
    """A file that somebody gave, for the desk's own pages to show."""
    kinds = {"pdf": "application/pdf", "png": "image/png", "webp": "image/webp"}
    response = Response(content, mimetype=kinds.get(name.rpartition(".")[2], "image/jpeg"))
    response.headers["Content-Security-Policy"] = POLICY_OF_FILES
    response.headers["Content-Disposition"] = "inline"
    return response


def _merged(desk: Desk, opened: Opened) -> tuple[Draft, dict[str, str]]:
    """The draft with what was posted: answers, words of its evidence, new files and links; and why a file was not taken."""
    posted, drafts = request.form, desk.drafts
    draft = drafts.find(posted.get("kunci", "")) or drafts.new()
    answers = {name: posted[name] for name in FIELDS if name in posted} | {"peran": desk.role(opened.office)}
    gone = posted.get("tindakan", "").removeprefix("hapus-")
    bukti = tuple(_with_words(item) for item in draft.bukti if item.kunci != gone)
    draft = replace(draft, isian=draft.isian | answers, lain=tuple(posted.getlist("lain")), bukti=bukti)
    refused: dict[str, str] = {}
    for number, file in enumerate(request.files.getlist("berkas"), 1):
        if file.filename:
            try:
                draft = _taken(desk, draft, file)
            except NotTaken as error:
                refused[f"bukti-{number}"] = str(error)
    if link := posted.get("tautan", "").strip():
        link = link if "://" in link else f"https://{link}"
        draft = replace(draft, bukti=(*draft.bukti, DraftEvidence(f"{len(draft.bukti):08x}", tautan=link, jenis="tampilan")))
    return draft, refused


def _with_words(item: DraftEvidence) -> DraftEvidence:
    """A piece of the draft's evidence with what was posted of it."""
    typed = {name: request.form.get(f"{name}-{item.kunci}", getattr(item, name)) for name in PIECE}
    tautan = typed["tautan"].strip() if item.tautan else ""
    told = replace(item, judul=typed["judul"], jenis=typed["jenis"], membuktikan=typed["membuktikan"])
    return replace(told, dilihat=typed["dilihat"], tautan=tautan or item.tautan)


def _taken(desk: Desk, draft: Draft, file: FileStorage) -> Draft:
    """The draft with a file, made fit for the public before it is on disk. Raises `NotTaken`."""
    name = (file.filename or "").replace("\\", "/").rpartition("/")[2]
    answer, found, size = from_file(name, cast(BinaryIO, file.stream))
    answer = replace(answer, judul=_title_from(name), jenis=guessed_kind(name, answer.akhiran))
    return desk.drafts.take(draft, answer, found, name, size)


def _title_from(name: str) -> str:
    """A title to begin with: the file's name as words; none where it is a camera's own number."""
    words = name.rpartition(".")[0].replace("_", " ").replace("-", " ").split()
    title = " ".join(words)
    return title if sum(letter.isalpha() for letter in title) > 8 else ""


def _page(
    desk: Desk, opened: Opened, draft: Draft, refused: Mapping[str, str] | None = None, *, saving: bool = False
) -> Response:
    """The form with a draft. What is wrong is said of fields that have something in them, and of all once somebody saves."""
    form = read_form(opened.office, desk.drafts, draft)
    wrong = {**(refused or {}), **{name: text for name, text in form.salah.items() if saving or _is_started(draft, name)}}
    status = 422 if wrong and (saving or refused) else 200
    view = _view(opened, draft, form, wrong, summary=saving or bool(refused))
    return show(view, frame_of(desk, opened.office, "/catat/"), status)


def _view(opened: Opened, draft: Draft, form: RecordForm, wrong: Mapping[str, str], *, summary: bool) -> CatatView:
    """What the form shows of a draft, of what can be chosen, and of what the public would see."""
    office, findings = opened.office, opened.findings
    key, target = form.sasaran or ("", None)
    kode, periode = (target.isi.aksi, target.isi.periode) if target else (draft["aksi"], draft["periode"])
    row = next((row for tahun in findings.tahun for row in tahun.rencana_aksi.isi.semua_aksi() if row.kode == kode), None)
    after = with_records(office, form.plans) if form.plans else findings
    return CatatView(
        draf=draft,
        salah=wrong,
        ringkas=summary,
        nama=NAMES,
        aksi=row,
        kata=findings.terbaru.dasar.kata,
        semua_aksi=office.actions(),
        belum=Counter(item.kode for item in unreported(findings)),
        periode=periods_to_choose(findings, kode) if row and not target else None,
        hasil=results_of(key),
        bulan=BULAN,
        jenis=JenisBukti,
        lain=same_deed(findings, kode, periode) if row and periode and not target else [],
        sasaran=target.isi if target else None,
        form=form,
        pratinjau=period_of(after, kode, periode) if row and periode else None,
        kapan=at(draft.diubah),
        sama=tuple(item.isi.aksi for item in form.sama),
    )


def _is_started(draft: Draft, name: str) -> bool:
    """Whether something was typed in a field, so that what is wrong with it may be said before somebody saves."""
    first = name.partition("-")[0]
    return bool(draft[{"tanggal": "hari"}.get(first, first)].strip()) or first in ("tautan",)
