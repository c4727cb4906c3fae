"""A year and more of an office's ordinary life, with real git: each act is proposed, checked, merged and published by the
workflows' own lines, and no honest act closes the gate."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from recount.annex import Look, grid_of
from support.code_host import CodeHost, Desk, read_json
from support.zi_command import CONTOH, LAIN, TABALONG, clone
from zona.findings.judge import judge
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import Findings
from zona.outputs.pages.frame import TAKEN
from zona.outputs.present import present
from zona.records.informasi.load_information import PROSA
from zona.records.load import load_data

TIM, SEKRETARIS, KETUA = "Tim Kerja Zona Integritas", "Sekretaris", "Ketua"
EVIDENCE = CONTOH / "data" / "bukti" / "2026"
# Of a year: how many records are published, how many periods are fulfilled, how many wait for their verification.
Numbers = tuple[int, int, int]


@dataclass(frozen=True)
class Act:
    """One act of the diary: when, by whom, what, and the numbers that are published from then on, by year."""

    day: str
    who: str
    do: Callable[[Desk], None]
    numbers: dict[int, Numbers]
    says: str = ""
    code: bool = False

    @property
    def title(self) -> str:
        """The act in a sentence."""
        return (self.do.__doc__ or "").strip()


DIARY: list[Act] = []


def act(
    day: str, who: str, numbers: dict[int, Numbers] | None = None, *, says: str = "", code: bool = False
) -> Callable[..., None]:
    """Write the decorated act into the diary. Where no numbers are given they stay; `says` must stand on the home page then;
    `code` is for what is more than data and prose."""

    def write(do: Callable[[Desk], None]) -> None:
        before = DIARY[-1].numbers if DIARY else {2026: (1, 0, 1)}
        DIARY.append(Act(day, who, do, before | (numbers or {}), says, code))

    return write


# --- December 2026 ---


@act("2026-12-01", "ani", {2026: (2, 0, 2)})
def _(desk: Desk) -> None:
    """Ani records the first quarter's meeting, nine months late; the notes are a page of the office's site."""
    desk.catat("https://contoh.example/notulen-tw1", aksi="I.3", periode="2026-TW1", hasil="selesai", tanggal="2026-03-30",
               uraian="Rapat evaluasi triwulan I.", dicatat_oleh=TIM)  # fmt: skip


@act("2026-12-01", "budi", {2026: (3, 0, 3)})
def _(desk: Desk) -> None:
    """Budi records the roll call of January with a photo and the attendance list."""
    desk.catat(EVIDENCE / "foto-apel-1.jpg", EVIDENCE / "daftar-hadir.ods", aksi="I.4.a", periode="2026-01", hasil="selesai",
               tanggal="2026-01-30", uraian="Apel dan rapat pleno dihadiri pimpinan.", dicatat_oleh=TIM)  # fmt: skip


@act("2026-12-01", "budi", {2026: (3, 1, 2)})
def _(desk: Desk) -> None:
    """The secretary has looked at the decree that was published in January, and Budi adds the verification."""
    desk.zi("catat", "--verifikasi", "i-2_2026-01.yml", "--diverifikasi-oleh", SEKRETARIS, "--ya")


@act("2026-12-01", "ani", {2026: (4, 1, 2)})
def _(desk: Desk) -> None:
    """Ani records what was done this very day: the poster is still at the printer's."""
    desk.catat(aksi="II.1", periode="2026-07", hasil="berjalan", tanggal=desk.day, uraian="Spanduk sedang dicetak.",
               dicatat_oleh=TIM)  # fmt: skip


@act("2026-12-15", "ani", {2026: (5, 1, 2)})
def _(desk: Desk) -> None:
    """The meeting was in April, not in March: Ani corrects her record by a new one."""
    desk.catat("https://contoh.example/notulen-tw1", aksi="I.3", periode="2026-TW1", hasil="selesai", tanggal="2026-04-02",
               uraian="Rapat evaluasi triwulan I; tanggal rapat dibetulkan.", dicatat_oleh=TIM)  # fmt: skip


