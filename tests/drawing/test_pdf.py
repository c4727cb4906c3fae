"""Posters and reports as files: tagged, named, readable by machines and people, and saying only what the data say.

veraPDF is a Java program that no registry here offers, so the structure that PDF/UA asks for is asserted by hand; Typst itself
refuses to write PDF/UA without language, title, or alternative texts.
"""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from recount.self_ratings import self_ratings
from support.zi_command import PER_TANGGAL, TABALONG
from test_cards import CACHE, NAMA_PANJANG, long_names, published
from zona.drawing import lembar_monev
from zona.drawing import posters as posters
from zona.drawing.posters import NASKAH
from zona.drawing.template_values import Values
from zona.drawing.typst_drawing import Drawer
from zona.findings.judge import judge
from zona.findings.keadaan import LATE, Keadaan
from zona.findings.upkeep.work import Surat
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.evidence.published import publish_all
from zona.outputs.letters import letters_of
from zona.outputs.sharing import UKURAN_POSTER, Ukuran, posters_of
from zona.outputs.wording import angka
from zona.records.load import load_data

POSTER = [f"kit/2026/poster-{kunci}-{ukuran.nama}.pdf" for kunci in (*NASKAH, "capaian") for ukuran in UKURAN_POSTER]
LAPORAN = [addresses.laporan(2026, nomor) for nomor in range(1, 5)]
SURAT = [addresses.surat(2026, kunci.value, "pdf") for kunci in Surat]
BULANAN = [addresses.lembar_bulanan(2026, bulan) for bulan in (10, 11)]
LKE = [f"lke-{kode}.pdf" for kode in ("A.1.III", "A.1.V", "B.I")]
MM = 72 / 25.4


def text_of(content: bytes) -> str:
    """All words of a PDF, with single spaces."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


@pytest.fixture(scope="module")
def teks(pdf: dict[str, bytes]) -> dict[str, str]:
    """The words of every paper, by its address."""
    return {path: text_of(content) for path, content in pdf.items()}


def elements(node: Any) -> Iterator[Any]:
    """Every element of a structure tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def test_every_poster_and_report_is_there(pdf: dict[str, bytes]) -> None:
    """Four posters in three sizes, four reports, two months for the notice board, two letters, and three indexes."""
    assert sorted(pdf) == sorted([*POSTER, *LAPORAN, *BULANAN, *SURAT, *LKE])


@pytest.mark.parametrize("path", [*POSTER, *LAPORAN, *BULANAN, *SURAT, *LKE])
def test_accessible(pdf: dict[str, bytes], path: str) -> None:
    """Tagged; in Indonesian; its title shown in the window; marked as PDF/UA-1; one main heading first and no level left out;
    every picture told in words; every font inside the file; every page read in the order of its structure."""
    with pikepdf.open(io.BytesIO(pdf[path])) as file:
        root = file.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "id"
        assert root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as xmp:
            assert xmp["pdfuaid:part"] == "1"
            assert xmp["dc:title"] == str(file.docinfo["/Title"])
        found = list(elements(root.StructTreeRoot.K))
        kinds = [str(item.S) for item in found]
        levels = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H[1-6]", kind)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(str(item.get("/Alt", "")) for item in found if item.S == "/Figure")
        assert all(page.Tabs == "/S" for page in file.pages)
        fonts = [
            item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys()) for item in fonts)
        names = {str(item.FontName).partition("+")[2] for item in fonts}
        assert all(name.startswith("PlusJakartaSans") for name in names), names


@pytest.mark.parametrize(("path", "least"), [*((path, 3) for path in LAPORAN), *((path, 1) for path in (*SURAT, *LKE))])
def test_tables_have_headers(pdf: dict[str, bytes], path: str, least: int) -> None:
    """Every table of a report, letter or index begins with a row of header cells that belong to their columns."""
    with pikepdf.open(io.BytesIO(pdf[path])) as file:
        tables = [item for item in elements(file.Root.StructTreeRoot.K) if item.S == "/Table"]
        assert len(tables) >= least
        for table in tables:
            rows = [item for item in elements(table) if item.S == "/TR"]
            heads = [[str(cell.S) for cell in elements(row) if cell.S in ("/TH", "/TD")] for row in rows]
            assert set(heads[0]) == {"/TH"}
            assert all(set(row) == {"/TD"} and len(row) == len(heads[0]) for row in heads[1:])
            scopes = [str(cell.A.Scope) if isinstance(cell.A, pikepdf.Dictionary) else str(cell.A[0].Scope)
                      for cell in elements(rows[0]) if cell.S == "/TH"]  # fmt: skip
            assert set(scopes) == {"/Column"}


def test_letters_say_what_they_ask(pdf: dict[str, bytes], beralamat: Findings) -> None:
    """A drawn letter has every word of its text: the letter on one A4 page, then each question, DATA CONTOH, dots for a pen."""
    for surat in letters_of(beralamat):
        pages = [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(io.BytesIO(pdf[surat.alamat("pdf")])).pages]
        for part in (*surat.isi, surat.kepada, surat.hal):
            assert re.sub(r"\s+", "", part) in pages[0]
        assert all("DATACONTOH" in page for page in pages)
        assert "Nomor:..." in pages[0]
        rest = "".join(re.sub(r"Halaman\d+dari\d+|DATACONTOH", "", page) for page in pages[1:])
        for cell in (cell for cells in surat.lampiran for cell in cells):
            assert re.sub(r"\s+", "", cell) in rest


