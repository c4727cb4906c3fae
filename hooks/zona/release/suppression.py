"""Disclosure control: which counts may be shown so that no count of 1 to 4 can be worked out from everything published.

The counts are the arcs of a flow network: what flows into a node flows out of it ("what is left + what came in = what is
finished + what is left"). A node is an equation that every reader knows. A hidden count can be any value with which some
circulation of the network still agrees with everything shown; because the equations are those of a network, these values
are whole numbers without a gap, and how far a count can move is a maximum flow through the other hidden counts.

The rule: a hidden count of 1 to 4 keeps at least three possible values, any other hidden count at least two. The reader is
taken to know all equations, all numbers shown, what "<5" means, and that a number hidden otherwise is 5 or more (which is
nearly always so, and harder to hide from than the truth). Decision record 9 tells why, and what remains.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from zona.findings.pengaduan.complaint_counts import Tampil
from zona.records.pengaduan.rilis import AMBANG
from zona.release.count_cells import GERAK_LAIN, Sel

LUAR = "luar"  # where flow comes from and goes to; no equation holds there
# What it costs to hide a large count, or to say of a small one not even "<5"; and what a sum that can be shown later is worth.
_LARGE, _SMALL, _WORTH = 2, 5, 3
# With more new counts than this, not every choice of what to hide is tried: one, two, all of a kind, all.
_TRY_ALL = 6


@dataclass
class CountNetwork:
    """Counts that share equations. Some are decided, and stay so, because whoever read the earlier pages still knows it;
    others are not published themselves, but follow from what is.

    `proof` holds, for each hidden count, the counts that move with it. As long as no new equation joins one of those, the
    proof stands.
    """

    sel: dict[str, Sel] = field(default_factory=dict)
    proof: dict[str, frozenset[str]] = field(default_factory=dict)

    def stands(self) -> bool:
        """Whether everything hidden is protected as it is."""
        proof = _prove(self.sel, self.proof)
        self.proof = proof or {}
        return proof is not None

    def decide(
        self,
        new: Mapping[str, Sel],
        *,
        also: Callable[[Mapping[str, Sel]], bool] = lambda _: True,
        later: Mapping[str, Sequence[str]] | None = None,
    ) -> bool:
        """Add counts and decide how each is published: as openly as the rule allows. The order of `new` is the order of
        importance; `also` is one more condition. `later` are counts that are wished to be shown later, with those that they
        are the sums of: to keep each of them possible, one more large count is hidden now.

        False, and nothing is added, where not even hiding all the new counts would do.
        """
        kept = {name: moves for name, moves in self.proof.items() if moves.isdisjoint(new)}
        best = _best(new, self.sel, kept, also, later or {})
        if best is None:
            return False
        self.sel, self.proof = best
        self._uncover_zeros()
        return True

    def _uncover_zeros(self) -> None:
        """A zero that readers can work out is no longer called "<5"."""
        moves = _Moves(self.sel)
        for name, sel in self.sel.items():
            covered = sel.nilai == 0 and sel.tampil not in (None, Tampil.ANGKA)
            if covered and name not in self.proof:
                room, used = moves.room(name, GERAK_LAIN)
                if room:
                    self.proof[name] = used
                else:
                    self.sel = self.sel | {name: replace(sel, tampil=Tampil.ANGKA)}


def _best(
    new: Mapping[str, Sel],
    base: Mapping[str, Sel],
    kept: Mapping[str, frozenset[str]],
    also: Callable[[Mapping[str, Sel]], bool],
    later: Mapping[str, Sequence[str]],
) -> tuple[dict[str, Sel], dict[str, frozenset[str]]] | None:
    """The counts with the cheapest pattern that protects all of them, and its proof; None where no pattern does."""
    best, least = None, 0
    for cost, pattern in _patterns(new):
        if best and cost - len(later) * _WORTH >= least:
            break
        trial = {**base, **{name: replace(new[name], tampil=how) for name, how in pattern.items()}}
        if also(trial) and (proof := _prove(trial, kept)) is not None:
            score = cost - sum(_possible(trial, total, parts) for total, parts in later.items()) * _WORTH
            if best is None or score < least:
                best, least = (trial, proof), score
    return best


def _prove(cells: Mapping[str, Sel], kept: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]] | None:
    """What moves with each hidden count; None where one can't move far enough."""
    moves, proof = _Moves(cells), dict(kept)
    for name, sel in reversed(tuple(cells.items())):  # the newest first: it is there that a pattern fails
        if sel.tampil is not Tampil.ANGKA and sel.need and name not in proof:
            room, used = moves.room(name, sel.need)
            if room < sel.need:
                return None
            proof[name] = used
    return proof


