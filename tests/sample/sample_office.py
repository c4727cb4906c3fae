"""Writes the sample office of tests/offices/contoh/: an invented year of records with every state, and evidence of every form.

Run by hand: `python tests/sample/sample_office.py`. It replaces the whole folder; the same code, plan and Pillow give the same
bytes.
The plan is that of tests/offices/tabalong-2026/ under an invented name; everything else is made up here.
"""

from __future__ import annotations

import io
import shutil
import sys
import textwrap
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont
from sample.sample_pengaduan import complaint_files

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from sample.sample_kanal import write_channels
from sample.sample_laporan import write_tahunan
from zona.records.capaian.capaian import file_stem
from zona.records.reading.yaml_reader import read_yaml
from zona.records.rencana.jadwal import BULAN, Tenggat, months_of
from zona.records.rencana.rencana_aksi import RencanaAksi

TAHUN = 2026
FIRST, LAST = date(2026, 1, 5), date(2026, 11, 24)
TABALONG = ROOT / "tests" / "offices" / "tabalong-2026"
PLAN = TABALONG / "data" / str(TAHUN) / "rencana-aksi.yml"
CONTOH = ROOT / "tests" / "offices" / "contoh" / "data"
HEADER = "# DATA CONTOH: semua isi folder ini karangan untuk uji, bukan data kantor mana pun.\n"

SITUS = """kantor: KPU Kabupaten Contoh
kantor_lengkap: Komisi Pemilihan Umum Kabupaten Contoh
provinsi: Provinsi Contoh
zona_waktu: WITA
alamat_situs: https://contoh.example/zi/
contoh: true
peran:
  - Tim Contoh
  - Subbagian Contoh
  - Sekretaris Contoh
  - Ketua Contoh
halaman_janji:
  - halaman: rencana-aksi
    baris: [I.2]
  - halaman: triwulan
    baris: [I.3]
"""
RECORDERS, VERIFIERS = ("Tim Contoh", "Subbagian Contoh"), ("Sekretaris Contoh", "Ketua Contoh")

KEPUTUSAN = """tahun: 2026
nomor: Nomor 0 Tahun 2026 (CONTOH)
judul: KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN CONTOH
tentang: RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026 (CONTOH)
tanggal: 2026-01-02
tempat: Contoh
pembuka: KETUA KOMISI PEMILIHAN UMUM KABUPATEN CONTOH

menimbang:
  - huruf: a
    teks: bahwa situs perlu diuji dengan data karangan (CONTOH);
  - huruf: b
    teks: bahwa untuk itu perlu menetapkan rencana aksi contoh;

mengingat:
  - nomor: 1
    teks: Peraturan Contoh tentang Data Uji (CONTOH);

menetapkan: KEPUTUSAN TENTANG RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026 (CONTOH).

diktum:
  - diktum: KESATU
    teks: Menetapkan rencana aksi contoh sebagaimana tercantum dalam Lampiran Keputusan ini (CONTOH).

penandatangan:
  jabatan: KETUA KOMISI PEMILIHAN UMUM KABUPATEN CONTOH
  keterangan: ttd.
"""

