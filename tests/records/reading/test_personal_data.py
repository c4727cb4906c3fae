"""Personal data in public texts: what is found, and what is left alone.

Every number, address and plate here is made up.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel
from support.personal_data_cases import BY_DESIGN, FOUND, SUREL, TELEPON, kinds
from support.zi_command import CONTOH, TABALONG
from zona.records.load import Data, load_data
from zona.records.reading.data_error import DataError
from zona.records.reading.personal_data import find_names, find_personal_data, personal_data_in
from zona.records.reading.yaml_reader import read_yaml


def texts_of(value: object) -> Iterator[str]:
    """Every text inside a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from texts_of(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_of(inner)


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_found(text: str, found: list[str]) -> None:
    """Every kind is found in every usual spelling, and each kind is told once."""
    assert kinds(text) == found


@pytest.mark.parametrize("text", BY_DESIGN)
def test_not_found_by_design(text: str) -> None:
    """What has no form is not found; the reason stands beside each."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rapat dipimpin Bapak Ahmad Fauzi.", ["Bapak A…"]),
        ("Ibu Siti Aminah, S.H. dan Sdr. Budi", ["Ibu S…", "Sdr. B…"]),
        ("diserahkan H. Muhammad Contoh bin Contoh", ["H. M…"]),
        ("Bapak Ketua, Ibu Sekretaris, Bapak/Ibu Pimpinan, Bapak Bupati Contoh, Pak RT, Ibu Kota Nusantara", []),
        ("bapak-bapak dan ibu-ibu", []),
    ],
)
def test_titles_with_names(text: str, names: list[str]) -> None:
    """A title with a name behind it is told by its first letter; a position is none."""
    assert list(find_names(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rapat pada 2026-01-31",
        "Rapat pada 31-01-2026, 31/01/2026 dan 31.01.2026",
        "12-01-2026 12-02-2026",
        "2026-01-12 2026-02-12",
        "08-12-2026 09-12-2026",
        "2026-01-31T08:12:34.567890",
        "20260131081234567",
        "2026010112000000",
        "Pukul 08.30-12.00 13.00-16.00 WITA",
        "Pukul 08.00 – 12.00",
        "Rp1.500.000",
        "Rp 1.500.000,00 dan Rp. 6399011205900012",
        "62.812.345.678",
        "1.234.511.090.123.456",
        "314/ORT.07-Kpt/01/KPU/V/2021",
        "314/ORT.07.Kpt/01/KPU/2021",
        "SP DIPA-076.01.2.654321/2026",
        "076.01.08.3355.994.001.521211",
        "B/169/PW.04/2024",
        "KPU 915/2025",
        "WBK/WBBM",
        "PP 60 Tahun 2008",
        "PP 60",
        "UU 28 Tahun 1999",
        "UU 28 TAHUN 1999",
        "TLN 3874",
        "Lembaran Negara Nomor 75, TLN 3851",
        "Nomor 5 Tahun 2026",
        "Permenpan RB 90 Tahun 2021",
        "I 4 A",
        "A 4 B",
        "D 3 TI",
        "A.1.V",
        "A.2.III",
        "S 1 HI",
        "A4",
        "A4 DAN F4",
        "A 12 DAN B 13",
        "kertas A4 70 gram",
        "P3K P4GN P3DN DP3A BP2MI G2C B2B D3 S1 K13",
        "Q 1234 XY",
        "DA 1234",
        "DA 0123 XY",
        "DA 12345 XY",
        "DA 1234 WXYZ",
        "B-169-KP.04",
        "1708",
        "198",
        "2020-2024 2025-2029",
        "2019 2020 2021 2022",
        "1999 2004 2009 2014",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17",
        "62 87 90 12 34 56",
        "6399013205900012",
        "6399017205900012",
        "6399010005900012",
        "6399011213900012",
        "6399011200900012",
        "63990112059000123",
        "63990112059000",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "0812345678901234567890123456789012345678901234567890123456789012",
        "550e8400-e29b-41d4-a716-081234567890",
        "https://kab-contoh.kpu.go.id/berita/baca/8123/rapat-pleno-2026",
        "https://foto.example/p?fbid=123456789012345&set=6399011205900012",
        "https://berita.example/read/2026/01/31/081299990/judul",
        "https://video.example/@kantor",
        "ikuti @kantor di media sosial",
        "nilai 12 (dua belas) bulan, 100%",
        "kode rekening 5.1.02.01.01.0024",
        "rekening listrik 2026",
        "SIM keliling 12 Mei 2026",
        "lahir dari tekad bersama pada 2026",
        "hari lahir Pancasila, 1 Juni",
        "mobil dinas 3 unit, motor 12",
        "ikuti @kantor. Terima kasih",
        "0O1l",
        "pukul 08.00/09.30/11.00",
    ],
)
def test_left_alone(text: str) -> None:
    """Dates, times, amounts, numbers of laws and letters, sizes, codes, hashes and links are no personal data."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("(0526) 199999", "0526-199999"),
        ("0526-199999", "(0526) 199999"),
        ("+62 526 199999", "0526199999"),
        ("0526 199999", "+62526199999"),
        ("0812-9999-0001", "+62 812 9999 0001"),
        ("+62 (0) 812 9999 0001", "0812-9999-0001"),
        ("https://wa.me/6281299990001", "0812-9999-0001"),
        ("Telp. 0526-199999, Fax. (0526) 199999", "0526199999"),
        ("0526-199999 12 Januari 2026", "0526199999"),
        ("Kantor@Contoh.Example", "kantor@contoh.example"),
        ("Tulis ke kantor@contoh.example.", "KANTOR@contoh.example"),
    ],
)
def test_own_contacts_are_allowed(text: str, allowed: str) -> None:
    """A published contact of the office is no find, however it is written."""
    assert kinds(text, allowed=("1500-999", allowed)) == []
    assert kinds(text) != []


