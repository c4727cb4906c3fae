"""What rows of a plan are about: a closed list of subjects, the same for every office. Pages, blocks and the LKE ask for a
subject, never for the code of a row, which is another office's row of something else. A subject may be part of another."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, WithJsonSchema

from zona.own_data import beside
from zona.records.reading.data_error import did_you_mean
from zona.records.reading.fields import wrong


@dataclass(frozen=True)
class Tema:
    """A subject: what it is called, what it means, of which other it is a part (`induk`); and the words by which it is
    proposed: `kata` alone, `dalam_induk` where the row is known to be about that other. A weak one (`lemah`) is proposed only
    where nothing else is named."""

    kunci: str
    sebutan: str
    arti: str
    induk: str | None = None
    kata: tuple[str, ...] = ()
    dalam_induk: tuple[str, ...] = ()
    lemah: bool = False


@cache
def daftar_tema() -> dict[str, Tema]:
    """Every subject by its key, in the order of the list, in which parts follow what they are part of."""
    words = ("kata", "dalam_induk")
    found = (Tema(**item | {key: tuple(item.get(key, ())) for key in words}) for item in _list()["tema"])
    return {item.kunci: item for item in found}


@cache
def bukan_tema() -> tuple[str, ...]:
    """Words that hold the words of a subject and name none."""
    return tuple(_list()["bukan"])


@cache
def _list() -> Any:  # any: the file's own values
    return beside(__file__, "tema.yml")


def tema_hint(kunci: str) -> str:
    """What to write in place of a key that is not in the list."""
    hint = did_you_mean(kunci, daftar_tema())
    return hint if hint.startswith("maksud") else "daftarnya ada dalam panduan, “Tema aksi”"


def _known(kunci: str) -> str:
    if kunci not in daftar_tema():
        raise wrong("tema tidak dikenal", tema_hint(kunci))
    return kunci


# A key of the list; editors offer those that there are.
KunciTema = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(daftar_tema())})]


def keluarga(kunci: str) -> tuple[str, ...]:
    """A subject with everything that it is part of, itself first."""
    induk = daftar_tema()[kunci].induk
    return (kunci, *keluarga(induk)) if induk else (kunci,)


def about(own: Iterable[str], asked: Iterable[str]) -> bool:
    """Whether a row of these subjects is about one of those asked for, or about a part of one."""
    known = {name for kunci in own for name in keluarga(kunci)}
    return not known.isdisjoint(asked)
