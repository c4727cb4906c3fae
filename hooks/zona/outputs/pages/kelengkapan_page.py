"""The page of what is missing: a list of tasks by role, a text of it to send, and the letters that are ready to sign."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from zona.findings.upkeep.missing import BagianPeran, Kekurangan, Sepekan, by_role, missing, since_last_week
from zona.findings.upkeep.work import Surat
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.letters import IsiSurat, letters_of
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.outputs.wording import angka, lama, tanggal


@dataclass(frozen=True)
class KelengkapanView(View, template="pages/kelengkapan.html"):
    """What is missing: all of it, the same by role, what a week changed, the letters by their names, the addresses of what was
    drawn, and the list as a text to copy."""

    semua: tuple[Kekurangan, ...]
    bagian: tuple[BagianPeran, ...]
    sepekan: Sepekan | None
    surat: dict[Surat, IsiSurat]
    tergambar: Collection[str]
    teks: str


def kelengkapan(findings: Findings, tergambar: Collection[str]) -> Page:
    """The page; `tergambar` are the addresses of what was drawn."""
    tahun, found = findings.terbaru, missing(findings)
    parts = by_role(found, findings)
    view = KelengkapanView(
        found,
        parts,
        since_last_week(tahun),
        {item.kunci: item for item in letters_of(findings)},
        tergambar,
        "\n".join(_lines(parts, findings)),
    )
    return Page(
        addresses.KELENGKAPAN,
        "Yang belum kami lengkapi",
        "Yang belum kami lengkapi di situs ini: daftar tugas, dengan perkiraan waktunya.",
        tahun.rencana_aksi.path,
        view,
        tahun.tahun,
    )


def _lines(parts: tuple[BagianPeran, ...], findings: Findings) -> Iterator[str]:
    """The list for a chat; stars make a line bold there."""
    situs = findings.situs.isi
    mark = "DATA CONTOH. " if situs.contoh else ""
    yield f"{mark}Tugas Zona Integritas {situs.kantor}, {tanggal(findings.per_tanggal)}. Menitnya perkiraan."
    for part in parts:
        yield ""
        yield f"*{part.nama}* (kira-kira {lama(part.menit)})"
        for number, kind in enumerate(part.kekurangan, 1):
            work = kind.pekerjaan
            yield f"{number}. {work.judul}: {angka(kind.kerja)} {work.satuan}, {lama(kind.menit)} ({work.tempat})"
    if root := addresses.site_address_of(situs):
        yield ""
        yield f"Rinciannya: {root}{addresses.KELENGKAPAN}"
