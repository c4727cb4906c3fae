"""Records with holes: what of a file is valid, as its model, so that checks say more than the first thing that is wrong.

Where a value is not valid, the model says so, and the record has a hole in its place. A check is written as if the record were
whole; where it meets a hole it ends, and the other checks go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, TypeVar

from pydantic import (
    BaseModel,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from zona.records.reading.data_error import Found, Loc

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

# The context of a validation that leaves holes instead of failing.
HOLES = object()
# Stands for a value that is not valid while its record is made.
_HOLE = object()


class Hole(AttributeError):
    """The value that was asked for is not valid: whoever asked can't go on."""


# Any: pydantic's own words for the value of any field
def value_or_hole(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """The valid value; where holes are wanted, what stands for one instead of an error."""
    try:
        return handler(value)
    except ValidationError:
        if info.context is not HOLES:
            raise
        return _HOLE


# For the items of a list that are counted also where one of them is not valid.
ITEM = WrapValidator(value_or_hole)


def record_with_holes(model: type[M], value: object, handler: ModelWrapValidatorHandler[M]) -> M:
    """The record with those of its values that are valid; unknown keys are left out."""
    written = value if isinstance(value, dict) else {}
    known = {key: written.get(key, _HOLE) for key, field in model.model_fields.items() if key in written or field.is_required()}
    record = handler(known)
    for name in [name for name, found in record.__dict__.items() if found is _HOLE]:
        del record.__dict__[name]
    return record


def is_whole(value: object) -> bool:
    """Whether a record, and every record in it, has no hole."""
    if isinstance(value, BaseModel):
        return len(value.__dict__) == len(type(value).model_fields) and all(is_whole(inner) for _, inner in value)
    return all(map(is_whole, value)) if isinstance(value, tuple) else value is not _HOLE


def given(record: BaseModel, name: str, default: T) -> T:
    """A value of a record, or something else where there is a hole."""
    found: T = getattr(record, name, default)
    return found


def each(items: Iterable[T], *loc: str | int) -> Iterator[tuple[Loc, T]]:
    """The items of a list that stands at a place, each with its own place."""
    for index, item in enumerate(items):
        yield (*loc, index), item


def rules(*checks: Found) -> Found:
    """What all these checks find, each as far as it meets no hole."""
    for check in checks:
        with suppress(Hole):
            yield from check


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every record and every single value in a record, with its place, in the record's order; holes are left out."""
    if isinstance(value, tuple):
        for place, part in each(value, *loc):
            yield from walk(part, place)
        return
    yield loc, value
    if isinstance(value, BaseModel):
        for key, part in value:
            yield from walk(part, (*loc, key))
