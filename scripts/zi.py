#!/usr/bin/env python3
"""The one command: python3 scripts/zi.py bangun | uji | periksa | pratinjau | susun.

Only the standard library here, and only syntax that old Pythons can read: this file makes the environment in .venv
that the real commands (app.py) run in, and has to be able to say what is missing.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Situs ini memerlukan Python 3.11 atau yang lebih baru; yang dipakai sekarang %d.%d. "
        "Pasang dari https://www.python.org/downloads/ lalu ulangi perintahnya." % sys.version_info[:2]
    )

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import environment

if __name__ == "__main__":
    sys.exit(environment.run(sys.argv[1:]))
