"""How an office's table is read, as a small file that people can write: where its heading stands, which printed column is what,
and what the words of time mean that no rule can read. It is proposed, corrected by the office, and kept for the next year."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from zona.intake.plan.column_words import ArtiKolom
from zona.intake.yaml_text import scalar
from zona.problems import Line, Problem
from zona.records.reading.data_error import problems_of
from zona.records.reading.fields import Record, Teks
from zona.records.reading.yaml_reader import read_yaml

LATER = "nanti"  # a decision about time, too: the row's schedule is written into the plan's file afterwards
_HEAD = """\
# Cara tabel rencana aksi kantor ini dibaca. Pakai dengan --peta; boleh Anda betulkan, lalu ulangi perintahnya.
#
# kolom: nama kolom seperti tercetak (atau hurufnya, misalnya F), lalu isinya. Yang dikenal:
#   {meanings}
# lembar: nama lembar yang dibaca; beberapa lembar yang bersama-sama satu rencana ditulis [satu, dua].
# waktu: kata waktu seperti tercetak, lalu artinya. Artinya bisa:
#   waktu yang jelas (Juli; TW I; Setiap bulan); daftar kode periode ([2027-01, 2027-TW3, 2027-01-sd-06]);
#   tanpa_tenggat (dicatat bila terjadi); atau nanti (jadwalnya ditulis kemudian di rencana-aksi.yml).
#   Sel waktu yang kosong ditulis: tidak tercetak.
"""

Arti = Annotated[ArtiKolom, Field(strict=False)]


class PetaTabel(Record):
    """The file. What it does not say is proposed."""

    lembar: Teks | Annotated[tuple[Teks, ...], Field(min_length=1)] | None = Field(
        None, description="Nama lembar yang dibaca; beberapa bila rencananya terbagi dalam beberapa lembar."
    )
    baris_judul: int | None = Field(None, ge=1, description="Baris pertama judul kolom, seperti nomor barisnya di Excel.")
    tinggi_judul: int | None = Field(None, ge=1, le=4, description="Berapa baris judul kolom itu.")
    tingkat_kelompok: int | None = Field(None, ge=1, le=6, description="Tingkat judul yang menjadi kelompok; 1 yang terluar.")
    kolom: Mapping[Teks, Arti] = Field(default_factory=dict, description="Kolom tercetak dan isinya.")
    # Any: what a decision about time may be is the plan's rule, not this file's.
    waktu: Mapping[Teks, Any] = Field(default_factory=dict, description="Kata waktu yang tidak terbaca dan artinya.")

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that are read; none where the file names none."""
        return (self.lembar,) if isinstance(self.lembar, str) else self.lembar or ()


def read_map(path: Path) -> tuple[PetaTabel, tuple[Problem[Line], ...]]:
    """The map in a file, and what is wrong with it by line."""
    document, peta = read_yaml(path, label=path.name, root=path.parent), PetaTabel()
    if not document.problems:
        try:
            peta = PetaTabel.model_validate(document.value or {})
        except ValidationError as error:
            document.take(problems_of(error, document, PetaTabel))
    return peta, tuple(document.problems)


def map_text(peta: PetaTabel) -> str:
    """The text of such a file."""
    lines = [_HEAD.format(meanings=", ".join(item.value for item in ArtiKolom)).rstrip()]
    for key in ("lembar", "baris_judul", "tinggi_judul", "tingkat_kelompok"):
        if (value := getattr(peta, key)) is not None:
            lines.append(f"{key}: {_value(value)}")
    for key, mapping in (("kolom", peta.kolom), ("waktu", peta.waktu)):
        if mapping:
            lines += ["", f"{key}:", *(map_line(name, value) for name, value in mapping.items())]
    return "\n".join(lines) + "\n"


def map_line(name: str, value: object) -> str:
    """One line below `kolom:` or `waktu:`."""
    return f"  {scalar(name)}: {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_value(item)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return scalar(str(value)) if isinstance(value, str) else str(value)
