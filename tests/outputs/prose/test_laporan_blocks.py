"""The blocks of surveys and yearly reports, rendered as they are: full, empty, over two years, with hostile words."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from recount.published_page import Element, Reader
from small.office_data import row, write_kantor
from support.zi_command import CONTOH, PER_TANGGAL
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs import wording
from zona.outputs.present import present
from zona.outputs.prose.blocks import BLOK, BlockCall, render_block
from zona.outputs.site_file import SiteFile
from zona.records.laporan.survei import JenisSurvei
from zona.records.load import load_data

pytestmark = pytest.mark.lambat

OF_OTHERS = {"kanal", "daftar-kanal", "kegiatan", "salinan", "unduh", "pengaduan-ringkas", "batas-lapor", "poster"}
ALL = [(name, argumen) for name in BLOK if name not in OF_OTHERS for argumen in (JenisSurvei if name == "survei" else ("",))]
NOT_IN_A_BLOCK = {"h1", "h2", "script", "style", "iframe", "img"}


def html(findings: Findings, name: str, argumen: str = "") -> str:
    return render_block(name, BlockCall(findings, {}, argumen), "halaman/")


def read(text: str) -> Element:
    reader = Reader()
    reader.feed(text)
    return reader.root


def rows(text: str, key: str) -> dict[str, list[str]]:
    """The cells' texts of every row that carries a data key."""
    found = [item for item in read(text).walk() if f"data-{key}" in item.attributes]
    return {item.attributes[f"data-{key}"]: [" ".join(cell.text.split()) for cell in item.children] for item in found}


def numbers(text: str) -> dict[str, str]:
    return {item.attributes["data-angka"]: item.text for item in read(text).walk() if "data-angka" in item.attributes}


def test_all_blocks_of_the_design() -> None:
    """Every marker that pages may use has its block."""
    assert ALL == [
        ("survei", "ikm"), ("survei", "spak"), ("survei", "spkp"), ("jumlah-gratifikasi", ""), ("peta-benturan", ""),
        ("laporan-benturan", ""), ("spip-kartu", ""), ("spip-risiko", ""), ("spip-kuesioner", ""), ("inovasi", ""),
        ("laporan-harta", ""), ("pakta", ""), ("maklumat", ""), ("standar-pelayanan", ""), ("daftar-sop", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "argumen"), ALL)
def test_empty(name: str, argumen: str, temuan: Findings) -> None:
    """Without data a block says so in one kind sentence about its year, and shows no number as if it were a result."""
    root = read(html(temuan, name, argumen))
    assert "belum dilaporkan. Belum dilaporkan bukan berarti belum dikerjakan." in " ".join(root.text.split()) or (
        name == "jumlah-gratifikasi" and "Itu tidak sama dengan nol." in root.text
    )
    assert "2026" in root.text
    assert not [item for item in root.walk() if item.name in ("table", "dl", "li")]


@pytest.mark.parametrize(("name", "argumen"), ALL)
def test_full(name: str, argumen: str, sample: Findings) -> None:
    """With data a block shows them, says how fresh they are, and links to its file where the repository is known."""
    root = read(html(sample, name, argumen))
    assert "CONTOH" in root.text.upper()
    assert "Data per " in root.text
    assert "berkas data" not in root.text
    situs = sample.situs.isi.model_copy(update={"repositori": "https://git.example.go.id/kpu/situs"})
    known = read(html(replace(sample, situs=replace(sample.situs, isi=situs)), name, argumen))
    links = [item.attributes["href"] for item in known.walk() if item.name == "a"]
    (own,) = [link for link in links if "/blob/" in link]
    assert (CONTOH / own.removeprefix("https://git.example.go.id/kpu/situs/blob/main/")).is_file()


