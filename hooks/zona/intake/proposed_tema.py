"""Which subjects a plan's rows seem to be about, by their printed words: a proposal, until the office confirms it. A wrong
subject is worse than none: words that may mean several things name nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from zona.records.rencana.rencana_aksi import Aksi, Kelompok
from zona.records.rencana.tema import Tema, bukan_tema, daftar_tema, keluarga

_SPELLINGS = {"resiko": "risiko", "survey": "survei", "antigratifikasi": "anti gratifikasi", "timkerja": "tim kerja"}


@dataclass(frozen=True)
class WordedGroup:
    """A group of a plan by its words: its title, with those above it if it has levels, and of each row the cells that say
    what it is about, the name of the thing first; evidence, times and targets say nothing about that."""

    judul: str
    baris: tuple[tuple[str, ...], ...]


def proposed_tema(kelompok: Sequence[WordedGroup]) -> list[list[tuple[str, ...]]]:
    """For each row of each group its subjects, in the order of the list; none where its words leave it open.

    The first cell that names a subject decides, else the title where it names just one. Where every row of a group
    begins as a row of earlier groups, and its title names something else, the title alone is the group's own: that decides."""
    seen = set[tuple[str, ...]]()
    found = []
    for group in kelompok:
        rows = [tuple(filter(None, map(_plain, row))) for row in group.baris]
        heads = [cells[:2] for cells in rows]
        copied = len(heads) > 1 and seen.issuperset(heads)
        seen.update(heads)
        title = _plain(group.judul)
        by_title = _subjects((), title) if copied else ()
        own = (_subjects(cells, title) for cells in rows)
        found.append([by_title if by_title and not _roots(by_title) & _roots(item) else item for item in own])
    return found


def _roots(subjects: Iterable[str]) -> set[str]:
    """What subjects are, or are parts of."""
    return {keluarga(kunci)[-1] for kunci in subjects}


def proposed_for(kelompok: Sequence[Kelompok]) -> dict[str, tuple[str, ...]]:
    """The proposal for the groups of a plan, by the codes of its rows."""
    groups = [WordedGroup(item.judul, tuple(map(_cells, item.aksi))) for item in kelompok]
    rows = (row.kode for item in kelompok for row in item.aksi)
    return dict(zip(rows, (subjects for group in proposed_tema(groups) for subjects in group), strict=True))


def _cells(row: Aksi) -> tuple[str, ...]:
    return tuple(text for text in (row.komponen, row.indikator, row.langkah_aksi) if text)


def _plain(text: str) -> str:
    """Small letters and digits, with single spaces, spelled as in the list."""
    words = re.sub(r"[^0-9a-z]+", " ", text.lower()).split()
    return " ".join(_SPELLINGS.get(word, word) for word in words)


def _subjects(cells: tuple[str, ...], title: str) -> tuple[str, ...]:
    """The subjects of one row, each as near as its words say."""
    named = _first(cells, title, lemah=False) or _first(cells, title, lemah=True)
    found = {part for kunci in named for part in _nearest(kunci, cells)}
    wider = {above for kunci in found for above in keluarga(kunci)[1:]}
    return tuple(kunci for kunci in daftar_tema() if kunci in found - wider)


def _first(cells: tuple[str, ...], title: str, *, lemah: bool) -> set[str]:
    """What the first cell that names a subject names, else the title where all that it names is of one kind."""
    for text in cells:
        if found := _named(text, lemah=lemah):
            return found
    found = _named(title, lemah=lemah)
    return found if len(_roots(found)) == 1 else set()


def _named(text: str, *, lemah: bool) -> set[str]:
    return {item.kunci for item in _in_text(text, _alone()) if item.lemah is lemah}


def _nearest(kunci: str, cells: tuple[str, ...]) -> tuple[str, ...]:
    """The part of a subject that the first cell with words for just one part names; the subject itself where none does."""
    for text in cells:
        parts = {item.kunci for item in _in_text(text, _within(kunci))}
        if len(parts) == 1:
            return tuple(parts)
    return (kunci,)


_Phrases = tuple[re.Pattern[str], dict[str, Tema | None]]


def _in_text(text: str, phrases: _Phrases) -> list[Tema]:
    """What phrases name in a text, read from its start, at each place by the longest phrase that stands there."""
    pattern, meant = phrases
    return [item for found in pattern.finditer(text) if (item := meant[found[0]])]


@cache
def _alone() -> _Phrases:
    """The phrases that name a subject by themselves, and those that hold one of them and name none."""
    meant: dict[str, Tema | None] = {word: item for item in daftar_tema().values() for word in item.kata}
    return _phrases(meant | dict.fromkeys(bukan_tema()))


@cache
def _within(kunci: str) -> _Phrases:
    """The phrases that name a part of a subject in a row that is about it."""
    parts = [item for item in daftar_tema().values() if item.induk == kunci]
    return _phrases({word: item for item in parts for word in (*item.kata, *item.dalam_induk)})


def _phrases(meant: dict[str, Tema | None]) -> _Phrases:
    longest_first = sorted(meant, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})\b"), meant
