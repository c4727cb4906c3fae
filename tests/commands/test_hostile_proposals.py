"""Proposals of somebody who means harm: none reaches the site unseen.

Each is refused by `periksa`, or stands among what whoever approves it is told to look at with care."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from support.evidence_files import GOOD, pdf, phone_photo
from support.zi_command import PER_TANGGAL, git, repository, zi

DAY = PER_TANGGAL.isoformat()
KANAL, LAPOR, SITUS = "data/kanal.yml", "data/lapor.yml", "data/situs.yml"
RECORD, EVIDENCE = "data/2026/capaian/i-2_2026-01.yml", "data/bukti/2026/i-2_2026-01_1.pdf"
TITLE = "### Yang perlu dilihat dengan teliti"
Deed = Callable[[Path], None]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the frozen office as it was approved: one record, and a role that ends."""
    root = repository(tmp_path_factory.mktemp("usulan") / "proyek")
    change(SITUS, "  - Ketua\n", "  - Ketua\n  - nama: Panitia\n    sampai: 2026-06-30\n")(root)
    git(root, "commit", "--quiet", "--all", "--message", "peran")
    return root


@pytest.fixture
def root(project: Path) -> Path:
    """The project, with what an earlier proposal did undone."""
    git(project, "reset", "--quiet", "--hard")
    git(project, "clean", "--quiet", "--force", "-d")
    return project


def change(path: str, *words: str) -> Deed:
    """Put words in place of others, in pairs."""

    def deed(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        for old, new in zip(words[::2], words[1::2], strict=True):
            assert old in text, old
            text = text.replace(old, new, 1)
        (root / path).write_text(text, encoding="utf-8")

    return deed


def write(path: str, content: bytes) -> Deed:
    """Put a file there, in place of what is there, if anything."""

    def deed(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)

    return deed


def append(path: str, text: str) -> Deed:
    """Add to the end of a file."""
    return lambda root: (root / path).write_text((root / path).read_text(encoding="utf-8") + text, encoding="utf-8")


def remove(*paths: str) -> Deed:
    """Take files away."""
    return lambda root: [(root / path).unlink() for path in paths] and None


def link(path: str, target: str) -> Deed:
    """Put a link there."""
    return lambda root: (root / path).symlink_to(target)


def both(*deeds: Deed) -> Deed:
    """One after the other."""
    return lambda root: [deed(root) for deed in deeds] and None


VERIFIED = "diverifikasi_oleh: {}\n"
CITIZEN = "hasil: berjalan\nuraian: Uji.\ndicatat_oleh: Sekretaris\n"
NEW = f"aksi: I.2\nperiode: 2026-01\ntanggal: 2026-02-01\n{CITIZEN}diverifikasi_oleh: Ketua\n"

# What is done; what `periksa` says of it.
REFUSED: dict[str, tuple[Deed, str]] = {
    "KPK and Ombudsman swapped": (change(KANAL, '"137"', '"0"', '"198"', '"137"', '"0"', '"198"'), "bukan kontak Ombudsman"),
    "WhatsApp swapped": (change(KANAL, "082137373737", "081299990001"), "bukan kontak Ombudsman"),
    "mail swapped": (change(KANAL, "pengaduan@kpk.go.id", "pengaduan@kpk-go.id.com"), "surel tiruan"),
    "mail at another host": (change(KANAL, "pengaduan@kpk.go.id", "aduan.kpk@example.org"), "bukan kontak Komisi"),
    "host swapped": (change(KANAL, "https://kws.kpk.go.id", "https://lapor-korupsi.example.org"), "bukan kontak Komisi"),
    "number in the chooser": (change(LAPOR, "telepon KPK di 198", "telepon KPK di 189"), "nomor “189” tidak ada"),
    "link in docs": (link("docs/aset/a.txt", "../../data/situs.yml"), "tautan ke berkas lain"),
    "photo with a place in docs": (write("docs/aset/foto.jpg", phone_photo()), "docs/aset/foto.jpg:1: "),
    "Word file in docs": (write("docs/aset/rapat.docx", b"PK"), "berkas .docx tidak boleh"),
    "page of HTML in docs": (write("docs/masuk.html", b"<form>"), "berkas .html tidak boleh"),
    "drawing with a script": (write("docs/aset/a.svg", b"<svg><script>a()</script></svg>"), "berjalan sendiri"),
    "persons' data in a comment": (append(RECORD, "# NIK 6309014507850001\n"), "tampaknya ada NIK"),
    "cache in git": (
        both(write(".zi-cache/x", b"x"), lambda root: git(root, "add", "--force", ".zi-cache/x") and None),
        "simpanan sementara ikut disimpan",
    ),
}  # fmt: skip
# What is done; what the page says of it.
SEEN: dict[str, tuple[Deed, str]] = {
    "contact with an excuse": (
        change(KANAL, "nilai: pengaduan@kpk.go.id,", "nilai: kpk@example.org, alasan: Surel baru.,"),
        "`KPK (Komisi Pemberantasan Korupsi)`: `Surel: pengaduan@kpk.go.id` → `Surel: kpk@example.org (alasan: Surel baru.)`",
    ),
    "channels of the chooser swapped": (
        change(LAPOR, "[ombudsman, kpk, kantor]", "[kpk, ombudsman, kantor]"),
        "`situasi.*.kanal.urutan`: `ombudsman, kpk, kantor` → `kpk, ombudsman, kantor`",
    ),
    "repository swapped": (
        append(SITUS, "repositori: https://git.example.org/x\n"),
        "`repositori`: tidak ada → `https://git.example.org/x`",
    ),
    "host that nobody named": (
        append(SITUS, "repositori: https://git.example.org/x\n"),
        "`git.example.org`, dalam `data/situs.yml`",
    ),
    "evidence replaced": (write(EVIDENCE, pdf(pages=2)), f"`{EVIDENCE}` diubah, dipakai `{RECORD.removeprefix('data/')}`"),
    "record and evidence removed": (remove(RECORD, EVIDENCE), "I.2 Januari 2026: catatan dihapus *"),
    "role added and used": (
        both(change(SITUS, "  - Ketua\n", "  - Ketua\n  - Pengawas\n"), append(RECORD, VERIFIED.format("Pengawas"))),
        "`Pengawas` ditambahkan",
    ),
    "record that comes verified": (
        write("data/2026/capaian/i-2_2026-01_2.yml", NEW.replace("2026-01\n", '"2026-01"\n').encode()),
        "I.2 Januari 2026: catatan baru (berjalan, 0 bukti, diverifikasi oleh `Ketua`)",
    ),
    "verified by a role that has ended": (
        append(RECORD, VERIFIED.format("Panitia")),
        "#### Diverifikasi oleh peran yang sudah berakhir",
    ),
    "words of a record changed": (
        both(change(RECORD, "Rencana aksi ditetapkan", "Rencana aksi dibahas"), append(RECORD, VERIFIED.format("Ketua"))),
        "`uraian`: `Rencana aksi ditetapkan *",
    ),
    "plan changed": (change("data/2026/rencana-aksi.yml", "judul: ", "judul: LAIN "), "#### Isi `data/2026/rencana-aksi.yml`"),
    "script in docs": (append("docs/glosarium.md", "\n<script>alert(1)</script>\n"), "`docs/glosarium.md` diubah"),
    "form in docs": (
        write("docs/aduan.md", b"# Aduan\n\n<form action='https://x.example'></form>\n"),
        "`docs/aduan.md` ditambahkan",
    ),
    "link in prose": (
        append("docs/informasi/wbs.md", "\n[WBS](https://wbs.example.org/)\n"),
        "`wbs.example.org`, dalam `docs/informasi/wbs.md`",
    ),
    "workflow tampered": (append(".github/workflows/terbit.yml", "# x\n"), "`.github/workflows/terbit.yml` diubah"),
    "hook changed": (append("hooks/zona/cache.py", "\nX = 1\n"), "`hooks/zona/cache.py` diubah"),
    "lock changed": (append("requirements.lock", "# x\n"), "`requirements.lock` diubah"),
    "rules of git changed": (append(".gitattributes", "# x\n"), "`.gitattributes` diubah"),
    "program beside the data": (write("zi.sh\n::error::x", b"x"), "`zi.sh ::error::x` ditambahkan"),
    "only a comment": (append(KANAL, "# x\n"), "`data/kanal.yml` diubah"),
}  # fmt: skip


@pytest.mark.parametrize(("deed", "told"), REFUSED.values(), ids=REFUSED)
def test_is_refused(deed: Deed, told: str, root: Path) -> None:
    """`periksa` stops the proposal with what is wrong."""
    deed(root)
    done = zi("periksa", "--per-tanggal", DAY, root=root)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("deed", "told"), SEEN.values(), ids=SEEN)
