"""Writes anew what is Material's: in docs/aset/gaya/material.css, of its styles the part that our pages use, in a cascade layer
below ours; in templates/macros/ikon.html, of its icons those that our pages show.

The pages are those of the frozen offices, built; besides what stands in them, whatever Markdown can make is kept. Between
one version of Material and the next nothing changes, so that a build neither reads nor prunes its 137 KB.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import material
from renew.pruned_css import names_of, prune
from support.zi_command import CONTOH, LAIN, PER_TANGGAL, PER_TANGGAL_LAIN, TABALONG, zi

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "aset" / "gaya" / "material.css"
ICONS = ROOT / "hooks" / "zona" / "templates" / "macros" / "ikon.html"
# Our names of icons: the frame's, then a way's to reach a channel; and Material's.
NAMES = {
    "cari": "magnify",
    "skema": "circle-half-full",
    "menu": "menu",
    "telepon": "phone-outline",
    "sms": "message-processing-outline",
    "whatsapp": "whatsapp",
    "surel": "email-outline",
    "web": "web",
    "alamat": "map-marker-outline",
    "aplikasi": "cellphone",
}
# What Markdown can make beyond what the pages hold today.
MARKDOWN = (
    "blockquote pre code hr h4 h5 h6 dl dt dd ol ul li table caption thead tbody tr th td del ins sub sup em strong mark img "
    "figure figcaption"
).split()
# What our own sheet draws by itself, and what no page of ours has: folds, tables that Markdown makes, heads that sort, keys of
# a keyboard, scroll bars, how the menu hides and moves.
LEFT_OUT = r"details|summary|table:not|columnheader|kbd|abbr|\.keys|scrollbar|__comments|\.md-\w+\[hidden\]|nth-child"
HEAD = """/* The part of Material's styles that pages use: written by `zi.py perbarui gaya`, not by hand. */
/*! Material for MkDocs {version}
{licence} */
"""
ICONS_HEAD = """{{# Icons of Material for MkDocs {version}, written by `zi.py perbarui gaya`, not by hand; the licence
   stands in docs/aset/gaya/material.css. #}}
{{% set JALUR = {{
"""
ICONS_END = """} %}
{% macro ikon(nama) -%}
<svg class="zi-ikon" viewBox="0 0 24 24" aria-hidden="true"><path d="{{ JALUR[nama] }}"/></svg>
{%- endmacro %}
"""


def icons() -> str:
    """The text of the macro that draws an icon by its name."""
    folder = Path(material.__file__).parent / "templates" / ".icons" / "material"
    drawn = re.compile(r'<svg xmlns="[^"]*" viewBox="0 0 24 24"><path d="([^"]+)"/></svg>\s*')
    paths = {name: drawn.fullmatch((folder / f"{theirs}.svg").read_text("utf-8")) for name, theirs in NAMES.items()}
    lines = [f'  "{name}": "{found[1]}",\n' for name, found in paths.items() if found]
    assert len(lines) == len(NAMES), "an icon of Material that is more than one path"
    return ICONS_HEAD.format(version=version("mkdocs-material")) + "".join(lines) + ICONS_END


def styles_of(sites: Iterable[Path]) -> str:
    """The file's text for these built sites. Raises `StopIteration` where Material brings no such styles."""
    pages = [path.read_text(encoding="utf-8") for site in sites for path in sorted(site.rglob("*.html"))]
    scripts = [path.read_text(encoding="utf-8") for path in sorted(TARGET.parents[1].glob("*.js"))]
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    whole = next(folder.glob("main.*.min.css")).read_text(encoding="utf-8").replace("[dir=ltr] ", "")  # as all our pages are
    head = HEAD.format(version=version("mkdocs-material"), licence=licence())
    return f"{head}@layer material{{{prune(whole, names_of(pages, scripts, MARKDOWN), LEFT_OUT)}}}\n"


def licence() -> str:
    """The words of Material's licence, indented as a comment."""
    text = next(Path(material.__file__).parent.parent.glob("mkdocs_material-*.dist-info/licenses/LICENSE"))
    lines = text.read_text(encoding="utf-8").strip().splitlines()
    return "\n".join(f"   {line}".rstrip() for line in lines)


def renew() -> str:
    """Write both files, the styles for the pages of the frozen offices, which are built for it."""
    ICONS.write_text(icons(), encoding="utf-8", newline="\n")
    offices = ((TABALONG, PER_TANGGAL), (CONTOH, PER_TANGGAL), (LAIN, PER_TANGGAL_LAIN))
    with tempfile.TemporaryDirectory() as folder:
        for office, day in offices:
            words = ("--data", str(office / "data"), "--per-tanggal", day.isoformat(), "--keluaran", f"{folder}/{office.name}")
            done = zi("bangun", *words)
            assert done.returncode == 0, done.stderr
        text = styles_of(Path(folder) / office.name for office, _ in offices)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return f"{len(text)} huruf gaya dan {len(NAMES)} ikon Material ditulis"
