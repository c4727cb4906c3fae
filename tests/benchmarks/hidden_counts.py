"""Integer programs against the releases of many offices over two years, with late months and corrections.

Run by hand, with SciPy, which nothing else here needs:
`pip install --target /tmp/scipy scipy; PYTHONPATH=/tmp/scipy python tests/benchmarks/hidden_counts.py [OFFICES]`.
Of every hidden count of 1 to 4 it asks for the least and the greatest value, and for one between them, that agree with
everything that was ever published, on the site and in the releases. It prints how many can be worked out or narrowed to two.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

import numpy as np
from recount.attack_on_release import truth_of
from recount.attacker import Name, Penyerang
from recount.release_history import attacked, office_at_work
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix


class Program:
    """Everything that an attacker knows, as one integer program."""

    def __init__(self, attacker: Penyerang) -> None:
        self.names = {name: index for index, name in enumerate(attacker.bounds)}
        self.low, self.high = (np.array(side, dtype=float) for side in zip(*attacker.bounds.values(), strict=True))
        matrix, numbers = lil_matrix((len(attacker.equations), len(self.names))), np.zeros(len(attacker.equations))
        for row, (terms, number) in enumerate(attacker.equations):
            numbers[row] = number
            for name, factor in terms:
                matrix[row, self.names[name]] = factor
        self.equations = LinearConstraint(matrix.tocsr(), numbers, numbers)

    def solve(self, name: Name, sign: int, value: int | None = None) -> int | None:
        """The least (1) or greatest (-1) value of a count, or the given one; None where there is none."""
        costs, low, high = np.zeros(len(self.names)), self.low.copy(), self.high.copy()
        costs[self.names[name]] = sign
        if value is not None:
            low[self.names[name]] = high[self.names[name]] = value
        found = milp(costs, integrality=np.ones(len(costs)), bounds=Bounds(low, high), constraints=self.equations)
        return round(found.x[self.names[name]]) if found.success else None


def possible(program: Program, name: Name) -> int:
    """How many values a count can have, counted up to three."""
    low, high = program.solve(name, 1), program.solve(name, -1)
    if low is None or high is None:
        raise SystemExit(f"{name}: no office fits")
    if high - low < 2:
        return high - low + 1
    return 3 if any(program.solve(name, 1, value) is not None for value in range(low + 1, min(high, low + 6))) else 2


def main(offices: int) -> None:
    """Attack so many offices."""
    begun, counts, found, corrected, late = time.time(), 0, [0, 0], 0, 0
    for seed in range(offices):
        history = office_at_work(seed)
        attacker, truth = attacked(history), truth_of(sorted(history.truth.values(), key=lambda item: item.bulan))
        program = Program(attacker)
        small = [name for name in attacker.hidden.keys() | attacker.unpublished if 0 < truth[name] < 5]
        left = [possible(program, name) for name in sorted(small)]
        counts, corrected, late = counts + len(left), corrected + history.corrected, late + history.late
        found = [before + left.count(number) for before, number in zip(found, (1, 2), strict=True)]
    print(f"{offices} offices, 24 months each, {late} months late, {corrected} corrections, {time.time() - begun:.0f} s")
    print(f"{counts} hidden counts of 1 to 4: {found[0]} worked out, {found[1]} narrowed to two")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 88)
