"""Kinds of values that records are made of: text, web address, codes. Errors are given in Indonesian."""

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from zona.records.informasi.kontak_nasional import look_alike
from zona.records.reading.rules import HOLES, Hole, record_with_holes, value_or_hole
from zona.records.rencana.jadwal import POLA_PERIODE
from zona.records.rencana.kode import KODE_AKSI, NUMERALS, ROMAN

# Letters of other scripts, which look like ours, stand in no host that people are sent to.
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?")
_SLUG = r"(?=.{1,60}\Z)[a-z0-9]+(-[a-z0-9]+)*"


class Pilihan(StrEnum):
    """A word of a closed list, given as `NAME = "word", "label", "meaning"`: `label` is what citizens see; without it, the word
    itself. `arti` is what the method page says of it."""

    label: str
    arti: str

    def __new__(cls, word: str, label: str = "", arti: str = "") -> Self:
        """The member, by its word alone."""
        item = str.__new__(cls, word)
        item._value_ = word
        item.label = label or word.replace("_", " ").capitalize()
        item.arti = arti
        return item


class Record(BaseModel):
    """Something that a person wrote in a data file: frozen, closed to unknown keys, strict about types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)
    # Of what a whole file is: the keys under which official contacts stand, which are no personal data.
    kunci_kontak: ClassVar[tuple[str, ...]] = ()

    def must_agree(self) -> None:
        """Raise what `wrong` makes where the record's own values don't fit together. A record with holes is not asked."""

    @classmethod
    def as_far_as_valid(cls, value: object) -> Self:
        """What of a value is valid: a record that has holes, for checks only."""
        return cls.model_validate(value, context=HOLES)

    _value = field_validator("*", mode="wrap")(value_or_hole)

    @model_validator(mode="wrap")
    @classmethod
    def _record(cls, value: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if info.context is HOLES:
            return record_with_holes(cls, value, handler)
        record = handler(value)
        record.must_agree()
        return record

    if not TYPE_CHECKING:  # a type checker would take every name for one that there is

        def __getattr__(self, name: str) -> object:
            if name in type(self).model_fields:
                raise Hole(name)
            return super().__getattr__(name)


def wrong(masalah: str, saran: str) -> PydanticCustomError:
    """An error that the person who wrote the value will read as it stands: what is wrong, and what to write instead."""
    return PydanticCustomError("zona", "{masalah} | {saran}", {"masalah": masalah, "saran": saran})


def _no_hidden_signs(text: str) -> str:
    """Signs that reverse or hide text could make a page say something else than the file."""
    for sign in "" if text.isprintable() else text:
        if unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs") and sign not in "\n\t\u200d\u200c\u00ad":
            raise wrong(f"ada tanda tersembunyi U+{ord(sign):04X}", "ketik ulang teksnya di editor biasa")
    return text


def web_address(text: str) -> str:
    """The address itself. Raises `PydanticCustomError` unless it is a plain https address that is no look-alike."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        plain = parts.scheme == "https" and not (parts.username or parts.password) and port in (None, 443)
    except ValueError:
        plain = False
    if not plain or not _HOST.fullmatch(host) or re.search(r"[\s<>\"'\\^`{|}]", text):
        raise wrong("alamat web tidak sah", "tulis alamat lengkap yang diawali https://, tanpa spasi")
    if why := look_alike(host):
        raise wrong("alamat tiruan", why)
    return text


def of_form(form: str | re.Pattern[str], masalah: str, saran: str) -> AfterValidator:
    """The check that a text has a form; of another it says what is wrong, and how to write it."""

    def check(text: str) -> str:
        if not re.fullmatch(form, text):
            raise wrong(masalah, saran)
        return text

    return AfterValidator(check)


def _aksi(text: str) -> str:
    if not re.fullmatch(KODE_AKSI, text):
        hint = "tulis seperti I.3 atau I.4.a"
        if near := re.fullmatch(rf"({ROMAN})[. ]?([1-9][0-9]?)[. ]?([a-z]?)", text.strip(), re.IGNORECASE):
            hint = f"maksud Anda “{'.'.join(filter(None, (near[1].upper(), near[2], near[3].lower())))}”?"
        raise wrong("kode aksi tidak sah", hint)
    return text


def _periode(text: str) -> str:
    if not re.fullmatch(POLA_PERIODE, text):
        raise wrong("kode periode tidak sah", "tulis seperti 2026-07, 2026-TW1, atau 2026-01-sd-03")
    first, _, last = text[5:].partition("-sd-")
    if last and first >= last:
        raise wrong("rentang periode terbalik", "tulis bulan awal lalu bulan akhir, seperti 2026-01-sd-03")
    return text


# A field that narrows one of these writes it so: Annotated[Teks, Field(max_length=80)]. Behind “=”, Field's limit would yield.
Teks = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000), AfterValidator(_no_hidden_signs)]
AlamatWeb = Annotated[str, StringConstraints(max_length=300), AfterValidator(web_address)]
# It stands in the configuration of servers, where other signs would be commands.
AlamatSitus = Annotated[
    AlamatWeb,
    of_form(
        r"https://[A-Za-z0-9.-]+(:443)?(/[A-Za-z0-9._~-]+)*/?",
        "alamat situs memuat tanda yang tidak bisa dipakai",
        "pakai huruf, angka, titik, garis miring, dan tanda hubung saja, misalnya https://zi.contoh.go.id/zi/",
    ),
]
Kunci = Annotated[str, of_form(_SLUG, "kunci tidak sah", "pakai huruf kecil, angka, dan tanda hubung, misalnya uu-20-2001")]
KodeKelompok = Annotated[str, of_form("|".join(NUMERALS), "kode kelompok tidak sah", "tulis angka Romawi, misalnya IV")]
KodeAksi = Annotated[str, AfterValidator(_aksi)]
KodePeriode = Annotated[str, AfterValidator(_periode)]
