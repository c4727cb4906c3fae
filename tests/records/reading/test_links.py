"""Links that lead out of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from zona.records.reading.links import leads_out


@pytest.mark.parametrize(
    ("path", "out"),
    [
        ("dalam/a.yml", False),
        ("tidak-ada/a.yml", False),
        ("tetap/a.yml", False),
        ("keluar/a.yml", True),
        ("dalam/keluar.yml", True),
        ("../luar/a.yml", True),
        ("dalam/../../luar/a.yml", True),
        ("dalam/../dalam/a.yml", False),
    ],
)
def test_links_are_followed(tmp_path: Path, path: str, out: bool) -> None:
    """A link leads out where its end is outside, whether a file is one or a folder above it; one that stays inside does not,
    nor does a path to nothing. The folder itself may be one."""
    data, outside = tmp_path / "asli", tmp_path / "luar"
    for folder in (data / "dalam", outside):
        folder.mkdir(parents=True)
        (folder / "a.yml").write_text("a: 1\n", encoding="utf-8")
    (data / "tetap").symlink_to("dalam")
    (data / "keluar").symlink_to(outside)
    (data / "dalam" / "keluar.yml").symlink_to(outside / "a.yml")
    (tmp_path / "data").symlink_to(data)
    assert [leads_out(root / path, root) for root in (data, tmp_path / "data")] == [out, out]


def test_a_link_to_itself(tmp_path: Path) -> None:
    """A link that leads to itself leads nowhere: that can't be told."""
    (tmp_path / "a").symlink_to("a")
    with pytest.raises((OSError, RuntimeError)):
        leads_out(tmp_path / "a" / "b.yml", tmp_path)
