"""Isi banyak sekaligus: periods that are picked from a table and told once, or a workbook; checked by cell, saved together.

Each state is a draft on disk: what is picked, what is told of it, or what a sheet says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, cast
from urllib.parse import quote

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as AnyResponse
from zona.desk.drafts import Draft
from zona.desk.sheet.batch import PICKING, RANGE, SHEET, STATE, batch_in, with_batch
from zona.desk.sheet.blank_workbook import blank_workbook, open_periods
from zona.desk.sheet.checked_batch import CheckedBatch, WrongCell, check_draft
from zona.desk.sheet.dropped_files import files_in, is_sheet, refused_in, with_file
from zona.desk.sheet.month_range import (
    FIRST_ROW,
    Pick,
    PickTable,
    pick_table,
    picks_in,
    toggled,
    with_picks,
    without_month,
)
from zona.desk.sheet.read_sheet import read_pasted, read_sheet
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import TahunFinding
from zona.intake.table_files import MAX_BYTES
from zona.outputs.view import View
from zona.outputs.wording import periode
from zona.problems import NotTaken
from zona.records.capaian.capaian import Hasil

from cli.meja.desk import Desk, Opened
from cli.meja.showing import at, frame_of, show, the_desk

pages = Blueprint("tumpukan", __name__)
HERE = "/tumpukan/"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LACKING = {
    "bukti": "periode belum punya bukti. Seret buktinya, atau ubah hasilnya menjadi Berjalan.",
    "hari": "periode belum bertanggal. Tulis harinya masing-masing, atau pilih hari terakhir periodenya.",
}
NAMES = {
    "buku": "Buku kerja",
    "tempel": "Yang ditempel",
    "tandai": "Tabel",
    "hasil": "Hasil",
    "uraian": "Uraian",
    "hari": "Tanggal",
    "bukti": "Bukti",
}


@dataclass(frozen=True)
class TumpukanView(View, template="desk/tumpukan.html"):
    """The table of periods and the workbook; `tersimpan` records were saved just now."""

    draf: Draft
    salah: Mapping[str, str]
    nama: Mapping[str, str]
    tahun: int
    tahun_lain: tuple[int, ...]
    tabel: PickTable
    ditandai: list[Pick]
    belum: int
    semua: int
    tersimpan: int
    kapan: str


@dataclass(frozen=True)
class RentangView(View, template="desk/tumpukan_rentang.html"):
    """The form of what is told once of all picked periods; `hasilnya` is what it comes to, once that was asked."""

    draf: Draft
    salah: Mapping[str, str]
    nama: Mapping[str, str]
    ditandai: list[Pick]
    hasil: Mapping[str, str]
    bukti: Mapping[Pick, str]
    tanpa_bulan: list[str]
    ditolak: Mapping[str, str]
    hasilnya: CheckedBatch | None
    kapan: str


@dataclass(frozen=True)
class LembarView(View, template="desk/tumpukan_lembar.html"):
    """What a sheet comes to: its wrong cells, or its records to save."""

    draf: Draft
    salah: Mapping[str, str]
    nama: Mapping[str, str]
    hasilnya: CheckedBatch
    ditolak: Mapping[str, str]
    kapan: str


@pages.get(HERE)
def table() -> AnyResponse:
    """The table and the workbook, with nothing picked yet."""
    desk = the_desk()
    opened = desk.open()
    if not desk.role(opened.office):
        return redirect(f"/peran/?ke={quote(HERE)}")
    draft = replace(desk.drafts.new(), isian={"tahun": request.args.get("tahun", "")})
    return _page(desk, opened, draft)


@pages.get(f"{HERE}buku-kerja")
def workbook() -> Response:
    """The workbook to fill in."""
    opened = the_desk().open()
    year = _year(opened, request.args.get("tahun", ""))
    periods = open_periods(opened.office, year.sumber, due_only="semua" not in request.args)
    response = Response(blank_workbook(opened.office, year.sumber, periods), mimetype=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="tunggakan-{year.tahun}.xlsx"'
    return response


@pages.get(f"{HERE}<kunci>")
def begun(kunci: str) -> Response:
    """A batch as it was left."""
    desk = the_desk()
    draft = desk.drafts.find(kunci)
    return _page(desk, desk.open(), draft) if draft and draft[STATE] else abort(404)


@pages.post(HERE)
def act() -> AnyResponse:
    """Keep the draft, then do what the button says; whatever is refused, the page comes back with all that was given."""
    desk, wanted = the_desk(), request.form.get("tindakan", "")
    opened = desk.open()
    if wanted == "buang":
        desk.drafts.discard(request.form.get("kunci", ""))
        return redirect(HERE, 303)
    draft, wrong = _step(_merged(desk), opened, wanted)
    draft = desk.drafts.keep(draft, desk.now(opened.office))
    if not desk.role(opened.office):
        return redirect(f"/peran/?ke={HERE}{draft.kunci}", 303)
    if wanted == "tutup":
        return redirect("/", 303)
    if wanted == "simpan" and (saved := _saved(desk, opened, draft)):
        return redirect(f"{HERE}?tersimpan={saved}", 303)
    if wrong or wanted in ("simpan", "periksa"):
        return _page(desk, opened, draft, wrong, asked=True)
    return redirect(f"{HERE}{draft.kunci}#{request.form.get('ke', 'isi')}", 303)


@pages.post(f"{HERE}langsung")
def live() -> Response:
    """For the script: keep the draft while somebody types or picks, and give back what follows."""
    desk = the_desk()
    opened = desk.open()
    return _page(desk, opened, desk.drafts.keep(_merged(desk), desk.now(opened.office)))


def _saved(desk: Desk, opened: Opened, draft: Draft) -> int:
    """Write all records of a draft, and discard it; how many there are. None are written while a cell is wrong."""
    found = check_draft(opened.office, desk.drafts, draft, desk.role(opened.office))
    if not found or found.wrong or not found.new:
        return 0
    desk.write(opened.office, found.plans(opened.office.root))
    desk.tersimpan[draft.kunci] = f"{HERE}?tersimpan={len(found.new)}"
    desk.drafts.discard(draft.kunci)
    return len(found.new)


def _merged(desk: Desk) -> Draft:
    """The draft with what was posted: answers, picks, cells, files."""
    posted, drafts = request.form, desk.drafts
    draft = drafts.find(posted.get("kunci", "")) or drafts.new()
    said = {
        name: text
        for name, text in posted.items()
        if name in ("tahun", "hasil", "uraian", "tempel") or name.startswith("hari ")
    }
    if "rentang" in posted:
        said |= {name: posted.get(name, "") for name in ("akhir", "sama")}
    draft = replace(draft, isian={STATE: PICKING} | draft.isian | said)
    if "menandai" in posted:
        draft = with_picks(draft, [(aksi, kode) for aksi, _, kode in (text.partition(" ") for text in posted.getlist("pilih"))])
    if batch := batch_in(draft):
        texts = {name.removeprefix("sel-"): text for name, text in posted.items() if name.startswith("sel-")}
        draft = with_batch(draft, batch.corrected(texts))
    for file in request.files.getlist("berkas"):
        if file.filename and not is_sheet(file.filename):
            draft = with_file(drafts, draft, file.filename, cast(BinaryIO, file.stream))
    gone = posted.get("tindakan", "").removeprefix("hapus-")
    return replace(draft, bukti=tuple(item for item in draft.bukti if item.kunci != gone))


def _step(draft: Draft, opened: Opened, wanted: str) -> tuple[Draft, dict[str, str]]:
    """The draft after what a button does to it, and what is wrong."""
    picks, sets = picks_in(draft), pick_table(_year(opened, draft["tahun"])).sets
    if wanted == "kosongkan":
        return with_picks(draft, []), {}
    if (name := wanted.removeprefix("tandai-")) in sets:
        return with_picks(draft, toggled(picks, sets[name])), {}
    if wanted == "lanjut":
        return (_to(draft, RANGE), {}) if picks else (draft, {"tandai": "belum ada periode yang dicentang; centang dulu"})
    if wanted == "kembali":
        return _to(draft, PICKING), {}
    if wanted.startswith("lewati-") and (batch := batch_in(draft)):
        return with_batch(draft, batch.without([wanted.removeprefix("lewati-")])), {}
    sheets = [file for file in request.files.getlist("berkas") if file.filename and is_sheet(file.filename)]
    pasted = request.form.get("tempel", "").strip()
    if wanted == "buku" or sheets or pasted:
        return _read(draft, sheets, pasted)
    return draft, {}


def _to(draft: Draft, state: str) -> Draft:
    return replace(draft, isian=draft.isian | {STATE: state})


def _read(draft: Draft, sheets: Sequence[FileStorage], pasted: str) -> tuple[Draft, dict[str, str]]:
    """The draft with the sheet that was dropped or pasted, in place of an earlier one."""
    if len(sheets) > 1:
        return draft, {"buku": "ada beberapa buku kerja; seret satu saja, bersama bukti-buktinya"}
    if not (sheets or pasted):
        return draft, {"buku": "buku kerjanya belum ikut diseret; pilih berkas .xlsx yang sudah diisi"}
    try:
        name, content = (sheets[0].filename or "", sheets[0].stream.read(MAX_BYTES + 1)) if sheets else ("", b"")
        batch = read_sheet(name, content) if sheets else read_pasted(pasted)
    except NotTaken as error:
        return draft, {"buku" if sheets else "tempel": str(error)}
    return with_batch(replace(draft, isian=draft.isian | {STATE: SHEET, "tempel": ""}), batch), {}


def _page(desk: Desk, opened: Opened, draft: Draft, wrong: Mapping[str, str] | None = None, *, asked: bool = False) -> Response:
    """The page of a draft's state."""
    wrong, found = dict(wrong or {}), check_draft(opened.office, desk.drafts, draft, desk.role(opened.office))
    if draft[STATE] == SHEET and found:
        view: View = LembarView(draft, wrong, NAMES, found, refused_in(draft), at(draft.diubah))
    elif draft[STATE] == RANGE and found:
        view = _range_view(desk, draft, found, wrong, asked=asked)
        wrong = dict(view.salah)
    else:
        view = _table_view(opened, draft, wrong)
    bad = bool(wrong) or (asked and bool(found and found.wrong))
    return show(view, frame_of(desk, opened.office, HERE), 422 if bad else 200)


