"""Values of JSON as a case has them; what cannot be one is Wrong."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

from app.cases.drafting import MaterialDraft
from app.directory import list_staff
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


def whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong("要写成整数，不加引号。")
    return value


def moment(value: Any) -> datetime:
    try:
        found = datetime.fromisoformat(text(value).strip())
        # The first and the last day of all have no other zone. One without a zone stays as it is:
        # Windows knows no zone of its own before 1970.
        if found.tzinfo is not None:
            found.astimezone(CHINA)
    except (ValueError, OverflowError) as error:
        raise Wrong("要写成 2026-11-22T09:20 这样的日期和时间。") from error
    return found


def day(value: Any) -> date:
    try:
        return date.fromisoformat(text(value).strip())
    except ValueError as error:
        raise Wrong("要写成 2026-11-22 这样的日期。") from error


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("要写成 true 或 false，不加引号。")
    return value


def code(choices: Iterable[Choice]) -> Convert:
    def convert(value: Any) -> Choice:
        by_code = {one.value: one for one in choices if one.label}  # as the centre has it now
        if not isinstance(value, str) or value not in by_code:
            raise Wrong(f"只能是 {'、'.join(by_code)} 之一。")
        return by_code[value]

    return convert


def colleague(value: Any) -> int:
    """A person who works at the centre, by name or work number."""
    said = text(value).strip()
    found = [one.id for one in list_staff() if said in (one.name, one.work_number)]
    if len(found) != 1:
        raise Wrong("要写一位在岗同事的姓名或工号。")
    return found[0]


def several(convert: Convert) -> Convert:
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
    "kind": code(PartyKind),
    "name": text,
    "id_kind": code(IdKind),
    "id_number": text,
    "phone": text,
    "village": text,
    "address": text,
    "needs": several(code(Need)),
}
CASE: Mapping[str, Convert] = {
    "received_at": moment,
    "channel": code(Channel),
    "matter": text,
    "problem": text,
    "demand": text,
    "trips": whole,
    "tried_units": several(text),
    "answer_given": text,
    "nature": code(Nature),
    "cause": code(Cause),
    "grade": code(Grade),
    "method": code(Method),
    "materials": several(_material),
}
