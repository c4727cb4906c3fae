"""A data file with other values: every line that says nothing else keeps its bytes, with its comments, quotes and order.

A YAML library that writes whole files again folds lines anew and moves spaces, as tried on the files of three offices. So the
places of values are taken from PyYAML's nodes, only what differs is written, and the result is read again before it counts.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from zona.desk.forms.yaml_lines import Look, Rows, Wanted, behind, entry, flow, is_empty, item
from zona.own_data import LOADER
from zona.records.reading.data_error import Value
from zona.records.reading.yaml_reader import read_yaml_text

Node: TypeAlias = Any  # PyYAML's types leave open what a node has

_NOTE = re.compile(r"[ \t]*(?:[|>][0-9+-]*)?[ \t]*(#[^\r\n]*)?")


class NotEditable(Exception):
    """The file can't be changed here without losing something; the message says what to do."""


def rewritten(raw: bytes, wanted: dict[str, Any]) -> bytes:
    """The file `raw` with what is `wanted` in it, whose mappings have the keys in the order in which new ones are to stand.
    Raises `NotEditable` where the file can't be read, or would not say what is wanted."""
    mark, text = ("\ufeff", raw.decode("utf-8-sig")) if raw.startswith(b"\xef\xbb\xbf") else ("", raw.decode("utf-8"))
    document = read_yaml_text(text)
    if document.problems or not isinstance(document.value, dict):
        raise NotEditable("berkas ini belum bisa dibaca; betulkan dulu yang disebut pada Periksa")
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=LOADER)):
        raise NotEditable("berkas ini memakai tanda * untuk mengulang isian; ubah berkasnya dengan penyunting teks")
    new = _Editor(text).edited(document.value, wanted)
    again = read_yaml_text(new)
    if again.problems or _said(again.value) != _said(merged(document.value, wanted)):
        raise NotEditable("isian ini tidak bisa ditulis tanpa mengubah bagian lain; ubah berkasnya dengan penyunting teks")
    return (mark + new).encode()


def merged(old: Value, wanted: Wanted) -> Value:
    """What a file says when what is wanted is written into it."""
    if isinstance(wanted, Rows):
        before = old if isinstance(old, tuple) else ()
        return tuple(merged(before[at] if at < len(before) else None, part) for at, part in sorted(wanted.items.items()))
    if isinstance(wanted, dict):
        known = old if isinstance(old, dict) else {}
        return known | {key: merged(known.get(key), part) for key, part in wanted.items()}
    return wanted


def _said(value: Value) -> Value:
    """A value without what says nothing: None or an empty list, whether it is written or left out."""
    if isinstance(value, dict):
        return {key: _said(part) for key, part in value.items() if not is_empty(part)}
    return tuple(map(_said, value)) if isinstance(value, tuple) else value


def differs(old: Value, wanted: Wanted) -> bool:
    """Whether a value would say something else; what is empty says the same written or left out."""
    new = merged(old, wanted)
    return _said(new) != _said(old) and not (is_empty(new) and is_empty(old))


