"""Disclosure control on small networks that can be checked by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zona.findings.pengaduan.complaint_counts import Angka, Tampil, as_read, derive, how_shown
from zona.release.count_cells import Sel
from zona.release.suppression import LUAR, CountNetwork, _Moves, is_fixed

A, K, S = Tampil.ANGKA, Tampil.KURANG, Tampil.SEMBUNYI


def published(net: CountNetwork) -> dict[str, Tampil | None]:
    return {name: sel.tampil for name, sel in net.sel.items()}


def column(*counts: int) -> dict[str, Sel]:
    """Counts whose sum everybody knows."""
    return {f"k{index}": Sel("jumlah", LUAR, count, nol=True) for index, count in enumerate(counts)}


def joined(net: CountNetwork, ends: dict[str, tuple[str, str]]) -> CountNetwork:
    """The same decided counts between other nodes, as a new equation joins them."""
    return CountNetwork(net.sel | {name: replace(net.sel[name], dari=dari, ke=ke) for name, (dari, ke) in ends.items()})


def test_what_stands() -> None:
    """Counts stand as they are decided where each hidden one can still move far enough; a small one that its sum gives away
    does not."""
    safe, told = Sel(LUAR, "jumlah", 3, tampil=K), Sel("jumlah", LUAR, 12, tampil=A)
    assert CountNetwork({"b1": safe, "b2": Sel(LUAR, "jumlah", 9, tampil=S), "jumlah": told}).stands()
    assert not CountNetwork({"b1": safe, "b2": Sel(LUAR, "jumlah", 9, tampil=A), "jumlah": told}).stands()


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((9, 8, 7), [A, A, A]),  # nothing small, nothing hidden
        ((9, 0, 7), [A, A, A]),  # behind zero there is nobody
        ((9, 2, 8), [A, K, S]),  # one small count needs another one hidden: of two large ones the less important
        ((9, 2, 3), [A, K, K]),  # 2 + 3 = 5: 1, 2, 3 and 4 stay possible
        ((9, 2, 2), [A, K, K]),  # 2 + 2 = 4: 1, 2 and 3 stay possible
        ((9, 4, 4), [S, K, K]),  # 4 + 4 = 8 would say what both are
        ((9, 3, 4), [S, K, K]),  # 3 + 4 = 7 would leave two values only
    ],
)
def test_column_with_known_sum(counts: tuple[int, ...], expected: list[Tampil]) -> None:
    """As few counts as possible are hidden, so that a small one keeps three values."""
    net = CountNetwork()
    assert net.decide(column(*counts))
    assert list(published(net).values()) == expected


def test_label_itself_can_tell() -> None:
    """Four counts of 1 in a sum below 5 would all be known to be 1: then not even "<5" is said of the sum."""
    net = CountNetwork()
    parts = {f"b{index}": Sel(LUAR, LUAR, 1, nol=True) for index in range(4)}
    assert net.decide(parts)
    total = {"jumlah": Sel(LUAR, "jumlah", 4, nol=True)}
    net = joined(net, dict.fromkeys(parts, ("jumlah", LUAR)))
    assert net.decide(total)
    assert published(net)["jumlah"] is S


def test_decided_counts_stay() -> None:
    """A later step hides what is new rather than what was shown."""
    net = CountNetwork()
    net.decide({"b1": Sel(LUAR, LUAR, 3), "b2": Sel(LUAR, LUAR, 9)})
    assert published(net) == {"b1": K, "b2": A}
    net = joined(net, dict.fromkeys(("b1", "b2"), (LUAR, "jumlah")))
    net.decide({"jumlah": Sel("jumlah", LUAR, 12, nol=True)})
    assert published(net) == {"b1": K, "b2": A, "jumlah": S}


def test_a_month_is_hidden_for_its_half_years_sake() -> None:
    """One more large count is hidden where that lets a sum be shown later; without such a wish, or where the sum can be
    shown anyway, it is shown."""
    for later, third, expected in (
        ({"jumlah": ["b1", "b2"]}, {}, S),
        ({}, {}, A),
        ({"jumlah": ["b1", "b2", "x"]}, {"x": Sel(LUAR, LUAR, 2)}, S),
        ({"jumlah": ["b1", "b2", "b3"]}, {"b3": Sel("jumlah", LUAR, 2)}, A),
    ):
        net, total = CountNetwork(), Sel(LUAR, "jumlah", 3, nol=True, dijaga=False)
        net.sel["jumlah"] = total
        net.decide({"b1": Sel("jumlah", LUAR, 3)})
        extra = 2 if "b3" in third else 0
        if third:
            net.sel["jumlah"] = replace(total, nilai=3 + extra)
            net.decide(third)
        net.sel["jumlah"] = replace(total, nilai=11 + extra)
        net.decide({"b2": Sel("jumlah", LUAR, 8)}, later=later)
        assert published(net) == {"b1": K, "b2": expected, "jumlah": None, **dict.fromkeys(third, K)}


def test_many_counts_at_once() -> None:
    """Of eight new counts, four may have to be hidden together: each beside a small one in a sum of two."""
    pairs = {
        f"{kind}{index}": Sel(f"jumlah {index}", LUAR, count) for index in range(4) for kind, count in (("k", 2), ("b", 9))
    }
    net = CountNetwork()
    assert net.decide(pairs)
    assert published(net) == {name: K if name.startswith("k") else S for name in pairs}


def test_a_condition_more() -> None:
    """What one more condition refuses is not chosen, however open it is."""
    net = CountNetwork()
    assert net.decide({"b1": Sel(LUAR, LUAR, 9)}, also=lambda cells: cells["b1"].tampil is S)
    assert published(net) == {"b1": S}
    assert not net.decide({"b2": Sel(LUAR, LUAR, 9)}, also=lambda _: False)


def test_impossible_is_refused() -> None:
    """A single small count whose sum is known can't be hidden: nothing is added."""
    net = CountNetwork()
    assert not net.decide(column(3))
    assert net.sel == {}