@pytest.mark.parametrize(("name", "argumen"), ALL)
def test_form(name: str, argumen: str, sample: Findings) -> None:
    """Headings start below the page's own, tables have captions and scopes, links out tell nothing, nothing is loaded."""
    root = read(html(sample, name, argumen))
    elements = list(root.walk())
    assert not NOT_IN_A_BLOCK & {item.name for item in elements}
    for table in (item for item in elements if item.name == "table"):
        assert table.children[0].name == "caption"
        assert all(item.attributes.get("scope") in ("col", "row") for item in table.walk() if item.name == "th")
    for link in (item for item in elements if item.name == "a" and ":" in item.attributes["href"]):
        assert link.attributes["href"].startswith("https://")
        assert (link.attributes["rel"], link.attributes["referrerpolicy"]) == ("noopener", "no-referrer")
    assert not [item for item in elements if {"style", "onclick", "src"} & set(item.attributes)]


def test_ikm_shows_its_numbers(sample: Findings) -> None:
    """The sample's nine means, worked by hand, come to the index, grade and lowest element that the block shows.

    Sums ÷ who answered: 207/62 199/62 189/62 239/62 198/61 207/62 217/62 177/59 192/62. The seven over 62 … with 61 and 59:
    (207+199+189+239+207+217+192)/62 = 1450/62 = 23,387097; + 198/61 = 3,245902; + 177/59 = 3 → 29,632998.
    ÷ 9 = 3,292555; × 25 = 82,313884 → 82,31: B.
    """
    text = html(sample, "survei", "ikm")
    assert numbers(text) == {"indeks": "82,31", "mutu": "B", "rata_rata": "3,29", "responden": "62"}
    assert rows(text, "unsur")["pengaduan"] == ["Penanganan pengaduan, saran, dan masukan", "3,00", "59"]
    assert len(rows(text, "unsur")) == 9
    assert "Tidak semua responden menjawab" in text


@pytest.mark.parametrize(
    ("argumen", "line"), [("spak", "3,60 untuk WBK dan 3,60 untuk WBBM"), ("spkp", "3,20 untuk WBK dan 3,60 untuk WBBM")]
)
def test_thresholds_stand_beside_and_judge_nothing(argumen: str, line: str, sample: Findings) -> None:
    """The survey is set apart as the office's own, which is not scored; the threshold of the external one is shown with its
    scale and the reason why it can't be compared; no grade, no “reached”."""
    text = " ".join(read(html(sample, "survei", argumen)).text.split())
    assert "Ini survei kami sendiri (aksi" in text
    assert f"{line} pada skala 4" in text
    assert "jangan dibandingkan dengan ambang itu" in text
    assert "Mutu" not in text
    assert set(numbers(html(sample, "survei", argumen))) == {"rata_rata", "responden"}


def test_name_trap(sample: Findings) -> None:
    """The survey of corruption says that higher is cleaner: its name says the opposite."""
    spak, spkp = (read(html(sample, "survei", argumen)).text for argumen in ("spak", "spkp"))
    assert "makin bersih" in spak
    assert "makin baik" in spkp


def test_gratification(sample: Findings) -> None:
    """Zero is 0, a missing month and a missing count are told, and the total is over what was told."""
    found = rows(html(sample, "jumlah-gratifikasi"), "periode")
    assert found["2026-TW1"] == ["Jan–Mar", "2", "0", "2", "0"]
    assert found["2026-05"] == ["Mei", "0", "0", "0", "0"]
    assert found["2026-07"] == ["Jul", "belum dilaporkan"]
    assert found["2026-08"] == ["Agu", "1", "0", "1", "belum"]
    assert found["jumlah"] == ["Jumlah", "4", "1", "5", "1"]
    assert "2026-11" not in found  # it has not ended


def test_cards(sample: Findings) -> None:
    """In time, late, not sent and not reported are four different things."""
    found = rows(html(sample, "spip-kartu"), "periode")
    assert found["2026-01"] == ["Januari", "4", "13 Feb 20263 hari setelah tenggat"]
    assert found["2026-03"] == ["Maret", "4", "10 Apr 2026tepat waktu"]
    assert found["2026-07"] == ["Juli", "belum dilaporkan"]
    assert found["2026-09"] == ["September", "4", "belum dilaporkan"]


