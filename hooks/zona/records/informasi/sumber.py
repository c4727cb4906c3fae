"""Where something was read: an address alone, or with the kind of page that it is, where that is no official one."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from zona.records.reading.fields import AlamatWeb, Pilihan, Record


class JenisSumber(Pilihan):
    """What kind of page a source is, where it belongs to no institution."""

    BERITA = "berita"


class SumberBerjenis(Record):
    """A source with its kind."""

    alamat: AlamatWeb = Field(description="Alamat https:// sumbernya.")
    jenis: JenisSumber = Field(strict=False, description="berita bila sumbernya media, bukan lembaga.")


def _written_as(value: object) -> str:
    return "[berjenis]" if isinstance(value, dict | SumberBerjenis) else "[alamat]"


# How it is written decides what it must be, so that only that is asked for.
Sumber = Annotated[
    Annotated[AlamatWeb, Tag("[alamat]")] | Annotated[SumberBerjenis, Tag("[berjenis]")], Discriminator(_written_as)
]


def addresses_of(sumber: Iterable[str | SumberBerjenis]) -> tuple[str, ...]:
    """The addresses of sources, whatever their kind."""
    return tuple(item if isinstance(item, str) else item.alamat for item in sumber)
