"""The keys that data files may have, as the models say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel


def keys_of(model: type[BaseModel]) -> Iterator[str]:
    """Every key of a model and of the models inside it."""
    for key, field in model.model_fields.items():
        yield key
        pending = [field.annotation]
        while pending:
            annotation = pending.pop()
            pending += get_args(annotation)
            if isinstance(annotation, type) and issubclass(annotation, BaseModel):
                yield from keys_of(annotation)
