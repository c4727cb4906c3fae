"""A code host for sending: git's own smart-HTTP program behind nginx, which asks for an access code, on 127.0.0.1."""

from __future__ import annotations

import http.server
import os
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

from support.programs import find
from support.zi_command import git

# Who may come in: a writer, another, and one that may only read.
CODES = {"ana": "kode-ana-1", "budi": "kode-budi-2", "pembaca": "kode-pembaca-3"}
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"}

NGINX = """
daemon off; master_process off; worker_processes 1; pid {work}/pid; error_log {work}/log;
events {{ worker_connections 64; }}
http {{
  access_log off; client_max_body_size 300m; proxy_request_buffering on; client_body_timeout 90s;
  client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3; uwsgi_temp_path {work}/t4;
  scgi_temp_path {work}/t5;
  map "$uri $arg_service" $asked {{ default off; ~git-receive-pack "Kode akses"; ~^/tertutup/ "Kode akses"; }}
  server {{
    listen 127.0.0.1:{port};
    auth_basic $asked; auth_basic_user_file {work}/kode;
    location / {{ proxy_pass http://127.0.0.1:{behind}; proxy_set_header X-User $remote_user; proxy_read_timeout 90s; }}
  }}
}}
"""


class GitServer:
    """The host. `terbuka` is the address of its repository that all may read, `tertutup` asks also readers for a code. `mood`
    changes how the next requests end: "hang", "vanish" (the connection breaks within a push), "portal" (a page to sign in),
    "elsewhere" (a redirect to `leads_to`), "down" (502). `seen` has every Authorization that a request came with."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.mood, self.leads_to = folder, "", ""
        self.seen: list[str] = []
        self.central = folder / "terbuka" / "pusat.git"
        folder.mkdir(parents=True)
        git(folder, "init", "--quiet", "--bare", "--initial-branch", "main", str(self.central))
        git(self.central, "config", "http.receivepack", "true")
        (folder / "tertutup").symlink_to("terbuka")
        self.bridge = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Bridge", (_Bridge,), {"host": self}))
        self.bridge.daemon_threads = True
        threading.Thread(target=self.bridge.serve_forever, daemon=True).start()
        self.port = free_port()
        lines = (f"{name}:{{PLAIN}}{code}\n" for name, code in CODES.items())
        (folder / "kode").write_text("".join(lines), encoding="utf-8")
        behind = self.bridge.server_address[1]
        (folder / "nginx.conf").write_text(NGINX.format(work=folder, port=self.port, behind=behind), encoding="utf-8")
        program = find("nginx")
        assert program, "apt install nginx-light"
        self.nginx = subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
        wait_for(self.port, self.nginx)

    def begin_again(self, begun: Path) -> None:
        """Be the host of another repository, which begins as this one; what is still at work in the last one stays there."""
        self.mood, self.leads_to, self.seen = "", "", []
        self.central = self.folder / "terbuka" / f"{len(list((self.folder / 'terbuka').iterdir()))}.git"
        shutil.copytree(begun, self.central)

    @property
    def terbuka(self) -> str:
        return f"{self.asal}/terbuka/{self.central.name}"

    @property
    def tertutup(self) -> str:
        return f"{self.asal}/tertutup/{self.central.name}"

    @property
    def direct(self) -> str:
        """The same without nginx: whoever sends must say how much, and needs no code."""
        return f"http://127.0.0.1:{self.bridge.server_address[1]}/terbuka/{self.central.name}"

    @property
    def asal(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def hook(self, name: str, text: str) -> None:
        """Give the repository a hook; an empty text takes it away."""
        path = self.central / "hooks" / name
        path.unlink(missing_ok=True)
        if text:
            path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
            path.chmod(0o755)

    def protect(self, branch: str = "main") -> None:
        """Refuse every push to a branch, as hosts do with a protected one."""
        refuse = 'echo "GH006: Protected branch update failed for $1." >&2; exit 1'
        self.hook("update", f'if [ "$1" = "refs/heads/{branch}" ]; then {refuse}; fi')

    def fsck(self) -> str:
        """What git finds wrong with the repository; nothing, if all is well."""
        command = ["git", "fsck", "--full", "--strict", "--no-dangling"]
        done = subprocess.run(command, cwd=self.central, capture_output=True, encoding="utf-8", check=False)
        return "" if done.returncode == 0 and not done.stdout.strip() else done.stdout + done.stderr

    def files(self, branch: str = "main") -> dict[str, bytes]:
        """Every file of a branch, by its path."""
        names = git(self.central, "ls-tree", "-r", "--name-only", "-z", branch).split("\0")[:-1]
        return {name: self.blob(f"{branch}:{name}") for name in names}

    def blob(self, name: str) -> bytes:
        """The bytes of one file."""
        return subprocess.run(["git", "cat-file", "blob", name], cwd=self.central, capture_output=True, check=True).stdout

    def stop(self) -> None:
        """End the servers."""
        self.nginx.terminate()
        self.nginx.wait()
        self.bridge.shutdown()
        self.bridge.server_close()
        shutil.rmtree(self.folder, ignore_errors=True)


class _Bridge(http.server.BaseHTTPRequestHandler):
    """Runs git's own program for each request, as any web server does by CGI."""

    host: GitServer

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        if self.host.mood == "vanish":
            self.rfile.read(64)
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._serve(self._body())

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _serve(self, body: bytes) -> None:
        host = self.host
        if "Authorization" in self.headers:
            host.seen.append(self.headers["Authorization"])
        if host.mood == "hang":
            time.sleep(8)
            return
        if host.mood == "portal":
            self._say(200, [("Content-Type", "text/html")], b"<!doctype html><title>Masuk WiFi</title>")
            return
        if host.mood == "elsewhere":
            self._say(302, [("Location", f"{host.leads_to}{self.path}")], b"")
            return
        if host.mood == "down":
            self._say(502, [], b"")
            return
        if self.headers.get("X-User") == "pembaca" and "git-receive-pack" in self.path:
            self._say(403, [], b"no right to write")
            return
        self._run(body)

    def _run(self, body: bytes) -> None:
        path, _, query = self.path.partition("?")
        known = ENVIRONMENT | {
            "GIT_PROJECT_ROOT": str(self.host.folder),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "REMOTE_USER": self.headers.get("X-User", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
        }
        done = subprocess.run(["git", "http-backend"], input=body, env=known, capture_output=True, check=False)
        head, _, answer = done.stdout.partition(b"\r\n\r\n")
        lines = [line.partition(": ") for line in head.decode().split("\r\n") if ": " in line]
        status = next((int(value.split()[0]) for name, _, value in lines if name == "Status"), 200)
        self._say(status, [(name, value) for name, _, value in lines if name != "Status"], answer)

    def _say(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return once the server answers."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def without_git() -> dict[str, str]:
    """The environment of a computer that has no git program, and nobody's settings of it."""
    return {"PATH": "", "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"} | {
        key: "" for key in os.environ if key.lower().endswith("_proxy")
    }
