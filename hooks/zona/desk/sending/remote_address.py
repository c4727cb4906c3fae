"""The address that a place to send to has: what it says, its form for the desk, and the links that follow from it."""

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import quote, unquote, urlencode, urlsplit

_SCP = re.compile(r"(?:(?P<user>[^@/:]+)@)?(?P<host>[^/:@]{2,}):(?P<path>(?!//).+)")  # git@host:owner/name
_CODE = re.compile(r"gh[pousr]_|github_pat_|glpat-")
# GitHub and GitLab ask for a name beside a code, and take any.
ANY_NAME = "x-access-token"
_HERE = ("localhost",)
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class RemoteAddress:
    """An address in its parts. `skema` is "folder" for a folder of this computer or network."""

    skema: str
    host: str
    port: int | None
    path: str
    nama: str = field(default="", repr=False)  # hosts take a code in its place
    sandi: str = field(default="", repr=False)

    @property
    def asal(self) -> str:
        """Scheme, host and port: what an access code belongs to."""
        return f"{self.skema}://{self._place}"

    @property
    def bersih(self) -> str:
        """The address without a name and a password."""
        return self.path if self.skema == "folder" else f"{self.asal}{self.path}"

    @property
    def is_private(self) -> bool:
        """Whether what is sent there can't be read on the way: https, this computer, a folder."""
        return self.skema in ("https", "folder") or (self.skema == "http" and _is_here(self.host))

    @property
    def rahasia(self) -> tuple[str, str] | None:
        """The name and the access code that stand in it, where one does: hosts take a code also in the place of a name."""
        if self.skema not in ("http", "https") or not (self.sandi or _CODE.match(self.nama)):
            return None
        return (self.nama, self.sandi) if self.sandi and not _CODE.match(self.nama) else (ANY_NAME, self.nama)

    @property
    def https(self) -> str | None:
        """The https address of the same place; None where none follows from this one."""
        return f"https://{self.host}/{self.path.strip('/')}" if self.host and self.skema != "folder" else None

    @property
    def _place(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}" if self.port else host


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in _HERE


def read_address(text: str) -> RemoteAddress:
    """An address as it stands in a repository's settings. Raises `ValueError` for what is none."""
    parts = urlsplit(text)
    if "://" in text and parts.scheme != "file":
        skema, port = parts.scheme.lower(), parts.port if parts.port != _PORTS.get(parts.scheme.lower()) else None
        return RemoteAddress(skema, parts.hostname or "", port, parts.path, _plain(parts.username), _plain(parts.password))
    if parts.scheme == "file":
        return RemoteAddress("folder", "", None, _plain(parts.path))
    if found := _SCP.fullmatch(text):
        return RemoteAddress("ssh", found["host"], None, f"/{found['path']}", found["user"] or "")
    return RemoteAddress("folder", "", None, text)


def _plain(text: str | None) -> str:
    return unquote(text or "")


def proposal_link(address: RemoteAddress, branch: str, onto: str) -> str | None:
    """Where a proposal of a branch is opened at its host; None where the host is not known."""
    page = (address.https or "").removesuffix(".git")
    if _is_github(page):
        return f"{page}/compare/{quote(onto)}...{quote(branch)}?expand=1"
    if _is_gitlab(page):
        question = {"merge_request[source_branch]": branch, "merge_request[target_branch]": onto}
        return f"{page}/-/merge_requests/new?{urlencode(question)}"
    return None


def upload_link(repositori: str, branch: str, folder: str) -> str | None:
    """Where files are put into a folder by a browser; None where the host is not known."""
    page = repositori.rstrip("/").removesuffix(".git")
    place = f"{quote(branch)}/{quote(folder)}".rstrip("/")
    if _is_github(page):
        return f"{page}/upload/{place}"
    return f"{page}/-/tree/{place}" if _is_gitlab(page) else None


def _is_github(page: str) -> bool:
    return urlsplit(page).hostname == "github.com"


def _is_gitlab(page: str) -> bool:
    return "gitlab" in (urlsplit(page).hostname or "")
