"""Isi banyak sekaligus in Chromium: a backlog by table and by workbook, with a script and without; every state accessible."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from asked import Asked
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, ViewportSize
from small.served_desk import served_desk
from support.evidence_files import pdf, phone_photo
from support.zi_command import TABALONG
from sweep import DESK, ZOOMED
from zona.records.load import load_data

Faults = Callable[[Page], list[str]]


def picked(page: Page, folder: Path, faults: Faults, *, script: bool) -> None:
    """A whole action picked in the table, refused once, told once, and saved."""
    page.locator('button[value="tandai-I.4.a"]').click()
    assert faults(page) == []
    page.get_by_role("button", name="Lanjut mengisi 10 laporan").click()
    page.get_by_role("button", name=re.compile("^Periksa")).click()
    assert "3 hal perlu dibetulkan" in page.inner_text("main")
    assert faults(page) == []
    page.get_by_role("radio", name="Selesai").check()
    page.locator("#uraian").fill("DATA CONTOH: menyebarkan prosedur.")
    page.get_by_role("checkbox", name="Yang kosong").check()
    with page.expect_navigation():
        page.locator("#berkas").set_input_files([folder / "foto mei.jpg", folder / "laporan.pdf"])
        if not script:
            page.get_by_role("button", name="Tambahkan yang dipilih").click()
    page.get_by_role("checkbox", name="Pakai untuk semua").check()
    page.get_by_role("button", name=re.compile("^Periksa")).click()
    assert faults(page) == []
    page.get_by_role("button", name="Simpan 10 laporan").click()
    assert "10 laporan tersimpan" in page.inner_text("main")


def by_workbook(page: Page, folder: Path, faults: Faults) -> None:
    """The workbook downloaded, filled in with two wrong cells, dropped, corrected in the page, and saved."""
    with page.expect_download() as coming:
        page.get_by_role("link", name="Unduh buku kerja", exact=True).click()
    name = coming.value.suggested_filename
    coming.value.save_as(folder / name)
    book = load_workbook(folder / name)
    sheet = book["Isian"]
    for number in range(2, 8):
        for column, text in enumerate((f"{number}/3/2026", "Berjalan", f"DATA CONTOH {number}."), start=3):
            sheet.cell(number, column).value = text
    action = sheet["A3"].value
    sheet["A3"], sheet["E5"] = "VII.1b", "Hubungi 0812 0000 0090"
    book.save(folder / name)
    page.locator("#berkas").set_input_files(folder / name)
    with page.expect_navigation():
        page.get_by_role("button", name="Periksa isinya").click()
    assert "Belum disimpan: 2 sel perlu dibetulkan" in page.inner_text("main")
    assert faults(page) == []
    page.get_by_label("Isi baru sel A3").fill(str(action))
    page.get_by_label("Isi baru sel E5").fill("DATA CONTOH.")
    page.get_by_role("button", name="Periksa lagi").click()
    assert faults(page) == []
    page.get_by_role("button", name="Simpan 6 laporan").click()
    assert "6 laporan tersimpan" in page.inner_text("main")


@pytest.mark.parametrize(("window", "script"), [(DESK, True), (ZOOMED, False)], ids=["skrip", "tanpa skrip"])
def test_a_backlog(browser: Browser, asked: Asked, tmp_path: Path, window: ViewportSize, script: bool) -> None:
    """Ten months told once and six rows of a workbook, on a wide screen with the script and on a narrow one without it, for
    which the desk sends the same pages: sixteen records; in no state does axe find a fault or anything scroll sideways, wide
    and narrow, light and dark."""
    faults: Faults = asked.in_each_window if script else lambda _: []
    data = Path(copytree(TABALONG / "data", tmp_path / "data"))
    before = len(load_data(data).tahun[-1].capaian)
    (tmp_path / "foto mei.jpg").write_bytes(phone_photo())
    (tmp_path / "laporan.pdf").write_bytes(pdf())
    with served_desk(data) as desk, browser.new_context(viewport=window, locale="id-ID") as context:
        desk.choose_role(desk.open().office.peran[0])
        page = context.new_page()
        if not script:  # axe itself needs a browser that runs scripts
            page.route("**/meja.js", lambda route: route.abort())
        page.goto(desk.address)
        page.goto(f"http://{desk.host}/tumpukan/")
        assert faults(page) == []
        picked(page, tmp_path, faults, script=script)
        by_workbook(page, tmp_path, faults)
    assert len(load_data(data).tahun[-1].capaian) == before + 16
