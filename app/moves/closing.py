"""The end of a case: concluded, told, filed, or taken back by whoever brought it."""

from datetime import date
from typing import Any

from app.deadlines import clocks
from app.moves import contacting
from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from app.moves.three_asks import THREE_ASKS, answers
from app.records.closings import lacking
from app.records.custody import held
from models import Case, Closing, quick
from models.choices import Act, Ending, Method

CONCLUDE = (
    Asked(
        "ending",
        "结局",
        Ask.CHOICE,
        "请选结局：办成、部分办成或转其他渠道。依法不能办的，要先否定报备。",
        choices=Ending,
        but=(Ending.CANNOT,),
    ),
    Asked(
        "note",
        "结果",
        needed="请写明办理结果，反馈时要告诉群众。",
        hint="怎么办成的；没办成的，写明原因和出路",
    ),
    Asked(
        "redirected_to",
        "转到哪里",
        Ask.LINE,
        "请写明转到哪里，例如法院、信访、仲裁、人民调解或12345。",
        when=("ending", Ending.REDIRECTED),
    ),
    Asked("trips_after", "受理后又跑了几次", Ask.NUMBER, hint="一次没跑填 0"),
    *THREE_ASKS,
)
SPOT = (
    *CONCLUDE,
    contacting.WAY,
    Asked(
        "told", "怎么告知", needed="请写明怎么告知的、对方怎么说。", hint="当面说了什么，他怎么说"
    ),
)
ON_THE_SPOT = "窗口当场办理。"
ARCHIVE = (Asked("note", "备注", hint="可以不写"),)
WITHDRAW = (Asked("note", "原因", needed="请写明为什么撤回。", hint="他为什么不办了"),)


def incomplete(case: Case, _today: date) -> str:
    found = lacking(case.id)
    return f"还不能归档：{''.join(found)}" if found else ""


def still_held(case: Case, _today: date) -> str:
    return "代管的款物还没有退还，先退还，再撤回。" if held(case.id) else ""


def conclude(making: Making) -> Done:
    return Done(_in_words(making), _close(making))


def spot(making: Making) -> Done:
    """On the spot (当场办结): taken up, concluded and told in one act, each with its own line.

    What was to be handed on was not: unless somebody went to their home, the window did it.
    """
    told = contacting.tell(making, making.now, making.given["told"])
    lines = ((Act.CONCLUDE, _in_words(making)), (Act.INFORM, told.note))
    method = Method.VISIT if making.case.method is Method.VISIT else Method.SPOT
    return Done(ON_THE_SPOT, {**_close(making), **told.changes, "method": method}, then=lines)


def close(
    making: Making, ending: Ending, result: str, asked: dict[str, Any], to: str = ""
) -> dict[str, Any]:
    """Keep this round's conclusion; gives the columns of the case that change with it."""
    trips = making.given.get("trips_after")
    kept = {"ending": ending, "result": result, "trips_after": trips, **asked}
    row = {"case": making.case.id, "round": making.case.round, "at": making.now}
    row |= {"due_on": making.case.due_on}
    quick.add(Closing, row | kept | {"by": making.who.name, "redirected_to": to})
    by = clocks.inform_by(clocks.rules_of(making.case), making.now)
    return kept | {"concluded_at": making.now, "inform_by": by}


def in_words(ending: Ending, to: str, result: str) -> str:
    """What the history says of a conclusion."""
    label = f"{ending.label}（{to}）" if to else ending.label
    return f"{label}：{result}"


def archive(making: Making) -> Done:
    return Done(making.given["note"], {"archived_at": making.now})


def withdraw(making: Making) -> Done:
    return Done(making.given["note"])


def _close(making: Making) -> dict[str, Any]:
    given = making.given
    to = given["redirected_to"]
    return close(making, given["ending"], given["note"], answers(making), to)


def _in_words(making: Making) -> str:
    given = making.given
    return in_words(given["ending"], given["redirected_to"], given["note"])
