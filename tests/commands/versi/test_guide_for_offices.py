"""The guide for other offices, followed with three offices' tables: from the spreadsheet to the site by its commands alone."""

from __future__ import annotations

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cli.kantor_baru import kantor_baru
from click.testing import CliRunner
from support.zi_command import ROOT
from zona.drawing.posters import values_of
from zona.findings.judge import findings_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.present import present
from zona.outputs.sharing import posters_of
from zona.outputs.site_file import SiteFile

GUIDE = (ROOT / "docs/panduan/kantor-lain.md").read_text(encoding="utf-8")
CASES = ROOT / "tests/cases/impor-kantor"
# Of each table: its office's packs and basis, and how many groups, rows and deadlines were counted in it by hand.
OFFICES = {
    "pengadilan": (("nasional,pengadilan", "keputusan"), (13, 33, 94)),
    "statistik": (("nasional", "rencana-kerja"), (12, 109, 265)),
    "madrasah": (("nasional", "tanpa"), (6, 62, 215)),
}
FOREIGN = re.compile(r"(?i)\bP?KPU\b|kpu\.go|pemilu|bawaslu|dkpp|tabalong|komisioner")
# What the guide has typed from the print: a decree, or the little that is known of another document.
TYPED = {
    "keputusan.yml": """tahun: 2027
nomor: Nomor 1 Tahun 2027
judul: KEPUTUSAN CONTOH
tentang: RENCANA AKSI CONTOH
tanggal: 2027-01-04
tempat: Contoh
menimbang: []
mengingat: []
menetapkan: CONTOH
diktum: [{diktum: KESATU, teks: CONTOH}]
penandatangan: {jabatan: KETUA}
""",
    "dasar.yml": "tahun: 2027\njenis: rencana_kerja\njudul: Rencana Kerja Contoh\n",
}


@pytest.fixture(scope="module", params=OFFICES)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Findings]:
    """The name of a table, the folder that the guide's command made of it, and what follows from its data."""
    name, folder = request.param, tmp_path_factory.mktemp("sore")
    (paket, dasar), _ = OFFICES[name]
    places = {"rencana.xlsx": CASES / f"{name}.xlsx", "peta.yml": CASES / f"{name}.yml"}
    (command,) = re.findall(r"^    py scripts\\zi\.py kantor-baru (.* --peta .*)$", GUIDE, re.MULTILINE)
    words = [word.removeprefix("C:/") for word in shlex.split(command.replace("\\", "/"))]
    for file, source in places.items():
        (folder / file).write_bytes(source.read_bytes())
    told = ["--nama", "Kantor Uji", "--nama-lengkap", "Kantor Uji Contoh", "--provinsi", "Riau", "--zona-waktu", "WIB"]
    told += ["--tahun", "2027", "--paket", paket, "--dasar", dasar, "--ya"]
    typed = [str(folder / word) if word in {"zi-kantor", *places} else word for word in words]
    done = CliRunner().invoke(kantor_baru, [*typed, *told])
    assert done.exit_code == 0, done.output
    root = folder / "zi-kantor"
    for file, text in TYPED.items():
        if (root / "data/2027" / file).exists():
            (root / "data/2027" / file).write_text(text, encoding="utf-8")
    findings = findings_of(
        root / "data",
        label="data",
        cache=folder / "cache",
        asked="2027-03-10",
        now=datetime.now(UTC),
        project=root,
    )
    return name, root, findings


@pytest.fixture(scope="module")
def files(office: tuple[str, Path, Findings]) -> dict[str, SiteFile]:
    return {file.path: file for file in present(office[2])}


def test_everything_of_the_table_is_there(office: tuple[str, Path, Findings]) -> None:
    """Groups, rows and deadlines as counted by hand; where the table prints no evidence, none is asked for or made up."""
    name, _, findings = office
    year = findings.terbaru
    _, counted = OFFICES[name]
    assert (len(year.kelompok), len(year.aksi), year.jumlah_tenggat) == counted
    if name == "madrasah":
        assert {aksi.aksi.bukti_fisik for aksi in year.aksi} == {None}


def test_no_word_of_an_election_office(office: tuple[str, Path, Findings], files: dict[str, SiteFile]) -> None:
    """In no page, poster, data file, table, and nothing that the search answers."""
    texts = {
        path: file.read().decode(errors="replace")
        for path, file in files.items()
        if not path.endswith((".xlsx", ".zip", ".png", ".webp"))  # the tables in them are those of the CSV files
    }
    texts |= {poster.kunci: str(values_of(poster, office[2])) for poster in posters_of(office[2])}
    found = {path: match[0] for path, text in texts.items() if (match := FOREIGN.search(text))}
    assert found == {}


def test_pages_list_rows_of_their_subject(office: tuple[str, Path, Findings], files: dict[str, SiteFile]) -> None:
    """A page of information links no row of the plan that has not one of its subjects, and some where there are such."""
    findings = office[2]
    for page in findings.prosa:
        own = {addresses.aksi(2027, aksi.kode) for aksi in findings.terbaru.aksi_bertema(page.kepala.tema)}
        text = files[f"{page.nama}/index.html"].read().decode()
        linked = {f"rencana-aksi/2027/{code}/" for code in re.findall(r"rencana-aksi/2027/([ivxlc]+-[^/\"#]+)/", text)}
        assert linked <= own, page.nama
        assert bool(linked) == bool(own), page.nama


def test_nothing_is_said_of_a_decree_that_there_is_not(office: tuple[str, Path, Findings], files: dict[str, SiteFile]) -> None:
    """Only the office that has one has its page, and none says that a decree is missing."""
    name, *_ = office
    assert ("rencana-aksi/2027/keputusan/index.html" in files) == (name == "pengadilan")
    pages = [path for path, file in files.items() if path.endswith(".html") and "Belum ada</" in file.read().decode()]
    assert not [path for path in pages if "Keputusan Belum ada" in files[path].read().decode()]


def test_columns_that_no_row_has_are_told_once(office: tuple[str, Path, Findings], files: dict[str, SiteFile]) -> None:
    """The plan's page names what the table prints nowhere, and repeats it in no row."""
    name, *_ = office
    page = files["rencana-aksi/2027/index.html"].read().decode()
    (said,) = re.findall(r"Tidak tercetak dalam rencana ini: (.*?)\.<", page)
    assert ("bukti fisik" in said) == (name == "madrasah")
    assert not [key for key in said.split(", ") if f'data-kolom="{key.replace(" ", "_")}"' in page]
