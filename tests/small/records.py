"""Records of small offices: written as the office's own command writes them, bound to their evidence and verified."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from zona.records.capaian.capaian import Capaian, Verifikasi, file_stem
from zona.records.reading.yaml_reader import read_yaml

NO_SIDIK = "0" * 64


def put_record(
    root: Path, cells: dict[str, Any], *, verifier: str | None = None, on: date | None = None, name: str = ""
) -> Path:
    """Write a record into its year's folder, under the name that it must have unless another is given; its path.

    Evidence files that are there get their fingerprint. `verifier` is the role that verified it, `on` the day (without it, the
    record's own). A record that is not valid has a fingerprint of zeros in its name and its verification.
    """
    cells = {key: value for key, value in cells.items() if value is not None}
    folder = root / str(cells["periode"])[:4] / "capaian"
    folder.mkdir(parents=True, exist_ok=True)
    if "bukti" in cells:
        cells["bukti"] = [_bound(item, root / "bukti" / folder.parent.name) for item in cells["bukti"]]
    path = folder / "catatan.yml"
    write_yaml(path, cells)
    try:
        record = Capaian.model_validate(read_yaml(path, label="", root=root).value)
        sidik, proper = record.sidik, record.nama_berkas
    except ValidationError:
        sidik, proper = NO_SIDIK, f"{file_stem(cells['aksi'], str(cells['periode']))}_00000000.yml"
    if verifier:
        write_yaml(
            path, cells | {"verifikasi": {"oleh": verifier, "tanggal": (on or cells["tanggal"]).replace(), "sidik": sidik}}
        )
    return path.rename(folder / (name or proper))


def put_fulfilled(root: Path, aksi: str = "I.1", periode: str = "2026-01", day: date = date(2026, 1, 20)) -> Path:
    """Write the record of a period that fulfils it: done, with a link as evidence, verified by another role on its day."""
    link = {"tautan": "https://contoh.example/bukti", "judul": "Bukti uji", "jenis": "dokumen"}
    cells = {"aksi": aksi, "periode": periode, "tanggal": day, "hasil": "selesai", "uraian": "Uji.", "bukti": [link]}
    return put_record(root, cells | {"dicatat_oleh": "Tim"}, verifier="Sekretaris")


def verified(isi: Capaian, oleh: str, tanggal: date | None = None) -> Capaian:
    """The record with its verification, on its own day unless another is given."""
    return isi.model_copy(update={"verifikasi": Verifikasi(oleh=oleh, tanggal=tanggal or isi.tanggal, sidik=isi.sidik)})


def write_yaml(path: Path, value: Any) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _bound(item: dict[str, Any], folder: Path) -> dict[str, Any]:
    file = folder / item.get("berkas", "")
    if "sha256" in item or not file.is_file():
        return item
    return {"berkas": item["berkas"], "sha256": hashlib.sha256(file.read_bytes()).hexdigest()} | item
