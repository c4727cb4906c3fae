"""How long a build takes beside a plain MkDocs + Material site with as many pages, how it grows with the years, and how soon a
preview shows one new record.

Run by hand: `python tests/benchmarks/banding.py [ROUNDS] [sample|growth|preview …]`. It prints ratios, which hold on a noisy
machine because the builds alternate; it asserts nothing. Everything is warm: what is kept between builds is there.
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
import urllib.error
import urllib.request
from itertools import pairwise
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[depth] / name) for depth, name in ((1, ""), (2, "scripts"), (2, "hooks"))]

from cli.uji.uji import fast_folder
from support.zi_command import CONTOH, PER_TANGGAL, ROOT, TABALONG, clone

PLAIN = """site_name: Polos
theme: {{name: material, language: id, font: false, features: [navigation.tabs]}}
plugins: [{plugins}]
nav: [{{Beranda: index.md}}, {{Tentang: tentang.md}}]
not_in_nav: /rinci/
"""
TEXT = "Paragraf biasa dengan beberapa kata supaya halaman ini tidak kosong. " * 12
PAGE = f"# Judul\n\n{TEXT}\n\n| Kolom | Isi |\n|---|---|\n" + "| kata | kata |\n" * 6
RECORD = """aksi: I.1
periode: "2026-01"
tanggal: 2026-01-30
hasil: berjalan
uraian: Satu catatan lagi, supaya terlihat kapan pratinjau menampilkannya.
dicatat_oleh: Tim Contoh
"""


def plain_site(folder: Path, pages: int, plugins: str = "") -> Path:
    """A plain site: a short explicit menu, everything else out of it, each page a heading, text and a small table. Its
    configuration."""
    (folder / "docs" / "rinci").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN.format(plugins=plugins), encoding="utf-8")
    for name in ("index", "tentang", *(f"rinci/{number}" for number in range(pages - 2))):
        (folder / "docs" / f"{name}.md").write_text(PAGE, encoding="utf-8")
    return folder / "mkdocs.yml"


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


def seconds(*command: str) -> float:
    """How long a command of this Python takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True)
    return time.perf_counter() - start


def build_plain(config: Path, target: Path) -> float:
    """Seconds of one strict `mkdocs build`."""
    return seconds("-m", "mkdocs", "build", "--strict", "--config-file", str(config), "--site-dir", str(target))


def build(data: Path, target: Path) -> float:
    """Seconds of one `bangun`."""
    options = ("--data", str(data), "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(target))
    return seconds(str(ROOT / "scripts" / "app.py"), "bangun", *options)


def ours(data: Path, target: Path) -> int:
    """Build an office once, which fills what is kept between builds; how many pages it has."""
    build(data, target)
    return sum(1 for _ in target.rglob("*.html"))


def compare(what: str, data: Path, plain: dict[str, Path], work: Path, rounds: int) -> float:
    """Print how our build compares to plain ones, by their names; our seconds."""
    times = [
        (build(data, work / "ours"), *(build_plain(config, work / "plain") for config in plain.values())) for _ in range(rounds)
    ]
    own = statistics.median(row[0] for row in times)
    for place, name in enumerate(plain, 1):
        ratio = statistics.median(row[0] / row[place] for row in times)
        theirs = statistics.median(row[place] for row in times)
        print(f"{what}  ours {own:.2f} s  {name} {theirs:.2f} s  ratio {ratio:.2f}", flush=True)
    return own


def sample(work: Path, rounds: int) -> None:
    """The sample office, unchanged, beside plain sites with and without their search."""
    pages = ours(CONTOH / "data", work / "ours")
    plain = {
        "plain with search": plain_site(work / "search", pages - 1, "search"),
        "plain": plain_site(work / "bare", pages - 1),
    }
    compare(f"sample office {pages} pages", CONTOH / "data", plain, work, rounds)


def growth(work: Path, rounds: int) -> None:
    """1, 10 and 50 years of the plan, and the exponent with which the time grows with the pages."""
    results = []
    for years in (1, 10, 50):
        data = years_of_data(work / f"data{years}", years)
        pages = ours(data, work / "ours")
        plain = {"plain": plain_site(work / f"plain{years}", pages - 1)}
        few = rounds if years < 50 else max(1, rounds // 2)
        results.append((pages, compare(f"{years} years {pages} pages", data, plain, work, few)))
    for (few, short), (many, long) in pairwise([*results, results[0], results[-1]]):
        if few < many:
            print(f"{few} → {many} pages: exponent {math.log(long / short) / math.log(many / few):.2f}")


def preview(work: Path, rounds: int) -> None:
    """How long after a record is saved `pratinjau` shows it."""
    project = clone(work / "project", CONTOH)
    command = [sys.executable, str(project / "scripts" / "app.py"), "pratinjau", "--per-tanggal", PER_TANGGAL.isoformat()]
    times = []
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            waited(there=False)
            for number in range(rounds):
                record = project / "data" / "2026" / "capaian" / f"i-1_2026-01_{number + 2}.yml"
                record.write_text(RECORD, encoding="utf-8")
                times.append(waited(there=True))
                record.unlink()
                waited(there=False)
        finally:
            server.terminate()
    print(
        f"pratinjau shows a new record after {statistics.median(times):.2f} s (of {rounds}: {min(times):.2f}–{max(times):.2f})"
    )


def waited(*, there: bool) -> float:
    """Seconds until the page of the record's action shows it, or does no longer."""
    start = time.perf_counter()
    while time.perf_counter() - start < 60:
        try:
            with urllib.request.urlopen("http://127.0.0.1:8000/rencana-aksi/2026/i-1/", timeout=5) as answer:
                if (b"kapan pratinjau menampilkannya" in answer.read()) == there:
                    return time.perf_counter() - start
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.05)
    raise TimeoutError("the preview does not change")


def main(rounds: int, parts: list[str]) -> None:
    """Measure and print what is asked, or everything."""
    for part in (sample, preview, growth):
        if not parts or part.__name__ in parts:
            with tempfile.TemporaryDirectory(dir=fast_folder()) as name:  # in memory, as tests write: disks differ too much
                part(Path(name), rounds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, sys.argv[2:])
