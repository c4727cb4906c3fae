"""The words of what there is to share: titles, alternative texts, captions. A picture's numbers, its alternative text and its
caption come from one place, so they can't disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.sharing import Kartu, cards_of
from zona.outputs.wording import angka, desimal, of_state, part_of, tanggal

# The longest caption: Instagram and WhatsApp fold what is longer.
KETERANGAN_TERPANJANG = 700


@dataclass(frozen=True)
class TeksKartu:
    """A picture with its words: what it shows, where its QR code leads (None: it has none), and the caption to paste beside
    it."""

    kartu: Kartu
    tampak: str
    kode_qr: str | None
    keterangan: str

    @property
    def alt(self) -> str:
        """The alternative text: all that the picture says."""
        return f"{self.tampak} {self.kode_qr}" if self.kode_qr else self.tampak


def due_sentence(hitungan: Hitungan) -> str | None:
    """What came of the deadlines that have passed; None while none has."""
    percent = hitungan.persen_jatuh_tempo
    if percent is None:
        return None
    done = f"{angka(hitungan.terpenuhi_jatuh_tempo)} terpenuhi ({desimal(percent)}%)"
    return f"Dari {angka(hitungan.jatuh_tempo)} tenggat yang sudah lewat, {done}."


def words_of(kartu: Kartu, findings: Findings) -> TeksKartu:
    """The picture with its words."""
    root = addresses.site_address_of(findings.situs.isi)
    code = f"Kode QR menuju {root}{kartu.halaman}" if root else None
    return TeksKartu(kartu, seen_in(kartu, findings), code, caption_of(kartu, findings))


def words_of_all(findings: Findings) -> tuple[TeksKartu, ...]:
    """The newest year's pictures with their words, the plan's first."""
    return tuple(words_of(kartu, findings) for kartu in cards_of(findings.terbaru))


def pictures_of(findings: Findings, pictures: Iterable[TeksKartu]) -> dict[str, TeksKartu]:
    """Which of these pictures is shown where which page is shared: each page of the newest year its own or its group's;
    the home page's is the plan's, which every other page takes too."""
    tahun = findings.terbaru
    found = {item.kartu.halaman: item for item in pictures}
    for kelompok in tahun.kelompok:
        own = found[addresses.kelompok(tahun.tahun, kelompok.kode)]
        found |= {addresses.aksi(tahun.tahun, aksi.kode): own for aksi in kelompok.aksi}
    return found | {addresses.BERANDA: found[addresses.capaian(tahun.tahun)]}


def seen_in(kartu: Kartu, findings: Findings) -> str:
    """What the picture shows, for who doesn't see it: every number in it."""
    text = "; ".join([_finding(kartu, findings), *_rest(kartu.hitungan)]) + "."
    if kartu.baris:
        months = (f"{name} {part_of(counts)}" for name, counts in kartu.baris)
        text += f" Terpenuhi menurut bulan: {', '.join(months)}."
    return text


def caption_of(kartu: Kartu, findings: Findings) -> str:
    """A caption to paste beside the picture, at most 700 characters."""
    lines = [f"{_finding(kartu, findings)}."]
    if due := due_sentence(kartu.hitungan):
        lines.append(due)
    if rest := _rest(kartu.hitungan):
        lines.append(f"Selebihnya: {', '.join(rest)}.")
    lines.append("Yang terpenuhi ada buktinya dan sudah diverifikasi; siapa pun bisa memeriksanya.")
    if root := addresses.site_address_of(findings.situs.isi):
        lines.append(f"Selengkapnya: {root}{kartu.halaman}")
    return "\n".join(lines)


def _rest(hitungan: Hitungan) -> list[str]:
    """Every other state that there is: “9 menunggu verifikasi”."""
    others = ((state, number) for state, number in hitungan.keadaan.items() if number and state is not Keadaan.TERPENUHI)
    return [f"{angka(number)} {of_state(state)}" for state, number in others]


def _finding(kartu: Kartu, findings: Findings) -> str:
    """What it is about and how far that is; sample data say what they are before anything else."""
    mark = "DATA CONTOH. " if findings.situs.isi.contoh else ""
    subject = f"{findings.situs.isi.kantor}, {shorten(kartu.pokok, 200, placeholder=' …)')}"
    day = tanggal(findings.per_tanggal)
    return f"{mark}Capaian Zona Integritas {subject}, per {day}: {part_of(kartu.hitungan)} tenggat terpenuhi"
