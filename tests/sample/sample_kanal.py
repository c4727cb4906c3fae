"""The sample office's channels, chooser, rules and holidays, in files of its own, which take its packs' place: what belongs to
the nation as a real office once had it (`lists/`), what belongs to the office made up, and confirmations of every age."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from zona.records.reading.yaml_reader import read_yaml

# Days before the sample's last day, dealt out in turn; None was never confirmed.
AGES: tuple[int | None, ...] = (5, 120, 240, None, 90, 30)
# What no telephone and no server answers to: Indonesia has no area 0500, and example.org belongs to nobody.
VALUES = {
    "telepon": "(0500) 000-0000",
    "surel": "{kunci}@contoh.example.org",
    "web": "https://contoh.example.org/{kunci}",
    "alamat": "Jalan Contoh Nomor 0, Contoh (CONTOH)",
}
OWNER = "KPU Kabupaten Contoh"


def write_channels(source: Path, target: Path, header: str, last: date) -> None:
    """Write the files into `target`, made from those in `source`, as of the sample's `last` day."""
    files = {"dasar-hukum.yml": "aturan", "kanal.yml": "kanal", "lapor.yml": "situasi", "hari-libur.yml": "tahun"}
    for name, key in files.items():
        document = read_yaml(source / name, label=name, root=source)
        items = [_plain(item) for item in document.value[key]]
        for index, item in enumerate(items):
            age = AGES[index % len(AGES)]
            item["diperiksa"] = None if age is None else last - timedelta(days=age)
            if item.get("milik_kantor"):
                _invent(item)
        text = yaml.safe_dump({key: items}, allow_unicode=True, sort_keys=False, width=120)
        (target / name).write_text(header + text, encoding="utf-8", newline="\n")


def _invent(item: dict[str, Any]) -> None:
    """The office's own channel: an invented owner and values; one way still waits, as in a real office."""
    item["nama"] += " (CONTOH)"
    item["pemilik"] = OWNER
    for index, way in enumerate(item["cara"]):
        value = VALUES.get(way["jenis"])
        way["nilai"] = value.format(kunci=item["kunci"]) if value and (index == 0 or way["jenis"] != "alamat") else None
        way["keterangan"] = "CONTOH, bukan kontak sungguhan"
    item["sumber"] = [f"https://contoh.example.org/{item['kunci']}"]
    item["jam"] = "Senin sampai Jumat, 08.00–16.00 (CONTOH)"
    item["penanggung_jawab"] = "Subbagian Contoh"


def _plain(value: Any) -> Any:
    """The reader's frozen values as YAML writes them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
