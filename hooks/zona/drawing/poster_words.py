"""The words of the posters, which stand in `poster_words.yml`. Every statement of law comes from the page of information that
the poster belongs to, and names the sources there. A test holds that these keys exist, so a statement whose source is gone
can't be printed unnoticed. Statements without a source are advice, not law."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, TypeAdapter


class PernyataanPoster(BaseModel, frozen=True, extra="forbid"):
    """One statement, and the keys of its sources."""

    teks: str
    sumber: tuple[str, ...] = ()


class BagianPoster(BaseModel, frozen=True, extra="forbid"):
    """One part of a poster: a heading over an opening and statements; steps (`langkah`) are numbered, and `kanal` shows the
    confirmed channels among `kanal` (empty: all of them). Two neighbours that are `setengah` share a row where the paper is
    wide enough."""

    judul: str
    bentuk: Literal["paragraf", "daftar", "langkah", "kanal"]
    isi: tuple[PernyataanPoster, ...] = ()
    pembuka: PernyataanPoster | None = None
    kanal: tuple[str, ...] = ()
    setengah: bool = False


class Naskah(BaseModel, frozen=True, extra="forbid"):
    """A poster's words: headline, the sentence under it, its parts, and the keys of the rules named at its foot."""

    halaman: str = ""
    judul: str
    ringkas: PernyataanPoster
    bagian: tuple[BagianPoster, ...]
    dasar_hukum: tuple[str, ...] = ()


_TEXT = Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
# By the key of the poster; the poster of what was done has numbers instead of words.
NASKAH = TypeAdapter(dict[str, Naskah]).validate_python(yaml.safe_load(_TEXT))
