"""Slips that were seen when people recorded: each is told at the desk in plain Indonesian, or understood, and loses nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.meja.desk import Desk
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from small.office_data import row, write_kantor
from small.served_desk import served_desk
from support.evidence_files import large_pdf, pdf, phone_photo
from support.recording import PERAN, office, options, records, run, verify
from support.zi_command import ROOT

TEXT = "Rapat tim kerja membahas rencana aksi."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of a small office."""
    with served_desk(office(tmp_path / "kantor" / "data")) as found:
        found.choose_role(PERAN[0])
        yield found


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab of a browser, for one desk after another."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID") as context:
        yield context.new_page()


@pytest.fixture
def page(desk: Desk, tab: Page) -> Page:
    """A browser at the form of January, with a description in it."""
    return begun(tab, desk)


def begun(page: Page, desk: Desk) -> Page:
    """Begin the record of January with a description."""
    page.goto(desk.address)
    page.goto(f"http://{desk.host}/catat/?aksi=I.1&periode=2026-01")
    page.locator("#uraian").fill(TEXT)
    return page


def filled(page: Page, hasil: str = "Berjalan", hari: str = "20", bulan: str = "1") -> None:
    """Choose a result and a day."""
    page.get_by_text(hasil, exact=True).first.click()
    page.locator("#hari").fill(hari)
    page.locator("#bulan").select_option(bulan)


def saved(page: Page) -> str:
    """Press Simpan; what the page says then."""
    page.get_by_role("button", name=re.compile("^Simpan (laporan|pembetulan|pencabutan|2 laporan)$")).click()
    return main(page)


def main(page: Page) -> str:
    """What a page says."""
    return re.sub(r"\s+", " ", page.locator("main").inner_text())


@pytest.mark.parametrize("typed", ["28/01/2026", "28 Januari 2026", "28-1-26"])
def test_days_as_people_write_them(page: Page, desk: Desk, typed: str) -> None:
    """Slips 1 and 2: a whole date in the field of the day is understood."""
    filled(page, hari=typed, bulan="11")
    assert "Tersimpan: I.1" in saved(page)
    assert [item.tanggal.isoformat() for item in records(desk.data)] == ["2026-01-28"]


TOLD = {
    "3 hari yang belum tiba": ("28", "12", TEXT, "28 Desember 2026 belum tiba"),
    "14 nomor telepon": ("20", "1", "Hubungi 0812 3456 7890.", "Tampaknya ada nomor telepon (08••••••••90)"),
    "15 NIP": ("20", "1", "Oleh pegawai dengan NIP 19800101 200501 1 001.", "Tampaknya ada NIP"),
    "17 sebelum keputusan": ("1", "1", TEXT, "1 Januari 2026 mendahului keputusan, 2 Januari 2026"),
    "hari yang tidak ada": ("31", "9", TEXT, "September 2026 hanya sampai tanggal 30"),
}


@pytest.mark.parametrize(("hari", "bulan", "uraian", "said"), TOLD.values(), ids=TOLD.keys())
def test_told_beside_the_field(page: Page, desk: Desk, hari: str, bulan: str, uraian: str, said: str) -> None:
    """Slips 3, 14, 15 and 17: the page says what is wrong first and at the field, keeps every field, and writes nothing."""
    filled(page, hari=hari, bulan=bulan)
    page.locator("#uraian").fill(uraian)
    words = saved(page)
    assert words.startswith("Belum disimpan: 1 hal perlu dibetulkan Isian Anda masih lengkap di bawah ini.")
    assert words.lower().count(said.lower()) == 2
    expect(page.locator(".rks")).to_be_focused()
    assert (page.locator("#hari").input_value(), page.locator("#uraian").input_value()) == (hari, uraian)
    assert page.get_by_role("radio", name=re.compile("^Berjalan")).is_checked()
    assert records(desk.data) == []


FILES = {
    "6 PDF terlalu besar": ("scan.pdf", large_pdf, "lebih dari 10 MB; cetak ulang ke PDF dengan mutu lebih rendah (150 dpi)"),
    "10 berkas Word lama": ("notulen.doc", lambda: b"\xd0\xcf\x11\xe0", "pilih Simpan sebagai (atau Ekspor), pilih PDF"),
    "11 film": ("VID-1.mp4", lambda: b"\0\0\0\x18ftypmp42", "unggah ke akun kantor, lalu pakai alamat halamannya"),
    "7 HEIC rusak": ("IMG_0412.heic", lambda: b"\0\0\0\x18ftypheic", "berkas tidak bisa dibuka"),
}


