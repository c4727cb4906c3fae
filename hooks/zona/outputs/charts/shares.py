"""Counts in, drawn shares of a whole out: each state of a ring or of a bar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan

# The smallest share that still can be seen at 320 px: what is not zero must not look like zero.
LEAST = 0.015


def shares(counts: Sequence[int], least: float = LEAST) -> tuple[float, ...]:
    """Each count's share of the whole; the sum is 1, or 0 where nothing is counted.

    A count above zero gets at least `least`, taken from the larger ones in proportion, so no share is off by more than
    `least` times the number of counts. `least` times that number must stay below 1.
    """
    whole = sum(counts)
    if not whole:
        return tuple(0.0 for _ in counts)
    small: set[int] = set()
    while True:
        rest = 1 - least * len(small)
        large = sum(number for index, number in enumerate(counts) if index not in small)
        drawn = [least if index in small else rest * number / large for index, number in enumerate(counts)]
        found = {index for index, number in enumerate(counts) if number and drawn[index] < least}
        if not found:
            return tuple(drawn)
        small |= found


def edges(parts: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Where each part begins and ends when they are in a row; the last that is not zero ends at 1 exactly."""
    last = max((index for index, part in enumerate(parts) if part), default=len(parts))
    ends = (1.0 if index >= last else end for index, end in enumerate(accumulate(parts)))
    return tuple(pairwise([0.0, *ends]))


def states_of(hitungan: Hitungan) -> tuple[tuple[Keadaan, int, float, tuple[float, float]], ...]:
    """The states that have periods, in their order: how many, the drawn share, and where it begins and ends."""
    states = [(state, number) for state, number in hitungan.keadaan.items() if number]
    parts = shares([number for _, number in states])
    return tuple((*state, part, edge) for state, part, edge in zip(states, parts, edges(parts), strict=True))
