"""The pictures to share: what they say, what their codes open, and that nothing falls off their edges."""

from __future__ import annotations

import dataclasses
import io
import itertools
import json
import re
from typing import Any

import zxingcpp
from PIL import Image
from pypdf import PdfReader
from recount.numbers_in_text import numbers_of
from support.zi_command import ROOT
from zona.drawing.cards import TEMPLATE, values_of
from zona.drawing.template_values import Values
from zona.drawing.typst_drawing import Drawer, DrawnPage
from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import KelompokFinding
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.data_json import capaian_json, ringkasan_json, year_head
from zona.outputs.evidence.published import publish_all
from zona.outputs.sharing import BENTUK, SISI_KECIL, Kartu, caption_of, cards_of, words_of
from zona.records.rencana.rencana_aksi import Kelompok

CACHE = ROOT / ".zi-cache"
NAMA_PANJANG = (
    "Pembangunan dan penguatan pengendalian gratifikasi serta pengaduan masyarakat di lingkungan sekretariat kabupaten/kota ini"
)


def published(findings: Findings) -> dict[str, dict[str, Any]]:
    """The counts of `ringkasan.json` by picture; for a quarter, counted here from `capaian.json` by the deadline's month."""
    tahun = findings.terbaru
    head = year_head(tahun, findings)
    summary = json.loads(ringkasan_json(tahun, head).to_json())
    found = {"rencana": summary["hitungan_periode"]}
    found |= {f"kelompok-{item['kode'].lower()}": item["hitungan_periode"] for item in summary["kelompok"]}
    counts = {key: {"jumlah": value["jumlah"], "keadaan": value["keadaan"]} for key, value in found.items()}
    periods = json.loads(capaian_json(tahun, publish_all(findings, CACHE)[tahun.tahun], head).to_json())["periode"]
    for nomor, months in enumerate((("01", "02", "03"), ("04", "05", "06"), ("07", "08", "09"), ("10", "11", "12")), 1):
        states = [item["keadaan"] for item in periods if item["tenggat"][5:7] in months]
        counts[f"triwulan-{nomor}"] = {
            "jumlah": len(states),
            "keadaan": {state.value: states.count(state) for state in Keadaan},
        }
    return counts


def test_one_picture_for_each_subject(beralamat: Findings) -> None:
    """The plan, each of seven groups, each of four quarters; every one in three forms, all at different addresses."""
    cards = list(cards_of(beralamat.terbaru))
    assert [kartu.kunci for kartu in cards][:2] == ["rencana", "kelompok-i"]
    assert len(cards) == 1 + 7 + 4
    assert len({kartu.alamat(bentuk) for kartu in cards for bentuk in BENTUK}) == 36


def test_the_quarters_are_the_year(beralamat: Findings) -> None:
    """Each deadline of the year falls in exactly one quarter."""
    tahun = beralamat.terbaru
    assert sum(len(tahun.triwulan(nomor)) for nomor in range(1, 5)) == tahun.jumlah_tenggat


def test_alt_texts_say_the_published_numbers(beralamat: Findings) -> None:
    """Read back, the numbers of every alt text are those of ringkasan.json; a quarter's months add up to it."""
    counts = published(beralamat)
    for kartu in cards_of(beralamat.terbaru):
        text = words_of(kartu, beralamat).alt
        assert numbers_of(text) == counts[kartu.kunci], kartu.kunci
        months = re.findall(r"\w+ (\d+) dari (\d+)(?=[,.])", text.partition("menurut bulan:")[2])
        if kartu.grafik == "bulan":
            assert [sum(int(pair[n]) for pair in months) for n in (0, 1)] == [kartu.hitungan.terpenuhi, kartu.hitungan.jumlah]


def test_captions_say_the_published_numbers(beralamat: Findings) -> None:
    """Read back, the numbers of every caption are those of ringkasan.json; it links to the page, and shouts no tags."""
    counts = published(beralamat)
    for kartu in cards_of(beralamat.terbaru):
        text = caption_of(kartu, beralamat)
        assert numbers_of(text) == counts[kartu.kunci], kartu.kunci
        assert re.findall(r"https://\S+", text) == [addresses.site_address_of(beralamat.situs.isi) + kartu.halaman]
        assert text.startswith("DATA CONTOH.")
        assert "#" not in text


def test_captions_are_short(beralamat: Findings) -> None:
    """At most 700 characters, even with a name of 500."""
    for judul in (NAMA_PANJANG, "Kata " * 100):
        for kartu in cards_of(long_names(beralamat, judul).terbaru):
            assert len(caption_of(kartu, beralamat)) <= 700


def test_no_address_is_made_up(tanpa_alamat: Findings) -> None:
    """Where the site's address is not known: no link, no QR code, no mention of one."""
    for kartu in cards_of(tanpa_alamat.terbaru):
        words = words_of(kartu, tanpa_alamat)
        assert "http" not in words.keterangan + words.alt
        assert "QR" not in words.alt
        values = values_of(kartu, tanpa_alamat)
        assert isinstance(values["identitas"], dict)
        assert (values["qr"], values["identitas"]["situs"]) == (None, None)


def test_sizes(beralamat: Findings, gambar: dict[str, bytes]) -> None:
    """Each picture is as large as its name says; its thumbnail is a WebP of less than 16 kB, as large as the page says."""
    assert len(gambar) == 12 * 4
    for path, content in gambar.items():
        image = Image.open(io.BytesIO(content))
        found = re.search(r"-(\d+)x(\d+)\.png$", path)
        if found:
            assert (image.format, image.size) == ("PNG", (int(found[1]), int(found[2])))
        else:
            assert path.endswith("-kecil.webp")
            assert (image.format, image.size) == ("WEBP", (SISI_KECIL, SISI_KECIL))
            assert len(content) < 16_000


