"""Findings of the sample office, with and without a known address, and their drawn kit."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from support.zi_command import CONTOH, PER_TANGGAL, ROOT, TABALONG
from zona.drawing.cards import picture_files
from zona.drawing.lembar_monev import report_files
from zona.drawing.letter_papers import letter_papers
from zona.drawing.lke_papers import assessors_folder
from zona.drawing.month_papers import month_files
from zona.drawing.posters import poster_files
from zona.drawing.typst_drawing import Drawer
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.evidence.lke_evidence import area_folder
from zona.outputs.evidence.published import publish_all
from zona.records.load import load_data

CACHE = ROOT / ".zi-cache"
ALAMAT = "https://zi.contoh.example.org/"


def with_situs(findings: Findings, **values: Any) -> Findings:
    """The same findings of an office with other settings."""
    isi = findings.situs.isi.model_copy(update=values)
    return dataclasses.replace(findings, situs=dataclasses.replace(findings.situs, isi=isi))


@pytest.fixture(scope="session")
def tanpa_alamat() -> Findings:
    """The sample office, as if its site's address were not known."""
    findings = judge(load_data(CONTOH / "data", prosa=TABALONG / "docs" / "informasi"), PER_TANGGAL)
    return with_situs(findings, alamat_situs=None)


@pytest.fixture(scope="session")
def beralamat(tanpa_alamat: Findings) -> Findings:
    """The sample office, whose site has an address."""
    return with_situs(tanpa_alamat, alamat_situs=ALAMAT)


@pytest.fixture(scope="session")
def gambar(beralamat: Findings) -> dict[str, bytes]:
    """Every picture by its address."""
    return {file.path: file.content for file in picture_files(beralamat, Drawer(CACHE)) if isinstance(file.content, bytes)}


@pytest.fixture(scope="session")
def pdf(beralamat: Findings) -> dict[str, bytes]:
    """Every poster, report, month for the notice board and letter by its address; some areas' indexes for assessors."""
    drawer = Drawer(CACHE)
    files = [*poster_files(beralamat, drawer), *report_files(beralamat, publish_all(beralamat, CACHE), drawer)]
    files += [*month_files(beralamat, drawer), *letter_papers(beralamat, drawer)]
    for kode in ("A.1.III", "A.1.V", "B.I"):
        index = assessors_folder(area_folder(beralamat, 2026, kode), beralamat, drawer).berkas[0]
        files.append(dataclasses.replace(index, path=f"lke-{kode}.pdf"))
    return {file.path: file.content for file in files if isinstance(file.content, bytes)}
