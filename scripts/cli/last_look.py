"""The last look at a build before it is published: everything that must hold of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from zona.delivery.check_built import check_built
from zona.outputs.site_file import SiteFile

from cli.indonesian_click import Refused

SHOWN = 40  # problems


def check_result(folder: Path, name: str, files: Iterable[SiteFile] = ()) -> str:
    """Refuse a build with any problem, or without one of the files that the data make; the counts of a good one, in words."""
    if not folder.is_dir():
        raise Refused(f"{name} tidak ada; bangun dulu dengan zi.py bangun.")
    problems = check_built(folder, map(built_name, files))
    if problems:
        raise Refused(f"{name} tidak diterbitkan.", problems, most=SHOWN)
    found = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in found)
    return f"{pages} halaman dan {len(found) - pages} berkas lain"


def built_name(file: SiteFile) -> str:
    """The path that a source file has in the built site."""
    if not file.path.endswith(".md"):
        return file.path
    stem = file.path.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"
