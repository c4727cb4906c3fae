"""Numbers read back from sentences."""

from __future__ import annotations

import re
from typing import Any

from zona.findings.keadaan import Keadaan


def numbers_of(text: str) -> dict[str, Any]:
    """The counts that a sentence tells, as `ringkasan.json` has them; a state that it does not name is 0."""
    found = re.search(r"(?:([\d.]+) dari )?([\d.]+) janji(?: terpenuhi|, belum ada yang terpenuhi)", text)
    assert found, text
    done, whole = (int((part or "0").replace(".", "")) for part in found.groups())
    states = {Keadaan.TERPENUHI.value: done}
    for state in list(Keadaan)[1:]:
        named = re.search(rf"([\d.]+) {state.label.lower()}\b", text)
        states[state.value] = int(named[1].replace(".", "")) if named else 0
    return {"jumlah": whole, "keadaan": states}
