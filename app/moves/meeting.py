"""A coordination meeting (协调会): who came, and what was decided, each with owner and date."""

from collections.abc import Mapping
from datetime import date

from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from app.records.shares import given_shares
from models import Case, Decision, Meeting, quick

MEET = (
    Asked("held_at", "开会时间", Ask.MOMENT, "请写明什么时候开的会。"),
    Asked("place", "地点", Ask.LINE, "请写明在哪里开的会。"),
    Asked("chair", "主持人", Ask.LINE, "请写明谁主持的。"),
    Asked("background", "议题", hint="要定的是什么；不写就是本件诉求"),
    Asked("present", "参加", Ask.LINES, "请写明谁参加了。", hint="单位和姓名，一行一个"),
    Asked("absent", "缺席", Ask.LINES, hint="单位，一行一个"),
    Asked(
        "deemed_by",
        "缺席视为同意",
        Ask.LINE,
        hint="本中心规定缺席视为同意的，写明是哪条规定；没有就空着",
    ),
    Asked(
        "decisions",
        "议定事项",
        Ask.ROWS,
        "请写明议定了什么、谁办、什么时候办完。",
        columns=(
            Asked("what", "议定事项", Ask.LINE, "请写明议定的事。"),
            Asked("owner", "责任单位", Ask.UNIT, "请写明谁办。"),
            Asked("due_on", "期限", Ask.DAY, "请选期限。"),
        ),
    ),
)
DECIDED_DONE = (
    Asked("decision", "哪一项", Ask.ONE_OF, "请选办完的是哪一项。", among="open decisions"),
    Asked("note", "办理情况", needed="请写明怎么办完的。"),
)


def meet(making: Making) -> Done:
    given = making.given
    meeting = Meeting.create(
        case=making.case.id,
        held_at=given["held_at"],
        place=given["place"],
        chair=given["chair"],
        background=given["background"],
        present="\n".join(given["present"]),
        absent="\n".join(given["absent"]),
        deemed_by=given["deemed_by"],
        by=making.who.name,
    )
    quick.add_all(Decision, ({"meeting": meeting.id, **row} for row in given["decisions"]))
    return Done(in_words(given))


def in_words(given: Given) -> str:
    decided = "；".join(
        f"{row['what']}（{row['owner']}，{row['due_on']:%Y-%m-%d}前）" for row in given["decisions"]
    )
    return f"{given['place']}，{given['chair']}主持，议定：{decided}。"


def propose_meeting(case: Case, _today: date) -> Given:
    """The units that have the case are asked to come."""
    return {"present": tuple(dict.fromkeys(one.name for one in given_shares(case.id)))}


def wrong_to_meet(making: Making) -> Mapping[str, str]:
    """Decided is what is still to be done; whoever is absent was not there."""
    given = making.given
    held_on = given["held_at"].date()
    found = {
        f"decisions.{at}.due_on": "期限不能早于开会的日子。"
        for at, row in enumerate(given["decisions"])
        if row["due_on"] < held_on
    }
    if both := set(given["present"]) & set(given["absent"]):
        found["absent"] = f"{min(both)}既参加又缺席，请核对。"
    if given["deemed_by"] and not given["absent"]:
        found["deemed_by"] = "没有缺席的单位，这里请留空。"
    return found


def decided_done(making: Making) -> Done:
    decision = Decision.get_by_id(making.given["decision"])
    done = {"done_at": making.now, "outcome": making.given["note"]}
    Decision.update(done).where(Decision.id == decision.id).execute()
    return Done(done_in_words(decision.what, decision.owner, making.given["note"]))


def done_in_words(what: str, owner: str, note: str) -> str:
    return f"{what}（{owner}）：{note}"
