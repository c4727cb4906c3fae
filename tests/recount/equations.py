"""What an attacker does with equations: bounds that narrow each other, and exact elimination."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

Name = tuple[str, ...]
NUMBER: Name = ()  # stands in a row for what its terms add up to


def narrow(bounds: dict[Name, tuple[int, int]], terms: dict[Name, int], number: int) -> bool:
    """Use one equation on the bounds of its counts (every factor is 1 or -1); whether anything changed."""
    spans = {name: (bounds[name] if factor > 0 else (-bounds[name][1], -bounds[name][0])) for name, factor in terms.items()}
    least, most = sum(low for low, _ in spans.values()), sum(high for _, high in spans.values())
    changed = False
    for name, (low, high) in spans.items():
        new = max(low, number - (most - high)), min(high, number - (least - low))
        if new != (low, high):
            bounds[name] = new if terms[name] > 0 else (-new[1], -new[0])
            changed = True
            least, most = least - low + new[0], most - high + new[1]
    return changed


def determined(rows: list[tuple[dict[Name, int], int]]) -> dict[Name, Fraction]:
    """Reduced row echelon form, in whole numbers; the unknowns that stand alone in a row."""
    reduced: dict[Name, dict[Name, int]] = {}
    for terms, number in rows:
        row = {**terms, NUMBER: number} if number else terms
        for pivot in row.keys() & reduced.keys():
            row = _without(pivot, row, reduced[pivot])
        pivot = next((name for name in row if name != NUMBER), NUMBER)
        assert pivot != NUMBER or not row, "the publication contradicts itself"
        if row:
            reduced = {name: _without(pivot, other, row) if pivot in other else other for name, other in reduced.items()}
            reduced[pivot] = row
    return {pivot: Fraction(row.get(NUMBER, 0), row[pivot]) for pivot, row in reduced.items() if row.keys() <= {pivot, NUMBER}}


def _without(pivot: Name, row: dict[Name, int], other: dict[Name, int]) -> dict[Name, int]:
    """A row, less so much of another that a name that both have is gone."""
    here, there = row[pivot], other[pivot]
    total = {name: factor * there for name, factor in row.items()}
    for name, factor in other.items():
        total[name] = total.get(name, 0) - factor * here
    common = gcd(*total.values())
    return {name: factor // common for name, factor in total.items() if factor}
