"""What a block of prose is: a mark alone on its line, which becomes a piece of the page with what the data say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zona.findings.year_findings import Findings
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.view import View


@dataclass(frozen=True)
class BlockCall:
    """What a block is given: the findings, each year's published evidence by name, and what follows its name in the mark."""

    findings: Findings
    terbit: dict[int, dict[str, BuktiTerbit]]
    argument: str = ""


Block = Callable[[BlockCall], View]
