"""Channels, the chooser, rules and prose: every slip is told with its place, and none of them is published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small.informasi_data import ATURAN, ISI, KANAL, KEPALA, SITUASI, write_informasi
from small.office_data import row, write_kantor
from support.evidence_files import GOOD
from zona.outputs.pages.frame import TAKEN
from zona.records.informasi.dasar_hukum import Aturan, KeadaanAturan
from zona.records.informasi.prosa import BLOK
from zona.records.load import Data, load_data
from zona.records.reading.data_error import DataError


def problems(root: Path, **given: Any) -> list[str]:
    data, prosa = write_informasi(root, **given)
    with pytest.raises(DataError) as raised:
        load_data(data, prosa=prosa)
    return [str(problem) for problem in raised.value.problems]


def cara(jenis: str, nilai: str) -> list[dict[str, Any]]:
    return [KANAL | {"cara": [{"jenis": jenis, "nilai": nilai}]}]


def test_good_office(tmp_path: Path) -> None:
    """A good office is read whole: the page's text without its head, and the line of every value."""
    data, prosa = write_informasi(tmp_path)
    found = load_data(data, prosa=prosa)
    assert found.kanal
    assert [item.kunci for item in found.kanal.isi.kanal] == ["uji"]
    assert [(page.nama, page.path, page.isi) for page in found.prosa] == [("uji", "docs/informasi/uji.md", ISI)]
    assert found.kanal.baris["kanal.0.nama"] == 3
    assert found.prosa[0].berkas[0].baris["judul"] == 2


def test_real_data(data: Data) -> None:
    """The real office has channels, the eight situations, rules and pages of prose; nothing of it was confirmed yet."""
    assert data.kanal
    assert data.lapor
    assert data.dasar_hukum
    assert len(data.lapor.isi.situasi) == 8
    assert {kanal.diperiksa for kanal in data.kanal.isi.kanal} == {None}
    assert len(data.prosa) == 11


def test_real_own_contacts_wait(data: Data) -> None:
    """Of the office's own channels nothing but its known website is given: no telephone, e-mail or address is made up."""
    assert data.kanal
    own = [cara for kanal in data.kanal.isi.kanal if kanal.milik_kantor for cara in kanal.cara]
    assert {cara.nilai for cara in own} == {None, data.situs.isi.situs_resmi}


@pytest.mark.parametrize(
    ("jenis", "nilai"),
    [
        ("telepon", "198"), ("telepon", "(0526) 202-1234"), ("telepon", "+62 21 2557 8300"), ("sms", "1708"),
        ("whatsapp", "0811959575"), ("surel", "pengaduan@kpk.go.id"), ("web", "https://kws.kpk.go.id"),
        ("alamat", "Jalan Uji Nomor 1, Uji"),
        ("telepon", "14045"), ("telepon", "+62 526 1234 5678 90"), ("aplikasi", "GOL (Android dan iOS)"), ("aplikasi", "https://example.org/app"),
    ],
)  # fmt: skip
def test_good_ways(jenis: str, nilai: str, tmp_path: Path) -> None:
    """Every kind of way takes what it is made for, as it is written."""
    data, prosa = write_informasi(tmp_path, kanal=cara(jenis, nilai))
    kanal = load_data(data, prosa=prosa).kanal
    assert kanal
    assert kanal.isi.kanal[0].cara[0].nilai == nilai


@pytest.mark.parametrize(
    ("jenis", "nilai", "message"),
    [
        ("telepon", "hubungi kami", "nomor tidak sah"),
        ("telepon", "62215578300", "nomor tanpa kode wilayah"),
        ("telepon", "12", "nomor tidak sah"),
        ("telepon", "0526 202-1234 lantai 2", "nomor tidak sah"),
        ("telepon", "+62 526 1234 5678 901", "nomor tidak sah"),
        ("telepon", "140456", "nomor tanpa kode wilayah"),
        ("sms", "https://lapor.go.id", "nomor tidak sah"),
        ("whatsapp", "198", "nomor WhatsApp tidak sah"),
        ("surel", "pengaduan kpk.go.id", "surel tidak sah"),
        ("surel", "aduan@dkpp.or.id", "surel tiruan"),
        ("web", "http://kws.kpk.go.id", "alamat web tidak sah"),
        ("web", "javascript:alert(1)", "alamat web tidak sah"),
        ("web", "https://www.dkpp.or.id/lapor", "alamat tiruan"),
        ("aplikasi", "https://dkpp.or.id", "alamat tiruan"),
    ],
)
def test_bad_ways(jenis: str, nilai: str, message: str, tmp_path: Path) -> None:
    """A way that a tap could not follow, and a known look-alike, are refused at their line."""
    (told,) = problems(tmp_path, kanal=cara(jenis, nilai))
    assert told.startswith("data/kanal.yml:9: “nilai”: " + message)


