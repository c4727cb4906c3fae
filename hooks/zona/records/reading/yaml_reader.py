"""One YAML file in; plain values with the line of each, or problems, out.

Built on PyYAML's event stream, because its constructors throw away what a record has to keep: the line of every value, the text
behind a number, a second key of the same name. No tag is ever followed, so no file can make Python objects; depth, size and the
growth of aliases are bounded before anything is built.
"""

import datetime
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from zona.own_data import LOADER
from zona.problems import Problem
from zona.records.reading.data_error import Document, Loc, Value, quoted
from zona.records.reading.links import leads_out
from zona.records.reading.yaml_syntax import NO_SIGN, explain_syntax, find_conflict
from zona.refusal import unreadable

MAX_BYTES = 1_000_000
MAX_VALUES = 50_000
MAX_DEPTH = 20
_SIMPLER = "pecah menjadi berkas yang lebih kecil dan sederhana"

# Any, here and below: PyYAML's types leave open what an event has, its place in the file among it.
Event: TypeAlias = Any

_RESOLVER: Any = yaml.resolver.Resolver()
_PLAIN_INT = re.compile(r"-?(0|[1-9][0-9]*)")
_PLAIN_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What Unicode will never give to a sign: halves of a pair, and the non-characters. What it has not given yet is taken: an emoji
# of next year is no mistake.
_LAST_OF_PLANES = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_NO_SIGN = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")


class _Stop(Exception):
    """Nothing more can be read: the place in the file, what is wrong there, and what to do."""


def read_yaml(path: Path, *, label: str, root: Path) -> Document:
    """Read one file below `root`; `label` is how its path is shown. Never raises for what a file says."""
    document = Document(label)
    with _noting(document):
        _build(document, _text(path, document, root))
    return document


def read_yaml_text(text: str, *, label: str = "") -> Document:
    """The same of a text that a file is about to hold."""
    document = Document(label, text.encode())
    with _noting(document):
        _build(document, text)
    return document


def read_front_matter(path: Path, *, label: str, root: Path, optional: bool = False) -> tuple[Document, str, int]:
    """Read a page of prose: what stands between its two lines of “---”, the text after them, and that text's first line. Where
    it is `optional`, a page that begins otherwise is all text. Never raises for what a file says."""
    document = Document(label)
    with _noting(document):
        text = _text(path, document, root)
        _no_conflict(text, prose=True)
        lines = text.replace("\r\n", "\n").split("\n")
        if optional and lines[0].rstrip() != "---":
            _build(document, "{}\n")
            return document, text, 1
        ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
        if len(ends) < 2 or ends[0] != 0:
            raise _Stop((), "kepala halaman belum ada", "awali berkas dengan baris ---, isiannya, lalu baris --- lagi")
        with _noting(document):  # the text below a head that can't be read is read all the same
            # The first “---” is kept: lines count from the file's own first.
            _build(document, "\n".join(lines[: ends[1]]) + "\n")
        return document, "\n".join(lines[ends[1] + 1 :]), ends[1] + 2
    return document, "", 1


@contextmanager
def _noting(document: Document) -> Iterator[None]:
    """Note in the document why reading stopped."""
    try:
        yield
    except _Stop as stop:
        document.add(*stop.args)


def _no_conflict(text: str, *, prose: bool = False) -> None:
    if conflict := find_conflict(text, prose=prose):
        raise _Stop(conflict.place, *conflict.fault)


def _build(document: Document, text: str) -> None:
    """Fill in a document by what its text says."""
    read = _read(text)
    document.value, document.complete = read.value, read.complete
    document.lines, document.texts, document.comments, document.baris = read.lines, read.texts, read.comments, read.baris
    document.records, document.judged = read.records, read.judged
    document.take(Problem(item.place.line, *item.fault) for item in read.problems)
    document.refused |= read.refused


@lru_cache(maxsize=2048)  # files of an office's ten years: the desk reads them all at each click, and hardly one has changed
def _read(text: str) -> Document:
    """What a text says, whatever file it stands in; nobody may change it."""
    document = Document("")
    with _noting(document):
        _say(document, text)
    return document


