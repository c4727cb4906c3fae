"""The diary of an office: ordinary acts of two people, day by day, from December 2026 into 2028.

The numbers beside an act are what is published from then on, worked out by hand: of each year, how many records there are,
how many periods are fulfilled, and how many wait for their verification.
"""

from __future__ import annotations

import re

from diary.acts import EVIDENCE, KETUA, SEKRETARIS, TIM, Diary
from diary.office_papers import PAGE, month, write_reports
from recount.annex import Look, grid_of
from support.code_host import Desk
from support.evidence_files import phone_photo
from support.zi_command import TABALONG
from zona.records.load import load_data

DIARY = Diary()

# --- December 2026 ---


@DIARY.act("2026-12-01", "ani", {2026: (2, 0, 2)})
def _(desk: Desk) -> None:
    """Ani records the first quarter's meeting, nine months late; the notes are a page of the office's site."""
    desk.catat("https://contoh.example/notulen-tw1", aksi="I.3", periode="2026-TW1", hasil="selesai", tanggal="2026-03-30",
               uraian="Rapat evaluasi triwulan I.", dicatat_oleh=TIM)  # fmt: skip


@DIARY.act("2026-12-01", "budi", {2026: (3, 0, 3)})
def _(desk: Desk) -> None:
    """Budi records the roll call of January with a photo and the attendance list."""
    photo = desk.root.parent / "IMG_0130.jpg"  # with its place and time, as a telephone makes it
    photo.write_bytes(phone_photo())
    desk.catat(photo, EVIDENCE / "daftar-hadir.pdf", aksi="I.4.a", periode="2026-01", hasil="selesai",
               tanggal="2026-01-30", uraian="Apel dan rapat pleno dihadiri pimpinan.", dicatat_oleh=TIM)  # fmt: skip


@DIARY.act("2026-12-01", "budi", {2026: (3, 1, 2)})
def _(desk: Desk) -> None:
    """The secretary has looked at the decree that was published in January, and Budi adds the verification."""
    desk.zi("catat", "--verifikasi", "i-2_2026-01", "--diverifikasi-oleh", SEKRETARIS, "--ya")


@DIARY.act("2026-12-01", "ani", {2026: (4, 1, 2)})
def _(desk: Desk) -> None:
    """Ani records what was done this very day: the poster is still at the printer's."""
    desk.catat(aksi="II.1", periode="2026-07", hasil="berjalan", tanggal=desk.day, uraian="Spanduk sedang dicetak.",
               dicatat_oleh=TIM)  # fmt: skip


@DIARY.act("2026-12-15", "ani", {2026: (5, 1, 2)})
def _(desk: Desk) -> None:
    """The meeting was in April, not in March: Ani corrects her record by a new one."""
    desk.catat("https://contoh.example/notulen-tw1", aksi="I.3", periode="2026-TW1", hasil="selesai", tanggal="2026-04-02",
               uraian="Rapat evaluasi triwulan I.", dicatat_oleh=TIM, mengoreksi="i-3_2026-TW1",
               alasan="Tanggal rapat keliru.")  # fmt: skip


@DIARY.act("2026-12-15", "budi")
def _(desk: Desk) -> None:
    """The site has an address now."""
    desk.add("data/situs.yml", "\nalamat_situs: https://zi.contoh.example/tabalong\n")


@DIARY.act("2026-12-15", "budi")
def _(desk: Desk) -> None:
    """The data are kept where everyone can suggest a change."""
    desk.add("data/situs.yml", "repositori: https://git.contoh.example/kantor/zi\n")


@DIARY.act("2026-12-15", "ani")
def _(desk: Desk) -> None:
    """Whom to write to about a weakness of the site, until the end of next year."""
    desk.add("data/situs.yml", "kontak_keamanan:\n  kontak: mailto:situs@contoh.example\n  berlaku_sampai: 2027-12-01\n")


@DIARY.act("2026-12-15", "ani")
def _(desk: Desk) -> None:
    """The office has a telephone for complaints: Ani calls it herself and writes the number with today's date."""
    desk.change("data/kanal.yml", "jenis: telepon, nilai: null", 'jenis: telepon, nilai: "(0500) 000-0001"')
    desk.change("data/kanal.yml", "jam: null", "jam: Senin sampai Jumat, 08.00–16.00 WITA")
    desk.change("data/kanal.yml", "diperiksa: null", f"diperiksa: {desk.day}")
    desk.change("data/kanal.yml", "penanggung_jawab: null", f"penanggung_jawab: {SEKRETARIS}")


