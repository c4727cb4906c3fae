"""Several periods of one plan in few words: “Januari dan Juli”, “10 bulan, Jan–Okt”, “3 triwulan, I–III”."""

from collections.abc import Callable, Sequence

from zona.findings.record_findings import TercatatFinding
from zona.outputs.wording import BULAN_PENDEK, listing, sebut_periode_saja
from zona.records.rencana.kode import roman


def periods_in_short(periods: Sequence[TercatatFinding]) -> str:
    """These periods of one action, which are of one year and in order: by name up to two, else how many, with runs of three
    or more drawn together. The year is left out."""
    names, codes = [sebut_periode_saja(item) for item in periods], [item.periode for item in periods]
    if len(codes) < 3:
        return listing(names)
    if all("TW" in code for code in codes):
        return f"{len(codes)} triwulan, {_runs([int(code[-1]) for code in codes], roman)}"
    if all(len(code) == len("2026-01") for code in codes):
        return f"{len(codes)} bulan, {_runs([int(code[-2:]) for code in codes], lambda month: BULAN_PENDEK[month - 1])}"
    return listing(names)


def _runs(numbers: Sequence[int], name: Callable[[int], str]) -> str:
    """Numbers by their names, three or more that follow each other as “first–last”."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    # A word joiner: a line must not end with the dash.
    parts = ([f"{name(run[0])}–\u2060{name(run[-1])}"] if len(run) > 2 else map(name, run) for run in runs)
    return ", ".join(part for run in parts for part in run)
