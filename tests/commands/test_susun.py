"""The two ways to a site, with MkDocs and without it: the same bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.same_tree import differing, sums
from support.zi_command import LAIN, PER_TANGGAL, PER_TANGGAL_LAIN, clone, zi

OFFICES = {
    "situs": ((), PER_TANGGAL),
    "contoh": (("--contoh",), PER_TANGGAL),
    "lain": (("--data", str(LAIN / "data")), PER_TANGGAL_LAIN),
}


@pytest.mark.parametrize("office", OFFICES)
def test_the_same_site_without_mkdocs(office: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """`susun` makes what `bangun` makes, search index and sums included: for the office of the decree, the sample, which lies
    below a path of its host, and another institution."""
    built, (chosen, day) = request.getfixturevalue(office), OFFICES[office]
    done = zi("susun", str(tmp_path / "situs"), *chosen, "--per-tanggal", day.isoformat())
    assert done.returncode == 0, done.stderr
    assert differing(sums(built), sums(tmp_path / "situs")) == set()
    assert len(list(built.rglob("*.html"))) > 30


def test_the_same_site_without_material(tmp_path: Path) -> None:
    """With no theme but our own in the configuration the site builds green, and is the same."""
    root = clone(tmp_path / "situs-zi", LAIN)
    config = root / "mkdocs.yml"
    ours = re.sub(r"(?m)^  (language|font): .*\n", "", config.read_text(encoding="utf-8"))
    config.write_text(ours.replace("name: material", "name: null\n  custom_dir: hooks/theme"), encoding="utf-8")
    day = ("--per-tanggal", PER_TANGGAL_LAIN.isoformat())
    for command in (("bangun", "--keluaran", str(tmp_path / "a")), ("susun", str(tmp_path / "b"))):
        done = zi(*command, *day, root=root)
        assert done.returncode == 0, done.stderr
    assert differing(sums(tmp_path / "a"), sums(tmp_path / "b")) == set()
