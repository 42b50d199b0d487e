"""Sorting a case out (研判): nature, cause and grade; and which papers it lacks (一次性告知)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.cases import drafting
from app.cases.registry import draft_of
from app.deadlines import clocks, due_dates
from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from models import Case, MissingPaper, Telling, quick
from models.choices import Cause, Choice, Grade, Nature, Status

SORT = (
    Asked("nature", "性质", Ask.CHOICE, "请选性质：不能办、很难办或不给办。", choices=Nature),
    Asked("cause", "成因", Ask.CHOICE, "请选成因；都不像的选“其他”。", choices=Cause),
    Asked("grade", "难度", Ask.CHOICE, "请选难度，期限按它算。", choices=Grade),
    Asked("note", "研判意见", hint="卡在哪里、打算怎么办"),
)
TELL_MISSING = (
    Asked(
        "papers",
        "缺的材料",
        Ask.ROWS,
        "请把缺的材料一次写全，每行一样。",
        columns=(
            Asked("name", "材料", Ask.LINE, "请写材料名称。"),
            Asked("form", "要求", Ask.LINE, hint="原件还是复印件、几份"),
            Asked("where", "到哪里开", Ask.LINE),
            Asked("instead", "可以用什么代替", Ask.LINE),
        ),
    ),
    Asked("hand_in_by", "什么时候前补齐", Ask.DAY, hint="没有限期的空着"),
    Asked("again", "再次告知的原因", hint="第一次告知不用写"),
)


def sorted_once(case: Case, _today: date) -> str:
    """Before it is taken up it is sorted out once; after that again whenever it proves wrong."""
    if case.status is Status.REGISTERED and case.sorted_at:
        return "已经研判过了；要改的，请更正登记，或交办以后重新研判。"
    return ""


def as_registered(case: Case, _today: date) -> Given:
    """What was chosen at the intake stands until it is chosen otherwise."""
    return {"nature": case.nature, "cause": case.cause, "grade": case.grade}


def sort(making: Making) -> Done:
    """The days are those of its kind, unless they are the same: then no date moves."""
    case, given = making.case, making.given
    said = {name: given[name] for name in ("nature", "cause", "grade")}
    lacks = drafting.missing(replace(draft_of(case.id), **said))
    changes = said | {"sorted_at": making.now, "complete": not lacks} | _clock(case, given)
    moved = changes.get("due_on", case.due_on)
    dates = f"，期限由 {case.due_on:%Y-%m-%d} 改为 {moved:%Y-%m-%d}"
    words = in_words(*said.values()) + dates * (moved != case.due_on)
    return Done(f"{words}。{given['note']}", changes)


def in_words(*said: Choice) -> str:
    return "、".join(one.label for one in said)


def wrong_to_tell(making: Making) -> Mapping[str, str]:
    """Once means once: a second time needs a reason, and is on record as one."""
    given, before = making.given, _last_told(making.case)
    if before and not given["again"]:
        return {"again": f"{before:%Y-%m-%d} 已经一次性告知过，再次告知请写明原因。"}
    if given["hand_in_by"] and given["hand_in_by"] < making.today:
        return {"hand_in_by": "补齐期限不能早于今天。"}
    return {}


def tell_missing(making: Making) -> Done:
    case, given = making.case, making.given
    again = given["again"] if _last_told(case) else ""
    row = {"case": case.id, "at": making.now, "by": making.who.name, "again": again}
    telling = quick.add(Telling, row | {"hand_in_by": given["hand_in_by"]})
    papers = ({"telling": telling, "place": at} | one for at, one in enumerate(given["papers"]))
    quick.add_all(MissingPaper, papers)
    names = "、".join(one["name"] for one in given["papers"])
    return Done(f"再次告知（{again}）：缺{names}。" if again else f"缺{names}。")


def _clock(case: Case, given: Given) -> dict[str, Any]:
    days = clocks.rules_of(case).days_for(given["grade"], given["nature"])
    if days == case.due_days:
        return {}
    return due_dates.reckoned(case.clock_from, days, due_dates.additions(case))


def _last_told(case: Case) -> Any:
    query = Telling.select(Telling.at).where(Telling.case == case.id)
    return query.order_by(Telling.id.desc()).scalar()
