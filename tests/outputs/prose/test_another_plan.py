"""The shared pages of information beside a plan of another kind, whose codes are those of Tabalong's rows: a page lists rows of
its own subjects and says nothing of others, whatever their codes."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest
import yaml
from small.office_data import row, write_kantor
from support.zi_command import ROOT
from zona.findings.janji import kept_by
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.intake.proposed_tema import proposed_for
from zona.outputs.pages.informasi_pages import pages_of_informasi
from zona.outputs.prose.shown_text import shown_text
from zona.records.load import load_data
from zona.records.rencana.kode import roman
from zona.records.rencana.rencana_aksi import RencanaAksi

pytestmark = pytest.mark.lambat

ASET = ROOT / "tests" / "offices" / "tabalong-2026" / "docs" / "aset"
CODE = re.compile(r"\b[IVX]+\.[0-9]+(?:\.[a-z])?\b")
# A statistics office's plan, as its groups and rows are usually called (DATA CONTOH).
GROUPS = {
    "Manajemen Perubahan": ["Membentuk Tim Kerja ZI", "Penyusunan rencana aksi ZI", "Rapat monev ZI", "Apel pagi"],
    "Penataan Tatalaksana": ["SOP kegiatan statistik diterapkan", "Reviu SOP", "Aplikasi SPBE", "Keterbukaan informasi publik"],
    "Penataan Sistem Manajemen SDM Aparatur": ["Perencanaan Kebutuhan Pegawai", "Pola Mutasi Internal", "Penilaian SKP",
                                               "Penegakan kode etik", "Pembaruan data pegawai"],
    "Penguatan Akuntabilitas": ["Keterlibatan Pimpinan", "Penyusunan perjanjian kinerja", "Laporan kinerja", "Rapat IKU",
                                "Rapat bulanan"],
    "Pengendalian Gratifikasi": ["Kampanye tolak gratifikasi", "Laporan bulanan", "Pembentukan UPG"],
    "Penerapan SPIP": ["Penilaian risiko", "Kegiatan pengendalian", "Pemantauan SPIP", "Rapat tiap bulan"],
    "Kualitas Pelayanan": ["Standar pelayanan", "Survei Kebutuhan Data", "Ruang laktasi", "Pelayanan Statistik Terpadu",
                           "Rapat pelayanan", "Kursi roda", "Survei kepuasan konsumen", "Pencacahan Susenas"],
}  # fmt: skip
PAGES = {
    "tim": ("I.1",),
    "tolak-gratifikasi": ("V.1", "V.2", "V.3"),
    "spip": ("VI.1", "VI.2", "VI.3", "VI.4"),
    "standar-pelayanan": ("VII.1",),
    "survei": ("VII.7",),
    **dict.fromkeys(("wbs", "benturan-kepentingan", "pengaduan", "inovasi", "laporan-harta", "pakta-integritas"), ()),
}


@pytest.fixture(scope="module", params=[("nasional",), ("nasional", "kpu")], ids="+".join)
def findings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """The office with its proposed subjects, and the pages of these packs."""
    root = tmp_path_factory.mktemp("bps")
    data = write_kantor(root / "data", {2026: [row("I.1")]}, situs={"paket": list(request.param)})
    shutil.copytree(ASET, root / "docs" / "aset")
    (root / "docs" / "informasi").mkdir()
    groups = [
        {"kode": roman(number), "judul": judul, "aksi": [words(f"{roman(number)}.{n}", text) for n, text in enumerate(rows, 1)]}
        for number, (judul, rows) in enumerate(GROUPS.items(), 1)
    ]
    plan = {"tahun": 2026, "judul": "RENCANA KERJA (CONTOH)", "kelompok": groups}
    proposed = proposed_for(RencanaAksi.model_validate(plan, strict=False).kelompok)
    for item in (item for group in groups for item in group["aksi"]):
        item["tema"] = list(proposed[item["kode"]])
    (data / "2026" / "rencana-aksi.yml").write_text(yaml.safe_dump(plan, allow_unicode=True), encoding="utf-8")
    return judge(load_data(data, prosa=root / "docs" / "informasi"), date(2026, 11, 24))


def words(kode: str, text: str) -> dict[str, str]:
    return row(kode) | {"komponen": text, "indikator": "Terlaksana", "langkah_aksi": "Dilaksanakan"}


def test_pages_list_rows_of_their_subject(findings: Findings) -> None:
    """Eleven pages: five have rows in this plan, and six, whose codes are there all the same, have none."""
    listed = {
        page.nama: tuple(item.kode for item in findings.terbaru.aksi_bertema(page.kepala.tema)) for page in findings.prosa
    }
    assert listed == PAGES


def test_texts_name_no_other_row(findings: Findings) -> None:
    """No text names a row that is not of its page's subject; nor does a page's list of what is waited for."""
    for page in findings.prosa:
        text = shown_text(page, findings) + " ".join(page.kepala.menunggu)
        assert set(CODE.findall(text)) <= set(PAGES[page.nama]), page.nama
        assert PAGES[page.nama] or "[[kegiatan" not in text, page.nama


def test_built_pages_link_to_no_other_row(findings: Findings) -> None:
    """The finished pages neither list nor link to a row of another subject."""
    for page in pages_of_informasi(findings, {2026: {}}):
        name = page.address.strip("/")
        if name in PAGES:
            html = page.view.render(findings, page.address)
            assert re.findall(r'data-janji="([^"]+)"', html) == list(PAGES[name]), name
            linked = {found.upper().replace("-", ".") for found in re.findall(r"/rencana-aksi/2026/([ivx]+-\d+)/", html)}
            assert linked <= set(PAGES[name]), name


def test_rows_of_the_site_itself(findings: Findings) -> None:
    """The plan's page and the quarter sheets keep the rows of their subjects in any plan."""
    kept = kept_by(findings)
    assert {kode: [item.value for item in found.situs] for kode, found in kept.items() if found.situs} == {
        "I.2": ["rencana-aksi"], "I.3": ["triwulan"],
    }  # fmt: skip
