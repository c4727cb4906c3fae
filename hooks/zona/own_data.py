"""Tables of the program itself, which lie as YAML beside the module that reads them."""

from pathlib import Path
from typing import Any

import yaml

# libyaml's parser where PyYAML was built with it, which is eight times faster, else PyYAML's own.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def beside(module: str, name: str) -> Any:
    """The values of the file `name` in the folder of a module, by its file. Any: each reader knows its own."""
    return yaml.load(Path(module).with_name(name).read_text(encoding="utf-8"), LOADER)