UNKNOWN = "tidak ada dalam"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"kanal": [KANAL, KANAL]}, "data/kanal.yml:20: kunci “uji” dipakai dua kali"),
        ({"kanal": [KANAL | {"kunci": "Uji Coba"}], "situasi": [SITUASI]}, "data/kanal.yml:2: “kunci”: kunci tidak sah"),
        ({"kanal": [{key: KANAL[key] for key in KANAL if key != "nama"}]}, "data/kanal.yml:2: “nama” belum ada pada uji; "),
        ({"kanal": [KANAL | {"sumber": []}]}, "data/kanal.yml:2: saluran “uji” tanpa sumber"),
        (
            {"kanal": [KANAL | {"dasar_hukum": ["uu-1-2002"]}]},
            f"data/kanal.yml:17: kunci “uu-1-2002” {UNKNOWN} dasar-hukum.yml",
        ),
        (
            {"kanal": [KANAL | {"sumber": ["http://example.org"]}]},
            "data/kanal.yml:19: “sumber butir ke-1”: alamat web tidak sah",
        ),
        (
            {"situasi": [SITUASI | {"kanal": ["ujii"]}]},
            f"data/lapor.yml:6: kunci “ujii” {UNKNOWN} kanal.yml; maksud Anda “uji”?",
        ),
        ({"situasi": [SITUASI | {"dasar_hukum": ["x"]}]}, f"data/lapor.yml:15: kunci “x” {UNKNOWN} dasar-hukum.yml"),
        ({"situasi": [SITUASI | {"mengapa": "Telepon 0812-3456-7890."}]}, "data/lapor.yml:7: tampaknya ada nomor telepon"),
        (
            {"situasi": [SITUASI | {"langkah": [{"judul": "Lapor", "kanal": ["ujii"]}]}]},
            f"data/lapor.yml:19: kunci “ujii” {UNKNOWN} kanal.yml; maksud Anda “uji”?",
        ),
        (
            {"situasi": [SITUASI | {"langkah": [{"judul": "Lapor", "isi": "Telepon 199."}]}]},
            "data/lapor.yml:18: nomor “199” tidak ada dalam kanal.yml",
        ),
        ({"situasi": [SITUASI | {"langkah": [{"isi": "Lapor."}]}]}, "data/lapor.yml:17: “judul” belum ada"),
        ({"kanal": [KANAL | {"tanpa_nama": "mungkin"}]}, "data/kanal.yml:20: “tanpa_nama” tidak mengenal nilai “mungkin”"),
        ({"kanal": [KANAL | {"sumber": [{"alamat": "https://a.id", "jenis": "x"}]}]}, "data/kanal.yml:20: “jenis” tidak"),
        (
            {"kanal": [KANAL | {"sumber": [{"alamat": "http://example.org", "jenis": "berita"}]}]},
            "data/kanal.yml:19: “alamat”: alamat web tidak sah",
        ),
        ({"aturan": [ATURAN | {"keadaan": "dicabut"}]}, "data/dasar-hukum.yml:7: keadaan “dicabut” tanpa “oleh”"),
        ({"aturan": [ATURAN | {"oleh": ["uu-1-2001"]}]}, "data/dasar-hukum.yml:10: aturan tidak bisa mengubah dirinya"),
        (
            {"aturan": [ATURAN | {"oleh": ["uu-9-2009"]}]},
            f"data/dasar-hukum.yml:11: kunci “uu-9-2009” {UNKNOWN} dasar-hukum.yml",
        ),
        ({"aturan": [ATURAN | {"keadaan": "berlaki"}]}, "data/dasar-hukum.yml:7: “keadaan” tidak mengenal nilai “berlaki”"),
        ({"aturan": [ATURAN | {"tahum": 2001}]}, "data/dasar-hukum.yml:10: kunci “tahum” tidak dikenal; maksud Anda “tahun”?"),
    ],
)
def test_slips_in_data(given: dict[str, Any], told: str, tmp_path: Path) -> None:
    """Keys that lead nowhere, doubled keys, rules that are changed by nothing, personal data: at file and line."""
    assert any(line.startswith(told) for line in problems(tmp_path, **given)), problems(tmp_path / "lagi", **given)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"isi": "\n[[s:dua]]\n"}, ":17: sumber “dua” tidak ada dalam kepala halaman"),
        ({"isi": "x\n\n[[h:uu-9]]\n"}, ":18: kunci “uu-9” tidak ada dalam dasar-hukum.yml"),
        ({"isi": "[[kanal lain]]\n"}, ":16: saluran “lain” tidak ada dalam kanal.yml"),
        ({"isi": "[[survei ikn]]\n"}, ":16: survei “ikn” tidak dikenal; maksud Anda “ikm”?"),
        ({"isi": "[[unduh ../situs.yml]]\n"}, ":16: berkas “../situs.yml” tidak ada"),
        ({"isi": "[[unduh ../informasi/uji.md]]\n"}, ":16: berkas “../informasi/uji.md” tidak ada"),
        ({"isi": "[[unduh tiada.pdf]]\n"}, ":16: berkas “tiada.pdf” tidak ada"),
        ({"isi": "Kata.\n\n    [[daftar-kanal]]\n"}, ":18: tanda [[daftar-kanal]] harus sendirian di barisnya"),
        (
            {"isi": "[[daftar-kanal sekali]]\n"},
            ":16: tanda [[daftar-kanal]] tidak memerlukan keterangan; tulis [[daftar-kanal]]",
        ),
        ({"isi": "[[kanal]]\n"}, ":16: tanda [[kanal]] memerlukan keterangan"),
        ({"isi": "[[kanl uji]]\n"}, ":16: tanda “[[kanl uji]]” tidak dikenal; maksud Anda “kanal”?"),
        ({"isi": "lihat [[kanal uji]]\n"}, ":16: tanda [[kanal uji]] harus sendirian di barisnya"),
        ({"isi": "Kata [[lipat]]\n"}, ":16: tanda [[lipat]] bukan di akhir judul; tulis seperti: ## Judul bagian [[lipat]]"),
        ({"isi": "[x](http://example.org)\n"}, ":16: alamat web tidak sah"),
        ({"isi": "[x](javascript:alert(1))\n"}, ":16: alamat web tidak sah"),
        ({"isi": "[x](//example.org)\n"}, ":16: alamat web tidak sah"),
        ({"isi": "<https://dkpp.or.id/>\n"}, ":16: alamat tiruan"),
        ({"isi": "a <b>tebal</b>\n"}, ":16: ada HTML: “<b>”"),
        ({"isi": "![x](https://example.org/x.png)\n"}, ":16: ada gambar"),
        ({"isi": "# Judul\n"}, ":16: ada judul tingkat satu"),
        ({"isi": "Telepon 0812-3456-7890.\n"}, ":16: tampaknya ada nomor telepon"),
        ({"kepala": {"dasar_hukum": ["uu-2"]}}, ":8: kunci “uu-2” tidak ada dalam dasar-hukum.yml"),
        ({"kepala": {"sumber": [KEPALA["sumber"][0]] * 2}}, ":13: kunci “satu” dipakai dua kali"),
        ({"kepala": {"ringkas": ""}}, ":3: “ringkas” kosong"),
        ({"kepala": {"urutan": 0}}, ":4: “urutan” terlalu kecil: “0”; paling kecil 1"),
        ({"kepala": {"urutan": 1000}}, ":4: “urutan” terlalu besar: “1000”; paling besar 999"),
    ],
)
def test_slips_in_prose(given: dict[str, Any], told: str, tmp_path: Path) -> None:
    """Unknown marks, keys, sources and rows, links that must not be, HTML: at the page's file and line."""
    found = problems(tmp_path, **given)
    assert any(line.startswith(f"docs/informasi/uji.md{told}") for line in found), found