def _say(document: Document, text: str) -> None:
    _no_conflict(text)
    builder = _Builder(document, text)
    try:
        builder.build()
    except yaml.YAMLError as error:
        document.take([explain_syntax(error, text)])
    document.comments = dict(_comments(text, builder.words))


def _comments(text: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """The comments by their lines, given where the words stand: in a word, # is a sign like others."""
    after, line = 0, 1
    for start, end in (*words, (len(text), len(text))):
        for number, part in enumerate(text[after:start].split("\n"), line):
            if found := re.search(r"(?:^|\s)#(.*)", part):
                yield number, found[1]
        line += text.count("\n", after, end)
        after = end


def _text(path: Path, document: Document, root: Path) -> str:
    """The file's text, which the document keeps as it was written; a byte order mark is dropped. Raises `_Stop`."""
    name, whole = path.name, ()
    try:
        if leads_out(path, root):
            raise _Stop(whole, f"{name} menunjuk ke luar folder data", "simpan berkasnya sendiri di sini, bukan tautan")
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise _Stop(whole, f"{name} adalah folder, padahal harus berkas", f"hapus folder itu dan simpan berkas {name}")
        if not stat.S_ISREG(state.st_mode):
            raise FileNotFoundError
        if state.st_size > MAX_BYTES:
            megabytes = f"{state.st_size / 1_000_000:.1f} MB".replace(".", ",")
            raise _Stop(whole, f"berkas sebesar {megabytes}, padahal paling besar 1 MB", "pecah atau hapus isi yang bukan data")
        document.raw = path.read_bytes()
        text = document.raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = document.raw[: error.start].count(b"\n") + 1
        raise _Stop(line, "huruf di baris ini bukan UTF-8", "simpan ulang berkas dengan encoding UTF-8") from None
    except (FileNotFoundError, NotADirectoryError):
        raise _Stop(whole, f"berkas {name} tidak ada", f"kembalikan bila terhapus, atau buat berkas {name}") from None
    except (OSError, RuntimeError) as error:
        raise _Stop(whole, *unreadable(f"berkas {name}", error)) from None
    if not text.strip():
        raise _Stop(whole, "berkas kosong", "isi menurut contoh, atau hapus berkasnya")
    return text


def _events(text: str, words: list[tuple[int, int]]) -> Iterator[Event]:
    """The events of a text; `words` gets where each word begins and ends. Raises `yaml.YAMLError` also where a word holds what
    is no sign, as an escape can write it."""
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent):
                marks: tuple[Any, Any] = event.start_mark, event.end_mark
                if _NO_SIGN.search(event.value):
                    raise yaml.scanner.ScannerError(None, None, NO_SIGN, marks[0])
                words.append((marks[0].index, marks[1].index))
            yield event
    except (ValueError, OverflowError):  # PyYAML's own parser, of a number beyond Unicode
        line = next((n for n, part in enumerate(text.split("\n")) if re.search(r"\\U(?!000|0010)", part)), 0)
        raise yaml.scanner.ScannerError(None, None, NO_SIGN, yaml.Mark("", 0, line, 0, None, 0)) from None


