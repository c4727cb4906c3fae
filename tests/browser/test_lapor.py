"""From the list of situations to the right number, on a phone, with and without scripts; pages as people meet them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.contact_links import DIALLED, link_of, ways_of
from zona.records.informasi.lapor import Situasi

PHONE = ViewportSize(width=360, height=740)
STEPS = """steps => steps.map((step) => ({
  judul: step.querySelector("h3").innerText, isi: step.innerText, nomor: getComputedStyle(step, "::before").content,
  tautan: [...step.querySelectorAll("a")].map((link) => link.getAttribute("href")),
}))"""


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def phone(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The real site's home page on a phone, with and without JavaScript."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param, locale="id-ID")
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.fixture
def situations(temuan: Findings) -> tuple[Situasi, ...]:
    """The real office's situations."""
    assert temuan.lapor
    return temuan.lapor.isi.situasi


def on_the_screen(page: Page, link: str) -> bool:
    """Whether a link with this address can be tapped without scrolling."""
    boxes = [found.bounding_box() for found in page.locator(f"main a[href='{link}']").all()]
    return any(box and box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"] for box in boxes)


def test_numbers_stand_on_the_first_screen(phone: Page, temuan: Findings) -> None:
    """Every number of another body can be called from the first screen of the list, before anything is chosen."""
    phone.goto(phone.url + addresses.LAPOR)
    others = [item for item in temuan.kanal_menurut_kunci.values() if not item.milik_kantor]
    numbers = [link_of(cara) for item in others for cara in item.cara if cara.jenis in DIALLED and cara.nilai]
    assert len(numbers) > 3
    assert [link for link in numbers if link and not on_the_screen(phone, link)] == []


def test_home_leads_to_every_situation(phone: Page, situations: tuple[Situasi, ...]) -> None:
    """Every situation is one tap from the home page, on which its name stands as its page has it."""
    found = {link.get_attribute("href"): link.inner_text() for link in phone.locator(".zi-situasi a").all()}
    assert found == {addresses.situasi(item.kunci): item.judul for item in situations}


def test_two_taps_to_the_right_number(phone: Page, temuan: Findings, situations: tuple[Situasi, ...]) -> None:
    """Every line of the list leads to a page of its own, on which the first way to the situation's first channel is on the
    screen without scrolling, as the one filled button; where no way to it is known, that is said there instead."""
    root = phone.url
    for situasi in situations:
        phone.goto(root + addresses.LAPOR)
        phone.locator("nav").get_by_role("link", name=situasi.judul, exact=True).click()
        phone.wait_for_url(f"**/{addresses.situasi(situasi.kunci)}")
        assert phone.locator("h1").inner_text().replace("\u00ad", "") == situasi.judul
        first = ways_of(temuan.kanal_menurut_kunci[situasi.kanal[0]])
        buttons = phone.locator("main .zi-btn")
        assert buttons.count() == (1 if first.utama else 0), situasi.kunci
        if first.utama:
            link = link_of(first.utama[0])
            assert buttons.get_attribute("href") == link
            assert link
            assert on_the_screen(phone, link), situasi.kunci
        else:
            box = phone.locator(".zi-nomor .zi-kosong").first.bounding_box()
            assert box
            assert box["y"] + box["height"] <= PHONE["height"]


def test_old_addresses_lead_on(phone: Page, situations: tuple[Situasi, ...]) -> None:
    """Links to the old anchors, which no server can send on, land at the situation's line in the list, and it leads on."""
    phone.set_viewport_size({"width": 360, "height": 400})
    for situasi in situations:
        phone.goto(f"{phone.url.partition(addresses.LAPOR)[0].partition('#')[0]}{addresses.LAPOR}#{situasi.kunci}")
        line = phone.locator(f"#{situasi.kunci}")
        box = line.bounding_box()
        assert box
        assert -1 <= box["y"] <= 400 - box["height"], situasi.kunci
        assert line.locator("a").get_attribute("href") == f"{situasi.kunci}/"


def test_a_situation_says_whom_to_reach(phone: Page, temuan: Findings, situations: tuple[Situasi, ...]) -> None:
    """Second on the page of each situation stands whether each channel takes a report without a name: yes, no, or not known.
    Each step stands in its order with its number; of each channel that it names it gives a way, or says that none is filled in.
    A complaint to the office comes before the Ombudsman, who asks for it."""
    words = {None: "belum kami ketahui", "ya": "Ya", "tidak": "Tidak"}
    root = phone.url
    for situasi in situations:
        phone.goto(root + addresses.situasi(situasi.kunci))
        assert phone.locator("main h2").all_inner_texts()[1] == "Anda boleh melapor tanpa nama?"
        channels = [temuan.kanal_menurut_kunci[kunci] for kunci in situasi.kanal]
        assert [said.split("\n") for said in phone.locator(".zi-jawab > div").all_inner_texts()] == [
            [item.nama, words[item.tanpa_nama and item.tanpa_nama.value]] for item in channels
        ]
        steps = phone.locator("ol.zi-langkah > li").evaluate_all(STEPS)
        assert [step["judul"] for step in steps] == [langkah.judul for langkah in situasi.langkah]
        for step, langkah in zip(steps, situasi.langkah, strict=True):
            assert step["nomor"] == "counter(langkah)"
            for kunci in langkah.kanal:
                ways = ways_of(temuan.kanal_menurut_kunci[kunci])
                assert {link_of(cara) for cara in ways.utama[:1]} <= {*step["tautan"]}
                assert ways.utama or "belum diisi" in step["isi"]
        order = [kunci for langkah in situasi.langkah for kunci in langkah.kanal]
        assert "ombudsman" not in order or order.index("kantor") < order.index("ombudsman"), situasi.kunci


def test_another_situation_is_two_taps_away(phone: Page, situations: tuple[Situasi, ...]) -> None:
    """At the end of each page all other situations unfold, without a script as well."""
    phone.goto(phone.url + addresses.situasi(situations[0].kunci))
    phone.locator("nav summary").last.click()
    phone.get_by_role("link", name=situations[-1].judul, exact=True).click()
    phone.wait_for_url(f"**/{addresses.situasi(situations[-1].kunci)}")


def test_ages_are_seen(browser: Browser, contoh: Path, serve: Callable[[Path], str]) -> None:
    """Of the sample's channels, old ones carry their age, very old ones a doubt, never tried ones say so, new ones a date; and
    one box warns that not all were tried."""
    page = browser.new_page(viewport=PHONE)
    page.goto(serve(contoh) + "kanal/")
    told = page.locator(".zi-kanal__umur").all_inner_texts()
    assert [text for text in told if "120 hari lalu; perlu dicoba lagi" in text]
    assert [text for text in told if "240 hari lalu; bisa sudah berubah" in text]
    assert [text for text in told if "Terakhir kami coba: belum." in text]
    assert [text for text in told if "Terakhir kami coba: 19 November 2026." in text]
    assert page.locator(".zi-kabar").count() == 1
    page.close()


@pytest.mark.parametrize("path", [addresses.LAPOR, addresses.KANAL])
def test_the_numbers_print_on_one_sheet(browser: Browser, contoh: Path, serve: Callable[[Path], str], path: str) -> None:
    """The list of situations and the list of channels are one A4 page each, with every number, and no filled button on it."""
    page = browser.new_page()
    page.goto(serve(contoh) + path)
    page.emulate_media(media="print")
    numbers = page.locator("main .zi-nomor a:is([href^='tel:'], [href^='sms:'])")
    assert numbers.count() > 2
    assert all(number.is_visible() for number in numbers.all())
    assert page.locator("main .zi-btn:visible").count() == 0
    assert sheets(page) == 1
    page.close()


def sheets(page: Page) -> int:
    """How many sheets the page is on paper."""
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    return paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ")


def test_a_situation_prints_on_one_sheet(browser: Browser, contoh: Path, serve: Callable[[Path], str]) -> None:
    """Each situation is one A4 page, with its steps and the other ways to reach its channels."""
    page, address = browser.new_page(), serve(contoh)
    for path in sorted(item.parent.name for item in (contoh / addresses.LAPOR).glob("*/index.html")):
        page.goto(f"{address}{addresses.LAPOR}{path}/")
        page.emulate_media(media="print")
        assert page.locator("#langkah, .zi-langkah, .zi-utama").first.is_visible(), path
        assert sheets(page) == 1, path
    page.close()


def test_what_is_not_there_leads_on(phone: Page, address: str) -> None:
    """The page for what is not there leads to the search, to the way to report and home."""
    phone.goto(address + "404.html")
    links = [link.get_attribute("href") for link in phone.locator("main a").all()]
    assert [f"/{path}" for path in (addresses.PETA, addresses.LAPOR, "") if f"/{path}" not in links] == []
