"""A file of the site: its path is known before its content is made, and its content is made once."""

from __future__ import annotations

from pathlib import Path

from zona.findings.year_findings import Findings
from zona.outputs.api.api_files import api_files
from zona.outputs.evidence.published import publish_all
from zona.outputs.site_file import SiteFile
from zona.outputs.tables import downloads


def test_content_is_made_when_it_is_read(tmp_path: Path) -> None:
    """What makes the content is called at the first reading, and only then; bytes and files on disk are read as they are."""
    made: list[str] = []
    file = SiteFile("a.txt", lambda: made.append("a.txt") or b"isi", "data/a.yml")
    assert (file.path, made) == ("a.txt", [])
    assert (file.content, file.read(), made) == (b"isi", b"isi", ["a.txt"])
    (tmp_path / "b.txt").write_bytes(b"lain")
    copied = SiteFile("b.txt", tmp_path / "b.txt", "data/b.yml")
    assert (copied.content, copied.read()) == (tmp_path / "b.txt", b"lain")
    assert SiteFile("c.txt", b"tetap", "data/c.yml").read() == b"tetap"


def test_paths_are_known_before_anything_is_written(sample: Findings) -> None:
    """The files of the contract and the downloads have their paths before one of them is made."""
    terbit = publish_all(sample, None)
    unduhan = downloads.downloads_of(sample.terbaru, sample, terbit[sample.terbaru.tahun])
    files = [*api_files(sample, terbit), *unduhan.berkas.values()]
    assert {"api/v1/2026/capaian.json", "unduhan/2026/zona-integritas-2026.zip"} <= {file.path for file in files}
    assert not [file.path for file in files if "content" in vars(file)]
