"""Any text that the data may hold can be drawn: a second typeface, plain letters, or □, decided before Typst sees it."""

from __future__ import annotations

import io
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError
from pypdf import PdfReader
from small.office_data import row, write_kantor
from small.records import put_record
from support.zi_command import PER_TANGGAL, zi
from zona.drawing import posters
from zona.drawing.cards import picture_files
from zona.drawing.lembar_monev import report_files
from zona.drawing.posters import poster_files
from zona.drawing.typefaces import CHAIN, PLAIN, TOFU, _tables, as_drawn, drawable
from zona.drawing.typst_drawing import TEMPLATES, Drawer
from zona.findings.judge import judge
from zona.outputs.sharing import UKURAN_POSTER
from zona.records.load import load_data
from zona.records.reading.fields import AlamatWeb, Teks

# Kinds that fill hundreds of stretches of the code table, by how the names of their signs begin.
MANY = (
    "CJK UNIFIED",
    "CJK COMPATIBILITY",
    "HANGUL SYLLABLE",
    "TANGUT",
    "CUNEIFORM",
    "EGYPTIAN",
    "ANATOLIAN",
    "BAMUM",
    "KHITAN",
)
WEB = "https://uji.example.go.id/"
SAMPLE = "👍 中 ꦲ Ａ السلام عليكم sosi\u00adalisasi ✓"


def signs_of_every_block() -> Iterator[str]:
    """Of each stretch of 128 code points the first sign, and the first mark, that a text may hold; of the kinds that
    fill many stretches, one stretch."""
    accepts, seen = TypeAdapter(Teks), set[str]()
    for start in range(0, 0x110000, 0x80):
        found: dict[bool, str] = {}
        for sign in map(chr, range(start, start + 0x80)):
            category = unicodedata.category(sign)
            if category not in ("Cc", "Cf", "Cn", "Co", "Cs") and not sign.isspace():
                found.setdefault(category.startswith("M"), sign)
        for sign in found.values():
            kind = next((kind for kind in MANY if unicodedata.name(sign, MANY[0]).startswith(kind)), sign)
            if kind not in seen:
                seen.add(kind)
                assert accepts.validate_python(f"a{sign}") == f"a{sign}"
                yield sign


def typeset(texts: list[str]) -> bytes:
    """Texts as they are in one PDF/UA document, in the chain of typefaces; Typst refuses a sign that it can't show."""
    page = TEMPLATES / "dasar.typ"
    values = {"judul": "Uji", "teks": texts}
    source = (
        f"{page.read_text(encoding='utf-8')}\n#let data = json(bytes(sys.inputs.data))\n"
        '#set document(title: data.judul)\n#set text(font: huruf, fallback: false, lang: "id")\n'
        "#for satu in data.teks { par(satu) }"
    )
    inputs = {"data": json.dumps(values), "huruf": json.dumps(CHAIN)}
    drawn: bytes = Drawer(None)._compiler.compile(
        input=source.encode(), sys_inputs=inputs, format="pdf", pdf_standards=["ua-1"]
    )
    return drawn


def test_what_is_plain_is_in_the_first_typeface() -> None:
    """A text of plain signs is drawn without a look at any typeface: the first one has each of them but the unseen ones."""
    first = _tables()[0]
    plain = {point for point in range(0x3000) if PLAIN.fullmatch(chr(point))}
    unseen = {point for point in plain if not chr(point).isprintable() and chr(point) not in " \u00a0"}
    unseen |= {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F}  # marks and fillers without a look
    assert plain - unseen <= first
    assert len(plain & first) > 330


def test_typst_draws_what_the_tables_have() -> None:
    """Typst draws, alone and in a word, each sign that some typeface is said to have, those of its own typeface included, and
    the unseen ones: PDF/UA would refuse another."""
    known = sorted(map(chr, set().union(*_tables())))
    known = [sign for sign in known if unicodedata.category(sign) not in ("Cc", "Co")]
    unseen = [chr(point) for point in range(0x80, 0x110000) if PLAIN.fullmatch(chr(point)) and not chr(point).isprintable()]
    assert len(known) > 9_000
    typeset([*known, *(f"a{sign}b" for sign in (*known, *unseen))])


