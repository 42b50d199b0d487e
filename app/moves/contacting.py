"""Speaking to the citizen when it is over: told the result (反馈), asked how it went (回访)."""

from collections.abc import Mapping
from datetime import date, datetime

from app.deadlines import clocks
from app.directory import list_staff
from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from app.papers import issues
from app.records import contacts, refusals
from models import Case, Contact, quick
from models.choices import ContactKind, ContactWay, Status

WAY = Asked(
    "way",
    "方式",
    Ask.CHOICE,
    "请选怎么告知的：电话、当面、短信、书面、上门或网上。",
    choices=ContactWay,
)
_AT = Asked("at", "时间", Ask.MOMENT, hint="不填就是现在")
INFORM = (
    WAY,
    _AT,
    Asked(
        "note",
        "他怎么说",
        needed="请写明告知了什么、对方怎么说。",
        hint="照他的话写",
    ),
)
FOLLOW_UP = (
    Asked("way", "方式", Ask.CHOICE, "请选怎么回访的。", choices=ContactWay),
    _AT,
    Asked("unreached", "没联系上", Ask.FLAG, hint=f"{contacts.TRIES} 次都没联系上的，算回访过了"),
    Asked("note", "他怎么说", needed="请写下他的原话；没联系上的，写明什么情况。"),
)


def cannot_be_told(case: Case, _today: date) -> str:
    """A “no” is told with its notice in the hand (domain.md §5.5)."""
    if case.informed_at:
        return "已经告知过了。"
    said_no = refusals.standing(case.id, case.round)
    if said_no and not issues.valid(case.id, said_no.notice, said_no.id):
        return f"请先打印{said_no.notice.label}，告知时交给他。"
    return ""


def followed_up(case: Case, _today: date) -> str:
    return "已经回访过了。" if case.followed_up_at else ""


def wrong_to_inform(making: Making) -> Mapping[str, str]:
    since = making.case.concluded_at
    return _too_early(making, since, "反馈不能早于办结。") if since else {}


def wrong_to_follow_up(making: Making) -> Mapping[str, str]:
    """Whoever handled it does not ask how well they did, where there is anybody else."""
    others = [one for one in list_staff() if one.id != making.case.handler_id]
    if making.who.id == making.case.handler_id and others:
        return {"note": "回访要由经办人以外的同事来做，请换一位同事登录。"}
    return _too_early(making, making.case.informed_at, "回访不能早于反馈。")


def inform(making: Making) -> Done:
    return tell(making, making.given["at"] or making.now, making.given["note"])


def tell(making: Making, at: datetime, words: str) -> Done:
    way = making.given["way"]
    _keep(making, ContactKind.INFORM, at, words)
    changes: dict[str, date] = {"informed_at": at}
    if making.case.status is not Status.REFUSED:  # whom it was not taken up for is not called back
        changes |= {"follow_up_by": clocks.follow_up_by(clocks.rules_of(making.case), at)}
    return Done(f"{way.label}：{words}", changes)


def follow_up(making: Making) -> Done:
    given = making.given
    at, reached = given["at"] or making.now, not given["unreached"]
    _keep(making, ContactKind.FOLLOW_UP, at, given["note"], reached=reached)
    tried = contacts.tries(making.case.id, making.case.round)
    over = reached or tried >= contacts.TRIES
    said = given["note"] if reached else f"第 {tried} 次没联系上。{given['note']}"
    return Done(f"{given['way'].label}：{said}", {"followed_up_at": at} if over else {})


def _keep(
    making: Making, kind: ContactKind, at: datetime, words: str, *, reached: bool = True
) -> None:
    row = {"case": making.case.id, "round": making.case.round, "kind": kind, "at": at}
    said = {"way": making.given["way"], "reached": reached, "words": words}
    quick.add(Contact, row | said | {"by": making.who.name})


def _too_early(making: Making, since: datetime, sentence: str) -> Mapping[str, str]:
    at = making.given["at"] or making.now
    return {"at": sentence} if at < since else {}