def test_codes_open_the_page(beralamat: Findings, gambar: dict[str, bytes]) -> None:
    """Decoded from the drawn pixels, every QR code is the address of the picture's own page."""
    for kartu in cards_of(beralamat.terbaru):
        for bentuk in BENTUK:
            found = zxingcpp.read_barcodes(Image.open(io.BytesIO(gambar[kartu.alamat(bentuk)])).convert("L"))
            assert [code.text for code in found] == [addresses.site_address_of(beralamat.situs.isi) + kartu.halaman], (
                kartu.kunci,
                bentuk,
            )


def test_without_an_address_no_code_is_drawn(tanpa_alamat: Findings) -> None:
    """The drawn picture of a site without an address holds no QR code."""
    kartu = next(cards_of(tanpa_alamat.terbaru))
    (content,) = Drawer(None).pictures(TEMPLATE, {"": DrawnPage(values_of(kartu, tanpa_alamat))}).values()
    assert not zxingcpp.read_barcodes(Image.open(io.BytesIO(content)).convert("L"))


def test_drawn_words_are_the_published_numbers(beralamat: Findings) -> None:
    """The same drawing as a text document: every picture says its counts, the day, the site, and DATA CONTOH."""
    told = published(beralamat)
    for kartu, text in drawn(beralamat, list(cards_of(beralamat.terbaru))):
        counts = told[kartu.kunci]
        assert f"dari {counts['jumlah']} janji terpenuhi" in text, kartu.kunci
        for state in Keadaan:
            assert re.search(rf"{state.label} ?{counts['keadaan'][state.value]}(?!\d)", text), (kartu.kunci, state, text)
        for word in ("Status per 24 November 2026", "zi.contoh.example.org", "DATA CONTOH", beralamat.situs.isi.kantor):
            assert word in text, (kartu.kunci, word)


def test_long_names_stay_inside(beralamat: Findings) -> None:
    """With group names of 120 characters and with very long words, every text stands inside its picture, and nothing is
    drawn in the margin on the right."""
    assert len(NAMA_PANJANG) >= 120
    findings = long_names(beralamat, NAMA_PANJANG, "Ketidakterpertanggungjawabannya " * 8)
    cards = list(cards_of(findings.terbaru))
    assert len(drawn(findings, cards)) == 36
    pages = every_form(findings, cards)
    for page, content in zip(pages, Drawer(None)._draw(TEMPLATE, pages, "png", ppi=36), strict=True):
        image = Image.open(io.BytesIO(content))
        margin = image.crop((image.width * 97 // 100, 0, image.width, image.height)).convert("RGB")
        assert margin.getcolors(5), page  # no more colours than the paper, the footer, and the edge between them


def test_nothing_to_count(beralamat: Findings) -> None:
    """A year in which nothing is due yet, one of its groups, and a quarter without deadlines, are drawn and say so in words."""
    tahun = beralamat.terbaru
    empty = tuple(
        KelompokFinding(item.kelompok, tuple(dataclasses.replace(aksi, periode=()) for aksi in item.aksi))
        for item in tahun.kelompok
    )
    none = dataclasses.replace(beralamat, tahun=(dataclasses.replace(tahun, kelompok=empty),))
    some = [kartu for kartu in cards_of(none.terbaru) if kartu.kunci in ("rencana", "kelompok-i", "triwulan-1")]
    assert [text.count("dari 0 janji terpenuhi") for _, text in drawn(none, some)] == [1] * 9


def every_form(findings: Findings, cards: list[Kartu]) -> list[Values]:
    """The values of each of these pictures in every form."""
    return [values_of(kartu, findings) | {"bentuk": bentuk.nama} for kartu in cards for bentuk in BENTUK]


def drawn(findings: Findings, cards: list[Kartu]) -> list[tuple[Kartu, str]]:
    """These pictures' words, read from the same drawing as PDF; asserts that each is one page and that all text is inside."""
    pairs = [(kartu, bentuk) for kartu in cards for bentuk in BENTUK]
    (document,) = Drawer(None)._draw(TEMPLATE, every_form(findings, cards), "pdf")
    reader = PdfReader(io.BytesIO(document))
    assert len(reader.pages) == len(pairs)
    texts = []
    for (kartu, bentuk), page in zip(pairs, reader.pages, strict=True):
        places: list[tuple[float, float]] = []

        def visit(text: str, cm: list[float], tm: list[float], *_: object, places: list[tuple[float, float]] = places) -> None:
            if text.strip():
                places.append((tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]))

        text = re.sub(r"\s+", " ", page.extract_text(visitor_text=visit))
        assert all(0 <= x < bentuk.lebar and 0 < y < bentuk.tinggi for x, y in places), (kartu.kunci, bentuk.nama)
        texts.append((kartu, text))
    return texts


def long_names(findings: Findings, *judul: str) -> Findings:
    """The same findings, with groups named `judul` in turn."""
    groups = tuple(
        dataclasses.replace(item, kelompok=Kelompok.model_construct(**dict(item.kelompok) | {"judul": name}))
        for item, name in zip(findings.terbaru.kelompok, itertools.cycle(judul), strict=False)
    )
    return dataclasses.replace(findings, tahun=(dataclasses.replace(findings.terbaru, kelompok=groups),))
