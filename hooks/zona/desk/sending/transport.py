"""The way to the place and back: fetched and pushed by dulwich, every failure one of the outcomes."""

import re
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from typing import Any

from dulwich.client import (
    GitClient,
    HTTPProxyUnauthorized,
    HTTPUnauthorized,
    LocalGitClient,
    Urllib3HttpGitClient,
    default_urllib3_manager,
)
from dulwich.config import ConfigFile, StackedConfig
from dulwich.errors import GitProtocolError, NotGitRepository, SendPackError
from dulwich.objects import ObjectID
from dulwich.pack import UnpackedObject
from dulwich.refs import Ref
from dulwich.repo import Repo
from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util.retry import Retry

from zona.desk.sending.outcomes import (
    Gagal,
    KodeDitolak,
    PerluAlamatHttps,
    PerluKode,
    RiwayatRusak,
    Stopped,
    TanpaJaringan,
    TempatDiam,
    TempatHilang,
    TempatMenolak,
    TempatPindah,
    TempatTerputus,
    TempatTidakAman,
)
from zona.desk.sending.remote_address import RemoteAddress
from zona.desk.sending.vault import Akses

_UNREACHED = (NewConnectionError, NameResolutionError, ConnectTimeoutError, ProxyError)
# How hosts say that somebody else was faster; whatever else they say is a refusal.
_FASTER = (
    "non-fast-forward",
    "fetch first",
    "stale info",
    "incorrect old value",
    "failed to update ref",
    "lock ref",
    "failed to lock",
)


# A request up to this size is sent with its length: offices' proxies, and some hosts, refuse one of unknown length.
_WHOLE = b"256m"


class Elsewhere(HTTPError):
    """The place leads to another host, where neither the code nor the data may go: its address."""


class _StayingPool(PoolManager):
    """Connections that follow no redirect to another scheme, host or port."""

    asal = ""

    def urlopen(self, method: str, url: str, redirect: bool = True, **given: Any) -> BaseHTTPResponse:  # type: ignore[override]
        if not url.startswith(f"{self.asal}/"):  # redirects are followed through here too
            raise Elsewhere(url)
        return super().urlopen(method, url, redirect, **given)


class _StayingProxy(ProxyManager, _StayingPool):
    """The same through an office's proxy."""


class Moved(Exception):
    """Somebody sent to the branch meanwhile."""


class Forbidden(Exception):
    """The place does not take this branch: what it said."""


