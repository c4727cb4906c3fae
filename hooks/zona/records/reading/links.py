"""Links that lead out of a folder, whose files must not be read: they are not the office's."""

from pathlib import Path, PosixPath


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path below `root` leads out of it by a link in any of its parts. Raises `OSError` or `RuntimeError` where that
    can't be told."""
    # To follow all links takes more than twice as long as to see that there are none. Windows has kinds that are not seen so.
    if isinstance(path, PosixPath) and ".." not in path.parts:
        for place in (path, *path.parents):
            if place == root:
                return False
            if place.is_symlink():
                break
    return not path.resolve().is_relative_to(root.resolve())