# kode | a letter for each period | what is done | pools of evidence. An action without records has no line.
#   S fulfilled in time    L fulfilled late    W waits for verification    B running    K hindered    - no record
#   2 running, then fulfilled    3 running, hindered, fulfilled    U fulfilled, then taken back as hindered
ROWS = """
I.1     | S            | pembentukan Tim Kerja Zona Integritas                 | sk rapat
I.2     | S            | penyusunan dan sosialisasi dokumen rencana aksi       | rencana laman
I.3     | 2L2B         | rapat evaluasi pembangunan Zona Integritas            | rapat
I.4.a   | SSSSSSSSSSS- | apel pagi dan rapat pleno                             | apel rapat
I.4.b   | S            | konsolidasi seluruh pegawai sebagai agen perubahan    | apel sosialisasi
II.1    | SL           | sosialisasi pengendalian gratifikasi kepada pegawai   | sosialisasi rapat
II.2    | SSLSSSSSSW-- | kampanye tolak gratifikasi di media daring            | banner gratifikasi
II.3    | B            | penyusunan laporan tahunan penanganan gratifikasi     | laporan
II.4    | K            | survei persepsi korupsi                               | laporan
II.5    | SSSSS-SSS--- | pemuatan menu anti gratifikasi pada laman kantor      | gratifikasi
III.1   | L-           | sosialisasi pelaporan pelanggaran kepada pegawai      | sosialisasi
III.2   | SSSS-SS-SW-- | penyebaran informasi pelaporan pelanggaran            | banner laman
III.5   | SS-SSLSS-W-- | pemuatan menu pelaporan pelanggaran pada laman kantor | laman gratifikasi
IV.1    | S2           | identifikasi potensi benturan kepentingan             | laporan rapat
IV.2    | 3            | sosialisasi penanganan benturan kepentingan           | sosialisasi banner
IV.3    | U            | pengumpulan surat pernyataan benturan kepentingan     | pakta
V.1.a   | SSSLSSSSSSS- | sosialisasi pengendalian intern                       | sosialisasi kendali
V.1.b   | LS-S-S--SB-- | pengisian kartu kendali pengendalian intern           | kendali
V.2     | L            | penyusunan daftar risiko unit                         | kendali laporan
V.3     | B            | penyusunan daftar kegiatan pengendalian risiko        | kendali
V.4.a   | SSSSLS--WW-- | pengiriman kartu kendali                              | kendali laporan
V.4.b   | B            | pengukuran pengendalian intern dengan kuesioner       | kendali
VI.1    | 2SSSSSSSSW-- | pelayanan pengaduan masyarakat                        | pengaduan layanan
VI.2.a  | W-           | penyusunan laporan pengaduan masyarakat               | laporan
VI.2.b  | L            | penerbitan infografis pengaduan masyarakat            | pengaduan
VI.2.d  | K            | lokakarya penanganan pengaduan                        | sosialisasi
VI.4    | L-           | publikasi tindak lanjut evaluasi pengaduan            | pengaduan laporan
VII.1.a | S2WB         | siniar tentang inovasi pelayanan                      | podcast rapat
VII.1.b | SSS--S------ | penyebaran informasi inovasi pelayanan                | podcast laman
VII.2.a | SL3SSSS-KW-- | penggunaan inovasi pelayanan                          | layanan
VII.2.b | SB--         | pembahasan penerapan inovasi pelayanan                | rapat podcast
VII.3   | K            | evaluasi program inovasi pelayanan                    | rapat
VII.4   | S            | sosialisasi pelaporan harta kekayaan                  | sosialisasi
VII.5   | 2            | pelaporan harta kekayaan dan pajak tahunan            | kendali laporan
VII.6   | S            | penandatanganan pakta integritas                      | pakta apel
VII.7   | B            | survei pelayanan publik                               | layanan
VII.8   | S            | evaluasi prosedur pelayanan                           | rapat laporan
"""

