"""Berkas untuk penilai: the evidence of one area of the LKE with its index, as an archive to hand over."""

from dataclasses import dataclass

from flask import Blueprint, Response
from zona.drawing.lke_papers import assessors_folder
from zona.drawing.typst_drawing import Drawer
from zona.findings.lke.lke_findings import LkeFinding
from zona.outputs.evidence.lke_evidence import area_folder
from zona.outputs.view import View

from cli.meja.showing import frame_of, show, the_desk
from cli.options import CACHE

HERE = "/penilai/"
pages = Blueprint("penilai", __name__)


@dataclass(frozen=True)
class PenilaiView(View, template="desk/penilai.html"):
    """The areas of the years that are mapped to the LKE, the newest year first; `belum` are the years that are not."""

    tahun: tuple[LkeFinding, ...]
    belum: tuple[int, ...]


@pages.get(HERE)
def areas() -> Response:
    """Every area with its counts, and its archive."""
    desk = the_desk()
    opened = desk.open()
    found = opened.findings.tahun[::-1]
    years, without = tuple(item.lke for item in found if item.lke), tuple(item.tahun for item in found if not item.lke)
    return show(PenilaiView(years, without), frame_of(desk, opened.office, "/#lainnya"))


@pages.get(f"{HERE}<int:tahun>/<kode>.zip")
def archive(tahun: int, kode: str) -> Response:
    """The archive of an area, as `zi.py berkas-lke` writes it."""
    findings = the_desk().whole()
    found = area_folder(findings, tahun, kode)
    response = Response(assessors_folder(found, findings, Drawer(CACHE)).arsip, mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.nama}.zip"'
    return response
