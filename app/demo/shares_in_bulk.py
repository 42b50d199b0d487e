"""What each act of a unit leaves in its share, and in the history, as the moves would write it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from app.deadlines.time_rules import TimeRulesRecord
from app.demo.story import Step
from app.moves import answering, giving
from models.choices import Act, UnitRole

ACTS = (Act.SIGN, Act.CONTACT, Act.REPLY, Act.ACCEPT)


def give(
    units: Sequence[dict[str, Any]], rules: TimeRulesRecord, due_on: date, at: datetime
) -> str:
    """To all that were named at the registration; gives the one in the lead."""
    shares = [one for one in units if one["role"] is not UnitRole.TRIED]
    for one in shares:
        one |= giving.terms(rules, one["unit"], due_on, at)
    return str(shares[0]["name"])


def change(units: Sequence[dict[str, Any]], step: Step) -> str:
    """Do to the share what the step says of it; gives the line of the history."""
    named = (one for one in units if one["name"] == step.given["share"])
    share = next(one for one in named if one["role"] is not UnitRole.TRIED)
    changed, note = _left(step)
    share |= changed
    return note


def _left(step: Step) -> tuple[dict[str, Any], str]:
    """The columns that change, and the line."""
    unit, said = step.given["share"], step.given
    if step.act is Act.SIGN:
        by = said["signed_by"]
        return answering.signed(step.at, by), answering.signed_in_words(unit, by)
    if step.act is Act.ACCEPT:
        line = answering.accepted_in_words(unit, "", cited=True)
        return answering.accepted(cited=True), line
    line = answering.noted_in_words(unit, said["note"])
    if step.act is Act.CONTACT:
        return {"contacted_at": step.at}, line
    return answering.replied(step.at, said["note"]), line
