"""What 1, 50 and 552 offices cost: `python tests/benchmarks/scale.py [--install]`, by hand, with Chromium and nginx.

A small and a large office are really built, checked, visited and gathered from, on this machine. Their figures are printed as
measured, what is assumed apart from them, and then what follows from both (`scale_counts.py` has the formulas). `--install`
also times the installation of the locked packages. It asserts nothing: figures depend on how busy the machine is.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

TESTS = Path(__file__).resolve().parents[1]
HERE = (Path(__file__).parent, TESTS, TESTS / "browser", TESTS.parent / "scripts", TESTS.parent / "hooks")
sys.path[:0] = map(str, HERE)

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright
from scale_counts import GB, LIMITS, MB, OFFICES, Assumed, Office, cost, gathering, reached
from servers import nginx
from small.office_data import row, write_kantor
from small.records import put_record
from support.programs import find
from support.zi_command import LAIN, PER_TANGGAL, PER_TANGGAL_LAIN, ROOT, git, repository
from zona.desk.clean_evidence import clean

ROWS = 109  # of the largest plan that was tried, each due every quarter
API = ("rencana-aksi", "capaian", "ringkasan", "pengaduan")  # of a year
NATION = 552


@cache
def scene() -> Image.Image:
    """Noise on every scale, as in pictures of people and rooms; photos are cut from it."""
    random.seed(1)
    picture = Image.new("RGB", (2600, 2000), (128, 128, 128))
    for size, share in ((4, 0.5), (16, 0.35), (64, 0.25), (256, 0.14), (1024, 0.05)):
        parts = [Image.frombytes("L", (size, size * 3 // 4), random.randbytes(size * (size * 3 // 4))) for _ in range(3)]
        picture = Image.blend(picture, Image.merge("RGB", parts).resize(picture.size, Image.Resampling.BICUBIC), share)
    return picture


def photo(number: int) -> bytes:
    """A phone's photo as the desk keeps it, 2,048 pixels wide."""
    left, top, stream = number % 500, number % 400, BytesIO()
    scene().crop((left, top, left + 2048, top + 1536)).save(stream, "JPEG", quality=92)
    return clean(stream.getvalue(), "jpg").content


def scan(number: int) -> bytes:
    """A page of notes, scanned in grey at 150 dpi, as the desk keeps it."""
    random.seed(number)
    page, stream = Image.new("L", (1240, 1754), 250), BytesIO()
    draw = ImageDraw.Draw(page)
    for line in range(40):
        draw.text((120, 120 + line * 38), " ".join(f"{random.getrandbits(40):x}" for _ in range(12)), fill=40, font_size=22)
    page.save(stream, "PDF", resolution=150)
    return clean(stream.getvalue(), "pdf").content


def large_office(target: Path) -> int:
    """Write an office with a large plan and a record of every quarter that is over, each with a photo or a page of notes as its
    evidence; how many pieces of evidence a whole year has."""
    rows = [row(f"I.{number}", "Setiap triwulan") for number in range(1, 100)]
    identity = {"kantor": "Kantor Besar", "kantor_lengkap": "Kantor Besar untuk Ukuran", "peran": ["Tim", "Sekretaris"]}
    data = write_kantor(target / "data", {2026: rows}, situs=identity)
    plan = data / "2026" / "rencana-aksi.yml"
    text = plan.read_text(encoding="utf-8")
    more = write_kantor(target / "lagi", {2026: [row(f"I.{number}", "Setiap triwulan") for number in range(1, ROWS - 98)]})
    second = (more / "2026" / "rencana-aksi.yml").read_text(encoding="utf-8").partition("kelompok:\n")[2]
    plan.write_text(text + second.replace("kode: I", "kode: II").replace("Kelompok uji", "Kelompok kedua"), encoding="utf-8")
    shutil.rmtree(more)
    folder = data / "bukti" / "2026"
    folder.mkdir(parents=True)
    codes = [f"I.{number}" for number in range(1, 100)] + [f"II.{number}" for number in range(1, ROWS - 98)]
    dues = [(kode, quarter) for kode in codes for quarter in (1, 2, 3)]
    told = "Rapat membahas pelaksanaan langkah aksi dan tindak lanjutnya bersama semua subbagian."
    for number, (kode, quarter) in enumerate(dues):
        if number % 2:
            piece = {"berkas": f"notulen-{number}.pdf", "judul": "Notulen rapat", "jenis": "notulen"}
        else:
            piece = {"berkas": f"foto-{number}.jpg", "judul": "Foto rapat", "jenis": "foto"}
        (folder / piece["berkas"]).write_bytes(scan(number) if number % 2 else photo(number))
        cells = {"aksi": kode, "periode": f"2026-TW{quarter}", "tanggal": date(2026, quarter * 3, 20), "hasil": "selesai"}
        put_record(data, cells | {"uraian": told, "bukti": [piece], "dicatat_oleh": "Tim"}, verifier="Sekretaris")
    return ROWS * 4


