"""The search index of a built site: Pagefind's, for pages that carry `data-pagefind-body`.

Pagefind reads copies of the pages, with extra search terms (see word_forms.py) in their metadata: no published page has a
hidden word, and no excerpt can show one.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2
from pagefind.service import get_executable

from zona.cache import keep, kept
from zona.delivery.built_pages import BuiltPage
from zona.delivery.word_forms import Words

FOLDER = "pagefind"
LANGUAGE = "id"

_SIGNATURE = b"pagefind_dcd"  # at the start of each file, before it is compressed

# The size of a chunk of the index, in bytes before compression.
_CHUNK = 5_000
# A figure is a chart, which repeats the numbers of its table.
_SETTINGS = ("--force-language", LANGUAGE, "--exclude-selectors", "figure", "--silent")
# The files of Pagefind that the search loads; its ready-made interfaces and its worker are left out.
_KEEP = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", f"wasm.{LANGUAGE}.pagefind", "index", "filter", "fragment")


class SearchFailed(Exception):
    """The index could not be made. The message says why, in Indonesian."""


def write_index(folder: Path, pages: dict[Path, tuple[str, BuiltPage]], *, cache: Path | None = None) -> None:
    """Write the search index of the site in `folder` to its `pagefind/`.

    `pages` has the pages to index, by their path: (HTML, text that the search reads). `cache` keeps the roots of words between
    builds. Works offline, and the same pages give the same bytes. Raises `SearchFailed`, and `OSError` if the system refuses.
    """
    key = f"roots {version('pysastrawi')}"
    roots: dict[str, str] = json.loads(kept(cache, key) or b"{}")
    words, before = Words(roots=roots), len(roots)
    with TemporaryDirectory(dir=folder.parent, prefix=".cari-") as temporary:  # on the same disk: results are renamed
        source, target = Path(temporary) / "pages", Path(temporary) / FOLDER
        for path, (html, page) in pages.items():
            copy = source / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(html.replace("</head>", f"{_beside(page, words)}</head>", 1), encoding="utf-8", newline="\n")
        if len(roots) > before:
            keep(cache, key, json.dumps(roots).encode())
        _run(Path(temporary), "--site", str(source), "--output-path", str(target), *_SETTINGS)
        _put_in_order(target)
        (folder / FOLDER).mkdir()
        for item in sorted(item for pattern in _KEEP for item in target.glob(pattern)):
            shutil.move(item, folder / FOLDER / item.name)


def _beside(page: BuiltPage, words: Words) -> str:
    """The extra search terms of a page as <meta> elements: those of its title, which weigh more, and those of the rest."""
    title = words.beside(page.title)
    rest = [word for word in words.beside(page.text) if word not in title]
    return "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(" ".join(found))}">'
        for name, found in (("kata_judul", title), ("kata", rest))
        if found
    )


def _put_in_order(target: Path) -> None:
    """Rewrite the index so that the same pages give the same bytes, and in smaller chunks.

    Pagefind writes filters, and the metadata file that lists them, in the order of a hash table, which changes from run to run;
    here they are sorted. A search loads every chunk that its words are in, and Pagefind makes one or two large ones for a
    site of this size; here they are about 3 KB. The format belongs to the pinned version. All files are CBOR: a filter is
    [name, [[value, pages], …]], a chunk [[word, …]], and the metadata file
    [version, pages, [[first, last, chunk], …], [[name, filter], …], …].
    """
    (meta,) = target.glob("pagefind.*.pf_meta")
    version, pages, chunks, filters, *rest = _read(meta)
    ordered = []
    for name, file in sorted(filters):
        _, values = _read(target / "filter" / f"{file}.pf_filter", remove=True)
        ordered.append([name, _write([name, sorted(values)], target / "filter" / "{}.pf_filter")])
    words = [word for *_, file in chunks for word in _read(target / "index" / f"{file}.pf_index", remove=True)[0]]
    smaller = [
        [first, last, _write([part], target / "index" / "{}.pf_index")] for first, last, part in _named(list(_parts(words)))
    ]
    meta.unlink()
    entry = json.loads((target / "pagefind-entry.json").read_text(encoding="utf-8"))
    everything = [version, pages, smaller, ordered, *rest]
    entry["languages"][LANGUAGE]["hash"] = _write(everything, target / "pagefind.{}.pf_meta")
    (target / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8", newline="\n")


def _parts(words: list[Any]) -> Iterator[list[Any]]:
    """The words in their order, in parts of about `_CHUNK` bytes. A word is [word, places, …]."""
    part: list[Any] = []
    size = 0
    for word in words:
        part.append(word)
        size += len(cbor2.dumps(word))
        if size > _CHUNK:
            yield part
            part, size = [], 0
    if part:
        yield part


def _named(parts: list[list[Any]]) -> Iterator[tuple[str, str, list[Any]]]:
    """Each part as (first, last, words). The bounds are Pagefind's: the shortest prefixes by which the part's first and last
    word differ from their neighbours in other parts."""
    bounds = [(part[0][0], part[-1][0]) for part in parts]
    for index, part in enumerate(parts):
        first, last = bounds[index]
        if index:
            first = _beginning(first, bounds[index - 1][1])
        if index + 1 < len(parts):
            last = _beginning(last, bounds[index + 1][0])
        yield first, last, part


def _beginning(word: str, other: str) -> str:
    """The shortest prefix of a word that differs from the other word."""
    same = next((index for index, (mine, theirs) in enumerate(zip(word, other, strict=False)) if mine != theirs), None)
    return word[: (min(len(word), len(other)) if same is None else same) + 1]


def _read(path: Path, *, remove: bool = False) -> list[Any]:
    found: list[Any] = cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
    if remove:
        path.unlink()
    return found


def _write(value: list[Any], path: Path) -> str:
    """Write a file of the index, named after its content as Pagefind's own are; returns the key by which other files refer to
    it. `path` has "{}" in place of the key."""
    content = _SIGNATURE + cbor2.dumps(value)
    key = f"{LANGUAGE}_{hashlib.sha256(content).hexdigest()[:10]}"
    with (path.parent / path.name.format(key)).open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(content)
    return key


def _run(folder: Path, *arguments: str) -> None:
    """Run Pagefind, which writes below `folder`. Raises `OSError` if the system refused it something (a full disk, missing
    rights), `SearchFailed` if it failed otherwise or can't run here."""
    try:
        program = get_executable()
        done = subprocess.run([str(program), *arguments], capture_output=True, encoding="utf-8", errors="replace", check=False)
    except (ImportError, OSError) as error:
        raise SearchFailed(f"Pagefind, pembuat indeks pencarian, tidak dapat dijalankan di komputer ini: {error}") from None
    if done.returncode != 0:
        said = (done.stdout + done.stderr).strip()[-500:]
        if refused := re.search(r"\(os error ([0-9]+)\)", said):
            number = int(refused[1])  # on Windows a number of Windows' own, which Python translates
            raise OSError(0, said, str(folder), number) if sys.platform == "win32" else OSError(number, said, str(folder))
        raise SearchFailed(f"Pagefind gagal membuat indeks pencarian: {said}")
