"""A tree of titles and actions as groups of this house: which level of titles are the groups, and each action's code of Roman
numeral, number and letter. What is printed stays beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter

from zona.intake.plan.numbering import Mark, same_code
from zona.intake.plan.outline import Node
from zona.intake.plan.plan_lines import AREAS
from zona.intake.plan.remarks import Remarks
from zona.records.reading.data_error import quoted
from zona.records.rencana.kode import NUMERALS, roman

LETTERS, NUMBERS = 26, 99  # so many rows has a number, so many numbers a group
WITHOUT_TITLE = "Tanpa judul kelompok"
WHOLE = "Rencana aksi"  # the one group of a plan that has none


@dataclass(frozen=True)
class CodedAction:
    """An action with its code, its printed number where that says something else, and the titles between its group and it."""

    kode: str
    nomor_tercetak: str | None
    node: Node
    judul: tuple[Node, ...]
    above: Node | None = None  # the action whose number it shares


@dataclass(frozen=True)
class CodedGroup:
    """A group with its code, its title, its printed number, and its actions."""

    kode: str
    judul: str
    nomor_tercetak: str | None
    node: Node
    aksi: tuple[CodedAction, ...]


@dataclass(frozen=True)
class _Gathered:
    """Titles from the outermost down to the one that is the group, and what stands below it."""

    path: tuple[Node, ...]
    below: tuple[Node, ...]


def coded_groups(root: Node, judul: str, level: int | None, remarks: Remarks) -> tuple[CodedGroup, ...]:
    """The groups of a plan; `judul` is the plan's title, `level` the level of titles that the office says are its groups."""
    chosen = level or group_level(root)
    filled = [item for item in _gather(root, (), chosen) if any(True for node in item.below for _ in node.leaves())]
    for empty in _empty_titles(root):
        words = f"judul {quoted(empty.title)} tidak berisi satu aksi pun, dan tidak diambil"
        remarks.note(empty.at, words, "isi bila sebenarnya ada")
    groups = []
    for number, item in enumerate(filled[: len(NUMERALS)], 1):
        kode, title = roman(number), _title_of(item, filled, judul, remarks)
        actions = tuple(_coded(kode, item))
        printed = _joined([node.mark for node in item.path if node.mark])
        group = CodedGroup(kode, title, printed or None, item.path[-1] if item.path else actions[0].node, actions)
        groups.append(replace(group, nomor_tercetak=None) if same_code(printed, kode) else group)
    if len(filled) > len(NUMERALS):
        remarks.problem(
            filled[-1].below[0].at, f"lebih dari {len(NUMERALS)} kelompok", "satukan, atau pilih tingkat di luarnya"
        )
    return tuple(groups)


def group_level(root: Node) -> int:
    """The level of the titles that are groups, 1 the outermost: that of the six areas of an integrity zone where they are
    named; else so that number and letter have room below it. A level with one title names the plan, not a group."""
    levels = _titles_by_level(root)
    areas = [sum(bool(AREAS.match(node.title.strip())) for node in nodes) for nodes in levels]
    if max(areas, default=0) >= 2:
        return areas.index(max(areas)) + 1
    shared = any(leaf.children for leaf in root.leaves())
    chosen = max(1, len(levels) + (2 if shared else 1) - 2)
    while chosen < len(levels) and len(levels[chosen - 1]) == 1 < len(levels[chosen]):
        chosen += 1
    return chosen


def _empty_titles(node: Node) -> Iterator[Node]:
    """The outermost titles that have no action below them."""
    for child in node.children:
        if child.is_title and not any(True for _ in child.leaves()):
            yield child
        else:
            yield from _empty_titles(child)


def _titles_by_level(root: Node) -> list[list[Node]]:
    levels, current = list[list[Node]](), [node for node in root.children if node.is_title]
    while current:
        levels.append(current)
        current = [child for node in current for child in node.children if child.is_title]
    return levels


