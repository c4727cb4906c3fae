"""The table of the late: what the page of the late lists, one row a period."""

from zona.findings.lewat_tenggat import AksiLewat
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract import plan_contract as plan
from zona.outputs.api.data_json import period_json
from zona.outputs.tables.table import Isi, Jenis, Kolom, Tabel, keys_of, table_of
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import Aksi


def late_table(tahun: TahunFinding) -> Tabel:
    """Every late period, the actions and their periods as the page of the late orders them."""
    kolom = (
        *keys_of(Keputusan, "tahun"),
        *keys_of(plan.PeriodeJson, "aksi periode tenggat keadaan hari_lewat"),
        Kolom("salinan_dari", Jenis.TEKS, "Kode baris yang tercetak sama dan lebih dulu; kosong bila tidak ada."),
        *keys_of(Aksi, "bukti_diminta=bukti_fisik"),
        Kolom("bukti_diberikan", Jenis.TEKS, "Judul bukti dalam laporan yang berlaku; kosong bila belum ada."),
        Kolom("tanggal_laporan", Jenis.TANGGAL, "Tanggal laporan terakhir; kosong bila belum dilaporkan."),
    )
    return table_of(
        "lewat-tenggat", kolom, ({"tahun": tahun.tahun} | _late(own, item) for own in tahun.aksi_lewat for item in own.periode)
    )


def _late(own: AksiLewat, item: PeriodeFinding) -> Isi:
    standing = [found.isi for found in item.catatan_capaian if not found.gugur]
    return vars(period_json(item)) | {
        "salinan_dari": own.salinan,
        "bukti_diminta": item.aksi.bukti_fisik,
        "bukti_diberikan": tuple(bukti.judul for isi in standing for bukti in isi.bukti),
        "tanggal_laporan": item.penentu.tanggal if item.penentu else None,
    }
