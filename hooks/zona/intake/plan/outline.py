"""A plan's lines as a tree: titles with what stands below them. The level of a line follows from the kind of its number, as
people read it: `1.` below `A.`, `i.` below `1.`, `a.` below `i.`; numbers that restart, run through, or are missing are taken
as they are printed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from zona.intake.plan.column_words import ArtiKolom
from zona.intake.plan.numbering import Mark, Sign, leading_mark, read_mark
from zona.intake.plan.plan_lines import PlanLine
from zona.intake.plan.remarks import Remarks
from zona.intake.table_files import Cell
from zona.records.reading.data_error import quoted

Style: TypeAlias = tuple[str, str, bool]  # the kind of a number, how it ends, whether it numbers a title
_BARE: Style = ("judul", "", True)
_CONTINUED = (ArtiKolom.KOMPONEN, ArtiKolom.INDIKATOR, ArtiKolom.LANGKAH_AKSI, ArtiKolom.BUKTI_FISIK)


@dataclass
class Node:
    """A title or an action in the making. `line` is missing where only a code or a column names it."""

    title: str
    at: Cell
    style: Style
    value: int = 0
    mark: Mark | None = None
    line: PlanLine | None = None
    chain: tuple[str, ...] = ()
    more: dict[ArtiKolom, list[Cell]] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)

    @property
    def is_title(self) -> bool:
        """Whether it only names what stands below it."""
        return self.style[2]

    def leaves(self) -> Iterator["Node"]:
        """The actions at and below it, as printed."""
        if not self.is_title:
            yield self
        for child in self.children:
            yield from child.leaves()

    def depth(self) -> int:
        """How many levels of titles stand below it, itself counted."""
        return max((child.depth() for child in self.children), default=0) + (1 if self.is_title else 0)


def _names(node: Node, above: tuple[str, ...]) -> bool:
    """Whether a node is the one that the first parts of a number name: by its own, or with those of the titles above."""
    single = node.mark is None or len(node.mark.parts) == 1
    return node.chain == above or (single and node.chain[-len(above) :] == above)


def _settle(node: Node) -> None:
    """What was taken for a title, and has nothing below it where its neighbours are actions, is one of them."""
    actions = any(not child.is_title for child in node.children)
    for child in node.children:
        if actions and child.is_title and not child.children and child.line and not child.line.wide:
            child.style = (*child.style[:2], False)
        _settle(child)


class Outline:
    """Takes the lines one by one, keeping the titles and the action that it stands below."""

    def __init__(self, lines: list[PlanLine], remarks: Remarks, *, numbered: bool) -> None:
        self.lines, self.remarks, self.numbered = lines, remarks, numbered
        self.root = Node("", Cell("A1"), _BARE)
        self.stack = [self.root]
        self.groups = Counter(" ".join(line.group.text.split()) for line in lines if line.group and line.group.filled)
        self.group = ""
        kinds = Counter(sign.kind for line in lines if line.mark and not line.bare for sign in line.mark.readings[:1])
        self.usual = kinds.most_common(1)[0][0] if kinds else ""
        self.group_numbers = self._numbers_of_groups()
        self.mostly_full = sum(not line.bare for line in lines) > 0.5 * len(lines)

    def read(self) -> Node:
        """The root of the tree."""
        for place, line in enumerate(self.lines):
            following = self.lines[place + 1] if place + 1 < len(self.lines) else None
            self._enter_group(line)
            title = self._is_title(line, following)
            if line.mark and not (self.group_numbers and line.group and line.group.filled):
                self._marked(line, line.mark, title)
            elif title:
                self._bare_title(line)
            elif not self._goes_on(line):
                self._unnumbered(line)
        _settle(self.root)
        return self.root

    def _numbers_of_groups(self) -> bool:
        """Whether the column of numbers numbers the groups of another column, and not the rows."""
        opening = [line for line in self.lines if line.group and line.group.filled]
        numbered = [line for line in self.lines if line.mark]
        return (
            len(opening) > 1
            and len(self.lines) > len(opening)
            and all(line.group and line.group.filled for line in numbered)
            and len(numbered) >= 0.6 * len(opening)
        )

    def _enter_group(self, line: PlanLine) -> None:
        """A column of groups opens one where its text changes."""
        if not line.group or not line.group.text:
            return
        text = " ".join(line.group.text.split())
        if text == self.group:
            return
        self.group = text
        led = leading_mark(text)
        mark = line.mark if self.group_numbers else led[0] if led else read_mark(text)
        node = Node(led[1] if led else text, line.group, ("kolom", "", True), mark=mark, chain=mark.parts if mark else ())
        self.root.children.append(node)
        self.stack = [self.root, node]

    # --- titles ---

    def _is_title(self, line: PlanLine, following: PlanLine | None) -> bool:
        kinds = {sign.kind for sign in line.mark.readings} if line.mark else set[str]()
        if kinds & {"romawi besar", "huruf besar"} and self.usual not in kinds and not self._has_time(line):
            return True
        if not line.bare:
            return False
        if line.wide or line.aside:
            return True
        if line.mark is None:
            return self._is_bare_title(line, following)
        if following is None:
            return False
        starts = following.mark is not None and following.mark.starts and not self._next_of(line.mark, following.mark)
        unnumbered = following.mark is None and not following.bare
        return starts or unnumbered or (line.is_area and self.mostly_full)

    def _has_time(self, line: PlanLine) -> bool:
        return bool(line.months) or (ArtiKolom.TARGET_WAKTU in line.cells and line.cells[ArtiKolom.TARGET_WAKTU].filled)

    def _is_bare_title(self, line: PlanLine, following: PlanLine | None) -> bool:
        """A lone text without a number: a title, or one more paragraph of the row above."""
        if line.is_area or not any(not node.is_title for node in self.stack):
            return True
        if following and following.mark and following.mark.starts:
            return not any(node.mark and self._next_of(node.mark, following.mark) for node in self.stack)
        return not self.numbered and following is not None and not following.bare and self.mostly_full

    def _next_of(self, before: Mark, after: Mark) -> bool:
        """Whether a number is the one that follows another."""
        return any(one.kind == two.kind and two.value == one.value + 1 for one in before.readings for two in after.readings)

    def _bare_title(self, line: PlanLine) -> None:
        while not self.stack[-1].is_title:
            self.stack.pop()
        same = next((place for place, node in enumerate(self.stack) if place and node.style == _BARE), None)
        if same is not None:
            del self.stack[same:]
        self._push(Node(line.title.text, line.title, _BARE, line=line))

    # --- numbers ---

    def _marked(self, line: PlanLine, mark: Mark, title: bool) -> None:
        self._enter_code(line, mark)
        sign, place = self._level(mark, title)
        style = (sign.kind, mark.ending, title) if len(mark.parts) == 1 else (f"kode {len(mark.parts)}", "", title)
        if place is not None:
            del self.stack[place:]
        while not self.stack[-1].is_title and (title or self.stack[-1].mark is None):  # titles stand below titles only
            self.stack.pop()
        parent = self.stack[-1]
        before = next((node for node in reversed(parent.children) if node.style == style), None)
        if before and before.mark and sign.value not in (before.value + 1, 1):
            now = f"setelah {before.mark.printed} datang {mark.printed}"
            self.remarks.note(line.at, f"nomor tercetak tidak urut: {now}", "kode di situs tetap urut; periksa nomornya")
        chain = mark.parts if len(mark.parts) > 1 else (*parent.chain, *mark.parts)
        self._push(Node(line.title.text, line.at, style, sign.value, mark, line, chain))

    def _level(self, mark: Mark, title: bool) -> tuple[Sign, int | None]:
        """Which reading of a number is meant, and the place in the stack of the one that it follows; None: a level deeper."""
        places = {node.style: place for place, node in enumerate(self.stack) if place}
        readings = [(sign, places.get((sign.kind, mark.ending, title))) for sign in mark.readings]
        if len(mark.parts) > 1:
            return self._level_of_code(mark)
        going_on = [(sign, at) for sign, at in readings if at is not None and sign.value == self.stack[at].value + 1]
        starting = [(sign, at) for sign, at in readings if at is None and sign.value == 1]
        known = [(sign, at) for sign, at in readings if at is not None]
        return next(iter([*sorted(going_on, key=lambda item: -(item[1] or 0)), *starting, *known, *readings]))

    def _level_of_code(self, mark: Mark) -> tuple[Sign, int | None]:
        """A number of several parts stands below the one that has all but its last."""
        sign, above = mark.readings[0], mark.parts[:-1]
        for place in range(len(self.stack) - 1, 0, -1):
            if _names(self.stack[place], above):
                return sign, place + 1
        return sign, None

    def _enter_code(self, line: PlanLine, mark: Mark) -> None:
        """Open the levels that a full number names and no row of its own does: `I.4.a` below `I` stands below a 4. A title
        without a number is taken for the one that the number begins with."""
        for length in range(1, len(mark.parts)):
            above = mark.parts[:length]
            if any(_names(node, above) for node in self.stack[1:]):
                continue
            titles = [node for node in self.stack[1:] if node.is_title]
            if length == 1 and titles and not titles[-1].chain:
                titles[-1].chain = above
            else:
                self._open(Mark(".".join(above), above, ""), line)

    def _open(self, mark: Mark, line: PlanLine) -> None:
        """A level without a row: beside the one of the same length, else below the titles that are open."""
        for place in range(1, len(self.stack)):
            node = self.stack[place]
            if node.style[0] == f"kode {len(mark.parts)}" or (not node.is_title and len(node.chain) >= len(mark.parts)):
                del self.stack[place:]
                break
        self._push(Node("", line.at, (f"kode {len(mark.parts)}", "", True), mark=mark, chain=mark.parts))

    # --- rows without a number ---

    def _goes_on(self, line: PlanLine) -> bool:
        """Read a lone text as one more paragraph of the action above; False where there is none."""
        node, key = self.stack[-1], line.alone
        if node.is_title or node.line is None or key not in _CONTINUED or line.cells[key].unreadable:
            return False
        if line.mark or not (self.numbered or self.mostly_full):
            return False
        cell = line.cells[key]
        above = node.line.cells[key].address if key in node.line.cells else node.at.address
        node.more.setdefault(key, []).append(cell)
        self.remarks.note(cell, f"dibaca sebagai paragraf lanjutan {above}", "bila baris tersendiri, isi juga kolom lain")
        return True

    def _unnumbered(self, line: PlanLine) -> None:
        """A row below a number shares it; where its component is another, or nothing is numbered, it stands for itself."""
        while len(self.stack) > 1 and not self.stack[-1].is_title and self.stack[-1].mark is None:
            self.stack.pop()
        above = self.stack[-1]
        komponen = line.cells.get(ArtiKolom.KOMPONEN)
        if not above.is_title and above.line:
            own = above.line.cells.get(ArtiKolom.KOMPONEN)
            if komponen and komponen.filled and own and komponen.text != own.text:
                hint = "tulis nomornya; atau kosongkan KOMPONEN bila ini anak baris dari nomor di atasnya"
                self.remarks.note(line.at, f"nomor kosong, padahal KOMPONEN berisi {quoted(komponen.text, most=30)}", hint)
                self.stack.pop()
        self._push(Node(line.title.text, line.at, ("", "", False), line=line))

    def _push(self, node: Node) -> None:
        if not node.is_title:
            while not self.stack[-1].is_title and self.stack[-1].mark is None:
                self.stack.pop()
        self.stack[-1].children.append(node)
        self.stack.append(node)
