"""Serves as the warm Python of warm_python.py: `python warm_server.py SOCKET ROOT COMMAND…`, until standard input ends."""

from __future__ import annotations

import gc
import marshal
import os
import select
import signal
import socket
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout, suppress
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


def serve(address: Path, root: Path, first: list[str]) -> None:
    """Import everything and run the first command, then answer until standard input ends."""
    sys.path[:0] = [str(root / "scripts"), str(root / "hooks")]
    commands = import_module("app")
    for name in (*commands.MODULES.values(), *LATER):
        import_module(name)
    templates = import_module("zona.outputs.view").environment()
    for name in templates.list_templates(["html", "svg"]):
        templates.get_template(name)
    with suppress(SystemExit), redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        commands.zi(first)
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
        arguments, folder, environment = marshal.loads(text[4:])
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
    serve(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
