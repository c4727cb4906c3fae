"""The wheel, seen from outside: the house as it stands in its repository, below one name, by which an office's hook asks for
the adapter. In the wheel this is `zona_integritas/__init__.py`; from source nobody imports it."""

import sys
from pathlib import Path

# Modules name each other as they do from source.
sys.path.insert(0, str(Path(__file__).parent / "hooks"))
