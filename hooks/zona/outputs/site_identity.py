"""Where the site is published and its data are kept, and under which licence its data are."""

from __future__ import annotations

from zona.records.situs import Situs


def site_address_of(situs: Situs) -> str:
    """Where the site is published, with one "/" at the end; empty where it is not known."""
    return f"{situs.alamat_situs.rstrip('/')}/" if situs.alamat_situs else ""


def repository_address(repositori: str | None, place: str) -> str | None:
    """A place in the repository at its host; GitLab puts it behind "-/". None where the repository is not known."""
    return f"{repositori.rstrip('/')}/{'-/' if 'gitlab' in repositori else ''}{place}" if repositori else None


def licence_address(lisensi: str) -> str:
    """Where a licence of the SPDX list can be read."""
    return f"https://spdx.org/licenses/{lisensi}.html"