def test_slips_of_a_file(tmp_path: Path) -> None:
    """A page without a head, or under a name that cannot be an address, is told."""
    data, prosa = write_informasi(tmp_path)
    (prosa / "tanpa.md").write_text("## Tanpa kepala\n", encoding="utf-8")
    (prosa / "Dua Kata.md").write_text("---\n---\n", encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load_data(data, prosa=prosa)
    told = [str(problem) for problem in raised.value.problems]
    assert [line.split(":")[0].rpartition("/")[2] for line in told] == ["Dua Kata.md", "tanpa.md"]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("informasi/kamus-data.md", "kamus-data"), ("informasi/pagefind.md", "pagefind"),
        ("informasi/glosarium.md", "glosarium"), ("informasi/aset.md", "aset"),
        ("informasi/informasi.md", "informasi"), ("pagefind.md", "pagefind"),
        ("Pagefind.md", "pagefind"), ("kit/index.md", "kit"), ("robots.txt", "robots.txt"), ("index.md", "index"),
    ],
)  # fmt: skip
def test_names_that_the_site_has_itself(path: str, address: str, tmp_path: Path) -> None:
    """A hand-written page or file where the site, or docs/, has something of that name is refused: one of the two would be
    missing from the site, without a word. Names beside those are free, and so is the page above the complaint statistics."""
    data, prosa = write_informasi(tmp_path)
    good = (prosa / "uji.md").read_bytes()
    for name in ("glosarium.md", "pagefind-lain.md", "robots.md", "informasi/pengaduan.md", ".well-known/keterangan.txt"):
        (prosa.parent / name).parent.mkdir(exist_ok=True)
        (prosa.parent / name).write_bytes(good)
    assert load_data(data, prosa=prosa, taken=TAKEN)
    (prosa.parent / path).parent.mkdir(exist_ok=True)
    (prosa.parent / path).write_bytes(good)
    with pytest.raises(DataError) as raised:
        load_data(data, prosa=prosa, taken=TAKEN)
    (told,) = raised.value.problems
    place = path.removesuffix("/index.md")
    name = place.rpartition("/")[2]
    assert str(told) == f"docs/{place}:1: alamat “{address}” sudah dipakai situs ini sendiri; pakai nama lain untuk {name}"


