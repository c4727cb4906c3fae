"""Where the house stands, and whose office it works for: from source both are one folder. Standard library only."""

import os
from pathlib import Path

# The repository; or of a wheel what was installed; or the wheel itself, before its environment stands.
HOUSE = Path(__file__).resolve().parent.parent
FROM_SOURCE = (HOUSE / "hooks" / "package.py").is_file()  # which a wheel has elsewhere
# An office's own repository: its `zi.py` names it; who starts the commands otherwise stands in it.
ROOT = HOUSE if FROM_SOURCE else Path(os.environ.get("ZI_KANTOR") or Path.cwd())
