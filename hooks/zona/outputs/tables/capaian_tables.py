"""The plan, its periods, the records and their evidence as tables."""

from __future__ import annotations

from operator import attrgetter, itemgetter

from zona.findings.plan_findings import AksiFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract.capaian_contract import BuktiJson, CatatanCapaianJson, PeriodeJson
from zona.outputs.api.year_json import Terbit, period_json, record_json
from zona.outputs.tables.table import Jenis, Kolom, Rujukan, Tabel, keys_of, rows_of
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import Aksi, Kelompok

BAGIAN = "Rencana aksi dan capaian"
_KE_PERIODE = (Rujukan(("tahun", "aksi", "periode"), "periode", ("tahun", "aksi", "periode")),)


def rencana_aksi(tahun: TahunFinding) -> Tabel:
    """The annex, one row an action, with what it comes to."""
    cells = "kode komponen indikator langkah_aksi bukti_fisik target_waktu target_capaian"
    kolom: tuple[Kolom[AksiFinding], ...] = (
        *keys_of(Keputusan, "tahun", lambda _: tahun),
        *keys_of(Kelompok, "kelompok=kode judul_kelompok=judul", attrgetter("kelompok")),
        *keys_of(Aksi, cells, attrgetter("aksi")),
        Kolom("jumlah_periode", Jenis.BILANGAN, "Banyaknya periode yang harus dipenuhi.", lambda item: len(item.periode)),
        Kolom("terpenuhi", Jenis.BILANGAN, "Banyaknya periode yang terpenuhi.", attrgetter("hitungan.terpenuhi")),
        Kolom(
            "keadaan",
            Jenis.TEKS,
            "Keadaan aksi: keadaan paling berat di antara periodenya, atau selesai.",
            attrgetter("keadaan"),
        ),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam semua catatan aksi itu.", attrgetter("jumlah_bukti")),
    )
    told = "Baris-baris lampiran keputusan, satu baris tiap aksi."
    baris = rows_of(kolom, tahun.aksi)
    return Tabel("rencana-aksi", "Rencana aksi", told, kolom, baris, ("tahun", "kode"), bagian=BAGIAN)


def periode(tahun: TahunFinding) -> Tabel:
    """Every period with its state."""
    keys = "aksi periode tenggat keadaan hari_lewat terlambat_dipenuhi jumlah_catatan"
    kolom: tuple[Kolom[PeriodeJson], ...] = (*keys_of(Keputusan, "tahun", lambda _: tahun), *keys_of(PeriodeJson, keys))
    baris = rows_of(kolom, map(period_json, tahun.periode))
    told, own = "Setiap periode setiap aksi, dengan keadaannya.", ("tahun", "aksi", "periode")
    action = (Rujukan(("tahun", "aksi"), "rencana-aksi", ("tahun", "kode")),)
    return Tabel("periode", "Periode dan tenggat", told, kolom, baris, own, action, bagian=BAGIAN)


def catatan(tahun: TahunFinding, terbit: Terbit) -> Tabel:
    """Every record; `terbit` is the year's published evidence by name."""
    kolom: tuple[Kolom[CatatanCapaianJson], ...] = (
        *keys_of(Keputusan, "tahun", lambda _: tahun),
        *keys_of(CatatanCapaianJson, "aksi periode tanggal hasil uraian"),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam catatan itu.", lambda item: len(item.bukti)),
        *keys_of(CatatanCapaianJson, "dicatat_oleh diverifikasi_oleh berkas"),
    )
    told = "Apa yang dilaporkan sudah dikerjakan, catatan demi catatan."
    baris = rows_of(kolom, _records(tahun, terbit))
    return Tabel("catatan", "Catatan pelaksanaan", told, kolom, baris, ("berkas",), _KE_PERIODE, bagian=BAGIAN)


def bukti(tahun: TahunFinding, terbit: Terbit) -> Tabel:
    """Every piece of evidence of every record; `terbit` is the year's published evidence by name."""
    kolom: tuple[Kolom[tuple[CatatanCapaianJson, BuktiJson]], ...] = (
        *keys_of(Keputusan, "tahun", lambda _: tahun),
        *keys_of(CatatanCapaianJson, "aksi periode tanggal", itemgetter(0)),
        *keys_of(BuktiJson, "judul jenis tautan alamat ukuran sha256", itemgetter(1)),
        Kolom(
            "catatan",
            Jenis.TEKS,
            "Catatan yang memuat bukti itu: kolom berkas pada tabel catatan.",
            lambda item: item[0].berkas,
        ),
    )
    told = "Setiap bukti setiap catatan: berkas di situs ini, atau tautan."
    baris = rows_of(kolom, ((record, item) for record in _records(tahun, terbit) for item in record.bukti))
    reference = (*_KE_PERIODE, Rujukan(("catatan",), "catatan", ("berkas",)))
    return Tabel("bukti", "Bukti", told, kolom, baris, rujukan=reference, bagian=BAGIAN)


def _records(tahun: TahunFinding, terbit: Terbit) -> tuple[CatatanCapaianJson, ...]:
    """Every record in the order of the plan, then of time."""
    return tuple(record_json(record, terbit) for item in tahun.periode for record in item.capaian)
