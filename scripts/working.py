"""What goes on, on one line of a terminal. Standard library only: it is also shown while the environment is made."""

import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SOON, OFTEN = 0.5, 0.2  # seconds: what is done before the first shows nothing


@contextmanager
def working(what: Callable[[], str]) -> Iterator[None]:
    """While it runs, show what `what` says, and for how many seconds, on one line of standard error, which is wiped at the end;
    nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    done, start = threading.Event(), time.monotonic()

    def show() -> None:
        wait = SOON
        while not done.wait(wait):
            _rewrite(f"{what()} … {time.monotonic() - start:.0f} detik")
            wait = OFTEN
        _rewrite("")

    line = threading.Thread(target=show)
    line.start()
    try:
        yield
    finally:
        done.set()
        line.join()


def _rewrite(text: str) -> None:
    """Put the text in place of the line, cut to the terminal's width: a longer one would leave its beginning behind."""
    width = shutil.get_terminal_size().columns - 1
    sys.stderr.write(f"\r{text[:width].ljust(width)}\r{text[:width]}")
    sys.stderr.flush()
