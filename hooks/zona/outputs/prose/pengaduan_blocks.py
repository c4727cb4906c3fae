"""The block that shows complaint counts within hand-written pages."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment

from zona.findings.year_findings import Findings

Block = Callable[[Findings, str, Callable[[str], str], Environment], str]


def summary(findings: Findings, _argument: str, ke: Callable[[str], str], env: Environment) -> str:
    """The three counts of the newest year, or that nothing was reported; takes no argument."""
    template = env.get_template("blocks/pengaduan_ringkas.html")
    return template.render(statistik=findings.pengaduan_terbaru, ke=ke, temuan=findings)


BLOK: dict[str, Block] = {"pengaduan-ringkas": summary}
