"""One list of an office (its channels, its chooser, its rules), joined from its packs and its own file.

An entry that a later pack has too says anew what it says, and keeps the rest; an office's own entry takes a pack's place as a
whole. An entry stands where the first file that has it lets it stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from zona.problems import Line
from zona.records.reading.data_error import Document
from zona.records.reading.fields import Record
from zona.records.reading.file_reader import FileReader, Source
from zona.records.reading.rules import Surroundings
from zona.records.reading.yaml_reader import read_yaml

M = TypeVar("M", bound=Record)
T = TypeVar("T", covariant=True)


@dataclass(frozen=True)
class JoinedSource(Source[T]):
    """A list joined from several files. `asal` has each entry's file and its place there; `kantor` is the office's own file,
    None where it has none."""

    asal: tuple[tuple[Source[Any], int], ...] = ()
    kantor: Source[Any] | None = None

    @property
    def paket(self) -> tuple[str, ...]:
        """The keys of the packs that entries of it are from."""
        return tuple(dict.fromkeys(source.folder.rpartition("/")[2] for source, _ in self.asal if source.folder))

    def line(self, label: str, key: str) -> Line:
        """Where a key stands in the file that its entry is from."""
        daftar, _, rest = key.partition(".")
        number, _, inner = rest.partition(".")
        source, place = self.asal[int(number)] if number else (self.asal[0][0], 0)
        return source.line(label, ".".join(part for part in (daftar, str(place), inner) if part))


def is_own(source: Source[Any] | None) -> bool:
    """Whether the office has such a file itself."""
    return source.kantor is not None if isinstance(source, JoinedSource) else source is not None


def own_keys(source: Source[Any], daftar: str) -> tuple[str, ...]:
    """The keys of the entries that stand in the office's own file, in its order."""
    kantor = source.kantor if isinstance(source, JoinedSource) else source
    return tuple(item.kunci for item in getattr(kantor.isi, daftar)) if kantor else ()


@dataclass(frozen=True)
class ListReader:
    """Reads lists of the office whose reader is `own` and whose packs are `packs`."""

    own: FileReader
    packs: Sequence[FileReader]

    def read(self, path: str, daftar: str, model: type[M], around: Surroundings) -> Source[M] | None:
        """The list `daftar` of the files at a path; None where there are none, or one can't be read. Each is checked beside
        the keys of those before it."""
        sources, raw = list[Source[M]](), dict[str, dict[str, Any]]()
        broken = False
        for pack in self.packs:
            if not pack.missing(path):
                document = read_yaml(pack.root / path, label=f"{pack.label}/{path}", root=pack.root)
                _complete(document, daftar, raw)
                isi = pack.validate(document, model, around.knowing(path, raw))
                self.own.problems += [item for item in pack.problems if item not in self.own.problems]
                broken = broken or isi is None
                sources += [Source(isi, path, document.raw, document.baris, pack.label)] if isi else []
        own = self.own.optional(path, model, around.knowing(path, raw))
        if broken or (own is None and not self.own.missing(path)):
            return None
        return joined(sources, own, daftar) if sources else own


def _complete(document: Document, daftar: str, known: dict[str, dict[str, Any]]) -> None:
    """Fill in what an entry of a pack leaves to that of an earlier one; then `known` has its entries, too."""
    value = document.value if isinstance(document.value, dict) else {}
    items = value.get(daftar)
    if not isinstance(items, tuple):
        return
    whole = tuple(known.get(str(item.get("kunci")), {}) | item if isinstance(item, dict) else item for item in items)
    if whole != items:
        document.restate({**value, daftar: whole})
    known |= {str(item.get("kunci")): item for item in whole if isinstance(item, dict)}


def joined(packs: Sequence[Source[M]], own: Source[M] | None, daftar: str) -> Source[M]:
    """One list of several files of a model."""
    found: dict[str, tuple[Source[M], int]] = {}
    for source in (*packs, *([own] if own else [])):
        for place, item in enumerate(getattr(source.isi, daftar)):
            found[item.kunci] = source, place
    asal = tuple(found.values())
    items = tuple(getattr(source.isi, daftar)[place] for source, place in asal)
    isi = packs[0].isi.model_copy(update={daftar: items})
    first = own or packs[0]
    return JoinedSource(isi, first.path, first.raw, _lines(asal, daftar), "" if own else first.folder, asal, own)


def _lines(asal: Sequence[tuple[Source[Any], int]], daftar: str) -> dict[str, int]:
    """The lines of the joined list's keys, each in its own file."""
    numbers = {(id(source), str(place)): number for number, (source, place) in enumerate(asal)}
    lines: dict[str, int] = {}
    for source in {id(source): source for source, _ in asal}.values():
        for key, line in source.baris.items():
            start, _, rest = key.partition(".")
            place, dot, inner = rest.partition(".")
            if start == daftar and (number := numbers.get((id(source), place))) is not None:
                lines[f"{daftar}.{number}{dot}{inner}"] = line
    return lines