def seconds(project: Path, *arguments: str) -> float:
    """How long a command takes on a project, in a process of its own."""
    known = {key: value for key, value in os.environ.items() if not key.startswith("ZI_")} | {"NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    command = [sys.executable, str(project / "scripts" / "app.py"), *arguments]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False, env=known)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}: {done.stderr}")
    return time.perf_counter() - start


def size_of(folder: Path) -> tuple[int, int]:
    """How many bytes a folder has, and how many files."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)


def packed(folder: Path, work: Path) -> int:
    """What git needs to keep a folder, packed."""
    shutil.copytree(folder, work)
    git(work, "init", "--quiet")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "isi")
    git(work, "gc", "--quiet")
    return size_of(work / ".git" / "objects")[0]


def visits(address: str, page: str) -> tuple[int, int, int]:
    """What a phone loads on its first visit and on its next page, on the wire with heads; and in how many requests at first."""
    counts: list[tuple[int, int]] = []
    with sync_playwright() as playwright:
        arguments = ["--disable-background-networking", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=find("chromium"), args=arguments, chromium_sandbox=False)
        context = browser.new_context(viewport={"width": 360, "height": 800}, is_mobile=True)
        tab = context.new_page()
        session, events = context.new_cdp_session(tab), list[float]()
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: events.append(event["encodedDataLength"]))
        for path in ("", page):
            events.clear()
            tab.goto(address + path, wait_until="networkidle")
            counts.append((round(sum(events)), sum(size > 0 for size in events)))
        browser.close()
    return counts[0][0], counts[1][0], counts[0][1]


def gather(address: str, paths: list[str], workers: int) -> tuple[float, int, float, int]:
    """Ask for the files of as many offices as the nation has, then again whether they changed: seconds and bytes of each."""
    parts, marks = urlsplit(address), dict[str, str]()

    def ask(_: int) -> int:
        connection, got = http.client.HTTPConnection(parts.netloc), 0
        for path in paths:
            told = {"Accept-Encoding": "gzip"} | ({"If-None-Match": marks[path]} if path in marks else {})
            connection.request("GET", parts.path + path, headers=told)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status not in (200, 304):
                raise SystemExit(f"{path}: {answer.status}")
            got += len(body) + len(str(answer.headers).encode()) + 17
            seen[path] = answer.headers.get("ETag", "")
        connection.close()
        return got

    found = list[float]()
    for _ in range(2):
        seen: dict[str, str] = {}
        start = time.perf_counter()
        with ThreadPoolExecutor(workers) as pool:
            got = sum(pool.map(ask, range(NATION)))
        found += [time.perf_counter() - start, got]
        marks |= {path: mark for path, mark in seen.items() if mark}
    return found[0], int(found[1]), found[2], int(found[3])


def measured(name: str, office: Path, day: date, year: tuple[float, int], work: Path) -> tuple[Office, Path]:
    """An office, really built, and its site; `year` is by how much a whole year is more than what it has, and of how many
    pieces of evidence."""
    project, site = repository(work / name, office), work / f"situs-{name}"
    when = ["--per-tanggal", day.isoformat()]
    checked = seconds(project, "periksa", *when)
    cold = seconds(project, "bangun", *when, "--keluaran", str(site))
    warm = seconds(project, "bangun", *when, "--keluaran", str(site))
    looked = seconds(project, "periksa", "--terbit", *when, "--keluaran", str(site))
    size, files = size_of(site)
    action = next(path.parent for path in sorted(site.glob("rencana-aksi/*/i-1/index.html")))
    (work / f"nginx-{name}").mkdir()
    with nginx(find("nginx") or "nginx", site, work / f"nginx-{name}", "/zi/") as address:
        first, later, requests = visits(address, f"{action.relative_to(site).as_posix()}/")
    evidence, shown = (size_of(folder)[0] if folder.is_dir() else 0 for folder in (office / "data" / "bukti", site / "bukti"))
    records = packed(office / "data" / str(day.year), work / f"git-{name}")
    share, pieces = year
    found = Office(
        name, cold, warm, checked + looked, size, files, first, later, requests,
        round(records * share), round(evidence * share), pieces, round(shown * share),
    )  # fmt: skip
    return found, site


def installed(work: Path) -> float:
    """Seconds to make an environment with the locked packages, from pip's cache where they are there."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "venv", str(work / "env")], check=True)
    command = [
        str(work / "env" / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "--only-binary=:all:",
    ]
    subprocess.run([*command, "-r", str(ROOT / "requirements.lock")], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def table(*rows: Iterable[object]) -> str:
    """A table in Markdown, whose first row are its heads."""
    head, *body = (["", *(f"{cell:,.1f}" if isinstance(cell, float) else str(cell) for cell in row), ""] for row in rows)
    return "\n".join("|".join(cells).strip() for cells in (head, ["", *("---" for _ in head[1:-1]), ""], *body))


def report(offices: list[Office], install: float, rounds: tuple[float, int, float, int], assumed: Assumed) -> None:
    """Print everything, in Markdown."""
    print(f"### Measured on this machine ({os.cpu_count()} cores, shared)\n")
    keys = [key for key in asdict(offices[0]) if key != "name"]
    names = ["figure", *(item.name for item in offices)]
    print(table(names, *([key, *(getattr(item, key) for item in offices)] for key in keys)))
    print(f"\nInstallation: {install:.0f} s. Gathering {NATION} × 4 files here, {assumed.workers} at a time: {rounds[0]:.1f} s")
    print(f"and {rounds[1] / MB:.1f} MB at first, {rounds[2]:.1f} s and {rounds[3] / MB:.2f} MB when nothing had changed.")
    print("\n### Assumed\n")
    print("\n".join(f"- {key}: {value}" for key, value in asdict(assumed).items()))
    for office in offices:
        print(of_many(office, install, assumed))
    print("\n### Gathering with a network as assumed\n")
    for files in (1, 4):
        print(f"- {files} of each of {NATION}: {gathering(NATION, files, rounds[0] * files / 4, assumed):.0f} s")
    print("\n### Where the limits stand\n")
    print("\n".join(f"- {limit.host}, {limit.what}: {limit.source}" for limit in LIMITS.values()))


def of_many(office: Office, install: float, assumed: Assumed) -> str:
    """What offices like this one cost, and when which limit is reached, as two tables."""
    heads = ["offices", "CI min a day", "night, min", "sites, MB", "repositories, MB a year", "visits, GB a month", "requests"]
    found = (cost(number, office, install, assumed, int(LIMITS["actions_jobs"].value)) for number in OFFICES)
    rows = (
        [
            one.offices,
            one.minutes_a_day,
            one.night,
            one.site / MB,
            one.repository_a_year / MB,
            one.visits / GB,
            f"{one.requests:,}",
        ]
        for one in found
    )
    told = ((LIMITS[key], f"{value:,.1f} {unit}") for key, unit, value in reached(office, install, assumed))
    lines = ([f"{limit.host}: {limit.what}", f"{limit.value:,}", at] for limit, at in told)
    limits = table(["limit", "its value", "reached at"], *lines)
    return f"\n### Offices like the {office.name} one\n\n{table(heads, *rows)}\n\n{limits}"


def main() -> None:
    """Measure, then print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true")
    asked, assumed = parser.parse_args(), Assumed()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        install = installed(work) if asked.install else 60.0
        pieces = large_office(work / "besar")
        small, _ = measured("small", LAIN, PER_TANGGAL_LAIN, (1.0, 0), work)
        large, site = measured("large", work / "besar", PER_TANGGAL, (4 / 3, pieces), work)
        paths = [f"api/v1/2026/{item}.json" for item in API]
        (work / "nginx").mkdir()
        with nginx(find("nginx") or "nginx", site, work / "nginx", "/zi/") as address:
            rounds = gather(address, paths, assumed.workers)
    report([small, large], install, rounds, assumed)


if __name__ == "__main__":
    main()