# Each pool: file or link, kind, title.
POOLS = """
apel: foto-apel-1.jpg foto Apel pagi; foto-apel-2.jpg foto Apel pagi; foto-apel-3.jpg foto Barisan apel
rapat: foto-rapat-1.jpg foto Rapat; notulen-rapat.pdf notulen Notulen rapat; daftar-hadir.ods daftar_hadir Daftar hadir rapat
rapat: foto-rapat-2.jpg foto Peserta rapat; undangan-rapat.docx undangan Undangan rapat; foto-rapat-3.jpg foto Ruang rapat
sosialisasi: foto-sosialisasi-1.jpg foto Sosialisasi; foto-sosialisasi-2.jpg foto Peserta sosialisasi
sosialisasi: foto-sosialisasi-3.jpg foto Tanya jawab sosialisasi
banner: foto-banner-1.jpg foto Banner; foto-banner-2.jpg foto Banner di ruang tunggu; foto-banner_3.jpg foto Banner di halaman
podcast: foto-podcast-1.jpg foto Siniar; foto-podcast-2.jpg foto Rekaman siniar; foto-podcast-3.jpg foto Studio siniar
layanan: foto-layanan-1.jpg foto Meja layanan; foto-layanan-2.jpg foto Ruang layanan; foto-layanan-3.jpg foto Kotak saran
gratifikasi: laman-gratifikasi.png tampilan Menu anti gratifikasi
gratifikasi: https://contoh.example.go.id/anti-gratifikasi tampilan Laman anti gratifikasi
pengaduan: laman-pengaduan.png tampilan Menu pengaduan; https://contoh.example.go.id/pengaduan tampilan Laman pengaduan
laman: media-sosial.webp tampilan Unggahan media sosial; https://contoh.example.go.id/berita tampilan Berita di laman kantor
sk: sk-tim-kerja.pdf dokumen Keputusan tim kerja
rencana: rencana-aksi.pdf dokumen Dokumen rencana aksi
laporan: laporan-kegiatan.pdf laporan Laporan kegiatan
pakta: pakta-integritas.pdf dokumen Pakta integritas
kendali: rekap-kartu-kendali.xlsx dokumen Rekap kartu kendali
"""

DONE = (
    "Kegiatan diikuti pegawai dari semua subbagian.",
    "Hasilnya disampaikan dalam rapat berikutnya.",
    "Dokumentasi disimpan oleh sekretariat.",
    "Tindak lanjut dijadwalkan pada periode berikutnya.",
)
RUNNING = ("bahan sedang disiapkan", "pelaksanaan mencapai sekitar separuh", "hasil sementara sedang diperiksa")
HINDERED = ("narasumber belum tersedia", "jaringan internet terganggu", "jadwal berbenturan dengan kegiatan lain")
TAKEN_BACK = "pemeriksaan ulang menunjukkan sebagian dokumen belum lengkap"

# Photos: the angle to turn the upright picture before it is stored, by EXIF orientation; and which photos have which.
TURNS = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
ORIENTATION = {"foto-apel-1.jpg": 6, "foto-rapat-2.jpg": 3, "foto-banner-2.jpg": 8, "foto-podcast-1.jpg": 6}
WITH_GPS = ("foto-apel-1.jpg", "foto-sosialisasi-1.jpg", "foto-banner-2.jpg", "foto-layanan-3.jpg")
ORIENTATION_TAG, MAKE_TAG, GPS_TAG = 0x0112, 0x010F, 0x8825
OPEN_SEA = {1: "S", 2: (0.0, 30.0, 0.0), 3: "E", 4: (90.0, 0.0, 0.0)}

OFFICE = "http://schemas.openxmlformats.org"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


@dataclass(frozen=True)
class Piece:
    """A piece of evidence that records may cite."""

    sumber: str
    jenis: str
    judul: str

    @property
    def is_link(self) -> bool:
        return self.sumber.startswith("https://")


@dataclass(frozen=True)
class Row:
    """What the sample says of one action: a letter for each period, what is done, what backs it."""

    kode: str
    letters: str
    kegiatan: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Step:
    """One record to be written of a period."""

    tanggal: date
    hasil: str
    verified: bool = False
    uraian: str = ""


def read_pools() -> dict[str, tuple[Piece, ...]]:
    """The pieces of evidence by pool."""
    pools: dict[str, tuple[Piece, ...]] = {}
    for line in POOLS.strip().splitlines():
        name, _, items = line.partition(": ")
        pieces = tuple(Piece(*item.split(maxsplit=2)) for item in items.split(";"))
        pools[name] = pools.get(name, ()) + pieces
    return pools


def read_rows(pools: dict[str, tuple[Piece, ...]]) -> dict[str, Row]:
    """The sample's actions by code."""
    rows = {}
    for line in ROWS.strip().splitlines():
        kode, letters, kegiatan, names = (cell.strip() for cell in line.split("|"))
        rows[kode] = Row(kode, letters, kegiatan, tuple(piece for name in names.split() for piece in pools[name]))
    return rows


