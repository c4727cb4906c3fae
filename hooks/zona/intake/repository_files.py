"""The files of an office's own repository beside its data: this program's own of the same purpose, without what only its code
needs. The program itself comes as a wheel."""

import re
from pathlib import Path

from zona.intake.skeleton import first_text, git_attributes
from zona.records.situs import ZonaWaktu

_WORKFLOWS = (".github/workflows/terbit.yml", ".github/workflows/usulan.yml", ".gitlab-ci.yml")
_CRON = re.compile(r'^( +- cron: ").*$', re.MULTILINE)
_MIDNIGHT = 24  # at ten past, so that deadlines of the day before show as passed

HOOK = '''"""Menyambungkan MkDocs dengan versi program yang dipasang; jangan diubah."""

from zona_integritas.hooks.situs import on_config, on_files, on_post_build
'''


def repository_files(house: Path, zone: ZonaWaktu) -> dict[str, str]:
    """The text of each file by its path, for an office in a time zone; `house` is where this program's own files
    lie. What the office fills is not among them."""
    workflows = {name: _workflow((house / name).read_text(encoding="utf-8"), zone) for name in _WORKFLOWS}
    return workflows | {
        ".gitattributes": git_attributes(),
        ".gitignore": first_text("gitignore"),
        "docs/README.md": first_text("docs.md"),
        "hooks/situs.py": HOOK,
        "mkdocs.yml": (house / "mkdocs.yml").read_text(encoding="utf-8"),
        "zi.cmd": (house / "zi.cmd").read_bytes().decode().replace("scripts\\zi.py", "zi.py"),
        "zi.py": (house / "scripts" / "zi.py").read_text(encoding="utf-8"),
    }


def _workflow(text: str, zone: ZonaWaktu) -> str:
    """A workflow without the jobs that test code, which are paragraphs of their own, at the office's hours."""
    kept = "\n\n".join(part.rstrip("\n") for part in text.split("\n\n") if "zi.py uji" not in part) + "\n"
    kept = kept.replace("scripts/zi.py", "zi.py").replace(", requirements-uji.lock", "")
    hours = int(zone.tzinfo.utcoffset(None).total_seconds()) // 3600
    kept = _CRON.sub(rf'\g<1>10 {_MIDNIGHT - hours} * * *" # 00.10 {zone.value} (cron memakai UTC)', kept)
    return kept.replace("zona waktu kantor", f"zona waktu {zone.value} (UTC+{hours})")
