"""What pages load: styles, scripts and drawings, under names that follow their content, so that browsers keep them for good."""

import hashlib
import re
from functools import cache
from pathlib import Path

from zona.outputs.site_file import SiteFile
from zona.records.reading.file_reader import LEFT_BY_DESKTOPS

ASSETS = "aset"
FOLDER = Path(__file__).parents[3] / "docs" / ASSETS
# The one file of styles that pages link, and the parts that it is made of, in order: Material's, what all pages share, what
# kinds of page have of their own, and what narrow windows and paper change.
STYLES, PARTS = "gaya.css", "gaya"
SHEETS = (
    *("material", "dasar", "bingkai", "bagian", "grafik"),
    *("rencana", "cari", "naskah", "lapor", "prosa", "lke", "sempit", "kit", "sematan", "cetak"),
)
LICENCE = "lisensi-material.txt"
_MADE_OF = {STYLES: f"{PARTS}/dasar.css", LICENCE: f"{PARTS}/material.css"}  # whose file is shown as the source


@cache
def _named() -> dict[str, tuple[str, bytes]]:
    """Every file of the folder by its own name, the sheets as one: its name in the site, and its content."""
    files = (path for path in sorted(FOLDER.iterdir()) if path.is_file() and not LEFT_BY_DESKTOPS.fullmatch(path.name))
    found = {path.name: path.read_bytes() for path in files}
    sheets = ((FOLDER / PARTS / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    found[STYLES], found[LICENCE] = _in_short("".join(sheets))
    return {name: (_named_after(name, content), content) for name, content in sorted(found.items())}


def asset(name: str) -> str:
    """The address of a file of docs/aset/, or of the styles."""
    return f"{ASSETS}/{_named()[name][0]}"


def is_asset(path: str) -> bool:
    """Whether a file of docs/ has the name of one that the site names by itself, of which it then is a copy at best."""
    return path.startswith(f"{ASSETS}/") and (FOLDER.parent / path).is_file()


def asset_files() -> list[SiteFile]:
    """Everything that pages load or offer from there, as files of the site; read anew: a preview goes on."""
    _named.cache_clear()
    return [
        SiteFile(f"{ASSETS}/{named}", content, f"docs/{ASSETS}/{_MADE_OF.get(name, name)}")
        for name, (named, content) in _named().items()
    ]


def _in_short(css: str) -> tuple[bytes, bytes]:
    """Styles without comments and needless spaces, and the licence that stood in them, which they name: with its headers the
    sheet then fits the first packets of a connection (14.6 KB), and the first words are there one journey earlier."""
    whose, _, terms = re.findall(r"/\*! (.*?) \*/", css, flags=re.DOTALL)[0].partition("\n")
    plain = re.sub(r"/\*.*?\*/\s*", "", css, flags=re.DOTALL)
    short = re.sub(r"\s*([{};,])\s*|(?<=[\w\])-]): ", lambda found: found[1] or ":", plain)
    return f"/*! {whose}: {LICENCE} */\n{short}".encode(), f"{whose}\n{terms}\n".encode()


def _named_after(name: str, content: bytes) -> str:
    """The name with a hash of the content in it, where pages load the file; what people download keeps its name."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{ending}" if ending in ("css", "js", "svg") else name
