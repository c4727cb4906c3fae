"""The first files of a year and of an office, whose texts stand beside this module. What is not known stands empty, and the
data reader names it until it is filled. What one office's files say of the nation is taken over for another."""

import re
from pathlib import Path

from zona.intake.yaml_text import scalar
from zona.records.capaian.capaian import BENTUK_BUKTI
from zona.records.load import DASAR, KEPUTUSAN
from zona.records.situs import Situs

NATIONAL = ("dasar-hukum.yml", "kanal.yml", "lapor.yml")  # rules, channels, the chooser

# What a plan may rest on, by the words of the commands: of the kinds that `dasar.yml` knows, those with a name of their own.
DASAR_KEPUTUSAN, TANPA = "keputusan", "tanpa"
JENIS_DASAR = (DASAR_KEPUTUSAN, "rencana-kerja", "surat-edaran", TANPA)

_CONFIRMED = re.compile(r"^(\s*(?:- )?(?:diperiksa|penanggung_jawab):).*$", re.MULTILINE)
_TRIED = re.compile(r"(\bdicoba:) *[0-9]{4}-[0-9]{2}-[0-9]{2}")
_VALUE = re.compile(r"(\bnilai:\s*)(\"[^\"]*\"|'[^']*'|[^,}\n]+?)(?=\s*[,}\n])")
_OWN = re.compile(r"^\s*milik_kantor:\s*true\b", re.MULTILINE)


def _first(name: str, **values: object) -> str:
    return (Path(__file__).with_name("first_files") / name).read_text(encoding="utf-8").format(**values)


def plan_file(tahun: int, plan: str | None, source: str) -> str:
    """The text of `rencana-aksi.yml`: its comment and the lines of the plan, or an empty one with an example."""
    read = f", dibaca dari {' '.join(source.split())}; cocokkan dengan naskahnya."
    asal, rencana = (". BELUM DIISI.", _first("rencana-kosong.yml", tahun=tahun)) if plan is None else (read, plan)
    return _first("rencana-aksi.yml", tahun=tahun, asal=asal, marks=_first("tanda-cetak.yml"), rencana=rencana)


def basis_file(tahun: int, jenis: str) -> tuple[str, str] | None:
    """The name and the text of the file that tells what a plan rests on, as far as its kind (a key of `JENIS_DASAR`) says; None
    where nothing is written."""
    if jenis == TANPA:
        return None
    if jenis == DASAR_KEPUTUSAN:
        return KEPUTUSAN, _first(KEPUTUSAN, tahun=tahun, marks=_first("tanda-cetak.yml"))
    return DASAR, _first(DASAR, tahun=tahun, jenis=jenis.replace("-", "_"))


def office_file(**identity: str) -> str:
    """The text of `situs.yml` for an office with this `kantor`, `kantor_lengkap`, `provinsi` and `zona_waktu`."""
    return _first("situs.yml", **{key: scalar(text) for key, text in identity.items()})


def git_attributes() -> str:
    """What git must know of a data folder. A PDF without compressed streams looks like text to git, which would change its
    line ends, and so its SHA-256, in a clone."""
    return _first("gitattributes") + "".join(f"*.{ending} binary\n" for ending in BENTUK_BUKTI)


# A list of sources of which none is left.
_NO_SOURCE = re.compile(r"^( *sumber:)\n(?! *- )", re.MULTILINE)


def for_another_office(text: str, old: Situs, kantor: str, kantor_lengkap: str) -> str:
    """A national file's text for the office of these names. The first office's own words do not go along: its numbers and
    addresses become unknown, and nothing counts as confirmed. Lines that still need the new office's eye are `left_over`."""
    for before, after in ((old.kantor_lengkap, kantor_lengkap), (old.kantor, kantor)):
        text = after.join(re.split(rf"\b{re.escape(before)}\b", text))
    text = _TRIED.sub(r"\1 null", _CONFIRMED.sub(r"\1 null", text))
    parts = re.split(r"^(?=  - )", text, flags=re.MULTILINE)
    return "".join(_without_own(part, old) if _OWN.search(part) else part for part in parts)


def _without_own(block: str, old: Situs) -> str:
    """An office's own channel without its values, and without its site as a source."""
    block = _VALUE.sub(r"\1null", block)
    if old.situs_resmi:
        block = re.sub(rf"^\s*- {re.escape(old.situs_resmi.rstrip('/'))}\S*\n", "", block, flags=re.MULTILINE)
    return _NO_SOURCE.sub(r"\1 []\n", block)


def left_over(text: str, old: Situs) -> list[int]:
    """The lines, counted from 1, that still name the first office or its site."""
    words = [old.kantor, old.kantor_lengkap, *([old.situs_resmi.rstrip("/")] if old.situs_resmi else [])]
    return [number for number, line in enumerate(text.splitlines(), 1) if any(word in line for word in words)]
