"""The site's own address stands in the configuration of servers: nginx itself is asked what it makes of it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pydantic import TypeAdapter, ValidationError
from support.programs import advice, find
from zona.delivery.headers import NGINX, header_files
from zona.outputs.scripts import bare_policy, policy
from zona.records.reading.fields import AlamatSitus

HOSTILE = (
    "/a;internal;/", "/a; return 200 x;/", "/$http_cookie/", "/a}location /x{stub_status;}/", "/a\n;stub_status;/", "/a#b/",
    "/a?b=;c", "/'a/", '/"a/', "/a b/", "/a\\/", "/{a}/", "/%0a;internal;/", "/a,b/", "/(a|b)/", "/é/", "/a&b/", "/~^(.*)$/",
    ":443;internal;/", "/..;/", "/\u2028a/", "/`id`/", "/a/*b*/",
)  # fmt: skip
GOOD = ("", "/", "/zi", "/zi/", "/situs_zi/2026-1/~a.b/", ":443/zi/", "/../zi/", "/a/b/c")
CONF = """
pid {work}/pid; error_log {work}/log;
events {{ worker_connections 8; }}
http {{ access_log off; client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3;
  uwsgi_temp_path {work}/t4; scgi_temp_path {work}/t5;
  server {{ listen 127.0.0.1:18080; location / {{ include {work}/{name}; }} }} }}
"""


def accepted(address: str) -> bool:
    """Whether situs.yml may give the address."""
    try:
        TypeAdapter(AlamatSitus).validate_python(address)
    except ValidationError:
        return False
    return True


def nginx_takes(work: Path, base: str) -> bool:
    """Whether nginx takes the rules for a site below this path, and they say of the 404 page just this path."""
    program = find("nginx")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(advice("nginx"))
    text = header_files(policy(), bare_policy(), ["index.html"], [], base=base)[NGINX]
    (work / NGINX).write_text(text, encoding="utf-8")
    (work / "conf").write_text(CONF.format(work=work, name=NGINX), encoding="utf-8")
    command = [program, "-t", "-q", "-p", str(work), "-e", str(work / "log"), "-c", str(work / "conf")]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("path", HOSTILE)
def test_hostile_addresses_are_refused(path: str) -> None:
    """No address with a sign that means something to a server comes as far as its configuration."""
    assert not accepted(f"https://zi.contoh.go.id{path}")


@pytest.mark.parametrize("path", GOOD)
def test_nginx_takes_every_address_that_passes(path: str, tmp_path: Path) -> None:
    """What passes is a path to nginx, and nothing else."""
    address = f"https://zi.contoh.go.id{path}"
    assert accepted(address)
    assert nginx_takes(tmp_path, urlsplit(address).path or "/")


@pytest.mark.parametrize("path", ["/a;internal;/", "/a}location /x{", "/{a}/"])
def test_nginx_would_refuse_others(path: str, tmp_path: Path) -> None:
    """Without the check such an address breaks the whole server's configuration: the question to nginx can be answered no."""
    assert not nginx_takes(tmp_path, path)
