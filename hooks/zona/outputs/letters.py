"""Letters that the office signs, made of what only the owner of its plan can settle. `zona.drawing` draws them; their words
are also published as plain text. What the data don't say (number, date, who signs) stays open for a pen."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from zona.findings.keadaan import LATE
from zona.findings.upkeep.copied_groups import BarisSalinan, copied_groups
from zona.findings.upkeep.doubts import Pertanyaan, doubts_of
from zona.findings.upkeep.work import Surat
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import angka, listing, tanggal
from zona.records.informasi.kanal import JenisCara
from zona.records.rencana.keputusan import JenisCatatan

TITIK = "…" * 12  # what a pen fills in
_WIDTH = 78  # signs in a line of plain text
_ASKED = {
    JenisCatatan.KERAGUAN: "Mohon penegasannya.",
    JenisCatatan.TAK_TERBACA: "Apa bunyinya dalam naskah asli?",
    JenisCatatan.SUSUNAN: "Benarkah susunannya begitu?",
}


@dataclass(frozen=True)
class IsiSurat:
    """A letter's words. `kop` are the letterhead's lines below the office's name; `lampiran` is a table with a last column for
    the answer, whose cells are under the names in `kolom`."""

    tahun: int
    kunci: Surat
    kop: tuple[str, ...]
    tempat: str
    hal: str
    kepada: str
    isi: tuple[str, ...]
    judul_lampiran: str
    kolom: tuple[str, ...]
    lampiran: tuple[tuple[str, ...], ...]

    def alamat(self, bentuk: str) -> str:
        """Where the letter is published as `pdf` or `txt`."""
        return addresses.surat(self.tahun, self.kunci.value, bentuk)


def letters_of(findings: Findings) -> tuple[IsiSurat, ...]:
    """The letters about the newest plan; none where nothing is to be asked."""
    return tuple(filter(None, (_about_copies(findings), _about_the_print(findings))))


def letter_files(findings: Findings) -> Iterator[SiteFile]:
    """The letters' words as plain text."""
    for surat in letters_of(findings):
        content = text_of(surat, findings).encode()
        yield SiteFile(surat.alamat("txt"), content, f"data/{findings.terbaru.rencana_aksi.path}")


def text_of(surat: IsiSurat, findings: Findings) -> str:
    """The letter as plain text, to be pasted into another."""
    situs = findings.situs.isi
    head = [*(["DATA CONTOH"] if situs.contoh else []), situs.kantor_lengkap.upper(), *surat.kop, ""]
    head += [f"Nomor: {TITIK}", f"{surat.tempat}, {TITIK}", f"Hal: {surat.hal}", "", f"Yth. {surat.kepada}", ""]
    body = [line for part in surat.isi for line in (*textwrap.wrap(part, _WIDTH), "")]
    sign = [f"Jabatan: {TITIK}", "", "", f"Nama: {TITIK}", "", f"LAMPIRAN: {surat.judul_lampiran}", ""]
    rows = []
    for number, cells in enumerate(surat.lampiran, 1):
        named = [f"{name}: {' '.join(text.split())}" for name, text in zip(surat.kolom, cells, strict=True) if text]
        rows += [f"{number}. {named[0]}", *(f"   {item}" for item in named[1:]), f"   Jawaban: {TITIK}", ""]
    return "\n".join([*head, *body, *sign, *rows])


def _about_the_print(findings: Findings) -> IsiSurat | None:
    tahun = findings.terbaru
    asked = doubts_of(tahun)
    if not asked:
        return None
    dasar = tahun.dasar
    named = dasar.sebutan or dasar.rencana
    day = f" tanggal {tanggal(dasar.tanggal)}" if dasar.tanggal else ""
    isi = (
        f"{named[:1].upper()}{named[1:]}{day} kami muat di situs Zona Integritas seperti tercetak.",
        f"Beberapa bagiannya meragukan atau tidak terbaca pada salinan yang kami pakai. Kami menanyakannya dalam "
        f"{angka(len(asked))} pertanyaan pada lampiran surat ini.",
        "Mohon jawabannya ditulis pada kolom terakhir. Sebelum dijawab, situs menampilkan teks seperti tercetak dengan "
        "catatan di sampingnya.",
    )
    return _letter(
        findings,
        Surat.NASKAH,
        f"Permohonan penegasan isi {named}",
        isi,
        f"Pertanyaan tentang isi {named}",
        ("Bagian", "Tercetak", "Kami baca", "Yang kami tanyakan"),
        tuple(map(_question, asked)),
    )


