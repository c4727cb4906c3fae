"""A desk that runs as at an office: the command in a process of its own, on a computer that has no git program."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.host.git_server import without_git
from support.zi_command import clean_environment

DAY = "2026-11-24"


@contextmanager
def desk_of(root: Path, *arguments: str, day: str = DAY) -> Iterator[str]:
    """`zi.py meja` in a checkout, as long as it is needed; the address that it prints."""
    command = [sys.executable, str(root / "scripts" / "app.py"), "meja", "--tanpa-peramban", "--per-tanggal", day, *arguments]
    environment = clean_environment() | without_git() | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env=environment, cwd=root) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/\?kunci=[\w-]+", line)
            assert found, line
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
