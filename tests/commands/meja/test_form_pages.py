"""The desk's forms for data files: sent as a browser sends them, refused with everything kept, saved wholly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from small.desk_client import desk_client, get, post, text_at
from small.sent_form import fields_sent
from support.zi_command import ROOT
from zona.records.load import load_data

PAGES = {
    "/kantor/": "situs.yml",
    "/kanal/kantor/": "kanal.yml",
    "/kanal/kpk/": "kanal.yml",
    **{f"/laporan/2026/{name}/": f"2026/{name}.yml" for name in (
        "gratifikasi", "benturan-kepentingan", "spip", "inovasi", "laporan-harta", "pakta-integritas", "layanan",
        "survei/ikm", "survei/spak", "survei/spkp",
    )},
}  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The sample office's data with their true counts, as a copy."""
    for name in ("data", "data-tertutup"):
        shutil.copytree(ROOT / "tests" / "offices" / "contoh" / name, tmp_path / name)
    return tmp_path / "data"


@pytest.fixture
def meja(data: Path) -> FlaskClient:
    """The desk of that office."""
    return desk_client(data, "Tim Contoh")


@pytest.mark.parametrize(("address", "path"), PAGES.items())
def test_a_page_sent_as_it_stands_changes_nothing(address: str, path: str, meja: FlaskClient, data: Path) -> None:
    """Whoever opens a form and saves it without typing leaves the file byte for byte."""
    before = (data / path).read_bytes()
    answer = post(meja, address, fields_sent(text_at(meja, address), tindakan="simpan"))
    assert (answer.status_code, answer.headers.get("Location")) == (303, f"{address}?tersimpan=1")
    assert (data / path).read_bytes() == before
    assert "Tersimpan" in text_at(meja, f"{address}?tersimpan=1")


def test_lists_lead_to_every_form(meja: FlaskClient) -> None:
    """The desk's first page leads to the lists, and these to each channel, each report, each survey, each month."""
    home = text_at(meja, "/")
    for address in ("/kanal/", "/pengaduan/", "/laporan/", "/kantor/"):
        assert f'href="{address}"' in home
    lists = "".join(text_at(meja, address) for address in ("/kanal/", "/pengaduan/", "/laporan/"))
    for address in [*list(PAGES)[1:], "/pengaduan/2026-10/", "/kanal/baru/", "/laporan/2026/survei/ikm-2/?jenis=ikm"]:
        assert f'href="{address}"' in lists


def test_a_source_is_called_by_its_host(meja: FlaskClient) -> None:
    """A row that is an address is called by its host, not by the foreign words of its path."""
    page = text_at(meja, "/kanal/kpk/")
    assert "<summary>1. www.kpk.go.id</summary>" in page
    assert "click/" in page


def test_a_slip_is_told_first_and_everything_is_kept(meja: FlaskClient, data: Path) -> None:
    """A refused form comes back with a summary that leads to the field, the sentence at the field, and what was typed."""
    address, before = "/laporan/2026/survei/ikm/", (data / "2026/survei/ikm.yml").read_bytes()
    sent = fields_sent(
        text_at(meja, address), tindakan="simpan", responden="6,2", metode="Cara baru.", tanggal_selesai__hari="31",
        tanggal_selesai__bulan="9",
    )  # fmt: skip
    answer = post(meja, address, sent)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Belum disimpan: 2 hal perlu dibetulkan" in page
    assert '<a href="#responden">Responden: “6,2” bukan bilangan bulat' in page
    assert 'id="salah-tanggal_selesai"' in page
    again = fields_sent(page)
    kept = ("responden", "metode", "tanggal_selesai.hari", "nilai.8.unsur")
    assert [again[name] for name in kept] == [["6,2"], ["Cara baru."], ["31"], ["sarana"]]
    assert (data / "2026/survei/ikm.yml").read_bytes() == before


def test_a_channel_was_tried(meja: FlaskClient, data: Path) -> None:
    """Ticks date the ways and the channel; the page says since when; the rest of the file keeps its lines."""
    before = (data / "kanal.yml").read_text(encoding="utf-8").splitlines()
    ticks = {f"cara__{at}__dicoba_hari_ini": "ya" for at in (0, 1, 3)}
    answer = post(meja, "/kanal/kantor/", fields_sent(text_at(meja, "/kanal/kantor/"), tindakan="simpan", **ticks))
    assert answer.status_code == 303
    kanal = load_data(data).kanal
    assert kanal is not None
    assert [str(cara.dicoba) for cara in kanal.isi.kanal[0].cara] == ["2026-11-24", "2026-11-24", "None", "2026-11-24"]
    after = (data / "kanal.yml").read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == []
    assert len(after) == len(before) + 3
    page = text_at(meja, "/kanal/kantor/")
    assert page.count("Dicoba 24 November 2026") == 3
    assert "3 dari 3 cara dicoba kantor dalam tiga bulan terakhir" in page


