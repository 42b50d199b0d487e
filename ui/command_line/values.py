"""Values of JSON as a case has them; what cannot be one is Wrong."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from app.case_draft import MaterialDraft
from models.choices import (
    Cause,
    Channel,
    Choice,
    Grade,
    IdKind,
    Method,
    Nature,
    Need,
    PartyKind,
)

CHINA = timezone(timedelta(hours=8))  # all of it; the last summer time was in 1991
Convert = Callable[[Any], Any]


class Wrong(ValueError):
    """A value that cannot be read; its text says how it has to be written."""


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong("要写成引号里的文字。")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong("要写成整数，不加引号。")
    return value


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(text(value).strip())
        # The first and the last day of all have no other zone. One without a zone stays as it is:
        # Windows knows no zone of its own before 1970.
        if moment.tzinfo is not None:
            moment.astimezone(CHINA)
    except (ValueError, OverflowError) as error:
        raise Wrong("要写成 2026-11-22T09:20 这样的日期和时间。") from error
    return moment


def _code(choices: type[Choice]) -> Convert:
    def convert(value: Any) -> Choice:
        codes = [one.value for one in choices]
        if not isinstance(value, str) or value not in codes:
            raise Wrong(f"只能是 {'、'.join(codes)} 之一。")
        return choices.of(value)

    return convert


def _several(convert: Convert) -> Convert:
    def convert_each(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Wrong("要写成方括号 [] 里的一列。")
        return tuple(dict.fromkeys(map(convert, value)))

    return convert_each


def _material(value: Any) -> MaterialDraft:
    if isinstance(value, str):
        return MaterialDraft(value)
    if not isinstance(value, dict) or not _is_material(value):
        raise Wrong("每份要写成名称，或者写成 {name, copies, kept}。")
    return MaterialDraft(**value)


def _is_material(value: dict[str, Any]) -> bool:
    kinds = {"name": str, "copies": str, "kept": bool}
    return "name" in value and all(
        name in kinds and isinstance(value[name], kinds[name]) for name in value
    )


PARTY: Mapping[str, Convert] = {
    "kind": _code(PartyKind),
    "name": text,
    "id_kind": _code(IdKind),
    "id_number": text,
    "phone": text,
    "village": text,
    "address": text,
    "needs": _several(_code(Need)),
}
CASE: Mapping[str, Convert] = {
    "received_at": _moment,
    "channel": _code(Channel),
    "matter": text,
    "problem": text,
    "demand": text,
    "trips": _whole,
    "tried_units": _several(text),
    "answer_given": text,
    "nature": _code(Nature),
    "cause": _code(Cause),
    "grade": _code(Grade),
    "method": _code(Method),
    "materials": _several(_material),
}