@act("2026-12-15", "budi")
def _(desk: Desk) -> None:
    """The site has an address now."""
    desk.add("data/situs.yml", "\nalamat_situs: https://zi.contoh.example/tabalong\n")


@act("2026-12-15", "budi")
def _(desk: Desk) -> None:
    """The data are kept where everyone can suggest a change."""
    desk.add("data/situs.yml", "repositori: https://git.contoh.example/kantor/zi\n")


@act("2026-12-15", "ani")
def _(desk: Desk) -> None:
    """Whom to tell of a weakness of the site, until the end of next year."""
    desk.add("data/situs.yml", "kontak_keamanan:\n  kontak: mailto:situs@contoh.example\n  berlaku_sampai: 2027-12-01\n")


@act("2026-12-15", "ani")
def _(desk: Desk) -> None:
    """The office has a telephone for complaints: Ani calls it herself and writes the number with today's date."""
    desk.change("data/kanal.yml", "jenis: telepon, nilai: null", 'jenis: telepon, nilai: "(0500) 000-0001"')
    desk.change("data/kanal.yml", "jam: null", "jam: Senin sampai Jumat, 08.00–16.00 WITA")
    desk.change("data/kanal.yml", "diperiksa: null", f"diperiksa: {desk.day}")
    desk.change("data/kanal.yml", "penanggung_jawab: null", f"penanggung_jawab: {SEKRETARIS}")


@act("2026-12-15", "budi", {2026: (6, 1, 3)})
def _(desk: Desk) -> None:
    """Budi pastes what a colleague wrote in a chat, with all its signs."""
    desk.catat(EVIDENCE / "foto-sosialisasi-1.jpg", aksi="II.2", periode="2026-01", hasil="selesai", tanggal="2026-01-28",
               uraian="Sosialisasi lancar 👍 中 ꦲ Ａ مرحبا se\u00adsuai rencana ✓", dicatat_oleh=TIM)  # fmt: skip


@act("2026-12-15", "ani")
def _(desk: Desk) -> None:
    """A new subsection may record, too."""
    desk.change("data/situs.yml", "  - Sekretaris\n", "  - Sekretaris\n  - Sub Bagian Hukum\n")


@act("2026-12-15", "budi", {2026: (7, 1, 4)})
def _(desk: Desk) -> None:
    """The new subsection's first record."""
    desk.catat(EVIDENCE / "notulen-rapat.pdf", aksi="II.5", periode="2026-01", hasil="selesai", tanggal="2026-01-29",
               uraian="Rapat pelaporan.", dicatat_oleh="Sub Bagian Hukum")  # fmt: skip


# --- 2027 ---

MONTH = """bulan: 2026-{bulan:02}
sisa_bulan_lalu: {sisa}
masuk:
  kanal: {{kantor: {masuk}}}
  kategori: {{layanan: {masuk}}}
tidak_ditindaklanjuti: 0
harus_ditindaklanjuti: {harus}
diproses: {diproses}
selesai: {selesai}
dicatat_oleh: Sekretaris
"""


def month(bulan: int, sisa: int, masuk: int, selesai: int) -> str:
    """A month of complaints, as the office reports it."""
    harus = sisa + masuk
    return MONTH.format(bulan=bulan, sisa=sisa, masuk=masuk, harus=harus, selesai=selesai, diproses=harus - selesai)


@act("2027-01-01", "ani", says="Rencana aksi 2027 belum dimuat")
def _(desk: Desk) -> None:
    """New Year's morning: Ani says under which licence the data may be used; the plan of the new year is not there yet."""
    desk.add("data/situs.yml", "lisensi_data: CC-BY-4.0\n")


@act("2027-01-11", "budi")
def _(desk: Desk) -> None:
    """The complaints of December, as counts."""
    desk.write("data/2026/pengaduan/12.yml", month(12, 2, 7, 6))