def _question(item: Pertanyaan) -> tuple[str, ...]:
    asked = "Benarkah bacaan itu?" if item.dibaca else _ASKED[item.jenis]
    return item.letak, item.tercetak or "", item.dibaca or "", f"{item.penjelasan} {asked}"


def _about_copies(findings: Findings) -> IsiSurat | None:
    tahun = findings.terbaru
    groups = copied_groups(tahun)
    if not groups:
        return None
    where = f"lampiran {tahun.dasar.sebutan}" if tahun.keputusan else tahun.dasar.rencana
    found = [
        f"Dalam {where}, {angka(len(item.baris))} dari {angka(len(item.kelompok.aksi))} "
        f"baris kelompok {item.kelompok.kode} ({item.kelompok.judul}) berbunyi sama dengan baris kelompok {item.asal.kode} "
        f"({item.asal.judul})."
        for item in groups
    ]
    periods = [periode for item in groups for periode in item.periode]
    late = sum(item.keadaan in LATE for item in periods)
    counted = f"Baris-baris itu memuat {angka(len(periods))} janji; {angka(late)} di antaranya lewat tenggat per "
    names = listing(item.kelompok.kode for item in groups)
    return _letter(
        findings,
        Surat.SALINAN,
        f"Permohonan penegasan isi kelompok {names} rencana aksi {tahun.tahun}",
        (
            *found,
            f"{counted}{tanggal(findings.per_tanggal)}. Situs Zona Integritas memuatnya seperti tercetak.",
            "Mohon ditegaskan: apakah baris-baris itu memang dimaksud sama? Bila ya, cukupkah satu laporan untuk kedua baris? "
            "Bila tidak, apa isi keenam kolomnya? Jawabannya bisa ditulis pada lampiran surat ini.",
        ),
        f"Baris kelompok {names} yang mengulang baris lain",
        ("Baris", "Sama dengan", "Komponen", "Target waktu", "Keterangan"),
        tuple(_copied(row) for item in groups for row in item.baris),
    )


def _copied(row: BarisSalinan) -> tuple[str, ...]:
    slips = (
        f"Berbeda hanya oleh salah ketik atau huruf besar, pada kolom {listing(row.beda)}."
        if row.beda
        else "Sama kata demi kata."
    )
    return row.aksi.kode, row.asal.kode, row.aksi.komponen, row.aksi.aksi.target_waktu or "tidak tercetak", slips


def _letter(
    findings: Findings,
    kunci: Surat,
    hal: str,
    isi: tuple[str, ...],
    judul: str,
    kolom: tuple[str, ...],
    lampiran: tuple[tuple[str, ...], ...],
) -> IsiSurat:
    """A letter to the post that set the plan, in the decree's town; what is not known stays open."""
    tahun, kop = findings.terbaru, tuple(_letterhead(findings))
    place, to = tahun.keputusan.isi.tempat if tahun.keputusan else TITIK, tahun.dasar.oleh or TITIK
    words = ("Dengan hormat,", *isi, "Terima kasih.")
    return IsiSurat(tahun.tahun, kunci, kop, place, hal, to, words, judul, kolom, lampiran)


def _letterhead(findings: Findings) -> Iterator[str]:
    """The office's address, telephone and e-mail, of its own channels, and its site; what is not known stays open."""
    ways = [cara for kanal in findings.kanal_menurut_kunci.values() if kanal.milik_kantor for cara in kanal.cara]
    for jenis in (JenisCara.ALAMAT, JenisCara.TELEPON, JenisCara.SUREL):
        known = next((cara.nilai for cara in ways if cara.jenis is jenis and cara.nilai), None)
        yield f"{jenis.label}: {known or TITIK}"
    if findings.situs.isi.situs_resmi:
        yield findings.situs.isi.situs_resmi
