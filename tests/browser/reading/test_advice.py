"""Pages of advice as people use them: the last day to report a gift, sources that open, steps on the first screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from zona.findings.working_days import last_day
from zona.findings.year_findings import Findings
from zona.outputs.wording import tanggal

PHONE = ViewportSize(width=360, height=800)


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[tuple[Page, bool]]:
    """The page on gifts on a phone, with and without JavaScript."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param, locale="id-ID")
    page = context.new_page()
    page.goto(f"{address}tolak-gratifikasi/")
    yield page, request.param
    context.close()


def test_last_day(page: tuple[Page, bool], temuan: Findings) -> None:
    """Without a script an example is told; with one, the last day for any day of receipt, as the core counts it, and that a
    day out of reach can't be counted."""
    found, scripted = page
    result = found.locator("#batas-hasil")
    assert temuan.hari_libur
    free = {item.tanggal for year in temuan.hari_libur.isi.tahun for item in year.libur}
    expect(result).to_contain_text(f"lapor paling lambat {tanggal(last_day(temuan.per_tanggal, free))}.")
    expect(found.locator("#batas-lapor")).to_be_visible(visible=scripted)
    if not scripted:
        return
    field = found.get_by_label("Diterima tanggal")
    for back in (0, 1, 2, 100, 250, 366):
        day = temuan.per_tanggal - timedelta(back)
        field.fill(day.isoformat())
        expect(result).to_contain_text(f"Diterima {tanggal(day)}: lapor paling lambat {tanggal(last_day(day, free))}.")
    field.fill(date(2019, 1, 1).isoformat())
    expect(result).to_have_text("Tanggal itu di luar yang bisa kami hitung.")


def test_steps_stand_first(page: tuple[Page, bool]) -> None:
    """The four steps stand on the first screen."""
    steps = page[0].locator(".zi-prosa > ol").first.locator("li")
    assert [text.split()[0].strip(".") for text in steps.all_inner_texts()] == ["Tolak", "Catat", "Simpan", "Lapor"]
    box = steps.last.bounding_box()
    assert box
    assert box["y"] + box["height"] < PHONE["height"]


def test_sources_open(page: tuple[Page, bool]) -> None:
    """The number of a source leads to it although it lies in a fold, which opens."""
    found, _ = page
    mark = found.locator(".zi-tanda").first
    target = found.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
    expect(target).to_be_hidden()
    mark.click()
    expect(target).to_be_visible()
    expect(target).to_be_in_viewport()
