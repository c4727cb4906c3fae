"""A data folder and a date in, findings out: what every command and the site builder begin with."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from zona.findings.judge import judge
from zona.findings.per_tanggal import read_per_tanggal
from zona.findings.year_findings import Findings
from zona.records.load import load_data


def findings_of(
    folder: Path,
    *,
    label: str,
    cache: Path,
    asked: str | None,
    now: datetime,
    prosa: Path | None = None,
    taken: Collection[str] = (),
) -> Findings:
    """Read the folder and judge it on the date `asked` (YYYY-MM-DD), or on the office's own day at the moment `now`.

    `label` is how problems name the folder; `cache` remembers which evidence files were found good; `prosa` is the folder
    with the pages of prose, and `taken` are the names at the top of the site that no hand-written page may have.

    Raises `DataError` with every problem of the data, or `UnreadableDate`.
    """
    data = load_data(folder, label=label, cache=cache, prosa=prosa, taken=taken)
    return judge(data, read_per_tanggal(asked, now=now, zona_waktu=data.situs.isi.zona_waktu))
