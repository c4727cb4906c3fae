"""Every screen of the desk, in every state that it can have: for those who see little, use the keyboard alone, have a narrow
window or no script; in plain Indonesian, and with nothing from outside."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from asked import UNFOLD, WINDOWS, Asked, Tab, tab_at
from cli.meja import send_pages
from cli.meja.guard import POLICY
from playwright.sync_api import Browser, ViewportSize
from small.served_desk import Served
from support.evidence_files import pdf, phone_photo
from sweep import DESK
from zona.desk.sending import outcomes
from zona.findings.scrutiny import BerkasBerubah

ENGLISH = re.compile(
    r"\b(the|and|error|errors|file|files|upload|login|token|commit|push|pull|branch|server|save|cancel|submit|back|next|home|"
    r"invalid|required|warning|page|not found|bad request|click|delete|edit|add|send|sent|draft|desk)\b",
    re.IGNORECASE,
)
GET = tuple(
    """/ /?semua=1 /peran/ /tutup/ /catat/ /catat/?aksi=I.3&periode=2026-TW3 /tumpukan/ /verifikasi/ /betulkan/?aksi=I.3 /kirim/
    /kirim/kode/ /periksa/ /penilai/ /kanal/ /kanal/kantor/ /kanal/kpk/ /kanal/sp4n-lapor/ /kanal/baru/ /pengaduan/
    /pengaduan/2026-09/ /pengaduan/2026-10/ /laporan/ /laporan/2026/gratifikasi/ /laporan/2026/spip/ /laporan/2026/survei/ikm/
    /laporan/2026/survei/spak-2/?jenis=spak /kantor/ /kantor/?tersimpan=1 /pemetaan/2026/ /pemetaan/2026/A.1.I.ii.c/langsung/
    /pemetaan/2026/A.1.III.i.a/langsung/ /pemetaan/2026/penegasan/ /tidak-ada/""".split()
)


def outcome(kind: type[Any]) -> Any:
    """One of a kind of ending, with something in each of its fields."""
    path, other = "data/2026/capaian/i-1_2026-01_0a1b2c3d.yml", "data/2026/capaian/i-1_2026-01_4e5f6a7b.yml"
    files = (BerkasBerubah(path, "A"), BerkasBerubah("data/kanal.yml", "M"))
    both = outcomes.IsianBerbeda("data/kanal.yml", "nilai: a\n", "nilai: b\n", "nilai: c\n", "0a1b")
    known: dict[str, object] = {
        "dikirim": files,
        "dari_rekan": files,
        "dua_catatan": (outcomes.DuaCatatan(path, other),),
        "berkas": (both,) if kind is outcomes.Keduanya else "index.lock",
        "tautan": "https://contoh.example/usulan",
        "saran": "https://contoh.example/kantor/data",
        "tanpa_hak": True,
        "dangkal": True,
        "tetap": True,
        "detik": 30.0,
        "sejak": None,
    }
    return kind(**{name: known.get(name, "contoh") for name in kind.__dataclass_fields__})


Screen = tuple[int, str]
RECORD = {"aksi": "I.3", "periode": "2026-TW3", "tahun": "2026"}


def shown(served: Served, address: str, fields: dict[str, Any] | None = None) -> Screen | None:
    """A screen of an address, or what comes after a form was sent there, under the desk's policy; None where it is no page."""
    client, base = served.client, served.base
    if fields is None:
        answer = client.get(address, base_url=base)
    else:
        answer = client.post(address, base_url=base, data=fields, headers={"Origin": base})
        if answer.status_code in (302, 303):
            return shown(served, answer.location.partition("#")[0])
    assert answer.headers["Content-Security-Policy"] == POLICY
    return (answer.status_code, answer.get_data(as_text=True)) if answer.mimetype == "text/html" else None


def photo(name: str) -> tuple[io.BytesIO, str]:
    """A photo of a telephone, as a form sends it."""
    return io.BytesIO(phone_photo()), name


