"""A tree of frozen records as a text that can be kept for years, and back without a loss.

The same tree always gives the same letters, so that a checksum over them vouches for it. It is read
by the types of the fields: what the types do not say is refused, and a field that came later has to
have a default, which stands for what was not kept.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Tree = TypeVar("Tree")
Read = Callable[[Any], Any]


class Unreadable(Exception):
    """The text is not one of such a tree."""


def dumps(tree: Any) -> str:
    return json.dumps(_plain(tree), ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def loads(text: str, shape: type[Tree]) -> Tree:
    reader: Callable[[Any], Tree] = _reader(cast("Any", shape))
    try:
        return reader(json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable(shape.__name__) from error


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value) if one.init}
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(one)] for key, one in value.items()]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise TypeError(f"{type(value).__name__} cannot be kept")


@cache
def _reader(shape: Any) -> Read:
    """Found once for each type: a ledger has a thousand rows of one."""
    if is_dataclass(shape):
        return _record(shape)
    origin, inside = get_origin(shape), get_args(shape)
    if origin in (Union, UnionType):
        return _perhaps(inside)
    if origin is tuple:
        return _tuple(inside)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = map(_reader, inside)
        return lambda raw: {key(one): value(other) for one, other in raw}
    if shape in (date, datetime):
        return shape.fromisoformat  # type: ignore[no-any-return]
    if isinstance(shape, type) and issubclass(shape, Enum):
        return lambda raw: shape[raw]
    if shape in (str, bool, int, float):
        return lambda raw: _as_it_is(raw, shape)
    raise TypeError(f"{shape} cannot be read")


def _record(shape: Any) -> Read:
    hints = get_type_hints(shape)
    readers = {one.name: _reader(hints[one.name]) for one in fields(shape) if one.init}

    def read(raw: Any) -> Any:
        return shape(**{name: readers[name](value) for name, value in raw.items()})

    return read


def _perhaps(inside: tuple[Any, ...]) -> Read:
    """None, or the one other thing it may be."""
    (other,) = (_reader(one) for one in inside if one is not NoneType)
    return lambda raw: None if raw is None else other(raw)


def _tuple(inside: tuple[Any, ...]) -> Read:
    if inside[-1] is Ellipsis:
        every = _reader(inside[0])
        return lambda raw: tuple(every(one) for one in raw)
    each = tuple(map(_reader, inside))
    return lambda raw: tuple(read(one) for read, one in zip(each, raw, strict=True))


def _as_it_is(raw: Any, shape: type) -> Any:
    if type(raw) is not shape and not (shape is float and type(raw) is int):
        raise TypeError(f"{type(raw).__name__} instead of {shape.__name__}")
    return raw
