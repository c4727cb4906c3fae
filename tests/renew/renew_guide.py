"""Writes what in the humas guide is made by machine: `zi.py perbarui panduan`, with Chromium.

The list of messages comes from the terrible data folders of tests/cases/; the pictures from the sample office's site and desk.
Run it when a message or a pictured page was changed on purpose, look at the pictures, and commit them with the change.
"""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from renew.desk_pictures import Pictured, desk_pictured
from small.loopback import answering, files_of
from support.programs import find
from support.zi_command import PER_TANGGAL, ROOT, zi
from zona.records.rencana.tema import daftar_tema

TESTS = ROOT / "tests"
PANDUAN = ROOT / "docs" / "panduan"
GAMBAR = PANDUAN / "gambar"
ASAL = GAMBAR / "asal.json"
SAMPLES = {
    "buruk": "Data umum",
    "buruk-laporan": "Survei dan laporan tahunan",
    "buruk-pengaduan": "Angka pengaduan",
    "buruk-rilis": "Rilis pengaduan",
}
HIGHEST = 1000
SUBJECTS = "| Tema | Sebutan | Arti |\n|---|---|---|\n"  # the head of the list, which is made; above it stands the text
# Each picture of the site: the page, and the part of it that is shown.
PICTURES = {"beranda": ("", ".zi-hero"), "aksi": ("rencana-aksi/2026/i-3/", "section[aria-labelledby=sudah]")}
HEAD = """---
title: Arti pesan
description: Setiap pesan kesalahan data, apa yang salah, dan cara menulisnya.
jenis: ""
---
# Arti pesan

Setiap pesan berisi empat hal: nama berkas, nomor baris, apa yang salah, dan cara menulisnya. Misalnya:

```text
data/2026/capaian/i-3_2026-TW1_4f1d09ac.yml:4: “hasil” tidak mengenal nilai “selsai”; maksud Anda “selesai”?
```

Buka berkas itu, cari barisnya, tulis seperti yang disarankan, simpan, lalu jalankan `periksa` lagi.
Satu kesalahan kadang menimbulkan beberapa pesan. Perbaiki yang paling atas dulu.

Di bawah ini pesan-pesan yang ada, dengan contohnya. Cari dengan Ctrl+F.
"""


def messages() -> str:
    """The page of messages."""
    lines = [HEAD]
    for name, title in SAMPLES.items():
        lines += [f"## {title}", "", "| Apa yang salah | Cara menulisnya |", "|---|---|"]
        told = (TESTS / "cases" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        pairs = dict.fromkeys(line.partition(": ")[2].partition("; ")[::2] for line in told)
        lines += [f"| {_cell(what)} | {_cell(how)} |" for what, how in pairs]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def subjects() -> str:
    """The page of subjects with its list, in which parts stand below what they are part of."""
    about = (PANDUAN / "tema.md").read_text(encoding="utf-8").partition(SUBJECTS)[0]
    known = daftar_tema().values()
    rows = [f"| `{item.kunci}` | {'› ' if item.induk else ''}{item.sebutan} | {item.arti} |\n" for item in known]
    return "".join([about, SUBJECTS, *rows])


def _cell(text: str) -> str:
    """People's words in a cell of a Markdown table, as they stand."""
    return "".join(f"&#{ord(sign)};" if sign in "|\\`*_[]<>&#{}" else sign for sign in text)


def pictured(site: Path, browser: Browser) -> Pictured:
    """For each picture of the site and of the desk, the sum of the words that it shows, and the picture."""
    found = desk_pictured(browser)
    page = browser.new_page(viewport={"width": 720, "height": 900})
    with answering(files_of(site)) as address:
        for name, (path, part) in PICTURES.items():
            page.goto(f"{address}/{path}")
            shown = page.locator(part)
            found[name] = (hashlib.sha256(" ".join(shown.inner_text().split()).encode()).hexdigest(), shown.screenshot())
    page.close()
    return found


def sample_pictured() -> Pictured:
    """The pictures of the sample office; its site is built for them."""
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        done = zi("bangun", "--contoh", "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", f"{folder}/site")
        assert done.returncode == 0, done.stderr
        browser = playwright.chromium.launch(executable_path=find("chromium"), args=arguments)
        found = pictured(Path(folder) / "site", browser)
        browser.close()
    return found


def renew() -> str:
    """Write the page of messages and the pictures."""
    (PANDUAN / "pesan.md").write_text(messages(), encoding="utf-8", newline="\n")
    (PANDUAN / "tema.md").write_text(subjects(), encoding="utf-8", newline="\n")
    GAMBAR.mkdir(exist_ok=True)
    found = sample_pictured()
    for name, (_, picture) in found.items():
        image = Image.open(io.BytesIO(picture)).convert("RGB")
        image.crop((0, 0, image.width, min(image.height, HIGHEST))).save(GAMBAR / f"{name}.webp", quality=60, method=6)
    for path in GAMBAR.glob("*.webp"):
        if path.stem not in found:
            path.unlink()
    sums = {name: digest for name, (digest, _) in found.items()}
    ASAL.write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8", newline="\n")
    return f"pesan.md, tema.md, dan {len(found)} gambar ditulis"