def test_zero_that_everybody_can_work_out_is_shown() -> None:
    """ "<5" on a zero turns into 0 when a sum of 0 is shown."""
    net = CountNetwork()
    net.decide({"b1": Sel(LUAR, LUAR, 0), "b2": Sel(LUAR, LUAR, 0)})
    assert set(published(net).values()) == {K}
    net = joined(net, dict.fromkeys(("b1", "b2"), ("jumlah", LUAR)))
    net.decide({"jumlah": Sel(LUAR, "jumlah", 0, nol=True)})
    assert set(published(net).values()) == {A}


@pytest.mark.parametrize(
    ("sel", "open_", "need", "bounds"),
    [
        (Sel("a", "b", 0), K, 0, (0, 1 << 40)),
        (Sel("a", "b", 0, nol=True), A, 0, (0, 1 << 40)),
        (Sel("a", "b", 4), K, 2, (0, 1 << 40)),
        (Sel("a", "b", 4, dijaga=False), K, 0, (0, 1 << 40)),
        (Sel("a", "b", 5), A, 0, (0, 1 << 40)),
        (Sel("a", "b", 4, tampil=K), K, 2, (0, 4)),
        (Sel("a", "b", 4, tampil=K, nol=True), K, 2, (1, 4)),
        (Sel("a", "b", 4, tampil=S), K, 2, (0, 1 << 40)),
        (Sel("a", "b", 5, tampil=S), A, 1, (5, 1 << 40)),
        (Sel("a", "b", 5, tampil=S, lemah=True), A, 1, (0, 1 << 40)),
        (Sel("a", "b", 0, tampil=S), K, 0, (0, 1 << 40)),
        (Sel("a", "b", 7, tampil=A), A, 1, (7, 7)),
    ],
)
def test_what_readers_hold_possible(sel: Sel, open_: Tampil, need: int, bounds: tuple[int, int]) -> None:
    """A count's most open form, how many other values it must keep while hidden, and what its form says of it."""
    assert (sel.open, sel.need, sel.bounds) == (open_, need, bounds)
    shown = as_read(sel.released(), nol=sel.nol)
    if sel.tampil in (A, K):
        assert (shown.tampil, shown.sedikitnya, shown.paling_banyak) == (sel.tampil, *bounds)
    else:  # the label says no bound
        assert shown == Angka(S, None, 0, None)
    assert shown.jumlah == (sel.nilai if sel.tampil is A else None)
    assert how_shown(sel.released()) is (sel.tampil or S)