@act("2027-01-11", "budi")
def _(desk: Desk) -> None:
    """And the half-year before that, which nobody had written."""
    for bulan, (sisa, masuk, selesai) in {7: (0, 6, 5), 8: (1, 5, 6), 9: (0, 8, 6), 10: (2, 0, 2), 11: (0, 9, 7)}.items():
        desk.write(f"data/2026/pengaduan/{bulan:02}.yml", month(bulan, sisa, masuk, selesai))


@act("2027-01-11", "ani", {2026: (8, 1, 4)})
def _(desk: Desk) -> None:
    """What could not be done is recorded, too, after the year's end."""
    desk.catat(aksi="II.2", periode="2026-02", hasil="kendala", tanggal="2026-12-30", uraian="Formulir belum tersedia.",
               dicatat_oleh=TIM)  # fmt: skip


def report(name: str) -> str:
    """A yearly report as offices write them: the sample's, recorded by a role of this office in January."""
    text = (CONTOH / "data" / "2026" / name).read_text(encoding="utf-8")
    text = re.sub(r"dicatat_oleh: .*", f"dicatat_oleh: {TIM}", text.partition("\n")[2])
    text = re.sub(r"aksi: \[.*\]", "aksi: [II.4]", text)
    return re.sub(r"diperbarui: .*", "diperbarui: 2027-01-11", text)


def write_reports(desk: Desk, *names: str) -> None:
    """Put yearly reports into the year's folder."""
    for name in names:
        desk.write(f"data/2026/{name}", report(name))


@act("2027-01-11", "ani")
def _(desk: Desk) -> None:
    """How content visitors were: the counts of a questionnaire."""
    write_reports(desk, "survei/ikm.yml")


@act("2027-01-11", "ani")
def _(desk: Desk) -> None:
    """Ani's yearly reports: conflicts of interest, innovations, the pact of integrity."""
    write_reports(desk, "benturan-kepentingan.yml", "inovasi.yml", "pakta-integritas.yml")


@act("2027-01-11", "budi")
def _(desk: Desk) -> None:
    """Budi's: gifts, internal control, wealth reports, standards of service."""
    write_reports(desk, "gratifikasi.yml", "spip.yml", "laporan-harta.yml", "layanan.yml")


@act("2027-01-11", "ani")
def _(desk: Desk) -> None:
    """One more innovation: the podcast has a fourth episode."""
    desk.change("data/2026/inovasi.yml", "daftar_hadir_tamu:", '  - judul: "Episode 4: Setahun zona integritas"\n'
                "    tanggal: 2026-12-17\n    tautan: https://contoh.example/podcast-4\ndaftar_hadir_tamu:")  # fmt: skip


PAGE = """---
judul: Kunjungan warga
ringkas: Cara berkunjung ke kantor, dan apa yang perlu dibawa.
urutan: 30
baris: []
dasar_hukum: []
sumber: []
menunggu: [Jam kunjungan yang ditetapkan kantor.]
---
## Datang ke kantor

Silakan datang ke [[kantor]]. Lihat juga [semua kanal](../kanal/).
"""


@act("2027-01-11", "budi")
def _(desk: Desk) -> None:
    """A new page of information, for visitors."""
    desk.write("docs/informasi/kunjungan.md", PAGE)


@act("2027-02-01", "ani", {2027: (0, 0, 0)})
def _(desk: Desk) -> None:
    """The plan of 2027 comes as an Excel table, shorter than last year's; its decree is typed from the print."""
    plan = load_data(TABALONG / "data").tahun[0].rencana_aksi.isi
    grid = grid_of(plan.kelompok[:2], Look(title=("RENCANA AKSI ZONA INTEGRITAS", "TAHUN 2027")))
    grid.rows = [[re.sub("202[56]", "2027", cell) for cell in cells] for cells in grid.rows]
    table = grid.xlsx(desk.root.parent / "rencana-2027.xlsx")
    desk.zi("tahun-baru", "2027", "--dari", str(table))
    decree = (TABALONG / "data" / "2026" / "keputusan.yml").read_text(encoding="utf-8")
    decree = decree.replace("Nomor 5 Tahun 2026", "Nomor 3 Tahun 2027").replace("tahun: 2026", "tahun: 2027")
    desk.write("data/2027/keputusan.yml", re.sub(r"^tanggal: .*", "tanggal: 2027-01-25", decree, flags=re.MULTILINE))