def test_what_stands_in_place() -> None:
    """A sign that no typeface has becomes its plain letters where Unicode names them, else □; all others stay as they are."""
    assert drawable(SAMPLE) == SAMPLE.replace("中", TOFU).replace("ꦲ", TOFU).replace("Ａ", "A")
    assert drawable("𝗦𝗼𝘀𝗶𝗮𝗹 ㎏") == "Sosial kg"
    assert drawable({"a": ["中", {"b": "é"}], "c": 3, "d": None}) == {"a": [TOFU, {"b": "é"}], "c": 3, "d": None}
    assert drawable("e\u0301 1\ufe0f\u20e3 👩\u200d👧") == "e\u0301 1\ufe0f\u20e3 👩\u200d👧"
    assert drawable("\ufffe\ue000\ud800") == TOFU * 3  # nothing that the reader lets in; a drawing survives it all the same


def test_a_mark_stays_only_where_it_fits() -> None:
    """A mark that no typeface has together with its letter becomes □ of its own: Typst would refuse the pair."""
    assert drawable("中\u0941") == TOFU * 2
    assert drawable("🐕\u0359\u1abe") == "🐕" + TOFU * 2
    assert drawable("क\u0941") == "क\u0941"
    assert drawable("\u0301a") == "\u0301a"


def test_any_mixture_is_drawn() -> None:
    """A thousand random words of letters and marks of all scripts, as drawable, are accepted by Typst as PDF/UA."""
    chance = random.Random(13)
    known = sorted(set().union(*_tables()))
    marks = [chr(point) for point in known if unicodedata.category(chr(point)).startswith("M")]
    marks += ["\u200d", "\u200c", "\u00ad", "🏽"]
    letters = [chr(point) for point in known if unicodedata.category(chr(point))[0] in "LNPS"] + ["中", "한", "\U0001faef"]
    words = [
        "".join(chance.choice(marks if chance.random() < 0.5 else letters) for _ in range(chance.randint(2, 6)))
        for _ in range(1_000)
    ]
    typeset([drawable(word) for word in words])


@pytest.fixture(scope="module")
def penuh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office whose every kind of drawn text holds a sign of every Unicode block, as far as its length allows."""
    signs = list(signs_of_every_block())
    assert len(signs) > 350
    text = "uji " + " ".join("".join(signs[start : start + 12]) for start in range(0, len(signs), 12))
    link = WEB + "".join(sign for sign in signs if not sign.isascii())[:270]
    TypeAdapter(AlamatWeb).validate_python(link)
    cells = {"komponen": text, "bukti_fisik": text}
    root = write_kantor(
        tmp_path_factory.mktemp("penuh"),
        {2026: [row("I.1", "Januari", **cells), row("I.2", "Desember", **cells)]},
        situs={"kantor": text, "kantor_lengkap": text, "peran": [f"A {text}", f"B {text}"], "alamat_situs": WEB},
        nomor=text,
    )
    plan = yaml.safe_load((root / "2026/rencana-aksi.yml").read_text(encoding="utf-8"))
    plan["kelompok"][0]["judul"] = text
    record = {"aksi": "I.1", "periode": "2026-01", "tanggal": PER_TANGGAL, "hasil": "selesai", "uraian": text}
    evidence = [{"tautan": link, "judul": text, "jenis": "foto"}]
    put_record(root, record | {"bukti": evidence, "dicatat_oleh": f"A {text}"}, verifier=f"B {text}")
    for path, value in {"2026/rencana-aksi.yml": plan, **information_with(text)}.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


def information_with(text: str) -> dict[str, Any]:
    """Channels and rules whose every text is this one, by their files."""
    way = {"jenis": "alamat", "nilai": text}
    channel = {"pemilik": "Uji", "milik_kantor": True, "untuk": [text], "cara": [way], "diperiksa": PER_TANGGAL}
    rule = {"bentuk": text, "nomor": text, "tahun": 2001, "keadaan": "berlaku"}
    return {
        "kanal.yml": {"kanal": [{"kunci": "kantor", "nama": text} | channel, {"kunci": "kpk", "nama": "KPK"} | channel]},
        "dasar-hukum.yml": {"aturan": [{"kunci": kunci} | rule for kunci in ("uu-20-2001", "permenpanrb-17-2024")]},
    }


def test_every_block_is_drawn(penuh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign of every Unicode block, in every kind of text that reaches a drawing: the loader takes them, no picture, poster
    or report is left out, and what is drawn in place of the Han sign is □."""
    monkeypatch.setattr(posters, "UKURAN_POSTER", UKURAN_POSTER[:1])
    findings = judge(load_data(penuh), PER_TANGGAL)
    drawer = Drawer(None)
    pictures, papers = picture_files(findings, drawer), poster_files(findings, drawer)
    reports = report_files(findings, {2026: {}}, drawer)
    assert drawer.left_out == {}
    assert (len(pictures), len(papers), len(reports)) == (6 * 4, 4, 4)
    for file in reports[:1]:
        assert isinstance(file.content, bytes)
        words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(file.content)).pages)
        assert TOFU in words
        assert "𝗦" not in words


