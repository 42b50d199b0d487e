"""Saying no (否定报备): asked for with all it rests on, answered by a second person."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.deadlines import clocks
from app.moves import closing, second
from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from app.moves.three_asks import THREE_ASKS, THREE_NAMES, answers
from app.records import refusals
from app.records.refusals import RefusalRecord
from app.records.remedies import PLACES, get_remedy
from app.records.scope_reasons import get_scope_reason
from models import Case, Refusal, quick
from models.choices import Ending, RefusalKind

_RESTS_ON = (
    Asked("reason", "理由", needed="请写明理由，照能讲给群众听的话写。"),
    Asked("document", "依据文件", Ask.LINE, "请写明依据的文件。", hint="全名，有文号的写上文号"),
    Asked("article", "依据条款", Ask.LINE, "请写明第几条。", hint="第几条第几款"),
    Asked("tried", "想过的办法", Ask.LINES, "请写明为他想过、试过哪些办法。"),
    Asked("other_ways", "别的出路", Ask.LINES, "请写明他还可以怎么办，不能只说一个“不”。"),
)
# The window's own: not its business, so it says whose it is.
ASK_REFUSED = (
    Asked(
        "scope_reason",
        "不予受理的事由",
        Ask.ONE_OF,
        "请选事由；列表里没有的，在“设置”里添加。",
        among="scope_reasons",
    ),
    *_RESTS_ON,
    Asked("channel", "该找哪里", Ask.LINE, hint="不填就照事由里写的"),
    Asked("contact", "那里的地址电话", Ask.LINE),
    *THREE_ASKS,
)
# A department's decision, which can be contested.
ASK_CANNOT = (
    Asked("department", "作出决定的部门", Ask.UNIT, "请写明哪个部门决定的。"),
    Asked("made_on", "决定日期", Ask.DAY, "请写明部门哪天决定的。"),
    Asked("title", "决定书名称", Ask.LINE, hint="没有书面决定的空着"),
    Asked("number", "决定书文号", Ask.LINE),
    *_RESTS_ON,
    Asked(
        "remedy",
        "救济途径",
        Ask.ONE_OF,
        "请选不服这个决定可以怎么办，问作出决定的部门。",
        among="remedies",
    ),
    Asked("authority", PLACES["authority"], Ask.LINE, hint="全称，例如××县人民政府"),
    Asked("court", PLACES["court"], Ask.LINE, hint="全称，例如××县人民法院"),
    Asked("days", PLACES["days"], Ask.NUMBER, least=1, most=3650),
    *THREE_ASKS,
)
GRANT_NO = (Asked("opinion", "审批意见", hint="可以不写"), *second.SIGN_OFF)
DENY_NO = (
    Asked("opinion", "审批意见", needed="请写明为什么不同意、接下来怎么办。"),
    *second.SIGN_OFF,
)


def nothing_waits(case: Case, _today: date) -> str:
    """What comes to an end may not do so behind the back of whoever is asked for a “no”."""
    found = refusals.pending(case.id)
    return f"“{found.kind.label}”的否定报备还在等答复，请先答复。" if found else ""


def something_waits(case: Case, _today: date) -> str:
    return "" if refusals.pending(case.id) else "没有等答复的否定报备。"


def wrong_to_ask(making: Making) -> Mapping[str, str]:
    given = making.given
    if given["made_on"] > making.today:
        return {"made_on": "部门的决定不能晚于今天。"}
    places = get_remedy(given["remedy"]).places
    return {name: f"请填写{PLACES[name]}，告知书上要写。" for name in places if not given[name]}


def wrong_to_answer(making: Making) -> Mapping[str, str]:
    return second.wrong(making, _waiting(making).asked_by_id)


def ask_refused(making: Making) -> Done:
    given, reason = making.given, get_scope_reason(making.given["scope_reason"])
    channel = given["channel"] or reason.channel
    own = {"scope_reason": reason.id, "channel": channel, "contact": given["contact"]}
    return _ask(making, RefusalKind.REFUSED, own)


def ask_cannot(making: Making) -> Done:
    """With the remedy as it will be printed, so that a later change of its text changes nothing."""
    given, remedy = making.given, get_remedy(making.given["remedy"])
    filled = {name: given[name] for name in PLACES if name in remedy.places}
    theirs = {name: given[name] for name in ("department", "made_on", "title", "number")}
    text = {"remedy": remedy.id, "remedy_text": remedy.filled(**filled)}
    return _ask(making, RefusalKind.CANNOT, theirs | filled | text)


def asked_in_words(kind: RefusalKind, given: Mapping[str, Any]) -> str:
    """What the history says of it."""
    return f"{kind.label}：{given['reason']}（依据：{given['document']}{given['article']}）"


def granted_in_words(kind: RefusalKind, name: str, opinion: str) -> str:
    return f"{kind.label}，{name}同意。{opinion}"


def result_in_words(department: str, reason: str, other_ways: Sequence[str]) -> str:
    """What the citizen is told of a department's “no”, with what else there is to do."""
    return f"{department}决定：{reason}\n别的出路：{'；'.join(other_ways)}"


def grant_no(making: Making) -> Done:
    found = _answer(making, granted=True)
    note = granted_in_words(found.kind, second.name(making), making.given["opinion"])
    if found.kind is RefusalKind.REFUSED:
        by = clocks.inform_by(clocks.rules_of(making.case), making.now)
        return Done(note, {"inform_by": by})
    ways = found.other_ways.split("\n")
    result = result_in_words(found.department, found.reason, ways)
    asked = {name: getattr(making.case, name) for name in THREE_NAMES}
    changes = closing.close(making, Ending.CANNOT, result, asked)
    return Done(note, changes)


def deny_no(making: Making) -> Done:
    found = _answer(making, granted=False)
    return Done(f"{found.kind.label}，{second.name(making)}不同意：{making.given['opinion']}")


def _ask(making: Making, kind: RefusalKind, of_its_kind: Mapping[str, Any]) -> Done:
    case, given = making.case, making.given
    row = {"case": case.id, "round": case.round, "kind": kind, **of_its_kind}
    row |= {name: given[name] for name in ("reason", "document", "article")}
    row |= {name: "\n".join(given[name]) for name in ("tried", "other_ways")}
    quick.add(Refusal, row | {"asked_at": making.now, "asked_by": making.who.id})
    return Done(asked_in_words(kind, given), answers(making))


def _answer(making: Making, *, granted: bool) -> RefusalRecord:
    found = _waiting(making)
    Refusal.update(
        decided_at=making.now,
        decided_by=second.name(making),
        granted=granted,
        opinion=making.given["opinion"],
    ).where(Refusal.id == found.id).execute()
    return found


def _waiting(making: Making) -> RefusalRecord:
    found = refusals.pending(making.case.id)
    assert found
    return found
