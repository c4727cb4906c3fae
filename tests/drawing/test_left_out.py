"""A drawing that fails costs that drawing and a notice, never the site; what is not there is linked from nowhere."""

from __future__ import annotations

import dataclasses
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from cli import bangun, options, terbitkan
from click.testing import CliRunner, Result
from small.office_data import row, write_kantor
from small.records import put_fulfilled
from support.zi_command import PER_TANGGAL, project
from zona.delivery.check_built import check_built
from zona.drawing import cards, lembar_monev, month_papers, posters
from zona.drawing.cards import TEMPLATE, values_of
from zona.drawing.typst_drawing import Drawer, DrawnPage
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.sharing import BENTUK, LEBAR, UKURAN_POSTER, cards_of, posters_of
from zona.records.load import load_data
from zona.whole_site import whole_site

ALAMAT = "https://zi.example.go.id/situs"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office whose site has an address, with one deadline of two fulfilled."""
    rows = [row("I.1", "Januari"), row("I.2", "Desember")]
    situs = {"alamat_situs": ALAMAT, "peran": ["Tim", "Sekretaris"]}
    root = write_kantor(tmp_path_factory.mktemp("kecil") / "data", {2026: rows}, situs=situs)
    put_fulfilled(root)
    return root


@pytest.fixture(scope="module")
def kecil(data: Path) -> Findings:
    return judge(load_data(data), PER_TANGGAL)


def test_one_page_costs_one_page(kecil: Findings) -> None:
    """Of pages drawn together one can't be drawn: the others are, byte for byte as without it, and the reason is kept."""
    values = values_of(next(cards_of(kecil.terbaru)), kecil)
    good = {bentuk.nama: DrawnPage(values | {"bentuk": bentuk.nama}) for bentuk in BENTUK}
    drawer = Drawer(None)
    drawn = drawer.pictures(TEMPLATE, {"buruk": DrawnPage(values | {"bentuk": "bulat"}), **good})
    assert drawn == Drawer(None).pictures(TEMPLATE, good)
    assert list(drawer.left_out) == ["buruk"]
    assert "bulat" in repr(drawer.left_out["buruk"])


