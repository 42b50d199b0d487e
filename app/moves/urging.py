"""A unit is pressed for its answer: reminded, its liaison first and then its head; supervised."""

from datetime import date

from app.deadlines.calendar import due
from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from app.records.shares import OPEN, given_shares, is_late, returns
from app.sheets.orders import SUPERVISION_GROUNDS
from models import Case, CaseUnit, Reminder
from models.choices import ShareState, Urge

_SHARE = Asked("share", "哪个单位", Ask.ONE_OF, "请选单位。", among="unanswered shares")
_ANSWER_BY = Asked("answer_by", "要求答复日期", Ask.DAY, "请选要求什么时候答复。")
REMIND = (
    _SHARE,
    Asked("whom", "找谁", Ask.LINE, hint="不写：第一次找联络员，之后找部门领导"),
    Asked("how", "怎么催的", Ask.LINE, "请写明怎么催的。", hint="电话、当面、书面"),
    Asked("answer", "对方怎么说", hint="没有联系上也写明"),
    _ANSWER_BY,
)
SUPERVISE = (
    _SHARE,
    Asked(
        "grounds",
        "督办理由",
        Ask.LINES,
        "请写明为什么督办。",
        hint="一行一项：" + "、".join(SUPERVISION_GROUNDS),
    ),
    Asked("facts", "查明情况", hint="核实到的情况"),
    Asked("demands", "办理要求", Ask.LINES, "请写明要求做什么。", hint="一行一项"),
    _ANSWER_BY,
    Asked("approved_by", "签发人", Ask.LINE, "请写明谁签发的。", hint="分管领导"),
)
_ANSWER_IN = 1  # working days


def remind(making: Making) -> Done:
    given, share = making.given, CaseUnit.get_by_id(making.given["share"])
    times = _times(share, Urge.REMIND)
    whom = given["whom"] or next_to_ask(share, times)
    said = {"how": given["how"], "answer": given["answer"], "whom": whom}
    _write(making, share, Urge.REMIND, times, said)
    answer = f"对方：{given['answer']}" if given["answer"] else ""
    asked = f"第 {times} 次催办{share.name}（{whom}，{given['how']}）"
    return Done(f"{asked}，{_day(given['answer_by'])}前答复。{answer}")


def supervise(making: Making) -> Done:
    given, share = making.given, CaseUnit.get_by_id(making.given["share"])
    times = _times(share, Urge.SUPERVISE)
    said = {
        "grounds": "\n".join(given["grounds"]),
        "facts": given["facts"],
        "demands": "\n".join(given["demands"]),
        "approved_by": given["approved_by"],
    }
    _write(making, share, Urge.SUPERVISE, times, said)
    why = "、".join(given["grounds"])
    return Done(f"第 {times} 次督办{share.name}：{why}，{_day(given['answer_by'])}前办结答复。")


def next_to_ask(share: CaseUnit, times: int) -> str:
    """联络员→部门领导, as the unit's card has them."""
    unit = share.unit if share.unit_id else None
    liaison = _person(unit.liaison, unit.phone) if unit else ""
    head = _person(unit.head, unit.head_phone) if unit else ""
    return (f"联络员{liaison}" if times == 1 else f"部门领导{head}").strip()


def propose_reminder(_case: Case, today: date) -> Given:
    return {"how": "电话", "answer_by": due(today, _ANSWER_IN).day}


def propose_supervision(case: Case, today: date) -> Given:
    """What speaks for it of itself: a share that is late, a case that was given back."""
    late = [one for one in given_shares(case.id) if one.state in OPEN and is_late(one, case, today)]
    unsigned = any(one.state is ShareState.SENT for one in late)
    answers, signs, *_, bounced = SUPERVISION_GROUNDS
    found = {answers: bool(late) and not unsigned, signs: unsigned, bounced: returns(case.id) > 0}
    return {
        "grounds": tuple(ground for ground, is_so in found.items() if is_so),
        "answer_by": due(today, _ANSWER_IN).day,
    }


def _times(share: CaseUnit, kind: Urge) -> int:
    query = Reminder.select().where(Reminder.share == share.id, Reminder.kind == kind)
    return int(query.count()) + 1


def _write(making: Making, share: CaseUnit, kind: Urge, times: int, said: Given) -> None:
    known = {
        "share": share.id,
        "kind": kind,
        "times": times,
        "answer_by": making.given["answer_by"],
    }
    Reminder.create(**known, **said, at=making.now, by=making.who.name)


def _person(name: str, phone: str) -> str:
    return " ".join(filter(None, (name, phone)))


def _day(day: date) -> str:
    return f"{day:%Y-%m-%d}"
