"""Security and cache headers from one source, as files for Netlify and Cloudflare, Apache and nginx. GitHub Pages and GitLab
Pages take none: there the policy in each page's <meta> is all."""

from collections.abc import Iterable

# The folder whose pages other sites may show in a frame; no other page may be framed.
FRAMED = "sematan"

# Public data without cookies: scripts of any other site may read what lies in these folders (CORS).
OPEN = ("api", "unduhan", "umpan", "kalender")
# What others gave: saved by whoever taps it, and nothing in it may run, whatever a browser takes it for. Pictures are shown
# within pages all the same.
EVIDENCE = "bukti"
# What other sites may show in theirs: the open data, what may be framed, the badge, and pictures of shared links.
SHOWN = (*OPEN, FRAMED, "lencana.svg", "kit")
_CORS, _CSP = "Access-Control-Allow-Origin", "Content-Security-Policy"
_CORP, _SAVED = "Cross-Origin-Resource-Policy", "Content-Disposition"
_SANDBOX = "default-src 'none'; sandbox"
_NOWHERE, _ANYWHERE = "frame-ancestors 'none'", "frame-ancestors *"

NETLIFY, APACHE, NGINX = "_headers", ".htaccess", "header-nginx.conf"

# Files named after their content never change: a browser may cache them permanently.
FINGERPRINT = r"\.[0-9a-f]{8}\.(css|js|json|svg)$"
_KEPT = "public, max-age=31536000, immutable"
# Anything else may be corrected within minutes. Netlify and Cloudflare revalidate each time by default.
_SHORT = "public, max-age=300"

# MIME types worth compressing; photos, fonts and the search index are compressed already.
_TEXT_TYPES = (
    "text/html text/css text/plain text/csv text/calendar text/xml text/javascript application/javascript application/json "
    "application/xml application/rss+xml application/atom+xml application/wasm image/svg+xml"
)

_OTHERS = {
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_ALTERNATIVES = "|".join(SHOWN).replace(".", r"\.")
_HSTS = (
    "# HSTS: bila seluruh domain sudah selalu HTTPS, tambahkan Strict-Transport-Security: max-age=31536000\n"
    "# (sekali peramban membacanya, HTTP tidak dapat dipakai lagi selama setahun).\n"
)


def header_files(policy: str, bare: str, top: Iterable[str], kept: Iterable[str], *, base: str = "/") -> dict[str, str]:
    """The texts of the hosts' header files, by file name.

    `policy` is what any page may do, and `bare` what those may that others frame; a page's own `<meta>` narrows it further.
    `top` are the names in the site's root: Netlify merges the headers of all matching rules, so each top-level name gets its
    own rule, and framed pages get theirs alone. `kept` are the paths of files named after their content. `base` is the base
    path of the site, for the 404 page; Netlify and Cloudflare find that page by its name, and compress by default."""
    own, framed = f"{policy}; {_NOWHERE}", f"{bare}; {_ANYWHERE}"
    texts = {NETLIFY: _netlify(own, framed, top, kept), APACHE: _apache(own, framed, base), NGINX: _nginx(own, framed, base)}
    return {name: _HSTS + text for name, text in texts.items()}


def _netlify(own_policy: str, framed: str, top: Iterable[str], kept: Iterable[str]) -> str:
    own = {_CSP: own_policy, _CORP: "same-origin"} | _OTHERS
    given_to = {name: own | {_CORP: "cross-origin"} for name in SHOWN}
    given_to |= {FRAMED: given_to[FRAMED] | {_CSP: framed}, EVIDENCE: own | {_CSP: _SANDBOX, _SAVED: "attachment"}}
    given_to |= {name: given_to[name] | {_CORS: "*"} for name in OPEN}
    rules = [("/", own), *((f"/{name}", given_to.get(name.partition("/")[0], own)) for name in top)]
    rules += [(f"/{name}", {"Cache-Control": _KEPT}) for name in kept]
    return "".join(f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in given.items()) for path, given in rules)


def _apache(own: str, framed: str, base: str) -> str:
    others = "".join(f'  Header always set {name} "{value}"\n' for name, value in _OTHERS.items())
    return (
        f'<IfModule mod_headers.c>\n  Header always set {_CSP} "{own}"\n'
        f'  Header always set {_CORP} "same-origin"\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/({_ALTERNATIVES})(/|$)#">\n    Header always set {_CORP} "cross-origin"\n  </If>\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/{FRAMED}/#">\n    Header always set {_CSP} "{framed}"\n  </If>\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/{EVIDENCE}/#">\n    Header always set {_CSP} "{_SANDBOX}"\n'
        f'    Header always set {_SAVED} "attachment"\n  </If>\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/({"|".join(OPEN)})/#">\n    Header always set {_CORS} "*"\n  </If>\n{others}'
        f'  Header set Cache-Control "{_SHORT}"\n'
        f'  <FilesMatch "{FINGERPRINT}">\n    Header set Cache-Control "{_KEPT}"\n  </FilesMatch>\n</IfModule>\n'
        f"<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n    AddOutputFilterByType DEFLATE {_TEXT_TYPES}\n"
        f"  </IfModule>\n</IfModule>\n"
        f'<IfModule mod_alias.c>\n  RedirectMatch 404 "/({NETLIFY}|{NGINX})$"\n</IfModule>\n'
        f"ErrorDocument 404 {base}404.html\n"
    )


def _nginx(own: str, framed: str, base: str) -> str:
    return "".join(
        (
            "# Di dalam location situs ini: include …/header-nginx.conf;\n",
            f"set $zi_aturan \"{own}\";\nset $zi_simpanan '';\n",
            f'if ($uri ~ "/{FRAMED}/") {{ set $zi_aturan "{framed}"; }}\n',
            f'if ($uri ~ "/{EVIDENCE}/") {{ set $zi_aturan "{_SANDBOX}"; set $zi_simpanan "attachment"; }}\n',
            f"add_header {_CSP} $zi_aturan always;\nadd_header {_SAVED} $zi_simpanan always;\n",
            f'set $zi_asal "same-origin";\nif ($uri ~ "/({_ALTERNATIVES})(/|$)") {{ set $zi_asal "cross-origin"; }}\n',
            f"add_header {_CORP} $zi_asal always;\n",
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
