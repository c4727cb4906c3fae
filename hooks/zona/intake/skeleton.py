"""The first files of a year and of an office: what is known is written, what is not stands empty and says so.

The data reader names each empty line of them until it is filled; nothing can be published before. Their texts stand beside
this module, each in a file as it will be written.
"""

from __future__ import annotations

from pathlib import Path

from zona.intake.yaml_text import scalar
from zona.records.capaian.capaian import BENTUK_BUKTI

FIRST_FILES = Path(__file__).with_name("first_files")


def _first(name: str, **values: object) -> str:
    return (FIRST_FILES / name).read_text(encoding="utf-8").format(**values)


def plan_file(tahun: int, plan: str | None, source: str) -> str:
    """The text of `rencana-aksi.yml`: its comment and the lines of the plan, or an empty one with an example."""
    read = f", dibaca dari {' '.join(source.split())}; cocokkan dengan naskahnya."
    asal, rencana = (". BELUM DIISI.", _first("rencana-kosong.yml", tahun=tahun)) if plan is None else (read, plan)
    return _first("rencana-aksi.yml", tahun=tahun, asal=asal, marks=_first("tanda-cetak.yml"), rencana=rencana)


def decree_file(tahun: int) -> str:
    """The text of `keputusan.yml` with nothing in it but the year."""
    return _first("keputusan.yml", tahun=tahun, marks=_first("tanda-cetak.yml"))


def office_file(*, kantor: str, kantor_lengkap: str, provinsi: str, zona_waktu: str) -> str:
    """The text of `situs.yml` for an office of these names."""
    names = {"kantor": scalar(kantor), "kantor_lengkap": scalar(kantor_lengkap), "provinsi": scalar(provinsi)}
    return _first("situs.yml", **names, zona_waktu=zona_waktu)


def git_attributes() -> str:
    """What git must know of a data folder. A PDF without compressed streams looks like text to git, which would change its
    line ends, and so its SHA-256, in a clone."""
    return _first("gitattributes") + "".join(f"*.{ending} binary\n" for ending in BENTUK_BUKTI)