@DIARY.act("2026-12-15", "budi", {2026: (6, 1, 3)})
def _(desk: Desk) -> None:
    """Budi pastes what a colleague wrote in a chat, with all its signs."""
    desk.catat(EVIDENCE / "foto-sosialisasi-1.jpg", aksi="II.2", periode="2026-01", hasil="selesai", tanggal="2026-01-28",
               uraian="Sosialisasi lancar 👍 中 ꦲ Ａ مرحبا se\u00adsuai rencana ✓", dicatat_oleh=TIM)  # fmt: skip


@DIARY.act("2026-12-15", "ani")
def _(desk: Desk) -> None:
    """A new subsection may record, too."""
    desk.change("data/situs.yml", "  - Sekretaris\n", "  - Sekretaris\n  - Sub Bagian Hukum\n")


@DIARY.act("2026-12-15", "budi", {2026: (7, 1, 4)})
def _(desk: Desk) -> None:
    """The new subsection's first record."""
    desk.catat(EVIDENCE / "notulen-rapat.pdf", aksi="II.5", periode="2026-01", hasil="selesai", tanggal="2026-01-29",
               uraian="Rapat pelaporan.", dicatat_oleh="Sub Bagian Hukum")  # fmt: skip


# --- 2027 ---


@DIARY.act("2027-01-01", "ani", says="Rencana aksi 2027 belum dimuat")
def _(desk: Desk) -> None:
    """New Year's morning: Ani says under which licence the data may be used; the plan of the new year is not there yet."""
    desk.add("data/situs.yml", "lisensi_data: CC-BY-4.0\n")


@DIARY.act("2027-01-11", "budi")
def _(desk: Desk) -> None:
    """The complaints of December: their counts stay on Budi's computer, their release is sent."""
    desk.write("data-tertutup/2026/pengaduan/12.yml", month(12, 2, 7, 6))
    desk.zi("rilis-pengaduan", "--ya")


@DIARY.act("2027-01-11", "budi")
def _(desk: Desk) -> None:
    """And the half-year before that, which nobody had written."""
    for bulan, (sisa, masuk, selesai) in {7: (0, 6, 5), 8: (1, 5, 6), 9: (0, 8, 6), 10: (2, 0, 2), 11: (0, 9, 7)}.items():
        desk.write(f"data-tertutup/2026/pengaduan/{bulan:02}.yml", month(bulan, sisa, masuk, selesai))
    desk.zi("rilis-pengaduan", "--ya")


@DIARY.act("2027-01-11", "ani", {2026: (8, 1, 4)})
def _(desk: Desk) -> None:
    """What could not be done is recorded, too, after the year's end."""
    desk.catat(aksi="II.2", periode="2026-02", hasil="kendala", tanggal="2026-12-30", uraian="Formulir belum tersedia.",
               dicatat_oleh=TIM)  # fmt: skip


@DIARY.act("2027-01-11", "ani")
def _(desk: Desk) -> None:
    """How content visitors were: the counts of a questionnaire."""
    write_reports(desk, "survei/ikm.yml")


@DIARY.act("2027-01-11", "ani")
def _(desk: Desk) -> None:
    """Ani's yearly reports: conflicts of interest, innovations, the pact of integrity."""
    write_reports(desk, "benturan-kepentingan.yml", "inovasi.yml", "pakta-integritas.yml")


@DIARY.act("2027-01-11", "budi")
def _(desk: Desk) -> None:
    """Budi's: gifts, internal control, wealth reports, standards of service."""
    write_reports(desk, "gratifikasi.yml", "spip.yml", "laporan-harta.yml", "layanan.yml")


@DIARY.act("2027-01-11", "ani")
def _(desk: Desk) -> None:
    """One more innovation: the podcast has a fourth episode."""
    desk.change("data/2026/inovasi.yml", "daftar_hadir_tamu:", '  - judul: "Episode 4: Setahun zona integritas"\n'
                "    tanggal: 2026-12-17\n    tautan: https://contoh.example/podcast-4\ndaftar_hadir_tamu:")  # fmt: skip


@DIARY.act("2027-01-11", "budi")
def _(desk: Desk) -> None:
    """A new page of information, for visitors."""
    desk.write("docs/informasi/kunjungan.md", PAGE)


@DIARY.act("2027-02-01", "ani", {2027: (0, 0, 0)})
def _(desk: Desk) -> None:
    """The plan of 2027 comes as an Excel table, shorter than last year's; its decree is typed from the print."""
    plan = load_data(TABALONG / "data").tahun[0].rencana_aksi.isi
    grid = grid_of(plan.kelompok[:1], Look(title=("RENCANA AKSI ZONA INTEGRITAS", "TAHUN 2027")))
    grid.rows = [[re.sub("202[56]", "2027", cell) for cell in cells] for cells in grid.rows]
    table = grid.xlsx(desk.root.parent / "rencana-2027.xlsx")
    desk.zi("tahun-baru", "2027", "--dari", str(table))
    decree = (TABALONG / "data" / "2026" / "keputusan.yml").read_text(encoding="utf-8")
    decree = decree.replace("Nomor 5 Tahun 2026", "Nomor 3 Tahun 2027").replace("tahun: 2026", "tahun: 2027")
    desk.write("data/2027/keputusan.yml", re.sub(r"^tanggal: .*", "tanggal: 2027-01-25", decree, flags=re.MULTILINE))


