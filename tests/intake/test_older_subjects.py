"""Data of before rows had subjects: `perbarui-data` writes them, and pages then show the rows that they named by code."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import app
from click.testing import CliRunner
from small.office_data import row, write_kantor
from support.zi_command import ROOT
from zona.intake.older_subjects import renew_subjects, subjects_of_rows
from zona.records.informasi.prosa import Prosa
from zona.records.load import Data, load_data
from zona.records.rencana.tema import about

TABALONG = ROOT / "tests" / "offices" / "tabalong-2026"
PROMISES = "\n# Baris yang ditepati situs.\nhalaman_janji:\n  - halaman: rencana-aksi\n    baris: [I.2]\n"


def codes_of(page: Prosa, data: Data) -> list[str]:
    return [item.kode for item in data.tahun[-1].rencana_aksi.isi.semua_aksi() if about(item.tema, page.kepala.tema)]


def older(root: Path) -> tuple[Path, Path, Data]:
    """The decree's office as it was: no subjects in its plan, codes in the heads of its pages."""
    shutil.copytree(TABALONG, root, dirs_exist_ok=True)
    data, prosa = root / "data", root / "docs" / "informasi"
    known = load_data(data, prosa=prosa)
    for page in known.prosa:
        head = f"judul: Uji\nringkas: Uji.\nurutan: 1\nbaris: {codes_of(page, known)}\n".replace("'", "")
        (prosa / f"{page.nama}.md").write_text(f"---\n{head}---\nTeks.\n", encoding="utf-8")
    plan = data / "2026" / "rencana-aksi.yml"
    plan.write_text(re.sub(r"^ +tema: .*\n", "", plan.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")
    situs = data / "situs.yml"
    situs.write_text(situs.read_text(encoding="utf-8") + PROMISES, encoding="utf-8")
    return data, prosa, known


def test_the_office_of_the_decree(tmp_path: Path) -> None:
    """All eleven pages list the rows that they named, by the subjects that are proposed; a second run finds nothing to do."""
    data, prosa, known = older(tmp_path)
    found = renew_subjects(data, "data", prosa)
    for path, (before, after) in found.files.items():
        assert path.read_bytes() == before
        path.write_bytes(after)
    assert found.told == []
    new = load_data(data, prosa=prosa)
    assert len(new.prosa) == 11
    assert {page.nama: codes_of(page, new) for page in new.prosa} == {page.nama: codes_of(page, known) for page in known.prosa}
    assert renew_subjects(data, "data", prosa).files == {}


def test_only_what_is_asked_for_changes(tmp_path: Path) -> None:
    """Every other line of the plan, of situs.yml and of a page stays as it was written."""
    data, prosa, _ = older(tmp_path)
    files = renew_subjects(data, "data", prosa).files
    before, after = files[data / "2026" / "rencana-aksi.yml"]
    assert re.sub(rb"^ +tema: .*\n", b"", after, flags=re.M) == before
    before, after = files[data / "situs.yml"]
    assert after + PROMISES.lstrip("\n").encode() == before.replace(b"\n\n# Baris yang", b"\n# Baris yang")
    before, after = files[prosa / "wbs.md"]
    assert re.sub(rb"^tema: .*$", b"baris: [III.1, III.2, III.3, III.4, III.5]", after, flags=re.M) == before


def test_marks_and_rows_without_a_subject(tmp_path: Path) -> None:
    """Marks that named rows name their subjects; rows for which none is proposed are told, and their mark is kept."""
    data = write_kantor(tmp_path / "data", {2026: [row("I.1", komponen="Satgas SPIP"), row("I.2")]})
    prosa = tmp_path / "docs"
    prosa.mkdir()
    page = prosa / "uji.md"
    page.write_text("---\njudul: Uji\nbaris:\n  - I.1\n  - I.2\n---\n[[kegiatan I.1]]\n\n[[kegiatan I.2]]\n", encoding="utf-8")
    found = renew_subjects(data, "data", prosa)
    assert found.files[page][1].decode() == (
        "---\njudul: Uji\ntema: [spip-satgas]\n---\n[[kegiatan spip-satgas]]\n\n[[kegiatan I.2]]\n"
    )
    assert found.told == ["uji.md: tulis sendiri tema untuk baris I.2; daftarnya ada dalam panduan, “Tema aksi”"]


def test_subjects_are_as_wide_as_they_may_be() -> None:
    """A page of all parts asks for the whole; one of a part for that part; none for what has rows elsewhere too."""
    tema = {"I.1": ("spip-risiko",), "I.2": ("spip-satgas",), "I.3": ("wbs",), "I.4": ("wbs",)}
    assert subjects_of_rows(["I.1", "I.2"], tema) == (("spip",), ())
    assert subjects_of_rows(["I.2"], tema) == (("spip-satgas",), ())
    assert subjects_of_rows(["I.1", "I.3"], tema) == (("spip-risiko",), ("I.3",))


def test_the_command(tmp_path: Path) -> None:
    """`perbarui-data` shows the files, the pages beside the data folder among them, writes them after a yes, and the data are
    good then; before, `halaman_janji` is not."""
    data = write_kantor(tmp_path / "data", {2026: [row("I.1", komponen="Satgas SPIP")]})
    with (data / "situs.yml").open("a", encoding="utf-8") as file:
        file.write("halaman_janji:\n- halaman: triwulan\n  baris: [I.1]\n")
    page = tmp_path / "docs" / "informasi" / "uji.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\njudul: Uji\nringkas: Uji.\nurutan: 1\nbaris: [I.1]\n---\nTeks.\n", encoding="utf-8")
    done = CliRunner().invoke(app.zi, ["perbarui-data", "--data", str(data)], input="ya\n")
    assert done.exit_code == 0, done.output
    assert f"{data}/2026/rencana-aksi.yml" in done.output
    assert "\n  docs/informasi/uji.md\n" in done.output
    assert "tema: [spip-satgas]" in page.read_text(encoding="utf-8")
    assert load_data(data).tahun[0].rencana_aksi.isi.kelompok[0].aksi[0].tema == ("spip-satgas",)
    again = CliRunner().invoke(app.zi, ["perbarui-data", "--data", str(data), "--ya"])
    assert again.output == "Tidak ada yang perlu diperbarui.\n"
