"""Commands about one case, and the finding of it."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.access.unattended import command_line
from app.desk.todo import Todo
from app.errors import AppError, Invalid
from models.choices import Act
from ui.command_line.arguments import Asked
from ui.command_line.case_json import read_case
from ui.command_line.json_file import read_object
from ui.command_line.move_json import read_given
from ui.command_line.reading import in_one_sentence
from ui.command_line.said import wall, whole
from ui.command_line.told import tell_case, tell_row
from ui.command_line.told_moves import tell_move

MOST_FOUND = 1000


def register(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.cases.registry import open_case

    raw = read_object(asked.said[0], "一件办件", "一次登记一件")
    try:
        draft, now = read_case(raw, clock)
        opened = open_case(draft, command_line(), now)
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong, "没有登记")) from wrong
    return {"number": opened.number, "due": opened.due_on.isoformat()}


def show(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.cases.registry import find_id

    return _told(find_id(asked.said[0]), wall(clock).date())


def attach(asked: Asked, clock: datetime) -> dict[str, Any]:
    """A sheet that was signed, scanned; or whatever else belongs to the case."""
    from app.attachments import attach as keep
    from app.attachments import list_attachments
    from app.cases.registry import find_id

    number, file = asked.said
    case_id = find_id(number)
    kept = keep(case_id, Path(file).absolute(), command_line(), wall(clock))
    one = next(each for each in list_attachments(case_id) if each.id == kept)
    return {"name": one.name, "size": one.size}


def find(asked: Asked, _: datetime) -> list[dict[str, Any]]:
    from app.search.finding import find as find_cases

    limit = whole(asked.options.get("--limit", "20"), "--limit", 1, MOST_FOUND)
    return [
        {
            "number": one.number,
            "person": one.person,
            "matter": one.matter,
            "status": one.status.value,
            "due": one.due_on.isoformat(),
        }
        for one in find_cases(asked.said[0], limit)
    ]


def act(asked: Asked, clock: datetime) -> dict[str, Any]:
    """Any move of the table, by the same rules as at the desk."""
    from app.cases.registry import find_id
    from app.moves import find_move, move_case

    number, code, file = asked.said
    case_id, day = find_id(number), wall(clock).date()
    move = find_move(case_id, _act_called(code, case_id, day), day)
    raw = read_object(file, f"“{move.name}”要填的内容", "什么都不填就写 {}")
    try:
        given, now = read_given(case_id, move, raw, clock)
        move_case(case_id, move.act, given, command_line(), now)
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong, f"没有{move.name}")) from wrong
    return _told(case_id, day)


def next_(asked: Asked, clock: datetime) -> list[dict[str, Any]]:
    from app.cases.registry import find_id
    from app.moves import next_moves

    case_id, day = find_id(asked.said[0]), wall(clock).date()
    return [tell_move(case_id, one, day) for one in next_moves(case_id, day, command_line())]


def today(_: Asked, clock: datetime) -> dict[str, Any]:
    """Every list of the desk with the act it waits for and its cases, the most pressing first."""
    day = wall(clock).date()
    return {"date": day.isoformat(), "todo": [_waiting(todo, day) for todo in Todo]}


def _waiting(todo: Todo, day: date) -> dict[str, Any]:
    from app.cases.case_list import case_ids, case_rows
    from app.cases.filters import Order, that_wait
    from app.desk.todo import ACTS

    ids = case_ids(that_wait(todo), day, Order.DUE, descending=False)
    act = ACTS.get(todo)
    return {
        "kind": todo.value,
        "label": todo.label,
        "move": act.value if act else None,
        "count": len(ids),
        "cases": [tell_row(one) for one in case_rows(ids[:MOST_FOUND])],
    }


def _act_called(code: str, case_id: int, day: date) -> Act:
    from app.moves import next_moves

    if code in {one.value for one in Act}:
        return Act.of(code)
    now = [f"{one.act.value} {one.name}" for one in next_moves(case_id, day, command_line())]
    can = f"现在能办的有 {'、'.join(now)}" if now else "这件事现在没有要办的"
    raise AppError(f"没有“{code}”这个环节，{can}。")


def _told(case_id: int, day: date) -> dict[str, Any]:
    from app.cases.detail import get_case
    from app.cases.way import get_trail, get_way

    return tell_case(get_case(case_id), get_way(case_id), get_trail(case_id, day))
