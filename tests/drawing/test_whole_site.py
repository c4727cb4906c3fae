"""The kit as part of the site: kept by content, the same bytes anywhere, absent from a preview, shown on its page."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import shutil
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import app
import pytest
from cli import options
from click.testing import CliRunner
from recount.numbers_in_text import numbers_of
from small.office_data import row, write_kantor
from small.records import put_fulfilled
from support.site_colours import contrast, tokens
from support.zi_command import PER_TANGGAL, ROOT, project
from zona.drawing.cards import picture_files
from zona.drawing.lembar_monev import report_files
from zona.drawing.month_papers import month_files
from zona.drawing.posters import poster_files
from zona.drawing.typst_drawing import TEMPLATES, Drawer
from zona.findings.judge import judge
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.evidence.published import publish_all
from zona.outputs.present import present
from zona.outputs.sharing import BENTUK, cards_of, cards_to_draw, drawn_paths, words_of
from zona.outputs.site_file import SiteFile
from zona.outputs.view import View
from zona.records.load import load_data
from zona.whole_site import paths_of, whole_site


@pytest.fixture(scope="module")
def kecil(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """A small office with one action: quick to draw."""
    rows = [row("I.1", "Januari"), row("I.2", "Desember")]
    root = write_kantor(tmp_path_factory.mktemp("kecil"), {2026: rows}, situs={"peran": ["Tim", "Sekretaris"]})
    put_fulfilled(root)
    return judge(load_data(root), PER_TANGGAL)


def draw(findings: Findings, drawer: Drawer) -> dict[str, SiteFile]:
    """Everything drawn, by its path."""
    files = (*picture_files(findings, drawer), *poster_files(findings, drawer), *month_files(findings, drawer))
    return {file.path: file for file in (*files, *report_files(findings, publish_all(findings, None), drawer))}


@dataclasses.dataclass(frozen=True)
class Drawn:
    """What was drawn, by its path, how many drawings that were, and the folder where they are kept."""

    files: dict[str, SiteFile]
    drawings: int
    kept: Path

    def copied_to(self, target: Path) -> Path:
        """Such a folder of drawings to write into."""
        return Path(shutil.copytree(self.kept, target, dirs_exist_ok=True))


@pytest.fixture(scope="module")
def drawn(kecil: Findings, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """Everything of the small office that is drawn."""
    drawer = Drawer(tmp_path_factory.mktemp("tergambar"))
    assert drawer.cache
    return Drawn(draw(kecil, drawer), drawer.digambar, drawer.cache)


def test_unchanged_is_not_drawn_again(kecil: Findings, drawn: Drawn, tmp_path: Path) -> None:
    """A second build draws nothing; after a change only what shows it; a damaged file is drawn anew."""
    drawn.copied_to(tmp_path)
    first, warm = drawn.files, Drawer(tmp_path)
    assert drawn.drawings == len(first) == (1 + 1 + 4) * 4 + 4 * 3 + 4 + 2
    assert draw(kecil, warm) == first
    assert warm.digambar == 0

    (group,) = kecil.terbaru.kelompok
    renamed = dataclasses.replace(group, kelompok=group.kelompok.model_copy(update={"judul": "Nama lain"}))
    changed = dataclasses.replace(kecil, tahun=(dataclasses.replace(kecil.terbaru, kelompok=(renamed,)),))
    partly = Drawer(tmp_path)
    other = {path: file.content for path, file in draw(changed, partly).items() if file.content != first[path].content}
    assert set(other) <= {path for path in first if re.search(r"kelompok-i|rencana|triwulan|poster-capaian", path)}
    assert 0 < partly.digambar < drawn.drawings / 2

    paper = first[addresses.laporan(2026, 1)].content
    assert isinstance(paper, bytes)
    (victim,) = (path for path in tmp_path.glob("*.kept") if path.read_bytes().endswith(paper))
    victim.write_bytes(victim.read_bytes()[:-1])
    again = Drawer(tmp_path)
    assert draw(kecil, again) == first
    assert again.digambar == 1


def test_a_preview_draws_nothing(kecil: Findings) -> None:
    """Without the kit no picture and no paper is made, the page says why, and nothing links to what isn't there."""
    files = {file.path: file for file in whole_site(kecil, kit=False).files}
    assert not [path for path in files if path.endswith((".png", ".webp")) or path.startswith("laporan/")]
    page = files["kit/2026/index.html"].content
    assert isinstance(page, bytes)
    assert "belum bisa diunduh di sini" in page.decode()
    assert not re.search(r"\.png|\.webp|\.pdf", page.decode())
    assert all(b"gambar:" not in file.content for file in files.values() if isinstance(file.content, bytes))


