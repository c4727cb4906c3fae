"""How long sending three pieces of evidence takes, one of them 10 MB that can't be compressed, beside git's own add, commit and
push of the same files to the same host.

Run by hand: `python tests/benchmarks/sending.py [rounds]`, with git and nginx. It asserts nothing.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "scripts"), str(TESTS.parent / "hooks")]

from support.host.git_server import CODES, GitServer
from support.host.sending_office import Begun, Office, Person
from support.zi_command import git
from zona.desk.sending.outcomes import Terkirim


def evidence(person: Person, noise: bytes) -> None:
    """Three files, the first as large as a record may hold."""
    for number in range(3):
        person.write(f"data/bukti/2026/{number}.pdf", noise if number == 0 else noise[: 500_000 * number])


def pushed(person: Person, host: GitServer) -> None:
    """The same by git itself."""
    git(person.root, "add", "--all")
    git(person.root, "commit", "--quiet", "--message", "bukti")
    address = host.terbuka.replace("://", f"://budi:{CODES['budi']}@")
    git(person.root, "push", "--quiet", address, "HEAD:main")


def main(rounds: int) -> None:
    """Send to a host of its own each round, by both; print the medians."""
    took: dict[str, list[float]] = {"kirim": [], "git": []}
    with tempfile.TemporaryDirectory() as folder:
        begun, host = Begun(Path(tempfile.mkdtemp(dir=folder))), GitServer(Path(folder) / "host")
        for number in range(rounds):
            noise = random.Random(number).randbytes(10_000_000)
            for name in took:
                office = Office(Path(tempfile.mkdtemp(dir=folder)), host, begun)
                person = office.person("ana")
                evidence(person, noise)
                start = time.perf_counter()
                if name == "git":
                    pushed(person, host)
                else:
                    assert isinstance(person.send(), Terkirim)
                took[name].append(time.perf_counter() - start)
        host.stop()
    ours, plain = (statistics.median(found) for found in took.values())
    print(f"3 evidence, 11.5 MB: {ours:.2f} s, git {plain:.2f} s, ratio {ours / plain:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