@act("2027-02-01", "budi", {2027: (1, 0, 1)})
def _(desk: Desk) -> None:
    """The first record of the new year."""
    desk.catat("https://contoh.example/pembaruan", aksi="II.1", periode="2027-01", hasil="selesai", tanggal="2027-01-29",
               uraian="Daftar kewajiban diperbarui.", dicatat_oleh=TIM)  # fmt: skip


@act("2027-02-01", "budi", {2026: (9, 1, 5)})
def _(desk: Desk) -> None:
    """December's roll call is recorded when next year's plan is there already."""
    desk.catat(EVIDENCE / "foto-apel-2.jpg", aksi="I.4.a", periode="2026-12", hasil="selesai", tanggal="2026-12-30",
               uraian="Apel dan rapat pleno dihadiri pimpinan.", dicatat_oleh=TIM)  # fmt: skip


@act("2027-02-01", "ani")
def _(desk: Desk) -> None:
    """The subsection was dissolved at the end of January; what it recorded stays."""
    desk.change("data/situs.yml", "  - Sub Bagian Hukum\n", "  - nama: Sub Bagian Hukum\n    sampai: 2027-01-31\n")


@act("2027-06-15", "ani", {2026: (8, 1, 4)})
def _(desk: Desk) -> None:
    """The record of that meeting was of another office: it is withdrawn with its evidence."""
    (desk.root / "data/2026/capaian/ii-5_2026-01.yml").unlink()
    for path in (desk.root / "data/bukti/2026").glob("ii-5_2026-01*"):
        path.unlink()


@act("2027-06-15", "budi")
def _(desk: Desk) -> None:
    """The page for visitors is not needed any more."""
    (desk.root / "docs/informasi/kunjungan.md").unlink()


@act("2027-06-15", "budi", code=True)
def _(desk: Desk) -> None:
    """A dependency is upgraded: that is code, and its tests run before the merge."""
    desk.add("requirements.lock", "# diperbarui\n")


@act("2027-06-15", "ani")
def _(desk: Desk) -> None:
    """All channels were tried again, half a year later."""
    text = (desk.root / "data/kanal.yml").read_text(encoding="utf-8")
    desk.write("data/kanal.yml", re.sub(r"diperiksa: \S+", f"diperiksa: {desk.day}", text))


@act("2027-09-01", "budi", {2027: (2, 0, 2)})
def _(desk: Desk) -> None:
    """July's photo comes from a phone, on its side."""
    desk.catat(EVIDENCE / "foto-banner-1.jpg", aksi="II.1", periode="2027-07", hasil="selesai", tanggal="2027-07-30",
               uraian="Daftar kewajiban diperbarui.", dicatat_oleh=SEKRETARIS)  # fmt: skip


@act("2027-09-01", "ani", {2027: (2, 1, 1)})
def _(desk: Desk) -> None:
    """And is verified by the chair the same day."""
    desk.zi("catat", "--verifikasi", "ii-1_2027-07.yml", "--diverifikasi-oleh", KETUA, "--ya")


@act("2028-01-01", "budi", says="Rencana aksi 2028 belum dimuat")
def _(desk: Desk) -> None:
    """New Year again: the contact for weaknesses holds for another year."""
    desk.change("data/situs.yml", "berlaku_sampai: 2027-12-01", "berlaku_sampai: 2028-12-01")


@act("2028-02-29", "ani", {2027: (3, 1, 2)})
def _(desk: Desk) -> None:
    """On a leap day what was done on it is recorded: last year's row, two months late."""
    desk.catat("https://contoh.example/kabisat", aksi="I.2", periode="2027-01", hasil="selesai",
               tanggal="2028-02-29", uraian="Dilaporkan pada hari kabisat.", dicatat_oleh=TIM)  # fmt: skip


