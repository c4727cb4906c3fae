"""Where something was read: an address alone, or with the kind of page that it is, where that is no government's (go.id)."""

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


class SumberBerjenis(Record):
    """A source with its kind."""

    alamat: AlamatWeb = Field(description="Alamat https:// sumbernya.")
    jenis: JenisSumber = Field(
        strict=False, description="berita bila sumbernya media; lembaga bila situs lembaga di luar go.id."
    )


def _written_as(value: object) -> str:
    return "[berjenis]" if isinstance(value, dict | SumberBerjenis) else "[alamat]"


# How it is written decides what it must be, so that only that is asked for.
Sumber = Annotated[
    Annotated[AlamatWeb, Tag("[alamat]")] | Annotated[SumberBerjenis, Tag("[berjenis]")], Discriminator(_written_as)
]


def address_of(sumber: str | SumberBerjenis) -> str:
    """The address of a source, however that is written."""
    return sumber if isinstance(sumber, str) else sumber.alamat


def is_official(alamat: str) -> bool:
    """Whether an address is one of the government, whose sites lie below go.id (Permenkominfo 5/2015)."""
    return f".{urlsplit(alamat).hostname or ''}".rstrip(".").endswith(".go.id")


def unlabelled(sumber: Iterable[str | Record], name: str) -> Found:
    """What is said of law rests on the government's sites, or says that it doesn't: each source of the list `name` that does
    neither."""
    for place, item in each(sumber, name):
        alamat, kind = (
            (item, None) if isinstance(item, str) else (given(item, "alamat", ""), given(item, "jenis", JenisSumber.BERITA))
        )
        if alamat and kind is None and not is_official(alamat):
            yield Problem(place, f"sumber di luar go.id ({urlsplit(alamat).hostname}) tanpa keterangan", _HINT)