def _possible(cells: Mapping[str, Sel], total: str, parts: Sequence[str]) -> bool:
    """Whether the parts of a sum would stay protected if it were shown."""
    moves = _Moves({**cells, total: replace(cells[total], tampil=Tampil.ANGKA)})
    hidden = [(name, moves.hidden[name].need) for name in parts if name in moves.hidden]
    return all(moves.room(name, need)[0] >= need for name, need in hidden)


def _patterns(new: Mapping[str, Sel]) -> Iterator[tuple[int, dict[str, Tampil]]]:
    """Ways to publish new counts, each with its cost: the most open first, then with ever more of them hidden. Large ones
    are hidden before "<5" is taken away, the less important first."""
    open_ = {name: sel.open for name, sel in new.items()}
    cost = {name: _LARGE if sel.nilai >= AMBANG else _SMALL for name, sel in new.items()}
    rank = {name: len(new) - index for index, name in enumerate(new)}
    choices = [(sum(cost[name] for name in some), sum(rank[name] for name in some), some) for some in _choices(new)]
    for total, _, chosen in sorted(choices):
        yield total, open_ | dict.fromkeys(chosen, Tampil.SEMBUNYI)


def _choices(new: Mapping[str, Sel]) -> Iterator[tuple[str, ...]]:
    """Which new counts to hide: every choice of a few, of many only some."""
    names = tuple(new)
    few = len(names) <= _TRY_ALL
    for size in range(len(names) + 1 if few else 3):
        yield from combinations(names, size)
    if not few:
        yield tuple(name for name in names if new[name].nilai >= AMBANG)
        yield tuple(name for name in names if new[name].nilai)
        yield names


class _Moves:
    """How far hidden counts can move while everything shown stays as it is."""

    def __init__(self, cells: Mapping[str, Sel]) -> None:
        self.hidden = {name: sel for name, sel in cells.items() if sel.tampil is not Tampil.ANGKA}
        self.at: dict[str, list[str]] = {}
        for name, sel in self.hidden.items():
            self.at.setdefault(sel.dari, []).append(name)
            self.at.setdefault(sel.ke, []).append(name)

    def room(self, name: str, enough: int) -> tuple[int, frozenset[str]]:
        """How many other values a count can take, counted up to `enough`, and the counts that move with it."""
        up, used = self._shift(name, 1, enough)
        if up >= enough:
            return up, used
        down, used_down = self._shift(name, -1, enough - up)
        return up + down, used | used_down

    def _shift(self, name: str, sign: int, most: int) -> tuple[int, frozenset[str]]:
        """How far a count can go up (1) or down (-1), at most `most`: a unit at a time along a path of hidden counts that
        makes up for it."""
        sel = self.hidden[name]
        low, high = sel.bounds
        start, goal = (sel.ke, sel.dari) if sign > 0 else (sel.dari, sel.ke)
        moved = {name: 0}
        done, limit = 0, min(most, high - sel.nilai if sign > 0 else sel.nilai - low)
        while done < limit and self._augment(start, goal, name, moved):
            done += 1
        return done, frozenset(moved)

    def _augment(self, start: str, goal: str, excluded: str, moved: dict[str, int]) -> bool:
        """Find a path for one unit from `start` to `goal` and move it; False where there is none."""
        came: dict[str, tuple[str, str, int]] = {start: ("", "", 0)}
        queue = [start]
        for node in queue:
            if node == goal:
                break
            for name in self.at.get(node, ()):
                sel = self.hidden[name]
                sign, other = (1, sel.ke) if sel.dari == node else (-1, sel.dari)
                if name == excluded or other in came:
                    continue
                low, high = sel.bounds
                if low <= sel.nilai + moved.get(name, 0) + sign <= high:
                    came[other] = (node, name, sign)
                    queue.append(other)
        if goal not in came:
            return False
        node = goal
        while node != start:
            node, name, sign = came[node]
            moved[name] = moved.get(name, 0) + sign
        return True


def is_fixed(cells: Mapping[str, Sel], sum_of: Iterable[str]) -> bool:
    """Whether readers can work out a sum of counts from the equations and the numbers shown.

    They can if no circulation of hidden counts changes it: if every hidden count is the difference of two heights of its
    nodes, where those that are summed climb by one and the others stay level.
    """
    climb, moves = set(sum_of), _Moves(cells)
    height: dict[str, int] = {}
    for root in moves.at:
        if root in height:
            continue
        height[root], queue = 0, [root]
        for node in queue:
            for name in moves.at[node]:
                sel = moves.hidden[name]
                sign, other = (1, sel.ke) if sel.dari == node else (-1, sel.dari)
                there = height[node] + sign * (name in climb)
                if other not in height:
                    height[other] = there
                    queue.append(other)
                elif height[other] != there:
                    return False
    return True
