"""What an attacker does with equations: bounds that narrow each other, and exact elimination."""

from __future__ import annotations

from fractions import Fraction

Name = tuple[str, ...]


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


def determined(rows: list[tuple[dict[Name, Fraction], Fraction]]) -> dict[Name, Fraction]:
    """Reduced row echelon form; the unknowns that stand alone in a row."""
    reduced: list[tuple[Name, dict[Name, Fraction], Fraction]] = []
    for terms, number in rows:
        for pivot, other, value in reduced:
            if factor := terms.get(pivot):
                terms, number = _minus(terms, other, factor), number - factor * value
        if not terms:
            assert number == 0, "the publication contradicts itself"
            continue
        pivot = next(iter(terms))
        terms, number = {name: factor / terms[pivot] for name, factor in terms.items()}, number / terms[pivot]
        reduced = [
            (name, _minus(other, terms, other[pivot]), value - other[pivot] * number)
            if pivot in other
            else (name, other, value)
            for name, other, value in reduced
        ]
        reduced.append((pivot, terms, number))
    return {pivot: number for pivot, terms, number in reduced if len(terms) == 1}


def _minus(terms: dict[Name, Fraction], other: dict[Name, Fraction], factor: Fraction) -> dict[Name, Fraction]:
    total = {name: terms.get(name, Fraction(0)) - factor * other.get(name, Fraction(0)) for name in terms | other}
    return {name: value for name, value in total.items() if value}
