"""Disclosure control on small networks that can be checked by hand."""

from __future__ import annotations

import pytest
from zona.findings.pengaduan.complaint_counts import Angka, Sel, Tampil, derive
from zona.findings.pengaduan.suppression import LUAR, CountNetwork

A, K, S = Tampil.ANGKA, Tampil.KURANG, Tampil.SEMBUNYI


def published(net: CountNetwork) -> dict[str, Tampil | None]:
    return {name: sel.tampil for name, sel in net.sel.items()}


def column(*counts: int) -> dict[str, Sel]:
    """Counts whose sum everybody knows."""
    return {f"k{index}": Sel("jumlah", LUAR, count, nol=True) for index, count in enumerate(counts)}


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
    assert net.decide(total, joined=dict.fromkeys(parts, ("jumlah", LUAR)))
    assert published(net)["jumlah"] is S


def test_decided_counts_stay() -> None:
    """A later step hides what is new rather than what was shown."""
    net = CountNetwork()
    net.decide({"b1": Sel(LUAR, LUAR, 3), "b2": Sel(LUAR, LUAR, 9)})
    assert published(net) == {"b1": K, "b2": A}
    net.decide({"jumlah": Sel("jumlah", LUAR, 12, nol=True)}, joined={"b1": (LUAR, "jumlah"), "b2": (LUAR, "jumlah")})
    assert published(net) == {"b1": K, "b2": A, "jumlah": S}


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
    net.decide({"jumlah": Sel(LUAR, "jumlah", 0, nol=True)}, joined={"b1": ("jumlah", LUAR), "b2": ("jumlah", LUAR)})
    assert set(published(net).values()) == {A}


def test_derived_sums() -> None:
    """A sum of published counts is a number only where its parts are; else it has the bounds of its parts."""
    seven, small, hidden = Angka(A, 7, 7, 7), Angka(K, None, 0, 4), Angka(S, None, 0, None)
    assert derive([seven, seven]) == Angka(A, 14, 14, 14)
    assert derive([seven, small]) == Angka(S, None, 7, 11)
    assert derive([seven, hidden]) == Angka(S, None, 7, None)
    assert derive([small, Angka(A, 0, 0, 0)]) == Angka(K, None, 0, 4)
    assert derive([]) == Angka(A, 0, 0, 0)
