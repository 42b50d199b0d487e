"""What is said of a visit, written as JSON: the request, its plan, what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from app.cases.registry import find_id
from app.errors import Invalid, NotFound
from app.moves import find_move
from app.persons.parties import PartyDraft
from app.visits import draft as requests_draft
from app.visits import outcomes
from app.visits.crews import HelperEntry, KitEntry, list_helpers, list_kits
from app.visits.draft import VisitDraft
from app.visits.outcomes import OutcomeDraft
from app.visits.planning import PlanDraft
from app.visits.requests import draft_for_case, find_visit, get_row
from app.visits.rules import visit_rules
from models.choices import Act, Delivery, HalfDay, VisitCheck, VisitKind, VisitOutcome
from ui.command_line.case_json import read_party
from ui.command_line.move_json import read_given
from ui.command_line.reading import Reading
from ui.command_line.values import (
    PARTY,
    Convert,
    Wrong,
    code,
    day,
    flag,
    moment,
    several,
    text,
    whole,
)

PEOPLE = ("served", "asker")
REQUEST: Mapping[str, Convert] = {
    "kind": code(VisitKind),
    **dict.fromkeys(requests_draft.LINES, text),
    "people": whole,
    "aware": flag,
    "infectious": flag,
    "told": text,
    "same_book": flag,
    "consent": flag,
    "phone": text,
    "earliest": day,
    "latest": day,
    "half": code(HalfDay),
    "urgent": flag,
    **dict.fromkeys(requests_draft.LISTS, several(text)),
    "checklist": several(code(VisitCheck)),
    "minutes": whole,
}
OUTCOME: Mapping[str, Convert] = {
    "outcome": code(VisitOutcome),
    "note": text,
    "taken": several(text),
    "returned": several(text),
    "delivery": code(Delivery),
    "photo_consent": flag,
}


def read_request(raw: Mapping[str, Any], clock: datetime) -> tuple[VisitDraft, datetime]:
    """The request; of a case what it proposes holds where nothing else is said."""
    reading = Reading(clock.replace(tzinfo=None))
    said = {name: value for name, value in raw.items() if name not in PEOPLE}
    known = {**REQUEST, "case": _number(find_id), "previous": _number(find_visit)}
    values = reading.values(said, known)
    case_id, previous = values.pop("case", None), values.pop("previous", None)
    people: dict[str, Any] = {
        role: PartyDraft(**read)
        for role in PEOPLE
        if (read := read_party(reading, raw.get(role), role, PARTY))
    }
    begun = VisitDraft(served=PartyDraft()) if case_id is None else draft_for_case(case_id)
    draft = replace(begun, **values, **people, previous_id=previous)
    _refuse(reading, requests_draft.problems(draft, reading.now.date(), visit_rules()))
    return draft, reading.now


def read_plan(raw: Mapping[str, Any], clock: datetime) -> PlanDraft:
    """The people and the kit by their names."""
    reading = Reading(clock.replace(tzinfo=None))
    known = {
        "day": day,
        "half": code(HalfDay),
        "starts": _hour,
        "minutes": whole,
        "helpers": several(_named(list_helpers())),
        "kits": several(_named(list_kits())),
        "reason": text,
        "override": text,
    }
    values = reading.values(raw, known)
    if "day" not in values and "day" not in reading.found:
        reading.found["day"] = "请写哪一天。"
    _refuse(reading, {})
    return PlanDraft(**values)


def read_outcome(
    visit_id: int, raw: Mapping[str, Any], clock: datetime
) -> tuple[OutcomeDraft, datetime]:
    """What came of it; `case` is the move of its case with what is said: {"move", "said"}."""
    reading = Reading(clock.replace(tzinfo=None))
    at = _at(reading, clock)
    said = {name: value for name, value in raw.items() if name != "case"}
    values = reading.values(said, {**OUTCOME, "arrived_at": at, "left_at": at})
    if raw.get("case") is not None:
        values |= _of_case(reading, visit_id, raw["case"], clock)
    draft = OutcomeDraft(**values)
    _refuse(reading, outcomes.problems(draft, reading.now))
    return draft, reading.now


def _of_case(reading: Reading, visit_id: int, raw: object, clock: datetime) -> dict[str, Any]:
    case_id = get_row(visit_id).case_id
    if case_id is None:
        reading.found["case"] = "这次上门不是为哪件办件去的。"
        return {}
    if not isinstance(raw, dict) or not isinstance(raw.get("said", {}), dict):
        reading.found["case"] = "要写成 {move, said}，said 是这个环节要填的内容。"
        return {}
    read = reading.values(
        {name: value for name, value in raw.items() if name != "said"},
        {"move": code(Act)},
        "case.",
    )
    if "move" not in read:
        reading.found.setdefault("case.move", "请写办件办哪个环节。")
        return {}
    move = find_move(case_id, read["move"], reading.now.date())
    try:
        given, now = read_given(case_id, move, raw.get("said", {}), clock)
    except Invalid as wrong:
        reading.found |= {f"case.said.{name}": told for name, told in wrong.problems.items()}
        return {}
    reading.now = max(reading.now, now)
    return {"case_act": move.act, "case_given": given}


def _refuse(reading: Reading, problems: Mapping[str, str]) -> None:
    """What could not be read, and what the rules find in the rest, all at once."""
    tops = {name.partition(".")[0] for name in reading.found}
    new = {name: said for name, said in problems.items() if not {name, _top(name)} & tops}
    if found := reading.found | new:
        raise Invalid(found)


def _top(name: str) -> str:
    return name.partition(".")[0]


def _at(reading: Reading, clock: datetime) -> Convert:
    return lambda value: reading.on_the_wall(moment(value), clock)


def _hour(value: Any) -> time:
    try:
        return time.fromisoformat(text(value).strip())
    except ValueError as error:
        raise Wrong("要写成 09:30 这样的钟点。") from error


def _number(find: Callable[[str], int]) -> Convert:
    def convert(value: Any) -> int:
        try:
            return find(text(value))
        except NotFound as error:
            raise Wrong(str(error)) from error

    return convert


def _named(entries: list[HelperEntry] | list[KitEntry]) -> Convert:
    """By name, or where two have the same by name and unit as they are shown."""

    def convert(value: Any) -> int:
        said = text(value).strip()
        found = [one.id for one in entries if said in (one.name, str(one))]
        if len(found) != 1:
            listed = "、".join(one.name for one in entries) or "还没有，请先在设置里添加"
            raise Wrong(f"名单里的有 {listed}。")
        return found[0]

    return convert
