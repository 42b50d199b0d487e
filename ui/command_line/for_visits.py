"""Commands about home visits."""

from datetime import datetime
from typing import Any

from app.access.unattended import command_line
from app.errors import AppError, Invalid
from ui.command_line.arguments import Asked
from ui.command_line.json_file import read_object
from ui.command_line.reading import in_one_sentence
from ui.command_line.said import day, out_path, wall, week


def request(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.visits.requests import request_visit
    from ui.command_line.visit_json import read_request

    raw = read_object(asked.said[0], "一次上门的需求", "一次登记一个")
    try:
        draft, now = read_request(raw, clock)
        visit_id = request_visit(draft, command_line(), now)
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong, "没有登记")) from wrong
    return _told(visit_id, clock)


def show(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.visits.requests import find_visit

    return _told(find_visit(asked.said[0]), clock)


def suggest(asked: Asked, clock: datetime) -> list[dict[str, Any]]:
    """The best places, each with a plan that `visit plan` takes as it is."""
    from app.visits.requests import find_visit
    from app.visits.suggesting import suggest as look_for
    from ui.command_line.told_visits import tell_suggestion

    visit_id = find_visit(asked.said[0])
    return [tell_suggestion(one) for one in look_for(visit_id, wall(clock))]


def plan(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.visits.planning import plan_visit
    from app.visits.requests import find_visit
    from ui.command_line.visit_json import read_plan

    visit_id = find_visit(asked.said[0])
    raw = read_object(asked.said[1], "怎么安排", "一次安排一个")
    try:
        plan_visit(visit_id, read_plan(raw, clock), command_line(), wall(clock))
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong, "没有安排")) from wrong
    return _told(visit_id, clock)


def outcome(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.visits.outcomes import record_outcome
    from app.visits.requests import find_visit
    from ui.command_line.visit_json import read_outcome

    visit_id = find_visit(asked.said[0])
    raw = read_object(asked.said[1], "上门的结果", "一次登记一个")
    try:
        draft, now = read_outcome(visit_id, raw, clock)
        record_outcome(visit_id, draft, command_line(), now)
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong, "没有登记结果")) from wrong
    return _told(visit_id, clock)


def of_day(asked: Asked, _: datetime) -> dict[str, Any]:
    from app.visits.board import day_board
    from ui.command_line.told_visits import tell_day

    return tell_day(day_board(day(asked.said[0])))


def ics(asked: Asked, clock: datetime) -> dict[str, Any]:
    """Of a week, or of one visit; what writes it is imported here, for it takes a while."""
    from app.visits.events import visit_event, week_events
    from app.visits.requests import find_visit
    from exports.visit_calendar import write_visit_calendar, write_week_calendar

    path, now = out_path(asked), wall(clock)
    one, of_week = asked.options.get("--visit"), asked.options.get("--week")
    if (one is None) == (of_week is None):
        raise AppError("请写 --week 2026-W48 导出一周，或者写 --visit 编号导出一次。")
    if one is not None:
        write_visit_calendar(visit_event(find_visit(one), now), path)
        return {"file": str(path), "visits": 1}
    events = week_events(week(of_week or ""), now)
    write_week_calendar(events, path)
    return {"file": str(path), "visits": len(events)}


def _told(visit_id: int, clock: datetime) -> dict[str, Any]:
    from app.visits.detail import get_visit
    from ui.command_line.told_visits import tell_visit

    return tell_visit(get_visit(visit_id, wall(clock).date()))