def test_a_new_channel(meja: FlaskClient, data: Path) -> None:
    """A channel that is not there yet is added behind the others."""
    typed = {
        "kunci": "kotak-saran", "nama": "Kotak saran", "pemilik": "KPU Kabupaten Contoh", "untuk": "Saran.",
        "milik_kantor": "ya", "cara__0__jenis": "alamat", "cara__0__nilai": "Di meja depan",
    }  # fmt: skip
    answer = post(meja, "/kanal/baru/", fields_sent(text_at(meja, "/kanal/baru/"), tindakan="simpan", **typed))
    assert answer.headers.get("Location") == "/kanal/kotak-saran/?tersimpan=1"
    kanal = load_data(data).kanal
    assert kanal is not None
    assert (kanal.isi.kanal[-1].kunci, kanal.isi.kanal[-1].cara[0].nilai) == ("kotak-saran", "Di meja depan")
    assert get(meja, "/kanal/tidak-ada/").status_code == 404


def test_two_people_at_one_file(meja: FlaskClient, data: Path) -> None:
    """Who saves a form over what somebody else wrote meanwhile is shown both and asked; a second time it is meant."""
    page = text_at(meja, "/kantor/")
    theirs = (data / "situs.yml").read_text(encoding="utf-8").replace("Provinsi Contoh", "Provinsi Rekan")
    (data / "situs.yml").write_text(theirs, encoding="utf-8")
    answer = post(meja, "/kantor/", fields_sent(page, tindakan="simpan", kantor="KPU Kabupaten Baru"))
    asked = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Sekarang tertulis: Provinsi Rekan<br>Isian Anda: <b>Provinsi Contoh</b>" in asked
    assert (data / "situs.yml").read_text(encoding="utf-8") == theirs
    answer = post(meja, "/kantor/", fields_sent(asked, tindakan="simpan", provinsi="Provinsi Rekan"))
    assert answer.status_code == 303
    assert (data / "situs.yml").read_text(encoding="utf-8") == theirs.replace(
        "kantor: KPU Kabupaten Contoh", "kantor: KPU Kabupaten Baru"
    )


def test_what_others_rest_on(meja: FlaskClient, data: Path) -> None:
    """A role that records need can't go: the sentence says why, what was typed stays, and so does the file."""
    before = (data / "situs.yml").read_bytes()
    answer = post(meja, "/kantor/", fields_sent(text_at(meja, "/kantor/"), tindakan="simpan", peran__1__hapus="ya"))
    assert answer.status_code == 422
    assert "tidak ada dalam Kantor dan peran" in answer.get_data(as_text=True)
    assert (data / "situs.yml").read_bytes() == before


def test_more_rows(meja: FlaskClient) -> None:
    """Each press on “Tambah baris lagi” keeps what was typed and offers one more row."""
    address = "/laporan/2026/gratifikasi/"
    page = text_at(meja, address)
    assert "rekap.7.periode" in page
    assert "rekap.8.periode" not in page
    answer = post(meja, address, fields_sent(page, tindakan="tambah", rekap__7__periode="2026-07"))
    assert answer.status_code == 200
    again = fields_sent(answer.get_data(as_text=True))
    assert (again["rekap.7.periode"], again["rekap.8.periode"]) == (["2026-07"], [""])


def test_a_month_of_complaints(meja: FlaskClient, data: Path) -> None:
    """A month's sums are compared; saved, it stays beside the data folder; its release is shown, and written by an act of its
    own, which needs that it was shown."""
    (data / "2026/pengaduan/10.yml").unlink()
    address = "/pengaduan/2026-10/"
    answer = post(meja, address, fields_sent(text_at(meja, address), tindakan="simpan", kategori__layanan="4"))
    assert answer.status_code == 422
    assert "Menurut saluran 13, menurut perihal 12. Selisih 1." in answer.get_data(as_text=True)
    assert fields_sent(text_at(meja, address))["kategori.layanan"] == ["4"]  # the draft
    sent = fields_sent(text_at(meja, address), tindakan="simpan", kategori__layanan="5", catatan="Contoh: dihitung ulang.")
    assert post(meja, address, sent).headers.get("Location") == f"{address}?tersimpan=1"
    assert "catatan: " in (data.parent / "data-tertutup/2026/pengaduan/10.yml").read_text(encoding="utf-8")
    assert not (data / "2026/pengaduan/10.yml").exists()
    page = text_at(meja, "/pengaduan/")
    assert "Kurang dari lima." in page
    assert post(meja, "/pengaduan/terbitkan/", {"bulan": []}).status_code == 422
    assert not (data / "2026/pengaduan/10.yml").exists()
    answer = post(meja, "/pengaduan/terbitkan/", fields_sent(page))
    assert answer.headers.get("Location") == "/pengaduan/?diterbitkan=1"
    assert [item.isi.bulan for item in load_data(data).tahun[0].pengaduan][-1] == "2026-10"
    assert "Sudah terbit" in text_at(meja, "/pengaduan/")


