"""A Python that has imported our modules, compiled their templates, and read the project's data already, and forks itself for
each command: the same code without the start of an interpreter, which is most of the time of a short command, and a third of
a build's.

`python warm_python.py SOCKET ROOT` serves until its standard input ends. Whoever calls (`run`, or this file as `python3` of a
shell line) hands over arguments, folder, environment, and its three standard streams, and gets the exit code.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from contextlib import redirect_stdout, suppress
from importlib import import_module
from io import StringIO
from pathlib import Path

# What a command's modules import only when they are used.
LATER = (
    "mkdocs.commands.build",
    "mkdocs.config",
    "zona.whole_site",
    "zona.delivery.search_index",
    "pagefind",
    "material",
    "PIL.Image",
    "icalendar",
    "xlsxwriter",
    "cli.last_look",
)


class WarmPython:
    """The server for the project at `root`, as long as this process lives."""

    def __init__(self, root: Path) -> None:
        self.socket = Path(tempfile.mkdtemp(prefix="zi-")) / "s"
        command = [sys.executable, __file__, str(self.socket), str(root)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, env=os.environ | {"PYTHONUTF8": "1"})
        while not self.socket.exists():
            assert self.process.poll() is None, "the warm Python did not start"
            time.sleep(0.01)

    def stop(self) -> None:
        """End the server."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()
        self.socket.unlink(missing_ok=True)
        self.socket.parent.rmdir()

    def run(self, arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a command of `zi.py` with exactly this environment, and collect what it writes."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, Path(os.devnull).open("rb") as empty:
            code = call(self.socket, arguments, environment, (empty.fileno(), out.fileno(), err.fileno()))
            told = []
            for stream in (out, err):
                stream.seek(0)
                told.append(stream.read().decode("utf-8").replace("\r\n", "\n"))
        return subprocess.CompletedProcess(arguments, code, *told)


def call(address: Path, arguments: list[str], environment: dict[str, str], streams: tuple[int, int, int]) -> int:
    """Have the server at `address` run a command in this process's folder; its exit code."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(address))
        request = json.dumps([arguments, str(Path.cwd()), environment]).encode()
        socket.send_fds(connection, [len(request).to_bytes(4, "big") + request], list(streams))
        return int.from_bytes(connection.recv(4), "big")


def serve(address: Path, root: Path) -> None:
    """Import everything, then answer until standard input ends."""
    sys.path[:0] = [str(root / "scripts"), str(root / "hooks")]
    commands = import_module("app")
    for name in (*commands.MODULES.values(), *LATER):
        import_module(name)
    templates = import_module("zona.outputs.view").environment()
    for name in templates.list_templates(["html", "svg"]):
        templates.get_template(name)
    with suppress(SystemExit), redirect_stdout(StringIO()):
        commands.zi(["periksa", "--data", str(root / "data")])  # most commands read most of these files again, unchanged
    gc.set_threshold(1_000_000)  # as `app.py` does; and what is there already is not looked at, nor copied, by any child
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address.with_suffix(".new")))
        listener.listen()
        address.with_suffix(".new").rename(address)
        while True:
            ready, _, _ = select.select([listener, sys.stdin], [], [])
            if listener not in ready:
                return
            connection, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                answer(connection, commands, root)
            connection.close()


def answer(connection: socket.socket, commands: object, root: Path) -> None:
    """The forked child: become the command, and never come back."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        text, streams, _, _ = socket.recv_fds(connection, 1 << 20, 3)
        while len(text) < 4 + int.from_bytes(text[:4], "big"):
            text += connection.recv(1 << 20)
        arguments, folder, environment = json.loads(text[4:])
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = [str(root / "scripts" / "app.py"), *arguments]
        commands.zi(arguments, prog_name="zi.py")  # type: ignore[attr-defined]
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.send((code & 0xFF).to_bytes(4, "big"))
        os._exit(code & 0xFF)


if __name__ == "__main__":
    if len(sys.argv) == 3 and not sys.argv[2].startswith("-") and "ZI_HANGAT" not in os.environ:
        serve(Path(sys.argv[1]), Path(sys.argv[2]))
    else:  # as `python3 scripts/zi.py …` of a shell line
        known = {key: value for key, value in os.environ.items() if key != "ZI_HANGAT"}
        sys.exit(call(Path(os.environ["ZI_HANGAT"]), sys.argv[2:], known, (0, 1, 2)))
