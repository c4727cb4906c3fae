"""Security and cache headers from one source, as files for Netlify and Cloudflare, Apache and nginx. GitHub Pages and GitLab
Pages take none: there the policy in each page's <meta> is all."""

from collections.abc import Iterable

# The folder whose pages other sites may show in a frame; no other page may be framed.
FRAMED = "sematan"

# Public data without cookies: scripts of any other site may read what lies in these folders (CORS).
OPEN = ("api", "unduhan", "umpan", "kalender")
_CORS, _CSP = "Access-Control-Allow-Origin", "Content-Security-Policy"
_NOWHERE, _ANYWHERE = "frame-ancestors 'none'", "frame-ancestors *"

NETLIFY, APACHE, NGINX = "_headers", ".htaccess", "header-nginx.conf"

# Files named after their content never change: a browser may cache them permanently.
FINGERPRINT = r"\.[0-9a-f]{8}\.(css|js|svg)$"
_KEPT = "public, max-age=31536000, immutable"
# Anything else may be corrected within minutes. Netlify and Cloudflare revalidate each time by default.
_SHORT = "public, max-age=300"

# MIME types worth compressing; photos, fonts and the search index are compressed already.
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
    "# HSTS: bila seluruh domain sudah selalu HTTPS, tambahkan Strict-Transport-Security: max-age=31536000\n"
    "# (sekali peramban membacanya, HTTP tidak dapat dipakai lagi selama setahun).\n"
)


def header_files(policy: str, top: Iterable[str], kept: Iterable[str], *, base: str = "/") -> dict[str, str]:
    """The texts of the hosts' header files, by file name.

    `top` are the names in the site's root: Netlify merges the headers of all matching rules, so each top-level name gets its
    own rule, and framed pages get theirs alone. `kept` are the paths of files named after their content. `base` is the base
    path of the site, for the 404 page; Netlify and Cloudflare find that page by its name, and compress by default."""
    own, framed = f"{policy}; {_NOWHERE}", f"{policy}; {_ANYWHERE}"
    texts = {NETLIFY: _netlify(own, framed, top, kept), APACHE: _apache(own, framed, base), NGINX: _nginx(policy, base)}
    return {name: _HSTS + text for name, text in texts.items()}


def _netlify(own_policy: str, framed: str, top: Iterable[str], kept: Iterable[str]) -> str:
    own = {_CSP: own_policy} | _OTHERS
    given_to = {FRAMED: own | {_CSP: framed}} | {name: own | {_CORS: "*"} for name in OPEN}
    rules = [("/", own), *((f"/{name}", given_to.get(name.partition("/")[0], own)) for name in top)]
    rules += [(f"/{name}", {"Cache-Control": _KEPT}) for name in kept]
    return "".join(f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in given.items()) for path, given in rules)


def _apache(own: str, framed: str, base: str) -> str:
    others = "".join(f'  Header always set {name} "{value}"\n' for name, value in _OTHERS.items())
    return (
        f'<IfModule mod_headers.c>\n  Header always set {_CSP} "{own}"\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/{FRAMED}/#">\n    Header always set {_CSP} "{framed}"\n  </If>\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/({"|".join(OPEN)})/#">\n    Header always set {_CORS} "*"\n  </If>\n{others}'
        f'  Header set Cache-Control "{_SHORT}"\n'
        f'  <FilesMatch "{FINGERPRINT}">\n    Header set Cache-Control "{_KEPT}"\n  </FilesMatch>\n</IfModule>\n'
        f"<IfModule mod_mime.c>\n  AddType application/yaml .yml\n</IfModule>\n"
        f"<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n    AddOutputFilterByType DEFLATE {_TEXT_TYPES}\n"
        f"  </IfModule>\n</IfModule>\n"
        f'<IfModule mod_alias.c>\n  RedirectMatch 404 "/({NETLIFY}|{NGINX})$"\n</IfModule>\n'
        f"ErrorDocument 404 {base}404.html\n"
    )


def _nginx(policy: str, base: str) -> str:
    return "".join(
        (
            "# Di dalam location situs ini: include …/header-nginx.conf;\n",
            f'set $zi_bingkai "{_NOWHERE}";\n',
            f'if ($uri ~ "/{FRAMED}/") {{ set $zi_bingkai "{_ANYWHERE}"; }}\n',
            f'add_header {_CSP} "{policy}; $zi_bingkai" always;\n',
            *(f'add_header {name} "{value}" always;\n' for name, value in _OTHERS.items()),
            "set $zi_lintas '';\n",
            f'if ($uri ~ "/({"|".join(OPEN)})/") {{ set $zi_lintas "*"; }}\n',
            f"add_header {_CORS} $zi_lintas always;\n",  # an empty header is not sent
            f'set $zi_simpan "{_SHORT}";\n',
            f'if ($uri ~ "{FINGERPRINT}") {{ set $zi_simpan "{_KEPT}"; }}\n',
            "add_header Cache-Control $zi_simpan;\n",
            "gzip on;\ngzip_comp_level 6;\ngzip_vary on;\ngzip_min_length 600;\n",
            f"gzip_types {_TEXT_TYPES.removeprefix('text/html ')};\n",
            f"error_page 404 {base}404.html;\n",
        )
    )
