"""A release as its file: YAML that people can read, and that is written once."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from zona.records.json_schema import binding_of
from zona.records.load import PENGADUAN
from zona.records.pengaduan.rilis import KOLOM, SPANS, RilisPengaduan, month_name

_COMMENT = "# Rilis pengaduan {bulan}, dibuat zi.py rilis-pengaduan. Jangan disunting: rilis berikutnya dihitung dari sini."
CONTOH = "# DATA CONTOH: semua isi folder ini karangan untuk uji, bukan data kantor mana pun.\n"


def release_path(rilis: RilisPengaduan) -> str:
    """Where the release lies below the data folder."""
    return f"{rilis.bulan[:4]}/{PENGADUAN}/{rilis.bulan[5:]}.yml"


def release_text(rilis: RilisPengaduan, *, contoh: bool) -> str:
    """The text of the file; of invented data it says so."""
    head = f"{binding_of(release_path(rilis))}\n{CONTOH if contoh else ''}{_COMMENT.format(bulan=month_name(rilis.bulan))}\n"
    value = rilis.model_dump(mode="json", exclude_none=True)
    parts: dict[str, Any] = {"bulan": rilis.bulan} | {key: value[key] for key in KOLOM}
    more = ("tindak_lanjut", "catatan", *SPANS, "terbaca")
    parts |= {key: value[key] for key in more if value.get(key)} | {"dicatat_oleh": rilis.dicatat_oleh}
    return head + "\n".join(_lines(parts)) + "\n"


def _lines(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Mappings line by line; those of counts alone, such as channels, on one line."""
    for key, item in value.items():
        if isinstance(item, dict) and indent:
            yield f"{indent}{key}: {_dump(item, flow=True)}"
        elif isinstance(item, dict):
            yield f"{key}:"
            yield from _lines(item, "  ")
        else:
            yield from (indent + line for line in _dump({key: item}).splitlines())


def _dump(value: object, *, flow: bool | None = False) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=flow)).rstrip("\n")
