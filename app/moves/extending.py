"""More time for a case: asked for in time, granted by a second person, told to the citizen."""

from collections.abc import Mapping
from datetime import date

from app.deadlines import extensions
from app.deadlines.calendar import due
from app.deadlines.clocks import rules_of
from app.deadlines.extensions import Wanted
from app.deadlines.time_rules import MOST_DAYS
from app.moves import second
from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from models import Case
from models.choices import ContactWay

ASK = (
    Asked(
        "days",
        "延长几个工作日",
        Ask.NUMBER,
        "请填延长几个工作日。",
        hint="从原来的期限往后算",
        least=1,
        most=MOST_DAYS,
    ),
    Asked("reason", "延期原因", needed="请写明为什么要延期。", hint="写在给群众的告知书上"),
    Asked("progress", "目前进展", hint="已经办了什么；写在告知书上，可以不写"),
    Asked("next_step", "下一步", hint="接下来谁办、什么时候；写在告知书上，可以不写"),
)
GRANT = (Asked("note", "批准意见", hint="可以不写"), *second.SIGN_OFF)
DENY = (
    Asked("note", "不同意的理由", needed="请写明为什么不同意延期、接下来怎么办。"),
    *second.SIGN_OFF,
)
TELL = (
    Asked(
        "way",
        "方式",
        Ask.CHOICE,
        "请选怎么告知的：电话、当面、短信、书面、上门或网上。",
        choices=ContactWay,
    ),
    Asked("at", "时间", Ask.MOMENT, hint="不填就是现在"),
    Asked("note", "对方怎么说", needed="请写下他怎么说。", hint="照他的话写"),
)


def cannot_ask(case: Case, today: date) -> str:
    if case.paused_at:
        return "这件事暂停着，期限不走，恢复以后再申请延期。"
    if case.due_on < today:
        return "已经过了答复期限，不能再申请延期，请尽快办结并向群众说明。"
    if extensions.undecided(case.id):
        return "延期已经申请了，还没有批。"
    most = rules_of(case).extensions
    if len(extensions.granted(case)) >= most:
        return f"按规定一件最多延期 {most} 次，不能再延了。"
    return ""


def wrong_to_ask(making: Making) -> Mapping[str, str]:
    rules, case = rules_of(making.case), making.case
    if case.due_on == making.today and making.now.hour >= rules.cut_off:
        return {"reason": f"今天到期，延期要在 {rules.cut_off} 点以前申请，现在晚了。"}
    if making.given["days"] > rules.extension:
        return {"days": f"按规定一次最多延 {rules.extension} 个工作日。"}
    return {}


def nothing_to_decide(case: Case, _today: date) -> str:
    return "" if extensions.undecided(case.id) else "没有等着批的延期申请。"


def nothing_to_tell(case: Case, _today: date) -> str:
    return "" if extensions.untold(case.id) else "没有要告知的延期。"


def wrong_to_decide(making: Making) -> Mapping[str, str]:
    asked = extensions.undecided(making.case.id)
    assert asked is not None
    return second.wrong(making, asked.asked_by_id)


def wrong_to_tell(making: Making) -> Mapping[str, str]:
    one, at = extensions.untold(making.case.id), making.given["at"]
    assert one is not None
    assert one.decided_at is not None
    return {"at": "告知不能早于批准。"} if at and at < one.decided_at else {}


def ask(making: Making) -> Done:
    given, case = making.given, making.case
    wanted = Wanted(**{name: given[name] for name in ("days", "reason", "progress", "next_step")})
    extensions.ask(case, wanted, making.who, making.now)
    day = due(case.due_on, wanted.days).day
    return Done(f"延长 {wanted.days} 个工作日，到 {day:%Y-%m-%d}。{wanted.reason}")


def grant(making: Making) -> Done:
    by, answer = second.name(making), making.given["note"]
    changes = extensions.grant(making.case, by, answer, making.now)
    was, day = making.case.due_on, changes["due_on"]
    said = f"{by}同意，期限由 {was:%Y-%m-%d} 改为 {day:%Y-%m-%d}，{was:%Y-%m-%d} 前告知群众。"
    return Done(said + answer, changes)


def deny(making: Making) -> Done:
    by, answer = second.name(making), making.given["note"]
    extensions.deny(making.case, by, answer, making.now)
    return Done(f"{by}不同意。{answer}")


def tell(making: Making) -> Done:
    given, one = making.given, extensions.untold(making.case.id)
    assert one is not None
    at = given["at"] or making.now
    extensions.tell(one.id, given["way"], given["note"], making.who, at)
    late = "（原期限已过）" if at.date() > one.was_due_on else ""
    return Done(f"{given['way'].label}告知{late}：{given['note']}")
