"""Pictures of the desk for the humas guide: the sample office, at a moment that stands still."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cli.meja.desk import Desk
from playwright.sync_api import Browser, Locator, Page
from small.served_desk import serving
from support.zi_command import CONTOH, PER_TANGGAL, TABALONG, git
from zona.desk.office import Office
from zona.desk.sending.vault import Vault

Pictured = dict[str, tuple[str, bytes]]
DAY = PER_TANGGAL.isoformat()
RECORDER, VERIFIER = "Tim Contoh", "Sekretaris Contoh"
RECORD = "aksi=II.5&periode=2026-06"  # which nobody has reported
EVIDENCE = CONTOH / "data" / "bukti" / "2026" / "foto-banner-1.jpg"


@dataclass
class StillDesk(Desk):
    """A desk whose clock stands still, so that the same screens say the same."""

    def now(self, office: Office) -> datetime:
        """The moment of every picture."""
        zone = office.data.situs.isi.zona_waktu.tzinfo
        return datetime(PER_TANGGAL.year, PER_TANGGAL.month, PER_TANGGAL.day, 10, 12, tzinfo=zone)


@contextmanager
def still_desk() -> Iterator[Desk]:
    """A desk on a copy of the sample office, which is called DATA CONTOH, and which was sent the day before."""
    with tempfile.TemporaryDirectory(prefix="zi-gambar-") as folder:
        data = Path(shutil.copytree(CONTOH / "data", Path(folder) / "data"))
        situs = data / "situs.yml"
        situs.write_text(
            situs.read_text(encoding="utf-8").replace("\nkantor: KPU Kabupaten Contoh\n", "\nkantor: DATA CONTOH\n")
        )
        shutil.copytree(TABALONG / "docs", data.with_name("docs"))  # the pages that the mapping to the LKE names
        begin_sent(data.parent)
        desk = StillDesk(data, "data contoh", DAY)
        desk.vault = Vault()
        with serving(desk):
            yield desk


def begin_sent(root: Path) -> None:
    """Give a folder a history, and a place that has all of it and that nobody reaches."""
    day = "2026-11-23T09:40:00+08:00"
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "awal", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
    git(root, "remote", "add", "origin", "https://contoh.invalid/kantor/data.git")
    git(root, "config", "branch.main.remote", "origin")
    git(root, "config", "branch.main.merge", "refs/heads/main")
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")


def desk_pictured(browser: Browser) -> Pictured:
    """For each picture of the desk, the sum of the words on its screen, and the picture."""
    found: Pictured = {}
    with still_desk() as desk:
        page = browser.new_page(viewport={"width": 1100, "height": 1000}, locale="id-ID", color_scheme="light")
        page.goto(desk.address)
        desk.choose_role(VERIFIER)
        page.goto(f"http://{desk.host}/verifikasi/")
        page.get_by_role("link", name="II.2").first.click()
        page.get_by_role("heading", name="Verifikasi II.2, Oktober 2026").wait_for()
        found["verifikasi"] = shot(page)
        desk.choose_role(RECORDER)
        fill(page, f"http://{desk.host}/catat/?{RECORD}")
        found["catat"] = shot(page, page.locator("#hasil"))
        page.set_viewport_size({"width": 900, "height": 800})
        page.get_by_role("button", name="Simpan laporan").click()
        page.get_by_text("Tersimpan: II.5, Juni 2026").wait_for()
        page.goto(f"http://{desk.host}/kirim/")
        found["kirim"] = shot(page)
        page.goto(f"http://{desk.host}/")
        found["meja"] = shot(page)
        page.goto(f"http://{desk.host}/tumpukan/")
        page.get_by_role("button", name="III.2").click()
        page.get_by_text("2 periode ditandai").wait_for()
        found["tumpukan"] = shot(page)
        page.close()
    return found


def fill(page: Page, address: str) -> None:
    """Fill in a record, with its evidence, as far as Simpan; each time until its draft is kept."""
    page.goto(address)
    page.get_by_label("Selesai").check()
    page.locator("#hari").fill("24")
    page.locator("#bulan").select_option("6")
    with page.expect_response("**/catat/langsung"):
        page.locator("#uraian").fill("Spanduk tolak gratifikasi dipasang di ruang layanan.")
    page.wait_for_load_state("networkidle")
    with page.expect_navigation():  # to its load event: what is typed before the script listens is not sent
        page.set_input_files("#berkas", EVIDENCE)
    with page.expect_response("**/catat/langsung"):
        page.get_by_label("Judul bukti 1").fill("Spanduk di ruang layanan")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Perbarui pratinjau").click()
    page.get_by_text("belum diverifikasi").wait_for()


def shot(page: Page, part: Locator | None = None) -> tuple[str, bytes]:
    """The sum of the words of a screen, and its picture: from the top on, or from a part of it."""
    page.wait_for_load_state("networkidle")
    words = " ".join(page.locator("body").inner_text().split())
    if part:
        part.evaluate("part => window.scrollTo(0, part.getBoundingClientRect().top + window.scrollY - 8)")
    else:
        page.evaluate("window.scrollTo(0, 0)")
    return hashlib.sha256(words.encode()).hexdigest(), page.screenshot()