@pytest.mark.parametrize(("name", "content", "said"), FILES.values(), ids=FILES.keys())
def test_files_that_are_not_taken(page: Page, tmp_path: Path, name: str, content: object, said: str) -> None:
    """Slips 6, 7, 10 and 11: a file that can't be evidence is named, with the way out; others with it are taken."""
    (tmp_path / name).write_bytes(content())  # type: ignore[operator]
    (tmp_path / "foto kegiatan (1) “baru”.jpg").write_bytes(phone_photo())  # slip 9
    filled(page)
    page.set_input_files("#berkas", [tmp_path / name, tmp_path / "foto kegiatan (1) “baru”.jpg"])
    expect(page.locator(".rks")).to_be_focused()
    assert said in main(page)
    assert page.get_by_label("Judul bukti 1").input_value() == "foto kegiatan (1) “baru”"
    assert page.locator("#uraian").input_value() == TEXT


def test_done_without_evidence(page: Page) -> None:
    """Slip 16: “Selesai” without evidence is refused with two ways on."""
    filled(page, "Selesai")
    words = saved(page)
    assert "Hasil “Selesai” perlu sedikitnya satu bukti" in words
    assert "ubah hasil menjadi Berjalan" in words


def test_links(page: Page, desk: Desk) -> None:
    """Slips 12 and 13: an address without its beginning is completed; of a weak link the page says that it can vanish."""
    filled(page)
    page.get_by_text("Buktinya halaman web").click()
    page.locator("#tautan").fill("instagram.com/p/abc")
    page.get_by_role("button", name="Tambahkan halaman itu").click()
    assert page.get_by_label("Alamat halaman").first.input_value() == "https://instagram.com/p/abc"
    assert "Halaman web bisa hilang: unggah juga tangkapan layarnya" in main(page)
    page.get_by_label("Judul bukti 1").fill("Unggahan di Instagram")
    assert "Tersimpan" in saved(page)
    assert records(desk.data)[0].bukti[0].tautan_lemah == "media sosial"


def test_an_action_that_is_none(page: Page, desk: Desk) -> None:
    """Slip 5: what is no action is told with the one that is meant."""
    page.goto(f"http://{desk.host}/catat/?aksi=1.1")
    expect(page.locator("select#aksi")).to_be_visible()


def test_verifying_as_oneself(page: Page, desk: Desk) -> None:
    """Slips 18 and 19: a role never verifies its own record; on the same computer two people must say so; what is verified is
    not verified twice, and the same record is not saved twice."""
    filled(page)
    assert "Tersimpan" in saved(page)
    page.goto(f"http://{desk.host}/catat/?aksi=I.1&periode=2026-01")
    page.locator("#uraian").fill(TEXT)
    filled(page)
    assert "Laporan ini sudah ada" in saved(page)
    name = next((desk.data / "2026" / "capaian").glob("*.yml")).name
    page.goto(f"http://{desk.host}/verifikasi/{name}")
    assert "verifikasi harus oleh peran yang lain" in main(page)
    assert page.get_by_role("button", name="Setujui").count() == 0
    desk.choose_role(PERAN[1])
    page.goto(f"http://{desk.host}/verifikasi/{name}")
    page.get_by_role("button", name="Setujui").click()
    assert "Pencatat dan pemverifikasi harus dua orang" in main(page)
    page.get_by_label("Kami dua orang").check()
    page.get_by_role("button", name="Setujui").click()
    assert "Tersimpan" in main(page)
    page.goto(f"http://{desk.host}/verifikasi/{name}")
    assert "sudah diverifikasi oleh Sekretaris" in main(page)
    assert len(records(desk.data)) == 1


def test_taken_back_before_it_is_sent(page: Page, desk: Desk) -> None:
    """Slip 20: a record that was not sent becomes a draft again, with all that it said, and leaves the data."""
    filled(page)
    saved(page)
    page.goto(f"http://{desk.host}/betulkan/")
    page.get_by_role("button", name="Batalkan, jadikan draf lagi").click()
    assert page.locator("#uraian").input_value() == TEXT
    assert records(desk.data) == []


def test_a_typo_in_a_verified_record(page: Page, desk: Desk, tmp_path: Path) -> None:
    """Slips 21 and 30: a correction begins with everything that the old record says, its evidence too."""
    (tmp_path / "foto.jpg").write_bytes(phone_photo())
    (tmp_path / "surat.pdf").write_bytes(pdf())
    run(desk.data, *options([tmp_path / "foto.jpg", tmp_path / "surat.pdf"]))
    run(desk.data, *verify(desk.data))
    page.goto(f"http://{desk.host}/betulkan/")
    page.get_by_role("button", name=re.compile("^Betulkan")).click()
    assert page.get_by_label("Judul bukti 2").input_value() == "Bukti surat"
    page.locator("#uraian").fill("Rapat: hasilnya baik sekali.")
    page.locator("#alasan").fill("Salah ketik.")
    assert "Tersimpan" in saved(page)
    assert [item.mengoreksi is not None for item in records(desk.data)].count(True) == 1
    assert len(list((desk.data / "bukti" / "2026").iterdir())) == 2


