"""Writes data/skema/ anew from the models, for editors: `python tests/renew/renew_schemas.py`, in the environment.

Run it when a field was added or its description changed, and commit the files with the change.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Write every schema; one that no model has any more is deleted."""
    sys.path.insert(0, str(ROOT / "hooks"))
    from zona.records.json_schema import schema_files

    folder = ROOT / "data" / "skema"
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(schema_files())} skema ditulis")


if __name__ == "__main__":
    main()