class Writer:
    """Writes the records; remembers how often each piece was cited, so that all are."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.random = folder, Random(2026)
        self.cited: Counter[Piece] = Counter()

    def period(self, row: Row, letter: str, tenggat: Tenggat) -> None:
        """The records of one period."""
        stem = file_stem(row.kode, tenggat.periode)
        for number, step in enumerate(self.steps(letter, tenggat.tenggat), start=1):
            suffix = f"_{number}" if number > 1 else ""
            text = self.record(row, tenggat.periode, step)
            write_text(self.folder / f"{stem}{suffix}.yml", HEADER + text)

    def steps(self, letter: str, tenggat: date) -> tuple[Step, ...]:
        """What a letter of the table stands for, with dates."""
        before = max(FIRST, min(tenggat, LAST) - timedelta(days=self.random.randint(1, 12)))
        after = min(LAST, tenggat + timedelta(days=self.random.randint(3, 24)))
        week = timedelta(days=7)
        running, done = Step(before, "berjalan"), Step(before, "selesai", verified=True)
        return {
            "-": (),
            "S": (done,),
            "L": (Step(after, "selesai", verified=True),),
            "W": (Step(before, "selesai"),),
            "B": (running,),
            "K": (Step(before, "kendala"),),
            "2": (Step(before - week, "berjalan"), done),
            "3": (Step(before - 2 * week, "berjalan"), Step(before - week, "kendala"), done),
            "U": (done, Step(after, "kendala", uraian=TAKEN_BACK)),
        }[letter]

    def record(self, row: Row, periode: str, step: Step) -> str:
        """One record as a file's text."""
        recorder, verifier = self.random.choice(RECORDERS), self.random.choice(VERIFIERS)
        lines = [f"aksi: {row.kode}", f'periode: "{periode}"', f"tanggal: {step.tanggal}", f"hasil: {step.hasil}", "uraian: >-"]
        lines += textwrap.wrap(self.uraian(row, periode, step), 98, initial_indent="  ", subsequent_indent="  ")
        pieces = self.evidence(row, step)
        lines += ["bukti:"] if pieces else []
        lines += [line for piece in pieces for line in cite(piece)]
        lines += [f"dicatat_oleh: {recorder}"]
        lines += [f"diverifikasi_oleh: {verifier}"] if step.verified else []
        return "\n".join(lines) + "\n"

    def uraian(self, row: Row, periode: str, step: Step) -> str:
        """What the record tells."""
        what = f"Contoh: {row.kegiatan} untuk {in_words(periode)}"
        if step.hasil == "selesai":
            return f"{what} sudah dilaksanakan. {self.random.choice(DONE)}"
        if step.hasil == "berjalan":
            return f"{what} sedang berjalan; {self.random.choice(RUNNING)}."
        return f"{what} belum dapat diselesaikan karena {step.uraian or self.random.choice(HINDERED)}."

    def evidence(self, row: Row, step: Step) -> tuple[Piece, ...]:
        """One to three pieces for what is done, at most one for what is running: the least cited first."""
        wanted = {"selesai": self.random.choice((1, 1, 1, 2, 2, 3)), "berjalan": self.random.choice((0, 1)), "kendala": 0}
        pieces = tuple(sorted(row.pieces, key=lambda piece: self.cited[piece])[: wanted[step.hasil]])
        self.cited.update(pieces)
        return pieces


def cite(piece: Piece) -> Iterator[str]:
    """The lines that cite a piece of evidence."""
    yield f"  - {'tautan' if piece.is_link else 'berkas'}: {piece.sumber}"
    yield f"    judul: {piece.judul} (contoh)"
    yield f"    jenis: {piece.jenis}"


def in_words(periode: str) -> str:
    """A period as people say it."""
    months = months_of(periode)
    if "TW" in periode:
        return f"triwulan {('I', 'II', 'III', 'IV')[months[-1] // 3 - 1]} {TAHUN}"
    first, last = BULAN[months[0] - 1], BULAN[months[-1] - 1]
    return f"{first} {TAHUN}" if first == last else f"{first} sampai {last} {TAHUN}"