@pytest.mark.parametrize(
    ("text", "allowed", "found"),
    [
        ("0812-9999-0001 atau 0812-9999-0002", ("081299990001",), [TELEPON]),
        ("0812999900012", ("081299990001",), [TELEPON]),
        ("08129999000", ("",), [TELEPON]),
        ("08129999000", ("kantor",), [TELEPON]),
        ("08129999000", ("0",), [TELEPON]),
        ("08129999000", ("62",), [TELEPON]),
        ("bukan.kantor@contoh.example", ("kantor@contoh.example",), [SUREL]),
        ("kantor@contoh.example.id", ("kantor@contoh.example",), [SUREL]),
        ("kantorXcontoh@x.example", ("kantor.contoh@x.example",), [SUREL]),
        ("kantor@contoh.example, warga@contoh.example", ("kantor@contoh.example",), [SUREL]),
    ],
)
def test_allowing_one_contact_allows_no_other(text: str, allowed: tuple[str, ...], found: list[str]) -> None:
    """Only the whole contact is allowed: a longer or another one is still found."""
    assert kinds(text, allowed=allowed) == found


def test_real_decree_is_clean(data: Data) -> None:
    """No text of the decree or its annex looks like personal data, so an alarm there means something."""
    tahun = data.tahun[0]
    texts = [text for aksi in tahun.rencana_aksi.isi.semua_aksi() for text in texts_of(aksi)]
    texts += texts_of(tahun.keputusan.isi)
    assert len(texts) > 43 * 5
    assert [(text, found) for text in texts for found in find_personal_data(text)] == []


@pytest.mark.parametrize("path", sorted(CONTOH.rglob("*.yml")), ids=lambda path: path.name)
def test_every_word_of_every_file_is_searched(path: Path) -> None:
    """Whatever text a file of the sample office has, a number of a person in it is found at its place; so it is in comments.
    Only official contacts may hold one."""
    document = read_yaml(path, label="data", root=CONTOH)
    contacts = {"kanal.yml": ("nilai",), "situs.yml": ("kontak_resmi", "kontak")}.get(path.name, ())
    searched = {loc for loc in document.texts if not {*loc} & {*contacts}}
    document.comments = {**document.comments, 1: "pelapor: 081299990001"}
    document.texts = dict.fromkeys(searched, "081299990001")
    assert {problem.place for problem in personal_data_in(document, contacts, (), ())} == searched | {1}


def test_files_are_searched_whole(tmp_path: Path) -> None:
    """Comments, names of files, hand-written pages and fields that once were not looked at: each is told at its line."""
    office = Path(shutil.copytree(TABALONG, tmp_path / "kantor"))
    data = office / "data"

    def change(path: str, old: str, new: str) -> None:
        text = (office / path).read_text(encoding="utf-8")
        assert old in text
        (office / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    change("data/situs.yml", "kantor: ", "# admin: 0812-9999-0001 # lagi\nkantor: ")
    change("data/kanal.yml", "    untuk:", "    # pelapor NIK 6399011205900012\n    untuk:")
    change("data/2026/rencana-aksi.yml", "penjelasan: ", "penjelasan: hubungi 0812/9999/0001, ")
    (office / "docs" / "tentang.md").write_text("# Tentang\n\nHubungi warga@contoh.example.\n", encoding="utf-8")
    (office / "docs" / "hp-081299990001.txt").write_text("x", encoding="utf-8")
    (data / "bukti" / "2026" / "ktp-6399011205900012.pdf").write_bytes(b"%PDF-")
    with pytest.raises(DataError) as refused:
        load_data(data, prosa=office / "docs" / "informasi")
    found = [str(problem) for problem in refused.value.problems if "tampaknya ada" in str(problem)]
    number = "tampaknya ada nomor telepon (08••••••••01)"
    line = next(n for n, text in enumerate((data / "kanal.yml").read_text(encoding="utf-8").split("\n"), 1) if "NIK" in text)
    assert any(item.startswith("data/situs.yml:") and number in item and "komentar" in item for item in found)
    assert any(item.startswith(f"data/kanal.yml:{line}: tampaknya ada NIK") and "komentar" in item for item in found)
    assert any(item.startswith("data/2026/rencana-aksi.yml:") for item in found)
    assert any(item.startswith("docs/tentang.md:3: tampaknya ada alamat surel") for item in found)
    assert any(item.startswith("docs/hp-081299990001.txt:") and f"nama berkas: {number}" in item for item in found)
    assert any("bukti/2026/ktp-" in item and "nama berkas: tampaknya ada NIK" in item for item in found)


def test_signs_in_words_are_no_comments(tmp_path: Path) -> None:
    """A # within a word, in quotes or in a block of text begins no comment; behind a space outside of them it does."""
    (tmp_path / "a.yml").write_text('a: x#y\nb: "satu # dua"\nc: |\n  # tiga\nd: e # empat\n# lima\n', encoding="utf-8")
    assert read_yaml(tmp_path / "a.yml", label="data", root=tmp_path).comments == {5: " empat", 6: " lima"}
