"""The data as they stand in another commit, for comparing a proposal with what is published."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class NoSuchCommit(Exception):
    """The commit is not there, or this folder is not kept by git; the message is git's."""


@contextmanager
def data_at(commit: str, root: Path) -> Iterator[Path | None]:
    """The folder `data` of that commit of the repository at `root`, unpacked for a while; None where it had none.

    Raises `NoSuchCommit`.
    """
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}").decode().strip()
    with TemporaryDirectory(prefix="zi-") as folder:
        if not _git(root, "ls-tree", found, "data"):
            yield None
            return
        # A zip: its extraction never leaves the folder, in every Python that we run on.
        packed = _git(root, "archive", "--format=zip", found, "data")
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(folder)
        yield Path(folder) / "data"


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise NoSuchCommit(str(error)) from None
    if done.returncode != 0:
        raise NoSuchCommit(done.stderr.decode(errors="replace").strip() or "commit itu tidak ada")
    return done.stdout