def _range_view(desk: Desk, draft: Draft, found: CheckedBatch, wrong: dict[str, str], *, asked: bool) -> RentangView:
    """The form of a range; what is wrong in it is said once somebody asked."""
    picks, files = picks_in(draft), files_in(desk.drafts, draft)
    if asked:
        wrong |= _fields(found.wrong, picks)
    names = {pick: row.texts["bukti"].replace("\n", ", ") for pick, row in zip(picks, found.batch.rows, strict=True)}
    results, loose = {item.value: item.label for item in Hasil}, without_month(files)
    ready = found if asked and not wrong else None
    return RentangView(draft, wrong, NAMES, picks, results, names, loose, refused_in(draft), ready, at(draft.diubah))


def _fields(wrong: Sequence[WrongCell], picks: Sequence[Pick]) -> dict[str, str]:
    """What is wrong with a range, by the fields of its form and in their order; what many periods lack is said once."""
    said: dict[str, list[tuple[str, str]]] = {"hasil": [], "uraian": [], "bukti": [], "hari": []}
    for cell in wrong:
        field = {"tanggal": "hari", "hasil": "hasil", "uraian": "uraian"}.get(cell.column, "bukti")
        number, words = cell.row.number - FIRST_ROW, f"{cell.masalah} {cell.saran}"
        named = field in ("hasil", "uraian") or not cell.text
        key = field if named else f"{field}-{number}"
        said[field].append((key, words if named else f"{picks[number][0]} {periode(picks[number][1])}: {words}"))
    found = {key: words for field in said for key, words in said[field]}
    for field, lacking in LACKING.items():
        if field in found:
            found[field] = f"{sum(key == field for key, _ in said[field])} {lacking}"
    return found


def _table_view(opened: Opened, draft: Draft, wrong: Mapping[str, str]) -> TumpukanView:
    year = _year(opened, draft["tahun"])
    due = [item for item in year.periode if item.keadaan is Keadaan.BELUM_DILAPORKAN]
    years = tuple(item.tahun for item in opened.findings.tahun if item is not year)
    return TumpukanView(
        draf=draft,
        salah=wrong,
        nama=NAMES,
        tahun=year.tahun,
        tahun_lain=years,
        tabel=pick_table(year),
        ditandai=picks_in(draft),
        belum=len(due),
        semua=len(open_periods(opened.office, year.sumber, due_only=False)),
        tersimpan=request.args.get("tersimpan", 0, int),
        kapan=at(draft.diubah),
    )


def _year(opened: Opened, asked: str) -> TahunFinding:
    """The year that is asked for; else the newest with something to report, or the newest."""
    years = {str(item.tahun): item for item in opened.findings.tahun}
    due = [item for item in years.values() if any(part.keadaan is Keadaan.BELUM_DILAPORKAN for part in item.periode)]
    return years.get(asked) or (due or [opened.findings.terbaru])[-1]