def write_text(path: Path, text: str) -> None:
    """Write with the same line ends everywhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def plan_text() -> str:
    """The plan under the invented name, its opening comment replaced."""
    lines = PLAN.read_text(encoding="utf-8").splitlines(keepends=True)
    body = next(index for index, line in enumerate(lines) if not line.startswith("#"))
    return HEADER + "".join(lines[body:]).replace("Tabalong", "Contoh").replace("TABALONG", "CONTOH")


def write_records(plan: Path, folder: Path, rows: dict[str, Row]) -> Counter[Piece]:
    """Write every record; returns how often each piece of evidence was cited."""
    writer = Writer(folder)
    document = read_yaml(plan, label=plan.name, root=plan.parent)
    for aksi in RencanaAksi.model_validate(document.value).semua_aksi():
        if row := rows.get(aksi.kode):
            for letter, tenggat in zip(row.letters, aksi.tenggat, strict=True):
                writer.period(row, letter, tenggat)
    return writer.cited


def evidence_file(piece: Piece) -> bytes:
    """The bytes of one evidence file, by its ending."""
    ending = piece.sumber.rpartition(".")[2]
    if ending in ("jpg", "png", "webp"):
        return photo(piece.sumber) if ending == "jpg" else screen(piece.sumber, ending)
    if ending == "pdf":
        return pdf(piece.judul)
    return zipped({"xlsx": xlsx, "ods": ods, "docx": docx}[ending](piece.judul))


def picture(name: str, size: tuple[int, int]) -> Image.Image:
    """Coloured shapes and the words DATA CONTOH, the same for the same name."""
    random = Random(name)
    image = Image.new("RGB", size, pastel(random))
    draw = ImageDraw.Draw(image)
    for number in range(9):
        x, y, side = random.randrange(size[0]), random.randrange(size[1]), random.randrange(60, 200)
        shape = (draw.ellipse, draw.rectangle)[number % 2]
        shape((x - side // 2, y - side // 2, x + side // 2, y + side // 2), fill=pastel(random))
    words(draw, size, name)
    return image


def pastel(random: Random) -> tuple[int, int, int]:
    """A light colour, on which dark words can be read."""
    return random.randrange(140, 240), random.randrange(140, 240), random.randrange(140, 240)


def words(draw: ImageDraw.ImageDraw, size: tuple[int, int], name: str) -> None:
    """The big words, and the file's name below them; with Pillow's own font, the same on every computer."""
    middle, centre = size[0] // 2, size[1] // 2
    draw.text((middle, centre - 50), "DATA", fill="#202020", font=ImageFont.load_default(100), anchor="mm")
    draw.text((middle, centre + 50), "CONTOH", fill="#202020", font=ImageFont.load_default(100), anchor="mm")
    draw.text((middle, centre + 130), name, fill="#202020", font=ImageFont.load_default(24), anchor="mm")


def photo(name: str) -> bytes:
    """A JPEG as a phone would make it: some turned, some with the place in it."""
    orientation = ORIENTATION.get(name, 1)
    upright = orientation in (6, 8) or name.endswith("3.jpg")
    image = picture(name, (480, 640) if upright else (640, 480))
    exif = Image.Exif()
    if orientation in TURNS:
        image = image.transpose(TURNS[orientation])
        exif[ORIENTATION_TAG] = orientation
    if name in WITH_GPS:
        exif[MAKE_TAG] = "Kamera Contoh"
        exif[GPS_TAG] = OPEN_SEA
    return saved(image, "JPEG", quality=70, **({"exif": exif} if exif else {}))


def screen(name: str, ending: str) -> bytes:
    """A picture of a screen."""
    return saved(picture(name, (640, 480)), ending.upper())


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The picture's bytes in a form."""
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def pdf(title: str) -> bytes:
    """A PDF of one page: the words DATA CONTOH and the title."""
    stream = f"BT /F1 48 Tf 72 700 Td (DATA CONTOH) Tj 0 -48 Td /F1 20 Tf ({title}) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R /Lang (id) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    text, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    )
    return (text + end).encode("ascii")


