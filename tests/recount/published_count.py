"""A published count as pages write it, worked out from its JSON alone and with no code of the site."""

from __future__ import annotations

from typing import Any


def in_words(cell: dict[str, Any] | None) -> str | None:
    """5, <5, 7–10, ≥12 or “ditutup demi pengadu”; None where there is no count."""
    if cell is None:
        return None
    if cell["jumlah"] is not None:
        return str(cell["jumlah"])
    if cell["keterangan"] == "kurang_dari_5":
        return "<5"
    if cell["paling_banyak"] is not None:
        return f"{cell['sedikitnya']}–{cell['paling_banyak']}"
    return f"≥{cell['sedikitnya']}" if cell["sedikitnya"] else "ditutup demi pengadu"