def test_paths_are_known_without_drawing(
    kecil: Findings, drawn: Drawn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paths of the whole site are those of the site that is made, and nothing is drawn or rendered to know them."""
    whole, preview = whole_site(kecil, cache=drawn.copied_to(tmp_path)), whole_site(kecil, kit=False)
    monkeypatch.setattr(Drawer, "_draw", None)
    monkeypatch.setattr(View, "render", None)
    paths = paths_of(kecil)
    assert paths.always | paths.drawn == {file.path for file in whole.files}
    assert paths.always == {file.path for file in preview.files}
    assert not paths_of(kecil, kit=False).drawn


@pytest.mark.parametrize(("given", "wanted"), [([], "0"), (["--kit"], "1")])
def test_preview_asks(monkeypatch: pytest.MonkeyPatch, given: list[str], wanted: str) -> None:
    """`pratinjau` draws the kit only with --kit."""
    monkeypatch.setattr(options, "ROOT", project())
    seen: list[str] = []
    for name in ("ZI_KIT", "ZI_DATA", "ZI_PER_TANGGAL"):  # `pratinjau` sets them: as before again after the test
        monkeypatch.setenv(name, "")
    monkeypatch.setattr("mkdocs.commands.serve.serve", lambda *_, **__: seen.append(os.environ["ZI_KIT"]))
    CliRunner().invoke(app.zi, ["pratinjau", "--contoh", "--per-tanggal", PER_TANGGAL.isoformat(), *given])
    assert seen == [wanted]


def test_the_page_shows_everything(contoh: Path, tanpa_alamat: Findings) -> None:
    """The built page has for each picture its thumbnail with size and alt text, its caption, and all downloads, which exist;
    the numbers in both texts are those of ringkasan.json."""
    page = (contoh / "kit/2026/index.html").read_text(encoding="utf-8")
    whole = json.loads((contoh / "api/v1/2026/ringkasan.json").read_text(encoding="utf-8"))
    plan = next(cards_of(tanpa_alamat.terbaru))
    for kartu in cards_of(tanpa_alamat.terbaru):
        part = page.partition(f'data-kartu="{kartu.kunci}"')[2].partition("</article>")[0]
        image = re.search(r'<img [^>]*width="360" height="360" loading="lazy"[^>]*alt="([^"]+)"', part)
        assert image
        assert (contoh / "kit/2026" / f"{kartu.kunci}-kecil.webp").is_file()
        assert f"{kartu.kunci}-kecil.webp" in image[0]
        caption = re.search(r"data-keterangan>(.+?)</p>", part.replace("<wbr>", ""), re.DOTALL)
        assert caption
        assert numbers_of(unescape(image[1])) == numbers_of(unescape(caption[1]))
        links = re.findall(r'href="([^"]+\.png)" download', part)
        assert links == [kartu.alamat(bentuk).rpartition("/")[2] for bentuk in BENTUK]
        assert all((contoh / "kit/2026" / link).is_file() for link in links)
        if kartu == plan:
            counts = whole["hitungan_periode"]
            told = {"jumlah": counts["jumlah"], "keadaan": counts["keadaan"]}
            assert numbers_of(unescape(caption[1])) == told
    assert len(re.findall(r'href="[^"]+\.pdf" download', page)) == 4 * 3 + 4 + 2


def test_badge_and_embed(contoh: Path) -> None:
    """The badge and the small page say the counts of ringkasan.json, the day, and DATA CONTOH; the page needs no script."""
    counts = json.loads((contoh / "api/v1/2026/ringkasan.json").read_text(encoding="utf-8"))["hitungan_periode"]
    done = f"{counts['keadaan']['terpenuhi']} dari {counts['jumlah']} janji terpenuhi"
    late = counts["keadaan"]["terlambat"] + counts["keadaan"]["belum_dilaporkan"]
    badge = "".join(ElementTree.parse(contoh / addresses.LENCANA).getroot().itertext())
    assert re.search(rf"{done}\s+{late} lewat tenggat · per 24 November 2026", badge)
    embed = (contoh / addresses.SEMATAN / "index.html").read_text(encoding="utf-8")
    for state, number in counts["keadaan"].items():
        assert re.search(rf'<li data-keadaan="{state}">.*<b>{number}</b>', embed), state
    for text in (badge, embed):
        for word in (done, "24 November 2026", "DATA CONTOH"):
            assert word in text
    assert "<script" not in embed


def test_what_nobody_used_for_a_month_is_forgotten(kecil: Findings, drawn: Drawn, tmp_path: Path) -> None:
    """A build removes drawings that no build used for 30 days and what a stopped one left; whatever it uses itself stays, and
    so does what was used lately, and other files."""
    whole_site(kecil, cache=drawn.copied_to(tmp_path))
    used_again = set(tmp_path.glob("*.kept"))
    days = {"lama.kept": 31, "henti.tmp": 31, "baru.kept": 29, "foto.webp": 400}
    for name in days:
        (tmp_path / name).write_bytes(b"x")
    for path in (*used_again, *map(tmp_path.joinpath, days)):
        used = path.stat().st_mtime - days.get(path.name, 60) * 86_400
        os.utime(path, (used, used))
    whole_site(kecil, cache=tmp_path)
    assert set(tmp_path.glob("*.kept")) == {*used_again, tmp_path / "baru.kept"}
    assert [path.name for path in tmp_path.glob("*.tmp")] == []
    assert (tmp_path / "foto.webp").exists()


def test_no_zero_is_shared(tmp_path: Path) -> None:
    """While nothing is verified no picture is drawn and no page names one; badge, small page and captions praise nothing, show
    no “0 dari”, and say what unreported means."""
    address = {"alamat_situs": "https://zi.example.go.id/situs"}
    root = write_kantor(tmp_path / "data", {2026: [row("I.1"), row("I.2", "Desember")]}, situs=address)
    findings = judge(load_data(root), PER_TANGGAL)
    assert list(cards_to_draw(findings.terbaru)) == []
    assert not [path for path in drawn_paths(findings) if path.endswith((".png", ".webp"))]
    files = {file.path: file.read().decode() for file in present(findings) if file.path.endswith((".html", ".svg"))}
    assert not [path for path, text in files.items() if "og:image" in text]
    badge, embed = files[addresses.LENCANA], files["sematan/index.html"]
    captions = [words_of(kartu, findings) for kartu in cards_of(findings.terbaru)]
    for text in (badge, embed, *(item.keterangan + item.alt for item in captions)):
        assert not re.search(r"\b0 (?:dari|terpenuhi)|ada buktinya", text)
    unreported = [item for item in captions if item.kartu.hitungan.keadaan[Keadaan.BELUM_DILAPORKAN]]
    assert {item.kartu.kunci for item in unreported} == {"rencana", "kelompok-i", "triwulan-1"}
    for text in (embed, badge, *(text for item in unreported for text in (item.keterangan, item.alt))):
        assert text.count("Belum dilaporkan bukan berarti belum dikerjakan.") == 1
    assert "1 janji kami sudah jatuh tempo" in embed
    assert "1 janji kami sudah jatuh tempo" in badge
    assert "Gambar dibuat setelah ada janji yang terpenuhi dan diverifikasi." in files["kit/2026/index.html"]


def test_no_picture_without_an_address(situs: Path) -> None:
    """A picture's address must be absolute: where the site's own is not known, no page names one, and the kit page says why."""
    assert not [path for path in situs.rglob("*.html") if "og:image" in path.read_text(encoding="utf-8")]
    assert "Alamat situs ini belum diisi" in (situs / "kit/2026/index.html").read_text(encoding="utf-8")


def drawn_colours() -> dict[str, str]:
    """The colours that drawings use, by name."""
    text = (TEMPLATES / "dasar.typ").read_text(encoding="utf-8").partition("#let warna = (")[2].partition("\n)")[0]
    return dict(re.findall(r'([\w-]+): rgb\("(#[0-9a-f]{3,6})"\)', text))


def test_colours_are_the_sites() -> None:
    """Every colour of the drawings is the token of the same name; the badge uses no other colour."""
    known = tokens("terang")
    assert len(drawn_colours()) > 10
    assert drawn_colours() == {name: known[name] for name in drawn_colours()}
    badge = (ROOT / "hooks/zona/templates/pages/lencana.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'"(#[0-9a-f]{3,6})"', badge)) <= set(known.values())


def test_contrast() -> None:
    """Text has a contrast of at least 7 on its ground, and every state's colour at least 3 on paper and on white."""
    c = drawn_colours()
    white = "#ffffff"
    texts = [(c[name], ground) for name in ("ink", "mut", "brand") for ground in (c["paper"], white)]
    texts += [(white, c["brand"]), (white, c["late"]), (c["late"], white)]
    sources = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ"))
    other = set(re.findall(r'fill: rgb\("(#[0-9a-f]{6})"\)', sources))
    assert other
    for text, ground in [*texts, *((colour, c["brand"]) for colour in other)]:
        assert contrast(text, ground) >= 7, (text, ground)
    for name in ("ok", "wait", "run", "late", "unrep", "idle"):
        assert min(contrast(c[name], c["paper"]), contrast(c[name], white)) >= 3, name
