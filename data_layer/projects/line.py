"""Lines of a query: which columns fill a dataclass."""

from dataclasses import fields
from typing import Any


def columns_for(line: type, model: Any, **others: Any) -> list[Any]:
    """The columns that fill the dataclass `line`, in the order of its fields without a default.

    They are those of the model with the same names; `others` names columns for fields that are called or made otherwise.
    """
    names = [field.name for field in fields(line) if field.default is field.default_factory]
    return [others[name] if name in others else getattr(model, name) for name in names]
