"""Access codes: in the system's own keyring where it has a safe one, else in the memory of this process; never in a file."""

import json
from dataclasses import dataclass, field
from typing import Protocol

_SERVICE = "zona-integritas"


@dataclass(frozen=True)
class Akses:
    """A user's name at a host, and the access code, which no printed form shows."""

    nama: str
    kode: str = field(repr=False)


class Keyring(Protocol):
    """What the `keyring` package's backends can do, as far as it is needed."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""


class Vault:
    """The access codes by origin (scheme, host and port). A keyring that fails, or none, costs that codes last only for this
    process."""

    def __init__(self, keyring: Keyring | None = None) -> None:
        self._keyring = keyring
        self._memory: dict[str, Akses] = {}

    def get(self, asal: str) -> Akses | None:
        """The access for an origin; None where none is known."""
        if asal not in self._memory and self._keyring:
            try:
                kept = self._keyring.get_password(_SERVICE, asal)
                nama, kode = json.loads(kept) if kept else ("", "")
            except Exception:  # a locked keyring, a service that is gone, an entry of another hand: each backend has its own
                return None
            return Akses(nama, kode) if kode else None
        return self._memory.get(asal)

    def put(self, asal: str, akses: Akses) -> bool:
        """Keep the access for an origin; whether it outlasts this process."""
        self._memory[asal] = akses
        if not self._keyring:
            return False
        try:
            self._keyring.set_password(_SERVICE, asal, json.dumps([akses.nama, akses.kode]))
        except Exception:  # as above
            return False
        return True


def system_vault() -> Vault:
    """The codes of whoever is signed in to this computer. Only the system's own keyrings count: others write files."""
    from keyring.backend import get_all_keyring

    own = ("keyring.backends.Windows", "keyring.backends.macOS", "keyring.backends.SecretService", "keyring.backends.kwallet")
    found = [item for item in get_all_keyring() if type(item).__module__.startswith(own) and item.priority >= 1]
    return Vault(max(found, key=lambda item: item.priority, default=None))
