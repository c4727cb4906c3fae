"""Which JSON files version 1 publishes, and by which model each is made."""

from __future__ import annotations

from dataclasses import dataclass

from zona.outputs.api.contract.capaian_contract import CapaianJson
from zona.outputs.api.contract.contract_base import KontrakJson
from zona.outputs.api.contract.index_contract import IndeksJson, PerubahanJson
from zona.outputs.api.contract.kanal_contract import SemuaKanalJson
from zona.outputs.api.contract.pengaduan_contract import PengaduanJson
from zona.outputs.api.contract.rencana_aksi_contract import RencanaAksiJson
from zona.outputs.api.contract.ringkasan_contract import RingkasanJson
from zona.outputs.api.contract.survei_contract import SurveiJson


@dataclass(frozen=True)
class BerkasJson:
    """A published file: its name without .json, its model, and what it holds in one sentence. `tahunan`: one in each year."""

    nama: str
    model: type[KontrakJson]
    keterangan: str
    tahunan: bool = True

    @property
    def judul(self) -> str:
        """What the file is called: the title of its model."""
        return str(self.model.model_config["title"])


RENCANA_AKSI = BerkasJson(
    "rencana-aksi", RencanaAksiJson, "Lampiran keputusan seperti tercetak, dengan periode, target, dan catatannya."
)
CAPAIAN = BerkasJson(
    "capaian", CapaianJson, "Setiap periode dengan keadaannya, dan setiap catatan pelaksanaan dengan buktinya."
)
RINGKASAN = BerkasJson("ringkasan", RingkasanJson, "Hitungan tiap keadaan, seluruhnya dan tiap kelompok, dan deret bulanannya.")
PENGADUAN = BerkasJson(
    "pengaduan", PengaduanJson, "Banyaknya pengaduan tiap bulan dan jangka, sejauh boleh terbit tanpa menunjuk orang."
)
SURVEI = BerkasJson("survei", SurveiJson, "Survei yang dilakukan, jawaban tiap unsur, dan hasilnya.")
KANAL = BerkasJson(
    "kanal", SemuaKanalJson, "Kanal pengaduan, pemilih “Ke mana saya melapor?”, dan aturan yang dikutip.", tahunan=False
)
INDEKS = BerkasJson(
    "index", IndeksJson, "Daftar semua berkas yang bisa diambil program, dengan alamat dan skemanya.", tahunan=False
)
PERUBAHAN = BerkasJson("perubahan", PerubahanJson, "Apa yang bertambah dalam kontrak data ini, dan kapan.", tahunan=False)

BERKAS = (RENCANA_AKSI, CAPAIAN, RINGKASAN, PENGADUAN, SURVEI, KANAL, INDEKS, PERUBAHAN)


def files_of(*, kanal: bool) -> tuple[BerkasJson, ...]:
    """The files that there are; `kanal` says whether the office has channels."""
    return BERKAS if kanal else tuple(item for item in BERKAS if item is not KANAL)
