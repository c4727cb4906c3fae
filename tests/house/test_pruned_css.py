"""Pruned styles: what no page can use goes, what a page may use stays, and what is left means the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from renew.pruned_css import Names, names_of, possible, prune

PAGE = '<body class="a b" id="i" data-x="1"><p lang="id">teks</p><svg></svg></body>'
NAMES = names_of([PAGE], ["e.classList.add('set-by-script'); e.setAttribute('data-y', 1)"])


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".a{color:red}", ".a{color:red}"),
        (".zz{color:red}", ""),
        (".a, .zz, p{color:red}", ".a,p{color:red}"),
        (".a .zz{color:red}", ""),
        ("#i>p{color:red}", "#i>p{color:red}"),
        ("#j{color:red}", ""),
        ("section{color:red}", ""),
        ('[data-x="1"]{color:red}[data-x="2"]{color:red}', '[data-x="1"]{color:red}'),
        ("[data-y='9']{color:red}.set-by-script{color:blue}", '[data-y="9"]{color:red}.set-by-script{color:blue}'),
        ("[open]>p{color:red}", "[open]>p{color:red}"),
        (".a:not(.zz){color:red}", ".a:not(.zz){color:red}"),
        (".a:is(.zz, .b):hover{color:red}", ".a:is(.zz,.b):hover{color:red}"),
        (".a:is(.zz, .yy){color:red}", ""),
        ("body:has(.zz){color:red}", ""),
        ("p::before{content: ', a ; }'}", 'p::before{content:", a ; }"}'),
        ("@media print{.zz{color:red}.a{color:red}}", "@media print{.a{color:red}}"),
        ("@media print{.zz{color:red}}", ""),
        ("@page lebar{size:A4 landscape}", "@page lebar{size:A4 landscape}"),
        ("@charset 'utf-8';p{margin:0 0 calc(1px + 2px)!important}", "p{margin:0 0 calc(1px + 2px)!important}"),
        ("@keyframes geser{to{left:0}}p{animation:1s geser}", "@keyframes geser{to{left:0}}p{animation:1s geser}"),
        ("@keyframes geser{to{left:0}}.zz{animation:1s geser}", ""),
        (":root{--a:1;--b:var(--c);--c:2}p{margin:var(--a)}", ":root{--a:1}p{margin:var(--a)}"),
        # a ";" or a brace inside a quoted address ends nothing
        (":root{--s:url(\"data:,;<a b='{;}'/>\");--a:1}p{margin:var(--a)}", ":root{--a:1}p{margin:var(--a)}"),
        ("p { color : red ; /* why */ margin : 0 }", "p{color:red;margin:0}"),
    ],
)  # fmt: skip
def test_prune(css: str, expected: str) -> None:
    """A rule stays where everything that it asks for may be in a page; custom properties stay where something asks for them."""
    assert prune(css, NAMES) == expected


def test_left_out() -> None:
    """Of a rule, the selectors go that are named as left out, and the rule with the last of them."""
    css = "p,svg p,.a svg{color:red}@media print{svg{color:blue}}"
    assert prune(css, NAMES, "svg") == "p{color:red}"


word = st.sampled_from(["a", "b", "c", "d"])
compound = st.lists(st.builds("{}{}".format, st.sampled_from([".", "#"]), word), min_size=1, max_size=3).map("".join)


@given(st.lists(compound, min_size=1, max_size=4), st.sets(word), st.sets(word))
def test_selectors(parts: list[str], classes: set[str], ids: set[str]) -> None:
    """A selector of classes and ids is possible exactly when each of them stands in some page."""
    import tinycss2

    names = Names(frozenset(), frozenset(classes), frozenset(ids), {}, frozenset())
    selector = " ".join(parts)
    asked = re.findall(r"([.#])(\w)", selector)
    expected = all(name in (classes if mark == "." else ids) for mark, name in asked)
    assert possible(tinycss2.parse_component_value_list(selector), names) == expected
