"""An assessor's way, in a browser: from an item to its evidence, to the file, and to the file's hash on this site."""

from __future__ import annotations

import hashlib
from pathlib import Path

from playwright.sync_api import Browser

TALL = {"width": 360, "height": 740}


def test_three_taps_from_item_to_hash(browser: Browser, alamat: str, tmp_path: Path) -> None:
    """From an item whose address was sent: the first tap shows its newest evidence unfolded, the second gives the file, the
    third leads to where the file's hash is looked up; there the downloaded file is found, and one that was changed is not."""
    context = browser.new_context(viewport=TALL, locale="id-ID")
    page = context.new_page()
    page.goto(f"{alamat}lke/2026/#A.1.I.i.a")
    item = page.locator("[id='A.1.I.i.a']")
    assert item.is_visible()  # the fold that it is in opens by the address
    item.get_by_role("link", name="bukti").click()
    evidence = page.locator(f"[id='{page.url.partition('#')[2]}'] .zi-bukti a").first
    assert evidence.is_visible()
    address = evidence.get_attribute("href")
    content = page.request.get(page.evaluate("link => new URL(link, location).href", address)).body()
    sidik = hashlib.sha256(content).hexdigest()
    assert f"{sidik[:8]}…{sidik[-4:]}" in evidence.inner_text()
    page.get_by_role("link", name="Periksa keaslian bukti").click()
    for changed in (False, True):
        file = tmp_path / f"bukti-{changed}.pdf"
        file.write_bytes(content + b" " * changed)
        page.locator("#periksa-berkas input").set_input_files(file)
        page.get_by_text("Tidak ada berkas yang sama" if changed else "Sama dengan berkas").wait_for()
        told = page.locator("#periksa-berkas code").inner_text()
        assert (sidik in told, "bukti/2026/" in told) == (not changed, not changed)
    context.close()


def test_only_what_has_no_evidence(browser: Browser, alamat: str) -> None:
    """The filter works without scripts: it shows the items without evidence, all folds open, and no other."""
    context = browser.new_context(viewport=TALL, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{alamat}lke/2026/")
    items = page.locator(".zi-area li")
    assert (items.count(), sum(item.is_visible() for item in items.all())) == (113, 0)
    page.get_by_label("Hanya yang belum ada bukti").check()
    shown = [item.get_attribute("data-bukti") for item in items.all() if item.is_visible()]
    assert set(shown) == {"0"}
    assert len(shown) == page.locator(".zi-area li[data-bukti='0']").count()
    context.close()