def zipped(members: dict[str, str]) -> bytes:
    """A zip of texts, in their order, uncompressed and without the time of writing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, (2026, 1, 2, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, text)
    return target.getvalue()


def content_types(part: str, kind: str, **more: str) -> str:
    """The list of kinds that a package of Office Open XML opens with."""
    parts = {part: kind, **more}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{XML}<Types xmlns="{OFFICE}/package/2006/content-types">{defaults}{overrides}</Types>'


def relation(kind: str, target: str) -> str:
    """A list of one relation."""
    one = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    return f'{XML}<Relationships xmlns="{OFFICE}/package/2006/relationships">{one}</Relationships>'


def xlsx(title: str) -> dict[str, str]:
    """A workbook of one sheet."""
    main, cells = f"{OFFICE}/spreadsheetml/2006/main", ("DATA CONTOH", title)
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>' for n, text in enumerate(cells, start=1)
    )
    sheets = '<sheets><sheet name="Contoh" sheetId="1" r:id="rId1"/></sheets>'
    names = f'xmlns="{main}" xmlns:r="{OFFICE}/officeDocument/2006/relationships"'
    kinds = {"xl/worksheets/sheet1.xml": "spreadsheetml.worksheet"}
    return {
        "[Content_Types].xml": content_types("xl/workbook.xml", "spreadsheetml.sheet.main", **kinds),
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f"{XML}<workbook {names}>{sheets}</workbook>",
        "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'{XML}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }


def docx(title: str) -> dict[str, str]:
    """A document of two paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("DATA CONTOH", title))
    names = f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"'
    return {
        "[Content_Types].xml": content_types("word/document.xml", "wordprocessingml.document.main"),
        "_rels/.rels": relation("officeDocument", "word/document.xml"),
        "word/document.xml": f"{XML}<w:document {names}><w:body>{body}</w:body></w:document>",
    }


def ods(title: str) -> dict[str, str]:
    """An OpenDocument spreadsheet; its kind stands first, uncompressed."""
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in ("DATA CONTOH", title)
    )
    rows = "".join(f"<table:table-row>{cell}</table:table-row>" for cell in cells)
    names = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    sheet = f'<office:spreadsheet><table:table table:name="Contoh">{rows}</table:table></office:spreadsheet>'
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", ODS_TYPE), ("content.xml", "text/xml"))
    )
    manifest = f'xmlns:manifest="{ODF}:manifest:1.0" manifest:version="1.2"'
    return {
        "mimetype": ODS_TYPE,
        "content.xml": f'{XML}<office:document-content {names} office:version="1.2"><office:body>{sheet}</office:body>'
        "</office:document-content>",
        "META-INF/manifest.xml": f"{XML}<manifest:manifest {manifest}>{entries}</manifest:manifest>",
    }


def main() -> None:
    """Replace the sample office."""
    shutil.rmtree(CONTOH, ignore_errors=True)
    year, bukti = CONTOH / str(TAHUN), CONTOH / "bukti" / str(TAHUN)
    write_text(CONTOH / "situs.yml", HEADER + SITUS)
    write_channels(TABALONG / "data", CONTOH, HEADER, LAST)
    write_text(year / "keputusan.yml", HEADER + KEPUTUSAN)
    write_text(year / "rencana-aksi.yml", plan_text())
    write_tahunan(year, HEADER, write_text)
    pools = read_pools()
    cited = write_records(year / "rencana-aksi.yml", year / "capaian", read_rows(pools))
    for name, text in complaint_files(TAHUN).items():
        write_text(year / "pengaduan" / name, HEADER + text)
    bukti.mkdir(parents=True)
    for piece in (piece for pool in pools.values() for piece in pool):
        if not cited[piece]:
            raise SystemExit(f"{piece.sumber} tidak dipakai catatan mana pun")
        if not piece.is_link:
            (bukti / piece.sumber).write_bytes(evidence_file(piece))
    print(f"{len(list((year / 'capaian').iterdir()))} catatan, {len(list(bukti.iterdir()))} berkas bukti di {CONTOH}")


if __name__ == "__main__":
    main()