def _gather(node: Node, path: tuple[Node, ...], level: int) -> Iterator[_Gathered]:
    """The groups at a level, and what stands above it without one, in the order of the print."""
    deeper = any(child.is_title for child in node.children)
    if path and (len(path) == level or not deeper):
        yield _Gathered(path, tuple(node.children))
        return
    for is_title, children in groupby(node.children, key=attrgetter("is_title")):
        if is_title:
            for child in children:
                yield from _gather(child, (*path, child), level)
        else:
            yield _Gathered(path, tuple(children))


def _title_of(item: _Gathered, others: list[_Gathered], judul: str, remarks: Remarks) -> str:
    """A group's title as printed; with the title above it where another group has the same."""
    if not item.path:
        at = item.below[0].at
        if len(others) == 1:
            remarks.note(at, "rencana ini tidak tercetak dalam kelompok", "dibaca sebagai satu kelompok")
            return judul or WHOLE
        remarks.note(at, "aksi ini tidak berada di bawah judul kelompok", f"dikumpulkan di kelompok “{WITHOUT_TITLE}”")
        return WITHOUT_TITLE
    own = item.path[-1]
    if not own.title:
        printed = own.mark.printed if own.mark else ""
        remarks.note(own.at, f"judul kelompok {printed} tidak tercetak", f"ditulis “Kelompok {printed}”; betulkan bila ada")
        return f"Kelompok {printed}".strip()
    same = [other for other in others if other.path and other.path[-1].title == own.title]
    above = next((node.title for node in reversed(item.path[:-1]) if len(same) > 1 and node.title), "")
    return f"{above} – {own.title}" if above else own.title


def _coded(kode: str, item: _Gathered) -> Iterator[CodedAction]:
    """Each action of a group with its code. What stands below one title, or shares one number, has letters; what is too much
    for letters has numbers of its own, and what is too much for numbers is counted through."""
    numbers = [part for node in item.below for part in _numbers(node, ())]
    if len(numbers) > NUMBERS:
        whole = [[action] for part in numbers for action in part]
        rows = [action for (action,) in whole]
        numbers = [rows[start : start + LETTERS] for start in range(0, len(rows), LETTERS)]
    for number, actions in enumerate(numbers, 1):
        for place, action in enumerate(actions):
            lettered = len(actions) > 1 or (action.judul and not action.judul[-1].title)
            code = f"{kode}.{number}" + (f".{chr(ord('a') + place)}" if lettered else "")
            yield replace(action, kode=code, nomor_tercetak=_printed(action, code))


def _numbers(node: Node, titles: tuple[Node, ...]) -> Iterator[list[CodedAction]]:
    """The actions at and below a node, as lists of those that share a number."""
    if not node.is_title:
        shared = [CodedAction("", None, node, titles)]
        leaves = [leaf for child in node.children for leaf in child.leaves()]
        shared += [CodedAction("", None, leaf, titles, above) for above, leaf in pairwise([node, *leaves])]
        yield from [shared] if len(shared) <= LETTERS else [[action] for action in shared]
        return
    if any(child.is_title for child in node.children) or len(list(node.leaves())) > LETTERS:
        for child in node.children:
            yield from _numbers(child, (*titles, node))
        return
    found = [part for child in node.children for part in _numbers(child, (*titles, node))]
    if found:
        yield [action for part in found for action in part]


def _printed(action: CodedAction, kode: str) -> str | None:
    """The numbers below the group as printed, outermost first; None where they say no more than the code."""
    above = [action.above] if action.above and action.node.mark else []
    marks = [node.mark for node in (*action.judul, *above, action.node) if node.mark]
    if not marks:
        return None
    printed = _joined(marks)
    return None if same_code(printed, kode) else printed


def _joined(marks: list[Mark]) -> str:
    """Numbers one below the other as one: the last that names those above it too, else all of them."""
    whole = next((mark for mark in reversed(marks) if len(mark.parts) > 1), None)
    return whole.printed if whole else " ".join(mark.printed for mark in marks)
