"""From the home page to the right number in two taps, on a phone, with and without scripts; pages as people meet them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from zona.findings.year_findings import Findings
from zona.outputs.contact_links import link_of
from zona.records.load import Data

PHONE = ViewportSize(width=360, height=740)


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def phone(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The real site's home page on a phone, with and without JavaScript."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param, locale="id-ID")
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def test_two_taps_to_the_right_number(phone: Page, temuan: Findings) -> None:
    """A citizen who was asked for money at the counter: one tap on “Saya dimintai uang”, and the number to call is on the
    screen, without scrolling; the second tap calls it. It is the number of the situation's first channel."""
    assert temuan.lapor
    asked = temuan.lapor.isi.situasi[0]
    phone.get_by_role("navigation", name="Ke mana saya melapor?").get_by_role("link", name=asked.judul).click()
    phone.wait_for_url(f"**/lapor/#{asked.kunci}")
    section = phone.locator(f"section[aria-labelledby='{asked.kunci}']")
    number = section.locator("a[href^='tel:']").first
    box = number.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= PHONE["height"]
    first = temuan.kanal_menurut_kunci[asked.kanal[0]]
    assert number.get_attribute("href") == next(
        link_of(cara) for cara in first.cara if (link_of(cara) or "").startswith("tel:")
    )


def test_every_situation_is_two_taps_away(phone: Page, data: Data) -> None:
    """Every situation on the home page leads to its own heading, below which stands something that can be tapped to reach."""
    assert data.lapor
    links = [link.get_attribute("href") for link in phone.locator(".zi-pilih--ringkas a").all()]
    assert links == [f"lapor/#{item.kunci}" for item in data.lapor.isi.situasi]
    phone.goto(phone.url + "lapor/")
    for item in data.lapor.isi.situasi:
        section = phone.locator(f"section[aria-labelledby='{item.kunci}']")
        assert section.locator("h2").get_attribute("id") == item.kunci
        reach = section.locator("a:is([href^='tel:'], [href^='sms:'], [href^='mailto:'], [href^='https:'])")
        assert reach.first.is_visible(), item.kunci


def test_ages_are_seen(browser: Browser, contoh: Path, serve: Callable[[Path], str]) -> None:
    """Of the sample's channels, old ones carry their age, very old and never confirmed ones a warning, new ones a date."""
    page = browser.new_page(viewport=PHONE)
    page.goto(serve(contoh) + "kanal/")
    told = page.locator(".zi-kanal__umur").all_inner_texts()
    assert [text for text in told if "120 hari lalu; perlu diperiksa ulang" in text]
    assert [text for text in told if "240 hari lalu; bisa sudah berubah" in text]
    assert [text for text in told if "Belum pernah dikonfirmasi kantor" in text]
    assert [text for text in told if "Dikonfirmasi kantor 19 November 2026" in text]
    page.close()