def test_nothing_is_rated(teks: dict[str, str]) -> None:
    """No poster, report, paper for the notice board, letter or index for assessors rates the office by the LKE."""
    assert {*POSTER, *LAPORAN, *BULANAN, *LKE} <= teks.keys()
    assert [(path, told) for path, text in teks.items() for told in self_ratings(text)] == []


@pytest.mark.parametrize("path", POSTER)
def test_posters_are_one_page_of_their_size(pdf: dict[str, bytes], path: str) -> None:
    """A poster is one page, exactly as large as its paper."""
    (page,) = PdfReader(io.BytesIO(pdf[path])).pages
    (size,) = (item for item in UKURAN_POSTER if path.endswith(f"-{item.nama}.pdf"))
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        (size.lebar * MM, size.tinggi * MM), abs=0.1
    )


@pytest.mark.parametrize("kunci", [*NASKAH, "capaian"])
def test_body_text_is_large(pdf: dict[str, bytes], kunci: str) -> None:
    """On A4 everything but the chart's caption, the mark of sample data and the line of rules is at least 14 points high."""
    small = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip() and size * abs(tm[3] * cm[3]) < 13.95:
            small.append(text)

    PdfReader(io.BytesIO(pdf[f"kit/2026/poster-{kunci}-a4.pdf"])).pages[0].extract_text(visitor_text=visit)
    said = re.sub(r"\s+", " ", " ".join(small)).strip()
    assert len(said) < 260, said
    assert "Telepon" not in said


@pytest.mark.parametrize("kunci", ["saluran-pengaduan", "capaian"])
def test_long_names_stay_on_one_page(beralamat: Findings, kunci: str) -> None:
    """Group names of 120 characters, and channels with long names and addresses, still give one page in every size."""
    findings = long_names(beralamat, NAMA_PANJANG)
    assert findings.kanal
    long = tuple(item.model_copy(update={"nama": NAMA_PANJANG}) for item in findings.kanal.isi.kanal[:4])
    isi = findings.kanal.isi.model_copy(update={"kanal": long})
    findings = dataclasses.replace(findings, kanal=dataclasses.replace(findings.kanal, isi=isi))
    (poster,) = (item for item in posters_of(findings) if item.kunci == kunci)
    for size in UKURAN_POSTER:
        values = posters.values_of(poster, findings) | {"lebar": size.lebar, "tinggi": size.tinggi}
        content = Drawer(None).pdf(posters.TEMPLATE, values, findings.per_tanggal)
        assert len(PdfReader(io.BytesIO(content)).pages) == 1, size.nama


def test_the_numbers_on_the_poster(beralamat: Findings, teks: dict[str, str]) -> None:
    """The poster of what was done says the plan's counts and each group's as ringkasan.json has them."""
    text = teks["kit/2026/poster-capaian-a4.pdf"]
    counts = published(beralamat)
    for state in Keadaan:
        assert re.search(rf"{state.label} ?{counts['rencana']['keadaan'][state.value]}(?!\d)", text), state
    for item in beralamat.terbaru.kelompok:
        own = counts[f"kelompok-{item.kode.lower()}"]
        assert f"{own['keadaan']['terpenuhi']}/{own['jumlah']}" in text.replace(" ", "")


@pytest.mark.parametrize("nomor", [1, 2, 3, 4])
def test_the_numbers_in_a_report(beralamat: Findings, teks: dict[str, str], nomor: int) -> None:
    """A report says its quarter's counts, every period, every late one with its days, and every piece of evidence with its
    whole SHA-256 or its link; it has room for signatures and names no one."""
    tahun = beralamat.terbaru
    text = teks[addresses.laporan(2026, nomor)]
    tight = text.replace(" ", "")
    counts = published(beralamat)[f"triwulan-{nomor}"]
    for state in Keadaan:
        assert re.search(rf"{state.label} ?{counts['keadaan'][state.value]}(?!\d)", text), state
    terbit = publish_all(beralamat, CACHE)[2026]
    own = tahun.triwulan(nomor)
    for item in own:
        assert item.kode in text
        for record in item.capaian:
            for bukti in record.isi.bukti:
                proof = terbit[bukti.berkas].sha256 if bukti.berkas else (bukti.tautan or "")
                assert proof.replace(" ", "") in tight
    late = [item for item in own if item.keadaan in LATE]
    assert all(angka(item.hari_lewat) in text for item in late)
    for word in ("Pengesahan", "Yang mencatat", "Yang memverifikasi", "Mengetahui", "Tanda tangan", "DATA CONTOH"):
        assert word in text


