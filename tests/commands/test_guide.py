"""The guide of the humas team: its commands run in its order, its lists and pictures show what is so today."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import app
import pytest
from pypdf import PdfWriter
from renew import renew_guide
from support.zi_command import ROOT, clone

PANDUAN = ROOT / "docs" / "panduan"
# The order in which the guide's first page leads through it.
URUTAN = re.findall(r"^\d+\. \[.*?\]\(([\w-]+)\.md\)", (PANDUAN / "index.md").read_text(encoding="utf-8"), re.MULTILINE)
DAY = "2026-11-24"


def commands(page: str) -> list[str]:
    """The commands that a page tells people to type, in order: what follows `zi.py` on a line of its own."""
    text = (PANDUAN / f"{page}.md").read_text(encoding="utf-8")
    return re.findall(r"^    py scripts\\zi\.py (.+)$", text, re.MULTILINE)


def answers(page: str) -> str:
    """What the page's example types at the questions."""
    text = (PANDUAN / f"{page}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| `(.*)` \|$", text.partition("Jawaban contoh")[2], re.MULTILINE)
    return "".join(f"{answer}\n" for answer in rows)


def test_every_page_is_led_to() -> None:
    """The first page leads to every other page of the guide but the server's, which the page on publishing is for."""
    pages = {path.stem for path in PANDUAN.glob("*.md")}
    assert {"index", "tempel", "server", *URUTAN} == pages
    assert URUTAN[0] == "hari-pertama"


def test_the_guide_from_its_first_to_its_last_command(tmp_path: Path) -> None:
    """In a fresh copy of the project every command of the office's own guide works, in the guide's order, with its own example
    answers and its own example month of complaints."""
    root = clone(tmp_path / "situs-zi")
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(root / "notulen-rapat.pdf")
    month = re.search(r"^```yaml\n(.*?)^```", (PANDUAN / "pengaduan.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert month
    ran = []
    for page in [page for page in URUTAN if page != "kantor-lain"]:  # with tables of its own: versi/test_guide_for_offices.py
        if page == "pengaduan":
            (root / "data-tertutup" / "2026" / "pengaduan").mkdir(parents=True)
            (root / "data-tertutup" / "2026" / "pengaduan" / "01.yml").write_text(month[1], encoding="utf-8")
        for command in commands(page):
            day = () if command.startswith("perbarui-data") else ("--per-tanggal", DAY)
            typed = {"catat": answers(page), "rilis-pengaduan": "ya\n"}.get(command, "")
            words = [word.replace("\\", "/") for word in shlex.split(command.replace("\\", "/"))]
            done = subprocess.run(
                [sys.executable, str(root / "scripts" / "app.py"), *words, *day],
                cwd=root, input=typed, capture_output=True, encoding="utf-8", env=environment(), check=False,
            )  # fmt: skip
            assert done.returncode == 0, f"{page}: {command}\n{done.stdout}{done.stderr}"
            ran.append(command.partition(" ")[0])
    assert ran.count("catat") == 2
    assert {"periksa", "bangun", "berkas-lke", "catat", "perbarui-data", "rilis-pengaduan"} == set(ran)
    (record,) = (root / "data/2026/capaian").glob("i-3_2026-TW3_*.yml")
    assert "\nverifikasi:\n  oleh: Sekretaris\n" in record.read_text(encoding="utf-8")


def environment() -> dict[str, str]:
    """UTF-8 as `zi.py` sets it, nothing drawn, and nothing else of whoever runs the tests."""
    return {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin", "ZI_KIT": "0"}


def test_the_page_of_messages_is_todays() -> None:
    """The messages that the guide explains are those that the checks give: `zi.py perbarui panduan` writes them."""
    assert (PANDUAN / "pesan.md").read_text(encoding="utf-8") == renew_guide.messages()


def test_the_page_of_subjects_is_todays() -> None:
    """The list of subjects that the guide has is the one that is checked against."""
    assert (PANDUAN / "tema.md").read_text(encoding="utf-8") == renew_guide.subjects()


@pytest.mark.parametrize("page", sorted(path.stem for path in PANDUAN.glob("*.md")))
def test_commands_are_real(page: str) -> None:
    """Every `zi.py` command that the guide names, also in the middle of a sentence, is one that there is."""
    text = (PANDUAN / f"{page}.md").read_text(encoding="utf-8")
    known = app.MODULES
    assert not [name for name in re.findall(r"zi\.py ([a-z-]+)", text) if name not in known]