def test_derived_sums() -> None:
    """A sum of published counts is a number only where its parts are; else it has the bounds of its parts."""
    seven, small, hidden = Angka(A, 7, 7, 7), Angka(K, None, 0, 4), Angka(S, None, 0, None)
    assert derive([seven, seven]) == Angka(A, 14, 14, 14)
    assert derive([seven, small]) == Angka(S, None, 7, 11)
    assert derive([seven, hidden]) == Angka(S, None, 7, None)
    assert derive([small, Angka(A, 0, 0, 0)]) == Angka(K, None, 0, 4)
    assert derive([]) == Angka(A, 0, 0, 0)


NODES = (LUAR, "satu", "dua")


@st.composite
def networks(draw: st.DrawFn) -> dict[str, Sel]:
    """Up to five counts between three nodes, each published in some way that its value allows."""
    cells = {}
    for number in range(draw(st.integers(2, 4))):
        dari, ke = draw(st.permutations(NODES))[:2]
        sel = Sel(dari, ke, draw(st.integers(0, 7)), nol=draw(st.booleans()), lemah=draw(st.booleans()))
        cells[f"k{number}"] = replace(sel, tampil=draw(st.sampled_from((sel.open, S, S, None))))
    return cells


def circulations(hidden: dict[str, Sel], most: int) -> Iterator[dict[str, int]]:
    """Every way to change the counts, each by at most `most`, that agrees with all equations, tried one by one."""
    for steps in product(range(-most, most + 1), repeat=len(hidden)):
        into: Counter[str] = Counter()
        for sel, step in zip(hidden.values(), steps, strict=True):
            into[sel.ke] += step
            into[sel.dari] -= step
        if not any(into[node] for node in NODES if node != LUAR):
            yield dict(zip(hidden, steps, strict=True))


@settings(max_examples=150)
@given(cells=networks())
def test_moves_are_the_possible_values(cells: dict[str, Sel]) -> None:
    """How far a count can move is what trying all values says, and those that move with it are among the hidden."""
    hidden = {name: sel for name, sel in cells.items() if sel.tampil is not A}

    def fits(steps: dict[str, int]) -> bool:
        return all(sel.bounds[0] <= sel.nilai + steps[name] <= sel.bounds[1] for name, sel in hidden.items())

    possible = [steps for steps in circulations(hidden, 2) if fits(steps)]
    for name in hidden:
        others = {steps[name] for steps in possible} - {0}
        for enough in (1, 2):
            room, used = _Moves(cells).room(name, enough)
            assert room == min(enough, len(others))
            assert name in used <= hidden.keys()


@given(cells=networks(), chosen=st.sets(st.sampled_from([f"k{number}" for number in range(5)]), min_size=1))
def test_fixed_is_what_no_circulation_changes(cells: dict[str, Sel], chosen: set[str]) -> None:
    """A sum is known exactly if every change of the hidden counts that agrees with the equations leaves it as it is."""
    hidden = {name: sel for name, sel in cells.items() if sel.tampil is not A}
    changes = {sum(steps.get(name, 0) for name in chosen) for steps in circulations(hidden, 1)}
    assert is_fixed(cells, chosen) == (changes <= {0})


@given(counts=st.lists(st.integers(0, 12), min_size=1, max_size=5))
def test_no_less_could_be_hidden(counts: list[int]) -> None:
    """Of a column whose sum is known, what is hidden protects, and showing any one of the hidden counts would not."""
    net = CountNetwork()
    done = net.decide(column(*counts))

    def protects(cells: dict[str, Sel]) -> bool:
        moves = _Moves(cells)
        return all(moves.room(name, sel.need)[0] >= sel.need for name, sel in moves.hidden.items())

    every = product(*([(name, sel.open), (name, S)] for name, sel in column(*counts).items()))
    patterns = ({name: replace(column(*counts)[name], tampil=how) for name, how in pattern} for pattern in every)
    assert done is any(map(protects, patterns))
    assert not done or protects(net.sel)
    for name, sel in net.sel.items():
        if sel.tampil is S:
            assert not protects({**net.sel, name: replace(sel, tampil=sel.open)})
