"""A small office with channels, a chooser, rules and one page of prose: written from values that a test may change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from small.office_data import row, write_kantor

ATURAN: dict[str, Any] = {
    "kunci": "uu-1-2001", "bentuk": "Undang-Undang", "nomor": "1", "tahun": 2001, "tentang": "Uji",
    "keadaan": "berlaku", "sumber": ["https://contoh.go.id/uu"],
}  # fmt: skip
KANAL: dict[str, Any] = {
    "kunci": "uji", "nama": "Saluran Uji", "pemilik": "Lembaga Uji", "untuk": ["Uji."],
    "cara": [{"jenis": "telepon", "nilai": "198"}, {"jenis": "surel", "nilai": None}],
    "janji": [{"isi": "Dijawab.", "sumber": "https://example.org/janji", "dasar_hukum": "uu-1-2001"}],
    "dasar_hukum": ["uu-1-2001"], "sumber": ["https://example.org/kanal"],
}  # fmt: skip
SITUASI: dict[str, Any] = {
    "kunci": "dimintai", "judul": "Saya dimintai uang", "contoh": "Petugas meminta uang.", "kanal": ["uji"],
    "mengapa": "Karena uji.", "siapkan": ["Waktu."], "biaya": "Tidak disebut.", "lama": "Tidak disebut.",
    "perlindungan": "Tidak disebut.", "tidak_menangani": "Lainnya.", "dasar_hukum": ["uu-1-2001"],
}  # fmt: skip
KEPALA: dict[str, Any] = {
    "judul": "Halaman uji", "ringkas": "Uji.", "urutan": 1, "tema": ["wbs"], "dasar_hukum": ["uu-1-2001"],
    "sumber": [{"kunci": "satu", "untuk": "Pernyataan uji.", "alamat": "https://contoh.go.id/satu"}], "menunggu": ["Data uji."],
}  # fmt: skip
ISI = "## Bagian\n\nKata [[kantor]] [[s:satu]] menurut [[h:uu-1-2001]].\n\n[[kanal uji]]\n"


class Dumper(yaml.SafeDumper):
    """Writes the same thing twice where it is given twice, as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(value: Any) -> str:
    """YAML in the order given, each value on its own line."""
    return yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000)


def write_informasi(
    root: Path,
    *,
    aturan: list[dict[str, Any]] | None = None,
    kanal: list[dict[str, Any]] | None = None,
    situasi: list[dict[str, Any]] | None = None,
    kepala: dict[str, Any] | None = None,
    isi: str = ISI,
) -> tuple[Path, Path]:
    """Write the office; what is given takes the place of the good values. Returns its data folder and its prose folder."""
    data = write_kantor(root / "data", {2026: [row("I.1", tema=["wbs-evaluasi"]), row("I.2", tema=["spip"])]})
    for name, key, items in (
        ("dasar-hukum.yml", "aturan", aturan or [ATURAN]),
        ("kanal.yml", "kanal", kanal or [KANAL]),
        ("lapor.yml", "situasi", situasi or [SITUASI]),
    ):
        (data / name).write_text(dump({key: items}), encoding="utf-8")
    prosa = root / "docs" / "informasi"
    prosa.mkdir(parents=True)
    (root / "docs" / "aset").mkdir()
    head = dump(KEPALA | (kepala or {}))
    (prosa / "uji.md").write_text(f"---\n{head}---\n{isi}", encoding="utf-8")
    return data, prosa
