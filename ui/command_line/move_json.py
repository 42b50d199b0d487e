"""What is said with a move, written as JSON: every kind of answer read by one table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from app.errors import Invalid
from app.moves import Move, choosing, proposals, second
from app.moves.asks import Ask, Asked, Given, cleaned, problems
from ui.command_line.reading import Reading
from ui.command_line.values import (
    Convert,
    Wrong,
    code,
    colleague,
    day,
    flag,
    moment,
    several,
    text,
    whole,
)

_PLAIN: Mapping[Ask, Convert] = {
    Ask.TEXT: text,
    Ask.LINE: text,
    Ask.LINES: several(text),
    Ask.NUMBER: whole,
    Ask.DAY: day,
    Ask.FLAG: flag,
    Ask.UNIT: text,
    Ask.UNITS: several(text),
    Ask.PERSON: colleague,
}
# Who signs at the desk types a password there; a command can only name who signed on paper.
ON_PAPER = "signed_on_paper"
_AT_THE_DESK = {one.name for one in second.SIGN_OFF} - {ON_PAPER}


def sayable(move: Move) -> tuple[Asked, ...]:
    """What a command can say with the move."""
    hidden = _AT_THE_DESK if move.is_signed else set()
    return tuple(one for one in move.asks if one.name not in hidden)


def read_given(
    case_id: int, move: Move, raw: Mapping[str, Any], clock: datetime
) -> tuple[Given, datetime]:
    """What is said, and what the time is by its reckoning; an Invalid names all that is wrong."""
    reading = Reading(clock.replace(tzinfo=None))
    asks = sayable(move)
    given = reading.values(raw, _known(reading, asks, case_id, clock))
    if move.is_signed:
        reading.found |= _unsigned(raw, given)
    if reading.found:
        said = proposals(case_id, move, reading.now.date()) | given
        lacking = problems(asks, cleaned(asks, said), reading.now)
        new = {name: told for name, told in lacking.items() if name not in _tops(reading.found)}
        raise Invalid(reading.found | new)
    return given, reading.now


def _known(
    reading: Reading, asks: Sequence[Asked], case_id: int, clock: datetime
) -> dict[str, Convert]:
    def of(asked: Asked) -> Convert:
        if asked.kind is Ask.CHOICE:
            return code(asked.offered)
        if asked.kind is Ask.ONE_OF:
            return _one_of(choosing.choices_for(case_id, asked))
        if asked.kind is Ask.MOMENT:
            return lambda value: reading.on_the_wall(moment(value), clock)
        if asked.kind is Ask.ROWS:
            columns = _known(reading, asked.columns, case_id, clock)
            return _rows(reading, asked.name, columns)
        return _PLAIN[asked.kind]

    return {one.name: of(one) for one in asks}


def _rows(reading: Reading, name: str, columns: Mapping[str, Convert]) -> Convert:
    def convert(value: Any) -> tuple[dict[str, Any], ...]:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise Wrong("要写成方括号 [] 里的一列，每行写在一对花括号 {} 里。")
        return tuple(reading.values(row, columns, f"{name}.{at}.") for at, row in enumerate(value))

    return convert


def _one_of(choices: Sequence[tuple[int, str]]) -> Callable[[Any], int]:
    """By its name or how it begins, where that is clear; or by its place in the list, from 1."""
    listed = "、".join(f"{at} {label}" for at, (_, label) in enumerate(choices, 1))

    def convert(value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= len(choices):
            return choices[value - 1][0]
        if not isinstance(value, str) or not value.strip():
            raise Wrong(f"要写名称或第几个，可选的有 {listed}。" if choices else "现在没有可选的。")
        found = [key for key, label in choices if label.startswith(value.strip())]
        if len(found) != 1:
            raise Wrong(f"可选的有 {listed}。" if choices else "现在没有可选的。")
        return found[0]

    return convert


def _unsigned(raw: Mapping[str, Any], given: Given) -> dict[str, str]:
    found = dict.fromkeys(_AT_THE_DESK & raw.keys(), f"命令行不能当面批准，请写 {ON_PAPER}。")
    if not given.get(ON_PAPER, "").strip():
        found[ON_PAPER] = "请写在纸上签字批准的负责人。"
    return found


def _tops(found: Mapping[str, str]) -> set[str]:
    return {name.partition(".")[0] for name in found}
