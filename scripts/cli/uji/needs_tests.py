"""Whether a proposal needs the tests of the code: one that changes only what an office writes does not. Standard library only,
because it is asked before the tests' packages are installed."""

import argparse
import subprocess
from pathlib import Path

OPTION = "--bila-kode-berubah"
OFFICE = ("data/", "docs/informasi/")  # what an office writes; everything else, also what nobody thought of, is code
MADE = "data/skema/"  # by machine from the models, for editors


def changed_code(root: Path, base: str) -> list[str] | None:
    """The files outside the office's own that differ between the commit `base` and HEAD; None where that can't be known."""
    command = ["git", "diff", "--name-only", "--no-renames", "-z", "--end-of-options", base, "HEAD"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    names = [name for name in done.stdout.decode("utf-8", errors="replace").split("\0") if name]
    return [name for name in names if not name.startswith(OFFICE) or name.startswith(MADE)]


def wanted(root: Path, arguments: list[str]) -> bool:
    """Whether a command needs the tests' packages: `perbarui` does; `uji` too, unless it asks for changed code and none is."""
    if arguments[:1] != ["uji"]:
        return arguments[:1] == ["perbarui"]
    options = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    options.add_argument(OPTION, nargs="?", dest="base")
    base = options.parse_known_args(arguments)[0].base
    return base is None or changed_code(root, base) != []
