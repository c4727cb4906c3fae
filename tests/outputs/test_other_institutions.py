"""The site of an office that is no election office: it has places to report, and no word of another institution."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.zi_command import LAIN, PER_TANGGAL_LAIN
from zona.drawing.posters import values_of
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.present import present
from zona.outputs.sharing import posters_of
from zona.outputs.site_file import SiteFile
from zona.records.load import load_data

pytestmark = pytest.mark.lambat

FOREIGN = re.compile(r"(?i)\bP?KPU\b|kpu\.go|pemilu|bawaslu|dkpp|tabalong|komisioner")
PACKS = ("nasional", "nasional, pengadilan")


@pytest.fixture(scope="module", params=PACKS)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """The frozen office of another institution, with these packs."""
    data = tmp_path_factory.mktemp("kantor") / "data"
    for path in (LAIN / "data").rglob("*"):
        if path.is_file():
            target = data / path.relative_to(LAIN / "data")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    situs = data / "situs.yml"
    situs.write_text(situs.read_text(encoding="utf-8").replace("[nasional]", f"[{request.param}]"), encoding="utf-8")
    return judge(load_data(data, prosa=data.parent / "docs" / "informasi", docs=Path("docs")), PER_TANGGAL_LAIN)


@pytest.fixture(scope="module")
def files(office: Findings) -> dict[str, SiteFile]:
    return {file.path: file for file in present(office)}


def test_no_word_of_another_institution(files: dict[str, SiteFile]) -> None:
    """In no page, no data file, no download and nothing that the search answers, its own words and sources included."""
    found = [
        (path, match[0])
        for path, file in files.items()
        if not path.endswith((".xlsx", ".zip", ".png", ".webp"))  # the tables in them are those of the CSV files
        for match in [FOREIGN.search(file.read().decode(errors="replace"))]
        if match
    ]
    assert found == []


def test_posters_say_nothing_of_it(office: Findings) -> None:
    """What is printed for the front door neither."""
    said = {poster.kunci: str(values_of(poster, office)) for poster in posters_of(office)}
    assert len(said) == 4
    assert [kunci for kunci, text in said.items() if FOREIGN.search(text)] == []


def test_there_is_a_place_to_report(files: dict[str, SiteFile], office: Findings) -> None:
    """The chooser leads to each situation, with the numbers of national bodies; each page of information is there."""
    assert office.lapor
    assert {f"lapor/{item.kunci}/index.html" for item in office.lapor.isi.situasi} <= files.keys()
    assert all(number in files["lapor/index.html"].read().decode() for number in ("137", "198", "1708"))
    assert len(office.prosa) == 11
    assert {f"{page.nama}/index.html" for page in office.prosa} <= files.keys()


def test_pages_name_the_packs(files: dict[str, SiteFile], office: Findings) -> None:
    """A page of a pack says whose it is, and offers nobody to edit what is not in the office's repository."""
    page = files["wbs/index.html"].read().decode()
    assert "Sumber data: paket nasional" in page
    assert "Sunting" not in page
