"""Latihan: a second desk on a copy of the sample office, started from the first and ended with it."""

import re
import subprocess
import sys
from dataclasses import dataclass

from flask import Blueprint, Response
from places import HOUSE
from zona.outputs.view import View
from zona.problems import NotTaken

from cli.meja.desk import Desk
from cli.meja.showing import frame_of, show, the_desk

pages = Blueprint("latihan", __name__)


@dataclass(frozen=True)
class LatihanView(View, template="desk/latihan.html"):
    """The way to the practice; its address, once it runs."""

    alamat: str


@pages.get("/latihan/")
def about() -> Response:
    """What practising is."""
    desk = the_desk()
    return show(LatihanView(""), frame_of(desk, desk.open().office, ""))


@pages.post("/latihan/")
def begin() -> Response:
    """Start the practice, unless it runs."""
    desk = the_desk()
    return show(LatihanView(_started(desk)), frame_of(desk, desk.open().office, ""))


def _started(desk: Desk) -> str:
    """The address of the practice."""
    if desk.latihan:
        raise NotTaken("ini sudah latihan")
    if desk.practice is None or desk.practice[0].poll() is not None:
        command = [sys.executable, str(HOUSE / "scripts" / "app.py"), "meja", "--contoh", "--tanpa-peramban"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
        found = re.search(r"http://\S+", process.stdout.readline() if process.stdout else "")
        if not found:
            process.terminate()
            raise NotTaken("latihan tidak bisa dimulai; coba lagi")
        desk.practice = process, found[0]
    return desk.practice[1]