def test_a_panic_too_but_not_a_stop(kecil: Findings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A panic inside Typst, which Python knows as no `Exception`, leaves a drawing out; Ctrl+C still stops."""

    class Panic(BaseException):
        pass

    def fails(error: BaseException) -> Any:
        def draw(*_: object, **__: object) -> Any:
            raise error

        return draw

    monkeypatch.setattr(Drawer, "_draw", fails(Panic()))
    site = whole_site(kecil)
    assert len(site.left_out) == 6 * 4 + 4 * 3 + 4 + 2 + 1
    monkeypatch.setattr(Drawer, "_draw", fails(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        whole_site(kecil)


def test_where_nothing_can_be_drawn(kecil: Findings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any drawing the pages are those of a preview: the kit page says that there is nothing to fetch, has its captions
    and its badge, and leads from each report to the page of its quarter; no page names a picture."""
    preview = whole_site(kecil, kit=False)
    monkeypatch.setattr(Drawer, "_draw", None)
    site = whole_site(kecil)
    assert [(file.path, file.read()) for file in site.files] == [(file.path, file.read()) for file in preview.files]
    (page,) = (file.content for file in site.files if file.path == "kit/2026/index.html")
    assert isinstance(page, bytes)
    text = page.decode()
    assert "belum bisa diunduh di sini" in text
    assert text.count("data-keterangan") == 6
    assert re.search(r'href="[^"]*triwulan-3/">Lembar monitoring Triwulan III 2026</a>', text)
    assert not re.search(r"\.png|\.webp|\.pdf", text)
    assert all(b"gambar:" not in file.content for file in site.files if isinstance(file.content, bytes))


@pytest.fixture(scope="module")
def left_out(kecil: Findings) -> set[str]:
    """The paths of a picture, a poster, a report and a month that fail in `built`."""
    card = next(item for item in cards_of(kecil.terbaru) if item.kunci == "triwulan-2")
    sheet = posters_of(kecil)[0]
    return {
        *map(card.alamat, BENTUK),
        card.alamat_kecil,
        *map(sheet.alamat, UKURAN_POSTER),
        "laporan/2026/triwulan-3.pdf",
        "laporan/2026/bulan-10.pdf",
    }


@pytest.fixture(scope="module")
def built(data: Path, kecil: Findings, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A build in which these fail, and what `bangun` said."""
    target = tmp_path_factory.mktemp("bangun") / "situs"
    with pytest.MonkeyPatch.context() as patch:
        for module, bad in (
            (cards, lambda item, *_: item.kunci == "triwulan-2"),
            (posters, lambda item, *_: item == posters_of(kecil)[0]),
            (lembar_monev, lambda _, nomor, *__: nomor == 3),
            (month_papers, lambda bulan, _: bulan == 10),
        ):
            whole = module.values_of
            patch.setattr(module, "values_of", lambda *a, bad=bad, whole=whole: 1 / 0 if bad(*a) else whole(*a))
        patch.setattr(options, "ROOT", project())
        patch.setattr(bangun, "CONFIG", project() / "mkdocs.yml")
        for name in ("ZI_DATA", "ZI_PER_TANGGAL", "ZI_KIT"):
            patch.setenv(name, "")  # so that what the build sets is undone
        return target, CliRunner().invoke(bangun.bangun, [*given(data), "--keluaran", str(target)])


def given(data: Path) -> list[str]:
    return ["--data", str(data), "--per-tanggal", PER_TANGGAL.isoformat()]


def test_left_out_is_linked_from_nowhere(built: tuple[Path, Result], kecil: Findings, left_out: set[str]) -> None:
    """With a picture, a poster and a report that fail, `bangun` builds strictly and says each in plain words; the site's own
    look finds nothing wrong, no page names what is not there, and all else is there."""
    target, done = built
    assert done.exit_code == 0, done.output
    notices = re.findall(r"^(\S+) tidak bisa digambar, jadi tidak terbit dan tidak ditautkan", done.stderr, re.MULTILINE)
    assert sorted(notices) == sorted(left_out)
    assert "Traceback" not in done.output
    assert "ZeroDivision" not in done.output

    assert check_built(target) == []
    there = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    assert not there & left_out
    assert {f"laporan/2026/triwulan-{nomor}.pdf" for nomor in (1, 2, 4)} <= there
    names = {path if path.startswith("laporan/") else path.rpartition("/")[2] for path in left_out}
    for path in there:
        if path.endswith((".html", ".json", ".xml", ".txt")):
            text = (target / path).read_text(encoding="utf-8")
            assert not [name for name in names if name in text], path
    check_pages(target, kecil)


def check_pages(target: Path, findings: Findings) -> None:
    """A page without its picture names none, and the kit page says what is not there."""
    pages = {name: (target / name / "index.html").read_text(encoding="utf-8") for name in ("", "capaian/2026/triwulan-2")}
    assert next(cards_of(findings.terbaru)).alamat(LEBAR) in pages[""]
    assert "og:image" not in pages["capaian/2026/triwulan-2"]
    kit = (target / "kit/2026/index.html").read_text(encoding="utf-8")
    assert "Gambarnya belum tersedia" in kit.partition('data-kartu="triwulan-2"')[2].partition("</article>")[0]
    assert kit.count("Posternya belum tersedia") == 1
    assert "Lembar monitoring Triwulan III 2026" in kit


def test_shared_links_have_a_picture(built: tuple[Path, Result]) -> None:
    """With an address, each page names an absolute Open Graph picture of the right size that exists, and the kit page
    gives the code to paste."""
    target, done = built
    assert done.exit_code == 0, done.output
    own = {
        "rencana-aksi/2026/kelompok-i": "kelompok-i",
        "rencana-aksi/2026/i-1": "kelompok-i",
        "capaian/2026/triwulan-3": "triwulan-3",
    }
    for folder, kunci in {**own, "": "rencana", "metode": "rencana", "capaian/2026": "rencana"}.items():
        page = (target / folder / "index.html").read_text(encoding="utf-8")
        found = dict(re.findall(r'<meta property="(og:[\w:]+)" content="([^"]*)">', page))
        assert found["og:image"] == f"{ALAMAT}/kit/2026/{kunci}-1200x630.png"
        assert (target / found["og:image"].removeprefix(f"{ALAMAT}/")).is_file()
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
        assert ("1 dari 2 janji terpenuhi" in found["og:image:alt"]) == (kunci != "triwulan-3")
    kit = unescape((target / "kit/2026/index.html").read_text(encoding="utf-8").replace("<wbr>", ""))
    assert f'<iframe src="{ALAMAT}/sematan/"' in kit
    assert f'<img src="{ALAMAT}/lencana.svg"' in kit


def test_a_site_without_a_drawing_is_published(
    built: tuple[Path, Result], data: Path, left_out: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last look takes a site that lacks what could not be drawn, and names each; one that was drawn and then lost is
    refused, and so is a page that is not there."""
    target, done = built
    assert done.exit_code == 0, done.output
    monkeypatch.setattr(options, "ROOT", project())
    arguments = [*given(data), "--dari", str(target), "--ke", str(tmp_path / "www")]
    done = CliRunner().invoke(terbitkan.terbitkan, arguments)
    assert (done.exit_code, done.stdout[:8]) == (0, "Terbit: "), done.output
    assert sorted(re.findall(r"^(\S+) tidak ada dalam hasil", done.stderr, re.MULTILINE)) == sorted(left_out)
    for path in ("laporan/2026/triwulan-1.pdf", "metode/index.html"):
        (target / path).rename(tmp_path / "hilang")
        refused = CliRunner().invoke(terbitkan.terbitkan, arguments)
        assert refused.exit_code == 1
        assert path in str(refused.output)
        (tmp_path / "hilang").rename(target / path)


def test_an_address_too_long_for_a_code(kecil: Findings) -> None:
    """Where the code's own program fails, the drawings that would carry it are left out, and the site is still made."""
    isi = kecil.situs.isi.model_copy(update={"alamat_situs": f"{ALAMAT}/{'a' * 3000}"})
    site = whole_site(dataclasses.replace(kecil, situs=dataclasses.replace(kecil.situs, isi=isi)))
    assert len(site.left_out) == 6 * 4 + 4 * 3 + 4 + 2  # a letter has none
    assert any(file.path == "index.html" for file in site.files)
