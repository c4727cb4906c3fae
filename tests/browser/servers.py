"""A real nginx that serves a built site as a host would: below a path, with gzip and the headers that the build wrote."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CONFIG = """
daemon off; master_process off; worker_processes 1;
pid {work}/nginx.pid; error_log {work}/error.log;
events {{ worker_connections 256; }}
http {{
  types {{
    text/html html; text/css css; text/javascript js mjs; application/json json; image/svg+xml svg; image/webp webp;
    image/jpeg jpg jpeg; image/png png; application/pdf pdf; text/xml xml; text/plain txt; application/wasm wasm;
    text/csv csv; text/calendar ics; application/xhtml+xml xhtml;
  }}
  default_type application/octet-stream;
  charset utf-8; charset_types text/css text/javascript application/json text/plain text/csv text/xml;
  access_log {work}/access.log; absolute_redirect off;
  client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3; uwsgi_temp_path {work}/t4;
  scgi_temp_path {work}/t5;
  server {{
    listen 127.0.0.1:{port};
    error_page 404 {prefix}404.html;
    location {prefix} {{ alias {site}/; index index.html; include {site}/header-nginx.conf*; }}
  }}
}}
"""


def free_port() -> int:
    """A port of the loopback address that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def nginx(program: str, site: Path, work: Path, prefix: str) -> Iterator[str]:
    """Serve the built `site` by the `program` below `prefix` on 127.0.0.1 while the block runs; gives its address.

    The headers are those of the `header-nginx.conf` in the site, if it has one. `work` is an empty folder for what nginx
    writes. It is one process that also ends when ours is killed, where the system can promise that.
    """
    port, config = free_port(), work / "nginx.conf"
    config.write_text(_CONFIG.format(work=work, site=site, port=port, prefix=prefix), encoding="utf-8")
    tied = [path, "--pdeathsig", "TERM"] if (path := shutil.which("setpriv")) else []
    command = [*tied, program, "-p", str(work), "-e", str(work / "error.log"), "-c", str(config)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port, work)
        yield f"http://127.0.0.1:{port}{prefix}"
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, work: Path) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    log = work / "error.log"
    raise RuntimeError(f"nginx does not answer: {log.read_text(encoding='utf-8') if log.exists() else ''}")
