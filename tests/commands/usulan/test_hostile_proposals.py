"""Proposals of somebody who means harm: none reaches the site unseen.

Each is refused by `periksa`, or stands among what whoever approves it is told to look at with care."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from small.records import put_record
from support.evidence_files import GOOD, pdf, phone_photo
from support.zi_command import PER_TANGGAL, git
from zona.desk.write_record import verification_text
from zona.records.capaian.capaian import Capaian, Verifikasi
from zona.records.reading.yaml_reader import read_yaml

DAY = PER_TANGGAL.isoformat()
KANAL, LAPOR, SITUS = "data/kanal.yml", "data/lapor.yml", "data/situs.yml"
RECORD, EVIDENCE = "data/2026/capaian/i-2_2026-01_9e51aeb8.yml", "data/bukti/2026/i-2_2026-01_1.pdf"
TITLE = "### Yang perlu dilihat dengan teliti"
Deed = Callable[[Path], None]
Command = Callable[..., Result]


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


def seal(role: str, day: str = DAY, path: str = RECORD) -> Deed:
    """Verify a record as it stands, with its proper fingerprint."""

    def deed(root: Path) -> None:
        record = Capaian.model_validate(read_yaml(root / path, label=path, root=root).value)
        append(path, verification_text(Verifikasi(oleh=role, tanggal=date.fromisoformat(day), sidik=record.sidik)))(root)

    return deed


def new_record(root: Path) -> None:
    """A record of the same period that says less, and comes with its verification."""
    cells = {"aksi": "I.2", "periode": "2026-01", "tanggal": date(2026, 2, 1), "hasil": "berjalan", "uraian": "Uji."}
    put_record(root / "data", cells | {"dicatat_oleh": "Sekretaris"}, verifier="Ketua")


def swap_with_fingerprint(root: Path) -> None:
    """Replace evidence, and write the new fingerprint into its record."""
    before, after = (hashlib.sha256(content).hexdigest() for content in ((root / EVIDENCE).read_bytes(), pdf(pages=2)))
    both(write(EVIDENCE, pdf(pages=2)), change(RECORD, before, after))(root)


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
# What is done to what was approved; what `periksa` says of it.
CHANGED: dict[str, tuple[Deed, str]] = {
    "evidence replaced": (write(EVIDENCE, pdf(pages=2)), f"{RECORD}:10: isi berkas bukti"),
    "verified record edited": (
        both(seal("Ketua"), change(RECORD, "Rencana aksi ditetapkan", "Rencana aksi dibahas")),
        f"{RECORD}:17: isi laporan bukan lagi yang diverifikasi",
    ),
    "verification without its fingerprint": (
        append(RECORD, f"verifikasi:\n  oleh: Ketua\n  tanggal: {DAY}\n"),
        f"{RECORD}:14: “sidik”: verifikasi tanpa sidik laporan",
    ),
    "verified by a role that had ended": (seal("Panitia"), f"{RECORD}:15: peran “Panitia” berakhir 2026-06-30"),
}
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
    "evidence replaced with its fingerprint": (
        swap_with_fingerprint,
        f"`{EVIDENCE}` diubah, dipakai `{RECORD.removeprefix('data/')}`",
    ),
    "record and evidence removed": (remove(RECORD, EVIDENCE), "I.2 Januari 2026: laporan dihapus *"),
    "role added and used": (
        both(change(SITUS, "  - Ketua\n", "  - Ketua\n  - Pengawas\n"), seal("Pengawas")),
        "`Pengawas` ditambahkan",
    ),
    "record that comes verified": (
        new_record,
        "I.2 Januari 2026: laporan baru (berjalan, 0 bukti, diverifikasi oleh `Ketua`, penulis commitnya tidak diketahui)",
    ),
    "verified on an earlier day by a role that has ended": (
        seal("Panitia", "2026-06-30"),
        "#### Diverifikasi oleh peran yang sudah berakhir",
    ),
    "words of a record changed": (
        both(change(RECORD, "Rencana aksi ditetapkan", "Rencana aksi dibahas"), seal("Ketua")),
        "`uraian`: `Rencana aksi ditetapkan *",
    ),
    "plan changed": (change("data/2026/rencana-aksi.yml", "judul: ", "judul: LAIN "), "#### Isi `data/2026/rencana-aksi.yml`"),
    "decree removed": (
        remove("data/2026/keputusan.yml"),
        "#### Berkas data yang dihapus\n\n- `data/2026/keputusan.yml` dihapus",
    ),
    "script in docs": (append("docs/glosarium.md", "\n<script>alert(1)</script>\n"), "`docs/glosarium.md` diubah"),
    "form in docs": (
        write("docs/aduan.md", b"# Aduan\n\n<form action='https://x.example'></form>\n"),
        "`docs/aduan.md` ditambahkan",
    ),
    "link in prose": (
        append("docs/informasi/wbs.md", "\n[[isi akhir]]\n[WBS](https://wbs.example.org/)\n"),
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
def test_is_refused(deed: Deed, told: str, root: Path, zi: Command) -> None:
    """`periksa` stops the proposal with what is wrong."""
    deed(root)
    done = zi("periksa", "--per-tanggal", DAY)
    assert done.exit_code == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("deed", "told"), SEEN.values(), ids=SEEN)
def test_is_seen(deed: Deed, told: str, root: Path, zi: Command) -> None:
    """The page begins with it, and says nowhere that nothing changes."""
    deed(root)
    done = zi("usulan", "--dasar", "main", "--per-tanggal", DAY)
    assert done.exit_code == 0, done.output
    care = done.stdout.partition(TITLE)[2].partition("### Angka")[0]
    pattern = re.escape(told).replace(r"\*", ".*")
    assert re.search(f"^(- )?{pattern}", care, re.MULTILINE), done.stdout
    assert "Tidak ada" not in done.stdout


@pytest.mark.parametrize(("deed", "told"), CHANGED.values(), ids=CHANGED)
def test_what_was_approved_can_not_change_unseen(deed: Deed, told: str, root: Path, zi: Command) -> None:
    """It is an error with file and line for `periksa`, in the annotations of the proposal, and on its page."""
    deed(root)
    path, line, masalah = told.split(":", 2)
    noted = zi("periksa", "--per-tanggal", DAY, "--anotasi", "github")
    assert (noted.exit_code, told in noted.stderr) == (1, True)
    assert f"::error file={path},line={line}," in noted.stdout
    done = zi("usulan", "--dasar", "main", "--per-tanggal", DAY)
    assert done.exit_code == 1
    assert "## Usulan ini belum bisa diterima" in done.stdout
    assert f"- `{path}:{line}`: `{masalah.strip()}" in done.stdout
    assert f"- `{path if path in done.stdout.partition('### Berkas')[2] else EVIDENCE}` diubah" in done.stdout


def test_an_honest_proposal_is_short(root: Path, zi: Command) -> None:
    """A record with new evidence, and a verification of what was there, are no reason to look for more than these."""
    write("data/bukti/2026/baru.pdf", GOOD["a.pdf"])(root)
    cells = {"aksi": "I.2", "periode": "2026-01", "tanggal": date(2026, 2, 3), "hasil": "selesai", "uraian": "Uji."}
    evidence = [{"berkas": "baru.pdf", "judul": "Uji", "jenis": "dokumen"}]
    put_record(root / "data", cells | {"bukti": evidence, "dicatat_oleh": "Sekretaris"})
    seal("Ketua")(root)
    done = zi("usulan", "--dasar", "main", "--per-tanggal", DAY)
    care = done.stdout.partition(TITLE)[2].partition("### Angka")[0]
    assert care.split("\n")[2:-1] == ["#### Bukti baru", "", "- `data/bukti/2026/baru.pdf` ditambahkan", ""]
