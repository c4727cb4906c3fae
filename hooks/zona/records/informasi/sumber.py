"""Where something was read: an address, and what kind of source that is where it is no government's site (go.id)."""

from collections.abc import Iterable
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Discriminator, Field, Tag

from zona.problems import Problem
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatWeb, Pilihan, Record
from zona.records.reading.rules import each, given

_HINT = (
    "tulis alamat: … lalu di bawahnya jenis: berita, atau jenis: lembaga bila itu situs lembaganya sendiri; "
    "selain itu, hapus: aturan cukup disebut nomornya"
)


class JenisSumber(Pilihan):
    """What a source outside go.id is: news, or the own site of an institution that has no go.id (an agency of the UN, a
    university, a foundation)."""

    BERITA = "berita"
    LEMBAGA = "lembaga", "Situs lembaga"


class Sumber(Record):
    """A source with what it is."""

    alamat: AlamatWeb = Field(description="Alamat https:// sumbernya.")
    jenis: JenisSumber | None = Field(
        None, strict=False, description="berita, atau lembaga; perlu bila alamatnya di luar go.id."
    )


def _written_as(value: object) -> str:
    return "[sumber]" if isinstance(value, dict | Sumber) else "[alamat]"


# Written as an address alone, or as an address with its kind.
SumberTertulis = Annotated[
    Annotated[AlamatWeb, Tag("[alamat]")] | Annotated[Sumber, Tag("[sumber]")], Discriminator(_written_as)
]


def address_of(sumber: str | Sumber) -> str:
    """The address of a source, however that is written."""
    return sumber if isinstance(sumber, str) else sumber.alamat


def is_official(alamat: str) -> bool:
    """Whether an address is one of the government, whose sites lie below go.id (Permenkominfo 5/2015)."""
    return f".{urlsplit(alamat).hostname or ''}".rstrip(".").endswith(".go.id")


def unlabelled(sumber: Iterable[str | Sumber], name: str) -> Found:
    """What is said of law rests on the government's sites, or says that it doesn't: each source of the list `name` that does
    neither."""
    for place, item in each(sumber, name):
        alamat, jenis = (
            (item, None) if isinstance(item, str) else (given(item, "alamat", ""), given(item, "jenis", JenisSumber.BERITA))
        )
        if alamat and jenis is None and not is_official(alamat):
            yield Problem(place, f"sumber di luar go.id ({urlsplit(alamat).hostname}) tanpa keterangan", _HINT)