# Days on which pictures and papers are drawn as well: with every sign of a chat, and with a second plan.
DRAWN = ("2026-12-15", "2027-02-01")
# The diary in three parts, which processes share.
ENDS = [0, *(sum(item.day < day for item in DIARY) for day in ("2027-01-02", "2027-01-12")), len(DIARY)]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[CodeHost]:
    """The host of the office of the decree as it stood on the day of the freeze, with the first two groups of its plan and no
    page of information yet: what is rehearsed is the way, and half the pages are built in half the time."""
    office = Path(shutil.copytree(TABALONG / "data", tmp_path / "kantor" / "data")).parent
    plan = office / "data" / "2026" / "rencana-aksi.yml"
    plan.write_text(plan.read_text(encoding="utf-8").partition("  - kode: III\n")[0], encoding="utf-8")
    host = CodeHost(tmp_path, office)
    yield host
    host.stop()


def test_every_act_leaves_the_whole_office_good(tmp_path: Path) -> None:
    """Done one after another to the whole office of the decree, with all its groups and pages, every act leaves data that are
    good on its day; and the last state can be presented."""
    root = clone(tmp_path / "kantor")
    for item in DIARY:
        item.do(Desk(root, item.day))
        data = load_data(root / "data", prosa=root / PROSA, taken=TAKEN)
        findings = judge(data, date.fromisoformat(item.day))
        assert {tahun: counted(findings, tahun) for tahun in item.numbers} == item.numbers, item.title
    assert present(findings)


def counted(findings: Findings, tahun: int) -> Numbers:
    """The same numbers, of findings."""
    (year,) = [item for item in findings.tahun if item.tahun == tahun]
    states = year.hitungan.keadaan
    return len(year.capaian), states[Keadaan.TERPENUHI], states[Keadaan.MENUNGGU_VERIFIKASI]


def numbers(site: Path, tahun: int) -> Numbers:
    """What a built site publishes of a year."""
    states = read_json(site, f"{tahun}/ringkasan.json")["hitungan_periode"]["keadaan"]
    records = read_json(site, f"{tahun}/capaian.json")["catatan_capaian"]
    return len(records), states["terpenuhi"], states["menunggu_verifikasi"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="hosts run their lines in bash")
@pytest.mark.parametrize(("first", "last"), list(pairwise(ENDS)), ids=["sampai-tahun-baru", "januari-2027", "sampai-2028"])
def test_no_honest_act_closes_the_gate(first: int, last: int, host: CodeHost) -> None:
    """Every act of the diary passes the gate, on GitHub's lines and GitLab's in turn; then the main branch is published; and
    what is published are the numbers worked out by hand. Only what is more than data and prose asks for the tests."""
    for item in DIARY[:first]:
        desk = host.desk(item.who, item.day)
        item.do(desk)
        host.send(desk, item.title, "main")
    for day, acts in groupby(DIARY[first:last], key=lambda item: item.day):
        host.draws = day in DRAWN
        for number, item in enumerate(acts):
            desk = host.desk(item.who, item.day)
            item.do(desk)
            host.send(desk, item.title)
            verdict = host.check(day, ("github", "gitlab")[number % 2])
            assert verdict.green, f"{day}: {item.title}\n{verdict.output}"
            assert verdict.tested == item.code, item.title
            assert {tahun: numbers(host.runner / "site", tahun) for tahun in item.numbers} == item.numbers, item.title
            host.merge()
        host.publish(day, ("github", "gitlab")[number % 2])
        assert {tahun: numbers(host.published, tahun) for tahun in item.numbers} == item.numbers, item.title
        home = (host.published / "index.html").read_text(encoding="utf-8")
        assert item.says in home, item.title
        assert read_json(host.published, "2026/ringkasan.json")["per_tanggal"] == day


def test_the_diary_is_long_enough() -> None:
    """At least thirty ordinary acts of two people, from December 2026 into 2028, in the order of their days."""
    assert len(DIARY) >= 30
    assert [item.day for item in DIARY] == sorted(item.day for item in DIARY)
    assert {item.who for item in DIARY} == {"ani", "budi"}
    assert DIARY[0].day[:7] == "2026-12"
    assert DIARY[-1].day[:4] == "2028"
    assert all(item.title for item in DIARY)


