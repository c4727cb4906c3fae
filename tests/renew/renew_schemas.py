"""Writes data/skema/ anew from the models, for editors: `zi.py perbarui skema`.

Run it when a field was added or its description changed, and commit the files with the change.
"""

from __future__ import annotations

from support.zi_command import ROOT
from zona.records.json_schema import schema_files


def renew() -> str:
    """Write every schema; one that no model has any more is deleted."""
    files, folder = schema_files(), ROOT / "data" / "skema"
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return f"{len(files)} skema ditulis"