def test_broken_file_is_blamed_alone(tmp_path: Path) -> None:
    """When the channels can't be read, only they are blamed, not everything that names one."""
    data, prosa = write_informasi(tmp_path)
    (data / "kanal.yml").write_text("kanal: [", encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load_data(data, prosa=prosa)
    assert {problem.place.path for problem in raised.value.problems} == {"data/kanal.yml"}


def test_missing_file_is_no_excuse(tmp_path: Path) -> None:
    """Without the file of rules, what cites one leads nowhere, and is told."""
    data, prosa = write_informasi(tmp_path)
    (data / "dasar-hukum.yml").unlink()
    with pytest.raises(DataError) as raised:
        load_data(data, prosa=prosa)
    assert {problem.place.path for problem in raised.value.problems} == {
        "data/kanal.yml", "data/lapor.yml", "docs/informasi/uji.md",
    }  # fmt: skip


def test_office_without_information(tmp_path: Path) -> None:
    """An office that has none of the three files yet is a good office; the pages of prose, which rest on them, are left out."""
    _, prosa = write_informasi(tmp_path / "a")
    data = load_data(write_kantor(tmp_path / "b", {2026: [row("I.1")]}), prosa=prosa)
    assert (data.kanal, data.lapor, data.dasar_hukum, data.prosa) == (None, None, None, ())


def test_pages_outlive_a_plan(tmp_path: Path) -> None:
    """A page of a subject stays good when the next year's plan is loaded, which has no row of it."""
    data, prosa = write_informasi(tmp_path, kepala={"tema": ["spip"]}, isi="[[kegiatan spip]]\n")
    write_kantor(data, {2027: [row("I.1")]})
    assert load_data(data, prosa=prosa).prosa[0].kepala.tema == ("spip",)


def test_prose_lines_count_from_the_file(tmp_path: Path) -> None:
    """Lines are those of the file itself, also with Windows' line ends."""
    data, prosa = write_informasi(tmp_path)
    text = (prosa / "uji.md").read_text(encoding="utf-8").replace("Kata ", "Kata [[x]] ")
    (prosa / "uji.md").write_bytes(text.replace("\n", "\r\n").encode())
    line = next(number for number, content in enumerate(text.splitlines(), start=1) if "[[x]]" in content)
    with pytest.raises(DataError) as raised:
        load_data(data, prosa=prosa)
    assert [problem.place.line for problem in raised.value.problems] == [line]


def test_every_block_has_a_word() -> None:
    """The marks that prose may use are the ones agreed."""
    assert len(BLOK) == 21


def test_how_a_rule_is_called() -> None:
    """In a sentence, by its form, number and year."""
    assert Aturan(kunci="a", bentuk="Undang-Undang", nomor="20", tahun=2001, keadaan=KeadaanAturan.BERLAKU).sebutan == (
        "Undang-Undang Nomor 20 Tahun 2001"
    )


def test_marks_that_lead_somewhere(tmp_path: Path) -> None:
    """A survey that there is, a file to download that is there, several subjects, and a link within the site are good."""
    text = "[[survei ikm]]\n\n[[unduh peta.pdf]]\n\n[[kegiatan wbs, spip]]\n\n[x](../lapor/) [y](tel:198) [z](SMS:1708)\n"
    data, prosa = write_informasi(tmp_path, isi=text)
    (prosa.parent / "aset" / "peta.pdf").write_bytes(GOOD["a.pdf"])
    assert load_data(data, prosa=prosa).prosa[0].isi == text
