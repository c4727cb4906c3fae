"""Whether a change of the code changed any byte of the sites: `python tests/benchmarks/same_site.py COMMIT`.

The frozen offices are built twice, by the code of COMMIT and by the code of the working tree, drawings included, on the same
day; each by the files that lie beside that code, since a change of their format changes both. What differs is listed, and the
exit code is 1.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
OFFICES = {"tabalong-2026": "2026-11-24", "contoh": "2026-11-24", "balai-2031": "2031-05-20"}
CODE = ("hooks", "scripts", "docs", "mkdocs.yml", "tests/offices")


def code_of_commit(commit: str, target: Path) -> None:
    """Unpack the code of a commit."""
    packed = subprocess.run(["git", "archive", commit, *CODE], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(target, filter="data")


def code_of_tree(target: Path) -> None:
    """Copy the code as it lies in the working tree."""
    (target / "tests").mkdir()
    for name in CODE:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target / name)


def site(project: Path, office: str, day: str, target: Path) -> dict[str, str]:
    """Build an office with the code at `project`: the SHA-256 of every file of its site, by its path."""
    entry = next(path for name in ("app.py", "perintah.py") if (path := project / "scripts" / name).exists())
    known = {key: value for key, value in os.environ.items() if not key.startswith("ZI_")}
    command = [sys.executable, str(entry), "bangun", "--data", f"tests/offices/{office}/data"]
    command += ["--per-tanggal", day, "--keluaran", str(target)]
    subprocess.run(command, check=True, cwd=project, env=known | {"NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL)
    files = (path for path in sorted(target.rglob("*")) if path.is_file())
    return {path.relative_to(target).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main(commit: str) -> int:
    """Compare; the exit code."""
    changed = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "before").mkdir()
        (folder / "after").mkdir()
        code_of_commit(commit, folder / "before")
        code_of_tree(folder / "after")
        for office, day in OFFICES.items():
            old, new = (site(folder / side, office, day, folder / f"{side}-{office}") for side in ("before", "after"))
            differ = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
            print(f"{office}: {len(new)} files, {len(differ)} differ", *differ[:20], sep="\n  ")
            changed += len(differ)
    return int(changed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
