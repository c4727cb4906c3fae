"""A Python that has imported our modules, compiled their templates, and read the project's data already, and forks itself for
each command: the same code without the start of an interpreter, which is most of the time of a short command, and a third of
a build's.

Whoever calls (`WarmPython.run`, or a shell line by warm_client.py) hands over arguments, folder, environment, and its
three standard streams, and gets the exit code.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from support.warm.warm_client import call

SERVER = Path(__file__).with_name("warm_server.py")


class WarmPython:
    """The server for the project at `root`, as long as this process lives. It runs a `first` command itself, drawing nothing:
    what that read or made is there for all others. By default it looks through the data, which most commands read."""

    def __init__(self, root: Path, *first: str) -> None:
        self.socket = Path(tempfile.mkdtemp(prefix="zi-")) / "s"
        first = first or ("periksa", "--data", str(root / "data"))
        command = [sys.executable, str(SERVER), str(self.socket), str(root), *first]
        known = os.environ | {"PYTHONUTF8": "1", "ZI_KIT": "0"}
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, env=known)
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
            code = call(str(self.socket), arguments, environment, (empty.fileno(), out.fileno(), err.fileno()))
            told = []
            for stream in (out, err):
                stream.seek(0)
                told.append(stream.read().decode("utf-8").replace("\r\n", "\n"))
        return subprocess.CompletedProcess(arguments, code, *told)
