"""The search index of a built site: Pagefind's, for pages that carry `data-pagefind-body`.

Pagefind reads copies of the pages to which the words that should find them are added (see kata.py), as metadata of the
page: no delivered page holds a hidden word, and no excerpt can show one.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2
from pagefind.service import get_executable

from zona.delivery.html import Text
from zona.delivery.kata import Words

FOLDER = "pagefind"
LANGUAGE = "id"

_SIGNATURE = b"pagefind_dcd"  # before the content of each file, inside the compression

# Of what Pagefind writes, what the search loads; its ready-made interfaces and its worker stay out.
_KEEP = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", f"wasm.{LANGUAGE}.pagefind", "index", "filter", "fragment")


class SearchFailed(Exception):
    """The index could not be made; the message says why, in Indonesian."""


def write_index(folder: Path, pages: dict[Path, tuple[str, Text]]) -> None:
    """Write the index of the site in `folder` into its `pagefind/`. `pages` are the pages to be found, each with its
    HTML and what the search reads of it. Raises SearchFailed; works offline, and the same pages give the same bytes."""
    words = Words()
    with TemporaryDirectory() as temporary:
        source, target = Path(temporary) / "pages", Path(temporary) / FOLDER
        for path, (html, text) in pages.items():
            copy = source / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(html.replace("</head>", f"{_beside(text, words)}</head>", 1), encoding="utf-8", newline="\n")
        _run(
            "--site",
            str(source),
            "--output-path",
            str(target),
            "--force-language",
            LANGUAGE,
            "--exclude-selectors",
            "figure",
            "--silent",
        )
        _put_in_order(target)
        (folder / FOLDER).mkdir()
        for item in sorted(item for pattern in _KEEP for item in target.glob(pattern)):
            shutil.move(item, folder / FOLDER / item.name)


def _beside(text: Text, words: Words) -> str:
    """The words to find a page by, as elements of its head: for its title, which says most, and for the rest."""
    title = words.beside(text.title)
    rest = [word for word in words.beside(text.whole) if word not in title]
    return "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(" ".join(found))}">'
        for name, found in (("kata_judul", title), ("kata", rest))
        if found
    )


def _put_in_order(target: Path) -> None:
    """Write filters, and the file that names them, in one order: Pagefind writes them in that of a hash table, new each
    time. Both are CBOR: a filter is [name, [[value, pages], …]], and the fourth part of the other [[filter, file], …]."""
    (meta,) = target.glob("pagefind.*.pf_meta")
    version, pages, chunks, filters, *rest = _read(meta)
    ordered = []
    for name, file in sorted(filters):
        path = target / "filter" / f"{file}.pf_filter"
        _, values = _read(path)
        path.unlink()
        ordered.append([name, _write([name, sorted(values)], target / "filter", "{}.pf_filter")])
    meta.unlink()
    entry = json.loads((target / "pagefind-entry.json").read_text(encoding="utf-8"))
    entry["languages"][LANGUAGE]["hash"] = _write([version, pages, chunks, ordered, *rest], target, "pagefind.{}.pf_meta")
    (target / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8", newline="\n")


def _read(path: Path) -> list[Any]:
    found: list[Any] = cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
    return found


def _write(value: list[Any], folder: Path, name: str) -> str:
    """Write a file of the index, named after its content as Pagefind's own are; what stands for it elsewhere. Not
    compressed, which its reader takes as well: compressors differ from one Python to another, and these are small."""
    content = _SIGNATURE + cbor2.dumps(value)
    key = f"{LANGUAGE}_{hashlib.sha256(content).hexdigest()[:10]}"
    (folder / name.format(key)).write_bytes(content)
    return key


def _run(*arguments: str) -> None:
    try:
        program = get_executable()
        done = subprocess.run([str(program), *arguments], capture_output=True, encoding="utf-8", errors="replace", check=False)
    except (ImportError, OSError) as error:
        raise SearchFailed(f"Pagefind, pembuat indeks pencarian, tidak dapat dijalankan di komputer ini: {error}") from None
    if done.returncode != 0:
        raise SearchFailed(f"Pagefind gagal membuat indeks pencarian: {(done.stdout + done.stderr).strip()[-500:]}")
