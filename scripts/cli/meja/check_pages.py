"""Periksa: what is wrong with the data, and what there is to do."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from flask import Blueprint, Response, abort, request
from zona.desk.tasks import TugasPeran, tasks
from zona.findings.upkeep.notices import notices
from zona.outputs.view import View
from zona.problems import Line, Problem
from zona.records.reading.data_error import DataError

from cli.meja.showing import at, frame_of, show, the_desk

pages = Blueprint("periksa", __name__)
AROUND = 6  # lines of a file before and after the one that is meant


class Kabar(NamedTuple):
    """A notice: what it says, and the file and line that it is about, if that is a file of the office's data."""

    kata: str
    nama: str = ""
    baris: str = "1"


@dataclass(frozen=True)
class PeriksaView(View, template="desk/periksa.html"):
    """The problems that stop publishing, the tasks by role, and notices that stop nothing."""

    masalah: tuple[Problem[Line], ...]
    tugas: list[TugasPeran]
    kabar: list[Kabar]
    kapan: str


@dataclass(frozen=True)
class BerkasView(View, template="desk/berkas.html"):
    """A part of a data file around one line."""

    nama: str
    baris: int
    isi: list[tuple[int, str]]


@pages.get("/periksa/")
def check() -> Response:
    """Read everything, the pages of `docs/` too."""
    desk = the_desk()
    opened = desk.open()
    office, problems = opened.office, tuple[Problem[Line], ...]()
    try:
        told = [_notice(line, desk.label) for line in notices(desk.whole(), desk.label)]
    except DataError as error:
        problems, told = error.problems, []
    role = desk.role(office)
    found = tasks(office, opened.findings, role, len(desk.drafts.all()))
    view = PeriksaView(problems, found, told, at(desk.now(office).isoformat()))
    return show(view, frame_of(desk, office, "/#lainnya"))


def _notice(line: str, label: str) -> Kabar:
    """A notice with its place, which stands before the words."""
    found = re.fullmatch(rf"{re.escape(label)}/([^:]+)(?::(\d+))?: (.+)", line, re.DOTALL)
    return Kabar(found[3], f"{label}/{found[1]}", found[2] or "1") if found else Kabar(line)


@pages.get("/periksa/berkas/")
def file() -> Response:
    """A file of the data around the line that is meant; of nothing else on this computer."""
    desk = the_desk()
    name, number = request.args.get("nama", ""), request.args.get("baris", "1")
    if "\0" in name or not (number.isdecimal() and len(number) < 8):
        abort(404)
    path = (desk.data / name.removeprefix(f"{desk.label}/")).resolve()
    inside = path.is_relative_to(desk.data.resolve()) and path.suffix in (".yml", ".md") and path.is_file()
    if not inside:
        abort(404)
    lines = list(enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1))
    shown = lines[max(0, int(number) - 1 - AROUND) : int(number) + AROUND]
    return show(BerkasView(name, int(number), shown), None)
