"""What the whole history of an office's repository holds that may not be public: whatever anybody can read in a clone."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from zona.records.capaian.bukti import carries_more
from zona.records.load import load_data
from zona.records.pengaduan.rilis import RilisPengaduan
from zona.records.reading.personal_data import find_personal_data
from zona.records.reading.yaml_reader import read_yaml

PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def private_in_history(root: Path, folder: Path) -> list[str]:
    """Everything in any commit of the repository at `root` that may not be public. `folder` is empty, for what is looked at."""
    data = load_data(root / "data")
    contacts = [cara.nilai for item in (data.kanal.isi.kanal if data.kanal else ()) for cara in item.cara if cara.nilai]
    security = data.situs.isi.kontak_keamanan
    allowed = (*contacts, *data.situs.isi.kontak_resmi, *([security.kontak.removeprefix("mailto:")] if security else []))
    found = [f"{text}: {line}" for line in _added_lines(root) for text in find_personal_data(line, allowed=allowed)]
    for number, (path, content) in enumerate(_files(root)):
        name = Path(path)
        if path.startswith("data-tertutup/"):
            found.append(f"{path}: true counts")
        elif name.suffix in PICTURES:
            copy = folder / f"{number}{name.suffix}"
            copy.write_bytes(content)
            found += [f"{path}: more than pixels"] if carries_more(copy) else []
        elif name.parent.name == "pengaduan" and name.suffix == ".yml":
            copy = folder / name.name
            copy.write_bytes(content)
            RilisPengaduan.model_validate(read_yaml(copy, label=path, root=folder).value)  # which has no count of 1 to 4
    return found


def _added_lines(root: Path) -> Iterator[str]:
    told = _git(root, "log", "-p", "--all", "--format=", "--no-textconv", "--", "data", "docs/*.md").decode(errors="replace")
    return (line[1:] for line in told.splitlines() if line.startswith("+") and not line.startswith("+++"))


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Every version of every file that any commit has below the folders of the office's own."""
    listed = _git(root, "rev-list", "--all", "--objects", "--", "data", "docs", "data-tertutup").decode(errors="replace")
    for line in listed.splitlines():
        key, _, path = line.partition(" ")
        if "." in path and path.startswith(("data", "docs")):
            yield path, _git(root, "cat-file", "blob", key)


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