def test_dates_come_from_the_findings(pdf: dict[str, bytes]) -> None:
    """A PDF is dated by per_tanggal, not by the day on which it was made."""
    for content in pdf.values():
        made = PdfReader(io.BytesIO(content)).metadata
        assert made
        assert made.creation_date
        assert made.creation_date.date() == PER_TANGGAL


def codes_in(template: str, values: Values, ppi: float) -> list[str]:
    """The QR codes on a document's first page, read from its pixels."""
    first = Drawer(None)._draw(template, values, "png", ppi=ppi)[0]
    image = Image.open(io.BytesIO(first)).convert("L")
    return [code.text for code in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize("ukuran", UKURAN_POSTER, ids=lambda ukuran: ukuran.nama)
@pytest.mark.parametrize("kunci", [*NASKAH, "capaian"])
def test_codes_on_posters(beralamat: Findings, kunci: str, ukuran: Ukuran) -> None:
    """Drawn as pixels, the QR code of every poster opens its page, on every paper."""
    (poster,) = (item for item in posters_of(beralamat) if item.kunci == kunci)
    values = posters.values_of(poster, beralamat) | {"lebar": ukuran.lebar, "tinggi": ukuran.tinggi}
    found = codes_in(posters.TEMPLATE, values, 110 * 210 / ukuran.lebar)
    assert found == [addresses.site_address_of(beralamat.situs.isi) + poster.halaman]


@pytest.mark.parametrize("nomor", [1, 2, 3, 4])
def test_codes_on_reports(beralamat: Findings, nomor: int) -> None:
    """Drawn as pixels, the QR code of every report opens the quarter's page."""
    tahun = beralamat.terbaru
    values = lembar_monev.values_of(tahun, nomor, beralamat, publish_all(beralamat, CACHE)[tahun.tahun])
    assert codes_in(lembar_monev.TEMPLATE, values, 110) == [
        addresses.site_address_of(beralamat.situs.isi) + addresses.triwulan(tahun.tahun, nomor)
    ]


def test_only_confirmed_channels_are_printed(beralamat: Findings, teks: dict[str, str]) -> None:
    """A channel with a way to reach it is printed when it was confirmed at most 180 days ago; no other is."""
    text = teks["kit/2026/poster-saluran-pengaduan-a4.pdf"]
    assert beralamat.kanal
    printed = posters.confirmed(beralamat)
    assert 0 < len(printed) < len(beralamat.kanal.isi.kanal)
    for item in beralamat.kanal.isi.kanal:
        age = (beralamat.per_tanggal - item.diperiksa).days if item.diperiksa else None
        reachable = any(cara.nilai for cara in item.cara)
        assert (item in printed) == (reachable and age is not None and age <= 180)
        assert (item.nama in text) == (item in printed[: posters.KANAL_TERBANYAK]), item.nama


def test_no_channel_is_confirmed() -> None:
    """The office's real channels are not confirmed yet: the posters say so, and print no number and no address of theirs."""
    data = load_data(TABALONG / "data", prosa=TABALONG / "docs" / "informasi")
    findings = judge(data, PER_TANGGAL)
    assert findings.kanal
    assert not posters.confirmed(findings)
    for poster in posters_of(findings):
        if poster.kunci in ("saluran-pengaduan", "tolak-gratifikasi"):
            text = text_of(Drawer(None).pdf(posters.TEMPLATE, posters.values_of(poster, findings), PER_TANGGAL))
            assert "Belum ada saluran pengaduan yang kami periksa" in text
            for cara in (cara for item in findings.kanal.isi.kanal for cara in item.cara if cara.nilai):
                assert (cara.nilai or "").removeprefix("https://") not in text.replace(" ", "")


@pytest.mark.parametrize("kunci", NASKAH)
def test_words_of_posters_have_sources(beralamat: Findings, kunci: str) -> None:
    """Every source that a poster's statement names stands in the head of the page it comes from, and every rule in the list;
    no part has a key, or a form, that no drawing reads."""
    naskah = NASKAH[kunci]
    statements = [naskah["ringkas"], *(item for part in naskah["bagian"] for item in part.get("isi", ()))]
    statements += [part["pembuka"] for part in naskah["bagian"] if "pembuka" in part]
    named = {key for statement in statements for key in statement.get("sumber", ())}
    pages = {page.nama: page for page in beralamat.prosa}
    known = {source.kunci for source in pages[naskah["halaman"]].kepala.sumber} if "halaman" in naskah else set()
    assert named <= known
    assert set(naskah.get("dasar_hukum", ())) <= set(beralamat.aturan_menurut_kunci)
    assert {key for part in naskah["bagian"] for key in part.get("kanal", ())} <= set(beralamat.kanal_menurut_kunci)
    assert naskah.keys() <= {"halaman", "judul", "ringkas", "bagian", "dasar_hukum"}
    assert {key for part in naskah["bagian"] for key in part} <= {"judul", "bentuk", "setengah", "pembuka", "isi", "kanal"}
    assert {part["bentuk"] for part in naskah["bagian"]} <= {"paragraf", "daftar", "langkah", "kanal"}
    assert {key for statement in statements for key in statement} <= {"teks", "sumber"}
