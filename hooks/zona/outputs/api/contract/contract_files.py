"""Which JSON files version 1 publishes, and by which model each is made."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from zona.outputs.api.contract.capaian_contract import Capaian
from zona.outputs.api.contract.contract_base import Kontrak
from zona.outputs.api.contract.index_contract import Indeks, Perubahan
from zona.outputs.api.contract.kanal_contract import SemuaKanal
from zona.outputs.api.contract.pengaduan_contract import Pengaduan
from zona.outputs.api.contract.rencana_aksi_contract import RencanaAksi
from zona.outputs.api.contract.ringkasan_contract import Ringkasan
from zona.outputs.api.contract.survei_contract import Survei


@dataclass(frozen=True)
class BerkasKontrak:
    """A published file: its name without .json, its model, and what it holds in one sentence. `tahunan`: one in each year."""

    nama: str
    model: type[Kontrak]
    keterangan: str
    tahunan: bool = True

    @property
    def judul(self) -> str:
        """What the file is called: the title of its model."""
        return str(self.model.model_config["title"])

    def content(self, isi: dict[str, Any]) -> bytes:
        """The file's bytes. Raises `pydantic.ValidationError` where the values are not what the contract promises."""
        file = self.model.model_validate_json(json.dumps(isi))
        return (json.dumps(file.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


RENCANA_AKSI = BerkasKontrak(
    "rencana-aksi", RencanaAksi, "Lampiran keputusan seperti tercetak, dengan periode, target, dan catatannya."
)
CAPAIAN = BerkasKontrak("capaian", Capaian, "Setiap periode dengan keadaannya, dan setiap catatan pelaksanaan dengan buktinya.")
RINGKASAN = BerkasKontrak("ringkasan", Ringkasan, "Hitungan tiap keadaan, seluruhnya dan tiap kelompok, dan deret bulanannya.")
PENGADUAN = BerkasKontrak(
    "pengaduan", Pengaduan, "Banyaknya pengaduan tiap bulan dan jangka, sejauh boleh terbit tanpa menunjuk orang."
)
SURVEI = BerkasKontrak("survei", Survei, "Survei yang dilakukan, jawaban tiap unsur, dan hasilnya.")
KANAL = BerkasKontrak(
    "kanal", SemuaKanal, "Kanal pengaduan, pemilih “Ke mana saya melapor?”, dan aturan yang dikutip.", tahunan=False
)
INDEKS = BerkasKontrak(
    "index", Indeks, "Daftar semua berkas yang bisa diambil program, dengan alamat dan skemanya.", tahunan=False
)
PERUBAHAN = BerkasKontrak("perubahan", Perubahan, "Apa yang bertambah dalam kontrak data ini, dan kapan.", tahunan=False)

BERKAS = (RENCANA_AKSI, CAPAIAN, RINGKASAN, PENGADUAN, SURVEI, KANAL, INDEKS, PERUBAHAN)


def files_of(*, kanal: bool) -> tuple[BerkasKontrak, ...]:
    """The files that there are; `kanal` says whether the office has channels."""
    return BERKAS if kanal else tuple(item for item in BERKAS if item is not KANAL)
