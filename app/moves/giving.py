"""A case is taken up: by the window itself, or given to a unit in the lead and those that help."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from app.cases import drafting
from app.cases.drafting import CaseDraft
from app.cases.registry import draft_of
from app.deadlines.clocks import rules_of, share_due, sign_by
from app.deadlines.time_rules import TimeRulesRecord
from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from app.records.shares import given_shares, planned_shares
from models import Case, CaseUnit, Unit, quick
from models.choices import ShareState, Status, UnitRole

TAKE_UP = (Asked("note", "打算怎么办", hint="窗口自己办，先做什么；可以不写"),)
ASSIGN = (
    Asked("lead", "牵头单位", Ask.UNIT, hint="只能有一个；已经有牵头单位的，不用再选"),
    Asked("item", "牵头承办内容", hint="不写就是整件事"),
    Asked(
        "helpers",
        "配合单位",
        Ask.ROWS,
        hint="各办哪一部分；没有就不填",
        columns=(
            Asked("unit", "单位", Ask.UNIT, "请写明单位。"),
            Asked("item", "承办内容", Ask.LINE, hint="不写就是配合牵头单位"),
        ),
    ),
    Asked(
        "note",
        "交办意见",
        needed="请写明怎么办。",
        hint="怎么办、什么时候答复",
    ),
)
CALL_OFF = (
    Asked("share", "收回谁的", Ask.ONE_OF, "请选收回哪个单位的。", among="open shares"),
    Asked("note", "原因", needed="请写明为什么收回。", hint="例如：该由别的单位牵头"),
)


class Part(NamedTuple):
    """What a unit is given."""

    role: UnitRole
    unit: str
    item: str = ""


def take_up(making: Making) -> Done:
    """The window needs no lead but itself."""
    lacks = drafting.missing(draft_of(making.case.id)).keys() - {"lead"}
    return Done(making.given["note"] or "由窗口自己办理。", {"complete": not lacks})


def assign(making: Making) -> Done:
    """Give every unit its share; of what was planned for others nothing is left."""
    case, rules = making.case, rules_of(making.case)
    there = {one.name for one in given_shares(case.id)}
    parts = [one for one in _parts(making.given) if one.unit not in there]
    for part in parts:
        _give(part, case, making.now, rules)
    for one in planned_shares(case.id):
        CaseUnit.delete().where(CaseUnit.id == one.id).execute()
    first = case.first_unit or parts[0].unit
    complete = not drafting.missing(draft_of(case.id))  # the lead may have been all it lacked
    return Done(in_words(parts, making.given["note"]), {"first_unit": first, "complete": complete})


def wrong_to_assign(making: Making) -> Mapping[str, str]:
    """One lead, and no unit twice."""
    lead, helpers = making.given["lead"], [row["unit"] for row in making.given["helpers"]]
    shares = given_shares(making.case.id)
    there = {one.name for one in shares}
    leading = next((one.name for one in shares if one.role is UnitRole.LEAD), "")
    if leading and lead and lead != leading:
        return {"lead": f"已经由{leading}牵头。要换牵头单位，请先收回交办，再交给新的单位。"}
    if not leading and not lead and (not helpers or making.case.status is Status.REGISTERED):
        return {"lead": "请选牵头单位；窗口自己办的，请用“窗口自办”。"}
    if not leading and lead in there:
        return {"lead": f"{lead}正在配合办理。要它牵头，请先收回交办，再重新交办。"}
    for at, name in enumerate(helpers):
        if name in {lead or leading, *helpers[:at], *there}:
            return {f"helpers.{at}.unit": f"{name}已经在办这件事，不用再交一次。"}
    if leading and not helpers:
        return {"helpers": f"已经由{leading}牵头办理，请写明还要交给哪个单位。"}
    return {}


def planned(case: Case, _today: date) -> Given:
    """The lead and the helpers that the registration named, and the day the citizen was told."""
    shares = planned_shares(case.id)
    lead = next((one.name for one in shares if one.role is UnitRole.LEAD), "")
    helpers = [one.name for one in shares if one.role is UnitRole.CO_HANDLER]
    return {
        "lead": lead,
        "helpers": tuple({"unit": name, "item": ""} for name in helpers),
        "note": f"{case.due_on.month}月{case.due_on.day}日前答复。",
    }


def call_off(making: Making) -> Done:
    share = CaseUnit.get_by_id(making.given["share"])
    CaseUnit.update(state=ShareState.CALLED_OFF).where(CaseUnit.id == share.id).execute()
    return Done(f"收回{share.name}（{share.role.label}）：{making.given['note']}")


def in_words(parts: Sequence[Part], note: str) -> str:
    """What the history says of it."""
    leads = [one.unit for one in parts if one.role is UnitRole.LEAD]
    helpers = [one.unit for one in parts if one.role is UnitRole.CO_HANDLER]
    said = [f"{leads[0]}牵头" if leads else "", f"{'、'.join(helpers)}配合" if helpers else ""]
    return "，".join(filter(None, said)) + f"。{note}"


def as_registered(draft: CaseDraft) -> list[Part]:
    """What units are given where nothing else is said."""
    lead = [Part(UnitRole.LEAD, draft.lead)] if draft.lead else []
    return [*lead, *(Part(UnitRole.CO_HANDLER, name) for name in draft.helpers)]


def terms(
    rules: TimeRulesRecord, unit_id: int | None, case_due_on: date, sent_at: datetime
) -> dict[str, Any]:
    """What a share has from the moment it is given."""
    return {
        "state": ShareState.SENT,
        "sent_at": sent_at,
        "sign_by": sign_by(rules, sent_at),
        "due_on": share_due(rules, unit_id, case_due_on, sent_at),
    }


def _parts(given: Given) -> list[Part]:
    lead = [Part(UnitRole.LEAD, given["lead"], given["item"])] if given["lead"] else []
    helpers = [Part(UnitRole.CO_HANDLER, row["unit"], row["item"]) for row in given["helpers"]]
    return [*lead, *helpers]


def _give(part: Part, case: Case, now: datetime, rules: TimeRulesRecord) -> None:
    unit = quick.find_id(Unit, name=part.unit)
    values = {"item": part.item, **terms(rules, unit, case.due_on, now)}
    planned = (CaseUnit.state == ShareState.PLANNED) & (CaseUnit.role == part.role)
    same = (CaseUnit.case == case.id) & planned & (CaseUnit.name == part.unit)
    if CaseUnit.update(values).where(same).execute():
        return
    place = CaseUnit.select().where(CaseUnit.case == case.id).count()
    if part.role is UnitRole.LEAD:  # another lead was planned: there is one at a time
        CaseUnit.delete().where(CaseUnit.case == case.id, planned).execute()
    named = {"case": case.id, "role": part.role, "unit": unit, "name": part.unit, "place": place}
    quick.add(CaseUnit, named | values)