@pytest.mark.parametrize("changed", ["catatan", "bukti"])
def test_changed_behind_the_verification(page: Page, desk: Desk, tmp_path: Path, changed: str) -> None:
    """Slips 22 and 23: a verified record or its evidence that somebody changed is told, with the file."""
    (tmp_path / "foto.jpg").write_bytes(phone_photo())
    run(desk.data, *options([tmp_path / "foto.jpg"]))
    run(desk.data, *verify(desk.data))
    if changed == "catatan":
        path = next((desk.data / "2026" / "capaian").glob("*.yml"))
        path.write_text(path.read_text(encoding="utf-8").replace("baik", "buruk"), encoding="utf-8")
    else:
        path = next((desk.data / "bukti" / "2026").iterdir())
        image = io.BytesIO()
        Image.new("RGB", (9, 9), "blue").save(image, "JPEG")
        path.write_bytes(image.getvalue())
    page.goto(f"http://{desk.host}/periksa/")
    assert path.name in main(page)
    assert "Traceback" not in main(page)


def test_not_sent_yet(page: Page, desk: Desk) -> None:
    """Slips 25 and 31: what is not sent stays counted on the first page; in a folder without a history a package is offered."""
    filled(page)
    saved(page)
    page.goto(f"http://{desk.host}/")
    assert "Belum dikirim" in main(page)
    page.goto(f"http://{desk.host}/kirim/")
    assert "Kantor belum punya tempat kirim daring" in main(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Simpan paketnya").click()
    assert re.fullmatch(r"paket-\d{4}-\d\d-\d\d\.zip", download.value.suggested_filename)


def test_a_closed_tab(tab: Page, desk: Desk) -> None:
    """Slip 30: what was typed before the tab was closed stands on the first page as a draft, and goes on from there."""
    closed = begun(tab.context.new_page(), desk)
    filled(closed)
    closed.get_by_text("Draf tersimpan").wait_for()
    closed.close()
    tab.goto(f"http://{desk.host}/")
    tab.get_by_role("link", name=re.compile("Lanjutkan")).click()
    assert tab.locator("#uraian").input_value() == TEXT
    assert tab.locator("#hari").input_value() == "20"


def test_an_iphone_photo_under_another_name(page: Page, tmp_path: Path) -> None:
    """Slips 7 and 8: a photo of an iPhone is taken, also where somebody called it .jpg, and is said to be a JPEG now."""
    (tmp_path / "IMG_0412.jpg").write_bytes((ROOT / "tests" / "cases" / "bukti" / "foto-telepon.heic").read_bytes())
    page.set_input_files("#berkas", tmp_path / "IMG_0412.jpg")
    page.get_by_text("Judul bukti 1").wait_for()
    assert "disimpan sebagai JPEG" in main(page)


def test_one_deed_for_two_actions(tab: Page, tmp_path: Path) -> None:
    """Slip 29: one deed is recorded once for several actions that end on the same day, with one piece of evidence."""
    rows = [row("I.1"), row("I.2"), row("I.3", "Februari")]
    data = write_kantor(tmp_path / "kantor" / "data", {2026: rows}, situs={"peran": PERAN})
    (tmp_path / "foto kegiatan.jpg").write_bytes(phone_photo())
    with served_desk(data) as desk:
        desk.choose_role(PERAN[0])
        page = begun(tab, desk)
        filled(page, "Selesai")
        page.set_input_files("#berkas", tmp_path / "foto kegiatan.jpg")
        page.get_by_text("Judul bukti 1").wait_for()
        assert page.get_by_label(re.compile("^I.3 ")).count() == 0
        page.get_by_label(re.compile("^I.2 ")).check()
        assert "Tersimpan: I.1, Januari 2026; I.2, Januari 2026" in saved(page)
    assert sorted(item.aksi for item in records(data)) == ["I.1", "I.2"]
    assert len(list((data / "bukti" / "2026").iterdir())) == 1


def test_a_role_that_gets_another_name(page: Page, desk: Desk) -> None:
    """Slip 24: a role that stands in records can't just be called otherwise, and the page keeps what was typed; with its last
    day, and a new role beside it, everything stays valid."""
    filled(page)
    saved(page)
    page.goto(f"http://{desk.host}/kantor/")
    page.get_by_text(f"1. {PERAN[0]}").click()
    page.locator("[id='peran.0.nama']").fill("Humas")
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_load_state()
    assert PERAN[0] in main(page)
    assert page.locator("[id='peran.0.nama']").input_value() == "Humas"
    page.locator("[id='peran.0'] summary").click()
    page.locator("[id='peran.0.nama']").fill(PERAN[0])
    page.locator("[id='peran.0.sampai']").fill("30")
    page.locator("[id='peran.0.sampai.bulan']").select_option("11")
    page.locator("[id='peran.0.sampai.tahun']").fill("2026")
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_load_state()
    assert "sampai: 2026-11-30" in (desk.data / "situs.yml").read_text(encoding="utf-8")
    assert len(records(desk.data)) == 1