class _Editor:
    """Notes what is to stand in place of which part of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.edits: list[tuple[int, int, str]] = []
        self.root: Node = yaml.compose(text, Loader=LOADER)
        self.dash = next(self._dashes(self.root), 2)

    def edited(self, old: Value, wanted: dict[str, Any]) -> str:
        """The whole text with what is wanted."""
        self._mapping(self.root, old, wanted)
        parts, at = [], 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]])

    def _dashes(self, node: Node) -> Iterator[int]:
        """How far the dashes of the file's lists stand behind their keys."""
        for key, part in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(part, yaml.SequenceNode) and not part.flow_style:
                yield part.start_mark.column - key.start_mark.column
            yield from self._dashes(part)

    def _mapping(self, node: Node, old: Any, wanted: dict[str, Any]) -> None:
        there = {key.value: (key, part) for key, part in node.value}
        after = None  # the pair behind which a new key stands
        for key, value in wanted.items():
            if key in there:
                after = there[key]
                if differs(old[key], value):
                    self._value(self._colon(after[0]), after[1], old[key], value, node.flow_style)
            elif not is_empty(value):
                self._add_key(node, after or node.value[0], key, value)

    def _add_key(self, node: Node, after: tuple[Node, Node], key: str, value: Wanted) -> None:
        look = Look(self.dash)
        if node.flow_style:
            self._insert(self._end(after[1]), f", {key}: {flow(value, look)}")
        else:
            self._insert_lines(self._end(after[1]), entry(key, value, node.start_mark.column, look))

    def _value(self, head: int, node: Node, old: Any, new: Wanted, inline: bool, column: int | None = None) -> None:
        """Let a value take another's place; its key's colon or its dash ends at `head`."""
        if isinstance(new, Rows) and isinstance(node, yaml.SequenceNode) and node.value:
            self._sequence(head, node, old, new)
        elif isinstance(new, dict) and isinstance(node, yaml.MappingNode) and node.value and not is_empty(merged(old, new)):
            self._mapping(node, old, new)
        elif inline:
            start, end = node.start_mark.index, self._end(node)
            if start == end:  # nothing: libyaml gives the place of what comes next, maybe on another line
                start = end = head
            gap = " " if head == start else ""
            self._edit(start, end, gap + flow(new, self._look(node), "", gap=self._gap(node)))
        else:
            self._block_value(head, node, new, column)

    def _block_value(self, head: int, node: Node, new: Wanted, column: int | None) -> None:
        """The same in a block: what is said behind the value, or behind its key, stays."""
        start = self.text.rfind("\n", 0, head) + 1
        if column is None:  # of a key; it may stand behind a dash on the same line
            before = re.match(r"[ ]*(?:- +)*", self.text[start:head])
            column = len(before[0]) if before else 0
        end, look = self._end(node), self._look(node)
        block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        style, below = getattr(node, "style", None), "\n" in self.text[head : node.start_mark.index]
        multiline = block or below or style in ("|", ">")
        lines = behind("-" if self.text[head - 1] == "-" else ":", new, column, look)
        note_at = head if multiline or head == end else end
        note = _NOTE.match(self.text, note_at)
        said = note[1] if note and note[1] else ""
        if not multiline and len(lines) == 1:  # what is said behind it needs no moving
            self._edit(head, end, lines[0][1:])
            return
        lines[0] += f" {said}" if said else ""
        stop = max(end, note.end() if note and said else end)
        self._edit(head, stop, self.newline.join([lines[0][1:], *lines[1:]]))

    def _sequence(self, head: int, node: Node, old: Any, rows: Rows) -> None:
        for at, part in enumerate(node.value):
            if at in rows.items and differs(old[at], rows.items[at]):
                dash = part.start_mark.index if node.flow_style else self._dash_of(node, part) + 1
                self._value(dash, part, old[at], rows.items[at], node.flow_style, node.start_mark.column)
        new = [value for at, value in sorted(rows.items.items()) if at >= len(node.value)]
        if node.flow_style:
            self._flow_items(node, rows, new)
        else:
            self._block_items(node, rows, new)
            if not rows.items:
                self._insert(head, " []")

    def _flow_items(self, node: Node, rows: Rows, new: list[Wanted]) -> None:
        items, look = node.value, self._look(node.value[-1])
        added = ", ".join(flow(value, look) for value in new)
        kept = [at for at in range(len(items)) if at in rows.items]
        if not kept:
            self._edit(items[0].start_mark.index, self._end(items[-1]), added)
            return
        if kept[0]:
            self._edit(items[0].start_mark.index, items[kept[0]].start_mark.index, "")
        for at, following in zip(kept, [*kept[1:], len(items)], strict=True):
            if following > at + 1:
                self._edit(self._end(items[at]), self._end(items[following - 1]), "")
        if added:
            self._insert(self._end(items[-1]), f", {added}")

    def _block_items(self, node: Node, rows: Rows, new: list[Wanted]) -> None:
        for at, part in enumerate(node.value):
            if at not in rows.items:
                self._edit(self._line_start(self._dash_of(node, part)), self._line_end(self._end(part)), "")
        last = node.value[-1]
        look, lines = self._look(last), list[str]()
        first = self._line_start(self._dash_of(node, last))
        apart = len(node.value) > 1 and self.text[:first].endswith(self.newline * 2)
        for value in new:
            lines += [""] * apart
            if isinstance(last, yaml.MappingNode) and last.flow_style:
                lines.append(f"{' ' * node.start_mark.column}- {flow(value, look, gap=self._gap(last))}")
            else:
                lines += item(value, node.start_mark.column, look)
        if lines:
            self._insert_lines(self._end(last), lines)

    def _look(self, node: Node) -> Look:
        """How a value like this one is written."""
        if isinstance(node, yaml.MappingNode):
            return Look(self.dash, {key.value: getattr(part, "style", None) for key, part in node.value})
        return Look(self.dash, {"": getattr(node, "style", None)})

    def _gap(self, node: Node) -> str:
        """What stands inside curly brackets here."""
        inside = node.flow_style if isinstance(node, yaml.MappingNode) else False
        return " " if inside and self.text[node.start_mark.index + 1] == " " else ""

    def _colon(self, key: Node) -> int:
        end: int = key.end_mark.index
        return self.text.index(":", end) + 1

    def _dash_of(self, node: Node, part: Node) -> int:
        """Where the dash before a list's item is."""
        column: int = node.start_mark.column
        start = self._line_start(part.start_mark.index)
        while self.text[start + column] != "-":
            start = self._line_start(start - 1)
        return start + column

    def _end(self, node: Node) -> int:
        """Where what a node says ends: not what PyYAML calls its end, which is where the next thing begins."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        return start + len(self.text[start:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def _edit(self, start: int, end: int, new: str) -> None:
        self.edits.append((start, end, new))

    def _insert(self, at: int, new: str) -> None:
        self._edit(at, at, new)

    def _insert_lines(self, at: int, lines: list[str]) -> None:
        """New lines below the one on which something ends."""
        end = self._line_end(at)
        text = self.newline.join(lines)
        ended = self.text[:end].endswith("\n")
        self._insert(end, text + self.newline if ended else self.newline + text)


def first_text(head: list[str], wanted: dict[str, Any]) -> str:
    """A new file: its first lines, which are comments, and what is wanted below them."""
    lines = [line for key, value in wanted.items() if not is_empty(value) for line in entry(key, value, 0, Look())]
    return "\n".join([*head, *lines]) + "\n"
