"""Two people, two computers, no git program on either: from a photo in a telephone to the published page."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_server import DAY, desk_of
from playwright.sync_api import Browser, Page
from support.code_host import CodeHost, read_json
from support.evidence_files import pdf, phone_photo
from support.host.git_server import CODES, GitServer
from support.zi_command import TABALONG, git

TITLES = ("Rapat tim kerja di aula", "Papan tim kerja di ruang tunggu", "SK Tim Kerja yang ditandatangani")
# What a telephone and an office program write into files, in forms that can be looked for.
CARRIED = (b"Exif", b"Kamera Contoh", b"oleh Fulan", b"2026:01:30", b"Penulis Contoh")


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[tuple[CodeHost, GitServer]]:
    """A code host that publishes by the workflow's lines, and the server that people send to it by."""
    host, server = CodeHost(tmp_path, TABALONG), GitServer(tmp_path / "layanan")
    host.draws = False
    subprocess.run(["rm", "-rf", str(server.central)], check=True)
    server.central.symlink_to(host.central)
    git(host.central, "config", "http.receivepack", "true")
    yield host, server
    server.stop()
    host.stop()


class Counted:
    """A person at a browser; every field that is filled in or chosen counts."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
        self.page: Page = self.context.new_page()
        self.page.goto(address)
        self.inputs = 0

    def fill(self, label: str, text: str) -> None:
        """Fill a field in."""
        field = self.page.locator("#kode") if label == "Kode akses" else self.page.get_by_role("textbox", name=label)
        field.fill(text)  # a password has no role
        self.inputs += 1

    def choose(self, label: str) -> None:
        """Choose one of several."""
        self.page.get_by_label(re.compile(f"^{re.escape(label)}")).check()
        self.inputs += 1

    def press(self, words: str) -> None:
        """Press a button or follow a link."""
        self.page.locator("main").get_by_role("button", name=words).or_(
            self.page.locator("main").get_by_role("link", name=words)
        ).first.click()
        self.page.wait_for_load_state()

    def reads(self, words: str) -> bool:
        """Whether the page says it."""
        return words in re.sub(r"\s+", " ", self.page.locator("main").inner_text())


def send(person: Counted, nama: str) -> None:
    """Send for the first time from a computer: a name, and an access code."""
    person.page.goto(person.page.url.split("/", 3)[0] + "//" + person.page.url.split("/")[2] + "/kirim/")
    person.press("Kirim sekarang")
    person.fill("Surel", f"{nama}@contoh.example")
    person.press("Simpan, lalu kirim")
    person.fill("Nama akun di tempat kirim", nama)
    person.fill("Kode akses", CODES[nama])
    person.press("Coba kode ini, lalu kirim")
    assert person.reads("Perubahan Anda sudah diterima"), person.page.locator("main").inner_text()


def clone_of(host: CodeHost, server: GitServer, name: str) -> Path:
    """A fresh clone that sends by the server."""
    root = host.clone(name)
    git(root, "remote", "set-url", "origin", server.tertutup)
    return root


def recorded(ana: Counted, files: list[Path]) -> None:
    """Ana records January of I.1 with these files as evidence, and sends it."""
    ana.choose("Tim Kerja Zona Integritas")
    ana.press("Mulai")
    ana.page.get_by_role("link", name=re.compile(r"^I\.1 .*Januari 2026")).click()
    ana.choose("Selesai")
    ana.fill("Hari", "30/01/2026")
    ana.fill("Apa yang dilakukan?", "Tim kerja ditetapkan dengan keputusan Ketua dan dibagi tugasnya.")
    ana.page.set_input_files("#berkas", files)
    ana.inputs += 1
    ana.page.get_by_text("Judul bukti 3").wait_for()
    assert ana.reads("tempat foto dibuat (GPS)")
    ana.press("Simpan laporan")
    assert ana.reads("Tersimpan: I.1, Januari 2026"), ana.page.locator("main").inner_text()
    send(ana, "ana")


def verified(budi: Counted, sending: str) -> None:
    """Budi takes it over, opens the evidence, verifies and sends."""
    budi.choose("Pengelola situs")
    budi.press("Mulai")
    budi.page.goto(sending)
    budi.press("Ambil kiriman rekan")
    budi.fill("Nama akun di tempat kirim", "budi")
    budi.fill("Kode akses", CODES["budi"])
    budi.press("Coba kode ini")
    budi.page.goto(sending)
    budi.press("Ambil kiriman rekan")
    budi.press("Buka Verifikasi")
    budi.page.get_by_role("link", name=re.compile(r"^I\.1 ")).click()
    budi.press("Setujui")
    assert budi.reads("Belum disetujui: bukti 1 belum dibuka")
    for number in (1, 2, 3):
        budi.page.get_by_label(f"Bukti {number} sudah saya buka").check()
    budi.press("Setujui")
    assert budi.reads("Tersimpan"), budi.page.locator("main").inner_text()
    budi.page.goto(sending)
    budi.press("Kirim sekarang")
    budi.fill("Surel", "budi@contoh.example")
    budi.press("Simpan, lalu kirim")
    assert budi.reads("Perubahan Anda sudah diterima"), budi.page.locator("main").inner_text()


def test_from_a_photo_to_the_published_page(hosts: tuple[CodeHost, GitServer], browser: Browser, tmp_path: Path) -> None:
    """Ana records two photos with their place and a PDF with its author, with at most 12 inputs, and sends; Budi takes it over,
    opens the evidence, verifies and sends; a third clone is built and published by the workflow's lines. The SHA-256 in the
    record, on the page and of the file agree in all three, and no object of the repository carries what was taken out."""
    host, server = hosts
    names = (f"{TITLES[0]}.jpg", f"{TITLES[1]}.jpg", f"{TITLES[2]}.pdf")
    contents = (phone_photo(), phone_photo(orientation=3), pdf(author="Penulis Contoh"))
    for name, content in zip(names, contents, strict=True):
        (tmp_path / name).write_bytes(content)
    roots = clone_of(host, server, "ana"), clone_of(host, server, "budi"), host.runner
    with desk_of(roots[0]) as address:
        ana = Counted(browser, address)
        recorded(ana, [tmp_path / name for name in names])
        assert ana.inputs <= 12
    with desk_of(roots[1]) as address:
        verified(Counted(browser, address), f"{address.partition('?')[0]}kirim/")
    host.publish(DAY)
    (record,) = (host.runner / "data/2026/capaian").glob("i-1_2026-01_*.yml")
    kept = dict(re.findall(r"berkas: (\S+)\n +sha256: ([0-9a-f]{64})", record.read_text(encoding="utf-8")))
    assert len(kept) == 3
    page = (host.published / "rencana-aksi/2026/i-1/index.html").read_text(encoding="utf-8")
    for name, digest in kept.items():
        here = [hashlib.sha256((root / "data/bukti/2026" / name).read_bytes()).hexdigest() for root in roots]
        assert here == [digest] * 3
        assert f'title="{digest}"' in page
        (published,) = (host.published / "bukti" / "2026").glob(f"{digest[:20]}.*")
        assert hashlib.sha256(published.read_bytes()).hexdigest() == digest
    assert read_json(host.published, "2026/ringkasan.json")["hitungan_periode"]["keadaan"]["terpenuhi"] == 1
    assert carried(host.central) == {}
    authors = git(host.central, "log", "--format=%an", "main").splitlines()
    assert authors[:2] == ["Pengelola situs", "Tim Kerja Zona Integritas"]


def carried(repository: Path) -> dict[str, list[str]]:
    """The objects of a repository that hold what was to be taken out; those that were there before aside."""
    command = ["git", "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype) %(objectsize)"]
    lines = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
    names = git(repository, "rev-list", "--objects", "main", "--not", "main~2").splitlines()
    new = {line.split()[0] for line in names}
    found: dict[str, list[str]] = {}
    for name, kind, _ in map(str.split, lines):
        if kind == "blob" and name in new:
            content = subprocess.run(["git", "cat-file", "blob", name], cwd=repository, capture_output=True, check=True).stdout
            if words := [word.decode() for word in CARRIED if word in content]:
                found[name] = words
    return found
