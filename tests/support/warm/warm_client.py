"""A command handed to a warm Python (see warm_python.py), and the `python3` of a code host's shell lines, which does nothing
else. It starts anew for each line, so it imports little: pathlib and json would take as long as all else."""

import marshal
import os
import socket
import sys


def call(address: str, arguments: list[str], environment: dict[str, str], streams: tuple[int, int, int]) -> int:
    """Have the server at `address` run a command in this process's folder; its exit code."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(address)
        request = marshal.dumps((arguments, os.getcwd(), environment))  # noqa: PTH109
        socket.send_fds(connection, [len(request).to_bytes(4, "big") + request], list(streams))
        return int.from_bytes(connection.recv(4), "big")


if __name__ == "__main__":  # as `python3 scripts/zi.py …`
    known = {key: value for key, value in os.environ.items() if key != "ZI_HANGAT"}
    sys.exit(call(os.environ["ZI_HANGAT"], sys.argv[2:], known, (0, 1, 2)))
