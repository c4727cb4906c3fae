"""What need not be made twice: contents kept by a key in a folder that is never needed and never trusted.

A file begins with the number of its format and a SHA-256 over key and content: what is garbled, cut, stored under another key,
or of another format counts as absent. So does whatever the system refuses: without rights, space or a folder, all is made anew.
The sum finds accidents, not forgers: whoever may write here may also write the data. So nothing that is kept here is ever run;
compiled templates, which are, lie beside the code (outputs/view.py).
"""

import hashlib
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

# Raise the number with every change of how files are written here.
_FORMAT = b"zi-cache 1\n"
_HEADER = len(_FORMAT) + hashlib.sha256().digest_size
_ENDING, _UNFINISHED = ".kept", ".tmp"
_MONTH = 30 * 24 * 60 * 60  # seconds


def kept(folder: Path | None, key: str) -> bytes | None:
    """The content kept under `key`; None where there is no folder, no such file, or none that is as it was written."""
    if folder is None:
        return None
    path = _path(folder, key)
    try:
        written = path.read_bytes() if path.is_file() else b""  # opening a pipe would wait forever
    except OSError:
        return None
    content = written[_HEADER:]
    if written[:_HEADER] != _header(key, content):
        return None
    with suppress(OSError):  # a folder that may only be read serves as well
        path.touch()  # in use: see `forget_unused`
    return content


def keep(folder: Path | None, key: str, content: bytes) -> None:
    """Keep a content under `key`, where there is a folder and the system lets us. It is written beside its place and then
    renamed: two builds may share the folder, and either may be stopped."""
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=_UNFINISHED, delete=False) as stream:
            unfinished = Path(stream.name)  # closed at once: Windows renames no open file
        try:
            unfinished.write_bytes(_header(key, content) + content)
            unfinished.replace(_path(folder, key))
        finally:
            unfinished.unlink(missing_ok=True)


def maker(module: str, *packages: str) -> str:
    """What must be the same for something kept to hold, as the beginning of its key: the code of a module, by its file, and the
    versions of packages."""
    code = hashlib.sha256(Path(module).read_bytes()).hexdigest()
    return " ".join([Path(module).stem, code, *map(version, packages)])


def forget_unused(folder: Path | None) -> None:
    """Remove what was last used a month before the newest, also what a stopped run left unfinished. Posters and reports
    carry the day, so that every day brings 7 MB of new ones."""
    used: dict[Path, float] = {}
    with suppress(OSError):
        for path in folder.iterdir() if folder else ():
            if path.suffix in (_ENDING, _UNFINISHED):
                with suppress(OSError):  # another build may be removing it as well
                    used[path] = path.stat().st_mtime
    newest = max(used.values(), default=0)
    for path, moment in used.items():
        if moment < newest - _MONTH:
            with suppress(OSError):
                path.unlink()


def _path(folder: Path, key: str) -> Path:
    return folder / f"{hashlib.sha256(key.encode()).hexdigest()}{_ENDING}"


def _header(key: str, content: bytes) -> bytes:
    return _FORMAT + hashlib.sha256(key.encode() + b"\0" + content).digest()