def of_addresses(served: Served) -> dict[str, Screen | None]:
    """The screens of the menu, and one of each kind of address that they link to."""
    found = {address: shown(served, address) for address in GET}
    links = sorted({link for screen in found.values() if screen for link in re.findall(r'href="(/[^"#?]*)', screen[1])})
    kinds: dict[str, str] = {}
    for link in links:
        kinds.setdefault(re.sub(r"/[^/]*\d[^/]*|(?<=^/kanal)/[^/]+|(?<=/survei)/[^/]+", "/N", link), link)
    new = [link for link in kinds.values() if link not in found and not link.startswith("/situs")]
    return found | {link: shown(served, link) for link in new}


def of_forms(served: Served) -> dict[str, Screen | None]:
    """The screens that come after forms were sent."""
    wrong = RECORD | {"hari": "31", "bulan": "9", "uraian": "Hubungi 0812 3456 7890", "tindakan": "simpan"}
    right = RECORD | {"hari": "30", "bulan": "9", "hasil": "selesai", "uraian": "Rapat.", "tindakan": "pratinjau"}
    files = [photo("IMG_1.jpg"), (io.BytesIO(pdf()), "daftar hadir.pdf")]
    one = [photo("Rapat evaluasi di aula.jpg")]
    waiting = re.search(r"/verifikasi/([\w.-]+)", (shown(served, "/verifikasi/") or (0, ""))[1])
    assert waiting
    return {
        "catat ditolak": shown(served, "/catat/", wrong | {"berkas": files}),
        "catat dengan bukti": shown(served, "/catat/", right | {"berkas": one, "tautan": "https://drive.google.com/x"}),
        "verifikasi ditolak": shown(served, f"/verifikasi/{waiting[1]}", {"tindakan": "kembalikan", "alasan": ""}),
        "betulkan": shown(served, f"/betulkan/{waiting[1]}", {"cara": "mengoreksi"}),
        "cabut": shown(served, f"/betulkan/{waiting[1]}", {"cara": "mencabut"}),
        "data pribadi": shown(served, f"/betulkan/{waiting[1]}/data-pribadi/"),
    }


def of_endings(served: Served) -> dict[str, Screen | None]:
    """The screens of every way in which sending can end, at a small office, as they are the same at each."""
    found = {}
    for kind in get_args(outcomes.HasilKirim):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(send_pages, "_send", lambda *_, kind=kind: outcome(kind))
            found[f"kirim {kind.__name__}"] = shown(served, "/kirim/", {"tindakan": "kirim"})
    assert len(found) > 20
    return found


@pytest.fixture(scope="module")
def screens(served: Served, unserved: Served) -> dict[str, Screen]:
    """Every screen by a name: its status and its HTML."""
    found = of_addresses(served) | of_forms(served) | of_endings(unserved)
    return {name: screen for name, screen in found.items() if screen}


