"""The site's own scripts that stand in its pages, and the policy that lets them run, and no other."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).parents[1] / "templates" / "scripts"


@cache
def scripts() -> dict[str, str]:
    """The text of every script by its file's name: each may stand in any page, as it is."""
    return {path.name: path.read_text(encoding="utf-8").strip() for path in sorted(FOLDER.glob("*.js"))}


def script(name: str) -> Markup:
    """A script as an element of a page."""
    return Markup(f"<script>{scripts()[name]}</script>")


@cache
def policy() -> str:
    """The Content-Security-Policy of every page: our own files, and exactly our own inline scripts, by their hashes.
    `wasm-unsafe-eval` lets the search run its compiled index reader; it allows no text as script."""
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts().values())
    parts = (
        "default-src 'none'",
        " ".join(["script-src 'self' 'wasm-unsafe-eval'", *sorted(f"'sha256-{item}'" for item in hashes)]),
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
    return "; ".join(parts)
