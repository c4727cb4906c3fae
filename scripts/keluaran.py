"""Where results go on disk: whole or not at all, and never over something that is not a result of ours."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from simpan_langkah import step
from zona.outputs.site_file import SiteFile


class NotAResult(Exception):
    """The output folder holds something that no build made; the message says which folder."""


def refuse_other(target: Path) -> None:
    """Raise `NotAResult` where `target` is a file, or holds files but no `sitemap.xml` as every build does."""
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / "sitemap.xml").exists())):
        raise NotAResult(str(target))


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """A new folder beside `target`; on success it takes `target`'s place, on failure `target` stays as it was.

    Raises `NotAResult`.
    """
    refuse_other(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        new, old = work / "baru", work / "lama"
        new.mkdir()
        new.chmod(0o755)
        yield new
        if target.exists():
            target.replace(old)
        new.replace(target)
    except BaseException:
        if (work / "lama").exists() and not target.exists():
            (work / "lama").replace(target)
        raise
    finally:
        shutil.rmtree(work, ignore_errors=True)


def is_free(target: Path) -> bool:
    """Whether nothing is there but perhaps an empty folder."""
    return not target.is_symlink() and (not target.exists() or (target.is_dir() and not any(target.iterdir())))


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A new folder; on success it becomes `target`, which must not be there yet, on failure nothing is left.

    Raises `FileExistsError` where something has that name. What a killed run left is removed by the next.
    """
    if not is_free(target):
        raise FileExistsError(errno.EEXIST, "exists", str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".zi-{target.name}-"
    for left in target.parent.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    try:
        new = work / "baru"
        new.mkdir()
        new.chmod(0o755)
        yield new
        step(f"selesai {target.name}")
        if target.exists():
            target.rmdir()  # empty: Windows would not rename over it
        new.rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def write_files(folder: Path, files: Iterable[SiteFile]) -> None:
    """Write the files below `folder`; a path that would leave it is a bug, and refused."""
    base = folder.resolve()
    for file in files:
        path = (base / file.path).resolve()
        if not path.is_relative_to(base):
            raise ValueError(f"path leaves the folder: {file.path}")
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(file.content, bytes):
            path.write_bytes(file.content)
        else:
            shutil.copyfile(file.content, path)
