"""How long a build takes beside a plain MkDocs + Material site with as many pages, and how it grows with the years.

Run by hand: `python tests/benchmarks/build_time.py [rounds]`. It prints ratios, which hold on a noisy machine because the
two builds alternate; it asserts nothing.
"""

from __future__ import annotations

import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.zi_command import CONTOH, PER_TANGGAL, ROOT, TABALONG

PLAIN = """site_name: Polos
theme: {name: material, language: id, font: false, features: [navigation.tabs]}
plugins: []
nav: [{Beranda: index.md}, {Tentang: tentang.md}]
not_in_nav: /rinci/
"""
TEXT = "Paragraf biasa dengan beberapa kata supaya halaman ini tidak kosong. " * 12


def plain_site(folder: Path, pages: int) -> None:
    """A plain site: a short explicit menu, everything else out of it, each page a heading, text and a small table."""
    (folder / "docs" / "rinci").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    body = f"# Judul\n\n{TEXT}\n\n| Kolom | Isi |\n|---|---|\n" + "| kata | kata |\n" * 6
    for name in ("index", "tentang", *(f"rinci/{number}" for number in range(pages - 2))):
        (folder / "docs" / f"{name}.md").write_text(body, encoding="utf-8")


def years_of_data(folder: Path, years: int) -> Path:
    """The office's data, copied to as many years."""
    shutil.copytree(TABALONG / "data", folder, ignore=shutil.ignore_patterns("capaian", "bukti"))
    for tahun in range(2027, 2027 + years - 1):
        (folder / str(tahun)).mkdir()
        for name in ("keputusan.yml", "rencana-aksi.yml"):
            text = (folder / "2026" / name).read_text(encoding="utf-8")
            text = text.replace("Juli 2025", "Juli 1999").replace("2026", str(tahun))
            (folder / str(tahun) / name).write_text(text, encoding="utf-8")
    return folder


def build(config: Path, target: Path, data: Path | None = None) -> float:
    """Seconds of one strict `mkdocs build`."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "ZI_PER_TANGGAL": PER_TANGGAL.isoformat()}
    if data:
        environment["ZI_DATA"] = str(data)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config), "--site-dir", str(target)]
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def build_pages(sample: Path) -> int:
    """Build the sample office once, which fills the cache of converted photos; how many pages it has."""
    build(ROOT / "mkdocs.yml", sample, CONTOH / "data")
    return sum(1 for _ in sample.rglob("*.html"))


def main(rounds: int) -> None:
    """Build, compare and print."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        results = []
        for years in (1, 10, 50):
            data, site, plain = years_of_data(work / f"data{years}", years), work / f"s{years}", work / f"p{years}"
            build(ROOT / "mkdocs.yml", site, data)
            pages = sum(1 for _ in site.rglob("*.html"))
            plain_site(plain, pages - 1)  # MkDocs adds a 404 page to both
            pairs = [
                (build(ROOT / "mkdocs.yml", site, data), build(plain / "mkdocs.yml", plain / "site"))
                for _ in range(rounds if years < 50 else max(1, rounds // 2))
            ]
            ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
            ratio = statistics.median(a / b for a, b in pairs)
            page = (site / "rencana-aksi" / "2026" / "i-3" / "index.html").stat().st_size
            results.append((pages, ours))
            print(f"{years:3} years {pages:5} pages  ours {ours:6.2f} s  plain {theirs:6.2f} s  ratio {ratio:.2f}  "
                  f"one action page {page} bytes", flush=True)  # fmt: skip
        sample_time(work, rounds)
        for (few, short), (many, long) in pairwise(results):
            print(f"{few} → {many} pages: exponent {math.log(long / short) / math.log(many / few):.2f}")


def sample_time(work: Path, rounds: int) -> None:
    """Print the same of the sample office, whose evidence is unchanged."""
    sample, plain = work / "contoh", work / "pc"
    pages = build_pages(sample)
    plain_site(plain, pages - 1)
    pairs = [
        (build(ROOT / "mkdocs.yml", sample, CONTOH / "data"), build(plain / "mkdocs.yml", plain / "site"))
        for _ in range(rounds)
    ]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"sample office, evidence unchanged: {pages} pages  ours {ours:.2f} s  plain {theirs:.2f} s  ratio {ratio:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