def test_pairs_cover_the_text() -> None:
    """Taken together, the first of each pair are the text itself."""
    assert "".join(sign for sign, _ in as_drawn(SAMPLE)) == SAMPLE


def test_the_loader_still_refuses_hidden_signs() -> None:
    """What no reader could see is refused where it is written, so that no drawing has to decide about it."""
    for sign in ("\u202e", "\u200b", "\ue000", "\x00"):
        with pytest.raises(ValidationError):
            TypeAdapter(Teks).validate_python(f"a{sign}b")


def test_from_catat_to_every_report(tmp_path: Path) -> None:
    """A record with such signs, written by `catat`: `periksa` finds the data good and names its line and the replaced signs,
    `bangun` builds strictly and says the same; the page shows the words as written, the report with □ and A in their place."""
    data = write_kantor(tmp_path / "data", {2026: [row("I.1", "Januari")]}, situs={"peran": ["Tim A"]})
    target = tmp_path / "situs"
    where = ("--data", str(data), "--per-tanggal", PER_TANGGAL.isoformat())
    answers = ("--aksi", "I.1", "--periode", "2026-01", "--hasil", "berjalan", "--tanggal", "2026-01-20", "--ya")
    assert zi("catat", *where, *answers, "--uraian", f"Sosialisasi {SAMPLE}", "--dicatat-oleh", "Tim A").returncode == 0
    (record,) = (data / "2026" / "capaian").iterdir()
    lines = record.read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("uraian:"))
    checked = zi("periksa", *where)
    built = zi("bangun", *where, "--keluaran", str(target))
    assert (checked.returncode, built.returncode) == (0, 0), checked.stderr + built.stderr
    assert checked.stdout.startswith("Data baik")
    for told in (checked.stdout, built.stderr):
        assert f"{record}:{line}: tanda “中” (U+4E2D), “ꦲ” (U+A9B2) tidak ada" in told
        assert f"{record}:{line}: tanda “Ａ” (U+FF21) tidak ada" in told
        assert told.count(f"{record}:") == 2
    assert SAMPLE in (target / "rencana-aksi/2026/i-1/index.html").read_text(encoding="utf-8")
    papers = [*(f"bulan-{n}.pdf" for n in (10, 11)), *(f"triwulan-{n}.pdf" for n in range(1, 5))]
    assert sorted(path.name for path in (target / "laporan/2026").iterdir()) == papers
    assert len(list((target / "kit/2026").glob("*"))) == 4 * 3 + 1  # nothing is verified: no picture to share
    reader = PdfReader(target / "laporan/2026/triwulan-1.pdf")
    words = "".join(page.extract_text() for page in reader.pages)
    assert re.search(r"Sosialisasi\s+👍\s+□\s+□\s+A\s", words)
    assert "✓" in words
