"""The search index of a built site: Pagefind's. It is given the pages with extra search terms (see word_forms.py) in their
metadata: no published page has a hidden word, and no excerpt can show one."""

import base64
import gzip
import hashlib
import json
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import escape
from io import BufferedReader
from pathlib import Path
from typing import Any

import cbor2
from pagefind_bin import get_executable

from zona.cache import keep, kept, maker
from zona.delivery import word_forms
from zona.delivery.built_pages import BuiltPage, NotDelivered
from zona.delivery.word_forms import Words

FOLDER = "pagefind"
LANGUAGE = "id"

_SIGNATURE = b"pagefind_dcd"  # at the start of each file, before it is compressed

# The size of a chunk of the index, in signs of its words and places as Python shows them: about 3 KB when it is packed.
_CHUNK = 13_000
# A figure is a chart, which repeats the numbers of its table.
_SETTINGS = {"force_language": LANGUAGE, "exclude_selectors": ["figure"]}
# What the search loads of Pagefind beside the index; its ready-made interfaces and its worker are left out.
_KEEP = ("pagefind.js", f"wasm.{LANGUAGE}.pagefind")


def write_index(folder: Path, pages: Iterable[tuple[str, str, BuiltPage]], *, cache: Path | None = None) -> None:
    """Write the search index of the site in `folder` to its `pagefind/`; the same pages give the same bytes. `pages` are path,
    HTML and what was read, in the order in which the index counts them, taken one by one while Pagefind works; without any
    there is no index. `cache` keeps what is known of words between builds. Raises `NotDelivered`, `OSError`."""
    key = maker(word_forms.__file__, "pysastrawi", "snowballstemmer")
    before = kept(cache, key) or b"{}"
    words = Words(known=json.loads(before))
    given = ((path, html.replace("</head>", f"{_beside(page, words)}</head>", 1)) for path, html, page in pages)
    made = _in_order(_indexed(given))
    if (known := json.dumps(words.known).encode()) != before:
        keep(cache, key, known)
    for name, content in made.items():
        path = folder / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _beside(page: BuiltPage, words: Words) -> str:
    """The extra search terms of a page as <meta> elements: those of its title, which weigh more, and those of the rest."""
    title = words.beside(page.title)
    rest = [word for word in words.beside(page.text) if word not in title]
    return "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(" ".join(found))}">'
        for name, found in (("kata_judul", title), ("kata", rest))
        if found
    )


def _in_order(made: dict[str, bytes]) -> dict[str, bytes]:
    """The files of an index in an order that no run changes, and in smaller chunks: Pagefind writes filters, and the metadata
    file that lists them, in the order of a hash table, and one or two large chunks for a site of this size, while a search
    loads every chunk that its words are in. The format belongs to the pinned version. All files are CBOR: a filter is
    [name, [[value, pages], …]], a chunk [[word, …]], the metadata [version, pages, [[first, last, chunk], …],
    [[name, filter], …], …]."""
    if not made:
        return {}
    files = {name: content for name, content in made.items() if name in _KEEP or name.startswith("fragment/")}

    def add(place: str, value: list[Any]) -> str:
        key, content = _packed(value)
        files[place.format(key)] = content
        return key

    (meta,) = (content for name, content in made.items() if name.endswith(".pf_meta"))
    version, pages, chunks, filters, *rest = _unpacked(meta)
    ordered = []
    for name, file in sorted(filters):
        _, values = _unpacked(made[f"filter/{file}.pf_filter"])
        ordered.append([name, add("filter/{}.pf_filter", [name, sorted(values)])])
    words = [word for *_, file in chunks for word in _unpacked(made[f"index/{file}.pf_index"])[0]]
    smaller = [[first, last, add("index/{}.pf_index", [part])] for first, last, part in _named(list(_parts(words)))]
    entry = json.loads(made["pagefind-entry.json"])
    entry["languages"][LANGUAGE]["hash"] = add("pagefind.{}.pf_meta", [version, pages, smaller, ordered, *rest])
    return files | {"pagefind-entry.json": json.dumps(entry, ensure_ascii=False).encode()}


def _parts(words: list[Any]) -> Iterator[list[Any]]:
    """The words in their order, in parts of about `_CHUNK` signs. A word is [word, places, …]."""
    part: list[Any] = []
    size = 0
    for word in words:
        part.append(word)
        size += len(str(word))
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


def _unpacked(content: bytes) -> list[Any]:
    found: list[Any] = cbor2.loads(gzip.decompress(content).removeprefix(_SIGNATURE))
    return found


def _packed(value: list[Any]) -> tuple[str, bytes]:
    """A file of the index: the key by which others name it, made of its content as Pagefind's own are; and its bytes."""
    content = _SIGNATURE + cbor2.dumps(value)
    return f"{LANGUAGE}_{hashlib.sha256(content).hexdigest()[:10]}", gzip.compress(content, 9, mtime=0)


def _indexed(pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """What Pagefind makes of pages (path, HTML) as files by their path; nothing of none. It is given one page after the other:
    left to read a folder itself, it counts pages in the order in which the file system lists them. Raises `NotDelivered`."""
    try:
        command = [str(get_executable()), "--service"]
        with (
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service,
            ThreadPoolExecutor(1) as other,
        ):
            assert service.stdin
            made = other.submit(_files, service)  # in another thread: who only writes would wait for ever when nobody reads
            service.stdin.write(_message({"type": "NewIndex", "config": _SETTINGS}))
            number = 0
            for path, html in pages:
                number += 1
                service.stdin.write(_message({"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": html}))
            service.stdin.write(_message({"type": "GetFiles", "index_id": 0}))
            service.stdin.flush()
            found = made.result()
            service.kill()
    except (ImportError, OSError) as error:
        raise NotDelivered(f"Pagefind, pembuat indeks pencarian, tidak bisa dijalankan di komputer ini: {error}") from None
    return found if number else {}


def _message(request: dict[str, Any]) -> bytes:
    """A request as Pagefind reads it: JSON in base64, with a comma at its end."""
    return base64.b64encode(json.dumps({"message_id": 1, "payload": request}).encode()) + b","


def _files(service: subprocess.Popen[bytes]) -> dict[str, bytes]:
    """The files of the index, the last of Pagefind's answers, which look as its requests do."""
    assert isinstance(service.stdout, BufferedReader)
    said = bytearray()
    while part := service.stdout.read1():
        said += part
        *answers, said = said.split(b",") if b"," in part else (said,)
        for answer in (json.loads(base64.b64decode(item))["payload"] for item in answers):
            if answer["type"] == "Error":
                raise NotDelivered(f"Pagefind gagal membuat indeks pencarian: {answer['message']}")
            if "files" in answer:
                return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
    raise NotDelivered("Pagefind, pembuat indeks pencarian, berhenti di tengah pekerjaan.")
