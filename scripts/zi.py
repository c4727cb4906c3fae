#!/usr/bin/env python3
"""The one command: zi.py bangun | uji | periksa | pratinjau | susun.

Only the standard library here, and only syntax that old Pythons can read: this file makes the environment in .venv
that the real commands (app.py) run in, and has to be able to say what is missing. The same file stands at the top of
an office's own repository, where the commands come out of the wheel that requirements.lock names.
"""

import hashlib
import os
import re
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Situs ini memerlukan Python 3.11 atau yang lebih baru; yang dipakai sekarang %d.%d. "
        "Pasang dari https://www.python.org/downloads/ lalu ulangi perintahnya." % sys.version_info[:2]
    )

HERE = COMMANDS = os.path.dirname(os.path.abspath(__file__))
if not os.path.exists(os.path.join(HERE, "environment.py")):  # an office's repository: the wheel must be the locked one
    os.environ["ZI_KANTOR"] = HERE
    try:
        with open(os.path.join(HERE, "requirements.lock"), encoding="utf-8") as stream:
            pin = re.search(r"^\./(versi/[\w.-]+\.whl) --hash=sha256:(\w{64})$", stream.read(), re.MULTILINE)
        if not pin:
            sys.exit("requirements.lock tidak menyebut berkas versi (.whl); kembalikan isinya dari riwayat.")
        wheel = os.path.join(HERE, *pin.group(1).split("/"))
        with open(wheel, "rb") as stream:
            same = hashlib.sha256(stream.read()).hexdigest() == pin.group(2)
    except OSError as error:
        sys.exit("%s tidak bisa dibaca; kembalikan dari riwayat." % error.filename)
    if not same:
        sys.exit("%s tidak sama dengan yang dikunci di requirements.lock; kembalikan dari riwayat." % pin.group(1))
    COMMANDS = os.path.join(wheel, "zona_integritas", "scripts")

if __name__ == "__main__":
    sys.path.insert(0, COMMANDS)
    import environment

    sys.exit(environment.run(sys.argv[1:]))
