"""Two people who record and change the same things, each at a desk and a clone of their own."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page
from small.served_desk import served_desk
from support.host.git_server import CODES, GitServer
from support.recording import PERAN, office
from support.zi_command import git
from zona.desk.sending.office_repository import Identitas, keep_identity
from zona.desk.sending.vault import Akses, Vault


def main(page: Page) -> str:
    """What a page says."""
    return re.sub(r"\s+", " ", page.locator("main").inner_text())


def person(folder: Path, server: GitServer, nama: str) -> Path:
    """Somebody's clone, who may send."""
    git(folder, "clone", "--quiet", str(server.central), nama)
    git(folder / nama, "remote", "set-url", "origin", server.terbuka)
    keep_identity(folder / nama, Identitas(nama.title(), f"{nama}@contoh.example"))
    return folder / nama / "data"


def begun(folder: Path) -> GitServer:
    """A host with the repository of a small office."""
    seed, server = folder / "awal", GitServer(folder / "layanan")
    office(seed / "data")
    git(seed, "init", "--quiet", "--initial-branch", "main")
    git(seed, "add", "--all")
    git(seed, "commit", "--quiet", "--message", "awal")
    git(seed, "push", "--quiet", str(server.central), "main")
    return server


def worked(page: Page, base: str, number: int) -> None:
    """Somebody records January of I.1, names another province, and sends."""
    page.goto(f"{base}/catat/?aksi=I.1&periode=2026-01")
    page.locator("#uraian").fill(f"Rapat tim kerja ke-{number}.")
    page.get_by_text("Berjalan", exact=True).first.click()
    page.locator("#hari").fill("20/1/2026")
    page.get_by_role("button", name="Simpan laporan").click()
    page.wait_for_load_state()
    page.goto(f"{base}/kantor/")
    page.get_by_label("Provinsi", exact=True).fill(f"Provinsi {number}")
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_load_state()
    page.goto(f"{base}/kirim/")
    page.get_by_role("button", name="Kirim sekarang").click()
    page.wait_for_load_state()


def test_two_people_at_once(browser: Browser, tmp_path: Path) -> None:
    """Slips 26 and 27: two records of one period are both sent, and both named; of a file that both changed the page shows both
    and asks. Nobody sees a mark of git's."""
    server = begun(tmp_path)
    clones = {nama: person(tmp_path, server, nama) for nama in ("ana", "budi")}  # before anybody sends
    with ExitStack() as open_now:
        open_now.callback(server.stop)
        for number, (nama, data) in enumerate(clones.items(), 1):
            desk = open_now.enter_context(served_desk(data))
            desk.vault = Vault()
            desk.vault.put(server.asal, Akses(nama, CODES[nama]))
            desk.choose_role(PERAN[number - 1])
            context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
            open_now.callback(context.close)
            page = context.new_page()
            page.goto(desk.address)
            worked(page, f"http://{desk.host}", number)
            assert ("Perubahan Anda sudah diterima" in main(page)) == (number == 1)
        told = main(page)
        assert "Belum dikirim: 1 berkas diubah oleh dua orang" in told
        assert ("provinsi: Provinsi 1" in told, "provinsi: Provinsi 2" in told) == (True, True)
        assert "<<<<<<<" not in page.content()
        page.get_by_label(re.compile("^Dari Anda")).check()
        page.get_by_role("button", name="Pakai yang dipilih, lalu kirim").click()
        page.wait_for_load_state()
        assert "ada dua laporan untuk periode yang sama" in main(page)
        assert "Provinsi 2" in server.blob("main:data/situs.yml").decode()
        assert len([name for name in server.files() if "/capaian/" in name]) == 2
        assert server.fsck() == ""
