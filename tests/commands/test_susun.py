"""The two ways to a site, with MkDocs and without it, give the same bytes: also of hand-written pages of docs/ as offices write
them, in folders, with spaces in their names, with links to each other; and with another theme in MkDocs' configuration."""

from __future__ import annotations

import re
from pathlib import Path

from support.evidence_files import GOOD
from support.same_tree import differing, sums
from support.zi_command import LAIN, PER_TANGGAL_LAIN, clone, zi

PAGES = {
    "sop/index.md": (
        "# SOP\n\n[rapat](../Catatan%20Rapat.md#hasil), [rinci](rinci.md), [gambar](denah.png), [cara](../metode/index.html)\n"
    ),
    "sop/rinci.md": "# Rinci\n\n[ke atas](index.md), [glosarium](../glosarium.md)\n",
    "Catatan Rapat.md": "# Catatan Rapat\n\n## Hasil\n\n[SOP](sop/index.md)\n",
    "README.md": "# Tentang folder ini\n",
}


def office(root: Path) -> Path:
    """A copy of the project with the office that shares nothing with the others, and with hand-written pages."""
    clone(root, LAIN)
    for name, text in PAGES.items():
        (root / "docs" / name).parent.mkdir(exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    (root / "docs" / "sop" / "denah.png").write_bytes(GOOD["d.png"])
    return root


def make(root: Path, *command: str, **environment: str) -> None:
    """Run a command in the copy, without drawing, which is the same in both ways."""
    done = zi(*command, "--per-tanggal", PER_TANGGAL_LAIN.isoformat(), root=root, ZI_KIT="0", **environment)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_site_without_mkdocs_and_without_material(tmp_path: Path) -> None:
    """Pages in folders stand where MkDocs puts them, links between them lead somewhere; what lies at the top is in the footer,
    and a note about the folder is no page. `susun` makes the same site, and so does `bangun` in another time zone, with no
    theme but our own in the configuration."""
    root, site = office(tmp_path / "situs-zi"), tmp_path / "a"
    make(root, "bangun", "--keluaran", str(site))
    make(root, "periksa", "--terbit", "--keluaran", str(site))
    make(root, "susun", str(tmp_path / "b"))
    config = root / "mkdocs.yml"
    ours = re.sub(r"(?m)^  (language|font): .*\n", "", config.read_text(encoding="utf-8"))
    config.write_text(ours.replace("name: material", "name: null\n  custom_dir: hooks/theme"), encoding="utf-8")
    make(root, "bangun", "--keluaran", str(tmp_path / "c"), PYTHONHASHSEED="42", TZ="Asia/Makassar")
    assert differing(sums(site), sums(tmp_path / "b")) == set()
    assert differing(sums(site), sums(tmp_path / "c")) == set()

    assert (site / "sop" / "index.html").is_file()
    assert not (site / "README").exists()
    assert 'href="../Catatan%20Rapat/#hasil"' in (site / "sop" / "index.html").read_text(encoding="utf-8")
    footer = (site / "index.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert 'href="Catatan%20Rapat/"' in footer
    assert "sop/" not in footer