def test_a_closed_tab_loses_nothing(meja: FlaskClient, data: Path) -> None:
    """What is typed and not saved is a draft on this computer, which comes back, stands in the list, and ends when it is saved
    or thrown away; the data know nothing of it."""
    address, before = "/kanal/kantor/", (data / "kanal.yml").read_bytes()
    typed = fields_sent(text_at(meja, address), jam="Senin", cara__0__dicoba_hari_ini="ya")
    answer = post(meja, address, typed)  # as the desk's script sends it while somebody types
    assert answer.status_code == 200
    assert "Draf tersimpan" in answer.get_data(as_text=True)
    again = fields_sent(text_at(meja, address))
    assert (again["jam"], again["cara.0.dicoba_hari_ini"]) == (["Senin"], ["ya"])
    home = text_at(meja, "/")
    assert "Saluran: Layanan pengaduan kami (CONTOH)" in home
    assert (data / "kanal.yml").read_bytes() == before
    assert post(meja, address, again | {"tindakan": ["buang"]}).headers.get("Location") == address
    assert fields_sent(text_at(meja, address))["jam"] != ["Senin"]
    post(meja, address, typed)
    assert post(meja, address, typed | {"tindakan": ["simpan"]}).status_code == 303
    assert "Draf tersimpan" not in text_at(meja, address)
    assert "Draf Anda" not in text_at(meja, "/")


def test_a_draft_of_an_older_file(meja: FlaskClient, data: Path) -> None:
    """A draft that was begun before somebody else changed the file is asked about when it is saved."""
    post(meja, "/kantor/", fields_sent(text_at(meja, "/kantor/"), kantor="KPU Kabupaten Baru"))
    path = data / "situs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("WITA", "WIT"), encoding="utf-8")
    answer = post(meja, "/kantor/", fields_sent(text_at(meja, "/kantor/"), tindakan="simpan"))
    assert answer.status_code == 409
    assert "Sekarang tertulis: WIT<br>Isian Anda: <b>WITA</b>" in answer.get_data(as_text=True)


@pytest.mark.parametrize("address", [
    "/laporan/2026/../situs/", "/laporan/2026/capaian/x/", "/laporan/2099/gratifikasi/", "/pengaduan/2026-99/",
    "/pengaduan/..%2fx/", "/kanal/..%2f..%2fetc/", "/laporan/2026/survei/%00/",
])  # fmt: skip
def test_other_addresses_are_refused_in_words(address: str, meja: FlaskClient) -> None:
    """No address leads to a file that is not filled in here; the answer is a page of the desk."""
    answer = get(meja, address)
    assert answer.status_code in (404, 422)
    assert "Meja" in answer.get_data(as_text=True)


def test_a_packs_channel_becomes_the_offices_own(tmp_path: Path) -> None:
    """Whoever tries a channel that a pack has, ticks it and saves, has it whole in the office's own file, with the day; the
    pack's stays as it is, and the next build reads the office's."""
    data = shutil.copytree(ROOT / "tests" / "offices" / "tabalong-2026" / "data", tmp_path / "data")
    before = load_data(data).kanal
    meja = desk_client(data, "Pengelola situs")
    fields = fields_sent(
        text_at(meja, "/kanal/kpk/"), tindakan="simpan", **{f"cara.{at}.dicoba_hari_ini": "ya" for at in range(3)}
    )
    assert post(meja, "/kanal/kpk/", fields).status_code == 303
    after = load_data(data).kanal
    assert before
    assert after
    assert [item.kunci for item in after.isi.kanal] == [item.kunci for item in before.isi.kanal]
    old, new = (source.isi.menurut_kunci()["kpk"] for source in (before, after))
    assert (str(new.diperiksa), {str(cara.dicoba) for cara in new.cara}) == ("2026-11-24", {"2026-11-24"})
    ways = tuple(cara.model_copy(update={"dicoba": None}) for cara in new.cara)
    assert new.model_copy(update={"diperiksa": None, "cara": ways}) == old
    place = [item.kunci for item in after.isi.kanal].index("kpk")
    assert after.line("data", f"kanal.{place}").path == "data/kanal.yml"