# --- What must not pass ---

RECORD = """aksi: I.3
periode: 2026-TW1
tanggal: {tanggal}
hasil: selesai
uraian: Rapat evaluasi.
bukti:
  - {bukti}
    judul: Notulen
    jenis: notulen
dicatat_oleh: {peran}
"""
LINK, PATH = "tautan: https://contoh.example/n", "data/2026/capaian/i-3_2026-TW1.yml"


def future(desk: Desk) -> None:
    """A record of tomorrow."""
    desk.write(PATH, RECORD.format(tanggal="2026-12-02", bukti=LINK, peran=TIM))


def no_evidence(desk: Desk) -> None:
    """A record whose evidence was forgotten."""
    desk.write(PATH, RECORD.format(tanggal="2026-11-30", bukti="berkas: notulen.pdf", peran=TIM))


def nobody(desk: Desk) -> None:
    """A record by a role that nobody knows."""
    desk.write(PATH, RECORD.format(tanggal="2026-11-30", bukti=LINK, peran="Sekertaris"))


def both_sides(desk: Desk) -> None:
    """Two people changed the same line, and the marks that git left were sent."""
    desk.change("data/situs.yml", "kantor: KPU", "<<<<<<< HEAD\nkantor: KPU")
    desk.change("data/situs.yml", "kantor_lengkap:", "=======\nkantor: KPU Tabalong\n>>>>>>> kerja\nkantor_lengkap:")


def broken_page(desk: Desk) -> None:
    """The same in a page of information."""
    desk.write("docs/informasi/kunjungan.md", f"{PAGE}\n<<<<<<< HEAD\nSatu.\n=======\nDua.\n>>>>>>> kerja\n")


def unused(desk: Desk) -> None:
    """Evidence that no record names."""
    shutil.copy(EVIDENCE / "notulen-rapat.pdf", desk.root / "data/bukti/2026/lupa.pdf")


BROKEN = {
    future: f"{PATH}:3: tanggal 2026-12-02 belum terjadi per 2026-12-01",
    no_evidence: f"{PATH}:7: berkas bukti “notulen.pdf” tidak ada",
    nobody: f"{PATH}:10: peran “Sekertaris” tidak ada dalam situs.yml; maksud Anda “Sekretaris”?",
    both_sides: "data/situs.yml:8: dua orang mengubah berkas ini",
    broken_page: "dua orang mengubah berkas ini",
    unused: "data/bukti/2026/lupa.pdf:1: berkas bukti tidak dipakai catatan mana pun",
}


def test_what_is_broken_is_red_with_the_right_sentence(host: CodeHost) -> None:
    """A dishonest or broken act is stopped by the gate with its file, its line and what is wrong."""
    for do, sentence in BROKEN.items():
        desk = host.desk("ani", "2026-12-01")
        do(desk)
        host.send(desk, do.__doc__ or "")
        verdict = host.check(desk.day)
        assert not verdict.green, do.__doc__
        assert sentence in verdict.output, verdict.output
        assert "Traceback" not in verdict.output
        assert "titik dua" not in verdict.output


def test_thirty_nights(tmp_path: Path) -> None:
    """Thirty nightly builds with nothing changed: each is green and tells its own day, the numbers stay, and neither the
    project nor its cache gathers anything."""
    host = CodeHost(tmp_path, LAIN)
    try:
        for night in range(1, 31):
            day, host.draws = f"2031-06-{night:02}", night in (1, 30)
            host.publish(day, "gitlab" if night % 2 else "github")
            assert read_json(host.published, "2031/ringkasan.json")["per_tanggal"] == day
            assert numbers(host.published, 2031) == (1, 1, 0)
        assert not [path.name for path in host.runner.iterdir() if path.name.startswith(".site")]
        assert sum(path.stat().st_size for path in (host.runner / ".zi-cache").rglob("*") if path.is_file()) < 20_000_000
    finally:
        host.stop()
