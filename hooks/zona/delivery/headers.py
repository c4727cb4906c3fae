"""What a host should say with every page, from one source: for Netlify and Cloudflare, Apache, nginx, and the pages' own
<meta>, which is all that GitHub Pages and GitLab Pages can do."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

# Pages that other sites may show in a frame; no other page may be.
FRAMED = "sematan"

# Public data without cookies: scripts of any other site may read what lies in these folders (CORS).
OPEN = ("api", "unduhan", "umpan", "kalender")
_CORS = "Access-Control-Allow-Origin"

NETLIFY, APACHE, NGINX = "_headers", ".htaccess", "header-nginx.conf"

# Files named after their content never change: a browser may keep them for good.
FINGERPRINT = r"\.[0-9a-f]{8}\.(css|js|svg)$"
_KEPT = "public, max-age=31536000, immutable"
# Anything else may be new within minutes of a correction. Netlify and Cloudflare ask each time, and need not be told.
_SHORT = "public, max-age=300"

# What is worth compressing, as hosts call it; photos, fonts and the search index are compressed already.
_TEXT_TYPES = (
    "text/html text/css text/plain text/csv text/calendar text/xml text/javascript application/javascript application/json "
    "application/yaml application/xml application/rss+xml application/atom+xml application/wasm image/svg+xml"
)

_OTHERS = {
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_HSTS = (
    "HSTS: bila seluruh domain sudah selalu HTTPS, tambahkan Strict-Transport-Security: max-age=31536000",
    "(sekali peramban membacanya, HTTP tidak dapat dipakai lagi selama setahun).",
)


def policy_of(scripts: Iterable[str]) -> str:
    """The Content-Security-Policy for pages with these inline scripts: only our own files, and those very scripts.

    `wasm-unsafe-eval` lets the search run its compiled index reader, and no text as script.
    """
    hashes = sorted(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts)
    parts = (
        "default-src 'none'",
        " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes]),
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
    return "; ".join(parts)


def with_meta(page: str, policy: str) -> str:
    """The page with the policy as its first word after the encoding; frames can't be forbidden there."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n      {meta}', 1)


def header_files(policy: str, top: Iterable[str], kept: Iterable[str], *, base: str = "/") -> dict[str, str]:
    """The files for hosts by name. `top` are the names in the site's root: a host that joins the headers of every rule
    that fits needs one rule for each, so that the frame page gets its own and no other. `kept` are the paths of the files
    that are named after their content. `base` is the path that the site lies below, for the page that is shown where there
    is none; Netlify and Cloudflare find it by its name, and compress by themselves."""
    own = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"} | _OTHERS
    framed = {"Content-Security-Policy": f"{policy}; frame-ancestors *"} | _OTHERS
    note = "".join(f"# {line}\n" for line in _HSTS)
    given_to = {FRAMED: framed} | {name: own | {_CORS: "*"} for name in OPEN}
    rules = [("/", own), *((f"/{name}", given_to.get(name.partition("/")[0], own)) for name in top)]
    netlify = ""
    for path, given in [*rules, *((f"/{name}", {"Cache-Control": _KEPT}) for name in kept)]:
        netlify += f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in given.items())
    others = "".join(f'  Header always set {name} "{value}"\n' for name, value in _OTHERS.items())
    shared = "|".join(OPEN)
    apache = (
        f'<IfModule mod_headers.c>\n  Header always set Content-Security-Policy "{own["Content-Security-Policy"]}"\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/{FRAMED}/#">\n'
        f'    Header always set Content-Security-Policy "{framed["Content-Security-Policy"]}"\n  </If>\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/({shared})/#">\n    Header always set {_CORS} "*"\n  </If>\n{others}'
        f'  Header set Cache-Control "{_SHORT}"\n'
        f'  <FilesMatch "{FINGERPRINT}">\n    Header set Cache-Control "{_KEPT}"\n  </FilesMatch>\n</IfModule>\n'
        f"<IfModule mod_mime.c>\n  AddType application/yaml .yml\n</IfModule>\n"
        f"<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n    AddOutputFilterByType DEFLATE {_TEXT_TYPES}\n"
        f"  </IfModule>\n</IfModule>\n"
        f'<IfModule mod_alias.c>\n  RedirectMatch 404 "/({NETLIFY}|{NGINX})$"\n</IfModule>\n'
        f"ErrorDocument 404 {base}404.html\n"
    )
    nginx = "".join(
        (
            "# Di dalam location situs ini: include …/header-nginx.conf;\n",
            "set $zi_bingkai \"frame-ancestors 'none'\";\n",
            f'if ($uri ~ "/{FRAMED}/") {{ set $zi_bingkai "frame-ancestors *"; }}\n',
            f'add_header Content-Security-Policy "{policy}; $zi_bingkai" always;\n',
            *(f'add_header {name} "{value}" always;\n' for name, value in _OTHERS.items()),
            "set $zi_lintas '';\n",
            f'if ($uri ~ "/({shared})/") {{ set $zi_lintas "*"; }}\n',
            f"add_header {_CORS} $zi_lintas always;\n",  # an empty header is not sent
            f'set $zi_simpan "{_SHORT}";\n',
            f'if ($uri ~ "{FINGERPRINT}") {{ set $zi_simpan "{_KEPT}"; }}\n',
            "add_header Cache-Control $zi_simpan;\n",
            "gzip on;\ngzip_comp_level 6;\ngzip_vary on;\ngzip_min_length 600;\n",
            f"gzip_types {_TEXT_TYPES.removeprefix('text/html ')};\n",
            f"error_page 404 {base}404.html;\n",
        )
    )
    return {NETLIFY: note + netlify, APACHE: note + apache, NGINX: note + nginx}
