"""Styles without what no page uses: rules, then custom properties and animations; written short.

Careful in one direction only: a rule goes when an element, class, id or attribute that it needs stands in no page and in
no script, or when it is named as left out. What can't be judged stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import tinycss2
from selectolax.lexbor import LexborHTMLParser

Node = Any  # tinycss2 has no types

# Attributes that browsers and scripts set while a page is read.
_LIVE = {"open", "hidden", "checked", "disabled"}
_NESTED = {"media", "supports", "layer", "container"}


@dataclass(frozen=True)
class Names:
    """What selectors may ask for; `words` are the words of scripts, which may set any of them."""

    tags: frozenset[str]
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: dict[str, frozenset[str]]
    words: frozenset[str]

    def attribute(self, name: str, value: str | None) -> bool:
        """Whether an element may carry the attribute, with that value where one is asked for."""
        if name in _LIVE or name in self.words:
            return True
        return name in self.attributes and (value is None or value in self.attributes[name])


def names_of(pages: Iterable[str], scripts: Iterable[str], tags: Iterable[str] = ()) -> Names:
    """The names that pages and scripts know, and elements that may come."""
    words, attributes = set[str](), defaultdict[str, set[str]](set)
    found = set(tags)
    for page in pages:
        for node in LexborHTMLParser(page).css("*"):
            found.add(node.tag)
            for name, value in node.attributes.items():
                attributes[name].add(value or "")
            if node.tag == "script":
                words.update(re.findall(r"[\w-]+", node.text()))
    words.update(word for text in scripts for word in re.findall(r"[\w-]+", text))
    classes = {name for value in attributes["class"] for name in value.split()}
    named = {name: frozenset(values) for name, values in attributes.items()}
    return Names(frozenset(found), frozenset(classes | words), frozenset(attributes["id"] | words), named, frozenset(words))


@dataclass(frozen=True)
class Rule:
    """What stands before the braces, and what in them: declarations as (name, text), or other rules. `whole` is a rule
    that is kept as it is."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    inner: tuple[Rule, ...] = ()
    whole: str = ""

    def __str__(self) -> str:
        return self.whole or f"{self.head}{{{';'.join(text for _, text in self.declarations)}{''.join(map(str, self.inner))}}}"

    @property
    def moves(self) -> set[str]:
        """The name of the animation that the rule describes, if it does."""
        return set(re.findall(r"^@keyframes ([\w-]+)", self.whole))

    @property
    def empty(self) -> bool:
        """Whether nothing is left of it to write."""
        return not (self.whole or self.declarations or self.inner)


def prune(css: str, names: Names, left_out: str = "$^") -> str:
    """The same styles for these pages, shorter; without selectors in which the pattern `left_out` is found."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    rules = tuple(_rules(nodes, names, re.compile(left_out)))
    while True:
        text = "".join(map(str, rules))
        referenced = set(re.findall(r"var\(\s*(--[\w-]+)", text))
        animated = set(re.findall(r"[\w-]+", " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", text))))
        kept = _without_variables(tuple(rule for rule in rules if rule.moves <= animated), referenced)
        if kept == rules:
            return text
        rules = kept


def _rules(nodes: list[Node], names: Names, left_out: re.Pattern[str]) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "error" or (node.type == "at-rule" and node.lower_at_keyword == "charset"):
            continue
        if node.type == "qualified-rule":
            selectors = [_short(part) for part in _split(node.prelude, ",") if possible(part, names)]
            if selectors := [item for item in selectors if not left_out.search(item)]:
                yield Rule(",".join(selectors), tuple(_declarations(node.content)))
        elif node.lower_at_keyword in _NESTED and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield Rule(f"@{node.at_keyword} {_short(node.prelude)}", inner=tuple(_rules(inner, names, left_out)))
        else:
            body = ";" if node.content is None else f"{{{_short(node.content)}}}"
            yield Rule("", whole=f"@{node.at_keyword} {_short(node.prelude)}{body}")


def _declarations(content: list[Node]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            yield node.name, f"{node.name}:{_short(node.value)}{'!important' if node.important else ''}"


def _without_variables(rules: tuple[Rule, ...], referenced: set[str]) -> tuple[Rule, ...]:
    """The rules without declarations of custom properties that nothing refers to, and without empty rules."""
    kept = (
        replace(
            rule,
            declarations=tuple(item for item in rule.declarations if not item[0].startswith("--") or item[0] in referenced),
            inner=_without_variables(rule.inner, referenced),
        )
        for rule in rules
    )
    return tuple(rule for rule in kept if not rule.empty)


def possible(selector: list[Node], names: Names) -> bool:
    """Whether some element of some page may match: every name that the selector asks for is known."""
    before = ""
    for node in selector:
        if node.type == "ident" and before == ".":
            if node.value not in names.classes:
                return False
        elif node.type == "ident" and before != ":":
            if node.lower_value not in names.tags:
                return False
        elif node.type == "hash":
            if node.value not in names.ids:
                return False
        elif node.type == "[] block":
            if not _attribute(node.content, names):
                return False
        elif node.type == "function" and not _function(node, names):
            return False
        before = node.value if node.type == "literal" else ""
    return True


def _function(node: Node, names: Names) -> bool:
    """Of the selectors inside `:is`, `:where` and `:has` one is enough; other functions say nothing about names."""
    return node.lower_name not in ("is", "where", "has") or any(possible(part, names) for part in _split(node.arguments, ","))


def _attribute(content: list[Node], names: Names) -> bool:
    parts = [node for node in content if node.type not in ("whitespace", "comment")]
    exact = len(parts) == 3 and parts[1].type == "literal" and parts[1].value == "="
    return names.attribute(parts[0].value, parts[2].value if exact else None)


def _split(nodes: list[Node], mark: str) -> Iterator[list[Node]]:
    part: list[Node] = []
    for node in nodes:
        if node.type == "literal" and node.value == mark:
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _short(nodes: list[Node]) -> str:
    """The nodes as text, with no comment, and no more space than is needed."""
    text = ""
    for node in nodes:
        if node.type == "whitespace":
            text += "" if text.endswith((" ", ",", ">", "{", ";", ":")) else " "
        elif node.type == "literal" and node.value in (",", ">", ";", "{"):
            text = text.rstrip() + node.value
        elif node.type == "function":
            text += f"{node.name}({_short(node.arguments)})"
        elif node.type != "comment":
            text += node.serialize()
    return text.strip()