class _Builder:
    """Walks the events of one document once, building values and noting where each stands."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.words: list[tuple[int, int]] = []  # where each begins and ends in the text
        self.events = _events(text, self.words)
        self.count = 0
        self.anchors: dict[str, tuple[Value, int]] = {}

    def build(self) -> None:
        """Build the document's value. Raises `_Stop` where there is none."""
        next(self.events)  # stream start
        if not isinstance(next(self.events), yaml.DocumentStartEvent):
            raise _Stop((), "berkas hanya berisi komentar", "isi menurut contoh, atau hapus berkasnya")
        self.document.value = self._value(next(self.events), ())
        next(self.events)  # document end
        extra = next(self.events)
        line = extra.start_mark.line + 1
        if isinstance(extra, yaml.DocumentStartEvent):
            self.document.add(line, "ada bagian kedua setelah ---", "satu berkas hanya satu bagian")
        self.document.complete = True

    def _value(self, event: Event, loc: Loc) -> Value:
        self._grow(1)
        if len(loc) > MAX_DEPTH:
            raise _Stop((), f"isi bertingkat lebih dari {MAX_DEPTH} lapis", _SIMPLER)
        self.document.lines.setdefault(loc, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(loc, f"tanda {quoted(tag)} tidak boleh dipakai", "hapus tanda itu, tulis nilainya saja")
        before = self.count
        value = self._content(event, loc)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, self.count - before + 1)
        return value

    def _content(self, event: Event, loc: Loc) -> Value:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(loc)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(loc)
        self.document.texts[loc] = event.value
        return event.value if event.style else self._plain(event.value, loc)

    def _alias(self, event: Event) -> Value:
        if event.anchor not in self.anchors:
            raise yaml.composer.ComposerError(None, None, "found undefined alias", event.start_mark)
        value, size = self.anchors[event.anchor]
        self._grow(size)
        return value

    def _sequence(self, loc: Loc) -> tuple[Value, ...]:
        items: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*loc, len(items))))
        return tuple(items)

    def _mapping(self, loc: Loc) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, loc, mapping)
            place = (*loc, key)
            if key not in mapping:
                self.document.lines[place] = event.start_mark.line + 1
            mapping.setdefault(key, self._value(next(self.events), place))
        return mapping

    def _key(self, event: Event, loc: Loc, mapping: dict[str, Value]) -> str:
        """The key's text; a key that YAML would read as something else, or a second time, is a problem."""
        line = event.start_mark.line + 1
        if not isinstance(event, yaml.ScalarEvent):
            raise yaml.parser.ParserError(None, None, "key is not a word", event.start_mark)
        key = str(event.value)
        kind = _RESOLVER.resolve(yaml.ScalarNode, key, (True, False)) if not event.style else "str"
        if not kind.endswith("str"):
            self.document.add(line, f"kunci {quoted(key)} dibaca YAML bukan sebagai kata", f'apit dengan tanda kutip: "{key}":')
            self.document.refused |= {(*loc, key)} if key not in mapping else set()
        elif key in mapping:
            first = self.document.line_of((*loc, key))
            self.document.add(line, f"kunci {quoted(key)} ditulis dua kali (pertama di baris {first})", "hapus salah satu")
        return key

    def _plain(self, text: str, loc: Loc) -> Value:
        """An unquoted word: text, or the number, date, truth or nothing that YAML 1.1 takes it for."""
        kind = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
        if kind == "null":
            return None
        if kind == "int" and _PLAIN_INT.fullmatch(text):
            return int(text) if len(text) < 19 else text
        if kind == "float":
            return float("nan")  # no record holds a fraction: whatever asks for one says so with the written text
        if kind == "bool" and text in ("true", "false"):
            return text == "true"
        if kind == "timestamp" and _PLAIN_DATE.fullmatch(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                self._refuse(loc, f"tanggal {quoted(text)} tidak ada di kalender", "tulis tanggal yang ada: tahun-bulan-hari")
        elif kind in ("int", "bool", "timestamp"):
            taken_for = {"int": "angka", "bool": "ya/tidak", "timestamp": "tanggal dengan jam"}[kind]
            self._refuse(loc, f"{quoted(text)} dibaca YAML sebagai {taken_for}", f'bila maksudnya teks, tulis: "{text}"')
        return text

    def _refuse(self, loc: Loc, masalah: str, saran: str) -> None:
        self.document.refused.add(loc)
        self.document.add(loc, masalah, saran)

    def _grow(self, size: int) -> None:
        self.count += size
        if self.count > MAX_VALUES:
            raise _Stop((), f"berkas mengembang menjadi lebih dari {MAX_VALUES} nilai", _SIMPLER)