def test_is_seen(deed: Deed, told: str, root: Path) -> None:
    """The page begins with it, and says nowhere that nothing changes."""
    deed(root)
    done = zi("usulan", "--dasar", "main", "--per-tanggal", DAY, root=root)
    assert done.returncode == 0, done.stderr
    care = done.stdout.partition(TITLE)[2].partition("### Angka")[0]
    pattern = re.escape(told).replace(r"\*", ".*")
    assert re.search(f"^(- )?{pattern}", care, re.MULTILINE), done.stdout
    assert "Tidak ada" not in done.stdout


def test_an_honest_proposal_is_short(root: Path) -> None:
    """A record with new evidence, and a verification of what was there, are no reason to look for more than these."""
    write("data/bukti/2026/baru.pdf", GOOD["a.pdf"])(root)
    record = (root / RECORD).read_text(encoding="utf-8").replace("2026-01-02", "2026-02-03")
    record = record.replace("i-2_2026-01_1.pdf", "baru.pdf")
    write("data/2026/capaian/i-2_2026-01_2.yml", record.encode())(root)
    append(RECORD, VERIFIED.format("Ketua"))(root)
    done = zi("usulan", "--dasar", "main", "--per-tanggal", DAY, root=root)
    care = done.stdout.partition(TITLE)[2].partition("### Angka")[0]
    assert care.split("\n")[2:-1] == ["#### Bukti baru", "", "- `data/bukti/2026/baru.pdf` ditambahkan", ""]
