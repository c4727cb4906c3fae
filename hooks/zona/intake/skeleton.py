"""The first files of a year and of an office, whose texts stand beside this module. What is not known stands empty, and the
data reader names it until it is filled."""

from pathlib import Path

from zona.intake.yaml_text import scalar
from zona.records.capaian.capaian import BENTUK_BUKTI
from zona.records.paket.paket import PaketKantor


def _first(name: str, **values: object) -> str:
    return (Path(__file__).with_name("first_files") / name).read_text(encoding="utf-8").format(**values)


def plan_file(tahun: int, plan: str | None, source: str) -> str:
    """The text of `rencana-aksi.yml`: its comment and the lines of the plan, or an empty one with an example."""
    read = f", dibaca dari {' '.join(source.split())}; cocokkan dengan naskahnya."
    asal, rencana = (". BELUM DIISI.", _first("rencana-kosong.yml", tahun=tahun)) if plan is None else (read, plan)
    return _first("rencana-aksi.yml", tahun=tahun, asal=asal, marks=_first("tanda-cetak.yml"), rencana=rencana)


def decree_file(tahun: int) -> str:
    """The text of `keputusan.yml` with nothing in it but the year."""
    return _first("keputusan.yml", tahun=tahun, marks=_first("tanda-cetak.yml"))


def office_file(paket: PaketKantor, **identity: str) -> str:
    """The text of `situs.yml` for an office with this `kantor`, `kantor_lengkap`, `provinsi` and `zona_waktu`; its roles are
    those that its packs know."""
    peran = "".join(f"  - {scalar(name)}\n" for name in paket.peran)
    written = {key: scalar(text) for key, text in identity.items()}
    return _first("situs.yml", **written, paket=", ".join(paket.nama), peran=peran)


def git_attributes() -> str:
    """What git must know of a data folder. A PDF without compressed streams looks like text to git, which would change its
    line ends, and so its SHA-256, in a clone."""
    return _first("gitattributes") + "".join(f"*.{ending} binary\n" for ending in BENTUK_BUKTI)