def text_of(page: str) -> str:
    """What a screen says, names of other programs' buttons aside, and what the office's own data say."""
    page = re.sub(r'<(\w+)[^>]* lang="en".*?</\1>', " ", page, flags=re.DOTALL)
    page = re.sub(r"<(script|style|code|option|textarea)\b.*?</\1>|<small.*?</small>|<a\b.*?</a>", " ", page, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", page)


def test_no_screen_fails(screens: dict[str, Screen]) -> None:
    """Every screen is a page of the desk; none is the page of a fault of the program, and each address of the menu is there."""
    bad = {name: status for name, (status, page) in screens.items() if status >= 500 or "<main" not in page}
    assert bad == {}
    assert [name for name in GET if screens[name][0] != 200] == ["/tidak-ada/"]


def test_each_ending_has_words(screens: dict[str, Screen]) -> None:
    """Each way in which sending can end is told; of a code that was taken the sending that follows tells."""
    ends = {name: page for name, (_, page) in screens.items() if name.startswith("kirim ")}
    assert [name for name, page in ends.items() if 'class="kbr' not in page] == ["kirim KodeDiterima"]


def test_plain_indonesian(screens: dict[str, Screen]) -> None:
    """No English word stands on any screen, but in the names of other programs' buttons and in what the office wrote."""
    found = {name: sorted(set(ENGLISH.findall(text_of(page)))) for name, (_, page) in screens.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_style_or_script_in_attributes(screens: dict[str, Screen]) -> None:
    """The strict policy holds: nothing needs an exception."""
    assert [name for name, (_, page) in screens.items() if re.search(r"\sstyle=|\son\w+=|<style|javascript:", page)] == []


@pytest.fixture(scope="module")
def tab(served: Served, browser: Browser) -> Iterator[Tab]:
    """A tab at the desk, in which screens are shown."""
    with tab_at(served.desk.address, browser) as found:
        yield found


@pytest.mark.parametrize("window", WINDOWS, ids=["ponsel", "meja"])
def test_every_screen_in_a_window(
    screens: dict[str, Screen], tab: Tab, asked: Asked, served: Served, window: ViewportSize
) -> None:
    """On every screen, with its folds open and in a wide window also as it comes, axe finds no fault: WCAG 2.2 A and AA, its
    best practices, and contrast of 7 to 1, in light and in dark; none is wider than its window, also at 320 pixels, which
    is 400 % of a usual window. None asks anybody but the desk for anything, or breaks a rule of its policy."""
    found = {}
    tab.page.set_viewport_size(window)
    asked.ready(tab.page)
    for name, (_, html) in screens.items():
        page = tab.show(html)
        folded = asked.built(page) if window is DESK else []
        page.evaluate(UNFOLD)
        found[name] = folded + asked.faults(page)
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert {address.split("/")[2] for address in tab.requests} == {served.desk.host}
    assert tab.said == []


REACHED = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
  .filter((item) => item.checkVisibility({visibilityProperty: true}) && item.tabIndex >= 0 && !item.matches("[tabindex='-1']"))
  .filter((item) => item.type !== "radio" || item.checked)
  .map((item) => item.outerHTML.slice(0, 90))"""
# Where the focus goes from now on, beginning at nothing.
FOLLOW = """() => { window.came = new Set(); document.activeElement.blur(); getSelection().removeAllRanges();
  document.addEventListener("focusin", (event) => came.add(event.target.outerHTML.slice(0, 90))); }"""


@pytest.mark.parametrize("name", ["/", "catat ditolak", "/verifikasi/", "kirim Keduanya", "/tumpukan/", "/kanal/"])
def test_the_keyboard_reaches_everything(screens: dict[str, Screen], tab: Tab, name: str) -> None:
    """With the Tab key alone the focus comes to every control, in at most three rounds: on a busy machine one was once passed
    over."""
    tab.page.set_viewport_size(DESK)
    page = tab.show(screens[name][1])
    page.evaluate(FOLLOW)
    missed = wanted = set(page.evaluate(REACHED))
    for _ in range(3):
        for _ in range(len(wanted) + 20):  # from a summary of faults on, which has the focus, and once round
            page.keyboard.press("Tab")
        if not (missed := wanted - set(page.evaluate("[...came]"))):
            break
    assert missed == set()


def test_without_a_script(served: Served, browser: Browser, tmp_path: Path) -> None:
    """Without JavaScript a record is begun, gets its evidence, and is saved."""
    (tmp_path / "Rapat evaluasi di ruang rapat.jpg").write_bytes(phone_photo())
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800}, locale="id-ID")
    page = context.new_page()
    page.goto(f"{served.base}/?kunci={served.desk.kunci}")
    page.goto(f"{served.base}/catat/?aksi=V.1.b&periode=2026-03")
    page.get_by_text("Selesai", exact=True).first.click()
    page.locator("#hari").fill("30 Maret 2026")
    page.locator("#uraian").fill("Rapat koordinasi dengan inspektorat.")
    page.set_input_files("#berkas", tmp_path / "Rapat evaluasi di ruang rapat.jpg")
    page.get_by_role("button", name="Tambahkan yang dipilih").click()
    assert page.get_by_label("Judul bukti 1").input_value() == "Rapat evaluasi di ruang rapat"
    assert page.locator("#uraian").input_value() == "Rapat koordinasi dengan inspektorat."
    page.get_by_role("button", name="Simpan laporan").click()
    assert "Tersimpan: V.1.b, Maret 2026" in page.locator("main").inner_text()
    context.close()
