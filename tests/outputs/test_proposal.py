"""The page that whoever approves a proposal reads: nothing that people typed breaks it or the log that it is written to."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from zona.findings.differences import Beda
from zona.findings.scrutiny import BedaPeran, BerkasBerubah, Telaah
from zona.outputs.proposal import _care, code

HOSTILE = (
    "Tim\n~~~\n\nHilang", "```\n# Judul", "`a``b```", "`", " ", "@orang :tada: $x^2$ $`y`$", "::stop-commands::x",
    "a\n::error::palsu", "##[error]palsu", "\x1b[2J\x07", "section_start:1:a\r", "\u202egnp.exe", "<script>x</script>",
    "[x](https://evil.example)", "| a | b |", "- butir", "&lt;b&gt;", "\\`", "a" * 5000, "kpk.g\u043e.id", "a\u200bb", "\ud800",
)  # fmt: skip


def page(text: str) -> list[str]:
    """A page whose every typed word is this text."""
    beda = Beda(("kanal", text, "cara"), text, f"{text}x")
    file = BerkasBerubah(text, "M")
    care = Telaah(((text, beda),), ((text, text),), (BedaPeran(text, "", None),), ((text, (beda,)),), (), (), (),
                  ((file, (text, text)),), (file,), ada=True)  # fmt: skip
    return list(_care(care))


def flat(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens for token in (token, *(token.children or ()))]


def hostile(check):  # type: ignore[no-untyped-def]
    for text in HOSTILE:
        check = example(text)(check)
    return given(st.text())(check)


@hostile
def test_the_list_stays_whole(text: str) -> None:
    """Read as a code host reads it, the page has the same headings, items and code spans whatever was typed."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    assert flat(markdown.parse("\n".join(page(text)))) == flat(markdown.parse("\n".join(page("a"))))


@hostile
def test_no_line_is_a_command(text: str) -> None:
    """No line of it is a command of a code host's log, or holds a sign that a terminal obeys or a reader can't see."""
    lines = page(text)
    assert not [line for line in lines if re.match(r"\s*::", line) or "##[" in line or not line.replace("‹", "").isprintable()]
    assert len("\n".join(lines)) < 12 * 700


def test_values_that_begin_alike_show_where_they_differ() -> None:
    """Of long values the part is shown in which they differ; letters that only look like ours are told by their number."""
    lines = page("b" * 900)
    assert any(re.search("`…b{30,}…?` → `…b+x`", line) for line in lines)
    assert code("kpk.g\u043e.id") == "`kpk.g‹U+043E›.id`"
    assert code("pengaduan@kpk\u200b.go.id") == "`pengaduan@kpk‹U+200B›.go.id`"


def test_a_long_list_says_that_it_goes_on() -> None:
    """A list is cut, for a page that is too long is not shown at all; what is left out is said."""
    files = tuple(BerkasBerubah(f"hooks/{number}.py", "A") for number in range(99))
    lines = list(_care(Telaah((), (), (), (), (), (), (), (), files, ada=True)))
    assert lines[0] == "#### Kode"
    assert lines[-2] == "- dan 39 lagi: bandingkan berkasnya sendiri"
