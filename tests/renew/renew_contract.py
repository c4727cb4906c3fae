"""Writes what version 1 promises anew, after something was added: `python tests/renew/renew_contract.py`, in the environment.

It refuses where a key would be lost or hold something else. Values of the small office may change only with a rule that
was changed on purpose: look at the difference before you commit it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]


def main() -> None:
    """Write both folders, or say what would be broken."""
    sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
    from support.contract_golden import SKEMA, TERBITAN, files_today, kept, lost_promises, lost_values, schemas_today, shape

    files, schemas = files_today(), schemas_today()
    lost = list(lost_values(kept(TERBITAN), files, values=False))
    lost += [text for name, old in kept(SKEMA).items() for text in lost_promises(shape(old), shape(schemas[name]), name)]
    if lost:
        sys.exit("Janji versi 1 akan rusak:\n" + "\n".join(lost))
    _write(TERBITAN, files)
    _write(SKEMA, schemas)


def _write(folder: Path, values: dict[str, Any]) -> None:
    for name, value in values.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
