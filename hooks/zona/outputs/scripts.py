"""The site's own scripts that stand in its pages, and the policy that lets them run, and no other."""

import base64
import hashlib
from collections.abc import Collection
from functools import cache
from pathlib import Path

from markupsafe import Markup

# What stands in the frame itself.
FRAME = ("bingkai.js", "skema_awal.js", "usia_data.js")
# What Material's styles draw a sign on that lies within the sheet (`data:`).
DRAWN = ("<summary", 'role="columnheader"')

FOLDER = Path(__file__).parents[1] / "templates" / "scripts"


@cache
def scripts() -> dict[str, str]:
    """The text of every script by its file's name: each may stand in any page, as it is."""
    return {path.name: path.read_text(encoding="utf-8").strip() for path in sorted(FOLDER.glob("*.js"))}


def script(name: str) -> Markup:
    """A script as an element of a page."""
    return Markup(f"<script>{scripts()[name]}</script>")


def policy_of(isi: str) -> str:
    """The Content-Security-Policy of a page in the frame, by what the page itself holds: the frame's scripts and its own, the
    search, and drawings within the styles only where an element shows one."""
    own = [name for name, text in scripts().items() if name in FRAME or text in isi]
    return _policy(own, search=True, drawings=any(mark in isi for mark in DRAWN))


@cache
def policy() -> str:
    """What any page in the frame may do, for hosts that give all of them one policy; a page's own is no wider."""
    return _policy(tuple(scripts()), search=True, drawings=True)


@cache
def bare_policy() -> str:
    """The policy of the page that other sites may show in a frame: it runs nothing."""
    return _policy((), search=False, drawings=False)


def _policy(own: Collection[str], *, search: bool, drawings: bool) -> str:
    """Our own files, and of inline scripts exactly these, by their hashes. `wasm-unsafe-eval` lets the search run its compiled
    index reader; it allows no text as script."""
    hashes = (base64.b64encode(hashlib.sha256(scripts()[name].encode()).digest()).decode() for name in own)
    code = [*(["'self'", "'wasm-unsafe-eval'"] if search else []), *sorted(f"'sha256-{item}'" for item in hashes)]
    parts = (
        "default-src 'none'",
        f"script-src {' '.join(code)}" if code else "",
        "style-src 'self'",
        f"img-src 'self'{' data:' if drawings else ''}",
        "connect-src 'self'; worker-src 'self'" if search else "",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
    return "; ".join(filter(None, parts))