def test_wealth_reports(sample: Findings) -> None:
    """Counts and a percentage that is cut, never rounded up to 100; nothing below the whole office."""
    found = rows(html(sample, "laporan-harta"), "jenis")
    assert found["lhkpn"][1:] == ["6", "6", "100%"]
    assert found["lhkasn"][1:] == ["22", "21", "95,4%"]


def change(file: Path, edit: Callable[[str], str]) -> None:
    file.write_text(edit(file.read_text(encoding="utf-8")), encoding="utf-8")


def test_earlier_years_stay(tmp_path: Path) -> None:
    """When a new year begins, its absence stands first and the year before below it; a survey moves into one table."""
    root = write_kantor(tmp_path, {2026: [row("I.1")], 2027: [row("I.1")]})
    shutil.copytree(CONTOH / "data" / "2026" / "survei", root / "2026" / "survei")
    shutil.copy(CONTOH / "data" / "2026" / "gratifikasi.yml", root / "2026")
    for path in (root / "2026" / "survei").iterdir():
        change(path, lambda text: re.sub(r"aksi: .*", "aksi: [I.1]", text))
    findings = judge(load_data(root), date(2027, 1, 5))
    text = read(html(findings, "jumlah-gratifikasi")).text
    assert text.index("Jumlah gratifikasi tahun 2027 belum dilaporkan") < text.index("Pemberian kepada pegawai tahun 2026")
    survei = html(findings, "survei", "ikm")
    assert "tahun 2027 belum dilaporkan" in survei
    assert "82,31" in read(survei).text
    assert "data-unsur" not in survei


def test_words_of_people_stay_words(tmp_path: Path) -> None:
    """What someone writes can't become markup or a script."""
    root = tmp_path / "data"
    shutil.copytree(CONTOH / "data", root)
    for path in [*(root / "2026").glob("*.yml"), *(root / "2026" / "survei").glob("*.yml")]:
        if path.name not in ("keputusan.yml", "rencana-aksi.yml"):
            change(path, lambda text: text.replace("(contoh)", "<script>x</script>"))
    findings = judge(load_data(root), PER_TANGGAL)
    for name, argumen in ALL:
        assert "<script" not in html(findings, name, argumen)
    assert "&lt;script&gt;" in html(findings, "peta-benturan")


def test_json_is_the_survey(berkas_contoh: dict[str, SiteFile], temuan: Findings) -> None:
    """`survei.json` holds every survey with its exact sums and what they come to; a year without surveys has an empty list."""
    file = berkas_contoh["api/v1/2026/survei.json"]
    assert isinstance(file.content, bytes)
    content = json.loads(file.content)
    assert content["keterangan"].startswith("DATA CONTOH")
    ikm, spak, spkp = content["survei"]
    assert (ikm["jenis"], ikm["indeks"], ikm["kategori"]) == ("ikm", 82.31, {"mutu": "B", "kinerja": "Baik"})
    assert ikm["nilai"][0] == {
        "unsur": "persyaratan", "nama": "Persyaratan", "jumlah_nilai": 207, "penjawab": 62, "rata_rata": 3.3387,
    }  # fmt: skip
    assert (spak["indeks"], spak["kategori"], spak["ambang"]) == (None, None, {"skala": 4, "wbk": 3.6, "wbbm": 3.6})
    assert (spkp["skala"], spkp["rata_rata"], spkp["ambang"]["wbk"]) == (6, 5.0883, 3.2)
    assert ikm["tindak_lanjut"][2] == {"uraian": "Petugas pengaduan dilatih (contoh).", "hasil": None, "tanggal": None}
    (empty,) = [item for item in present(temuan) if item.path == "api/v1/2026/survei.json"]
    assert isinstance(empty.content, bytes)
    assert json.loads(empty.content)["survei"] == []


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 8, 3), date(2026, 8, 28), "3–28 Agustus 2026"),
        (date(2026, 7, 28), date(2026, 8, 3), "28 Juli – 3 Agustus 2026"),
        (date(2026, 8, 3), date(2026, 8, 3), "3 Agustus 2026"),
    ],
)
def test_ranges_in_words(first: date, last: date, words: str) -> None:
    """A span of days as Indonesians write it."""
    assert wording.rentang(first, last) == words
