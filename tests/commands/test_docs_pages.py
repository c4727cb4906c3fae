"""Hand-written pages of docs/ as offices write them: in folders, with spaces in their names, with links to each other."""

from __future__ import annotations

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


def test_pages_in_folders_with_links_to_each_other(tmp_path: Path) -> None:
    """Pages in folders stand where MkDocs puts them, links between them lead somewhere, with MkDocs and without it alike; what
    lies at the top is in the footer, and a note about the folder is no page."""
    root = clone(tmp_path / "situs-zi", LAIN)
    for name, text in PAGES.items():
        (root / "docs" / name).parent.mkdir(exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    (root / "docs" / "sop" / "denah.png").write_bytes(GOOD["d.png"])
    day, site = ("--per-tanggal", PER_TANGGAL_LAIN.isoformat()), tmp_path / "a"
    at = ("--keluaran", str(site))
    for command in (("bangun", *at), ("periksa", "--terbit", *at), ("susun", str(tmp_path / "b"))):
        done = zi(*command, *day, root=root)
        assert done.returncode == 0, done.stdout + done.stderr
    assert differing(sums(site), sums(tmp_path / "b")) == set()
    assert (site / "sop" / "index.html").is_file()
    assert not (site / "README").exists()
    assert 'href="../Catatan%20Rapat/#hasil"' in (site / "sop" / "index.html").read_text(encoding="utf-8")
    footer = (site / "index.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert 'href="Catatan%20Rapat/"' in footer
    assert "sop/" not in footer
