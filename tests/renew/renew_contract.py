"""Writes what version 1 promises anew, after something was added: `zi.py perbarui kontrak`.

It refuses where a key would be lost or hold something else. Values of the small office may change only with a rule that
was changed on purpose: look at the difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cli.indonesian_click import Refused
from support.contract_golden import SKEMA, TERBITAN, files_today, kept, lost_promises, lost_values, schemas_today, shape


def renew() -> str:
    """Write both folders, or refuse with what would be broken."""
    files, schemas = files_today(), schemas_today()
    lost = list(lost_values(kept(TERBITAN), files, values=False))
    lost += [text for name, old in kept(SKEMA).items() for text in lost_promises(shape(old), shape(schemas[name]), name)]
    if lost:
        raise Refused("Janji versi 1 akan rusak:\n" + "\n".join(lost))
    _write(TERBITAN, files)
    _write(SKEMA, schemas)
    return f"{len(files) + len(schemas)} berkas janji ditulis"


def _write(folder: Path, values: dict[str, Any]) -> None:
    for name, value in values.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
