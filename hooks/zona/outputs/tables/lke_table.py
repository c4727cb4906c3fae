"""The table of the LKE, in the columns that assessors paste into the form: a row for each verified piece of evidence of each
item, and one without evidence for each item that has none."""

from collections.abc import Iterator

from zona.findings.lke.lke_findings import LkeFinding
from zona.outputs.api.contract import plan_contract as plan
from zona.outputs.api.data_json import Terbit, evidence_json
from zona.outputs.tables.table import Isi, Jenis, Kolom, Tabel, keys_of, table_of

_KOLOM = (
    Kolom("kode_item", Jenis.TEKS, "Kode butir LKE."),
    Kolom("pertanyaan", Jenis.TEKS, "Pertanyaan butir, diringkas; kata resminya ada pada lampiran peraturan."),
    Kolom("aksi", Jenis.TEKS, "Kode aksi yang buktinya disebut; tanpa bukti: semua aksi yang berkaitan."),
    Kolom("bukti", Jenis.TEKS, "Judul bukti yang sudah diverifikasi; kosong bila belum ada."),
    Kolom("tanggal", Jenis.TANGGAL, "Tanggal pelaksanaan yang dibuktikan."),
    Kolom("sha256", Jenis.TEKS, "Sidik SHA-256 berkas bukti; kosong untuk tautan."),
    Kolom("alamat", Jenis.TEKS, "Alamat bukti; tanpa https:// bila alamat situs ini belum diisi."),
    Kolom("membuktikan_apa", Jenis.TEKS, "Apa yang dibuktikannya, dalam satu kalimat; kosong bila tidak ditulis."),
    *keys_of(plan.CatatanCapaianJson, "periode"),
    *keys_of(plan.BuktiJson, "jumlah_halaman"),
)


def lke_table(temuan: LkeFinding, terbit: Terbit, root: str) -> Tabel:
    """The table; `terbit` is the year's published evidence by name, `root` the site's address, "" where it is not known."""
    return table_of("lke", _KOLOM, _rows(temuan, terbit, root))


def _rows(temuan: LkeFinding, terbit: Terbit, root: str) -> Iterator[Isi]:
    for item in temuan.butir:
        head = {"kode_item": item.kode, "pertanyaan": item.pertanyaan}
        for found in item.bukti:
            piece = evidence_json(found.bukti, terbit)
            yield head | {
                "aksi": found.baris.kode,
                "bukti": found.bukti.judul,
                "tanggal": found.tanggal,
                "sha256": piece.sha256,
                "alamat": found.bukti.tautan or f"{root}{piece.alamat}",
                "membuktikan_apa": found.bukti.membuktikan,
                "periode": found.catatan.isi.periode,
                "jumlah_halaman": piece.jumlah_halaman,
            }
        if not item.bukti:
            empty = dict.fromkeys(kolom.nama for kolom in _KOLOM if kolom.nama not in head)
            yield head | empty | {"aksi": tuple(row.kode for row in item.baris)}