@DIARY.act("2027-02-01", "budi", {2027: (1, 0, 1)})
def _(desk: Desk) -> None:
    """The first record of the new year."""
    desk.catat("https://contoh.example/pembaruan", aksi="I.4.a", periode="2027-01", hasil="selesai", tanggal="2027-01-29",
               uraian="Daftar kewajiban diperbarui.", dicatat_oleh=TIM)  # fmt: skip


@DIARY.act("2027-02-01", "budi", {2026: (9, 1, 5)})
def _(desk: Desk) -> None:
    """December's roll call is recorded when next year's plan is there already."""
    desk.catat(EVIDENCE / "foto-apel-2.jpg", aksi="I.4.a", periode="2026-12", hasil="selesai", tanggal="2026-12-30",
               uraian="Apel dan rapat pleno dihadiri pimpinan.", dicatat_oleh=TIM)  # fmt: skip


@DIARY.act("2027-02-01", "ani")
def _(desk: Desk) -> None:
    """The subsection was dissolved at the end of January; what it recorded stays."""
    desk.change("data/situs.yml", "  - Sub Bagian Hukum\n", "  - nama: Sub Bagian Hukum\n    sampai: 2027-01-31\n")


@DIARY.act("2027-06-15", "ani", {2026: (8, 1, 4)})
def _(desk: Desk) -> None:
    """The record of that meeting was of another office: it is withdrawn with its evidence."""
    for path in [*(desk.root / "data").glob("*/*/ii-5_2026-01*")]:
        path.unlink()


@DIARY.act("2027-06-15", "budi")
def _(desk: Desk) -> None:
    """The page for visitors is not needed any more."""
    (desk.root / "docs/informasi/kunjungan.md").unlink()


@DIARY.act("2027-06-15", "budi", code=True)
def _(desk: Desk) -> None:
    """A dependency is upgraded: that is code, and its tests run before the merge."""
    desk.add("requirements.lock", "# diperbarui\n")


@DIARY.act("2027-06-15", "ani")
def _(desk: Desk) -> None:
    """All channels were tried again, half a year later."""
    text = (desk.root / "data/kanal.yml").read_text(encoding="utf-8")
    desk.write("data/kanal.yml", re.sub(r"diperiksa: \S+", f"diperiksa: {desk.day}", text))


@DIARY.act("2027-09-01", "budi", {2027: (2, 0, 2)})
def _(desk: Desk) -> None:
    """July's photo comes from a phone, on its side."""
    desk.catat(EVIDENCE / "foto-banner-1.jpg", aksi="I.4.a", periode="2027-07", hasil="selesai", tanggal="2027-07-30",
               uraian="Daftar kewajiban diperbarui.", dicatat_oleh=SEKRETARIS)  # fmt: skip


@DIARY.act("2027-09-01", "ani", {2027: (2, 1, 1)})
def _(desk: Desk) -> None:
    """And is verified by the chair the same day."""
    desk.zi("catat", "--verifikasi", "i-4-a_2027-07.yml", "--diverifikasi-oleh", KETUA, "--ya")


# --- 2028 ---


@DIARY.act("2028-01-01", "ani")
def _(desk: Desk) -> None:
    """The office takes over its packs: others' channels, the rules, and pages, which show what it reported all these years."""
    text = (desk.root / "data/situs.yml").read_text(encoding="utf-8")
    desk.write("data/situs.yml", re.sub(r"^paket: .*", "paket: [nasional, kpu]", text, flags=re.MULTILINE))


@DIARY.act("2028-01-01", "budi", says="Rencana aksi 2028 belum dimuat")
def _(desk: Desk) -> None:
    """New Year again: the contact for weaknesses holds for another year."""
    desk.change("data/situs.yml", "berlaku_sampai: 2027-12-01", "berlaku_sampai: 2028-12-01")


@DIARY.act("2028-02-29", "ani", {2027: (3, 1, 2)})
def _(desk: Desk) -> None:
    """On a leap day what was done on it is recorded: last year's row, two months late."""
    desk.catat("https://contoh.example/kabisat", aksi="I.2", periode="2027-01", hasil="selesai",
               tanggal="2028-02-29", uraian="Dilaporkan pada hari kabisat.", dicatat_oleh=TIM)  # fmt: skip