class Transport:
    """A place to send to. Each act raises `Stopped`."""

    def __init__(self, repo: Repo, address: RemoteAddress, akses: Akses | None, patience: float) -> None:
        """`patience` is how many seconds it may say nothing."""
        if not address.is_private:
            raise Stopped(PerluAlamatHttps(address.bersih, address.https))
        self.address = address
        self._repo, self._akses, self._patience = repo, akses, patience
        self._path = address.path.encode() if address.skema == "folder" else b""
        self._client: GitClient = LocalGitClient() if address.skema == "folder" else self._over_http()

    def _over_http(self) -> Urllib3HttpGitClient:
        whole = ConfigFile()
        whole.set((b"http",), b"postBuffer", _WHOLE)
        config = StackedConfig([whole, *self._repo.get_config_stack().backends])
        url = self.address.bersih
        pool = default_urllib3_manager(config, _StayingPool, _StayingProxy, url, self._patience)
        assert isinstance(pool, _StayingPool)
        pool.asal = self.address.asal
        # Every failure is told at once: pressing again is the second try.
        pool.connection_pool_kw["retries"] = Retry(total=5, connect=0, read=0, other=0, redirect=5)
        nama, kode = (self._akses.nama, self._akses.kode) if self._akses else (None, None)
        return Urllib3HttpGitClient(
            url, pool_manager=pool, config=config, username=nama, password=kode, timeout=self._patience, quiet=True
        )

    def close(self) -> None:
        """End the connections."""
        self._client.close()
        pool = getattr(self._client, "pool_manager", None)
        if pool is not None:
            pool.clear()

    def fetch(self, branch: str) -> ObjectID | None:
        """Bring what a branch of the place holds; the commit that it is at, None where there is no such branch."""
        ref = Ref(f"refs/heads/{branch}".encode())

        def wants(refs: Mapping[Ref, ObjectID], depth: int | None = None) -> list[ObjectID]:  # noqa: ARG001
            found = refs.get(ref)
            return [found] if found and found not in self._repo.object_store else []

        with self._told():
            return self._client.fetch(self._path, self._repo, determine_wants=wants, ref_prefix=[ref]).refs.get(ref)

    def try_access(self) -> None:
        """Ask for what only those may see who may send; change nothing."""
        with self._told():
            self._client.send_pack(self._path, lambda _: {}, self._packed)

    def push(self, commit: ObjectID, branch: str, expected: ObjectID | None) -> None:
        """Have a branch that is at `expected` (None: not there) be at this commit. Raises `Moved` where it is elsewhere,
        `Forbidden` where the place's rules forbid it."""
        ref = Ref(f"refs/heads/{branch}".encode())
        said: list[bytes] = []

        def update(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
            if refs.get(ref) not in (expected, commit):
                raise Moved
            return {ref: commit}

        with self._told():
            done = self._client.send_pack(self._path, update, self._packed, progress=said.append)
        answer = (done.ref_status or {}).get(ref)
        if answer and any(word in answer for word in _FASTER):
            raise Moved
        if answer:
            raise Forbidden("\n".join((answer, b"".join(said).decode("utf-8", "replace").strip())).strip())

    def _packed(
        self, have: Set[ObjectID], want: Set[ObjectID], *, ofs_delta: bool = True, progress: object = None
    ) -> tuple[int, Iterator[UnpackedObject]]:
        """What is to be sent. Nobody listens to its progress."""
        del progress
        try:
            return self._repo.generate_pack_data(set(have), set(want), ofs_delta=ofs_delta)
        except KeyError as error:  # no fault of the place
            raise Stopped(RiwayatRusak(repr(error))) from error

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except HTTPUnauthorized:
            raise Stopped(self._unauthorized()) from None
        except NotGitRepository:
            raise Stopped(TempatHilang(self.address.bersih)) from None
        except SendPackError as error:
            raise Stopped(TempatMenolak(str(error))) from None
        except (GitProtocolError, HTTPError, HTTPProxyUnauthorized, ConnectionError) as error:
            raise Stopped(self._failed(error)) from None
        except (ValueError, AssertionError, KeyError, NotImplementedError) as error:
            # What answered speaks another language: a page to sign in to a network, a site that moved.
            raise Stopped(TempatHilang(self.address.bersih)) from error

    def _unauthorized(self) -> Gagal:
        asal = self.address.asal
        return KodeDitolak(asal, tanpa_hak=False) if self._akses else PerluKode(asal)

    def _failed(self, error: Exception) -> Gagal:
        causes = list(_causes(error))
        if elsewhere := next((cause for cause in causes if isinstance(cause, Elsewhere)), None):
            return TempatPindah(str(elsewhere))
        if any(isinstance(cause, SSLError) for cause in causes):
            return TempatTidakAman()
        if any(isinstance(cause, _UNREACHED) for cause in causes):
            return TanpaJaringan()
        if any(isinstance(cause, (ReadTimeoutError, TimeoutError)) for cause in causes):
            return TempatDiam(self._patience)
        status = re.search(r"unexpected http resp (\d+)", str(error))
        if status and status[1] == "403":
            return KodeDitolak(self.address.asal, tanpa_hak=True) if self._akses else PerluKode(self.address.asal)
        if status and status[1][0] == "4":
            return TempatMenolak(f"HTTP {status[1]}")
        return TempatTerputus()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error, and what it came from."""
    while error is not None:
        yield error
        if isinstance(error, MaxRetryError) and error.reason:
            yield error.reason
        error = error.__cause__ or error.__context__
