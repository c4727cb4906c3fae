"""The first files of a year and of an office, whose texts stand beside this module. What is not known stands empty, and the
data reader names it until it is filled."""

from pathlib import Path

from zona.intake.yaml_text import scalar
from zona.records.capaian.capaian import BENTUK_BUKTI
from zona.records.paket.paket import PaketKantor
from zona.records.rencana.dasar import DITETAPKAN, JenisDasar
from zona.records.rencana.read_basis import DASAR, KEPUTUSAN

TANPA = "tanpa"  # nothing written
# What a plan may rest on, by the words of the commands: of the kinds that `dasar.yml` knows, those with a name of their own.
_KINDS = {item.value.replace("_", "-"): item.value for item in JenisDasar if item is not JenisDasar.LAIN}
JENIS_DASAR = (DITETAPKAN, *_KINDS, TANPA)


def first_text(name: str, **values: object) -> str:
    """One of the texts beside this module, with values for its braces."""
    return (Path(__file__).with_name("first_files") / name).read_text(encoding="utf-8").format(**values)


def plan_file(tahun: int, plan: str | None, source: str) -> str:
    """The text of `rencana-aksi.yml`: its comment and the lines of the plan, or an empty one with an example."""
    read = f", dibaca dari {' '.join(source.split())}; cocokkan dengan naskahnya."
    asal, rencana = (". BELUM DIISI.", first_text("rencana-kosong.yml", tahun=tahun)) if plan is None else (read, plan)
    return first_text("rencana-aksi.yml", tahun=tahun, asal=asal, marks=first_text("tanda-cetak.yml"), rencana=rencana)


def basis_file(tahun: int, jenis: str) -> tuple[str, str] | None:
    """The name and the text of the file that tells what a plan rests on, as far as its kind (one of `JENIS_DASAR`) says; None
    where nothing is written."""
    if jenis == TANPA:
        return None
    if jenis == DITETAPKAN:
        return KEPUTUSAN, first_text(KEPUTUSAN, tahun=tahun, marks=first_text("tanda-cetak.yml"))
    return DASAR, first_text(DASAR, tahun=tahun, jenis=_KINDS[jenis])


def office_file(paket: PaketKantor, **identity: str) -> str:
    """The text of `situs.yml` for an office with this `kantor`, `kantor_lengkap`, `provinsi` and `zona_waktu`; its roles are
    those that its packs know."""
    peran = "".join(f"  - {scalar(name)}\n" for name in paket.peran)
    written = {key: scalar(text) for key, text in identity.items()}
    return first_text("situs.yml", **written, paket=", ".join(paket.nama), peran=peran)


def git_attributes() -> str:
    """What git must know of an office's repository. A PDF without compressed streams looks like text to git, which would change
    its line ends, and so its SHA-256, in a clone."""
    return first_text("gitattributes") + "".join(f"*.{ending} binary\n" for ending in BENTUK_BUKTI)
