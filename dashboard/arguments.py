"""Checks what a browser sent against what a callback says it takes."""

import inspect
import sys
import types
from collections.abc import Callable, Sequence
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def fits(value: Any, annotation: Any) -> bool:
    """Whether a JSON value has the annotated type: int, float, str, bool, None, list[...], dict, unions and literals of these."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return any(fits(value, choice) for choice in get_args(annotation))
    if origin is Literal:
        return any(value == choice and type(value) is type(choice) for choice in get_args(annotation))
    if origin is list:
        return isinstance(value, list) and all(fits(item, get_args(annotation)[0]) for item in value)
    if annotation is None or annotation is type(None):
        return value is None
    if annotation is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= sys.float_info.max
    return type(value) is (origin or annotation)


def annotations(function: Callable[..., Any]) -> Sequence[Any]:
    """The annotation of each parameter in order; TypeError when one has none, since nothing could be checked then."""
    hints = get_type_hints(function)
    names = list(inspect.signature(function).parameters)
    missing = [name for name in names if name not in hints]
    if missing:
        raise TypeError(f"{function.__module__}.{function.__qualname__} needs a type for {', '.join(missing)}")
    return [hints[name] for name in names]
